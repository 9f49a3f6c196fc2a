"""The check ``repeated-phrase``: a sentence or a long phrase that stands twice, almost word for word.

A repetition nearly always begins where a clause begins, or ends where a sentence ends. So the first and last
characters of clauses are compared, as keys of one dictionary; only equal ones are looked at word by word. That
costs a few milliseconds a megabyte, where comparing every run of seven words costs forty.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, chain, compress, islice, repeat
from operator import add, ne

from lint.model.context import Context, Match
from lint.model.finding import Related
from lint.model.noted import in_quotation
from lint.model.pattern import pattern
from lint.model.rule import Rule

_KEY = 30
"""Characters that must agree before two places are compared: some five words."""
_JOINTS = (", ", "; ", " that ", " and ", " but ")
_WORDS = 11
_CONTENT = 3
_INSIDE = 3
"""So many words more where a run begins inside a clause, and where it ends inside one."""
_REFRAIN = 60
"""Characters of a run that are looked for a third time: what comes back again and again is a formula on purpose."""
_SHORT = 14
"""Words below which a run must say something of something."""
_OPENING = 12
"""Characters into a sentence at which its claim may begin: after *Now* or *However*."""
_STOPS = "\n\x1a"
"""A run ends with its paragraph, and at code: what stands there may well differ."""
_MOST = 200
"""Equal beginnings looked at in one text: a table in words could have tens of thousands."""
_PROSE = frozenset(("paragraph", "item"))
_WORD = pattern(r"[\w'-]+")
# A short run must say something of something: a name with all its titles is no repetition.
_CLAIM = pattern(
    r"(?!.{0,60}\b(?:that|which|who)\b)(?:[\w'-]+,? ){1,6}?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|wants?|says?|\w{3,}ed)\b"
)
_SUMMARY = pattern(r"(?:abstract|summary|tl;dr|in brief|key points|highlights|teaser)[.:]? ?\n")
"""The label over a summary, which may well say what the text says."""
_SEPARATORS = ("\n___", "\n***", "\n* * *", "\n---\n")
"""Signs between parts that were not written as one text, as in a running report."""
_SOURCE_NOTE = pattern(r"\[[a-z]|op\. cit|, pp?$")
"""Marks of a quotation with its source, which may stand twice."""
_PLAIN = pattern(r"(?<![\w'-])[a-z]{4,}(?![\w'-])")
_COMMON = frozenset(
    "about above after again against along among another around because before being below between could"
    " during every first following following however might never number often other others rather second"
    " shall should since some still their there these things those three through under until using where"
    " whether which while whole whose within without would that this they them than then when what will with"
    " from have been were also only more most some such each other into over does done make made must need"
    " many much very just like both same used uses using your ours able upon onto here".split()
)


def repeated_phrase(context: Context, rule: Rule) -> Iterator[Match]:
    """Find each later copy of a run of ``words`` words or more, of which ``content`` carry meaning."""
    least = int(context.target(rule.name, "words", _WORDS))
    content = int(context.target(rule.name, "content", _CONTENT))
    past = 0
    for at, first in islice(_pairs(context), _MOST):
        if at < past:
            continue
        start, end = _common_run(context.flat.low, first, at)
        original = first - (at - start)
        wanted = least + _INSIDE * (
            (not _at_joint(context, start)) + (context.flat.text[end] not in ".,;:!?")
        )
        if original + (end - start) > start or not _worth_saying(context, start, end, wanted, content):
            continue
        if _listed(context, original, start) or _refrain(context, start, end):
            continue
        past = end
        yield _echo(context, rule, start, end, original)


def _refrain(context: Context, start: int, end: int) -> bool:
    """Say whether the words stand there more than twice, or name a source inside brackets."""
    low = context.flat.low
    begins = context.flat.sentences[context.flat.sentence_of(start)].start
    cited = low.rfind("[", begins, start) > low.rfind("]", begins, start)
    cited = cited or _SOURCE_NOTE.search(low, start, end) is not None
    return cited or low.count(low[start : min(end, start + _REFRAIN)]) > 2


def _echo(context: Context, rule: Rule, start: int, end: int, original: int) -> Match:
    flat = context.flat
    span = flat.source_span(original, original + end - start)
    message = f"{_count(flat.text, start, end)} words that the text has already"
    return Match(rule, start, end, message=message, related=(Related(span, "the same words"),))


def _count(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text, start, end))


def _pairs(context: Context) -> Iterator[tuple[int, int]]:
    """Yield (later place, first place) of clauses that begin alike or sentences that end alike, in order."""
    flat = context.flat
    text = flat.low
    starts = list(flat.sentence_starts)
    for joint in _JOINTS:
        starts += _behind(text, joint)
    begun = _doubled([text[at : at + _KEY] for at in starts], starts)
    ends = [end - _KEY for _, end in flat.sentences if end > _KEY]
    ended = _doubled([text[at : at + _KEY] for at in ends], ends)
    return iter(sorted(chain(begun, ended)))


def _behind(text: str, joint: str) -> list[int]:
    """Return where each piece after a joint begins."""
    return list(accumulate(map(add, map(len, text.split(joint)), repeat(len(joint)))))[:-1]


def _doubled(keys: list[str], places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield (later place, earlier place) for each key that was there before."""
    first: dict[str, int] = {}
    seen = list(map(first.setdefault, keys, places))
    for old, new in compress(zip(seen, places, strict=True), map(ne, seen, places)):
        yield max(new, old), min(new, old)


