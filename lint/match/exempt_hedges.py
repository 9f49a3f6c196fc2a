"""Innocent contexts of the hedging rules. See ``exempt``."""

from __future__ import annotations

from collections.abc import Callable

from lint.model.context import Context, Match
from lint.model.flat import OPAQUE
from lint.model.pattern import pattern

_IDIOM = pattern(
    r"\b(?:than|as|all|everything|anything|whatever|best|not|n't|never|nobody|no one|hardly)\b[^,;]{0,70}$"
)
_FILLED = pattern(
    r" ?(?::|\(|,? (?:such as|including|like|where|when|in which|if|that|because|by|e\.g\.|for example"
    r"|which)\b)"
)
_LISTED = pattern(
    r"(?: [\w-]+){0,3}(?: ?:| \(|,? (?:including|such as|namely|like|e\.g\.|among them)\b|, [a-z]+ly )"
)
_NAMED_QUESTION = pattern(
    r" (?:to (?:\w+ )?(?:\w+ )?(?:whether|if|how|why|which|what)|into|on (?:how|why|whether))\b"
)
_ODDS = pattern(r"\d\s?(?:%|per ?cent)|\bscale\b|\bodds\b|\bchance in\b|\bin \d+\b")
_SOFTWARE = pattern(
    r"\b(?:returns?|returned|raises?|supported|implement|function|method|module|class|api|library"
    r"|syntax|python"
    r"|compiler|parser)"
)
# No word boundary in front: a search that begins with one of four letters skips to them.
_VOICE = pattern(r"(?:i(?<!\wi)|we(?<!\wwe)|my(?<!\wmy)|our(?<!\wour))\b")
_PRONOUN = pattern(r"\b(?:he|she|i|we|you|they|who)(?: (?:has|have|had|would|also))? $")
_FULL_NAME = pattern(r"(?:[\w,] |\b[A-Z][\w.'-]+ )[A-Z][\w.'-]+ $")
_NO_DEGREE = pattern(
    r" (?:of|an?|the|like|in|as|to|less|more|where|what|similar|similarly|different|related|equivalent)$"
)
_SEEMS = pattern(r"seem|appear")
_RELATIVE = pattern(r"\b(?:that|what|which|who|whatever|whether)(?: [\w'-]+){0,4} $")
_NOT_VAGUE = pattern(r"\bside effects$|\bhave any\b")
_OF_DOING = pattern(r" (?:of|that) |:")
_OWN_VOICE_PER_WORDS = 150
_FAR = 600
"""Characters of a sentence looked at on either side of a match: a bound, so that none costs its square."""


def sentence_span(context: Context, match: Match) -> tuple[int, int]:
    """Return the flat span of the sentence that a match stands in, as far as ``_FAR`` on either side of it."""
    start, end = context.flat.sentences[context.flat.sentence_of(match.start)]
    return max(start, match.start - _FAR), min(end, match.end + _FAR)


def idiom(context: Context, match: Match) -> float:
    """``Not possibly``, ``more than one could possibly``: one idiom, no second doubt."""
    start, _ = sentence_span(context, match)
    said = context.flat.low[match.start : match.end]
    if "possibly" not in said:
        return 1.0
    before = context.flat.low[max(start, match.start - 80) : match.start]
    return 0.0 if " not " in said or _IDIOM.search(before) else 1.0


def filled_in(context: Context, match: Match) -> float:
    """The cases, the respect or the contrast follow at once, or the reasons in the next sentences."""
    flat = context.flat
    if _FILLED.match(flat.low, match.end):
        return 0.0
    reasons = flat.low.endswith("reasons", 0, match.end)
    last = flat.sentence_of(match.start) + 1 == len(flat.sentences)
    return 0.4 if reasons and not last else 1.0


def then_listed(context: Context, match: Match) -> float:
    """The factors follow (a list that begins with *including* is only part of them), or the open question."""
    low = context.flat.low
    found = _LISTED.match(low, match.end)
    if found and not context.flat.low.startswith("one thing", match.start):
        return 0.8 if "including" in found.group() else 0.3
    return 0.4 if _NAMED_QUESTION.match(low, match.end) else 1.0


def embedded(context: Context, match: Match) -> float:
    """``What they may or may not have`` claims nothing, and a program that may or may not is specified."""
    said = context.flat.low[match.start : match.end]
    if " or " not in said and not said.endswith("possible that"):
        return 1.0
    start, end = sentence_span(context, match)
    low = context.flat.low
    technical = OPAQUE in low[start:end] or _SOFTWARE.search(low, start, end)
    return 0.0 if technical or _RELATIVE.search(low, start, match.start) else 1.0


def spelled_out(context: Context, match: Match) -> float:
    """``The effect of raising``: what it would be follows; side effects are the leaflet's own term."""
    if _NOT_VAGUE.search(context.flat.low, match.start, match.end):
        return 0.0
    return 0.0 if _OF_DOING.match(context.flat.low, match.end) else 1.0


def not_an_adjective(context: Context, match: Match) -> float:
    """``Somewhat of a mystery`` and ``kind of a`` blur no degree."""
    return 0.0 if _NO_DEGREE.search(context.flat.low, match.start, match.end) else 1.0


def of_a_person(context: Context, match: Match) -> float:
    """A person who seems to suggest has said something, and one who is increasingly upset is no trend."""
    if match.rule.name == "modal-stack" and not _SEEMS.match(context.flat.low, match.start):
        return 1.0
    start, _ = sentence_span(context, match)
    text = context.flat.text[max(start, match.start - 30) : match.start]
    return 0.0 if _PRONOUN.search(text.lower()) or _FULL_NAME.search(text) else 1.0


def own_voice(context: Context, match: Match) -> float:
    """The writer speaks as I or we throughout: an opinion that is owned."""
    voiced: bool | None = context.kept.get("own-voice")
    if voiced is None:
        low = context.flat.low
        words = low.count(" ")
        voiced = len(_VOICE.findall(low)) > 2 + words // _OWN_VOICE_PER_WORDS
        context.kept["own-voice"] = voiced
    return 0.3 if voiced else 1.0


def with_odds(context: Context, match: Match) -> float:
    """Odds or a scale are given in the sentence."""
    start, end = sentence_span(context, match)
    return 0.0 if _ODDS.search(context.flat.low, start, end) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "idiom": idiom,
    "filled-in": filled_in,
    "then-listed": then_listed,
    "embedded": embedded,
    "spelled-out": spelled_out,
    "not-an-adjective": not_an_adjective,
    "of-a-person": of_a_person,
    "own-voice": own_voice,
    "with-odds": with_odds,
}
