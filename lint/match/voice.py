"""The check ``voice-shift``: a narrator who reports, and in one place turns to *our President* or *I love it*."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.context import Context, Match
from lint.model.finding import Related
from lint.model.noted import noted_apart
from lint.model.pattern import pattern
from lint.model.rule import Rule
from lint.model.typed import NamedTuple

_BEFORE = 60
"""Words in the third person that make a voice."""
_MOST = 3
"""Sentences in the first person beyond which it is the text's own voice."""
_REACH = 200
"""Characters from a *we* on in which it may speak of what is ours."""
_EDITORIAL = pattern(
    r"\b(?:opinion|editorial|op-ed|column|commentary|blog|diary|letters? to the editor|first person|interview"
    r"|transcript|review|q&a)\b"
)
# We conclude, as we saw: the writer and the reader, not a people.
_AUTHOR = pattern(
    r"we(?:'ll|'ve| will| shall| can| may| could| must| should| now| also| have| first| next| then| already)*"
    r" (?:conclude|see|seen|saw|say|said|find|found|note|noted|know|consider|assume|use|turn|look|show|describe"
    r"|discuss|call|compare|infer|expect|return|add|need|want|get|have|learn|are|do|reported|report)\b"
)
_OURS = pattern(
    r"our (?:own |great |beloved |dear |next |new )?(?:country|nation|president|prime minister|government|army|troops|soldiers"
    r"|homeland|motherland|parliament|congress|constitution|leaders?|borders?|king|queen)\b"
)
_FEELING = pattern(
    r"(?:i (?:really |personally |just |absolutely |simply )?(?:love|like|hate|enjoy|adore|dislike)\b"
    r"|my (?:own |personal )?(?:favou?rite|opinion)\b)"
)
_ELSEWHERE = ('"', "\x93", "\x94", "''", "@", "``")
"""Signs that a paragraph has somebody else's words, even where a quotation was not closed as it was opened."""
_CLAUSE_END = pattern(r"[,;:.!?\x97\x96]")


class Turn(NamedTuple):
    """A place in the first person: its flat span and its sentence, and whether it takes sides."""

    start: int
    end: int
    sentence: int
    sided: bool


def voice_shift(context: Context, rule: Rule) -> Iterator[Match]:
    """Find the few places that take a side in the first person, in a text that has spoken of others until then."""
    flat = context.flat
    turns = list(_turns(context, rule))
    sided = [turn for turn in turns if turn.sided]
    most = int(context.target(rule.name, "sentences", _MOST))
    before = context.target(rule.name, "words", _BEFORE)
    if not sided or len({turn.sentence for turn in turns}) > most or _labelled(context):
        return
    first = turns[0]
    if flat.text.count(" ", 0, first.start) < before:
        return
    begin = flat.source_span(*flat.sentences[0])
    for turn in {t.sentence: t for t in reversed(sided)}.values():
        related = (Related(begin, "begins in the third person"),)
        message = f"{flat.text[turn.start : turn.end]!r}: until here the text spoke of others"
        yield Match(rule, turn.start, turn.end, message=message, related=related)


def _turns(context: Context, rule: Rule) -> Iterator[Turn]:
    """Yield each place in the first person that is the writer's own."""
    flat = context.flat
    low = flat.low
    others: dict[int, bool] = {}
    last, until = -1, 0
    for start, end, _ in noted_apart(context, rule):
        text = flat.text[start:end]
        if text == "US" or (text in {"i", "My", "OUR", "WE"} and text != "My"):
            continue  # a country, a number, a heading in capitals
        if text == "My" and start != flat.sentences[flat.sentence_of(start)].start:
            continue  # the title of something
        if low.startswith("we", start) and _AUTHOR.match(low, start):
            continue
        sentence = flat.sentence_of(start)
        if sentence != last or until < end:  # else it is the clause of the one before
            last, past = sentence, flat.sentences[sentence].end
            stop = _CLAUSE_END.search(low, end, past)
            until = stop.start() if stop else past
        ours = _OURS.search(low, start, min(until, start + _REACH))
        feeling = _FEELING.match(low, start)
        block = flat.block_of(start)
        if (ours or feeling) and block not in others:
            others[block] = _has_others(context, block)
        sided = bool(ours or feeling) and not others[block]
        yield Turn(start, max(until, end), sentence, sided)


def _has_others(context: Context, block: int) -> bool:
    """Say whether the paragraph quotes or shows what somebody else wrote."""
    start, end = context.flat.blocks[block]
    return any(context.flat.text.find(sign, start, end) >= 0 for sign in _ELSEWHERE)


def _labelled(context: Context) -> bool:
    """Say whether the head of the text says that it is an opinion or a conversation."""
    flat = context.flat
    return _EDITORIAL.search(flat.low, 0, min(400, len(flat.low))) is not None


CHECKS = {"voice-shift": voice_shift}
