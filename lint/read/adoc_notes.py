"""The footnotes of AsciiDoc, which are written inside of their sentences, and the entries that are cited."""

from __future__ import annotations

from operator import itemgetter

from lint.model.text import GLUE, Block, Mark, Span
from lint.read.view import Edit, blank, trimmed

Noted = list[tuple[int, list[tuple[int, int, int, int]]]]
"""(number of a block, the notes in it: start and end of each, and of the text in it)."""


def cited(marks: list[Mark]) -> list[Mark]:
    """Return the marks, those that refer to an entry of the bibliography as citations."""
    entries = {f"#{mark.target}" for mark in marks if mark.kind == "note"}
    if not entries:
        return marks
    return [
        mark._replace(kind="citation", target=mark.target[1:])
        if mark.kind == "ref" and mark.target in entries
        else mark
        for mark in marks
    ]


def apart(blocks: list[Block], noted: Noted, prose: str) -> tuple[list[Block], list[Edit]]:
    """Return the blocks with those of the footnotes, and what takes these out of the sentences they stand in."""
    blocks = list(blocks)
    notes: list[Block] = []
    edits: list[Edit] = []
    for number, written in noted:
        block = blocks[number]
        first, past = block.span
        for start, end, inner, last in written:
            span = trimmed(prose, inner, last)
            if span.start < span.end:
                notes.append(Block("note", span, 0, block.quoted))
                edits += ((start, span.start, GLUE), (span.end, end, GLUE))
            if blank(prose[first:start]):
                first = end
        for start, end, _, _ in reversed(written):
            if start >= first and blank(prose[end:past]):
                past = start
        blocks[number] = block._replace(span=Span(first, max(first, past)))
    return sorted(blocks + notes, key=itemgetter(1)), edits
