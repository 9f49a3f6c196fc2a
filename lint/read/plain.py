"""Plain text → ``Document``: paragraphs, items, underlined headings, quoted mail and a little reST."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.model.text import GLUE, HOLE, Block, Comment, Document, Mark, Span
from lint.read import html
from lint.read.references import find_references
from lint.read.view import Edit, fill, trimmed_blocks, trimmed_marks

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_ITEM = re.compile(r"[ \t]*(?:[-*•+]|\d{1,3}[.)]|#\.)[ \t]+(?=[^\s])")
_RULE = re.compile(rf"[\s{HOLE}]*([=\-~^*_#+.:`\"'])\1{{2,}}\s*|[\s{HOLE}]*(?:[*_-][ \t]+){{2,}}[*_-]\s*")
_UNDERLINE = re.compile(r"\s*([=\-~^])\1{2,}\s*")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_NOTE = re.compile(r"[ \t]*(?:\.\.[ \t]+)?\[([\^#]?[\w*.-]{1,40})\]:?[ \t]+(?=\S)")
_TABLE = re.compile(r"\s*(?:\|.*\||\+[-=+]{2,}\+|=+(?:[ \t]+=+)+)\s*")
_DIRECTIVE = re.compile(
    r"[ \t]*\.\.(?:[ \t]+(?P<name>[\w:+.-]+)::(?:[ \t].*)?|[ \t]+(?P<target>[_|].*)|(?P<rest>[ \t].*)?)"
)
_CODE_DIRECTIVES = re.compile(
    r"code|code-block|sourcecode|highlight|literalinclude|math|parsed-literal|testcode|doctest|raw|csv-table"
    r"|table|productionlist|image|figure|include|toctree|graphviz|digraph|uml|plantuml|contents"
)
_LITERAL = re.compile(r"``(?=[^\s`])[^`]{1,300}``")
_PLAIN_FIRST = re.compile(r"[^\W\d_]|[\"'(“‘]")


def read(text: str, name: str = "") -> Document:
    """Read plain text; any text gives a document."""
    comments = [html.comment_of(text, span) for span in html.find_comments(text)] if "<!--" in text else []
    reading = _Reading(fill(text, [(*comment.span, GLUE) for comment in comments]))
    reading.read_lines()
    edits, marks = reading.edits, reading.marks
    if text.startswith("\ufeff"):
        edits.append((0, 1, HOLE))
    if name.lower().endswith(".rst"):  # elsewhere two backticks may open a quotation
        for literal in _LITERAL.finditer(reading.view):
            edits.append((*literal.span(), HOLE))
            marks.append(Mark("code", Span(*literal.span())))
    prose = fill(reading.view, edits)
    more, found = find_references(text, prose)
    prose = fill(prose, more)
    blocks = trimmed_blocks(prose, reading.blocks)
    return Document(
        name,
        "plain",
        text,
        fill(prose, _between(comments, blocks)),
        blocks,
        trimmed_marks(prose, marks + found),
        tuple(sorted(comments + reading.comments)),
    )


def _between(comments: list[Comment], blocks: tuple[Block, ...]) -> Iterator[Edit]:
    """Make holes of the comments outside all blocks; one in a sentence stays transparent."""
    inside = iter(blocks)
    block = next(inside, None)
    for comment in comments:
        while block and block.span.end <= comment.span.start:
            block = next(inside, None)
        if not block or comment.span.end <= block.span.start:
            yield (*comment.span, HOLE)


class _Reading:
    """One pass over the lines: the open block, and what was seen on the way."""

    def __init__(self, view: str) -> None:
        self.view = view
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.comments: list[Comment] = []
        self.edits: list[Edit] = []
        self.kind = ""  # of the open block; empty when none is open
        self.first = self.last = 0
        self.lines = 0
        self.quoted = False
        self.label = ""
        self.literal = -1  # indentation of the line that announced a literal block; -1 outside of one
        self.indent = 0

    def read_lines(self) -> None:
        view = self.view
        for found in _LINE.finditer(view):
            line = found.group(1)
            start, end = found.span(1)
            bare = line.lstrip()
            if not bare:
                self._blank()
            elif self.literal >= 0 and self._is_literal(line, bare):
                self.edits.append((start, end, HOLE))
            elif _PLAIN_FIRST.match(bare):
                self._take(start, end, "paragraph", len(line) - len(bare))
            else:
                self._special(line, start, end, len(line) - len(bare))
        self._close()

    def _is_literal(self, line: str, bare: str) -> bool:
        if len(line) - len(bare) > self.literal:
            return True
        self.literal = -1
        return False

    def _blank(self) -> None:
        if self.kind:
            if self.view[max(self.first, self.last - 80) : self.last].rstrip().endswith("::"):
                self.literal = self.indent
            self._close()

    def _take(self, start: int, end: int, kind: str, indent: int) -> None:
        """Go on with the open block, or open one."""
        if not self.kind:
            self.kind, self.first, self.lines, self.quoted, self.indent = kind, start, 0, False, indent
        elif self.quoted and self.kind == "paragraph" and kind == "paragraph":
            self._close()
            self._take(start, end, kind, indent)
        self.lines += 1
        self.last = end

    def _close(self) -> None:
        if self.kind:
            level = 1 if self.kind in ("item", "heading") else 0
            span = Span(self.first, self.last)
            self.blocks.append(Block(self.kind, span, level, self.quoted))
            if self.kind == "note":
                self.marks.append(Mark("note", span, self.label))
            self.kind = ""

    def _special(self, line: str, start: int, end: int, indent: int) -> None:
        """Take a line that begins with a sign or a digit: markup of some kind, or prose after all."""
        if not line.strip(f" \t{GLUE}"):
            if self.kind:  # a comment on a line of its own parts nothing
                self.last = end
            return
        for read in (_rule, _table, _directive, _note, _quote, _item):
            if read(self, line, start, end):
                return
        self._take(start, end, "paragraph", indent)


def _rule(self: _Reading, line: str, start: int, end: int) -> bool:
    if not _RULE.fullmatch(line):
        return False
    if self.kind == "paragraph" and self.lines == 1 and not self.quoted and _UNDERLINE.fullmatch(line):
        title = self.view[self.first : self.last].strip()
        if abs(len(title) - len(line.strip())) <= max(2, len(title) // 4):
            self.kind = "heading"
    self._close()
    self.edits.append((start, end, HOLE))
    return True


def _table(self: _Reading, line: str, start: int, end: int) -> bool:
    if not _TABLE.fullmatch(line):
        return False
    self._close()
    at = start
    for cell in line.split("|"):
        if any(c.isalnum() for c in cell):
            self.blocks.append(Block("cell", Span(at, at + len(cell))))
            self.edits.append((at - 1, at, HOLE))
        else:
            self.edits.append((max(at - 1, start), at + len(cell), HOLE))
        at += len(cell) + 1
    return True


def _directive(self: _Reading, line: str, start: int, end: int) -> bool:
    """Take reST's ``.. name::``: a hole, with its body where that is code; else a comment."""
    found = None if _NOTE.match(line) else _DIRECTIVE.fullmatch(line)
    if not found:
        return False
    rest = (found["rest"] or "").strip()
    if self.kind and rest and not rest.startswith("stet"):
        return False  # dots in the middle of a paragraph
    indent = len(line) - len(line.lstrip())
    self._close()
    self.edits.append((start, end, HOLE))
    if _CODE_DIRECTIVES.fullmatch(found["name"] or ""):
        self.literal = indent
    elif not found["name"] and not found["target"]:
        self.comments.append(Comment(Span(start + indent, end), rest))
        self.literal = indent
    return True


