"""Innocent contexts of the quantity rules. See ``exempt``."""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_TO_COME = pattern(
    r"\b(?:to|could|can|may|might|would|should|must|helps?|let|without|for|of|by|from|if|unless|until|before|cannot|can't|and to|not"
    r"|on|in|at|about) (?:(?:\w+ly|also|even|not|be|have|been) )?$"
)
_ABLE = pattern(r"\b(?:can|could|may|might|would|should) \w+ $")
_HOW = pattern(
    r",? (?:[a-z]+ly )?(?!including|during)[a-z]{3,}ing (?:from|to|its|their)\b|:| \(| by [a-z]+ing\b"
)
_ODDS = pattern(r"\b(?:chances?|probabilit(?:y|ies)|likelihood|odds)\b")
_LISTED = pattern(
    r"[^.;:]{0,60}?(?::|\(|, (?:\d|and \d|namely|among them|including)|,? (?:such as|including|like|e\.g\.|namely|listed|following|below)\b"
    r"|[\x96\x97]| - )"
)
_TELLS = pattern(
    r"^\W*(?:one|two|the (?:first|second|most|main|chief|latest|former|biggest|best)|first(?:ly)?|among|they (?:include|are|range)|some|others?"
    r"|another|for (?:example|instance)|these (?:include|are|range)|e\.g\.|either|in \d{4}|at the"
    r"|most (?:obvious|fundamental|important|notabl|famous|signific|common)\w*)\b"
)
# A writer who announces these goes on to tell them.
_TO_BE_TOLD = pattern(
    r"(?<!for )\b(?:\w+ ){2,4}(?:reason|advantage|benefit|drawback|option|problem|flaw|limitation|way)s$"
)
_DIGIT = pattern(
    r"\d|^\W*(?:first|for example|for instance|that means|this means|the authors|as a result|in particular)\b"
)
# The next sentence says what the effect is, unless it turns to something else.
_CHANGES = pattern(
    r"^(?!\W*(?:however|but|rather|moreover|also|in addition|yet|although|meanwhile|furthermore|due to|since)\b).{0,300}?"
    r"\b(?:(?:increas|decreas|reduc|rais|improv|chang|caus|encourag|promot|produc|enhanc|worsen|damag|mak|shap)(?:e|es|ed|ing)"
    r"|(?:lower|boost|harm|upset|prevent|limit|help|allow|skew|lead|cut|weaken|strengthen|destroy|ignor|fail|kill|attract)(?:s|ed|ing)?"
    r"|rises?|rising|falls?|falling|grows?|growing|became|in other words"
    r"|(?:these|those|its|such) (?:impacts?|effects?)|can be seen|--|because|due to|means that|wash|will (?:be|find|have|get|lose))\b"
)
_SUPPOSED = pattern(
    r"\b(?:might|desire|question of|amazing|strange|having such|would have such|feel like|feels like|as if|whether|decide|hopes?"
    r"|hoped|believes?|idea|chance|opportunity"
    r"|enough|likely|want\w*|tr(?:y|ies|ied|ying))\b"
    r"[^.;]{0,40}$|\bquestion of whether\b[^.;]{0,140}$"
)
_TOLD = pattern(
    r", (?:[a-z]+ly )?[a-z]+ing\b|\bby [a-z]+ing\b|:|;|\(|\x97| - |\b(?:such as|including|because|so that|e\.g\.|for example|in that"
    r"|which (?:means|led|meant|raised|cut|includes?)|only|unless|if|when|in [a-z]+ing|and so|who"
    r"|as (?:it|they|the|this|these|[a-z]+ (?:can|will|may))"
    r"|than|and [a-z ]{1,60}(?:changed|rose|fell|grew|shrank|became|spelled|lost|gained))\b"
)


def not_yet(context: Context, match: Match) -> float:
    """``To improve significantly``, ``could sharply reduce``: a wish, not a change; or one that was told before.

    ``Is much slower than`` compares by kind.
    """
    start, _ = sentence_span(context, match)
    low = context.flat.low
    if (
        low.startswith(" than ", match.end)
        or low.startswith("the ", match.start)
        or _HOW.match(low, match.end)
    ):
        return 0.0
    if _ABLE.search(context.flat.low, max(start, match.start - 20), match.start):
        return 0.0
    return 0.0 if _TO_COME.search(context.flat.low[max(start, match.start - 30) : match.start]) else 1.0


def listed_there(context: Context, match: Match) -> float:
    """The things counted are listed behind the noun, told one by one in what follows, or known from before."""
    flat = context.flat
    _, end = sentence_span(context, match)
    if _LISTED.match(flat.low, match.end, end):
        return 0.0
    if " other " in flat.low[match.start : match.end] or flat.low.endswith(
        ("the ", "these "), 0, match.start
    ):
        return 0.0
    block = flat.block_of(match.start)
    blocks = flat.document.blocks
    if block + 1 < len(blocks) and blocks[block + 1].kind in {"item", "code", "cell"}:
        return 0.0
    after = flat.sentence_of(match.start) + 1
    if after < len(flat.sentences) and _TELLS.search(flat.low[slice(*flat.sentences[after])]):
        return 0.0
    last = after == flat.block_sentences[block][1]
    return 1.0 if last or not _TO_BE_TOLD.search(flat.low, match.start, match.end) else 0.6


def effect_told(context: Context, match: Match) -> float:
    """What the effect was follows in the sentence; a number in the next may tell it, and what is hoped has none."""
    _, end = sentence_span(context, match)
    flat = context.flat
    if _TOLD.search(flat.low, match.end, end) or _SUPPOSED.search(
        flat.low[max(match.start - 170, 0) : match.start]
    ):
        return 0.0
    after = flat.sentence_of(match.start) + 1
    if after == flat.block_sentences[flat.block_of(match.start)][1]:
        return 1.0
    following = flat.low[slice(*flat.sentences[after])]
    return 0.5 if _DIGIT.search(following) or _CHANGES.search(following) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "not-yet": not_yet,
    "listed-there": listed_there,
    "effect-told": effect_told,
}
