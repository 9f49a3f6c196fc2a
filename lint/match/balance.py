"""The check ``false-balance-pair``: two nameless camps with opposite claims, and no word on their weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from lint.match.stems import opposed, stems
from lint.model.context import Context, Match
from lint.model.finding import Related
from lint.model.noted import noted_apart
from lint.model.pattern import pattern
from lint.model.rule import Rule

_REACH = 3
"""Sentences that may lie from one camp to the other."""
_CHARACTERS = 600
_CLAIM = 300
"""Characters of what a camp says that are compared."""
_OTHERS = pattern(r"(?:still )?others?\b|another\b")
_SOME = pattern(r"(?:some|many|several|a few|certain)\b")
_CON = pattern(
    r"\b(?:critics|opponents|detractors|sceptics|skeptics|doubters|naysayers|pessimists|adversaries)\b"
)
_PRO = pattern(
    r"\b(?:supporters|proponents|defenders|backers|advocates|champions|enthusiasts|fans|optimists|boosters|believers)\b"
)
_SPEAK = pattern(
    r" (?:have |had )?(?:say|said|call(?:ed)?|argued?|insist(?:ed)?|claim(?:ed)?|contend(?:ed)?|counter(?:ed)?|brand(?:ed)?"
    r"|hail(?:ed)?|praised?|dismiss(?:ed)?|denounced?|described?|see|saw|view(?:ed)?|warn(?:ed)?|fear(?:ed)?|maintain(?:ed)?"
    r"|believed?|think|thought|feel|felt|hold|held|suggest(?:ed)?|regard(?:ed)?|consider(?:ed)?|doubt(?:ed)?|den(?:y|ied)"
    r"|attribute[ds]?|predict(?:ed)?|expect(?:ed)?|oppose[ds]?|favou?r(?:ed)?|point(?:ed)? (?:to|out)|complain(?:ed)?|welcomed?)\b"
)
_BARE = pattern(
    r"(?:[\n.,;:?!] |\b(?:while|but|and|some|many|whereas|although|though|its|his|her|their|yet) )$"
)
_CLAUSE = pattern(r"(?:^|[\n.,;:?!)\x97\x96] |\b(?:but|and|although|though|yet|still|because|as|that) )$")
"""Where a clause begins that says so outright: not *where there is no agreement*."""
_TURN = pattern(
    r"(?:however|but|yet|by contrast|in contrast|on the other hand|conversely|meanwhile|while|whereas)\b"
)
_WEIGHED = pattern(
    r"\b(?:most|majority|minority|few|\d+ (?:of|percent|per cent)|\d+%|poll(?:ed)?|survey(?:ed)?)\b"
)


_SETTLED = pattern(
    r"\b(?:resolution|probably|in fact|in practice|evidence|turned out|resolved|the truth|fortunately|however, (?:the|most))\b"
)
"""Words with which the next sentence weighs the two."""
_AGREED = pattern(
    r"\bagrees?\b|\b(?:places|implementations|tools|systems|compilers|versions|browsers|programs)\b|\bi\b"
)
"""No two camps of people: they agree, they are programs, or one of them is the writer."""


def false_balance(context: Context, rule: Rule) -> Iterator[Match]:
    """Find the second of two unnamed camps that contradict each other; the first is the related place."""
    vague: list[Match] = context.kept.get("vague", [])
    camps = _apart([*vague, *_camps_by_name(context, rule)])
    told = -1
    for first, second in pairwise(camps):
        if first.start > told and _oppose(context, first, second):
            told = second.start
            yield _pair(context, rule, first, second)
    for start, end, index in noted_apart(context, rule):
        flat = context.flat
        begins = max(start - 12, flat.sentences[flat.sentence_of(start)].start - 2, 0)
        if " " in rule.data["phrases"][index] and _CLAUSE.search(flat.low, begins, start):
            yield Match(rule, start, end)


def _camps_by_name(context: Context, rule: Rule) -> Iterator[Match]:
    """Yield what critics, supporters, some and others say, bare, whatever the rules of attribution make of it."""
    low = context.flat.low
    for start, end, index in noted_apart(context, rule):
        word = " " not in rule.data["phrases"][index]
        spoken = _SPEAK.match(low, end) if word else None
        if spoken and _BARE.search(low, max(start - 12, 0), start):
            yield Match(rule, start, spoken.end())


def _apart(matches: Iterable[Match]) -> list[Match]:
    """Return the widest of the matches that overlap, in order: *some experts say* hides *experts say*."""
    found: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if not found or match.start >= found[-1].end:
            found.append(match)
    return found


def _oppose(context: Context, first: Match, second: Match) -> bool:
    """Say whether two vague attributions are the two sides of one matter."""
    flat = context.flat
    one, other = flat.sentence_of(first.start), flat.sentence_of(second.start)
    if other - one > _REACH and second.start - first.end > _CHARACTERS:
        return False
    between = flat.low[first.start : second.start]
    past = min(flat.sentences[other].end, second.end + _CLAIM)
    if _AGREED.search(flat.low, first.start, past) or _SETTLED.search(flat.low, past, past + 250):
        return False
    if _WEIGHED.search(between) or flat.low.find("wonder", second.start, second.end) >= 0:
        return False
    if _camps(context, first, second):
        return True
    ends = min(flat.sentences[other].end, second.end + _CLAIM)
    stop = min(second.start if one == other else flat.sentences[one].end, first.end + _CLAIM)
    claims = stems(context, first.end, stop), stems(context, second.end, ends)
    if not opposed(context, *claims):
        return False
    starts = flat.sentences[other].start
    turned = one == other or _TURN.match(flat.low, starts) is not None
    others = _OTHERS.match(flat.low, second.start) or _OTHERS.search(flat.low, second.start, second.end)
    return bool(turned or others)


def _camps(context: Context, first: Match, second: Match) -> bool:
    """Say whether the two agents are for and against, or *some* and *others*, one right after the other."""
    flat = context.flat
    low = flat.low
    near = flat.sentence_of(second.start) - flat.sentence_of(first.start) <= 1
    for one, other in ((_CON, _PRO), (_PRO, _CON)):
        if near and one.search(low, first.start, first.end) and other.search(low, second.start, second.end):
            return True
    return near and _SOME.match(low, first.start) is not None and _OTHERS.match(low, second.start) is not None


def _pair(context: Context, rule: Rule, first: Match, second: Match) -> Match:
    flat = context.flat
    end = min(flat.sentences[flat.sentence_of(second.start)].end, second.end + _CLAIM)
    end -= len(flat.text[second.start : end]) - len(flat.text[second.start : end].rstrip(" .!"))
    one, other = flat.text[first.start : first.end], flat.text[second.start : second.end]
    message = f"“{one}” against “{other}”: two camps without a name, and nothing on their weight"
    related = (Related(flat.source_span(first.start, first.end), "the other camp"),)
    return Match(rule, second.start, end, message=message, related=related)


CHECKS = {"false-balance-pair": false_balance}
