"""Looking only where a sign stands: an expression with no letter to begin with costs time at every character.

The search for a plain string is a hundred times faster. So a check names the strings of which its expression
needs one, and the expression is tried in the blocks that have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.model.context import Context

PERCENT = ("%", "percent", "per cent")


def find_near(context: Context, shape: re.Pattern[str], signs: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Yield the matches of an expression in the blocks that have one of some signs, in order."""
    flat = context.flat
    for number in sorted(set().union(*(_blocks_with(context, sign) for sign in signs))):
        yield from shape.finditer(flat.low, *flat.blocks[number])


def _blocks_with(context: Context, sign: str) -> frozenset[int]:
    """Return the numbers of the blocks that have a sign; found once for all that ask."""
    key = ("sign", sign)
    known: frozenset[int] | None = context.kept.get(key)
    if known is None:
        flat = context.flat
        found = []
        at = flat.low.find(sign)
        while at >= 0:
            number = flat.block_of(at)
            found.append(number)
            at = flat.low.find(sign, max(flat.blocks[number].end, at + 1))
        known = context.kept[key] = frozenset(found)
    return known
