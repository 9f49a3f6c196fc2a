r"""Offsets to lines and columns, and back.

A line ends at ``\r\n``, ``\n`` or ``\r`` and nowhere else, as editors and the language server
protocol have it: a form feed or U+2028 is a character of its line.
"""

from __future__ import annotations

from bisect import bisect_right

from lint.model.pattern import pattern
from lint.model.typed import NamedTuple

_new = tuple.__new__  # half the time of the named tuple's own constructor
_LINE_END = pattern(r"\r\n|\n|\r")
_NEWLINE = pattern(r"\n")


class Position(NamedTuple):
    """A place as people count: line and column from 1, column in code points."""

    line: int
    column: int


class LineIndex:
    """The line starts of one text."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        """Index ``text`` once; look-ups cost O(log lines)."""
        self._text = text
        ends = _LINE_END if "\r" in text else _NEWLINE  # to look for one literal is far faster
        self._starts = [0, *[m.end() for m in ends.finditer(text)]]

    def __len__(self) -> int:
        """Count the lines; a text that ends in a newline has an empty last line."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of a code-point offset (1-based both)."""
        row = bisect_right(self._starts, offset) - 1
        return _new(Position, (row + 1, offset - self._starts[row] + 1))

    def offset(self, line: int, column: int) -> int:
        """Return the code-point offset of a 1-based line and column, clipped to the text."""
        if line > len(self._starts):
            return len(self._text)
        row = max(line, 1) - 1
        start, end = self._bounds(row)
        return min(start + max(column, 1) - 1, end)

    def line_text(self, line: int) -> str:
        """Return a 1-based line without its line end."""
        start, end = self._bounds(line - 1)
        return self._text[start:end]

    def utf16_column(self, offset: int) -> int:
        """Return the 0-based UTF-16 column of a code-point offset in its line."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        return len(self._text[start:offset].encode("utf-16-le", "surrogatepass")) // 2

    def utf8_column(self, offset: int) -> int:
        """Return the 0-based UTF-8 column of a code-point offset in its line."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        return len(self._text[start:offset].encode("utf-8", "surrogatepass"))

    def _bounds(self, row: int) -> tuple[int, int]:
        start = self._starts[row]
        if row + 1 == len(self._starts):
            return start, len(self._text)
        end = self._starts[row + 1]
        return start, start + len(self._text[start:end].rstrip("\r\n"))
