"""What the pages of a report are told: values of one run, as the store has them."""

from __future__ import annotations

from lint.model.finding import Finding
from lint.model.rule import RulePage
from lint.model.typed import Any, NamedTuple

RUNGS = {
    "named": "a named person or body",
    "role": "a role or class at a body",
    "unnamed": "unnamed people",
    "impersonal": "nobody at all, often in the passive",
}
"""The ladder of attributions, from the best rung, in words."""


def rate(findings: int, words: int) -> float | None:
    """Return findings per 1,000 words; None where there are no words."""
    return 1000.0 * findings / words if words else None


class Run(NamedTuple):
    """A run of the store; ``when`` is a day and a time in words."""

    number: int
    label: str
    when: str
    documents: int
    problems: int
    words: int
    findings: int

    @property
    def rate(self) -> float | None:
        """Findings per 1,000 words."""
        return rate(self.findings, self.words)

    @property
    def name(self) -> str:
        """What people call it: its label, or its number."""
        return self.label or f"run {self.number}"


class Row(NamedTuple):
    """A text in the table of texts. ``page`` is what its page is known by."""

    page: str
    title: str
    name: str
    author: str
    section: str
    date: str
    folder: str
    words: int
    findings: int
    errors: int
    warnings: int
    grade: float | None
    target: float | None
    problem: str


class Share(NamedTuple):
    """The texts that have something in common: an author, a section, a folder, a month."""

    name: str
    texts: int
    words: int
    findings: int

    @property
    def rate(self) -> float:
        """Findings per 1,000 words."""
        return rate(self.findings, self.words) or 0.0


class Sentence(NamedTuple):
    """A sentence of a text with its score and where it stands."""

    page: str
    title: str
    line: int
    column: int
    text: str
    score: float
    questions: tuple[str, ...]


class Extract(NamedTuple):
    """Words that a rule asked about, with what stands around them, and where."""

    page: str
    title: str
    place: str
    line: int
    before: str
    words: str
    after: str
    confidence: float


class Known(NamedTuple):
    """A text on its way to its page. ``scores`` are (start, end, score) of its sentences."""

    page: str
    name: str
    meta: dict[str, str]
    folder: str
    profile: str
    source: str
    problem: str
    notes: tuple[str, ...]
    words: int
    suppressed: int
    findings: tuple[Finding, ...]
    scores: tuple[tuple[int, int, float], ...]
    readability: dict[str, Any]
    sourcing: dict[str, Any]
    scorecard: dict[str, Any]

    @property
    def title(self) -> str:
        """What people call it: its title, or its name."""
        return self.meta.get("title") or self.name


class Fired(NamedTuple):
    """A rule in a run: how often it asked and where most, and what is known of it; ``page`` only where it has a file."""

    rule: str
    severity: str
    summary: str
    question: str
    findings: int
    documents: int
    page: RulePage | None
    most: tuple[tuple[Row, int], ...] = ()
    extracts: tuple[Extract, ...] = ()
    trend: tuple[tuple[Run, int], ...] = ()

    @property
    def group(self) -> str:
        """The part of the name before the slash."""
        return self.rule.partition("/")[0]


class Facts(NamedTuple):
    """All that the overview tells. ``runs`` are all runs up to this one, ``grades`` are (grade, texts, harder than their target)."""

    run: Run
    runs: tuple[Run, ...]
    asked_in: int
    severities: dict[str, int]
    groups: dict[str, dict[str, int]]
    grades: tuple[tuple[int, int, int], ...]
    targets: tuple[float, ...]
    ladder: dict[str, int]
    claims: tuple[int, int]
    statistics: tuple[int, int]
    spots: tuple[Sentence, ...]
    shares: dict[str, tuple[Share, ...]]
    unchecked: tuple[tuple[str, str, str], ...]
    sources: tuple[str, ...]
    version: str
    profile: str
