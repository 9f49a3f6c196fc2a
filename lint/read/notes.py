"""Notes that are written inside a sentence, which goes on after them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter

from lint.model.text import GLUE, Block, Mark, Span, Spelled
from lint.model.typed import NamedTuple
from lint.read.references import find_references
from lint.read.view import Edit, fill, spelled_out, trimmed, trimmed_blocks


def around(notes: Sequence[Span], blocks: tuple[Block, ...]) -> list[Edit]:
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


def trimmed_around(prose: str, blocks: Iterable[Block], notes: Sequence[Span]) -> tuple[Block, ...]:
    """Return the blocks in order, each cut to the prose that is its own: notes at its edges are none of it."""
    if not notes:
        return trimmed_blocks(prose, blocks)
    ordered = sorted(notes)
    kept: list[Block] = []
    for block in blocks:
        start, end = block.span
        if start < end and "!" <= prose[start] <= "~" and "!" <= prose[end - 1] <= "~":
            kept.append(block)  # a note ends with markup: these signs are the block's own
            continue
        at = bisect_left(ordered, (start, start))
        inner: list[Edit] = []
        while at < len(ordered) and ordered[at].end <= end:
            inner.append((ordered[at].start - start, ordered[at].end - start, GLUE))
            at += 1
        first, past = trimmed(fill(prose[start:end], inner), 0, end - start)
        if first < past:
            kept.append(block._replace(span=Span(first + start, past + start)))
    return tuple(sorted(kept, key=itemgetter(1)))


class Settled(NamedTuple):
    """A prose view in which no reference and no note is part of a sentence, its blocks, and the marks of the references."""

    prose: str
    blocks: tuple[Block, ...]
    marks: list[Mark]


def settled(
    text: str, prose: str, spelled: Sequence[Spelled], blocks: Sequence[Block], notes: Sequence[Span]
) -> Settled:
    """Take plain references and what surrounds notes out of a view that is whole."""
    edits, marks = find_references(text, spelled_out(prose, spelled) if spelled else prose)
    cut = trimmed_around(prose, blocks, notes)
    prose = fill(prose, edits + around(notes, cut))
    return Settled(prose, trimmed_around(prose, cut, notes) if edits else cut, marks)
