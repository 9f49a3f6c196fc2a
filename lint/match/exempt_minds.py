"""Innocent contexts of minds, habits and trends: plans, people in a place, whoever speaks for them, history told.

Found by judging news, speeches and essays. See ``exempt``.
"""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_told import text_before
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_AIM = pattern(
    r"(?:\b(?:to|will|would|must|should|can|could)|'ll) (?:also )?(?:win|bring|help|reach|serve|give|offer|enable|let|allow|attract|draw"
    r"|provide|get|teach|train|include|invite|extend|encourage|persuade) (?:[\w'-]+ ){0,7}$"
)
_WITHIN = pattern(
    r"\b(?:in|of|from|across|inside|around|outside|near|than) $"
    r"|\b(?:half|most|much|many|part|all|rest|majority|per ?cent|third|quarter|some)(?: of)? $"
)
_IN_A_HEAD = pattern(
    r"\b(?:knows?|knew|pretend\w*|suppose\w*|imagine\w*|aware|am sure|are sure|is sure|certain)(?: that)? (?:the |this |either [\w ]{1,20} or )?$"
    r"|\beither [\w ]{1,20} or $|\bas (?:this |the )?$|\b(?:states|stresses|adds|tells? \w+|told \w+) that $"
)
_GOES_ON = pattern(
    r" (?:face|stagnate|depend|rely|grow|suffer|struggle|decline|rise|fall|need|be|have|experience|benefit|remain|increase|see|lag|lose"
    r"|shrink|expand|deteriorate|improve|slow|recover|exist|evolve|change)\b"
)
_ACT_BESIDE = pattern(
    r"[^.;]{0,80}, (?:pledging|promising|citing|announcing|claiming|saying|having|arguing|warning|declaring|insisting)\b"
)
_OFFICIAL_NEXT = pattern(
    r"\W*(?:but |and |on \w+,? )?(?:the |its |an? )?(?:(?:mr|mrs|ms|dr|sir|lord|president|sen|rep|gov)\.? |(?:[\w'-]+ ){0,3}?"
    r"(?:officials?|ministers?|secretary|spokes(?:man|woman|person)|chancellor|commissioner|ambassador|chief executive)\b)"
    r"[^.;]{0,60}?\b(?:said|says|told|announced|also|added|gave|wrote|declared|insisted|warned)\b"
)
_BETTER = pattern(r"[^.;]{0,80}?\b(?:more|better|less|worse|harder|faster)\b[^.;]{0,60}?\bthan\b")
_MEMBERS = ("democrats ", "republicans ", "lawmakers ", "liberals ", "conservatives ")
_DONE_TO_THEM = (" expected", " supposed", " required", " dominant", " allowed", " obliged")
_SAID_OF = pattern(
    r"\b(?:thing|things|anything|everything|something|nothing|all|those|ones?)(?: that)? $|\b(?:what|whatever|whichever) $"
)
_OWN_WORDS = pattern(r"(?: for| that)?(?: an?| the)? [\"\x93“]")
_THEY_THINK = pattern(
    r"\b(?:analysts|experts|critics|observers|officials|diplomats|some|many) (?:\w+ )?(?:fear|believe|expect|think|hope|worry|suspect) (?:that )?$"
)
_TO_BE = pattern(r".{0,60}?\bto be\b|.{0,3} be\b")
_QUOTES = ('"', "\x93", "“", "'")
_CUSTOM_RULE = pattern(r"[^.;]{0,40} (?:should|must|ought)\b")
_HISTORY_TOLD = pattern(r"(?: (?!has\b|have\b)[\w'-]+){0,7} (?:was|were)\b")
_EXAMPLE_NAMED = pattern(
    r"[^.;]{0,110}\b[a-z]+s (?:like|such as) [a-z]|,? the (?:recipe|dish|sauce|bread|festival|ceremony|week-?long|annual)\b"
)
_ALL_OF_US = pattern(
    r"\b(?:humans|mankind|humankind|humanity|human beings|men have|people have|climate|rainfall|weather|monsoon)\b"
)


def _what_follows(context: Context, match: Match) -> tuple[int, int]:
    """Return the span of the next sentence, be it in the next paragraph: the news has a paragraph for each."""
    flat = context.flat
    after = flat.sentence_of(match.start) + 1
    if after == len(flat.sentences):
        return match.end, match.end
    start, end = flat.sentences[after]
    return start, min(end, start + 400)


def aimed_at(context: Context, match: Match) -> float:
    """``To help more and more people``: what somebody sets out to do, not how things have gone."""
    return 0.0 if _AIM.search(text_before(context, match)) else 1.0


def no_mind_there(context: Context, match: Match) -> float:
    """``Nobody in Brussels believes``, ``hopes to open``: people, plans; or the act, the official or the quotation beside it."""
    low = context.flat.low
    before = text_before(context, match)
    if _WITHIN.search(before) or _IN_A_HEAD.search(before):
        return 0.0
    planned = low.endswith(("wants", "hopes", "want", "hope"), match.start, match.end)
    if planned and low.startswith((" to ", " damages", " results"), match.end):
        return 0.0
    start, end = _what_follows(context, match)
    if low.startswith(_QUOTES, start) or _OWN_WORDS.match(low, match.end) or _THEY_THINK.search(before):
        return 0.0
    if "considers" in low[match.start : match.end] and _TO_BE.match(low, match.end - 3):
        return 0.0
    if low.endswith("will continue to", match.start, match.end) and _GOES_ON.match(low, match.end):
        return 0.0
    if _ACT_BESIDE.match(low, match.end) or _OFFICIAL_NEXT.match(low, start, end):
        return 0.0
    return 1.0


def nobody_better(context: Context, match: Match) -> float:
    """``No one knows it better than the crew`` praises the crew and counts nobody."""
    low = context.flat.low
    nobody = low.startswith(("no one", "nobody", "no-one"), match.start)
    return 0.0 if nobody and _BETTER.match(low, match.end) else 1.0


def what_they_want(context: Context, match: Match) -> float:
    """``Anything that residents want``: whatever it is; a party's or a chamber's members in the news; what is expected of them."""
    low = context.flat.low
    if context.profile == "news" and low.startswith(_MEMBERS, match.start):
        return 0.0
    if low.endswith(_DONE_TO_THEM, match.start, match.end):
        return 0.0
    return 0.0 if _SAID_OF.search(text_before(context, match, 24)) else 1.0


def custom_as_rule(context: Context, match: Match) -> float:
    """``By tradition, a red wine should``: the rule of a craft; what nature, humankind or a named example shows."""
    low = context.flat.low
    if low.startswith("historically", match.start) and _HISTORY_TOLD.match(low, match.end):
        return 0.0
    if _CUSTOM_RULE.match(low, match.end) or _EXAMPLE_NAMED.match(low, match.end):
        return 0.0
    return 0.0 if _ALL_OF_US.search(low, max(match.start - 90, 0), match.end) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "aimed-at": aimed_at,
    "no-mind-there": no_mind_there,
    "nobody-better": nobody_better,
    "what-they-want": what_they_want,
    "custom-as-rule": custom_as_rule,
}
