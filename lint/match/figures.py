"""Figures that owe something: a source, a base, no more digits than are known, a unit that is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from lint.match.phrase import replacement_fix
from lint.match.points import percent_points
from lint.match.signs import PERCENT, find_near
from lint.model.context import Context, Match
from lint.model.digits import digit_runs
from lint.model.pattern import pattern
from lint.model.rule import Rule

_SMALL = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred)"
_PERCENT = r"(?:%| ?per ?cent\b)"
_STATISTIC = pattern(
    rf"(?<![\w.,%$-])(?!100 ?(?:%|per))(?:\d[\d,]*(?:\.\d+)?{_PERCENT} of (?:the |all |its |their )?(?!full|them |time)[a-z-]+(?: [a-z-]+)?"
    rf"|one in (?:every )?(?:\d+|{_SMALL}) [a-z]+)"
    r"|\b(?:costs?|has cost|have cost|had cost|loses?|lost|wastes?|wasted|saves?|saved|generates?|earns?|drains?) (?:\w+ ){0,3}?"
    r"[$\x80\xa3]\d[\d,]*(?:\.\d+)? ?(?:million|billion|trillion|m|bn)\b"
)
_MONEY = ("$", "\x80", "\xa3")
_KNOWS = pattern(
    r"\b(?:said|says?|saying|told|tells|according to|announced|wrote|writes|argue[ds]?|added|insist(?:ed|s)|claim(?:ed|s|ing)?"
    r"|noted|stated|warn(?:ed|s)?|estimate[sd]?|predict(?:ed|s)?|forecasts?|reported|reports?|figures|data|poll(?:s|ed|ing|ster)?"
    r"|survey(?:s|ed)?|stud(?:y|ies)|census|statistics|found|finds|shows?|showed|research(?:ers)?|analys[ei]s|records|filings?"
    r"|counted|index|audit)\b"
)
_COMMONLY_KNOWN = pattern(
    r"\b(?:vot\w+|elect\w+|points?|win|won|budget|we|our|my|i|if|would|could|results?|rating|raised|donat\w+|bill|deal|contract"
    r"|sold|bought|settlement|grants?|loans?|shares?|plan\w*|limit\w*|agree\w*|urg\w+|ask\w*|expect\w*|will|at least|assertion)\b"
)
_NOT_FOUND_OUT = pattern(
    r"\b(?:timeout|margin|opacity|width|height|threshold|default|percentile|discount|requires?|required|provision|must be|subsid\w+"
    r"|payable|outlays|expenditures|appropriat\w+|(?:richest|poorest|top|bottom|first|next|wealthiest) \d[\d.]* ?per ?cent"
    r"|parity|genomes?|genes?|universe|earth|atmosphere|species|fish|cells?|ultraviolet|radiation|seafloor|oceans?|atoms?|dna|moon|sun)\b|\b100 ?%"
)
# A note of where it was read, at the end of the paragraph: [Ito, Salt, p. 4].
_READ_THERE = pattern(r"\[[^\]]{3,160}\bpp?\. ?\d")

_COMPARED_WITH = r"(?! (?:than|compared|versus|relative|over|from|per|of the|as|for|to|when)\b)"
_COMPARISON = pattern(
    rf"\b(?:by )?(?:up to|as much as) (?:a |an )?(?:\d[\d.,]*{_PERCENT}|(?:\d+|{_SMALL}) times"
    r"(?= (?:faster|slower|more|less|as|better|higher|lower|cheaper|safer)\b))(?! (?:of|full|acid|alcohol|missing|tolerance|duty|humidity))"
    rf"|\b\d[\d.,]*{_PERCENT} (?:more|less|fewer|higher|lower|faster|slower|cheaper|better|greater|larger|smaller|safer)"
    rf"(?: (?:risk|likely|chance|productive|effective|efficient|energy|output|sales))?{_COMPARED_WITH}"
    rf"|\b(?:twice|{_SMALL} times|\d+ times) (?:as likely|more likely|less likely|more effective|more productive|faster|safer)"
    r"(?! (?:than|as|compared)\b)"
    r"|\b(?:halv(?:es|ed|ing)|doubl(?:es|ed|ing)|tripl(?:es|ed|ing)|(?:cuts?|rais(?:es|ed)|reduc(?:es|ed)|increas(?:es|ed)) by \d[\d.]*"
    rf"{_PERCENT}) (?:the|your|their|her|his|a person's) (?:\w+ )?(?:risk|odds|chances?|likelihood|mortality)"
)
_MULTIPLES = (" times", "twice ", "halv", "doubl", "tripl")
_BASED = pattern(
    r"\b(?:than|compared|versus|vs|from|against|baseline|median|on average|average|typical\w*|control|placebo|latter"
    r"|former|polls?|n = \d|last year|the year before"
    r"|a year earlier|year-over-year|out of|rather than|maximum|limit|limited|quota|ceiling|cap|capped|allow\w*|permit\w*|capacity|if|tolerat\w+"
    r"|supports?|accepts?|may be given|ratio|multiplier|zoom|magnif\w+|scaled?|brightness|speed of|content|concentrations?|proportion|then"
    r"|common case|benchmarks?|as measured|when the|contain(?:s|ed|ing)?|by (?:weight|volume|mass)|can (?:add|hold|carry|contain))\b"
)

# What a market lost at its worst was its day, and no best case.
_TRADED = pattern(
    r"\b(?:shares?|stocks?|index|futures|bonds?|crude|oil|gold|currency|lira|pound|dollar|euro|yen|rou?ble|peso|rand|bitcoin)\b"
)

# What is so much faster is faster than it was, or than the other one that is spoken of.
_OF_SPEED = ("faster", "slower", "smaller", "larger", " more", "fewer")
# Told of a thing that was changed: compared with what it was.
_AS_IT_WAS = pattern(
    r"\b(?:now|makes? (?:it|them|the)|optimi[sz]\w+|reimplemented|rewritten|starts|slow(?:s|ed) down|improv\w+)\b"
)

_APPROXIMATE = (
    r"(?:about|around|roughly|approximately|approx\.?|nearly|almost|circa|an estimated|some|in the region of"
    r"|just (?:over|under)|well over|upwards of|more than|over)"
)
_APPROXIMATELY = (
    "about ",
    "around ",
    "roughly ",
    "approximately ",
    "approx ",
    "approx. ",
    "nearly ",
    "almost ",
    "circa ",
    "estimated ",
    "some ",
    "region of ",
    "over ",
    "under ",
    "upwards of ",
    "more than ",
)
"""Of these one stands before every rounded number."""
_CURRENCY = frozenset("$\x80\xa3")
_NUMBER = r"[$\x80\xa3]?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_ROUNDED = pattern(rf"(?<![\w-]){_APPROXIMATE} {_NUMBER}(?![\d,.]*\d|:|th\b|st\b|nd\b|rd\b| b\.?c)")
_TWICE = pattern(
    r"\b(?:an estimated |estimated at (?!nearly|almost)|about |roughly |around |approximately |nearly |almost )"
    rf"(about|roughly|around|approximately|nearly|almost) (?={_NUMBER})"
)
_TOO_FINE = pattern(rf"\b\d{{1,3}}\.\d{{2,}}{_PERCENT}")
_FEW = pattern(r"\bn ?= ?(\d{1,2})\b(?![\d,.]\d)|\bof (?:the |our )?(\d{1,2}) [a-z]+s\b")
_CONVERTED = pattern(
    r"\b(?:km|miles?|ft|feet|foot|m|metres?|meters?|kg|lbs?|pounds?|inch(?:es)?|cm|mm|acres?|hectares?|ha|\xb0)\b"
)
_THRESHOLD = pattern(r"\b(?:must|needs?|required|gets?|win|wins|reach|exceeds?|if)\b[^.]*$|- $")
_SPREAD = pattern(r"[^.;]{0,16}(?:\xb1|\+/-|give or take|plus or minus)")
# Given in one currency, and in brackets in another.
_CHANGED = pattern(
    r"[^.;()]{0,16}\((?:(?:about|around|roughly|some) )?(?:[a-z]{0,3}[$\x80\xa3]|\d[\d.,]*(?: ?(?:million|billion|m|bn))?"
    r" ?(?:[$\x80\xa3]|euros?|pounds|dollars|yen|yuan|rmb|francs|rupees|rou?bles|kron(?:er|or)|pesos|usd|eur|gbp)\b)"
)
_MOST_ROUND = 3
_MILLION = 1_000_000
"""From here on four digits are round."""
_YEARS = range(1000, 2100)


def _one_a_sentence(
    context: Context, found: Iterable[re.Match[str]]
) -> Iterator[tuple[re.Match[str], int, int]]:
    """Yield the first match of each sentence of prose with the sentence's span."""
    flat = context.flat
    past = -1
    for match in found:
        if match.start() < past:
            continue
        start, end = flat.sentences[flat.sentence_of(match.start())]
        if match.end() <= end and flat.document.blocks[flat.block_of(match.start())].kind in {
            "paragraph",
            "item",
        }:
            past = end
            yield match, start, end


