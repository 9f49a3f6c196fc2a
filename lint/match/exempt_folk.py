"""Innocent contexts of what people are said to think: a notion that is talked about, history told, one's own report.

Found by judging real prose. ``_SOFT`` hides a match by default. See ``exempt``.
"""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_SOFT = 0.55
_REACH = 40
_SPOKEN_OF = pattern(
    r"\b(?:what|which|how(?: little| much| many| few)?|everything|than|whatever|so|few|group of|number of)(?: [a-z]+)? $"
)
_CAUSED_TO = pattern(r"\b(?:when|lets?|makes?|making|made|until|other|others)(?: other)? $")
_WHOSE_OBJECT = pattern(
    r"\b(?!(?:as|is|was|says|does|thus|this|perhaps|always|sometimes|besides|unless)\b)[a-z]{2,}s $"
)
_MERE_THOUGHT = pattern(r" (?:about|of|to)\b")
_CAPITAL = ("the city", "the right", "the left", "the academy")
_PAST = pattern(
    r"^(?:(?:some |many |most |other )?people|every(?:one|body)|society|workers|humanity|mankind|the public|the markets?|the world)\b"
    r".* (?:thought|believed|said|felt|assumed|considered|feared|hoped|expected|argued|claimed|reported|wanted|viewed|saw|suggested|agreed|insisted)$"
)
_THEMSELVES = pattern(r" (?:that )?(?:they|their|them|themselves)\b")
_THEIR_OWN_WORDS = ('"', "\x93", "\x91", "'", "well")
_TIMED = pattern(r"\b(?:benchmarks|trials)\b")
_DIGIT = pattern(r"\d")
_SUMMED_UP = pattern(r"\W*(?:thus|so|hence|therefore|overall|in short|in summary|all in all)\b")

_DEFINES = pattern(r"\b(?:if|when|whenever|that|who|which|what|such as|then|both|two)\b")
_NOW = pattern(r"\b(?:is|are)(?: then)? $")
_CAN_BE = pattern(r"\b(?:can|cannot|could|may|might|would|should|hardly)(?: \w+)? (?:be )?$")
_DEGREED = pattern(
    r"(?:\b(?:an?|the|this|that|these|those|its|their|his|her|such|most|all|and|but|being)|\() $"
)
_DOUBTING = ("supposedly", "allegedly", "purportedly", "ostensibly")
_DISPUTES = pattern(r"\b(?:but|though|although|in fact|actually|whereas|despite|yet)\b")
_TALE = pattern(r"\b(?:myths?|legends?|folklore|tales?|lore|mythology|conspiracy|jokes?|joking|humou?r\w*)\b")

_CASE = pattern(r"\b(?:where|if|when|whether|this|another|variant of this) $")
_OPEN_POINT = pattern(r"(?: over| about| as to| on)? (?:whether|how much|how many|which|who)\b")
_NARROWED = pattern(r"\b(?:which|many|some|few|most|how many|usually|often|sometimes)(?: [a-z]+ly)? $")
_CAUSED = pattern(r"\b(?:by|gets?|getting|makes?|making|bring(?:s|ing)?) $")
_WHILE = pattern(r"\b(?:when|while|if|whenever|found|reveals?|revealed) (?:[\w']+ ){0,3}$")
_HAS = pattern(r"\b(?:has|have|had) $")
_FORENAME = pattern(r"\b[A-Z][a-z]+ $")


