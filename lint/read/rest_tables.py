"""The tables of reStructuredText: grids, simple ones and comma-separated values, cell by cell.

A cell's text is one block as long as no other cell's stands between its lines.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE
from lint.model.typed import TYPE_CHECKING
from lint.read.rest_lines import column
from lint.read.view import Edit

if TYPE_CHECKING:
    from lint.read.rest import Reading

_GRID_TOP = pattern(r"\+-[-+]+-\+[ \t]*")
_GRID_LINE = pattern(r"[ \t]*([+|][^\n]*)(?:\n|\Z)")
_SIMPLE_TOP = pattern(r"=+(?:[ \t]+=+)+[ \t]*")
_BORDER = pattern(r"[ \t]*=+(?:[ \t]+=+)*[ \t]*")
_SPANS = pattern(r"[ \t]*-+(?:[ \t]+-+)*[ \t]*")
_LINE = pattern(r"([^\n]*)(?:\n|\Z)")
_COLUMN = pattern(r"=+")
_EDGE = pattern(r"[+|]")
_SEPARATOR = pattern(r"[-=+]+")
_ITEM = pattern(r"(?:[-*+•]|[0-9]{1,3}[.)]|#\.|[a-z][.)]|\([0-9a-z]\)|\|)[ \t]+")
_TICKS = pattern(r"(?::[A-Za-z][\w.+:-]{0,60}:)?``?")
_DIRECTIVE = pattern(r"\.\.[ \t]+[\w:.+-]+::|\.\.(?:[ \t]|\Z)")
_VALUE = pattern(r"[ \t]*(?:\"((?:[^\"]|\"\"){0,5000})\"|([^,\n\"][^,\n]*))?[ \t]*(?:,|\n|\Z)")

Piece = tuple[int, int, int]
"""(start, end, number of the cell)."""


class _Cells:
    """The pieces of a table's cells, in order of position; ``open`` is the cell of each column."""

    def __init__(self, scan: str) -> None:
        self.scan = scan
        self.pieces: list[Piece] = []
        self.open: dict[int, int] = {}
        self.count = 0
        self.code: dict[int, int] = {}  # how far the text is indented that announced code, by column

    def new(self, column: int) -> int:
        self.count += 1
        self.open[column] = self.count
        return self.count

    def close(self, column: int) -> None:
        self.open.pop(column, None)
        self.code.pop(column, None)

    def take(self, column: int, start: int, end: int) -> None:
        """Take what a line has in a column; a blank piece ends a paragraph."""
        line = self.scan[start:end]
        text = line.strip()
        if not text:
            self.open.pop(column, None)
            return
        indent = len(line) - len(line.lstrip())
        first = start + indent
        if column in self.code:
            if indent > self.code[column]:
                return
            del self.code[column]
        if _DIRECTIVE.match(text):
            self.code[column] = indent
            self.open.pop(column, None)
            return
        last = first + len(text)
        if text.endswith("::"):
            self.code[column] = indent
            last -= 2 if text[-3:-2].isspace() else 1
        item = _ITEM.match(self.scan, first, last)
        if item:
            self.new(column)
            first = item.end()
        if first < last and text != "::":
            self.pieces.append((first, last, self.open.get(column) or self.new(column)))


def _put(self: Reading, pieces: list[Piece]) -> None:
    """Put the pieces as blocks; what stands between the lines of one cell is markup."""
    number = 0
    broken: set[int] = set()
    while number < len(pieces):
        start, end, cell = pieces[number]
        number += 1
        hidden = []
        while number < len(pieces) and pieces[number][2] == cell:
            line = self.scan.find("\n", end)
            hidden += [(end, line, GLUE), (line + 1, pieces[number][0], GLUE)]
            end = pieces[number][1]
            number += 1
        self.put(start, end, "cell")
        if "`" in self.scan[start:end] or cell in broken:
            self.inline.edits += _broken(self.scan, start, end, cell, broken)
        self.inline.edits += [edit for edit in hidden if edit[0] < edit[1]]