def unsourced_statistic(context: Context, rule: Rule) -> Iterator[Match]:
    """Yield the first statistic of a sentence where nobody around it could know the number."""
    flat = context.flat
    for found, start, end in _one_a_sentence(
        context, find_near(context, _STATISTIC, (*PERCENT, *_MONEY, "one in "))
    ):
        number = flat.sentence_of(start)
        around = (
            flat.sentences[max(number - 2, 0)].start,
            flat.sentences[min(number + 1, len(flat.sentences) - 1)].end,
        )
        known = _COMMONLY_KNOWN.search(flat.low, start, end) or _NOT_FOUND_OUT.search(flat.low, start, end)
        known = known or _READ_THERE.search(
            flat.low, end, min(flat.blocks[flat.block_of(start)].end, end + 900)
        )
        if not known and not _KNOWS.search(flat.low, *around):
            yield Match(rule, found.start(), found.end())


def baseless_comparison(context: Context, rule: Rule) -> Iterator[Match]:
    """Yield relative figures and best cases in sentences that say neither of what nor compared with what."""
    for found, start, end in _one_a_sentence(
        context, find_near(context, _COMPARISON, (*PERCENT, *_MULTIPLES))
    ):
        low = context.flat.low
        best_case = low.startswith(("up to", "by up to", "as much", "by as much"), found.start())
        if best_case and "as much" in low[found.start() : found.end()] and _TRADED.search(low, start, end):
            continue
        if not best_case and low.endswith(_OF_SPEED, found.start(), found.end()):
            continue
        if not _BASED.search(low, start, end) and (best_case or not _AS_IT_WAS.search(low, start, end)):
            # Its own figures are the claim; only those beside it can be its base.
            yield Match(rule, found.start(), found.end(), complement=found.start())


