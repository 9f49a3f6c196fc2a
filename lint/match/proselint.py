"""proselint's checks, as rules: what to make of a cue of theirs, and of the text as a whole.

proselint itself is not needed here: its entries come as data (``lint.load.proselint_pack``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lint.match.proselint_items import Item, Sweep, endings
from lint.match.proselint_sweeps import find_figures, sweep
from lint.match.proselint_words import match_of
from lint.model.context import Context, Match
from lint.model.flat import Flat
from lint.model.pattern import pattern
from lint.model.rule import Rule

_STRICT = frozenset("'-_abcdefghijklmnopqrstuvwxyz")
Place = tuple[int, int]


def judge(context: Context, rule: Rule, index: int, start: int, end: int) -> Match | None:
    """Return what item ``index`` of ``rule`` finds at its cue in flat ``start``–``end``, if anything."""
    raw = rule.data["items"][index]
    flat = context.flat
    if len(raw) == 4 and raw[0] == "literal":  # by far the most: nothing to verify but the quotation
        if flat.quoted(start) or (raw[1][-1] == ")" and flat.low[end].isalnum()):  # AN(C)OVA
            return None
        return match_of(context, rule, (start, end), raw[3], raw[2])
    item = Item(*raw)
    place = _place(context, item, start, end)
    if place is None or (flat.quoted(place[0]) and not item.quotes):
        return None
    if item.how == "pair":
        first, second = item.text.split("|")
        other = second if flat.low.startswith(first, start) else first
        return match_of(context, rule, place, item.message.format(other, "{}"), other)
    return match_of(context, rule, place, item.message, item.replacement, case=not item.cased)


def find(context: Context, rules: Sequence[Rule]) -> Iterator[Match]:
    """Yield what needs a look at the whole text; ``rules`` are those switched on."""
    figures: list[tuple[Rule, Sweep]] = []
    for rule in rules:
        for raw in rule.data["sweeps"]:
            look = Sweep(*raw)
            if look.name == "figure":
                figures.append((rule, look))
            else:
                yield from _reported(context, rule, look, sweep(context, look))
    if figures:
        for rule, look, place in find_figures(context, figures):
            yield from _reported(context, rule, look, (place,))


def _reported(context: Context, rule: Rule, look: Sweep, places: Sequence[Place]) -> Iterator[Match]:
    for place in places:
        if look.quotes or not context.flat.quoted(place[0]):
            yield match_of(context, rule, place, look.message, look.replacement)


def _place(context: Context, item: Item, start: int, end: int) -> Place | None:
    """Return the exact place of an item at its cue, or None if the cue deceives."""
    flat = context.flat
    if item.how == "pair":
        return _of_pair(context, item.text, start)
    if item.how in {"variant", "anchor"}:
        return _verified(flat, item, start, end)
    if item.how == "stem":
        end = start + len(item.text)
    if item.cased and flat.text[start:end] != item.text:
        return None
    if item.strict and (flat.low[start - 1] in _STRICT or flat.low[end] in _STRICT):
        return None
    return start + item.skip, end


@lru_cache(maxsize=256)
def _compiled(regex: str, cased: bool) -> re.Pattern[str]:
    return pattern(regex, 0 if cased else re.IGNORECASE)


def _verified(flat: Flat, item: Item, start: int, end: int) -> Place | None:
    """Return where an item's expression matches around its cue; a variant must be the cue itself."""
    pattern = _compiled(item.text, item.cased)
    for at in range(max(start - item.lead, 0), start + 1):
        found = pattern.match(flat.text, at)
        if found and found.end() >= end:
            if item.how == "variant" and found.span() != (start, end):
                return None
            return found.start() + item.skip, found.end()
    return None


def _of_pair(context: Context, pair: str, start: int) -> Place | None:
    """Return the place of a spelling if it is the rarer of the two in this text."""
    key = ("proselint", pair)
    if key not in context.kept:
        context.kept[key] = _rarer(context.flat.low, *pair.split("|"))
    rarer: dict[int, int] = context.kept[key]
    return (start, rarer[start]) if start in rarer else None


def _rarer(low: str, first: str, second: str) -> dict[int, int]:
    """Return starts and ends of the rarer spelling, of the first when they are equally frequent."""
    one, two = _occurrences(low, first), _occurrences(low, second)
    if not one or not two:
        return {}
    return two if len(two) < len(one) else one


def _occurrences(low: str, word: str) -> dict[int, int]:
    found: dict[int, int] = {}
    tails = endings(word)
    at = low.find(word)
    while at >= 0:
        past = at + len(word)
        if not (low[at - 1].isalnum() or low[at - 1] == "_") and low[past : _word_end(low, past)] in tails:
            found[at] = past
        at = low.find(word, past)
    return found


def _word_end(low: str, at: int) -> int:
    while low[at].isalnum() or low[at] == "_":
        at += 1
    return at
