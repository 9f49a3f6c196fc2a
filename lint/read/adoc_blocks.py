"""The blocks of AsciiDoc between two delimiters."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.model.text import Comment, Span
from lint.model.typed import TYPE_CHECKING
from lint.read.adoc_attributes import CODE, PLAIN
from lint.read.adoc_lines import DELIMITER, closing
from lint.read.adoc_tables import read_table

if TYPE_CHECKING:
    from lint.read.asciidoc import Reading

_DEEPEST = 40
"""So many blocks inside of each other are told apart; the delimiters of deeper ones are passed over."""
_VERSE = pattern(r"[^\n]*[^\s][^\n]*(?:\n[^\n]*[^\s][^\n]*)*")


def read_delimited(self: Reading, start: int, limit: int) -> int:
    """Take a block between delimiters; -1 if the line is none."""
    found = DELIMITER.match(self.scan, start, limit)
    if not found:
        return -1
    tip = found[1]
    if tip.startswith("```"):
        tip = "```"
    body = found.end()
    if tip[0] in "=*_" and self.depth >= _DEEPEST:
        return body
    close, end = closing(self.scan, tip, body, limit)
    if tip[0] == "/":
        text = self.scan[min(body + 1, close) : close]
        self.comments.append(Comment(Span(start, end), text.strip()))
        return end
    style, self.style = self.style, PLAIN
    if not self.attached:
        self.lists.clear()
    self.attached = self.greedy = False
    name = style.style
    if tip == "```" or tip[:2] in ("..", "++") or (tip[:2] == "--" and (tip != "--" or name in CODE)):
        return end
    if tip[0] in "|,:!":
        if self.depth < _DEEPEST:
            self.depth += 1
            read_table(self, tip[0], style, body, close)
            self.depth -= 1
        return end
    if self.depth >= _DEEPEST:
        return body
    quoted = tip[0] == "_" or name in ("quote", "verse")
    _read_inside(self, min(body + 1, close), close, quoted, name == "verse")
    return end


def _read_inside(self: Reading, body: int, close: int, quoted: bool, verse: bool) -> None:
    was = self.kind, self.level, self.quoted
    self.level += len(self.lists)
    if self.lists and self.kind == "paragraph":
        self.kind = "item"
    self.quoted = self.quoted or quoted
    self.depth += 1
    if verse:
        lists, self.lists = self.lists, []
        for part in _VERSE.finditer(self.scan, body, close):
            self.put(*part.span())
        self.lists = lists
    else:
        self.read_blocks(body, close)
    self.depth -= 1
    self.kind, self.level, self.quoted = was
