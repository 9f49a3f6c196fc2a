"""reStructuredText → ``Document``: docutils' markup with the roles and directives of docutils and Sphinx.

One pattern takes a whole run of ordinary lines at a time, as far as their indentation is the same; a line
that may be markup is looked at by itself (``rest_signs``, ``rest_explicit``, ``rest_tables``). The inline
markup of a block is read when the block is (``rest_inline``).
"""

from __future__ import annotations

import re

from lint.model.pattern import pattern
from lint.model.text import HOLE, Bibliography, Block, Comment, Document, Mark, Span
from lint.read.references import find_references
from lint.read.rest_inline import Inline
from lint.read.rest_lines import UNDERLINE, column, run, skip_deeper
from lint.read.rest_names import resolved
from lint.read.rest_signs import SIGNS
from lint.read.view import fill, scannable, trimmed_blocks, trimmed_marks

_new = tuple.__new__  # half the time of the named tuples' own constructors

_ORDINARY = (
    r"(?:[A-Za-z](?![.)][ \t\n]|[ivxlcdmIVXLCDM]{1,9}[.)][ \t\n])|[0-9]++(?![.)])|[^\x00-\x7f\s•‣⁃—]"
    r"|\((?![\w#]{1,9}\))\w|[\"'`*\[_<$%&@#=~^!?,;{\\]{1,2}[^\W_])"
)
_LINE = run(_ORDINARY)
_ANY_LINE = run(r"\S")
_BLANK = pattern(r"\s*\n")
_METADATA = pattern(r"PEP:[ \t]*\d[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*")
_ATTRIBUTION = pattern(r"(?:---?(?!-)|—)[ \t]*(?=\S)")
_SHORT = 4
"""An underline shorter than this, and than its title, is text."""
_DEEPEST = 100
"""So many levels are told apart: a sign that is deeper is text."""


class Level:
    """What surrounds a text at some indentation: a list item, a note, a quotation, a directive's content.

    ``indent`` is the column of its text, -1 while none has been seen; it is greater than ``floor``.
    ``first`` is the number of its first block.
    """

    __slots__ = ("depth", "first", "floor", "indent", "kind", "label", "quoted")

    def __init__(self, indent: int, floor: int, kind: str, depth: int, quoted: bool, first: int) -> None:
        """Keep what is known."""
        self.indent, self.floor, self.kind, self.depth = indent, floor, kind, depth
        self.quoted, self.first = quoted, first
        self.label = ""


