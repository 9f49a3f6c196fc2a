"""Org → ``Document``: what Org's exporters print, without running code or looking at other files.

One pattern takes a whole run of ordinary lines at a time; a line that may be markup is looked at by itself (``org_signs``).
The inline markup of a block is read when the block ends (``org_inline``).
"""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.model.text import HOLE, Block, Comment, Document, Mark, Span
from lint.read.bibliographies import in_org
from lint.read.notes import around, trimmed_around
from lint.read.org_inline import Inline
from lint.read.org_lines import BLANK, LINE, Ends, headline_up_to, run
from lint.read.org_signs import SIGNS, read_item
from lint.read.references import find_references
from lint.read.rest_lines import column
from lint.read.view import fill, scannable, spelled_out, standing, trimmed_marks

_new = tuple.__new__  # half the time of the named tuples' own constructors

_TODO = pattern(r"^[ \t]*#\+(?:SEQ_|TYP_)?TODO:([^\n]*)", 10)
_EXCLUDED = pattern(r"^[ \t]*#\+EXCLUDE_TAGS:([^\n]*)", 10)
_WORD = pattern(r"[^\s|():]+(?=[\s(]|\Z)")
_DEEPEST = 100
"""So many levels are told apart: an item that is deeper is one more of these."""


class Level:
    """What surrounds a text: a list, a note's definition, a block or a drawer.

    ``floor`` is the column of the list's markers, -1 for anything else; ``end`` is where the line begins that ends a block.
    """

    __slots__ = ("depth", "end", "floor", "kind", "quoted")

    def __init__(self, kind: str, floor: int, depth: int, quoted: bool, end: int) -> None:
        """Keep what is known."""
        self.kind, self.floor, self.depth, self.quoted, self.end = kind, floor, depth, quoted, end


