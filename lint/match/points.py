"""Per cent, percentage points and ``times less``: which of them a change is told in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.match.phrase import replacement_fix
from lint.match.signs import PERCENT, find_near
from lint.model.context import Context, Match
from lint.model.pattern import pattern
from lint.model.rule import Rule

_PERCENT = r"(?:%| ?per ?cent\b)"
_MOVED = (
    r"(?:rose|rises|risen|fell|falls|fallen|increased|increases|decreased|decreases|dropped|drops|grew|grows|grown|declined|climbed|jumped"
    r"|slipped|dipped|surged|plunged|soared|up|down|gained|lost|widened|narrowed)"
)
_LEVEL = rf"(?:about |around |roughly )?(\d+(?:\.\d+)?){_PERCENT}"
_LEVELS = rf"from {_LEVEL}? (?:[a-z0-9' ]{{0,40}}?)?to {_LEVEL}"
_CHANGE = rf"(?:by )?(?:about |around |roughly |nearly |almost )?(\d+(?:\.\d+)?){_PERCENT}(?! points?)"
_BOTH = pattern(
    rf"\b{_MOVED} {_CHANGE},?[^.;%]{{0,60}}? {_LEVELS}|\b{_LEVELS}[^.;%]{{0,60}}?,? (?:\w+ )?{_CHANGE}"
)
_TIMES_LESS = pattern(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundreds of|thousands of|millions of|\d[\d.,]{0,20}) times "
    r"(?:less(?! than \d)|fewer|smaller|lower|cheaper|shorter|lighter|thinner)\b"
)
_BELOW_NOTHING = pattern(
    r"\b(?:fell|fallen|dropped|decreased|declined|shrank|shrunk|reduced|cut|cuts|reduces?|lowered) "
    rf"(?:\w+ ){{0,3}}by (?:about |over |more than )?([1-9]\d{{2,}}){_PERCENT}"
)
_FOLD_LESS = pattern(r"\b(?:\w+|\d+)-?fold (?:decrease|reduction|decline|drop|fall)\b")
_A_RATE = pattern(
    r"\b(?:unemployment(?: rate)?|employment rate|inflation|turnout|(?:interest|mortgage|vacancy|literacy|poverty|jobless|growth|approval"
    r"|savings|default|infection|vaccination) rates?|market share|approval(?: rating)?)"
    rf" (?:has |have |had )?{_MOVED} (?:by )(?:about |around |roughly |nearly |almost )?(\d+(?:\.\d+)?){_PERCENT}(?! points?)"
)
# The distance of two shares: of votes, or of a sample from the whole.
_APART = pattern(
    rf"\bmargins? of (?:sampling )?error (?:of |is |was )?(?:only |just |about |roughly )?(?:\xb1 ?|\+/- ?|plus or minus )?(\d+(?:\.\d+)?){_PERCENT}"
    rf"|\b(?:lead|leads|led|leading|ahead|trail|trails|trailed|trailing|behind)(?: [\w.]+){{0,4}} by (?:about |just |only |less than |more than )?"
    rf"(\d+(?:\.\d+)?){_PERCENT}(?! (?:points?|to|of)\b)"
)
_POINTS = pattern(r"\bpoints?\b")
_NEAR = 0.06
_FULL = 100


def percent_points(context: Context, rule: Rule) -> Iterator[Match]:
    """Yield changes told in per cent that are points, and decreases by more than there is."""
    low = context.flat.low
    for found in find_near(context, _BOTH, PERCENT):
        if match := _arithmetic(context, rule, found):
            yield match
    for shape, signs, message in (
        (_TIMES_LESS, (" times ",), "once less is none left: say a third of, or two thirds less"),
        (_FOLD_LESS, ("fold ",), "a fold counts upwards: say to a third, or by two thirds"),
    ):
        # Papers write of a threefold decrease, and their readers know what is meant.
        if shape is _FOLD_LESS and context.profile == "science":
            continue
        for found in find_near(context, shape, signs):
            yield Match(rule, found.start(), found.end(), message=message)
    for found in find_near(context, _BELOW_NOTHING, PERCENT):
        if float(found.group(1)) > _FULL:
            yield Match(rule, found.start(1), found.end(), message="nothing can fall by more than all of it")
    for found in find_near(context, _APART, PERCENT):
        at = found.start(1 if found.group(1) else 2)
        if not context.flat.low.startswith((" to ", " point"), found.end()):
            yield Match(rule, at, found.end(), message="two shares are points apart, not per cent")
    for found in find_near(context, _A_RATE, PERCENT):
        start, end = context.flat.sentences[context.flat.sentence_of(found.start())]
        if not _POINTS.search(low, start, end) and " from " not in low[start:end]:
            yield Match(rule, found.start(1), found.end(), message="a rate that moves by per cent")


def _arithmetic(context: Context, rule: Rule, found: re.Match[str]) -> Match | None:
    """Return a match where both levels are given and the change between them is neither in per cent nor exact."""
    groups = (1, 2, 3) if found.group(1) else (6, 4, 5)
    change, before, after = (float(found.group(g)) for g in groups)
    points = round(abs(after - before), 2)
    if not before or _POINTS.search(
        context.flat.low, found.start(), min(found.end() + 16, len(context.flat.low))
    ):
        return None
    relative = points / before * _FULL
    if abs(relative - change) <= max(0.6, relative * _NEAR) or abs(points - change) > max(
        0.1, points * _NEAR
    ):
        return None
    start = found.start(groups[0])
    end = start + len(found.group(groups[0]))
    tail = pattern(_PERCENT).match(context.flat.low, end)
    end = tail.end() if tail else end
    told = f"{points:g} percentage point{'s' * (points != 1)}"
    message = f"from {before:g}% to {after:g}% is {told}, or {relative:.0f}%"
    return Match(rule, start, end, message=message, fix=replacement_fix(context, start, end, told))
