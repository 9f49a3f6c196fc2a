"""Lines of Org that begin with a sign: headlines, keywords, blocks, drawers, items, tables, notes."""

from __future__ import annotations

from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import Comment, Span
from lint.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from lint.read.org import Reading

_ITEM = pattern(
    r"(?:[-+*]|[0-9]+[.)])(?:[ \t]+(?:\[@[0-9A-Za-z]+\](?:[ \t]+|(?=\n|\Z)))?(?:\[[ Xx-]\](?:[ \t]+|(?=\n|\Z)))?|(?=\n|\Z))"
)
_TERM = pattern(r"([^\n]*)[ \t]::(?:[ \t]+|(?=\n|\Z))")
_STARS = pattern(r"(\*+)[ \t]+")
_KEYWORD = pattern(r"(\S+)(?:[ \t]+|(?=\n|\Z))")
_PRIORITY = pattern(r"\[#[A-Za-z0-9]+\][ \t]*")
_TAGS = pattern(r"[ \t]+:((?:[\w@#%]+:)+)[ \t]*\Z")
_PLANNED = pattern(r"[ \t]*(?:CLOSED|DEADLINE|SCHEDULED):[ \t]*[\[<]")
_PLUS = pattern(
    r"#\+(?:(begin)(_\S+)|(begin):|(caption)(?:\[[^\n]*\])?:[ \t]*|(title|subtitle):[ \t]*|(results)(?:\[[^\n]*\])?:"
    r"|(bibliography):[ \t]*|end_\S+[ \t]*(?=\n|\Z)|\S+?:)",
    2,
)
_RULE = pattern(r"-{5,}[ \t]*\Z")
_FIXED = pattern(r":(?:[ \t]|\Z)")
_DRAWER = pattern(r":[-\w]+:[ \t]*\Z")
_LATEX = pattern(r"\\begin\{([A-Za-z0-9*]{1,40})\}")
_NOTE = pattern(r"\[fn:([-\w]+)\][ \t]*")
_DEFINED = pattern(r"[ \t]*(?:\n[ \t]*)?")
_CELL = pattern(r"\|?([^|\n]*)")
_SEPARATOR = pattern(r"\|-|\+-")
_MARKED = pattern(r"\|[ \t]*[/!$_^][ \t]*\|")
_WIDTH = pattern(r"<[lrc]?[0-9]*>")
_EMPTY = pattern(r"[^\w]*\Z")

_CODE = frozenset("_src _example _export _html _latex _ascii _docbook _beamer _texinfo _odt".split())
_CODE_NAME = pattern(
    r"_(?:equation|align|math|gather|tikz|minted|listing|ditaa|dot|plantuml|mermaid|verbatim|svg|css|json|table)",
    2,
)
_QUOTED = frozenset(("_quote", "_verse"))


def read_item(self: Reading, start: int, end: int, at: int) -> int:
    """Take a line with an item's marker at column ``at``; -1 if it has none."""
    found = _ITEM.match(self.scan, start, end) if at or self.scan[start] != "*" else None
    if not found:
        return -1
    if at <= self.levels[-1].floor:
        self.leave_lists(at + 1)
        self.end_paragraph()
    if self.levels[-1].floor != at:
        self.enter("item", at, deeper=1)
    else:
        self.end_paragraph()
    pos = found.end()
    term = _TERM.match(self.scan, pos, end) if self.scan[start] in "-+*" else None
    if term:
        if term.end(1) > pos:
            self.put(pos, term.end(1), "item", self.levels[-1].depth)
        pos = term.end()
    if pos < end:
        self.take(pos, end)
    return self.past_line(end)


def _headline(self: Reading, pos: int, start: int, end: int) -> int:
    found = _STARS.match(self.scan, start, end) if pos == start else None
    if not found:
        return -1
    self.leave_all()
    level = found.end(1) - start
    at = found.end()
    word = _KEYWORD.match(self.scan, at, end)
    if word and word[1] in self.keywords:
        at = word.end()
    priority = _PRIORITY.match(self.scan, at, end)
    at = priority.end() if priority else at
    past = self.past_line(end)
    tags = _TAGS.search(self.scan, max(at - 1, end - 1_000), end)
    named = set(tags[1].split(":")) if tags else set()
    word = _KEYWORD.match(self.scan, at, end)
    if (word and word[1] == "COMMENT") or not named.isdisjoint(self.unread):
        return self.past_tree(level, past)
    last = max(tags.start() if tags else end, at)
    if at < last and not (level >= 15 and self.scan[at:last].strip() == "END"):
        self.put(at, last, "heading", min(level, 6))
    if "ARCHIVE" in named:
        return self.past_tree(level, past)
    while _PLANNED.match(self.scan, past):
        past = self.past_line(past)
    return past


def _hash(self: Reading, pos: int, start: int, end: int) -> int:
    """Take a comment, a keyword, or the begin or end of a block."""
    scan = self.scan
    if scan[start + 1 : start + 2] != "+":
        if start + 1 < end and scan[start + 1] not in " \t":
            return -1
        self.end_paragraph()
        said = scan[start:end].rstrip()
        self.comments.append(Comment(Span(start, start + len(said)), said[1:].strip()))
        return self.past_line(end)
    if self.leave_block(pos):
        return self.past_line(end)
    found = _PLUS.match(scan, start, end)
    if not found:
        return -1
    self.end_paragraph()
    if found[4] or found[5]:
        level = {"title": 1, "subtitle": 2}.get((found[5] or "").lower(), 0)
        if found.end() < end:
            self.put(found.end(), end, "heading" if level else "paragraph", level)
    elif found[7]:
        self.named.append(Span(found.end(), end))
    elif found[6]:
        return _past_results(self, self.past_line(end))
    elif found[1] or found[3]:
        return _block(self, (found[2] or ":").lower(), pos, end)
    return self.past_line(end)


