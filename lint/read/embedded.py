"""A text inside another: cells in a notebook, comments in a program. It is read as if it stood alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

from lint.model.text import GLUE, HOLE, Block, Comment, Document, Mark, Span, Spelled
from lint.model.typed import NamedTuple

_SPACES = frozenset(" \t\r\n")


class Piece(NamedTuple):
    """A stretch of the outer text that belongs to the inner one, and the escapes in it, one character each."""

    span: Span
    value: str
    escapes: tuple[Span, ...] = ()


class Embedded:
    """The inner text, and the way back to the outer.

    Between two edges, ``at`` of the inner text is ``at - edge + place`` of the outer; an escape has edges of its own.
    """

    def __init__(self, outer: str, pieces: Iterable[Piece]) -> None:
        """Join the pieces, which stand in ``outer`` in order."""
        pieces = tuple(pieces)
        self.outer = outer
        self.text = "".join(piece.value for piece in pieces)
        self.span = Span(pieces[0].span.start, pieces[-1].span.end)
        self._edges: list[int] = []
        self._places: list[int] = []
        self._widths: list[int] = []  # of what stands for one character; 1 where it is the character
        at = 0
        for piece in pieces:
            at = self._add(piece, at)
        self._run(at, self.span.end, 1)

    def _add(self, piece: Piece, at: int) -> int:
        """Add the runs and the escapes of one piece, from ``at`` of the inner text on; return where it ends."""
        place, past = piece.span
        for start, end in piece.escapes:
            if start > place:
                self._run(at, place, 1)
                at += start - place
            self._run(at, start, end - start)
            at, place = at + 1, end
        if place < past:
            self._run(at, place, 1)
        return at + past - place

    def _run(self, at: int, place: int, width: int) -> None:
        self._edges.append(at)
        self._places.append(place)
        self._widths.append(width)

    def at(self, offset: int) -> int:
        """Return where a character of the inner text stands in the outer."""
        run = bisect_right(self._edges, offset) - 1
        return self._places[run] + offset - self._edges[run]

    def span_of(self, span: Span) -> Span:
        """Return where a stretch of the inner text stands in the outer."""
        if span.start >= span.end:
            return Span(self.at(span.start), self.at(span.start))
        last = span.end - 1
        run = bisect_right(self._edges, last) - 1
        return Span(self.at(span.start), self.at(last) + self._widths[run])

    def lines(self) -> tuple[int, ...]:
        """Return where each line of the inner text begins in the outer."""
        starts = [0]
        while (at := self.text.find("\n", starts[-1])) >= 0:
            starts.append(at + 1)
        return tuple(self.at(start) for start in starts)

    def view(self, prose: str) -> str:
        """Return the prose view of ``span`` of the outer text, from that of the inner."""
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
        """Return the view of what stands between two pieces: where a line ends, white space is the text's own."""
        if HOLE in prose[at - 1 : at + 1]:
            return HOLE * (past - place)
        ends = self.text[at - 1 : at] == "\n"
        return "".join(c if ends and c in _SPACES else GLUE for c in self.outer[place:past])

    def _escape(self, place: int, width: int, seen: str) -> str:
        """Return the view of an escape: as it is written, unless it is markup, or white space follows."""
        if seen in (GLUE, HOLE):
            return seen * width
        broken = seen in "\r\n" and self._ends_line(place + width)
        return GLUE * width if broken else self.outer[place : place + width]

    def spelled(self, inner: Document) -> list[Spelled]:
        """Return what a reader sees for what is spelled otherwise, inside the inner text or by an escape."""
        found = [Spelled(*self.span_of(Span(*item[:2])), item.seen) for item in inner.spelled]
        covered = {at for item in inner.spelled for at in range(item.start, item.end)}
        for at, place, width in zip(self._edges, self._places, self._widths, strict=True):
            if (
                width > 1
                and at not in covered
                and self._escape(place, width, inner.prose[at])[0] not in (GLUE, HOLE)
            ):
                found.append(Spelled(place, place + width, inner.prose[at]))
        return sorted(found)

    def _ends_line(self, place: int) -> bool:
        """Say whether a piece ends here, with white space before the next."""
        at = bisect_left(self._places, place)
        following = self._places[at] if at < len(self._places) else place
        return bool(following > place and not _SPACES.isdisjoint(self.outer[place:following]))


class Assembly:
    """A document put together from the inner texts of an outer one, in order; all between them is a hole."""

    def __init__(self, text: str) -> None:
        """Begin with nothing seen."""
        self.text = text
        self._prose: list[str] = []
        self._done = 0
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.comments: list[Comment] = []
        self.spelled: list[Spelled] = []

    def add(self, part: Embedded, inner: Document) -> None:
        """Add what was read of a part."""
        self._prose += (HOLE * (part.span.start - self._done), part.view(inner.prose))
        self._done = part.span.end
        self.spelled += part.spelled(inner)
        at = part.span_of
        self.blocks += [block._replace(span=at(block.span)) for block in inner.blocks]
        self.marks += [mark._replace(span=at(mark.span)) for mark in inner.marks]
        self.comments += [comment._replace(span=at(comment.span)) for comment in inner.comments]

    def prose(self) -> str:
        """Return the view, as long as the outer text."""
        return "".join((*self._prose, HOLE * (len(self.text) - self._done)))
