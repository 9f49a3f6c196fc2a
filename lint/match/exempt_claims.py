"""Innocent contexts of the rules on certainty, agency and loaded words. See ``exempt``."""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.flat import OPAQUE
from lint.model.pattern import pattern

_SHOWN = pattern(
    r"\b\d{1,3}(?:[.,]\d+)*(?: ?%| per ?cent| of \d|\b(?!\d))|\b(?:table|figure|fig\.|chart|equation|experiments?|measure[ds]?"
    r"|tests?|tested|survey(?:ed)?|data|results|sample|proof|lemma|theorem)\b|\[\d|\(\w+,? (?:19|20)\d\d\)"
    r"|\b(?:according to|minutes show|records show)\b"
)
_BACK = 1_500
"""How far back evidence may lie that earns a conclusion, in characters."""
_BY = pattern(
    r" by (?!(?:mistake|accident|default|now|then|far|chance|hand|law|monday|january|the end|the time)\b)"
)
_OWN = pattern(r"\b(?:i|we|you|users?|readers?)(?: \w+)? (?:will|are|am)\b")
_SCHEDULED = pattern(
    r"\b(?:schedul|under the (?:\w+ )?(?:law|act|plan|agreement|deal|contract|rules|terms)|plans? to|if|unless|when|until|once"
    r"|forecasts?|projections?|projected|model|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at \d|by (?:19|20)\d\d|in (?:19|20)\d\d"
    r"|fear|fears|feared|hope|hopes|hoped|bet|expect|expects|expected|should|would|could)\b"
)
_TIED = pattern(r"bound to(?: \w+)? (?:an?|the|this|that|its|one|any|each|it|them|her|him)\b")
_REASON = pattern(
    r"\b(?:because|so that|otherwise|in order to|since|as it|as they|thanks to|by \w+ing|which (?:means|lets|allows|helps)"
    r"|(?:is|was|are|were) (?:whether|that|how|why|who))\b|: |\d"
)
_TECHNICAL = pattern(r"\b(?:called|defined|denoted|terms?|known as|notation|algorithm|function|class)\b")
_WAITED = pattern(r"\b(?:when|once|until|unless|whether|where|makes?|making|because) $")
_DISPUTED = pattern(
    r" (?:in|for|because|to|of|at|but|and|as|on|about|than|or|with|when|since|that|among|from|one"
    r"|(?:\w+ )?(?:issues?|topics?|matters?|subjects?|questions?|parts?|aspects?|points?|areas?|things?|debates?))\b"
)
_COMPARED = pattern(r"\b(?:most|more|less|least|fairly|somewhat|too|so|be|is|was|were|are) $")
_PLEADED = pattern(
    r"\b(?:asked|urged|demanded|called for|must|should|whether|if|not|never|no|n't|without|nothing)\b"
)


def earned(context: Context, match: Match) -> float:
    """Figures, tables, tests or sources stand before the conclusion, in its section."""
    flat = context.flat
    block = flat.block_of(match.start)
    first = block
    while first and flat.document.blocks[first].kind != "heading" and block - first < 8:
        first -= 1
    start = max(flat.blocks[first][0], match.start - _BACK)
    return (
        0.0 if OPAQUE in flat.low[start : match.end] or _SHOWN.search(flat.low, start, match.start) else 1.0
    )


def by_somebody(context: Context, match: Match) -> float:
    """The doer follows after by."""
    _, end = sentence_span(context, match)
    return 0.0 if _BY.search(context.flat.low, match.end, min(end, match.end + 90)) else 1.0


def own_commitment(context: Context, match: Match) -> float:
    """What I, we or you will do: a promise or an instruction, no forecast."""
    start, _ = sentence_span(context, match)
    return 0.0 if _OWN.search(context.flat.low[max(start, match.start - 24) : match.end]) else 1.0


def scheduled(context: Context, match: Match) -> float:
    """A date, a plan, a law or a condition stands behind the future, or it is only hoped or feared."""
    start, end = sentence_span(context, match)
    return 0.0 if _SCHEDULED.search(context.flat.low, start, end) else 1.0


def tied(context: Context, match: Match) -> float:
    """A name that is bound to a value, a goat that is bound to a post."""
    return 0.0 if _TIED.search(context.flat.low, match.start, match.end + 40) else 1.0


def reason_given(context: Context, match: Match) -> float:
    """Why it matters follows in the sentence: a reason, a list, a figure."""
    _, end = sentence_span(context, match)
    return 0.0 if _REASON.search(context.flat.low, match.end, end) else 1.0


def part_of_name(context: Context, match: Match) -> float:
    """Capitals inside a sentence, or in the word behind: a name or a title; or half of a compound."""
    flat = context.flat
    start, _ = sentence_span(context, match)
    after = flat.text[match.end + 1 : match.end + 2]
    inside = match.start > start + 2
    if flat.text[match.end] == "-":
        return 0.0
    return 0.0 if flat.text[match.start].isupper() and (inside or after.isupper()) else 1.0


def term_introduced(context: Context, match: Match) -> float:
    """``The so-called happy path`` gives a thing its name."""
    start, end = sentence_span(context, match)
    low = context.flat.low
    return 0.0 if OPAQUE in low[start:end] or _TECHNICAL.search(low, start, end) else 1.0


def asked_for(context: Context, match: Match) -> float:
    """Under a negation, a demand or a doubt: nothing is said to have been done."""
    start, _ = sentence_span(context, match)
    return 0.0 if _PLEADED.search(context.flat.low, max(start, match.start - 60), match.end) else 1.0


def until_clear(context: Context, match: Match) -> float:
    """``When it is clear that``: the time when it will be, no claim that it is."""
    return 0.0 if _WAITED.search(context.flat.low[max(match.start - 12, 0) : match.start]) else 1.0


def disputed_matter(context: Context, match: Match) -> float:
    """A controversial issue is one that people dispute; ``is controversial`` and ``less so`` tell that they do."""
    low = context.flat.low
    at = match.agent[1] or match.start + len(low[match.start : match.end].split(" ")[0])
    before = low[max(match.start - 12, 0) : match.start]
    return 0.0 if _DISPUTED.match(low, at) or _COMPARED.search(before) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "earned": earned,
    "by-somebody": by_somebody,
    "own-commitment": own_commitment,
    "scheduled": scheduled,
    "tied": tied,
    "reason-given": reason_given,
    "part-of-name": part_of_name,
    "term-introduced": term_introduced,
    "asked-for": asked_for,
    "until-clear": until_clear,
    "disputed-matter": disputed_matter,
}
