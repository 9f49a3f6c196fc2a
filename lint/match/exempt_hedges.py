"""Innocent contexts of the hedging and generalization rules. See ``exempt``."""

from __future__ import annotations

import re
from collections.abc import Callable

from lint.model.context import Context, Match

_IDIOM = re.compile(
    r"\b(?:than|as|all|everything|anything|whatever|best|not|n't|never|nobody|no one|hardly)\b[^,;]{0,24}$"
)
_SAID = re.compile(
    r"\b(?:said|says|told|tells|according to|announced|wrote|writes|testified|tweeted|argued|added|explained|insisted|claimed|noted"
    r"|stated|warned|suggested|acknowledged|contended|believes? that|thinks?)\b"
)
_FILLED = re.compile(
    r" ?(?::|\(|,? such as\b|,? including\b|,? like\b|,? where\b|,? when\b|,? in which\b|,? if\b|,? that\b|,? because\b|,? by\b|,? e\.g\.)"
)
_LISTED = re.compile(
    r"(?: [\w-]+){0,3}(?: ?:| \(|,? (?:including|such as|namely|like|e\.g\.|among them)\b|, [a-z]+ly )"
)
_NAMED_QUESTION = re.compile(
    r" (?:to (?:\w+ )?(?:\w+ )?(?:whether|if|how|why|which|what)|into|on (?:how|why|whether))\b"
)
_NORM = re.compile(
    r"\b(?:must|shall|should|may|are required|are entitled|are eligible|are expected|are advised|are encouraged|are free)\b"
)
_PART = re.compile(
    r"(?:\b(?:some|many|most|few|several|other|those|these|the|our|my|his|her|their|its|your|both|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d[\d,]*|hundreds?|thousands?|millions?|dozens?|number|majority|of|fellow|for|to|with|by|among|from|as|than|like|between|and|or|help|that)"
    r"|'s|s')(?: [\w-]+)? $"
)
_ODDS = re.compile(r"\d\s?(?:%|per ?cent)|\bscale\b|\bodds\b|\bchance in\b|\bin \d+\b")
_SOFTWARE = re.compile(
    r"\b(?:return|raise|support|implement|accept|call|function|method|module|class|api|library|syntax|python|compiler|parser)"
)
_VOICE = re.compile(r"\b(?:i|i'm|i've|i'd|we|we've|my|our)\b")
_OWN_VOICE_PER_WORDS = 150


def _sentence(context: Context, match: Match) -> tuple[int, int]:
    return context.flat.sentences[context.flat.sentence_of(match.start)]


def idiom(context: Context, match: Match) -> float:
    """``Not possibly``, ``more than one could possibly``: one idiom, no second doubt."""
    start, _ = _sentence(context, match)
    said = context.flat.low[match.start : match.end]
    if "possibly" not in said:
        return 1.0
    before = context.flat.low[max(start, match.start - 40) : match.start]
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
    if low.startswith("the ", match.start):
        return (
            0.0
            if re.search(
                r"\b(?:of|for|to|with|by|among|from|than|like|on|at|in) $",
                low[max(start, match.start - 10) : match.start],
            )
            else 1.0
        )
    return 0.0 if _PART.search(low[max(start, match.start - 40) : match.start]) else 1.0


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
    "pronoun": pronoun,
    "own-company": own_company,
    "own-voice": own_voice,
    "with-odds": with_odds,
    "software": software,
    "correlative": correlative,
}
