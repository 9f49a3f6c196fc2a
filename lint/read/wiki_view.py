"""The prose view of a wiki's page as it grows, and the blocks and marks that its markup makes."""

from __future__ import annotations

import re
from operator import itemgetter

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Block, Comment, Mark, Span, Spelled
from lint.model.typed import NamedTuple
from lint.read.view import blank
from lint.read.wiki_pairs import Pairs

_NEWLINE = r"\n(?=[ \t\r\n*#:;=|!{-])|"
_SIGNS = (
    r"''+|\{\{+|\[\[[^\[\]{}|<>\n]{0,300}(?:\]\]|\|)|\[\[|\[(?=(?i:https?|ftps?|mailto|news|irc|git|svn|tel|urn):|//)|\]\]?"
    r"|</?[A-Za-z][^<>]*>|<!--|__[A-Z]|~~~+|\|\||!!"
)
FLOW = pattern(_NEWLINE + _SIGNS)
"""Signs where lines may begin blocks."""
LINE = pattern(rf"\n|{_SIGNS}")
"""Signs where the end of the line is that of the block: in headings and list items."""
INLINE = pattern(_SIGNS)
"""Signs where a line end is a space."""
PARAGRAPH = "paragraph"
_DEEP = 3
"""So many notes inside of each other stand apart from the sentence that they are in; more are paragraphs between."""
DEPTH = 24
"""Markup deeper inside of markup than this is not read."""
_new = tuple.__new__


class State(NamedTuple):
    """What a block is here: its kind, its level and whether it is quoted."""

    kind: str
    level: int
    quoted: bool


