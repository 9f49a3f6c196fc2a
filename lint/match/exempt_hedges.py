"""Innocent contexts of the hedging and generalization rules. See ``exempt``."""

from __future__ import annotations

import re
from collections.abc import Callable

from lint.model.context import Context, Match
from lint.model.flat import OPAQUE

_IDIOM = re.compile(
    r"\b(?:than|as|all|everything|anything|whatever|best|not|n't|never|nobody|no one|hardly)\b[^,;]{0,70}$"
)
_SAID = re.compile(
    r"\b(?:said|says?|saying|told|tells|according to|announced|wrote|writes|testified|tweeted|argue[ds]?|added|explained"
    r"|insisted|insists|claim(?:ed|s)|noted|stated|warned|warns?|suggested|acknowledged|contend(?:ed|s)?|believes?|thinks?|thought"
    r"|described|called|predict(?:ed|s)?)\b"
)
_FILLED = re.compile(
    r" ?(?::|\(|,? (?:such as|including|like|where|when|in which|if|that|because|by|e\.g\.|for example|which)\b)"
)
_LISTED = re.compile(
    r"(?: [\w-]+){0,3}(?: ?:| \(|,? (?:including|such as|namely|like|e\.g\.|among them)\b|, [a-z]+ly )"
)
_NAMED_QUESTION = re.compile(
    r" (?:to (?:\w+ )?(?:\w+ )?(?:whether|if|how|why|which|what)|into|on (?:how|why|whether))\b"
)
_NORM = re.compile(
    r"\b(?:must|shall|should|may|are (?:required|entitled|eligible|expected|advised|encouraged|free|allowed|permitted))\b"
)
_PART = re.compile(
    r"(?:\b(?:some|many|most|few|several|other|those|these|the|our|my|his|her|their|its|your|both|two|three|four|five|six|seven"
    r"|eight|nine|ten|\d[\d,]*|hundreds?|thousands?|millions?|dozens?|number|majority|of|fellow|for|to|with|by|among|from|as"
    r"|than|like|between|and|or|help|about|against)|'s|s')(?: [\w-]+)? $|-$"
)
_BEFORE_THE = re.compile(r"\b(?:of|for|to|with|by|among|from|than|like|on|at|in|and|or|against|between) $")
_ODDS = re.compile(r"\d\s?(?:%|per ?cent)|\bscale\b|\bodds\b|\bchance in\b|\bin \d+\b")
_SOFTWARE = re.compile(
    r"\b(?:returns?|returned|raises?|supported|implement|function|method|module|class|api|library|syntax|python|compiler|parser)"
)
_VOICE = re.compile(r"\b(?:i|i'm|i've|i'd|we|we've|my|our)\b")
_PERSON = re.compile(r"(?:\b(?:he|she|i|we|you|they|who)(?: (?:has|have|had|would|also))?|[A-Z][\w.'-]+) $")
_NO_DEGREE = (" of", " a", " an", " the", " like", " in", " as", " to", " less", " more", " where", " what", " similar", " similarly", " different", " related", " equivalent")
_NO_RANK = re.compile(r"\bmost (?:of|recent|recently|common|commonly|likely|basic|general)\b|\bonly other\b")
_SEEMS = re.compile(r"seem|appear")
_RELATIVE = re.compile(r"\b(?:that|what|which|who|whatever|whether)(?: [\w'-]+){0,4} $")
_OF_DOING = re.compile(r" (?:of|that) |:")
_OWN_VOICE_PER_WORDS = 150

def _sentence(context: Context, match: Match) -> tuple[int, int]:
    return context.flat.sentences[context.flat.sentence_of(match.start)]


def idiom(context: Context, match: Match) -> float:
    """``Not possibly``, ``more than one could possibly``: one idiom, no second doubt."""
    start, _ = _sentence(context, match)
    said = context.flat.low[match.start : match.end]
    if "possibly" not in said:
        return 1.0
    before = context.flat.low[max(start, match.start - 80) : match.start]
    return 0.0 if " not " in said or _IDIOM.search(before) else 1.0


def attributed(context: Context, match: Match) -> float:
    """Somebody is said to say it: whether that somebody is named is the business of attribution."""
    start, end = _sentence(context, match)
    low = context.flat.low
    outside = _SAID.search(low, start, match.start) or _SAID.search(low, match.end, end)
    return 0.0 if outside else 1.0


def filled_in(context: Context, match: Match) -> float:
    """The cases, the respect or the contrast follow at once."""
    return 0.0 if _FILLED.match(context.flat.low, match.end) else 1.0


def then_listed(context: Context, match: Match) -> float:
    """The factors follow (a list that begins with *including* is only part of them), or the open question."""
    low = context.flat.low
    found = _LISTED.match(low, match.end)
    if found and not context.flat.low.startswith("one thing", match.start):
        return 0.8 if "including" in found.group() else 0.3
    return 0.4 if _NAMED_QUESTION.match(low, match.end) else 1.0


def normative(context: Context, match: Match) -> float:
    """A rule with force: what all must do, not what all do."""
    return 0.0 if _NORM.search(context.flat.low, match.start, match.end + 12) else 1.0


