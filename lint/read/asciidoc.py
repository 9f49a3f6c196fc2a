"""AsciiDoc → ``Document``: Asciidoctor's markup, and what older texts have of it.

One pattern takes a whole paragraph at a time; only its first line is looked at for what it may be
(``adoc_signs``, ``adoc_blocks``, ``adoc_tables``). The inline markup of a block is read when the block is
(``adoc_inline``, ``adoc_macros``).
"""

from __future__ import annotations

from lint.model.text import GLUE, HOLE, Bibliography, Block, Comment, Document, Mark, Span
from lint.read import front_matter
from lint.read.adoc_attributes import CODE, PLAIN
from lint.read.adoc_inline import Inline
from lint.read.adoc_lines import BLANK, INDENT, INSIDE, ITEM, MARKER, PARAGRAPH, TERM, shown_part
from lint.read.adoc_notes import Noted, apart, cited
from lint.read.adoc_signs import SIGNS, ReadLine, read_header, read_letters
from lint.read.references import find_references
from lint.read.view import fill, scannable, spelled_out, standing, trimmed_blocks, trimmed_marks

_new = tuple.__new__  # half the time of the named tuples' own constructors
_UNDERLINES = "=-~^+"
_ARMOUR = (
    "-----BEGIN PGP SIGNATURE",
    "-----BEGIN PGP PUBLIC",
    "-----BEGIN PGP MESSAGE",
    "-----BEGIN PGP PRIVATE",
)
"""What the other files with the suffix ``.asc`` begin with: signatures and keys."""
_LISTS = 50
"""So many lists inside of each other are told apart."""