def _common_run(text: str, first: int, second: int) -> tuple[int, int]:
    """Return the whole words around ``second`` that stand around ``first`` too, in the same paragraph."""
    back = 0
    while text[first - back - 1] == text[second - back - 1] not in _STOPS and back < 300:
        back += 1
    on = 0
    limit = min(len(text) - second, 600)
    while on < limit and text[first + on] == text[second + on] not in _STOPS:
        on += 1
    start, end = _trimmed(text, second - back, second, second + on)
    return start, end


def _trimmed(text: str, start: int, second: int, end: int) -> tuple[int, int]:
    """Return whole words only, without the first words of a sentence that then goes another way."""
    while start < second and (text[start - 1].isalnum() or not text[start].isalnum()):
        start += 1
    while end > start and (text[end : end + 1].isalnum() or not text[end - 1].isalnum()):
        end -= 1
    stop = max(text.rfind(". ", start, end), text.rfind("? ", start, end))
    if stop > second and text.count(" ", stop, end) < 5 and text[end] not in ".?!":
        end = stop
    return start, end


def _at_joint(context: Context, start: int) -> bool:
    """Say whether a run begins where a clause does."""
    flat = context.flat
    if start - flat.sentences[flat.sentence_of(start)].start <= _OPENING:
        return True
    return flat.low.endswith(_JOINTS, max(start - 8, 0), start)


def _worth_saying(context: Context, start: int, end: int, least: int, content: int) -> bool:
    """Say whether a run is long enough, means enough, and is prose in the writer's own words."""
    flat = context.flat
    text = flat.text
    if end - start < _KEY or _count(text, start, end) < least or text.find("''", start - 2, start + 2) >= 0:
        return False
    if flat.document.blocks[flat.block_of(start)].kind not in _PROSE or in_quotation(context, start):
        return False
    if in_quotation(context, end - 1):
        return False
    if _count(text, start, end) < _SHORT and not _CLAIM.match(flat.low, start, end):
        return False
    words = set(_PLAIN.findall(text, start, end)) - _COMMON
    return len(words) >= content


def _listed(context: Context, original: int, start: int) -> bool:
    """Say whether the two stand in one list, whose items are built alike on purpose, or are not both prose."""
    flat = context.flat
    one, other = flat.block_of(original), flat.block_of(start)
    kinds = {flat.document.blocks[one].kind, flat.document.blocks[other].kind}
    if not kinds <= _PROSE or kinds == {"item"} or in_quotation(context, original):
        return True
    if any(_SUMMARY.match(flat.low, flat.blocks[n].start) for n in range(max(one - 3, 0), one)):
        return True
    source = flat.document.text
    between = flat.source(original), flat.source(start)
    return any(source.find(sign, *between) >= 0 for sign in _SEPARATORS)


CHECKS = {"repeated-phrase": repeated_phrase}
