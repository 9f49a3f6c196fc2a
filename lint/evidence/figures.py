"""Numbers that tell a change or its certainty: from one figure to another, ratios, rates, intervals, tests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.evidence.support import Support
from lint.model.context import Context
from lint.model.digits import may_have
from lint.model.pattern import pattern

_AMOUNT = r"(?:[$\x80\xa3\xa5]\s?)?\d[\d.,]{0,20}\s?(?:%|per ?cent\b|[a-z]{1,8}\b)?"
_FROM_TO = pattern(
    rf"\b(?:from|between) {_AMOUNT} (?:[\w,.']+ ){{0,5}}?(?:to|and) {_AMOUNT}|\d\s?(?:\x86\x92|->) ?\d"
    rf"|\d[\d.,]{{0,20}}%? (?:against|compared (?:with|to)|versus|vs\.?|v|down from|up from|instead of) {_AMOUNT}"
)
_RATIO = pattern(
    r"\b(?:doubl|tripl|quadrupl|halv)(?:e|es|ed|ing)\b|\b(?:two|three|four|five|six|ten|\d+)-?fold\b"
    r"|\b(?:twice|half|a third|a quarter|\d[\d.,]{0,20} times|(?:three|four|five|six|seven|eight|nine|ten) times) (?:as|the|its|that|of)\b"
    r"|\bby (?:about |around |nearly |almost |over |more than )?(?:a |one[- ]|two[- ])?(?:half|thirds?|quarters?|fifths?|tenth)\b"
    r"|\b\d+ ?[x\xd7]\b|\b\d[\d.]{0,20}:\d"
)
_INTERVAL = pattern(
    r"\b[pP]\s?[<=>]\s?0?\.\d+|\b\d\d ?% (?:CI|confidence interval|credible interval)\b|\bCI\b[^.;]{0,12}\d|\xb1\s?\d"
    r"|\b(?:margin of error|standard deviation|standard error|confidence interval|SD|SE)\b|\b(?:OR|RR|HR)\s?[=:]?\s?\d"
    r"|\b[rRd]\xb2?\s?=\s?-?0?\.\d+"
)
_RATE = pattern(
    r"\b(?:once|twice|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen) (?:times|occasions))\b"
    r"|\b(?:every|each) (?:day|night|week|month|year|hour|morning|evening|(?:\d+|two|three|four|five|six|ten) \w+"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\b(?:daily|weekly|monthly|yearly|annually|hourly|nightly)\b"
    r"|\b(?:a|one|two|three|four|five|\d+) (?:\w+ )?(?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
    r"|\b\d[\d.,]{0,20} (?:\w+ )?(?:per|a|an) (?:day|week|month|year|hour|minute|second|person|head|capita)\b"
)
_KINDS: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    ("from one figure to another", _FROM_TO, ()),
    (
        "ratio",
        _RATIO,
        tuple("doubl tripl quadrupl halv fold twice half third quarter times fifth tenth".split()),
    ),
    ("interval", _INTERVAL, ("margin of", "standard", "confidence", "SD", "SE")),
    (
        "rate",
        _RATE,
        (
            *("once", "twice", " times", " occasions", "every ", "each ", "ly"),
            *(" two", " three", " four", " five", " six", " seven", " eight", " nine", " ten"),
        ),
    ),
)
"""Of each kind, what a sentence without a digit must have of it."""


def find_figures(context: Context, sentence: int) -> Iterator[Support]:
    """Yield the changes, ratios, intervals and rates that one sentence gives in numbers."""
    start, end = context.flat.sentences[sentence]
    text = context.flat.text
    for kind, figures, signs in _KINDS:
        if may_have(context, sentence, signs):
            for m in figures.finditer(text, start, end):
                yield Support(kind, m.start(), m.end(), sentence)
