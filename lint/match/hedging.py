"""Structural checks of the hedging rules: hedges counted over a sentence, which no frame can do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lint.model.context import Context, Match
from lint.model.digits import sentences_with_digits
from lint.model.pattern import pattern
from lint.model.rule import Rule
from lint.model.typed import NamedTuple

_FAMILIES: dict[str, tuple[str, ...]] = {
    "modal": ("modal.open",),
    "adverb": ("hedge.possibility", "hedge.appearance", "hedge.hearsay"),
    "verb": ("modal.seeming",),
    "frame": ("shield.impersonal", "shield.opener"),
    "degree": ("hedge.adaptor", "hedge.in-certain"),
}
_IN_THEORY = frozenset(("in theory", "in principle"))
_MADE = pattern(r"\bma(?:ke|kes|de|king) (?:[\w'-]+ ){1,4}$")
_LEAST_HEDGES, _LEAST_FAMILIES = 3, 2
_LEAST_AROUND, _REACH = 2, 60
"""How many hedges around a figure, and at how many characters from it."""

# An exact count or amount: 8,173 · 4.21 · 1,612; a round one (8,000) may well be an estimate.
_COUNT = r"(?<![\d.,])\d{1,3}(?:,\d{3})*,(?!\d00\b)\d{3}(?![.,]?\d)"
_EXACT = pattern(rf"{_COUNT}|(?<![\d.,])\d+\.\d{{2,}}(?![.,]?\d)")
_ROUNDED_COUNT = pattern(
    rf"\b(?:about|around|roughly|approximately|some|nearly|almost|an estimated|circa) [$£€]?{_COUNT}"
)
_SOURCE = pattern(
    r"\b(?:according to|census|accounts|audited|register|records?|filings?|minutes|telemetry|survey"
    r"|yearbook|statistics|figures from|data from|measured)\b|\(\w+,? (?:19|20)\d\d\)|\[\d+\]"
)
_DOUBTED = pattern(
    r"\b(?:preliminary|provisional|self-reported|disputed|estimate[sd]?|interval|margin of error"
    r"|projected|projections?|forecasts?)\b|±"
)


class Hedge(NamedTuple):
    """A hedging cue: its family and flat span."""

    family: str
    start: int
    end: int


def hedges_by_sentence(context: Context) -> dict[int, list[Hedge]]:
    """Return the hedges of each sentence that has any, the longest where several begin; found once."""
    found: dict[int, list[Hedge]] | None = context.kept.get("hedges")
    if found is not None:
        return found
    masks = [(family, context.bits(*classes)) for family, classes in _FAMILIES.items()]
    every = 0
    for _, mask in masks:
        every |= mask
    found = context.kept["hedges"] = {}
    starting = context.hits.starting.items()
    cues = [(start, -end, m) for start, reaches in starting for end, m in reaches if m & every]
    past = 0
    for start, end, classes in sorted(cues):
        if start >= past and not _no_hedge(context, start, -end):
            past = -end
            family = next(f for f, mask in masks if mask & classes)
            found.setdefault(context.flat.sentence_of(start), []).append(Hedge(family, start, past))
    return found


def _no_hedge(context: Context, start: int, end: int) -> bool:
    """Say whether it is the month of May, half of a contrast (in theory), ``could not``, or no seeming."""
    flat = context.flat
    said = flat.low[start:end]
    month = (
        said == "may" and flat.text[start] == "M" and flat.sentences[flat.sentence_of(start)].start < start
    )
    if said == "could" and flat.low.startswith(" not", end):
        return True
    if said.startswith("appear") and flat.low.startswith(
        (" on ", " in ", " at ", " before ", " above ", " below ", " immediately "), end
    ):
        return True
    made = said.startswith(("seem", "appear")) and _MADE.search(flat.low, max(start - 30, 0), start)
    return month or bool(made) or said in _IN_THEORY


def hedge_density(context: Context, rule: Rule) -> Iterator[Match]:
    """Yield each sentence in which several kinds of hedge pile up."""
    least = int(context.target(rule.name, "hedges", _LEAST_HEDGES))
    for hedges in hedges_by_sentence(context).values():
        if len(hedges) < least:
            continue
        dense = _apart([h for h in hedges if not context.flat.quoted(h.start)])
        families = len({h.family for h in dense})
        if families >= least or (len(dense) > least and families >= _LEAST_FAMILIES):
            words = ", ".join(context.flat.text[h.start : h.end] for h in dense)
            message = f"{len(dense)} hedges in one sentence: {words}"
            yield Match(rule, dense[0].start, dense[-1].end, message=message, scope="sentence")


def _apart(hedges: list[Hedge]) -> list[Hedge]:
    """Return the hedges without those that follow another at once: a stack is one place of doubt."""
    return [h for n, h in enumerate(hedges) if n == 0 or h.start > hedges[n - 1].end + 1]


def overhedged_fact(context: Context, rule: Rule) -> Iterator[Match]:
    """Yield hedges around an exact figure in a sentence that says where the figure is from."""
    flat = context.flat
    figured = sentences_with_digits(context)
    for sentence, hedges in hedges_by_sentence(context).items():
        if sentence not in figured:
            continue
        start, end = flat.sentences[sentence]
        figure = _EXACT.search(flat.low, start, end)
        if not figure or not _SOURCE.search(flat.low, start, end) or _DOUBTED.search(flat.low, start, end):
            continue
        before = [h for h in hedges if 0 < figure.start() - h.end <= _REACH]
        rounded = _ROUNDED_COUNT.search(flat.low, max(start, figure.start() - _REACH), figure.end())
        if len(before) + bool(rounded) >= _LEAST_AROUND:
            yield Match(rule, before[0].start, figure.end())


CHECKS: dict[str, Callable[[Context, Rule], Iterable[Match]]] = {
    "hedge-density": hedge_density,
    "overhedged-fact": overhedged_fact,
}
