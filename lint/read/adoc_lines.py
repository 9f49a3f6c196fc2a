"""Lines of AsciiDoc: runs of them, and what ends or interrupts a paragraph."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.model.text import Span

_END = r"[ \t]*(?:\n|\Z)"
_GAP = r"[^\S\n]*+"
_DELIMITER = (
    r"(?:--|-{4,9999}|\.{4,9999}|={4,9999}|\*{4,9999}|_{4,9999}|\+{4,9999}|/{4,9999}|[|,:!]={3,9999}"
    r"|```[^`\n]{0,200})"
)
DELIMITER = pattern(rf"({_DELIMITER})[ \t]*(?=\n|\Z)")
"""A line that opens or closes a block."""
_ATTRIBUTES = r"\[(?:[\w.#%{,\"'][^\n]*|\[(?:[^\W\d][\w:.-]*(?:,[^\n]*)?)?\])?\]"
ATTRIBUTES = pattern(rf"{_ATTRIBUTES}[ \t]*(?=\n|\Z)")
"""A line that says of what kind the block below it is."""
_CONDITION = r"(?:ifn?def|ifeval|endif)::[^\s\[]*\[[^\n]*"
CONDITION = pattern(rf"{_CONDITION}(?=\n|\Z)")
"""A line of the preprocessor, around what is shown sometimes."""
_STOP = rf"(?:(?:{_DELIMITER}|\+|{_ATTRIBUTES}){_END})"
_MARKER = (
    r"(?:[-•]|\*{1,99}|\.{1,99}|[0-9]{1,9}\.|[A-Za-z]\.|[IVXivx]{1,9}\)|<(?:[0-9]{1,3}|\.)>)[ \t]+(?=[^\s])"
)
MARKER = pattern(_MARKER)
"""The marker of a list item and the white space behind it."""
PARAGRAPH = pattern(rf"[^\n]*+(?>(?:\n(?:[^\s\[|,:!`+*_./=-]|(?!{_STOP}){_GAP}[^\s])[^\n]*+)*)")
"""A paragraph from its first line on."""
ITEM = pattern(
    rf"[^\n]*+(?>(?:\n(?:{_GAP}(?![ivx]{{2,9}}\))[A-Za-z][a-z' ]|(?!{_STOP}|{_GAP}{_MARKER}){_GAP}[^\s])[^\n]*+)*)"
)
"""A paragraph of a list: another item ends it, too."""
TERM = pattern(r"(?<![:\n]):{2,4}(?=[ \t\n]|\Z)|(?<=[^\n]);;(?=[ \t\n]|\Z)")
"""The marker behind a term."""
INSIDE = pattern(rf"\n(?:(//(?!/)[^\n]*)|({_CONDITION})|(include::[^\n]*))(?=\n|\Z)")
"""A line in a paragraph that is none of it: 1 a comment, 2 a condition, 3 something included."""
BLANK = pattern(r"\s*\n")
INDENT = pattern(_GAP)
BREAK = pattern(r"(?:'{3,999}|<{3,999}|([-*_])([ ]*)\1\2\1)[ \t]*(?=\n|\Z)")
MACRO = pattern(r"[A-Za-z_][\w-]{0,60}::(?![ \t])[^\n\[]{0,500}(?<![ \t])\[[^\n]*\][ \t]*(?=\n|\Z)")
"""A block that is made elsewhere: ``image::x.png[]``, ``include::x[]``, ``toc::[]``."""


_SHOWN = pattern(r"ifn?def::[^\s\[]*\[([A-Za-z\"'(*_`][^\n]*)\][ \t]*")


def shown_part(scan: str, start: int, end: int) -> Span | None:
    """Return the text that a line shows under a condition, if it holds one itself."""
    found = _SHOWN.fullmatch(scan, start, end)
    return Span(*found.span(1)) if found else None


def closing(scan: str, tip: str, pos: int, limit: int) -> tuple[int, int]:
    """Return where the line begins that closes a block, and where it ends; (limit, limit) where there is none."""
    needle = f"\n{tip}"
    at = scan.find(needle, pos, limit)
    while at >= 0:
        past = at + len(needle)
        end = scan.find("\n", past, limit)
        end = end if end >= 0 else limit
        if not scan[past:end].strip():
            return at + 1, end
        at = scan.find(needle, past, limit)
    return limit, limit