def precision_mismatch(context: Context, rule: Rule) -> Iterator[Match]:
    """Yield rounding words before exact numbers, two rounding words, and more digits than a small sample gives."""
    flat = context.flat
    low = flat.low
    blocks = [flat.blocks[n] for n in _blocks_with_rounded(context)]
    for found in (f for span in blocks for f in _ROUNDED.finditer(low, *span)):
        digits = found.group(1)
        if _is_exact(digits) and not _is_converted(low, found) and not _SPREAD.match(low, found.end()):
            rounded = _two_digits(digits)
            text = flat.text[found.start() : found.start(1)] + rounded
            fix = replacement_fix(context, found.start(), found.end(), text)
            yield Match(
                rule, found.start(), found.end(), message="a rounding word before an exact number", fix=fix
            )
    for found in (f for span in blocks for f in _TWICE.finditer(low, *span)):
        fix = replacement_fix(context, found.start(), found.end(1), found.group(1))
        yield Match(rule, found.start(), found.end(1), message="two rounding words for one number", fix=fix)
    for found, start, end in _one_a_sentence(context, find_near(context, _TOO_FINE, PERCENT)):
        if few := _FEW.search(low, start, end):
            message = f"a hundredth of a per cent, of {few.group(1) or few.group(2)}"
            yield Match(rule, found.start(), found.end(), message=message)


def _blocks_with_rounded(context: Context) -> list[int]:
    """Return the numbers of the blocks that have a number right behind a rounding word, in order."""
    flat = context.flat
    low = flat.low
    found: dict[int, None] = {}
    for at in digit_runs(context):
        before = at - (low[at - 1] in _CURRENCY)
        if low[before - 1] == " " and low.endswith(_APPROXIMATELY, max(before - 16, 0), before):
            found[flat.block_of(at)] = None
    return list(found)


def _is_exact(digits: str) -> bool:
    """Say whether a number has more significant digits than anybody rounds to; years are dates."""
    plain = digits.replace(",", "")
    if plain[-3:-2] == "." and plain.endswith("0"):  # $16.70
        plain = plain[:-1]
    if "." not in plain and "," not in digits and int(plain) in _YEARS:
        return False
    significant = plain.replace(".", "").lstrip("0")
    significant = significant if "." in plain else significant.rstrip("0")
    finer = significant.endswith("5") or ("." not in plain and int(plain) >= _MILLION)
    return len(significant) > _MOST_ROUND + finer


def _is_converted(low: str, found: re.Match[str]) -> bool:
    """Say whether the number is a limit to be passed, or a measure given a second time in another unit."""
    if _THRESHOLD.search(low, max(found.start() - 24, 0), found.start()):
        return True
    near = low[max(found.start() - 24, 0) : found.end() + 24]
    if "equivalent" in near or "worth" in near or _CHANGED.match(low, found.end()):
        return True
    return ("(" in near or "/" in near or " or " in near) and bool(_CONVERTED.search(near))


def _two_digits(digits: str) -> str:
    """Return a number rounded to two significant digits, written as it was."""
    number = float(digits.replace(",", ""))
    rounded = float(f"{number:.2g}")
    if rounded >= 100 or rounded == int(rounded):
        return f"{int(rounded):,}" if "," in digits else str(int(rounded))
    return f"{rounded:g}"


CHECKS: dict[str, Callable[[Context, Rule], Iterable[Match]]] = {
    "unsourced-statistic": unsourced_statistic,
    "baseless-comparison": baseless_comparison,
    "precision-mismatch": precision_mismatch,
    "percent-points": percent_points,
}