def _note(self: _Reading, line: str, start: int, end: int) -> bool:
    found = _NOTE.match(line)
    if not found or (self.kind and self.kind != "note"):
        return False
    label = found.group(1)
    if not (
        label[0] in "^#" or label.isdigit() or line.lstrip().startswith("..") or line[found.end(1) + 1] == ":"
    ):
        return False
    self._close()
    self.edits.append((start, start + found.end(), HOLE))
    self._take(start + found.end(), end, "note", 0)
    self.label = label.lstrip("^#")
    return True


def _quote(self: _Reading, line: str, start: int, end: int) -> bool:
    found = _QUOTE.match(line)
    if not found:
        return False
    if self.kind and not self.quoted:
        self._close()
    past = start + found.end()
    self.edits.append((start, past, GLUE if self.kind else HOLE))
    if not line[found.end() :].strip():
        self._close()
        return True
    opened = not self.kind
    if opened:
        self.kind, self.first, self.lines, self.quoted, self.indent = "paragraph", past, 0, True, 0
    self.lines += 1
    self.last = end
    return True


def _item(self: _Reading, line: str, start: int, end: int) -> bool:
    found = _ITEM.match(line)
    if not found:
        return False
    marker = found.group().strip()
    if self.kind and self.kind != "item" and marker[0].isdigit() and marker[:-1] != "1":
        return False  # a wrapped line that begins with a number
    self._close()
    past = start + found.end()
    self.edits.append((start, past, HOLE))
    self._take(past, end, "item", len(line) - len(line.lstrip()))
    return True
