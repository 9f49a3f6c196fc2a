"""Lines and columns of reStructuredText: runs of them, underlines, and how far what is indented reaches."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import maxsize

from lint.model.pattern import pattern

PUNCTUATION = r"!-/:-@\[-`{-~"
UNDERLINE = pattern(rf"([ \t]*+)(([{PUNCTUATION}])\3*+)[ ]*+(?=\n|\Z)")
_QUOTED = pattern(rf"[ \t]*+([{PUNCTUATION}]).*+(?:\n[ \t]*+\1.*+){{0,9999}}(?:\n|\Z)")
_NEXT = pattern(r"\s*\n")
_INDENT = pattern(r"\n([ \t]*+)(?=\S)")


def run(first: str) -> re.Pattern[str]:
    """Return the pattern of lines that stand together, the first of which begins with ``first``.

    Groups: 1 indentation, 2 first line, 3 indentation of the second and 5 it and all lines that are indented
    like it, 6 a line that begins otherwise, 7 blank lines. An underline is no second line.
    """
    return pattern(
        rf"([ \t]*+)(?:({first}.*+)(?:\n([ \t]*+)(?!([{PUNCTUATION}])\4*+[ ]*+(?:\n|\Z))"
        rf"(\S.*+(?>(?:\n\3(?=\S).*+)*)))?|(\S.*+))(?:(\n\s*\n)|\n|\Z)"
    )


def column(space: str) -> int:
    """Return the column behind white space at the start of a line; a tab reaches to the next eighth."""
    return len(space.expandtabs(8)) if "\t" in space else len(space)


@lru_cache(64)
def _outdented(at: int) -> re.Pattern[str]:
    return pattern(rf"\n(?= {{0,{at}}}[^\s])" if at > 0 else r"\n(?=\S)")


def outdented(scan: str, pos: int, at: int, end: int = maxsize) -> int:
    """Return where the first line begins after the one at ``pos`` that is indented to ``at`` or less.

    Lines behind ``end`` are not looked at; if there is none before, it is that, or the end of the text.
    """
    end = min(end, len(scan))
    if at < 8 or "\t" not in scan:
        found = _outdented(min(at, 999)).search(scan, pos, end)
        return found.start() + 1 if found else end
    for found in _INDENT.finditer(scan, pos, end):
        if column(found[1]) <= at:
            return found.start() + 1
    return end


def skip_deeper(scan: str, end: int, at: int, *, quoted: bool = False) -> int:
    """Return where the text goes on below what is indented by more than ``at`` after the line end ``end``.

    With ``quoted``, lines indented the same that begin with one sign are skipped as well.
    """
    found = _NEXT.match(scan, end)
    pos = found.end() if found else end + 1
    past = outdented(scan, max(pos - 1, 0), at)
    if past > pos or not quoted:
        return past
    signs = _QUOTED.match(scan, pos)
    if not signs:
        return pos
    blank = _NEXT.match(scan, signs.end() - 1)
    return blank.end() if blank else len(scan)
