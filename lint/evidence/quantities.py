"""Numbers that answer *how many* or *how much*: counts with a base, shares, measures."""

from __future__ import annotations

from collections.abc import Iterator

from lint.evidence.support import Support
from lint.model.context import Context
from lint.model.digits import may_have
from lint.model.pattern import pattern

_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_BASE = pattern(
    rf"\b(?:\d[\d,]{{0,20}}|{_SMALL}) (?:of|out of|in) (?:the |its |their |every )?(?:\d[\d,]{{0,20}}|{_SMALL})\b"
    r"|\b\d[\d.,]{0,20}\s?(?:%|per ?cent|percent) of (?:the )?\d[\d,]{0,20}\b|\b[nN]\s?=\s?\d[\d,]{0,20}"
    r"|\b(?:sample|poll|survey|trial|cohort|study|panel) of \d[\d,]{0,20}|\b\d[\d,]{0,20} (?:adults|respondents|participants|people|patients"
    r"|women|men|children|users|developers|voters|households|interviews|members|residents|employees|installs)\b"
)
_SHARE = pattern(
    r"\b\d[\d.,]{0,20}\s?(?:%|per ?cent|percent)|\b(?:a|one|two|three)[ -](?:half|third|thirds|quarter|quarters|fifths?)\b"
)
_UNIT = pattern(
    r"[$€£¥]\s?\d[\d,.]{0,20}|\b\d[\d,.]{0,20}\s?(?:million|billion|trillion|thousand|kg|km|m²|cm|mm|ms|seconds?|minutes?|hours?|days?"
    r"|weeks?|months?|years?|MB|GB|TB|kWh|MW|GW|tonnes?|tons?|miles?|people|votes?|cases?|deaths?|jobs?|users?"
    r"|percentage points?|points?|times|objections|seats|states|countries|members)\b|\b\d[\d,.]{0,20}[.,]\d+\b"
)
_KINDS = (
    ("count with a base", _BASE, tuple(f" {word}" for word in _SMALL[3:-1].split("|"))),
    ("share", _SHARE, ("half", "third", "quarter", "fifth")),
    ("number with a unit", _UNIT, ()),
)
"""Of each kind, what a sentence without a digit must have of it."""


def find_quantities(context: Context, sentence: int) -> Iterator[Support]:
    """Yield the numbers of one sentence by how much they say."""
    start, end = context.flat.sentences[sentence]
    text = context.flat.text
    for kind, numbers, signs in _KINDS:
        if may_have(context, sentence, signs):
            for m in numbers.finditer(text, start, end):
                yield Support(kind, m.start(), m.end(), sentence)
