"""What we say about a text (findings), and about our work on it (problems)."""

from __future__ import annotations

from bisect import bisect_right

from lint.model.text import Cell, Document, Span
from lint.model.typed import Any, NamedTuple

SEVERITIES = ("suggestion", "warning", "error")
"""From the mildest to the gravest."""


class Evidence(NamedTuple):
    """Something near a claim that could support it.

    ``strength`` (0–1) is how much of the obligation it discharges after distance: 0 means that it was
    seen and found wanting. ``where`` says the distance in words (``same sentence``, …).
    """

    kind: str
    span: Span
    text: str
    where: str
    strength: float


class Related(NamedTuple):
    """Another place that a finding is about."""

    span: Span
    note: str


class Edit(NamedTuple):
    """Replace a span of the source by ``replacement``."""

    span: Span
    replacement: str


class Fix(NamedTuple):
    """Edits that mend a finding; ``safe`` when they cannot change what the text claims."""

    edits: tuple[Edit, ...]
    safe: bool
    note: str = ""


class Finding(NamedTuple):
    """One open question about the writer's text.

    ``rule`` is the full name (``attribution/bare-expert-claim``). ``missing`` names the obligations left
    open. ``cue`` holds the words that set the rule off, lower-case, where they are its own.
    ``confidence`` is in 0.01–0.99. ``looked_for`` says in words what would have answered. ``key`` is what a
    baseline knows it by, only where it was asked for.
    """

    rule: str
    span: Span
    severity: str
    confidence: float
    message: str
    question: str
    missing: tuple[str, ...] = ()
    looked_for: str = ""
    evidence: tuple[Evidence, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    scope: str = "span"
    cue: str = ""
    key: str = ""

    @property
    def group(self) -> str:
        """The rule's group: its name up to the first slash."""
        return self.rule.partition("/")[0]


class LetOff(NamedTuple):
    """A finding that is not shown, as a stet comment (``by`` is ``stet``) or a baseline (``baseline``) lets it stand.

    ``reason`` is what the writer gave as one, ``""`` where none was given.
    """

    finding: Finding
    by: str
    reason: str = ""


class Problem(NamedTuple):
    """Something that kept us from doing our work; ``status`` is the exit status that it asks for."""

    path: str
    message: str
    line: int = 0
    status: int = 3

    def __str__(self) -> str:
        """Return ``path:line: message``, the line only where one is known."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.message}" if where else self.message


def notes_of(document: Document) -> tuple[Problem, ...]:
    """Return what is to be said of how a text was read, without an exit status of its own."""
    return (Problem(document.name, document.note, status=0),) if document.note else ()


def fault(path: str, error: Exception) -> Problem:
    """Return the problem that a mistake of ours is for whoever asked for a check."""
    what = f"{type(error).__name__}: {error}"
    return Problem(path, f"could not be checked ({what}); please report this text to whosays")


class SentenceScore(NamedTuple):
    """A sentence, and the chance (0–1) that a reader should not take it at its word."""

    span: Span
    score: float


class FileReport(NamedTuple):
    """One checked text: its findings in order of position, and its measures.

    ``score`` is its scorecard and ``sentences`` are all its sentences, where they were asked for; ``fixed`` is
    how many findings were mended before, None where nothing was to be. ``known`` is how many a baseline left out,
    ``gone`` what it knows that occurs no more. ``cells`` are a notebook's. ``let_off`` is what a stet or the
    baseline lets stand, where it was asked for; it counts for nothing. ``beyond`` are findings that count and are
    not shown, as there are too many.
    """

    path: str
    text: str
    findings: tuple[Finding, ...]
    readability: dict[str, object]
    sourcing: dict[str, object]
    words: int = 0
    suppressed: int = 0
    score: dict[str, Any] | None = None
    sentences: tuple[SentenceScore, ...] | None = None
    fixed: int | None = None
    known: int = 0
    gone: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    let_off: tuple[LetOff, ...] = ()
    beyond: tuple[Finding, ...] = ()

    def cell_of(self, offset: int) -> tuple[int, int] | None:
        """Return the number of the notebook's cell at an offset and the line inside it, from 1; None elsewhere."""
        at = bisect_right(self.cells, offset, key=lambda cell: cell.span.start) - 1
        if at < 0 or offset > self.cells[at].span.end:
            return None
        return self.cells[at].number, bisect_right(self.cells[at].lines, offset)


class Report(NamedTuple):
    """The result of a check. ``Report + Report`` is a Report, so work can be split anywhere."""

    files: tuple[FileReport, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: object) -> Report:
        """Join two reports, the files of the first before those of the second."""
        if not isinstance(other, Report):
            return NotImplemented
        return Report(self.files + other.files, self.problems + other.problems)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of all files that are shown, in order."""
        return tuple(f for file in self.files for f in file.findings)

    @property
    def beyond(self) -> tuple[Finding, ...]:
        """All findings that count and are not shown."""
        return tuple(f for file in self.files for f in file.beyond)


class Fixed(NamedTuple):
    """A text before and after the edits, how many findings they mended, and the report on what is left."""

    before: str
    after: str
    mended: int
    report: Report
