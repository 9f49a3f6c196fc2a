"""The blocks of a plain text: runs of ordinary lines, and the lines that begin with a sign.

One pattern takes a whole run of ordinary lines at a time; only a line that may be markup is looked at
by itself. Most of a text is ordinary, so most of it is never touched in Python.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Block, Comment, Mark, Span

_new = tuple.__new__  # half the time of the named tuples' own constructors
_BREAKS = pattern(r"([\r\n]+)")
_BLANK = pattern(r"\s*[\r\n]")


def _runs(end: str, rest: str, space: str) -> re.Pattern[str]:
    """Compile the pattern of (indentation, run of ordinary lines or one other line, blank lines).

    What begins with a sign is ordinary too where the sign cannot be markup: ``--flag``, ``*word*``, 1998.
    """
    ordinary = rf"(?:[^\s\d=~^*_#+.:`\[>|•{GLUE}{HOLE}-]|\d++(?![.)])|[=~^*_#+:`-]{{1,2}}[^\W_])"
    run = rf"{ordinary}{rest}(?>(?:{end}{space}{ordinary}{rest})*)"
    return pattern(rf"({space})(?:({run})|(\S{rest}))(?:({end}\s*{end})|{end}|\Z)")


_RUNS = _runs(r"\n", ".*+", r"[^\S\n]*+")
_RUNS_WITH_RETURNS = _runs(r"(?>\r\n|\r|\n)", r"[^\r\n]*+", r"[^\S\r\n]*+")

TakeSign = Callable[["Reading", str, int, int, int], None]
"""``take(reading, line, start, end, indent)``."""


@lru_cache(64)
def _outdented(indent: int) -> re.Pattern[str]:
    """Return the pattern of a line that is not indented by more than ``indent``."""
    return pattern(rf"[\r\n][^\S\r\n]{{0,{indent}}}+\S" if indent else r"[\r\n]\S")


class Reading:
    """One pass over a text: the open block, and what was seen on the way."""

    def __init__(self, view: str, take_sign: TakeSign) -> None:
        """Begin to read ``view``; ``take_sign`` takes a line that begins with a sign or a number."""
        self.view = view
        self.take_sign = take_sign
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.comments: list[Comment] = []
        self.pieces: list[str] = []  # of the prose, up to ``done``
        self.done = 0
        self.kind = ""  # of the open block; empty when none is open
        self.first = self.last = 0
        self.opened = 0  # where the run ends that opened the block
        self.lines = 0  # and runs of lines
        self.quoted = False
        self.label = ""
        self.literal = -1  # indentation of the line that announced a literal block; -1 outside of one
        self.indent = 0

    def read(self) -> str:
        """Read it all and return the prose view."""
        view, blocks = self.view, self.blocks
        match = (_RUNS_WITH_RETURNS if "\r" in view else _RUNS).match
        leading = _BLANK.match(view)
        pos = leading.end() if leading else 0
        while found := match(view, pos):
            first, end = run = found.span(2)
            blank = found.lastindex == 4
            if first < 0:
                start, end = found.span(3)
                self.take_sign(self, view[pos:end], pos, end, start - pos)
            elif self.kind or not blank:
                self.take(first, end, "paragraph", first - pos)
            else:  # a paragraph of its own
                blocks.append(_new(Block, ("paragraph", _new(Span, run), 0, False)))
                if not "A" <= view[end - 1] <= "z" and view[end - 1] != ".":
                    self._announce(first, end, first - pos)
            pos = found.end()
            if blank and self.kind:
                self._announce(self.first, self.last, self.indent)
                self.close()
            if self.literal >= 0:
                pos = self._skip_literal(pos)
        self.close()
        self.pieces.append(view[self.done :])
        return "".join(self.pieces)

    def hide(self, start: int, end: int, filler: str = HOLE) -> None:
        """Fill a range, which begins where the one before ended or after that."""
        self.pieces.append(self.view[self.done : start])
        self.pieces.append(filler * (end - start))
        self.done = end

    def _announce(self, first: int, last: int, indent: int) -> None:
        """See if the block before a blank line ends in ``::``."""
        end = self.view[last - 1]
        if (end == ":" or end.isspace()) and self.view[max(first, last - 80) : last].rstrip().endswith("::"):
            self.literal = indent

    def _skip_literal(self, pos: int) -> int:
        """Make holes of the literal block at ``pos``, up to a line that is indented no more."""
        found = _outdented(self.literal).search(self.view, pos - 1)
        end = found.start() + 1 if found else len(self.view)
        body = self.view[pos:end]
        self.pieces.append(self.view[self.done : pos])
        if "\r" in body:
            self.pieces += [line if line.isspace() else HOLE * len(line) for line in _BREAKS.split(body)]
        else:
            holes = [line if line.isspace() else HOLE * len(line) for line in body.split("\n")]
            self.pieces.append("\n".join(holes))
        self.done = end
        self.literal = -1
        return end

    def take(self, start: int, end: int, kind: str, indent: int) -> None:
        """Go on with the open block, or open one."""
        if not self.kind:
            self.open(kind, start, end, indent)
        elif self.quoted and self.kind == "paragraph" and kind == "paragraph":
            self.close()
            self.open(kind, start, end, indent)
            self.lines = 1  # what follows a quotation at once is no title
        self.lines += 1
        self.last = end

    def open(self, kind: str, start: int, end: int, indent: int, quoted: bool = False) -> None:
        """Open a block, which has no lines yet."""
        self.kind, self.first, self.opened, self.indent, self.quoted = kind, start, end, indent, quoted
        self.lines = 0

    def close(self) -> None:
        """Close the open block, if there is one."""
        if self.kind:
            level = 1 if self.kind in ("item", "heading") else 0
            span = _new(Span, (self.first, self.last))
            self.blocks.append(_new(Block, (self.kind, span, level, self.quoted)))
            if self.kind == "note":
                self.marks.append(Mark("note", span, self.label))
            self.kind = ""
