"""Dates that do not hold: announced for a day that has passed, or an end before its beginning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from lint.model.context import Context, Match
from lint.model.pattern import pattern
from lint.model.rule import Rule

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({_MONTH}) (?:(\d{{1,2}})(?:st|nd|rd|th)?,? )?)?((?:19|20)\d\d)(?!\d|[.,]\d|s\b)"
_ANNOUNCED = pattern(
    r"(?:(?:\b(?:is|are|(?:be|is|are) currently) |, )(?:scheduled|due|expected|planned|slated|set|forecast)\b"
    r"|\b(?:will|is going to|are going to|upcoming|forthcoming)\b)[^.;:?!]{0,60}?\b(?:in|on|for|by|before|until|during) "
    rf"(?:early |late |mid-|the end of |spring |summer |autumn )?{_DATE}"
)
_SIGNS = (
    "scheduled",
    "due",
    "expected",
    "planned",
    "slated",
    "set",
    "forecast",
    "will",
    "going to",
    "coming",
)
_BETWEEN = pattern(
    rf"\b(?:from (?:early |late |mid-)?{_DATE} (?:to|until|till)|between (?:early |late |mid-)?{_DATE} and) (?:early |late |mid-)?{_DATE}"
    r"(?! ?(?:BC|B\.C|BCE))"
)
_PAST_IN_SENTENCE = pattern(
    r"\b(?:was|were|had|said|would|did|predicted|announced|promised|wrote|as of"
    r"|included|has been|have been|rescheduled|issued)\b"
)
_NO_YEARS = pattern(
    r"\b(?:pages?|pp\.|lines?|numbers?|nos?\.|metres|meters|feet|people|hz|bytes|code points?) $"
)

_OF_THE_TEXT = pattern(
    r"\b(?:we|sections?|chapters?|documents?|pages?|example|security|year) (?:is|will)\b|\bincremented\b"
)
"""What a text will go on to tell, and what is supposed for an example, is no announcement."""

Day = tuple[int, int, int]


def _day(match: re.Match[str], first: int, last: bool) -> Day:
    """Return (year, month, day) of the date whose four groups begin at ``first``.

    What is not told is 0 or, for the ``last`` day that it could mean, 99.
    """
    before, month, after, year = match.group(first, first + 1, first + 2, first + 3)
    unknown = 99 if last else 0
    number = _MONTHS.index(month[:3].lower()) + 1 if month else unknown
    return int(year), number, int(before or after or unknown)


def stale_dates(context: Context, rule: Rule) -> Iterator[Match]:
    """Yield what is announced for a time before ``context.today``, and ranges of years that run backwards."""
    flat = context.flat
    if context.today and any(sign in flat.low for sign in _SIGNS):
        today = _iso(context.today)
        for found in _ANNOUNCED.finditer(flat.text):
            start, end = flat.sentences[flat.sentence_of(found.start())]
            tense = flat.low[start : found.start()] + flat.low[found.end() : end]
            said = flat.low[start : found.end()]
            if (
                found.end() <= end
                and _day(found, 1, last=True) < today
                and not _PAST_IN_SENTENCE.search(tense)
                and not _OF_THE_TEXT.search(said)
            ):
                at = found.start() + (2 if flat.text[found.start()] == "," else 0)
                message = f"announced for a time before {context.today}"
                yield Match(rule, at, found.end(), message=message)
    for found in _BETWEEN.finditer(flat.text):
        first = 1 if found.group(4) else 5
        if _day(found, first, last=False) > _day(found, 9, last=True):
            head = flat.text[found.start() : found.end()].split(" ")[0]
            if not _NO_YEARS.search(flat.low[max(found.start() - 16, 0) : found.start()]):
                at = found.start() + (len(head) + 1 if head == "from" else 0)
                yield Match(rule, at, found.end(), message="the range ends before it begins")


def _iso(text: str) -> Day:
    year, month, day = text.split("-")
    return int(year), int(month), int(day)


CHECKS: dict[str, Callable[[Context, Rule], Iterable[Match]]] = {"stale-date": stale_dates}
