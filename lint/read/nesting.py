"""Which elements of a page are open, which end others, and what holds inside of each."""

from __future__ import annotations

from lint.model.text import HOLE, Block
from lint.model.typed import NamedTuple
from lint.read.elements import BLOCKS, CODE, HEADINGS, HIDDEN, IMPLIED, KINDS, OF_TABLES, SCOPES, Tag

DEEP = 200
"""So many open elements are looked through for the one that an end tag names: browsers, too, keep a limit."""
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Inline elements that an end tag ends also from inside of a block that began in them."""
_WHOLE = frozenset(HIDDEN) - CODE
"""Inline elements that have their blocks to themselves."""
_SECTIONS = frozenset("article aside blockquote figure main section td".split())
_TABLE = frozenset(("table",))
_new = tuple.__new__


class State(NamedTuple):
    """What holds inside an element: ``depth`` is its place among the open ones.

    ``fill`` takes the place of text, empty for prose; ``hider`` is true where no language inside can be prose again.
    ``code`` is where the code begins that it is, or -1.
    """

    depth: int
    fill: str
    hider: bool
    kind: str
    level: int
    quoted: bool
    code: int


class Nesting:
    """The open elements, as tags open and close them, the way the HTML standard nests them.

    Only blocks are kept, and inline elements that are hidden or in another language, with those inside of
    them that have the same name: no other has an end that matters here.
    """

    def __init__(self, outer: Block) -> None:
        """Begin with nothing open inside a block such as ``outer``."""
        self.names: list[str] = []
        self.states = [State(-2, "", False, outer.kind, outer.level, outer.quoted, -1)]
        self.apart: dict[str, int] = {}  # how many of the inline elements are open that are kept
        self.paragraphs = 0  # how many are open
        self.code: list[tuple[int, int]] = []  # where code stands that ended

    def enter(self, tag: Tag, inner: int, depth: int) -> None:
        """Go into an element, whose content begins at ``inner``, that changes what holds."""
        outer = self.states[-1]
        _, fill, hider, kind, level, quoted, code = outer
        name = tag.name
        hides = tag.hides
        if name == "footer" and _SECTIONS.isdisjoint(self.names[-DEEP:]):
            hides = HOLE
        code = -1
        if not hider:
            if tag.lang:
                fill = "" if tag.lang[:2] == "en" and tag.lang[2:3] in "-_" else HOLE
            if hides:
                fill, hider = hides, True
                code = inner if name in CODE else -1
        if name in HEADINGS:
            kind, level = "heading", int(name[1])
        elif name == "blockquote":
            kind, quoted = "paragraph", True
        elif name in KINDS:
            kind = KINDS[name]
            level += kind == "item"
        if outer.kind == "cell" and (name == "table" or kind == "heading"):
            self.states[-1] = outer._replace(kind="paragraph")  # the table lays out the page
        self.states.append(_new(State, (depth, fill, hider, kind, level, quoted, code)))

    def cut(self, depth: int, here: int) -> None:
        """Leave the open elements from ``depth`` on, at offset ``here``."""
        names, states = self.names, self.states
        if self.paragraphs or self.apart:
            gone = names[depth:]
            self.paragraphs -= gone.count("p")
            if self.apart:
                for name in gone:
                    self._forget(name)
        del names[depth:]
        while states[-1][0] >= depth:
            self._leave(states.pop(), here)

    def _leave(self, state: State, here: int) -> None:
        if state[6] >= 0:
            self.code.append((state[6], here))

    def depth_of(self, name: str) -> int:
        """Return the place of the innermost open block that an end tag of this name closes; -1 for none."""
        names = self.names
        stops = _TABLE if name in OF_TABLES else SCOPES
        among = HEADINGS if name in HEADINGS else (name,)
        for depth in range(len(names) - 1, max(-1, len(names) - DEEP), -1):
            if names[depth] in among:
                return depth
            if names[depth] in stops or (name == "p" and names[depth] in _WHOLE):
                break
        return -1

    def end_paragraph(self, here: int) -> None:
        """End the open paragraph that a block cannot be in."""
        depth = self.depth_of("p")
        if depth >= 0:
            self.cut(depth, here)

    def end_implied(self, name: str, here: int) -> None:
        """End the open items, terms, cells or rows that do not go on at the start of this one."""
        ended, stops = IMPLIED[name]
        names = self.names
        lowest = -1
        for depth in range(len(names) - 1, max(-1, len(names) - DEEP), -1):
            if names[depth] in ended:
                lowest = depth
            elif names[depth] in stops:
                break
        if lowest >= 0:
            self.cut(lowest, here)

    def keep(self, name: str) -> None:
        """Open an inline element whose end matters."""
        self.names.append(name)
        self.apart[name] = self.apart.get(name, 0) + 1

    def _forget(self, name: str) -> None:
        if name in self.apart:
            self.apart[name] -= 1
            if not self.apart[name]:
                del self.apart[name]

    def end_apart(self, name: str, here: int) -> None:
        """End the innermost inline element of this name that is kept."""
        names = self.names
        blocks = False
        for depth in range(len(names) - 1, max(-1, len(names) - DEEP), -1):
            if names[depth] == name:
                break
            blocks = blocks or names[depth] in BLOCKS
            if names[depth] in SCOPES or (blocks and name not in _FORMATTING and name not in _WHOLE):
                return
        else:
            return
        if blocks and name in _FORMATTING:
            names[depth] = ""
            self._forget(name)
            self._reveal(depth, here)
        else:
            self.cut(depth, here)

    def _reveal(self, depth: int, here: int) -> None:
        """Take the state of an element out from under those of the blocks that began in it."""
        states = self.states
        for place in range(len(states) - 1, 0, -1):
            if states[place].depth == depth:
                below, gone = states[place - 1], states.pop(place)
                self._leave(gone, here)
                for above in range(place, len(states)):
                    if states[above].fill == gone.fill and states[above].hider == gone.hider:
                        states[above] = states[above]._replace(fill=below.fill, hider=below.hider)
                break