def _broken(scan: str, start: int, end: int, cell: int, broken: set[int]) -> list[Edit]:
    """Hide what is between backticks of which one stands in another line of the cell, apart from this."""
    ticks = list(_TICKS.finditer(scan, start, end))
    edits: list[Edit] = []
    if cell in broken:
        edits.append((start, ticks[0].end() if ticks else end, HOLE))
        if not ticks:
            return edits
        del ticks[0]
        broken.discard(cell)
    if len(ticks) % 2:
        edits.append((ticks[-1].start(), end, HOLE))
        broken.add(cell)
    return edits


def read_grid(self: Reading, start: int, end: int, at: int) -> int:
    """Take a grid table; -1 if the line does not begin one."""
    if not _GRID_TOP.fullmatch(self.scan[start:end]):
        return -1
    cells = _Cells(self.scan)
    edges: set[int] = set()
    pos = start
    while found := _GRID_LINE.match(self.scan, pos):
        line, first = found[1].rstrip(), found.start(1)
        if line[0] == "+" and _SEPARATOR.fullmatch(line):
            edges.update(m.start() for m in _EDGE.finditer(line))
            cells.open.clear()
            cells.code.clear()
        else:
            _grid_line(cells, line, first, edges)
        pos = found.end()
        if pos >= len(self.scan):
            break
    _put(self, cells.pieces)
    return self.next_line(pos - 1) if pos < len(self.scan) else pos


def _grid_line(cells: _Cells, line: str, first: int, edges: set[int]) -> None:
    ends = [m.start() for m in _EDGE.finditer(line)]
    inner = [at for at in ends if at in edges or at == len(line) - 1]
    if len(inner) < 2:
        inner = [at for at in ends if line[at] == "|"]  # wide characters move the edges
    for left, right in pairwise(inner):
        if _SEPARATOR.fullmatch(line, left + 1, right):
            cells.close(left)
            edges.update(m.start() for m in _EDGE.finditer(line, left, right + 1))
        else:
            cells.take(left, first + left + 1, first + right)


def read_simple(self: Reading, start: int, end: int, at: int) -> int:
    """Take a simple table, whose columns are under lines of equals signs; -1 if the line does not begin one."""
    top = self.scan[start:end]
    if not _SIMPLE_TOP.fullmatch(top):
        return -1
    columns = [m.start() for m in _COLUMN.finditer((" " * at + top).expandtabs(8))]
    cells = _Cells(self.scan)
    pos, borders = end + 1, 0
    while pos < len(self.scan) and (found := _LINE.match(self.scan, pos)):
        line = found[1]
        indent = column(line[: len(line) - len(line.lstrip())]) if line.strip() else at
        if indent < at:
            break
        pos = found.end()
        if line.strip() and _BORDER.fullmatch(line):
            cells.open.clear()
            borders += indent == at  # else it is of a table in a cell
            if indent == at and (borders == 2 or not self.scan[pos : self.scan.find("\n", pos)].strip()):
                break
        elif not _SPANS.fullmatch(line) or not line.strip():
            _simple_line(cells, line, found.start(), columns)
    _put(self, cells.pieces)
    return self.next_line(pos - 1) if pos < len(self.scan) else len(self.scan)


def _simple_line(cells: _Cells, line: str, first: int, starts: list[int]) -> None:
    """Take a line of cells; one that is blank in the first column goes on with those above."""
    if "\t" in line:
        wide = [len(line[:n].expandtabs(8)) for n in range(min(len(line), 500))]
        starts = [bisect_left(wide, column) for column in starts]
    if line[starts[0] : starts[1]].strip():
        cells.open.clear()
        cells.code.clear()
    # A text that reaches across the gap before a column spans it.
    starts = [starts[0]] + [s for s in starts[1:] if not line[s - 1 : s].strip()]
    for left, right in zip(starts, [*starts[1:], len(line)], strict=True):
        if left < len(line) and (line[left:right].strip() or left in cells.open):
            cells.take(left, first + left, first + min(right, len(line)))


def read_values(self: Reading, start: int, end: int) -> None:
    """Take the cells of comma-separated values."""
    pos = start
    while pos < end and (found := _VALUE.match(self.scan, pos, end)):
        which = 1 if found[1] is not None else 2
        if found[which] and found[which].strip():
            text = found[which]
            first = found.start(which) + len(text) - len(text.lstrip())
            self.put(first, first + len(text.strip()), "cell")
        pos = found.end() if found.end() > pos else pos + 1
