r"""The prose view of a LaTeX source as it grows, and the blocks that its groups and environments make."""

from __future__ import annotations

from operator import itemgetter

from lint.model.text import GLUE, HOLE, Block, Comment, Mark, Span, Spelled
from lint.model.typed import NamedTuple
from lint.read.tex_definitions import Definitions
from lint.read.view import blank

_DEEP = 3
"""So many notes inside of each other stand apart from the sentence that they are in; more are paragraphs between."""
_MARKED = 100
"""Emphasis and links so deep are not noted: where all of thousands end together, none means anything."""
_new = tuple.__new__


class State(NamedTuple):
    """What a block is here: its kind, its level and whether it is quoted."""

    kind: str
    level: int
    quoted: bool


class Held(NamedTuple):
    """The block around a note: where it began, where it ended before the note, and where the note starts."""

    first: int
    last: int
    start: int


class Frame(NamedTuple):
    """A group or environment that is open.

    ``act`` says what is to be done at its end; ``inner`` is where its content begins. ``outer`` holds outside of it.
    """

    act: str
    inner: int = 0
    target: str = ""
    outer: State | None = None
    held: Held | None = None


GROUP = Frame("group")
"""A group that changes nothing."""


class TexView(Definitions):
    """The pieces of the prose view up to some place of the source, and the blocks and marks found so far."""

    def __init__(self, text: str) -> None:
        """Begin with nothing open."""
        super().__init__()
        self.text = text
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.comments: list[Comment] = []
        self.spelled: list[Spelled] = []
        self.notes: list[Span] = []
        self.stack: list[Frame] = []
        self.open: dict[str, int] = {}  # how many environments of a name are open
        self.state = State("paragraph", 0, False)
        self.first = -1  # where the open block begins; -1 when none is open
        self.last = -1  # where it ended before the last note in it
        self.resumed = 0
        self.depth = 0
        self.bracket = -1  # the bracket that ends the label of an item
        self.missing: set[str] = set()  # ends that do not come any more

    def fill(self, start: int, end: int, filler: str = GLUE) -> int:
        """Fill a stretch of the view, and return its end."""
        self.pieces.append(filler * (end - start))
        return end

    def spell(self, start: int, end: int, seen: str) -> int:
        """Take what the source spells otherwise; white space begins no block and ends none."""
        if seen == " ":
            if self.first >= 0:
                self.spelled.append(_new(Spelled, (start, end, seen)))
            return self.fill(start, end)
        if self.first < 0:
            self.first = start
        self.spelled.append(_new(Spelled, (start, end, seen)))
        self.pieces.append(self.text[start:end])
        return end

    def flush(self, at: int) -> None:
        """End the open block, if there is one."""
        if self.first >= 0:
            end = at if self.last < 0 or self._goes_on() else self.last
            kind, level, quoted = self.state
            self.blocks.append(_new(Block, (kind, _new(Span, (self.first, end)), level, quoted)))
            self.first = self.last = -1

    def _goes_on(self) -> bool:
        return not blank("".join(self.pieces[self.resumed :]))

    def enter(self, start: int, frame: Frame, state: State) -> None:
        """Go into a group that has blocks of its own; the text before it ends where it begins, at ``start``."""
        self.flush(start)
        self.stack.append(frame._replace(outer=self.state))
        self.state = state

    def enter_apart(self, start: int, frame: Frame, state: State) -> None:
        """Go into a group whose text is no part of the sentence around it, which goes on after it."""
        if self.first < 0 or self.depth >= _DEEP:
            self.enter(start, frame, state)
            return
        if self.last < 0 or self._goes_on():
            self.last = start
        self.depth += 1
        self.stack.append(frame._replace(outer=self.state, held=Held(self.first, self.last, start)))
        self.first = self.last = -1
        self.state = state

    def leave(self, at: int, end: int) -> None:
        """Close the innermost group, whose content ends at ``at`` and its markup at ``end``."""
        act, inner, target, outer, held = self.stack.pop()
        if outer is not None:
            self.flush(at)
            self.state = outer
            if held is not None:
                self.depth -= 1
                self.first, self.last, start = held
                self.resumed = len(self.pieces)
                self.notes.append(Span(start, end))
        if act == "env":
            self.open[target] -= 1
        elif act in ("emphasis", "link") and len(self.stack) < _MARKED:
            self.marks.append(_new(Mark, (act, _new(Span, (inner, at)), target)))

    def ordered(self) -> list[Block]:
        """Return the blocks in the order in which they begin; one with notes in it comes before these."""
        return sorted(self.blocks, key=itemgetter(1)) if self.notes else self.blocks

    def close_all(self) -> None:
        """End the text: all that is open ends with it."""
        size = len(self.text)
        while self.stack:
            self.leave(size, size)
        self.flush(size)

    def hole(self, start: int, end: int) -> int:
        """Fill a stretch as something that is no word."""
        return self.fill(start, end, HOLE)
