"""Versions, bare years and days of the week: what tells when, besides a full date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.evidence.dates import ELSEWHERE
from lint.evidence.support import Support
from lint.model.context import Context
from lint.model.digits import may_have
from lint.model.pattern import pattern

_VERSION = pattern(
    r"\b[Vv]ersions? \d[\w.]*|\bv\d+(?:\.\d+)*\b|\b[Rr]eleases? \d[\w.]*|\b[A-Z][\w+#-]* \d+\.\d+(?:\.\d+)*\b"
    r"|\b[A-Z]\w+ \d\d?(?= and (?:later|earlier|newer|above|up))|\b(?:19|20)\d\d [Ee]dition\b"
)
_YEAR = pattern(r"(?<![\d.,$\xa3-])(?:1[6-9]|20)\d\d(?![\d.,]*\d|-|%| (?:people|words|times|bytes|votes))")
_DAY = pattern(
    r"\b(?:[Oo]n |[Ll]ast |[Tt]his )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!s)|\b[Yy]esterday\b"
    r"|\b[Ll]ast (?:week|month|year|night|spring|summer|autumn|fall|winter|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b|\b[Ee]arlier this (?:week|month|year)\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:days|weeks|months|years) (?:ago|earlier)\b"
)
_OF_IT: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    ("version", _VERSION, ()),
    ("year", _YEAR, ()),
    ("day", _DAY, ("day", "ast ", "arlier", " ago")),
)
"""Of each kind, what a sentence without a digit must have of it."""


def find_times(context: Context, sentence: int) -> Iterator[Support]:
    """Yield the versions, years and days of one sentence."""
    start, end = context.flat.sentences[sentence]
    text = context.flat.text
    for kind, times, signs in _OF_IT:
        if not may_have(context, sentence, signs):
            continue
        for m in times.finditer(text, start, end):
            if kind != "year" or not ELSEWHERE.search(text, max(start, m.start() - 48), m.start()):
                yield Support(kind, m.start(), m.end(), sentence)
