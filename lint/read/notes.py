"""Notes that are written inside a sentence, which goes on after them."""

from __future__ import annotations

from collections.abc import Iterable

from lint.model.text import GLUE, Block, Span
from lint.read.view import Edit


def around(notes: Iterable[Span], blocks: tuple[Block, ...]) -> list[Edit]:
    """Return what takes all around the blocks of the notes, and between them, out of the sentences they stand in."""
    edits: list[Edit] = []
    inner = [block.span for block in blocks] if notes else []
    at = 0
    for start, end in sorted(notes):
        while at < len(inner) and inner[at].start < start:
            at += 1
        done = start
        place = at
        while place < len(inner) and inner[place].end <= end:
            if inner[place].start > done:
                edits.append((done, inner[place].start, GLUE))
            done = max(done, inner[place].end)
            place += 1
        if end > done:
            edits.append((done, end, GLUE))
    return edits
