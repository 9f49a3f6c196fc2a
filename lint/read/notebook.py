"""Jupyter notebooks → ``Document``: the Markdown cells, where they stand in the file."""

from __future__ import annotations

import json

from lint.model.lines import LineIndex
from lint.model.text import Cell, Document, ReadError
from lint.read import markdown
from lint.read.embedded import Assembly, Embedded, Piece
from lint.read.json_strings import find_escapes, find_strings
from lint.read.view import trimmed_blocks, trimmed_marks

_PROSE = ("markdown", "heading")  # the second is of old notebooks


def read(text: str, name: str = "") -> Document:
    """Read a notebook. Raises ReadError where it is none."""
    _must_be_notebook(text)
    seen = Assembly(text)
    cells: list[Cell] = []
    for number, pieces in _markdown_cells(text):
        cell = Embedded(text, pieces)
        seen.add(cell, markdown.read(cell.text, "cell.md"))
        cells.append(Cell(number, cell.span, cell.lines()))
    prose = seen.prose()
    return Document(
        name,
        "notebook",
        text,
        prose,
        trimmed_blocks(prose, seen.blocks),
        trimmed_marks(prose, seen.marks),
        tuple(sorted(seen.comments)),
        tuple(cells),
        tuple(seen.spelled),
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


def _markdown_cells(text: str) -> list[tuple[int, list[Piece]]]:
    """Return the number (from 1) and the strings of the source of each Markdown cell."""
    kinds: dict[tuple[str | int, ...], str] = {}
    sources: dict[tuple[str | int, ...], list[Piece]] = {}
    for string in find_strings(text):
        at = 1 if string.path[0] == "cells" else 3  # an old notebook has worksheets, which have the cells
        if string.path[at - 1 : at] != ("cells",):
            continue
        cell, inner = string.path[: at + 1], string.path[at + 1 :]
        if inner == ("cell_type",):
            kinds[cell] = string.value
        elif inner[:1] == ("source",):
            escapes = tuple(find_escapes(text, string.span))
            sources.setdefault(cell, []).append(Piece(string.span, string.value, escapes))
    wanted = [(cell, pieces) for cell, pieces in sources.items() if kinds.get(cell) in _PROSE]
    return [(int(cell[-1]) + 1, pieces) for cell, pieces in wanted if any(p.value for p in pieces)]
