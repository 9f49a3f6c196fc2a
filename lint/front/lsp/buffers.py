r"""Texts as the editor has them: what was changed, and where its positions lie.

The protocol ends a line at ``\r\n``, ``\n`` or ``\r`` only, and counts columns in the units that client and server
agreed on: bytes of UTF-8, units of UTF-16, or code points.
"""

from __future__ import annotations

from collections.abc import Iterable

from lint.model.lines import LineIndex
from lint.model.typed import Any, NamedTuple

UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"
_WIDTHS = {UTF16: ("utf-16-le", 2), UTF8: ("utf-8", 1)}


class Edited(NamedTuple):
    """One stretch of a text that became another: ``old[start:before]`` is now ``new[start:after]``."""

    start: int
    before: int
    after: int

    @property
    def longer(self) -> int:
        """How many characters what stands behind has moved."""
        return self.after - self.before

    def then(self, start: int, end: int, length: int) -> Edited:
        """Return this edit and the next as one: ``[start:end]`` of the new text gives way to ``length`` characters."""
        low, high = min(self.start, start), max(self.after, end)
        return Edited(low, self.before + high - self.after, high + length - (end - start))


class Buffer:
    """One open text. ``edited`` is what was changed since ``settle`` was called, None if nothing was."""

    def __init__(self, uri: str, path: str, language: str, version: int, text: str) -> None:
        """Take over what the editor opened; ``path`` is a file's, or a name for a text that has none."""
        self.uri = uri
        self.path = path
        self.language = language
        self.version = version
        self.text = text
        self.edited: Edited | None = None
        self._lines: LineIndex | None = None

    @property
    def lines(self) -> LineIndex:
        """The line starts of the text as it is now."""
        if self._lines is None:
            self._lines = LineIndex(self.text)
        return self._lines

    def change(self, version: int, changes: Iterable[Any], encoding: str) -> None:
        """Apply the protocol's changes in their order; positions outside of the text are clipped to it."""
        for change in changes:
            if (where := getattr(change, "range", None)) is None:
                self._replace(0, len(self.text), change.text)
                continue
            start, end = (self.offset(p.line, p.character, encoding) for p in (where.start, where.end))
            self._replace(start, max(start, end), change.text)
        self.version = version

    def settle(self) -> None:
        """Count changes from here on."""
        self.edited = None

    def _replace(self, start: int, end: int, text: str) -> None:
        self.edited = (self.edited or Edited(start, start, start)).then(start, end, len(text))
        self.text = self.text[:start] + text + self.text[end:]
        self._lines = None

    def offset(self, line: int, character: int, encoding: str) -> int:
        """Return the code-point offset of a position of the protocol (from 0), clipped to its line and the text."""
        index = self.lines
        if line >= len(index):
            return len(self.text)
        row = index.line_text(line + 1)
        return index.offset(line + 1, 1) + points_in(row, character, encoding)

    def position(self, offset: int, encoding: str) -> dict[str, int]:
        """Return the protocol's position of a code-point offset."""
        line, column = self.lines.position(offset)
        before = self.text[offset - column + 1 : offset]
        return {"line": line - 1, "character": units_of(before, encoding)}

    def range(self, start: int, end: int, encoding: str) -> dict[str, dict[str, int]]:
        """Return the protocol's range of two code-point offsets."""
        return {"start": self.position(start, encoding), "end": self.position(end, encoding)}


def units_of(text: str, encoding: str) -> int:
    """Return how many units of an encoding a piece of text takes."""
    if text.isascii() or encoding == UTF32:
        return len(text)
    codec, width = _WIDTHS[encoding]
    return len(text.encode(codec, "surrogatepass")) // width


def points_in(row: str, units: int, encoding: str) -> int:
    """Return how many characters of a line lie whole before so many units."""
    if row.isascii() or encoding == UTF32:
        return max(0, min(units, len(row)))
    low, high = 0, len(row)
    while low < high:
        middle = (low + high + 1) // 2
        if units_of(row[:middle], encoding) <= units:
            low = middle
        else:
            high = middle - 1
    return low
