"""The tables of AsciiDoc: cells between bars, and separated values."""

from __future__ import annotations

import re
from functools import lru_cache

from lint.model.pattern import pattern
from lint.model.typed import TYPE_CHECKING, NamedTuple
from lint.read.adoc_attributes import Attributes

if TYPE_CHECKING:
    from lint.read.asciidoc import Reading

_FORMATS = {"csv": ",", "dsv": ":", "tsv": "\t", "psv": "|"}
_VALUE = r"[ \t]*(?:\"((?:[^\"]|\"\"){0,5000})\"[ \t]*|((?:\\%s|[^%s\n])*))(?:%s|\n|\Z)"
_COLUMN = pattern(r"(?:(\d{1,3})\*)?[<^>.]*(?:\d+%?|~)?([a-z])?")
_PART = pattern(r"[^\s](?:[^\n]|\n(?![ \t]*(?:\n|\Z)))*")
_LINE_COMMENT = pattern(r"(?:^|\n)//[^\n]*", 8)
_PLAIN = frozenset("dehsv")


class Cell(NamedTuple):
    """A cell: where its text is, its style, and how many columns and rows it takes up, and how often."""

    start: int
    end: int
    style: str
    columns: int
    rows: int
    times: int


@lru_cache(16)
def _bars(sign: str) -> re.Pattern[str]:
    """Return the pattern of what begins a cell: 1 and 2 how many columns and rows, 3 span or repetition, 4 style."""
    return pattern(
        rf"(?:(?<!\S)(?:(\d{{0,3}})(?:\.(\d{{1,3}}))?([*+]))?[<^>]?(?:\.[<^>])?([a-z])?)?(?<!\\){re.escape(sign)}"
    )


@lru_cache(16)
def _values(sign: str) -> re.Pattern[str]:
    escaped = re.escape(sign)
    return pattern(_VALUE % (escaped, escaped, escaped))


def read_table(self: Reading, sign: str, style: Attributes, pos: int, end: int) -> None:
    """Take the cells of a table, whose lines stand between ``pos`` and ``end``."""
    scan = self.scan
    form = style.value(scan, "format") or {",": "csv", ":": "dsv"}.get(sign, "psv")
    separator = style.value(scan, "separator") or _FORMATS.get(form, "|")
    if sign == "!" and separator == "|":
        separator = "!"
    was = self.kind, self.level
    self.kind, self.level = "cell", 0
    lists, self.lists = self.lists, []
    if form == "psv":
        _read_cells(self, list(_cells(scan, separator, pos, end)), style, pos, end)
    else:
        _read_values(self, "\t" if separator == "\\t" else separator, pos, end)
    self.lists = lists
    self.kind, self.level = was


def _cells(scan: str, separator: str, pos: int, end: int) -> list[Cell]:
    cells: list[Cell] = []
    before = None
    for bar in _bars(separator).finditer(scan, pos, end):
        if before:
            cells.append(_cell(before, bar.start()))
        before = bar
    if before:
        cells.append(_cell(before, end))
    return cells


def _cell(bar: re.Match[str], end: int) -> Cell:
    count = int(bar[1] or 1)
    if bar[3] == "*":
        return Cell(bar.end(), end, bar[4] or "", 1, 1, count)
    return Cell(bar.end(), end, bar[4] or "", count, int(bar[2] or 1), 1)


def _columns(scan: str, style: Attributes) -> list[str]:
    """Return the styles of the columns, as far as a table tells them."""
    styles: list[str] = []
    value = style.value(scan, "cols")
    for part in value.replace(";", ",").split(",") if value else ():
        found = _COLUMN.fullmatch(part.strip())
        styles += [(found[2] if found else "") or ""] * min(int((found and found[1]) or 1), 99)
    return styles


def _read_cells(self: Reading, cells: list[Cell], style: Attributes, pos: int, end: int) -> None:
    scan = self.scan
    styles = _columns(scan, style)
    columns = _Columns(len(styles))
    header = len(styles) if "header" in style.options or _has_header(scan, pos, end) else 0
    for number, cell in enumerate(cells):
        column = columns.take(cell)
        letter = cell.style or (styles[column] if styles and number >= header else "")
        if letter == "a":
            outer = self.kind, self.depth
            self.depth += 1
            self.read_blocks(_line_start(scan, cell), cell.end)
            self.kind, self.depth = outer
        elif letter not in ("l", "m"):
            _put_parts(self, cell)


def _line_start(scan: str, cell: Cell) -> int:
    """Return where the blocks of a cell begin: no white space before the first counts as indentation."""
    at = cell.start
    while at < cell.end and scan[at] in " \t":
        at += 1
    return at


def _has_header(scan: str, pos: int, end: int) -> bool:
    """Say whether a blank line parts the first line of a table from the others."""
    first = scan.find("\n", pos + 1, end)
    after = scan.find("\n", first + 1, end) if first >= 0 else -1
    return bool(scan[pos + 1 : max(first, 0)].strip()) and after >= 0 and not scan[first + 1 : after].strip()


class _Columns:
    """Which column the next cell is in, with those that reach down from above."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.taken = [0] * count
        self.at = 0

    def take(self, cell: Cell) -> int:
        """Return the column of a cell, the last one of those that it is repeated in."""
        column = 0
        for _ in range(cell.times if self.count else 0):
            for _ in range(self.count):
                if not self.taken[self.at]:
                    break
                self.taken[self.at] -= 1
                self.at = (self.at + 1) % self.count
            column = self.at
            for _ in range(min(cell.columns, self.count)):
                self.taken[self.at] = max(cell.rows - 1, 0)
                self.at = (self.at + 1) % self.count
        return column


def _put_parts(self: Reading, cell: Cell) -> None:
    """Take the paragraphs of a cell."""
    scan = self.scan
    for part in _PART.finditer(scan, cell.start, cell.end):
        start, end = part.span()
        if scan.startswith("//", start) and scan[start - 1] == "\n":
            comment = _LINE_COMMENT.match(scan, start - 1, end)
            if comment:
                self.comment(start, comment.end(), comment[0].strip()[2:])
                start = min(comment.end() + 1, end)
        backslash = scan.find("\\|", start, end)
        while backslash >= 0:
            self.inline.hide(backslash, backslash + 1)
            backslash = scan.find("\\|", backslash + 2, end)
        self.put(start, end)


def _read_values(self: Reading, separator: str, pos: int, end: int) -> None:
    """Take the cells of separated values."""
    while pos < end and (found := _values(separator).match(self.scan, pos, end)):
        which = 1 if found[1] is not None else 2
        first, last = found.span(which)
        text = self.scan[first:last]
        if text.strip():
            self.put(first + len(text) - len(text.lstrip()), last)
        pos = found.end() if found.end() > pos else pos + 1
