"""The lines around a finding, its words marked: values, which any page can show in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lint.model.lines import LineIndex
from lint.model.text import Span
from lint.model.typed import NamedTuple

_MOST_LINES = 8
"""Lines of one finding that are shown; an ellipsis stands for the rest."""
_AROUND = 180
"""Characters before and after the marked words, where a line is long."""
_MARKED = 600
"""Characters of the marked words of one line."""
_SHORT = 240
"""Next to a line as long as this nobody needs the lines beside it."""
_FAR = 1 << 40


class Piece(NamedTuple):
    """A part of a line as the source has it, and whether it is what was found."""

    text: str
    marked: bool


class Line(NamedTuple):
    """A line with its number, from 1; ``cut`` says whether its start and its end are left out."""

    number: int
    pieces: tuple[Piece, ...]
    cut: tuple[bool, bool]


class Extracts:
    """The lines of one text. Of a long line only what is shown is looked at."""

    def __init__(self, text: str, index: LineIndex) -> None:
        """Keep the text and its lines."""
        self._text = text
        self._index = index
        self._bounds = lru_cache(maxsize=_MOST_LINES + 2)(self._bounds_of)

    def around(self, span: Span) -> tuple[Line, ...]:
        """Return the lines of a span, its part of each marked, and their neighbours where these help to read it."""
        first = self._index.position(span.start).line
        last = self._index.position(max(span.end - 1, span.start)).line
        lines = list(self._marked(span, first, min(last, first + _MOST_LINES - 1)))
        if sum(len(piece.text) for line in lines for piece in line.pieces) < _SHORT:
            lines = [*self._beside(first - 1), *lines, *self._beside(last + 1)]
        return tuple(lines)

    def _marked(self, span: Span, first: int, last: int) -> Iterator[Line]:
        for number in range(first, last + 1):
            start, end = self._bounds(number)
            begin, past = max(span.start, start), min(span.end, end)
            if past < begin:
                begin = past = start
            shown_past = min(past, begin + _MARKED)
            left = self._back(max(start, begin - _AROUND), start, begin)
            right = self._on(min(end, shown_past + _AROUND), end, shown_past)
            if shown_past < past:
                right = shown_past
            pieces = (
                Piece(self._text[left:begin], False),
                Piece(self._text[begin:shown_past], True),
                Piece(self._text[shown_past:right], False),
            )
            yield Line(number, tuple(p for p in pieces if p.text), (left > start, right < end))

    def _beside(self, number: int) -> Iterator[Line]:
        """Yield a neighbouring line, unless there is none or nothing stands on it."""
        if not 0 < number <= len(self._index):
            return
        start, end = self._bounds(number)
        right = self._on(min(end, start + _AROUND), end, start)
        text = self._text[start:right]
        if text.strip():
            yield Line(number, (Piece(text, False),), (False, right < end))

    def _back(self, at: int, start: int, least: int) -> int:
        """Return the start of a word at or after ``at``."""
        blank = self._text.find(" ", at, least) if at > start else -1
        return blank + 1 if blank >= 0 else at

    def _on(self, at: int, end: int, least: int) -> int:
        """Return the end of a word at or before ``at``."""
        blank = self._text.rfind(" ", least, at) if at < end else -1
        return blank if blank >= 0 else at

    def _bounds_of(self, number: int) -> tuple[int, int]:
        return self._index.offset(number, 1), self._index.offset(number, _FAR)