class Reading:
    """One pass over a text: the view as it grows, the levels around ``pos``, and what was seen on the way."""

    def __init__(self, source: str) -> None:
        """Begin to read."""
        self.source = source
        self.scan = scannable(source)
        self.pieces: list[str] = []
        self.pos = 0  # how far the view has grown
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.bibliographies: list[Bibliography] = []
        self.top = Level(0, -1, "paragraph", 0, False, 0)
        self.levels: list[Level] = [self.top]
        self.inline = Inline(self.scan)
        self.styles: list[str] = []  # of titles, from the highest
        self.column = -1  # of a text behind a marker; -1 at the start of a line
        self.loose = False  # behind a marker whose text may go on at any deeper column
        self.blank = True  # a blank line stands before
        self.docinfo = -1  # where the fields at the top go on

    def read(self) -> str:
        """Read it all and return the prose view, in which inline markup still stands."""
        scan, match = self.scan, _LINE.match
        pos = self._start()
        while found := match(scan, pos) or match(scan, self.next_line(pos)):
            start = found.end(1)
            if self.column >= 0:
                at, self.column = self.column, -1
            else:
                at = start - pos
                if at and "\t" in found[1]:
                    at = column(found[1])
                self.loose = False
                if at != self.top.indent:
                    self._enter(at, found.start(2) >= 0)
            ordinary = found.start(2) >= 0
            pos = self._text(found, start, at) if ordinary else self._sign(found.end(6), start, at)
        self.pieces.append(HOLE * (len(scan) - self.pos))
        return "".join(self.pieces)

    def _start(self) -> int:
        """Return where the text begins behind a byte order mark, blank lines and a PEP's header."""
        pos = 1 if self.scan.startswith("\ufeff") else 0
        leading = _BLANK.match(self.scan, pos)
        pos = leading.end() if leading else pos
        header = _METADATA.match(self.scan, pos)
        return self.next_line(header.end()) if header else pos

    def next_line(self, end: int) -> int:
        """Return where the first line begins that is not blank, from the end of a line on."""
        found = _BLANK.match(self.scan, end)
        pos = found.end() if found else len(self.scan)
        self.blank = pos - end > 1 and self.scan.find("\n", end + 1, pos) > 0
        return pos

    def skip(self, pos: int) -> int:
        """Go on at a line that stands at ``pos``, behind something that is no prose."""
        self.blank = True
        return pos

    def behind_marker(self, pos: int, end: int, at: int) -> int:
        """Go on behind a marker at column ``at``, whose text may be indented at will; return where."""
        if pos >= end:
            return self.next_line(end)
        self.loose = True
        self.column = at + 1
        return pos

    def _enter(self, at: int, text: bool) -> None:
        """Come to a line at another column than the one before: leave levels, or begin a quotation."""
        levels = self.levels
        top = levels[-1]
        while at <= top.floor:
            levels.pop()
            top = levels[-1]
        if top.indent < 0 or at < top.indent:
            top.indent = at
        elif at > top.indent:
            quoted = top.quoted or (text and self.blank and top.kind == "paragraph")
            top = Level(at, top.indent, top.kind, top.depth, quoted, len(self.blocks))
            levels.append(top)
        self.top = top

    def push(self, indent: int, floor: int, kind: str, deeper: int = 0, quoted: bool = False) -> Level:
        """Begin a level; ``indent`` is -1 where the text to come will tell."""
        top = self.top
        new = Level(indent, floor, kind, top.depth + deeper, quoted or top.quoted, len(self.blocks))
        self.levels.append(new)
        self.top = new
        return new

    def _sign(self, end: int, start: int, at: int) -> int:
        for read in SIGNS.get(self.scan[start], ()) if len(self.levels) < _DEEPEST else ():
            pos = read(self, start, end, at)
            if pos >= 0:
                return pos
        found = _ANY_LINE.match(self.scan, start)
        if not found:
            return len(self.scan)
        if self.top.quoted and len(self.levels) > 1 and (dashes := _ATTRIBUTION.match(self.scan, start)):
            self._attribute()
            start = dashes.end()
        return self._text(found, start, at)

    def _attribute(self) -> None:
        """A quotation has its attribution: all of it is quoted."""
        for number in range(self.top.first, len(self.blocks)):
            self.blocks[number] = self.blocks[number]._replace(quoted=True)

    def _text(self, found: re.Match[str], start: int, at: int) -> int:
        """Take a run of lines that begins with ordinary text; return where to go on."""
        end = found.end(2)
        if found.start(5) < 0:
            pos = found.end()
            self.blank = found.start(7) >= 0
            under = None if self.blank else UNDERLINE.match(self.scan, pos)
            if under and (column(under[1]) == at or (self.loose and column(under[1]) > self.top.floor)):
                return self._underlined(under, start, end, at)
            return self._paragraph(start, end, at, pos)
        second = found.start(3)
        further = column(self.scan[second : found.end(3)])
        if self.loose:
            whole = further > self.top.floor
            if whole:
                self.top.indent = further
        else:
            whole = further == at
        if whole:
            self.blank = found.start(7) >= 0
            return self._paragraph(start, found.end(5), at, found.end())
        self.blank = False
        if further > at and not self.loose:
            if self.scan.endswith("::", start, start + len(self.scan[start:end].rstrip())):
                return self._paragraph(start, end, at, second)
            self.put(start, end, "item")
            self.push(further, at, "item", 1)
            return second
        return self._paragraph(start, end, at, second)

    def _underlined(self, under: re.Match[str], start: int, end: int, at: int) -> int:
        """Take a line and the one below it that consists of one sign: a title, or text after all."""
        width = len(self.scan[start:end].rstrip())
        if len(under[2]) < min(width, _SHORT):
            rest = _ANY_LINE.match(self.scan, under.start(2))
            if rest:
                last = rest.end(5) if rest.start(5) >= 0 else rest.end(2)
                self.blank = rest.start(7) >= 0
                return self._paragraph(start, last, at, rest.end())
        self.title(start, end, under[3])
        return self.next_line(under.end(2))

    def title(self, start: int, end: int, style: str) -> None:
        """Take a section's title."""
        if style not in self.styles:
            self.styles.append(style)
        self.put(start, end, "heading", min(self.styles.index(style) + 1, 6))

    def _paragraph(self, start: int, end: int, at: int, pos: int) -> int:
        """Take a paragraph, and the literal block that it may announce; return where to go on."""
        scan = self.scan
        if scan[end - 1] == " ":
            end = start + len(scan[start:end].rstrip())
        if scan[end - 1] == ":" and end - start > 1 and scan[end - 2] == ":":
            if end - start > 2:
                self.put(start, end - (1 if scan[end - 3] > " " else 2), self.top.kind, self.top.depth)
            if self.loose:
                at = self.top.floor if self.top.indent < 0 else self.top.indent
            return self._literal(pos, at)
        self.put(start, end, self.top.kind, self.top.depth)
        return pos

    def _literal(self, pos: int, at: int) -> int:
        """Skip the literal block at ``pos``, indented or quoted, below a text at column ``at``."""
        return skip_deeper(self.scan, pos - 1, at, quoted=True)

    def put(self, start: int, end: int, kind: str, level: int = 0) -> None:
        """Take a block, with its inline markup; all between it and the block before is a hole."""
        top = self.top
        span = _new(Span, (start, end))
        self.pieces.append(HOLE * (start - self.pos))
        self.pieces.append(self.source[start:end])
        self.pos = end
        self.blocks.append(_new(Block, (kind, span, level, top.quoted)))
        if top.label:
            self.inline.marks.append(Mark("note", span, top.label))
            top.label = ""
        self.inline.read(start, end)


def read(text: str, name: str = "") -> Document:
    """Read reStructuredText; any text gives a document, and what is no markup stays prose."""
    reading = Reading(text)
    prose = fill(reading.read(), reading.inline.edits)
    more, found = find_references(text, prose)
    prose = fill(prose, more)
    return Document(
        name,
        "rest",
        text,
        prose,
        trimmed_blocks(prose, reading.blocks),
        trimmed_marks(prose, resolved(reading) + found),
        tuple(sorted(reading.comments)),
        bibliographies=tuple(reading.bibliographies),
    )
