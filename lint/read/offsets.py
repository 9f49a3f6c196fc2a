"""UTF-8 byte offsets, which parsers speak, to the code points that we count in."""

from __future__ import annotations

import re
from bisect import bisect_right

_WIDE = re.compile(r"[^\x00-\x7f]")


class CodePoints:
    """Maps the byte offsets of one encoded text to code points, in O(log wide characters) a look-up."""

    __slots__ = ("_after", "_surplus")

    def __init__(self, text: str, base: int = 0) -> None:
        """Index ``text``; the code points given out begin at ``base`` instead of 0."""
        self._after: list[int] = []
        self._surplus = [-base]
        if text.isascii():
            return
        surplus = 0
        after, out = self._after.append, self._surplus.append
        for found in _WIDE.finditer(text):
            # A character below U+0800 takes two bytes, one below U+10000 three, any other four.
            char = found[0]
            surplus += 1 if char < "\u0800" else 2 if char < "\U00010000" else 3
            after(found.end() + surplus)
            out(surplus - base)

    def at(self, byte: int) -> int:
        """Return the code-point offset of a byte offset that stands on a character's edge."""
        return byte - self._surplus[bisect_right(self._after, byte)]
