"""What every matcher and every reckoning of evidence is handed about one text."""

from __future__ import annotations

from lint.model.finding import Evidence, Fix, Problem, Related
from lint.model.flat import Flat
from lint.model.hits import Hits
from lint.model.rule import Rule
from lint.model.ruleset import RuleSet
from lint.model.typed import Any, NamedTuple


class Entries(NamedTuple):
    """The ``keys`` in all bibliographies that a text names, and the ``names`` of those.

    The keys are None where they are not known: nobody looked, or there were ``problems``.
    """

    keys: frozenset[str] | None = None
    names: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


NO_ENTRIES = Entries()


class Context:
    """One text under one rule set and one profile.

    ``targets`` holds the profile's numbers by rule name. ``measured`` says whether what was counted of rules
    replaces their estimates. ``kept`` is a place for what is costly and asked for more than once (evidence by
    block, word counts); it lives as long as the text's check.
    ``today`` is the day to read on (ISO), or empty: nothing here looks at a clock. ``entries`` are those of
    the bibliographies that the text names.
    """

    __slots__ = (
        "acronyms",
        "entries",
        "flat",
        "hits",
        "kept",
        "measured",
        "profile",
        "ruleset",
        "targets",
        "today",
    )

    def __init__(
        self,
        flat: Flat,
        hits: Hits,
        ruleset: RuleSet,
        profile: str = "general",
        targets: dict[str, dict[str, float]] | None = None,
        acronyms: tuple[str, ...] = (),
        today: str = "",
        measured: bool = True,
        entries: Entries = NO_ENTRIES,
    ) -> None:
        """Bind the text, its cues and the numbers to judge by."""
        self.flat = flat
        self.hits = hits
        self.ruleset = ruleset
        self.profile = profile
        self.targets = targets or {}
        self.acronyms = acronyms
        self.measured = measured
        self.today = today
        self.entries = entries
        self.kept: dict[Any, Any] = {}

    def bits(self, *names: str) -> int:
        """Return the joint mask of lexicon classes; one that is not in ``CLASSES_BY_NAME`` is a KeyError."""
        mask = 0
        for name in names:
            mask |= self.ruleset.class_bits[name]
        return mask

    def target(self, rule: str, key: str, default: float) -> float:
        """Return a number of the profile or the settings for a rule, by its short name."""
        return self.targets.get(rule, {}).get(key, default)


class Match(NamedTuple):
    """A cue judged to make a claim, before evidence is weighed. Spans are flat.

    ``parse`` (0–1) says how full a frame was seen. ``agent`` is the span of who is said to speak,
    ``complement`` where what they say begins (0: unknown). ``message`` and ``question`` replace the rule's.
    ``prior`` replaces the rule's when above 0. ``weighed`` means that evidence was looked at already.
    """

    rule: Rule
    start: int
    end: int
    parse: float = 1.0
    agent: tuple[int, int] = (0, 0)
    complement: int = 0
    message: str = ""
    question: str = ""
    prior: float = 0.0
    severity: str = ""
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    weighed: bool = False
    scope: str = "span"