class Reading:
    """One pass over a text: the view as it grows, what surrounds it, and what was seen on the way.

    ``lists`` are the markers of the lists around; ``attached`` is true behind a ``+`` that goes on with an item,
    ``greedy`` behind a term without a text, ``blank`` behind a blank line.
    """

    def __init__(self, source: str) -> None:
        """Begin to read."""
        self.source = source
        self.scan = scannable(source)
        self.pieces: list[str] = []
        self.pos = 0  # how far the view has grown
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.bibliographies: list[Bibliography] = []
        self.inline = Inline(self.scan)
        self.noted: Noted = []
        self.lists: list[str] = []
        self.attached = self.greedy = False
        self.blank = True
        self.kind, self.level, self.quoted = "paragraph", 0, False
        self.style = PLAIN
        self.depth = 0

    def read(self) -> str:
        """Read it all and return the prose view, in which inline markup still stands."""
        armoured = self.scan.startswith(_ARMOUR)
        start = len(self.scan) if armoured else front_matter.length(self.scan)
        self.read_blocks(start, len(self.scan))
        self.pieces.append(HOLE * (len(self.scan) - self.pos))
        return "".join(self.pieces)

    def read_blocks(self, pos: int, limit: int) -> None:
        """Read the blocks from the beginning of a line on."""
        outer = self.lists, self.attached, self.greedy
        self.lists, self.attached, self.greedy, self.blank = [], False, False, True
        leading = BLANK.match(self.scan, pos, limit)
        pos = leading.end() if leading else pos
        while pos < limit:
            end = self._block(pos, limit)
            found = BLANK.match(self.scan, end, limit)
            pos = found.end() if found else limit
            self.blank = pos - end > 1 and self.scan.find("\n", end + 1, pos) > 0
        self.lists, self.attached, self.greedy = outer

    def _block(self, pos: int, limit: int) -> int:
        """Take a block that begins with the line at ``pos``; return the line end where it ends."""
        scan = self.scan
        found = INDENT.match(scan, pos, limit)
        start = found.end() if found else pos
        if start >= limit:
            return limit
        line = scan.find("\n", start, limit)
        line = line if line >= 0 else limit
        signs = SIGNS.get(scan[start]) if start == pos else None
        end = -1
        if line + 1 < limit and scan[line + 1] in _UNDERLINES and not self.depth and not self._listed():
            if signs and scan[start] in "[/:":
                end = self._signed(signs, start, limit)
            if end < 0:
                end = self._underlined(pos, line, limit)
        if end < 0 and signs:
            end = self._signed(signs, start, limit)
        if end < 0:
            end = self._marked(start, limit)
        if end < 0:
            end = read_letters(self, start, line, limit, start == pos)
        if end < 0 and start > pos:
            end = self._indented(pos, limit)
        return self.paragraph(start, limit) if end < 0 else end

    def _signed(self, signs: tuple[ReadLine, ...], start: int, limit: int) -> int:
        """Take a line as the first thing that it may be; -1 if it is none of them."""
        for read in signs:
            end = read(self, start, limit)
            if end >= 0:
                return end
        return -1

    def _listed(self) -> bool:
        """Say whether what begins here goes on with a list."""
        return bool(self.lists) and (self.attached or self.greedy or not self.blank)

    def leave_lists(self) -> bool:
        """Leave the lists, unless what begins here goes on with one; say whether one goes on."""
        if self._listed():
            return True
        self.lists.clear()
        return False

    def _underlined(self, start: int, line: int, limit: int) -> int:
        """Take a title and the line below it; -1 if it is none."""
        scan = self.scan
        end = scan.find("\n", line + 1, limit)
        under = scan[line + 1 : end if end >= 0 else limit].rstrip()
        title = scan[start:line].rstrip()
        if (
            abs(len(title) - len(under)) > 1
            or under.strip(under[0])
            or title[0] == "."
            or not any(map(str.isalnum, title))
        ):
            return -1
        self.lists.clear()
        level = _UNDERLINES.index(under[0]) + 1
        first = level == 1 and not self.blocks
        self.inline.compat = self.inline.compat or first
        self.heading(start, line, level)
        end = end if end >= 0 else limit
        return read_header(self, end, limit) if first else end

    def heading(self, start: int, end: int, level: int) -> None:
        """Take a title."""
        self.style = PLAIN
        self.put(start, end, "heading", level)

    def _marked(self, start: int, limit: int) -> int:
        """Take an item of a list; -1 if there is none."""
        scan = self.scan
        first = scan[start]
        if first.isalpha():
            second = scan[start + 1 : start + 2]
            if second != "." and not (first in "ivxIVX" and second in ")ivxIVX"):
                return -1
        found = MARKER.match(scan, start, limit)
        if not found:
            return -1
        style, self.style = self.style.style, PLAIN
        marker = found[0].rstrip()
        if marker[0].isdigit():
            marker = "1."
        elif marker[0] == "<":
            marker = "<1>"
        elif marker[0].isalpha():
            marker = ("a" if marker.islower() else "A") + marker[-1]
        self.enter_list(marker)
        return self.item(found.end(), limit, style)

    def enter_list(self, marker: str) -> None:
        """Go on with the list whose items have this marker, or begin one inside of the others."""
        lists = self.lists
        if marker in lists:
            del lists[lists.index(marker) + 1 :]
        elif len(lists) < _LISTS:
            lists.append(marker)
        self.attached = self.greedy = False

    def item(self, start: int, limit: int, style: str = "") -> int:
        """Take the text of an item; return where it ends."""
        scan = self.scan
        if scan[start] == "[":
            if scan[start : start + 4] in ("[ ] ", "[x] ", "[*] "):
                start += 4
            elif scan.startswith("[[[", start):
                close = scan.find("]]]", start, min(limit, start + 200))
                if close > 0:
                    end = self._end(start, limit, True)
                    label = scan[start + 3 : close].partition(",")[0]
                    self.put(close + 3, end, "note", len(self.lists))
                    self.inline.marks.append(Mark("note", Span(close + 3, end), label))
                    return end
        end = self._end(start, limit, True)
        self.put(start, end)
        return end

    def _end(self, start: int, limit: int, listed: bool) -> int:
        """Return where a paragraph ends; in a list, a term ends it, too."""
        scan = self.scan
        found = (ITEM if listed else PARAGRAPH).match(scan, start, limit)
        end = found.end() if found else limit
        line = scan.find("\n", start, end) if listed else -1
        if line >= 0 and (scan.find("::", line, end) >= 0 or scan.find(";;", line, end) >= 0):
            for term in TERM.finditer(scan, line, end):
                first = scan.rfind("\n", start, term.start())
                if not scan.startswith("//", first + 1):
                    return first
        return end

    def term(self, start: int, mark: int, past: int, limit: int) -> int:
        """Take a term, which ends at ``mark``, and what stands behind its marker up to ``past``."""
        scan = self.scan
        self.style = PLAIN
        self.enter_list(scan[mark:past])
        if scan[start:mark].lstrip("+`*_'")[:1] != "-":  # else it is an option of a program
            self.put(start, mark)
        text = INDENT.match(scan, past, limit)
        first = text.end() if text else past
        if first < limit and scan[first] != "\n":
            end = self._end(first, limit, True)
            self.put(first, end)
            return end
        self.greedy = True
        return first

    def _indented(self, pos: int, limit: int) -> int:
        """Leave out lines that are indented; -1 if they are a text of a list, or are said to be text."""
        if self.greedy or self.style.style in ("normal", "quote", "verse", "abstract"):
            return -1
        if self.lists and not self.blank and not self.attached:
            return -1
        self.style = PLAIN
        self.attached = False
        found = PARAGRAPH.match(self.scan, pos, limit)
        return found.end() if found else limit

    def paragraph(self, start: int, limit: int, quoted: bool = False) -> int:
        """Take a paragraph; return where it ends."""
        end = self._end(start, limit, self.leave_lists())
        style, self.style = self.style.style, PLAIN
        self.attached = self.greedy = False
        if style not in CODE:
            was = self.quoted
            self.quoted = was or quoted or style in ("quote", "verse")
            self.put(start, end)
            self.quoted = was
        return end

    def put(self, start: int, end: int, kind: str = "", level: int = -1) -> None:
        """Take a block, with its inline markup; all between it and the block before is a hole."""
        scan = self.scan
        if scan[end - 1 : end].isspace():
            end = start + len(scan[start:end].rstrip())
        if start >= end:
            return
        depth = len(self.lists)
        kind = kind or ("item" if depth and self.kind == "paragraph" else self.kind)
        span = _new(Span, (start, end))
        self.pieces.append(HOLE * (start - self.pos))
        self.pieces.append(self.source[start:end])
        self.pos = end
        block = _new(Block, (kind, span, self.level + depth if level < 0 else level, self.quoted))
        self.blocks.append(block)
        inline = self.inline
        if scan.find("\n//", start, end) >= 0 or scan.find("::", start, end) >= 0:
            self._hide_lines(start, end)
        inline.read(start, end)
        if inline.notes:
            self.noted.append((len(self.blocks) - 1, inline.notes))
            inline.notes = []

    def _hide_lines(self, start: int, end: int) -> None:
        """Hide the lines of a block that are none of its text."""
        for found in INSIDE.finditer(self.scan, max(start - 1, 0), end):
            first, past = found.span()
            shown = shown_part(self.scan, first + 1, past) if found[2] else None
            if shown:
                self.inline.hide(first + 1, shown.start)
                self.inline.hide(shown.end, past)
            else:
                self.inline.edits.append((first + 1, past, HOLE if found[3] else GLUE))
            if found[1]:
                self.comment(first + 1, past, found[1][2:])

    def comment(self, start: int, end: int, text: str) -> None:
        """Take a comment."""
        self.comments.append(Comment(Span(start, end), text.strip()))


def read(text: str, name: str = "") -> Document:
    """Read AsciiDoc; any text gives a document, and what is no markup stays prose."""
    reading = Reading(text)
    inline = reading.inline
    prose = fill(reading.read(), inline.edits)
    spelled = tuple(sorted(inline.spelled))
    more, found = find_references(text, spelled_out(prose, spelled) if spelled else prose)
    prose = fill(prose, more)
    blocks, edits = apart(reading.blocks, reading.noted, prose) if reading.noted else (reading.blocks, [])
    prose = fill(prose, edits)
    return Document(
        name,
        "asciidoc",
        text,
        prose,
        trimmed_blocks(prose, blocks),
        trimmed_marks(prose, cited(inline.marks) + found),
        tuple(sorted(reading.comments)),
        spelled=standing(prose, spelled),
        bibliographies=tuple(reading.bibliographies),
    )
