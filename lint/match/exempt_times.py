"""Innocent contexts of the time rules. See ``exempt``."""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.flat import OPAQUE
from lint.model.pattern import pattern

# Case counts: the US is not us.
_OWN = pattern(
    r"\b(?:I|[Ww]e|I've|[Ww]e've|I'm|[Ww]e're|I'd|[Ww]e'd|[Ww]e'll|I'll|[Yy]ou|[Yy]ou'll|[Ll]et's|me|us|[Mm]y|[Oo]ur|[Yy]our)\b"
)
_OF_A_THING = pattern(
    r"\b(?:the|a|an|this|that|these|its|his|her|their|our|my|your|no|any|each|every|of|to|from|with|for|in|by|and|some|many"
    r"|two|three|several|other|most|all) $"
)
_USED = pattern(r"recently (?:used|added|opened|modified|viewed|visited|changed|created|updated|accessed)\b")
_SOON = ("soon ", "soon.", "soon,", "shortly")
_AHEAD = pattern(
    r"\b(?:will|'ll|to be|is to|are to|expected|due|planned|going to|coming|available|scheduled|should)\b"
)
_COMPARED_BEFORE = pattern(r"\b(?:more|most|as|so|too|very|how|less|least|sooner|not|nor) $")
_COMPARED_AFTER = pattern(
    r" (?:as|after|afterwards|before|thereafter|enough|to come|followed|became|gave|found|realis|realiz|discovered)\b"
)
_PROGRAM = pattern(
    r"\b(?:currently|presently|now|soon) (?:\w+ )?(?:selected|running|executing|active|open|focused|held|being|in scope"
    r"|loaded|installed|logged|playing|set|stored|displayed|shown|highlighted|connected|processing|borrowed)\b"
)
_CONDITION = pattern(
    r"\b(?:if|when|while|whether|whatever|whichever|whoever|what|which|where|that|who)\b[^,;.]{0,40}$"
)
_RUNNING = pattern(
    r"\b(?:returns?|thread|process|function|method|loop|value|pointer|object|iterator|lock|buffer|stack|called"
    r"|variable|iteration|element|item|key|index|directory|interpreter)\b"
)
_ANNOUNCED = pattern(r"\b(?:upcoming|forthcoming)\b")
_DAY = pattern(
    r"\b(?:19|20)\d\d\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_TOLD = pattern(
    r"^(?:[\"\x93'(]?)(?:[a-z]+(?:ly)? )?(?:save|stir|check|wash|use|press|click|run|call|repeat|shake|turn|test|try|add)\b"
)


def own_story(context: Context, match: Match) -> float:
    """A story or a lesson in the first or second person, whose time is the reader's or the teller's."""
    start, _ = sentence_span(context, match)
    near = context.flat.text[max(start, match.start - 40) : match.end + 24]
    return 0.0 if _OWN.search(near) else 1.0


def said_of_a_thing(context: Context, match: Match) -> float:
    """``The recently elected mayor``: a mark of the thing, said in passing."""
    low = context.flat.low
    said = low[match.start : match.end]
    if said not in {"recently", "currently", "presently", "lately"}:
        return 1.0
    if _USED.match(low, match.start):
        return 0.0
    return 0.0 if _OF_A_THING.search(low[max(match.start - 8, 0) : match.start]) else 1.0


def compared_time(context: Context, match: Match) -> float:
    """``As recently as``, ``soon after``, ``for years to come``: one time measured by another."""
    low = context.flat.low
    if low.startswith(_SOON, match.start) and not _AHEAD.search(
        low[max(match.start - 48, 0) : match.end + 8]
    ):
        return 0.0  # "it soon gained ground" is a story told
    if low.endswith(" had ", 0, match.start) or low.endswith(" had", 0, match.start - 1):
        return 0.0
    if low[match.end] == "-":  # late-deciding voters
        return 0.0
    if _COMPARED_BEFORE.search(low[max(match.start - 8, 0) : match.start]):
        return 0.0
    return 0.0 if _COMPARED_AFTER.match(low, match.end) else 1.0


def state_of_a_program(context: Context, match: Match) -> float:
    """What a program holds or does at that moment, whatever the date."""
    low = context.flat.low
    start, end = sentence_span(context, match)
    if _PROGRAM.match(low, match.start) or _CONDITION.search(low[max(start, match.start - 60) : match.start]):
        return 0.0
    return 0.4 if OPAQUE in low[start:end] and _RUNNING.search(low, start, end) else 1.0


def told_to_do(context: Context, match: Match) -> float:
    """An instruction, or a function that is called: nobody is said to have done anything."""
    if context.flat.low.startswith("called ", match.start):
        return 0.0
    start, end = sentence_span(context, match)
    return 0.0 if _TOLD.match(context.flat.low[start:end]) else 1.0


def day_given(context: Context, match: Match) -> float:
    """``The upcoming vote, scheduled for November 2024``: the clause says when."""
    _, end = sentence_span(context, match)
    announced = _ANNOUNCED.search(context.flat.low, match.start, match.end)
    return 0.0 if announced and _DAY.search(context.flat.text, match.end, end) else 1.0


_OPENING = ('"', "\x93")
_AN_OCCASION = pattern(r"^\W*(?:for example|for instance|during|in \d{4}|on \d|most recently|take)\b")


def instanced(context: Context, match: Match) -> float:
    """The words that were said so often follow, or one occasion does in the next sentence."""
    flat = context.flat
    _, end = sentence_span(context, match)
    if any(flat.low.find(mark, match.end, end) >= 0 for mark in _OPENING):
        return 0.0
    after = flat.sentence_of(match.start) + 1
    if after == flat.block_sentences[flat.block_of(match.start)][1]:
        return 1.0
    return 0.0 if _AN_OCCASION.search(flat.low[slice(*flat.sentences[after])]) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "own-story": own_story,
    "said-of-a-thing": said_of_a_thing,
    "compared-time": compared_time,
    "state-of-a-program": state_of_a_program,
    "day-given": day_given,
    "told-to-do": told_to_do,
    "instanced": instanced,
}
