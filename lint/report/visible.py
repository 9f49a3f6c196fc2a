"""Text made safe and measurable for a terminal: nothing invisible, nothing that commands it."""

from __future__ import annotations

import unicodedata

from lint.model.typed import NamedTuple

TAB = 4
"""Columns between tab stops."""
ELLIPSIS = "…"
# Marks that turn the direction of text can make a line show other than what it says.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HIDDEN_KINDS = frozenset(("Cc", "Cs", "Co", "Cn", "Zl", "Zp"))
_BOM = "\ufeff"


def visible(text: str) -> str:
    """Return ``text`` with control characters and the like written as escapes; no line ends remain."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char == _BOM:
        return ""
    if char in _TURNING or unicodedata.category(char) in _HIDDEN_KINDS:
        return char.encode("unicode_escape").decode("ascii")
    return char


def width(text: str) -> int:
    """Return the number of terminal columns of a text that is already visible."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


class Excerpt(NamedTuple):
    """A line as shown, and where in it the carets go, in columns."""

    text: str
    indent: int
    carets: int


def excerpt(line: str, start: int, end: int, columns: int) -> Excerpt:
    """Return a window of at most about ``columns`` on a line, around the code points ``start``–``end``.

    A line longer than the window is cut on both sides of the span, with an ellipsis for what is left out;
    only the window is looked at, so a line of a megabyte costs no more than a short one.
    """
    found = _excerpt(line, start, end, columns)
    too_wide = width(found.text) > columns  # wide characters, tabs or escapes
    return _excerpt(line, start, end, columns // 2) if too_wide else found


def _excerpt(line: str, start: int, end: int, columns: int) -> Excerpt:
    first, past = _window(len(line), start, end, columns)
    end = min(end, past)
    lead = ELLIPSIS if first else ""
    before = lead + _spread(line[first:start], width(lead))
    marked = _spread(line[start:end], width(before))
    after = _spread(line[end:past], width(before) + width(marked))
    tail = ELLIPSIS if past < len(line) else ""
    return Excerpt((before + marked + after).rstrip() + tail, width(before), max(width(marked), 1))


def _window(length: int, start: int, end: int, columns: int) -> tuple[int, int]:
    """Return the part of a line to show: all of it, or the span with what fits around it."""
    if length <= columns:
        return 0, length
    spare = max(columns - (end - start) - 2, 0)
    first = max(start - spare // 2, 0)
    past = min(first + columns - 2, length)
    return max(min(first, past - columns + 2), 0) if past == length else first, past


def _spread(text: str, column: int) -> str:
    """Return visible text in which each tab is the spaces to its next stop, from ``column`` on."""
    if "\t" not in text:
        return visible(text)
    out = ""
    for number, piece in enumerate(text.split("\t")):
        if number:
            out += " " * (TAB - (column + width(out)) % TAB)
        out += visible(piece)
    return out
