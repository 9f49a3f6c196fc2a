"""Quotations in a folded text: straight and curly, double and (curly) single."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lint.model.pattern import pattern

# An opening mark begins a word, a closing one ends one: an inch mark or a stray quote pairs with nothing.
_MARK = pattern(r'["\x93\x94«»]|\x91(?=\w)')
_MARKS = '"\x91\x93\x94«»'
_SINGLE_END = pattern(r"(?<=[\w.,!?;])'(?!\w)")


def _closing(text: str, mark: str, start: int, end: int) -> int:
    """Return where the quotation that ``mark`` opens at ``start`` ends, or -1 if it opens none."""
    if mark == "\x91":
        found = _SINGLE_END.search(text, start + 1, end)
        return found.end() if found else -1
    if mark == '"' and (text[start - 1].isalnum() or text[start + 1] == " "):
        return -1
    closers = {'"': '"', "\x93": '\x94"', "«": "»"}.get(mark, "")
    places = [p for c in closers if (p := text.find(c, start + 1, end)) >= 0]
    # A curly quotation left open runs to the end of its paragraph: the next one reopens it.
    return min(places) + 1 if places else (end if mark == "\x93" else -1)


def _in_block(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = start
    while opening := _MARK.search(text, at, end):
        close = _closing(text, opening.group(), opening.start(), end)
        if close > 0:
            found.append((opening.start(), close))
        at = max(close, opening.end())
    return found


def find_quotations(
    text: str, blocks: Sequence[tuple[int, int]], block_starts: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the spans of quotations, marks included, in order; none crosses a block."""
    numbers: set[int] = set()
    for mark in _MARKS:  # six searches for one literal each are faster than one for six
        at = text.find(mark)
        while at >= 0:
            number = bisect_right(block_starts, at) - 1
            numbers.add(number)
            at = text.find(mark, blocks[number][1])
    return [span for number in sorted(numbers) for span in _in_block(text, *blocks[number])]