def _block(self: Reading, name: str, pos: int, end: int) -> int:
    """Take the begin of a block; without an end it is a line that nobody reads."""
    inner = self.past_line(end)
    last = self.ends.end(name, inner, self.limit(pos))
    if last < 0:
        return inner
    if name == "_comment":
        body = self.scan[inner:last].strip()
        past = self.past_line(last)
        self.comments.append(Comment(Span(pos, pos + len(self.scan[pos:past].rstrip())), body))
        return past
    if name in _CODE or _CODE_NAME.match(name):
        return self.past_line(last)
    top = self.levels[-1]
    self.enter(top.kind, -1, quoted=name in _QUOTED, end=last)
    return inner


def _past_results(self: Reading, pos: int) -> int:
    """Return where the text goes on behind what a program printed."""
    limit = self.limit(max(pos - 1, 0))
    line = (
        self.scan[pos : self.scan.find("\n", pos, limit) if self.scan.find("\n", pos, limit) >= 0 else limit]
        .strip()
        .lower()
    )
    if _DRAWER.match(line):
        last = self.ends.end("drawer", pos, limit)
    elif line.startswith("#+begin_"):
        last = self.ends.end(f"_{line[8:].split()[0]}" if line[8:].split() else "", pos, limit)
    else:
        last = -1
    if last >= 0:
        return self.past_line(last)
    while pos < limit:
        past = self.past_line(pos)
        line = self.scan[pos:past].strip()
        if not line or line[:2] == "#+":
            return pos
        pos = past
    return min(pos, limit)


def _colon(self: Reading, pos: int, start: int, end: int) -> int:
    """Take a line of fixed width, or a drawer."""
    scan = self.scan
    if _FIXED.match(scan, start, end):
        self.end_paragraph()
        return self.past_line(end)
    if not _DRAWER.match(scan, start, end):
        return -1
    if self.leave_block(pos):
        return self.past_line(end)
    inner = self.past_line(end)
    last = self.ends.end("drawer", pos + 1, self.limit(pos))
    if last < 0:
        return -1
    self.end_paragraph()
    name = scan[start:end].strip().upper()
    if name in _HIDDEN:
        return self.past_line(last)
    self.enter(self.levels[-1].kind, -1, end=last)
    return inner


_HIDDEN = frozenset((":PROPERTIES:", ":LOGBOOK:", ":RESULTS:", ":CLOCK:", ":CLOCKBOOK:"))


def _latex(self: Reading, pos: int, start: int, end: int) -> int:
    """Take an environment of LaTeX."""
    found = _LATEX.match(self.scan, start, end)
    last = self.ends.latex_end(found[1], start, self.limit(pos)) if found else -1
    if last < 0:
        return -1
    self.end_paragraph()
    return self.past_line(last)


def _bar(self: Reading, pos: int, start: int, end: int) -> int:
    """Take a row of a table, cell by cell."""
    self.end_paragraph()
    scan = self.scan
    if not _SEPARATOR.match(scan, start, end) and not _MARKED.match(scan, start, end):
        for cell in _CELL.finditer(scan, start, end):
            text = cell[1].strip()
            if text and not _EMPTY.match(text) and not _WIDTH.fullmatch(text):
                first = cell.start(1) + len(cell[1]) - len(cell[1].lstrip())
                self.put(first, first + len(text), "cell")
    return self.past_line(end)


def _plus(self: Reading, pos: int, start: int, end: int) -> int:
    """Take the border of a table that is drawn with lines."""
    if not self.scan.startswith("+-", start) or self.scan[start:end].strip("+-= \t"):
        return -1
    self.end_paragraph()
    return self.past_line(end)


def _dash(self: Reading, pos: int, start: int, end: int) -> int:
    """Take a horizontal rule."""
    if not _RULE.match(self.scan, start, end):
        return -1
    self.end_paragraph()
    return self.past_line(end)


def _note(self: Reading, pos: int, start: int, end: int) -> int:
    """Take the definition of a note."""
    found = _NOTE.match(self.scan, start, end) if pos == start else None
    if not found:
        return -1
    self.end_paragraph()
    while self.levels[-1].end < 0:
        self.levels.pop()
    self.enter("note")
    self.label = found[1]
    if found.end() < end:
        self.take(found.end(), end)
    return self.past_line(end)


def _unread(self: Reading, pos: int, start: int, end: int) -> int:
    """Take a line that nobody reads: of a clock, of a diary."""
    if self.scan[start] == "%" and not self.scan.startswith("%%(", pos):
        return -1
    if self.scan[start] == "C" and not self.scan.startswith("CLOCK:", start):
        return -1
    self.end_paragraph()
    return self.past_line(end)


_Sign = Callable[["Reading", int, int, int], int]
SIGNS: dict[str, tuple[_Sign, ...]] = {
    "*": (_headline,),
    "#": (_hash,),
    ":": (_colon,),
    "\\": (_latex,),
    "|": (_bar,),
    "+": (_plus,),
    "-": (_dash,),
    "[": (_note,),
    "%": (_unread,),
    "C": (_unread,),
}
"""What may begin with a sign: ``read(reading, line, start, end)`` returns where to go on, -1 if it is none."""
