"""The prose view of a marked-up text, as it grows from its beginning to its end."""

from __future__ import annotations

from lint.model.text import GLUE, HOLE, Block, Span, Spelled
from lint.read.offsets import CodePoints
from lint.read.view import UNSEEN, Edit, fill


class GrowingView:
    """The pieces of a prose view up to ``pos``, and the blocks that they make.

    Whatever is not put between two pieces of one block is markup (glue); between blocks, a hole.
    ``context`` holds the blocks that surround ``pos``.
    """

    def __init__(self, source: str, base: int = 0) -> None:
        """Begin at offset ``base``; all before it is a hole."""
        self.source = source
        self.pieces: list[str] = [HOLE * base]
        self.pos = base
        self.first = -1  # where the open block begins; -1 when none is open
        self.context: list[Block] = [Block("paragraph", Span(0, 0))]
        self.blocks: list[Block] = []
        self.hidden: list[Edit] = []
        self.spelled: list[Spelled] = []

    def prose(self) -> str:
        """Return the view, as long as the source."""
        self.pieces.append(HOLE * (len(self.source) - self.pos))
        return fill("".join(self.pieces), self.hidden)

    def put(self, start: int, end: int, filler: str = "") -> None:
        """Take a piece of the open block, or open one: the source's own characters, or a filler."""
        if start < self.pos:
            if end <= self.pos:
                return
            start = self.pos
        if self.first < 0:
            self.first = start
            self.pieces.append(HOLE * (start - self.pos))
        elif start > self.pos:
            self.pieces.append(GLUE * (start - self.pos))
        self.pieces.append(filler * (end - start) if filler else self.source[start:end])
        self.pos = end

    def end_block(self) -> None:
        """Close the open block, if there is one."""
        if self.first >= 0:
            kind, _, level, quoted = self.context[-1]
            self.blocks.append(Block(kind, Span(self.first, self.pos), level, quoted))
            self.first = -1


class ParsedView(GrowingView):
    """A view that grows with the events of a parser that counts UTF-8 bytes; ``points`` maps them to offsets."""

    def __init__(self, source: str, base: int, text: str) -> None:
        """Begin at offset ``base``, from where the parser's bytes count; it is given ``text`` for the source."""
        super().__init__(source, base)
        self.points = CodePoints(text, base)

    def put_text(self, value: str, start: int, width: int, past: int) -> None:
        """Take text of ``width`` bytes, which is prose as it stands if the source spells it so."""
        end = start + len(value)
        if self.source[start:end] != value or (width != end - start and width != len(value.encode())):
            self._put_entity(value, start, self.points.at(past))
        elif start == self.pos and self.first >= 0:
            self.pieces.append(value)
            self.pos = end
        else:
            self.put(start, end)

    def _put_entity(self, value: str, start: int, end: int) -> None:
        """Take text that the source spells otherwise: as it is written, with a note of what is seen."""
        if value in UNSEEN:
            self.put(start, end, GLUE)
        elif self.source[start] == "&" and len(value) < end - start:
            if start >= self.pos:
                self.spelled.append(Spelled(start, end, value))
            self.put(start, end)
        else:
            self.put(start, end, HOLE)

    def put_break(self, start: int, width: int) -> None:
        """Take a line end; the backslash of a hard one is markup."""
        end = start + width  # a break is ASCII
        if self.source[start] == "\\":
            self.put(start, start + 1, GLUE)
            start += 1
        self.put(start, end)