class WikiView:
    """The pieces of the prose view up to some place of the source, and what was found so far.

    ``home`` is what text is that nothing says otherwise of; ``homes`` are those around open quotations and tables.
    """

    def __init__(self, text: str) -> None:
        """Begin with nothing open."""
        self.text = text
        self.stop = len(text)
        self.pairs = Pairs(text)
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.comments: list[Comment] = []
        self.spelled: list[Spelled] = []
        self.notes: list[Span] = []
        self.home = self.state = State(PARAGRAPH, 0, False)
        self.homes: list[tuple[str, State]] = []
        self.tables = 0
        self.header = False  # the line is one of a table's header
        self.tokens: re.Pattern[str] = FLOW
        self.first = -1  # where the open block begins; -1 when none is open
        self.last = -1  # where it ended before the last note in it
        self.resumed = 0
        self.depth = 0
        self.noted = 0
        self.listing = False
        self.link = (-1, "")  # where the text of the open external link begins, and where it leads
        self.slant = self.bold = -1
        self.ends: frozenset[str] | None = None  # names that have an end tag, once they were asked for
        self.missing: set[tuple[str, int]] = set()  # ends that do not come any more before some place

    def fill(self, start: int, end: int, filler: str = GLUE) -> int:
        """Fill a stretch of the view, no farther than what is read now, and return its end."""
        end = min(end, self.stop)
        self.pieces.append(filler * (end - start))
        return end

    def hole(self, start: int, end: int) -> int:
        """Fill a stretch as something that is no word."""
        return self.fill(start, end, HOLE)

    def put(self, start: int, end: int) -> int:
        """Take a stretch of the source as it is."""
        piece = self.text[start:end]
        self.pieces.append(piece)
        if self.first < 0 and piece and not piece.isspace():
            self.first = start
        return end

    def spell(self, start: int, end: int, seen: str) -> int:
        """Take what the source spells otherwise, if there is room for it; white space begins no block."""
        if len(seen) > end - start or end > self.stop:
            return self.fill(start, end)
        if seen in (" ", "\n"):
            if self.first >= 0:
                self.spelled.append(_new(Spelled, (start, end, seen)))
            return self.fill(start, end)
        if self.first < 0:
            self.first = start
        self.spelled.append(_new(Spelled, (start, end, seen)))
        self.pieces.append(self.text[start:end])
        return end

    def mark(self, kind: str, start: int, end: int, target: str = "") -> None:
        """Note a piece of markup."""
        self.marks.append(_new(Mark, (kind, _new(Span, (start, end)), target)))

    def flush(self, at: int) -> None:
        """End the open block, if there is one; what follows is ordinary text."""
        if self.first >= 0:
            end = at if self.last < 0 or self._goes_on() else self.last
            kind, level, quoted = self.state
            self.blocks.append(_new(Block, (kind, _new(Span, (self.first, end)), level, quoted)))
            self.first = self.last = -1
        self.slant = self.bold = -1
        self.link = (-1, "")
        self.state = self.home

    def begin(self, at: int, kind: str, level: int = 0) -> None:
        """End the open block, and begin one that ends with its line."""
        self.flush(at)
        self.state = _new(State, (kind, level, self.home[2]))
        self.tokens = LINE

    def _goes_on(self) -> bool:
        pieces = self.pieces
        return any(not blank(pieces[at]) for at in range(self.resumed, len(pieces)))

    def enter(self, name: str, home: State) -> None:
        """Go into an element that says what its text is; the block before it was ended."""
        self.homes.append((name, self.home))
        self.home = self.state = home
        self.tokens = FLOW

    def leave(self, name: str) -> bool:
        """Leave the innermost element of a name; say whether there is one."""
        homes = self.homes
        for place in range(len(homes) - 1, max(-1, len(homes) - 20), -1):
            if homes[place][0] == name:
                self.tables -= sum(other == "table" for other, _ in homes[place:])
                self.home = self.state = homes[place][1]
                del homes[place:]
                self.tokens = FLOW
                return True
        return False

    def apart(self, start: int, inner: tuple[int, int], end: int, kind: str) -> int:
        """Read a part of which the sentence around it knows nothing, and goes on after it."""
        outer = (self.first, self.last, self.state, self.home, self.homes, self.tables, self.tokens)
        loose = (self.link, self.slant, self.bold)
        inside = self.first >= 0 and self.noted < _DEEP
        if inside:
            if self.last < 0 or self._goes_on():
                self.last = start
            outer = (self.first, self.last, *outer[2:])
            self.first = self.last = -1
        elif self.first >= 0:
            self.flush(start)
            outer = (-1, -1, *outer[2:])
        self.noted += 1
        self.link, self.slant, self.bold = (-1, ""), -1, -1
        self.home = self.state = State(kind, 0, self.home.quoted)
        self.homes, self.tables, self.tokens = [], 0, FLOW
        self.fill(start, inner[0])
        self.read(*inner)
        self.flush(inner[1])
        self.fill(inner[1], end)
        self.noted -= 1
        self.first, self.last, self.state, self.home, self.homes, self.tables, self.tokens = outer
        self.link, self.slant, self.bold = loose
        if inside:
            self.resumed = len(self.pieces)
            self.notes.append(Span(start, end))
        return end

    def within(self, start: int, end: int) -> int:
        """Read a stretch that belongs to the open block."""
        tokens, self.tokens = self.tokens, INLINE
        self.read(start, end)
        self.tokens = tokens
        return end

    def quotation(self, start: int, inner: list[tuple[int, int]], end: int) -> int:
        """Read stretches that are quoted, each a block of its own."""
        self.flush(start)
        homes, tables, tokens, home = self.homes, self.tables, self.tokens, self.home
        self.home = self.state = State(PARAGRAPH, 0, True)
        self.homes, self.tables, self.tokens = [], 0, FLOW
        pos = start
        for first, past in sorted(inner):
            self.fill(pos, first)
            self.read(first, past)
            self.flush(past)
            self.home = self.state = State(PARAGRAPH, 0, True)
            pos = past
        self.homes, self.tables, self.tokens = homes, tables, tokens
        self.home = self.state = home
        return self.fill(pos, end)

    def read(self, pos: int, stop: int) -> None:
        """Read from ``pos`` to ``stop``."""
        raise NotImplementedError

    def ordered(self) -> list[Block]:
        """Return the blocks in the order in which they begin; one with notes in it comes before these."""
        return sorted(self.blocks, key=itemgetter(1)) if self.notes else self.blocks
