"""UTF-8 byte offsets, which parsers speak, to the code points that we count in."""

from __future__ import annotations

from bisect import bisect_right
from sys import maxsize

from lint.model.pattern import pattern

_WIDE = pattern(r"([^\x00-\x7f])\1*+")  # masks put thousands of one wide character in a row


class CodePoints:
    """Maps the byte offsets of one encoded text to code points, in O(log runs) a look-up.

    A run is one wide character, repeated or not, or the ASCII between two of them, if only an empty
    string. A character below U+0800 takes two bytes, one below U+10000 three, any other four.
    """

    __slots__ = ("_bytes", "_points", "_widths")

    def __init__(self, text: str, base: int = 0) -> None:
        """Index ``text``; the code points given out begin at ``base`` instead of 0."""
        self._bytes, self._points, self._widths = [0], [base], [1]
        if text.isascii():
            return
        surplus = 0
        for found in _WIDE.finditer(text):
            first, past = found.span()
            char = text[first]
            width = 2 if char < "\u0800" else 3 if char < "\U00010000" else 4
            begins = first + surplus
            surplus += (past - first) * (width - 1)
            self._bytes += (begins, past + surplus)
            self._points += (first + base, past + base)
            self._widths += (width, 1)

    def at(self, byte: int) -> int:
        """Return the code-point offset of a byte offset that stands on a character's edge."""
        run = bisect_right(self._bytes, byte) - 1
        return self._points[run] + (byte - self._bytes[run]) // self._widths[run]

    def stretch(self, byte: int) -> tuple[int, int, int]:
        """Return the range of bytes around ``byte`` that differ from their offsets by one number, and it."""
        run = bisect_right(self._bytes, byte) - 1
        if self._widths[run] > 1:
            return byte, byte + 1, byte - self.at(byte)
        past = self._bytes[run + 1] if run + 1 < len(self._bytes) else maxsize
        return self._bytes[run], past, self._bytes[run] - self._points[run]
