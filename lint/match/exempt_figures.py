"""Innocent contexts of the quantity rules. See ``exempt``."""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_TO_COME = pattern(
    r"\b(?:to|could|can|may|might|would|should|must|helps?|let|without|for|of|by|from|if|unless|until|before|cannot|can't|and to|not"
    r"|on|in|at) (?:(?:\w+ly|also|even|not|be|have|been) )?$"
)
_ABLE = pattern(r"\b(?:can|could|may|might|would|should) \w+ $")
_LISTED = pattern(
    r"[^.;:]{0,60}?(?::|\(|, (?:\d|and \d|namely|among them|including)|,? (?:such as|including|like|e\.g\.|namely|listed|following|below)\b"
    r"|\x97| - )"
)
_DIGIT = pattern(
    r"\d|^\W*(?:first|for example|for instance|that means|this means|the authors|as a result|in particular)\b"
)
_SUPPOSED = pattern(
    r"\b(?:might|feel like|feels like|as if|whether|decide|hopes?|hoped|believes?|idea|chance|opportunity"
    r"|enough|likely|want\w*|tr(?:y|ies|ied|ying))\b"
    r"[^.;]{0,40}$"
)
_TOLD = pattern(
    r", (?:[a-z]+ly )?[a-z]+ing\b|\bby [a-z]+ing\b|:|;|\(|\x97| - |\b(?:such as|including|because|so that|e\.g\.|for example|in that"
    r"|which (?:means|led|meant|raised|cut)|only|unless|if|when)\b"
)


def not_yet(context: Context, match: Match) -> float:
    """``To improve significantly``, ``could sharply reduce``: a wish or a possibility, not a change."""
    start, _ = sentence_span(context, match)
    if _ABLE.search(context.flat.low, max(start, match.start - 20), match.start):
        return 0.0
    return 0.0 if _TO_COME.search(context.flat.low[max(start, match.start - 30) : match.start]) else 1.0


def listed_there(context: Context, match: Match) -> float:
    """The things counted are listed or counted behind the noun, or told one by one in what follows."""
    flat = context.flat
    _, end = sentence_span(context, match)
    if _LISTED.match(flat.low, match.end, end):
        return 0.0
    block = flat.block_of(match.start)
    blocks = flat.document.blocks
    if block + 1 < len(blocks) and blocks[block + 1].kind in {"item", "code", "cell"}:
        return 0.0
    return 1.0 if flat.sentence_of(match.start) + 1 == flat.block_sentences[block][1] else 0.6


def effect_told(context: Context, match: Match) -> float:
    """What the effect was follows in the sentence; a number in the next may tell it, and what is hoped has none."""
    _, end = sentence_span(context, match)
    flat = context.flat
    if _TOLD.search(flat.low, match.end, end) or _SUPPOSED.search(
        flat.low[max(match.start - 70, 0) : match.start]
    ):
        return 0.0
    after = flat.sentence_of(match.start) + 1
    if after == flat.block_sentences[flat.block_of(match.start)][1]:
        return 1.0
    return 0.5 if _DIGIT.search(flat.low[slice(*flat.sentences[after])]) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "not-yet": not_yet,
    "listed-there": listed_there,
    "effect-told": effect_told,
}
