"""Absolute dates, and the event that each belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from lint.evidence.support import Support
from lint.model.context import Context
from lint.model.digits import may_have
from lint.model.pattern import pattern

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = pattern(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:and \d{{1,2}} )?{_MONTH}(?: (?:1[5-9]|20)\d\d)?\b"
    rf"|\b{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?(?:1[5-9]|20)\d\d\b"
    rf"|\b{_MONTH} \d{{1,2}}\b"
    r"|\b(?:1[5-9]|20)\d\d-\d\d-\d\d\b|\b(?:1[5-9]|20)\d\d\s?[\x96-]\s?(?:(?:1[5-9]|20)?\d\d)\b"
    r"|\b(?:[Ii]n|[Ss]ince|[Ff]rom|[Bb]y|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|of|between|and) (?:early |late |mid-?)?"
    rf"(?:{_MONTH} )?(?:1[5-9]|20)\d\d\b"
    r"|\b(?:1[5-9]|20)\d0s\b|\bQ[1-4] (?:19|20)\d\d\b|\b(?:1[5-9]|20)\d\d\b(?= (?:census|survey|study|report|poll|paper))"
)
ELSEWHERE = pattern(r"\b(?:scheduled|planned|due|set|expected|slated|election|elections|vote)\b[^,;]{0,24}$")


def find_dates(context: Context, sentence: int) -> Iterator[Support]:
    """Yield the absolute dates of one sentence that do not belong to some other, scheduled event."""
    if not may_have(context, sentence, ()):
        return
    start, end = context.flat.sentences[sentence]
    text = context.flat.text
    for m in _DATE.finditer(text, start, end):
        # "in recent months … the election scheduled for November 2024" dates the election alone.
        if not ELSEWHERE.search(text, max(start, m.start() - 48), m.start()):
            yield Support("date", m.start(), m.end(), sentence)