class Reading:
    """One pass over a text: the view as it grows, the levels around ``pos``, and what was seen on the way."""

    def __init__(self, source: str) -> None:
        """Begin to read."""
        self.source = source
        self.scan = scan = scannable(source)
        self.pieces: list[str] = []
        self.pos = 0  # how far the view has grown
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.named: list[Span] = []  # bibliographies
        self.inline = Inline(scan)
        self.ends = Ends(scan)
        self.levels = [Level("paragraph", -1, 0, False, len(scan))]
        self.first = self.last = -1  # the paragraph that is open
        self.label = ""  # of the note that begins
        self.match = run(-1).match
        self.keywords = {"TODO", "DONE"}
        self.unread = {"noexport"}
        if "TODO:" in scan:
            self.keywords.update(word for found in _TODO.finditer(scan) for word in _WORD.findall(found[1]))
        if "EXCLUDE_TAGS:" in scan:
            self.unread.update(word for found in _EXCLUDED.finditer(scan) for word in found[1].split())

    def read(self) -> str:
        """Read it all and return the prose view, in which inline markup still stands."""
        scan, size = self.scan, len(self.scan)
        pos = 1 if scan.startswith("\ufeff") else 0
        while pos < size:
            found = self.match(scan, pos)
            if not found:
                pos = self._line(pos)
                continue
            start, end = found.span(1)
            if self.first < 0:
                self.first = start
            self.last = end
            pos = found.end()
            if found.start(2) >= 0:
                self._blank(found[2].count("\n") > 2)
        self.end_paragraph()
        self.pieces.append(HOLE * (size - self.pos))
        return "".join(self.pieces)

    def _line(self, pos: int) -> int:
        """Take a line that may be markup; return where to go on."""
        found = LINE.match(self.scan, pos)
        assert found
        start, end = found.span(2)
        if not self.scan[start:end].strip():
            blank = BLANK.match(self.scan, pos)
            self._blank(bool(blank) and self.scan.count("\n", pos, blank.end() if blank else pos) > 1)
            return blank.end() if blank else found.end()
        at = column(found[1])
        sign = self.scan[start]
        if sign in "-+*0123456789" and (past := read_item(self, start, end, at)) >= 0:
            return past
        if at <= self.levels[-1].floor:
            self.leave_lists(at)
            return pos
        for read in SIGNS.get(sign, ()):
            past = read(self, pos, start, end)
            if past >= 0:
                return past
        self.take(start, end)
        return found.end()

    def take(self, start: int, end: int) -> None:
        """Go on with the open paragraph, or open one."""
        if self.first < 0:
            self.first = start
        self.last = end

    def _blank(self, twice: bool) -> None:
        """Come to blank lines: they end the paragraph, two of them lists and notes, too."""
        self.end_paragraph()
        if twice:
            while self.levels[-1].end < 0:
                self.levels.pop()
            self.match = run(self.levels[-1].floor).match

    def leave_lists(self, at: int) -> None:
        """Leave the lists whose markers stand at column ``at`` or further right."""
        self.end_paragraph()
        while self.levels[-1].floor >= at:
            self.levels.pop()
        self.match = run(self.levels[-1].floor).match

    def enter(
        self, kind: str, floor: int = -1, *, deeper: int = 0, quoted: bool = False, end: int = -1
    ) -> None:
        """Go into a list, a note or a block."""
        self.end_paragraph()
        top = self.levels[-1]
        if len(self.levels) < _DEEPEST or end >= 0:
            self.levels.append(Level(kind, floor, top.depth + deeper, quoted or top.quoted, end))
            self.match = run(floor).match

    def leave_block(self, pos: int) -> bool:
        """Leave the block that ends in the line at ``pos``; say whether one does."""
        levels = self.levels
        number = len(levels) - 1
        while levels[number].end < 0:
            number -= 1
        if number == 0 or levels[number].end > pos:
            return False
        self.end_paragraph()
        del levels[number:]
        self.match = run(levels[-1].floor).match
        return True

    def leave_all(self) -> None:
        """Come to a headline, which ends all that is open."""
        self.end_paragraph()
        if len(self.levels) > 1:
            del self.levels[1:]
            self.match = run(-1).match

    def limit(self, pos: int) -> int:
        """Return where all must end that begins at ``pos``."""
        number = len(self.levels) - 1
        while self.levels[number].end < 0:
            number -= 1
        return min(self.ends.section(pos), self.levels[number].end)

    def past_line(self, pos: int) -> int:
        """Return where the next line begins."""
        end = self.scan.find("\n", pos)
        return end + 1 if end >= 0 else len(self.scan)

    def past_tree(self, level: int, pos: int) -> int:
        """Return where the tree ends whose headline has so many stars."""
        found = headline_up_to(level).search(self.scan, pos)
        return found.start() if found else len(self.scan)

    def end_paragraph(self) -> None:
        """End the open paragraph, if there is one."""
        if self.first >= 0:
            start, self.first = self.first, -1
            top = self.levels[-1]
            self.put(start, self.last, top.kind, top.depth if top.kind == "item" else 0)

    def put(self, start: int, end: int, kind: str, level: int = 0) -> None:
        """Take a block, with its inline markup; all between it and the block before is a hole."""
        if start < self.pos:
            return
        span = _new(Span, (start, end))
        self.pieces.append(HOLE * (start - self.pos))
        self.pieces.append(self.source[start:end])
        self.pos = end
        self.blocks.append(_new(Block, (kind, span, level, self.levels[-1].quoted)))
        if self.label:
            self.inline.marks.append(Mark("note", span, self.label))
            self.label = ""
        self.inline.read(start, end)


def read(text: str, name: str = "") -> Document:
    """Read Org; any text gives a document, and what is no markup stays prose."""
    reading = Reading(text)
    inline = reading.inline
    prose = fill(reading.read(), inline.edits)
    seen = spelled_out(prose, inline.spelled) if inline.spelled else prose
    more, found = find_references(text, seen)
    prose = fill(prose, more)
    notes = [note for note, _ in inline.notes]
    inner = [Block("note", Span(start, note.end - 1)) for note, start in inline.notes]
    blocks = trimmed_around(prose, reading.blocks + inner, notes)
    prose = fill(prose, around(notes, blocks))
    return Document(
        name,
        "org",
        text,
        prose,
        blocks,
        trimmed_marks(prose, inline.marks + found),
        tuple(sorted(reading.comments)),
        spelled=standing(prose, inline.spelled),
        bibliographies=in_org(text, reading.named),
    )
