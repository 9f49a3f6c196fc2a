"""The whole reckoning of what was matched at a place: every factor, every piece of evidence, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lint.evidence.discharge import nearby, strength_of, weigh
from lint.match.exempt import EXEMPTIONS, exemptions_of
from lint.model.context import Context, Match
from lint.model.finding import Finding
from lint.model.rule import Rule
from lint.model.text import Span
from lint.model.typed import NamedTuple
from lint.run.engine import EXEMPTED, LEAST, beats, cue_of, find_one, precision_of


class Exempted(NamedTuple):
    """An exemption that counted: its name, what it stands for, and its factor below 1."""

    name: str
    meaning: str
    factor: float


class Seen(NamedTuple):
    """A piece of evidence: how far its kind answers what is owed, and how near it stands (0–1 both)."""

    kind: str
    span: Span
    where: str
    strength: float
    nearness: float


class Reckoning(NamedTuple):
    """One match, from its prior to its verdict.

    ``span`` is in the source. ``reckoned`` is prior × parse × exemptions × what the evidence leaves open; ``finding`` is
    what came of it in the end, whose confidence may be raised by what stands around it. ``verdict`` is a line for people.
    """

    rule: Rule
    span: Span
    prior: float
    parse: float
    exempted: tuple[Exempted, ...]
    seen: tuple[Seen, ...]
    left_open: float
    reckoned: float
    message: str
    finding: Finding | None
    verdict: str = ""


class Ledger:
    """Judges matches as a check does, and keeps the reckoning of each inside ``span`` (source offsets)."""

    def __init__(self, span: Span) -> None:
        """Watch one part of the text."""
        self._span = span
        self.entries: list[Reckoning] = []

    def __call__(self, context: Context, match: Match) -> Finding | None:
        """Return what the match is found to be."""
        finding = find_one(context, match)
        place = context.flat.source_span(match.start, match.end)
        if place.start < self._span.end and place.end > self._span.start:
            self.entries.append(_reckoned(context, match, place, finding))
        return finding


def _reckoned(context: Context, match: Match, place: Span, finding: Finding | None) -> Reckoning:
    rule = match.rule
    prior = precision_of(context, match, cue_of(context, match))
    exempted: tuple[Exempted, ...] = ()
    seen: tuple[Seen, ...] = ()
    left_open = 1.0
    if not match.weighed:
        exempted = tuple(_exempted(context, match)) if rule.kind in EXEMPTED else ()
        if rule.looked_for:
            seen = tuple(_seen(context, match))
            left_open = 1.0 - weigh(context, match).support
    reckoned = prior * match.parse
    for e in exempted:
        reckoned *= e.factor
    said = match.message or rule.summary
    return Reckoning(
        rule, place, prior, match.parse, exempted, seen, left_open, reckoned * left_open, said, finding
    )


def _exempted(context: Context, match: Match) -> Iterator[Exempted]:
    for name in exemptions_of(match.rule):
        if name != "nothing" and (factor := EXEMPTIONS[name](context, match)) != 1.0:
            yield Exempted(name, (EXEMPTIONS[name].__doc__ or "").partition("\n")[0], factor)


def _seen(context: Context, match: Match) -> Iterator[Seen]:
    for support, nearness, where in nearby(context, match):
        span = context.flat.source_span(support.start, max(support.end, support.start + 1))
        strength = strength_of(support.kind, match.rule.obligation)
        yield Seen(support.kind, span, where, strength, nearness)


def with_verdicts(
    entries: Iterable[Reckoning],
    findings: Sequence[Finding],
    shown: Sequence[Finding],
    least: float,
    yields: dict[str, frozenset[str]],
) -> tuple[Reckoning, ...]:
    """Return reckonings with what became of each, the surest first.

    ``findings`` is what matching gave; ``shown`` what was left after all filters; below ``least`` nothing is shown.
    """
    last = {(f.rule, f.span): f for f in findings}
    alive = {(f.rule, f.span) for f in shown}
    judged = []
    for entry in entries:
        finding = last.get((entry.rule.id, entry.span)) if entry.finding else None
        verdict = _verdict(entry, finding, alive, shown, least, lambda a, b: beats(a, b, yields))
        judged.append(entry._replace(finding=finding, verdict=verdict))
    # Two frames of a rule may fit one place: the fuller one counts.
    judged.sort(key=lambda e: (-(e.finding.confidence if e.finding else e.reckoned), e.span, e.rule.id))
    first = {(e.rule.id, e.span): e for e in reversed(judged)}
    return tuple(e for e in judged if first[e.rule.id, e.span] is e)


def _verdict(
    entry: Reckoning,
    finding: Finding | None,
    alive: set[tuple[str, Span]],
    shown: Sequence[Finding],
    least: float,
    wins: Callable[[Finding, Finding], bool],
) -> str:
    """Return what became of a match, in words."""
    if finding is None:
        innocent = any(e.factor == 0 for e in entry.exempted)
        return "not asked: innocent here" if innocent else f"not asked: below {LEAST:.2f} too little is left"
    if (finding.rule, finding.span) in alive:
        return "asked"
    if finding.confidence < least:
        return f"not asked: below the {least:.2f} that was set as the least confidence"
    for other in shown:
        touches = other.span.start < finding.span.end and finding.span.start < other.span.end
        if (touches or other.scope == "document") and wins(other, finding):
            if other.rule == finding.rule:
                return "not asked: asked of more of the same words"
            return f"not asked: {other.rule} asks it better here"
    return "not asked: a stet lets it stand, or it repeats one that was asked"
