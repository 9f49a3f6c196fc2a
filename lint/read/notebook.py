"""Jupyter notebooks → ``Document``: the Markdown cells, where they stand in the file."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from itertools import pairwise

from lint.model.lines import LineIndex
from lint.model.text import GLUE, HOLE, Block, Cell, Comment, Document, Mark, ReadError, Span, Spelled
from lint.read import markdown
from lint.read.json_strings import JsonString, find_escapes, find_strings
from lint.read.view import trimmed_blocks, trimmed_marks

_ITSELF = frozenset('"\\/')
"""What stands for itself behind a backslash."""


def read(text: str, name: str = "") -> Document:
    """Read a notebook. Raises ReadError where it is none."""
    _must_be_notebook(text)
    prose: list[str] = []
    done = 0
    blocks: list[Block] = []
    marks: list[Mark] = []
    comments: list[Comment] = []
    cells: list[Cell] = []
    spelled: list[Spelled] = []
    for number, pieces in _markdown_cells(text):
        cell = _Source(text, pieces)
        inner = markdown.read(cell.text, "cell.md")
        prose += (HOLE * (cell.span.start - done), cell.view(inner.prose))
        done = cell.span.end
        blocks += [block._replace(span=cell.span_of(block.span)) for block in inner.blocks]
        marks += [mark._replace(span=cell.span_of(mark.span)) for mark in inner.marks]
        comments += [comment._replace(span=cell.span_of(comment.span)) for comment in inner.comments]
        spelled += [Spelled(*cell.span_of(Span(*item[:2])), item.seen) for item in inner.spelled]
        cells.append(Cell(number, cell.span, cell.lines()))
    prose.append(HOLE * (len(text) - done))
    view = "".join(prose)
    return Document(
        name,
        "notebook",
        text,
        view,
        trimmed_blocks(view, blocks),
        trimmed_marks(view, marks),
        tuple(sorted(comments)),
        tuple(cells),
        tuple(spelled),
    )


def _must_be_notebook(text: str) -> None:
    mark = text.startswith("\ufeff")
    try:
        found = json.loads(text[mark:])
    except json.JSONDecodeError as error:
        line = LineIndex(text).position(min(error.pos + mark, len(text))).line
        raise ReadError(f"not a notebook: {error.msg}", line) from None
    except RecursionError:
        raise ReadError("not a notebook: its JSON is nested too deeply") from None
    if not isinstance(found, dict) or not isinstance(found.get("cells", found.get("worksheets")), list):
        raise ReadError("not a notebook: it has no list of cells")


def _markdown_cells(text: str) -> list[tuple[int, list[JsonString]]]:
    """Return the number (from 1) and the strings of the source of each Markdown cell."""
    kinds: dict[tuple[str | int, ...], str] = {}
    sources: dict[tuple[str | int, ...], list[JsonString]] = {}
    for string in find_strings(text):
        at = 1 if string.path[0] == "cells" else 3  # an old notebook has worksheets, which have the cells
        if string.path[at - 1 : at] != ("cells",):
            continue
        cell, inner = string.path[: at + 1], string.path[at + 1 :]
        if inner == ("cell_type",):
            kinds[cell] = string.value
        elif inner[:1] == ("source",):
            sources.setdefault(cell, []).append(string)
    wanted = [(cell, strings) for cell, strings in sources.items() if kinds.get(cell) in _PROSE]
    return [(int(cell[-1]) + 1, strings) for cell, strings in wanted if any(s.value for s in strings)]


_PROSE = ("markdown", "heading")  # the second is of old notebooks


class _Source:
    """The source of one cell as its writer typed it, and the way back to the file.

    Between two edges, ``at`` of the source is ``at - edge + place`` of the file; an escape has edges of its own.
    """

    def __init__(self, file: str, pieces: list[JsonString]) -> None:
        self.file = file
        self.text = "".join(piece.value for piece in pieces)
        self.span = Span(pieces[0].span.start, pieces[-1].span.end)
        self._edges: list[int] = []
        self._places: list[int] = []
        self._widths: list[int] = []  # of what stands for one character; 1 where it is the character
        at = 0
        for piece in pieces:
            at = self._add(piece.span, at)
        self._edges.append(at)
        self._places.append(self.span.end)
        self._widths.append(1)

    def _add(self, span: Span, at: int) -> int:
        """Add the runs and the escapes of one string, from ``at`` of the source on; return where it ends."""
        place = span.start
        for start, end in find_escapes(self.file, span):
            if start > place:
                self._run(at, place, 1)
                at += start - place
            self._run(at, start, end - start)
            at, place = at + 1, end
        if place < span.end:
            self._run(at, place, 1)
        return at + span.end - place

    def _run(self, at: int, place: int, width: int) -> None:
        self._edges.append(at)
        self._places.append(place)
        self._widths.append(width)

    def at(self, offset: int) -> int:
        """Return where a character of the source stands in the file."""
        run = bisect_right(self._edges, offset) - 1
        return self._places[run] + offset - self._edges[run]

    def span_of(self, span: Span) -> Span:
        """Return where a stretch of the source stands in the file."""
        if span.start >= span.end:
            return Span(self.at(span.start), self.at(span.start))
        last = span.end - 1
        run = bisect_right(self._edges, last) - 1
        return Span(self.at(span.start), self.at(last) + self._widths[run])

    def lines(self) -> tuple[int, ...]:
        """Return where each line of the cell begins in the file."""
        starts = [0]
        while (at := self.text.find("\n", starts[-1])) >= 0:
            starts.append(at + 1)
        return tuple(self.at(start) for start in starts)

    def view(self, prose: str) -> str:
        """Return the prose view of this stretch of the file, from that of the source."""
        pieces: list[str] = []
        done = self.span.start
        for number, (start, end) in enumerate(pairwise(self._edges)):
            place, width = self._places[number], self._widths[number]
            if place > done:
                pieces.append(self._between(done, place, start, prose))
            seen = prose[start:end]
            pieces.append(seen if width == 1 else self._escape(place, width, seen))
            done = place + (end - start if width == 1 else width)
        pieces.append(HOLE * (self.span.end - done))
        return "".join(pieces)

    def _between(self, place: int, past: int, at: int, prose: str) -> str:
        """Return the view of what stands between two strings of a list: a line's end is its white space."""
        if HOLE in prose[at - 1 : at + 1]:
            return HOLE * (past - place)
        ends = self.text[at - 1 : at] == "\n"
        return "".join(c if ends and c in " \t\r\n" else GLUE for c in self.file[place:past])

    def _escape(self, place: int, width: int, seen: str) -> str:
        """Return the view of an escape, whose characters are not those that it stands for."""
        if seen in (GLUE, HOLE):
            return seen * width
        last = self.file[place + width - 1]
        if width == 2 and last in _ITSELF:
            return GLUE + last
        broken = seen in "\r\n" and self._ends_line(place + width)
        return (GLUE if broken else HOLE) * width

    def _ends_line(self, place: int) -> bool:
        """Say whether a string ends here, with white space before the next."""
        at = bisect_left(self._places, place)
        following = self._places[at] if at < len(self._places) else place
        return self.file[place : place + 1] == '"' and any(c in self.file[place:following] for c in " \t\r\n")