def some_of_them(context: Context, match: Match) -> float:
    """Part of the group, or a group in one place: counted, owned, pointed at."""
    start, _ = _sentence(context, match)
    low = context.flat.low
    before = low[max(start, match.start - 40) : match.start]
    part = _BEFORE_THE if low.startswith("the ", match.start) else _PART
    return 0.0 if part.search(before) else 1.0


def of_a_person(context: Context, match: Match) -> float:
    """A person who seems to suggest has said something, and one who is increasingly upset is no trend."""
    if match.rule.name == "modal-stack" and not _SEEMS.match(context.flat.low, match.start):
        return 1.0
    start, _ = _sentence(context, match)
    text = context.flat.text[max(start, match.start - 30) : match.start]
    return 0.0 if _PERSON.search(text) or _PERSON.search(text.lower()) else 1.0


def embedded(context: Context, match: Match) -> float:
    """``What they may or may not have`` is a relative clause, and claims nothing; a program that may or may not is specified."""
    if " or " not in context.flat.low[match.start : match.end]:
        return 1.0
    start, end = _sentence(context, match)
    low = context.flat.low
    technical = OPAQUE in low[start:end] or _SOFTWARE.search(low, start, end)
    return 0.0 if technical or _RELATIVE.search(low, start, match.start) else 1.0


def spelled_out(context: Context, match: Match) -> float:
    """``The effect of raising``: what the effect would be follows; side effects are listed on the leaflet."""
    if context.flat.low.endswith("side effects", 0, match.end):
        return 0.0
    return 0.0 if _OF_DOING.match(context.flat.low, match.end) else 1.0


def not_an_adjective(context: Context, match: Match) -> float:
    """``Somewhat of a mystery`` and ``kind of a`` blur no degree."""
    return 0.0 if context.flat.low.endswith(_NO_DEGREE, 0, match.end) else 1.0


def class_of_them(context: Context, match: Match) -> float:
    """``The world's richest countries`` is a class with a name, unless one of them is picked out."""
    said = context.flat.low[match.start : match.end]
    if _NO_RANK.search(said):
        return 0.0
    plural = said.endswith("s") and not said.endswith(("ss", "us", "is"))
    return 0.0 if plural and "'s " in said and not said.startswith("one of") else 1.0


def negated_all(context: Context, match: Match) -> float:
    """``Not everyone`` and ``almost everyone`` are no claim about all."""
    before = context.flat.low[max(match.start - 12, 0) : match.start]
    return 0.0 if re.search(r"\b(?:not|if|when|that|almost|nearly|does|do|did|like|than|as|from|of|with|where|sure|so|ensures?|probably|perhaps|until|because) $", before) else 1.0


def superlative_most(context: Context, match: Match) -> float:
    """``The most people`` counts them; it is no share."""
    return (
        0.0
        if re.search(
            r"\b(?:the|at|its|their|his|her|whose) $", context.flat.low[match.start - 8 : match.start]
        )
        else 1.0
    )


def pronoun(context: Context, match: Match) -> float:
    """``It`` stands for something else than a state, a capital or an institution named before."""
    flat = context.flat
    at = flat.low.find("it ", match.start, match.end)
    if at < 0 or at > match.start + 9:
        return 1.0
    start, _ = _sentence(context, match)
    mask = context.bits("metonym.capital", "metonym.state", "metonym.institution")
    first = next((p for p in range(start, min(start + 3, at)) if flat.low[p].isalnum()), start)
    return 1.0 if any(context.hits.at(p, mask) > 0 for p in _clause_starts(flat.low, first, at)) else 0.0


def _clause_starts(low: str, first: int, at: int) -> list[int]:
    """Return where the clauses before ``at`` begin: there stands what ``it`` goes on about."""
    return [first, *(m.end() for m in re.compile(r", |; | that ").finditer(low, first, at))]


def own_company(context: Context, match: Match) -> float:
    """A company that writes about itself as we."""
    return 0.5 if " we " in context.flat.low[match.start : match.end + 200] else 1.0


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
    start, end = _sentence(context, match)
    return 0.0 if _ODDS.search(context.flat.low, start, end) else 1.0


def software(context: Context, match: Match) -> float:
    """What a program has always done is its specification."""
    start, end = _sentence(context, match)
    return 0.0 if _SOFTWARE.search(context.flat.low, start, end) else 1.0


def correlative(context: Context, match: Match) -> float:
    """``The more …, the more …`` tells how two things go together."""
    return 0.0 if context.flat.low.endswith("the ", 0, match.start) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "idiom": idiom,
    "attributed": attributed,
    "filled-in": filled_in,
    "then-listed": then_listed,
    "normative": normative,
    "some-of-them": some_of_them,
    "superlative-most": superlative_most,
    "of-a-person": of_a_person,
    "not-all": negated_all,
    "embedded": embedded,
    "spelled-out": spelled_out,
    "not-an-adjective": not_an_adjective,
    "class-of-them": class_of_them,
    "pronoun": pronoun,
    "own-company": own_company,
    "own-voice": own_voice,
    "with-odds": with_odds,
    "software": software,
    "correlative": correlative,
}
