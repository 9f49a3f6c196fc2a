"""A rule: one question that an editor asks, and the data by which we know when to ask it."""

from __future__ import annotations

from lint.model.measured import ENOUGH_FOR_PREVIEW, LEAST, Measure
from lint.model.typed import Any, NamedTuple

CHECK_NAMES = (
    "adversative-chain",
    "allegation-without-reply",
    "baseless-comparison",
    "broken-reference",
    "certainty-drift",
    "conclusion-contradicts-body",
    "document-grade",
    "false-balance-pair",
    "hedge-density",
    "jargon-density",
    "long-paragraph",
    "long-sentence",
    "negation-stack",
    "no-sources",
    "nominalisation",
    "overhedged-fact",
    "passive-density",
    "percent-points",
    "precision-mismatch",
    "repeated-phrase",
    "sentence-rhythm",
    "single-source-dependence",
    "stale-date",
    "syntactic-load",
    "unclear-this",
    "undefined-acronym",
    "unsourced-paragraph",
    "unsourced-statistic",
    "vague-attribution-ratio",
    "variant-forms",
    "voice-shift",
    "wall-of-text",
)
"""The named checks that a rule of kind limit, readability or structure may run: a closed table."""

LOOKING_UP = frozenset(("jargon-density", "nominalisation", "syntactic-load", "undefined-acronym"))
"""Checks that look the words of their rule's lexicon up where they read the text: no cues for them."""

OBLIGATIONS = (
    "who",
    "by_whom",
    "which_study",
    "source",
    "when",
    "how_many",
    "how_much",
    "which",
    "why",
    "precision",
    "commitment",
    "consistency",
    "reply",
    "definition",
    "clarity",
    "concision",
    "findability",
    "neutrality",
    "why_anonymous",
)
"""What a claim can owe its reader."""


class Example(NamedTuple):
    """A text that shows a rule. ``spans`` are the exact findings expected; none in a good example."""

    text: str
    spans: tuple[tuple[int, int], ...]
    why: str = ""
    format: str = "plain"
    profile: str = ""


class Rule(NamedTuple):
    """One rule, as its file says it.

    ``id`` is ``group/name``, from the file's path. ``prior`` is an editor's estimate of how often a finding is
    right, where nothing nearby speaks for the claim; ``measured`` is what was counted, where anything was.
    ``data`` holds what its kind needs (frames, phrases, limits, check…). ``default``
    is false for a rule that no profile turns on by its group alone.
    """

    id: str
    kind: str
    summary: str
    question: str
    obligation: tuple[str, ...]
    severity: str
    prior: float
    looked_for: str
    exempt: tuple[str, ...]
    yields_to: tuple[str, ...]
    default: bool
    data: dict[str, Any]
    measured: Measure | None = None

    def precision(self, profile: str = "", cue: str = "") -> float:
        """Return how often a finding is right: as measured, or by the estimate where nothing is."""
        return self.measured.precision(self.prior, profile, cue) if self.measured else self.prior

    def in_preview(self, profile: str = "") -> bool:
        """Say whether the rule was measured, and found right too seldom to be on unasked."""
        if self.measured is None or self.measured.overall().of < ENOUGH_FOR_PREVIEW:
            return False  # two verdicts take no rule from anybody
        return self.precision(profile) < LEAST

    @property
    def group(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        """The part of the id after the slash."""
        return self.id.partition("/")[2]


class RulePage(NamedTuple):
    """What a rule's file says to people: shown by ``explain``, never needed to match."""

    rule: Rule
    why: str
    see: tuple[str, ...]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    false_alarms: str = ""
    fix_note: str = ""