def notion(context: Context, match: Match) -> float:
    """``What most people think of as``, ``people thought that the earth``: a notion is told, and news is not made of it."""
    flat = context.flat
    said, after = flat.low[match.start : match.end], flat.low[match.end : match.end + 24]
    before = flat.low[max(match.start - _REACH, 0) : match.start]
    if _SPOKEN_OF.search(before) or _CAUSED_TO.search(before):
        return 0.0
    if (said.startswith("people") and _WHOSE_OBJECT.search(before)) or _MERE_THOUGHT.match(after):
        return 0.0
    if said.startswith(_CAPITAL) and not flat.text[match.start + 4].isupper():
        return 0.0
    if (
        before.endswith("-")
        or after.startswith(" by ")
        or (said.endswith(" feels") and after[:6] != " that ")
    ):
        return 0.0
    if said.endswith((" know", " knew")):
        return 0.0 if not said.startswith("every") else 1.0
    if said.endswith(" expected") and after.startswith(" to be"):
        return 0.0
    if context.profile == "news":
        return 1.0
    own = _THEMSELVES.match(after) or after.lstrip().startswith(_THEIR_OWN_WORDS)
    return _SOFT if own or _PAST.match(said) else 1.0


def summed_up(context: Context, match: Match) -> float:
    """``Thus the evidence shows``, ``the statistics show``: what was told is summed up; a manual's own benchmarks have figures."""
    start, end = sentence_span(context, match)
    low = context.flat.low
    if low.startswith(("the evidence", "the statistics", "the figures", "the numbers"), match.start):
        return _SOFT
    if (
        context.profile == "docs"
        and _TIMED.search(low, match.start, match.end)
        and _DIGIT.search(low, match.end, end)
    ):
        return _SOFT
    return _SOFT if _SUMMED_UP.match(context.flat.low, start) else 1.0


def told_of(context: Context, match: Match) -> float:
    """``There is the notion that``, ``where there is doubt``, ``this legend has it``: explained, a case, pointed at."""
    low = context.flat.low
    said, before = low[match.start : match.end], low[max(match.start - _REACH, 0) : match.start]
    explained = said.startswith("there") and said.split()[2:3] == ["the"]
    asked = said.startswith("there") and _OPEN_POINT.match(low, match.end)
    return 0.0 if explained or asked or _CASE.search(before) else 1.0


def narrowed(context: Context, match: Match) -> float:
    """``Which nobody reads``, ``how many people never``, ``usually the only``: some of them, or a thing described."""
    before = context.flat.low[max(match.start - _REACH, 0) : match.start]
    return 0.0 if _NARROWED.search(before) else 1.0


def in_passing(context: Context, match: Match) -> float:
    """``By more and more people``, ``gets harder and harder``, ``it becomes increasingly``: a process, not a trend."""
    low = context.flat.low
    said, before, after = (
        low[match.start : match.end],
        low[max(match.start - 10, 0) : match.start],
        low[match.end : match.end + 6],
    )
    if _WHILE.search(low[max(match.start - _REACH, 0) : match.start]):
        return 0.0
    if said.startswith(("becomes ", "become ")):
        return 0.0 if not _HAS.search(before) else 1.0
    return 0.0 if _CAUSED.search(before) or after.startswith(" will ") else 1.0


def half_a_name(context: Context, match: Match) -> float:
    """``Irving Berlin hates``: a person's name ends like a capital's."""
    flat = context.flat
    return (
        0.0
        if flat.text[match.start].isupper()
        and _FORENAME.search(flat.text[max(match.start - 16, 0) : match.start])
        else 1.0
    )


def so_called(context: Context, match: Match) -> float:
    """``A supposedly remote host`` meant to be one, ``are said to be equal`` by definition; a myth, or a word in doubt."""
    low = context.flat.low
    start, end = sentence_span(context, match)
    said, before = low[match.start : match.end], low[start : match.start]
    if said.startswith("said to"):
        return 0.0 if _CAN_BE.search(before) or (_NOW.search(before) and _DEFINES.search(before)) else 1.0
    if not said.startswith(_DOUBTING):
        return 1.0
    if _DEGREED.search(before[-12:]) and context.profile != "news":
        return 0.0
    return _SOFT if _DISPUTES.search(low, match.end, end) or _TALE.search(low, start, end) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "notion": notion,
    "summed-up": summed_up,
    "so-called": so_called,
    "told-of": told_of,
    "narrowed": narrowed,
    "in-passing": in_passing,
    "half-a-name": half_a_name,
}
