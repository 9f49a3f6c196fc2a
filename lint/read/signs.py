"""Lines of plain text that begin with a sign or a number: items, rules, tables, quotations, reST."""

from __future__ import annotations

from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Block, Comment, Span
from lint.read.paragraphs import Reading

_ITEM = pattern(r"[ \t]*(?:[-*•+]|\d{1,3}[.)]|#\.)[ \t]+(?=[^\s])")
_RULE = pattern(rf"[\s{HOLE}]*([=\-~^*_#+.:`\"'])\1{{2,}}\s*|[\s{HOLE}]*(?:[*_-][ \t]+){{2,}}[*_-]\s*")
_UNDERLINE = pattern(r"\s*([=\-~^])\1{2,}\s*")
_QUOTE = pattern(r"(?:[ \t]{0,3}>[ \t]?)+")
_NOTE = pattern(r"[ \t]*(?:\.\.[ \t]+)?\[([\^#]?[\w*.-]{1,40})\]:?[ \t]+(?=\S)")
_TABLE = pattern(r"\s*(?:\|.*\||\+[-=+]{2,}\+|=+(?:[ \t]+=+)+)\s*")
_DIRECTIVE = pattern(
    r"[ \t]*\.\.(?:[ \t]+(?P<name>[\w:+.-]+)::(?:[ \t].*)?|[ \t]+(?P<target>[_|].*)|(?P<rest>[ \t].*)?)"
)
_CODE_DIRECTIVES = pattern(
    r"code|code-block|sourcecode|highlight|literalinclude|math|parsed-literal|testcode|doctest|raw|csv-table"
    r"|table|productionlist|image|figure|include|toctree|graphviz|digraph|uml|plantuml|contents"
)
_WORD = pattern(r"[^\W_]")
_BREAK = pattern(r"[\r\n]")


def take_sign(self: Reading, line: str, start: int, end: int, indent: int) -> None:
    """Take a line that begins with a sign or a digit: markup of some kind, or prose after all."""
    sign = line[indent]
    if sign == GLUE and not line.strip(f" \t{GLUE}"):
        if self.kind:  # a comment on a line of its own parts nothing
            self.last = end
        return
    for read in _READERS.get(sign, _NUMBER if sign.isdecimal() else ()):
        if read(self, line, start, end):
            return
    self.take(start + indent, end, "paragraph", indent)


def _rule(self: Reading, line: str, start: int, end: int) -> bool:
    if line[-1].isalnum() or not _RULE.fullmatch(line):
        return False
    single = self.lines == 1 and not _BREAK.search(self.view, self.first, self.opened)
    if self.kind == "paragraph" and single and not self.quoted and _UNDERLINE.fullmatch(line):
        title = self.view[self.first : self.last].strip()
        if abs(len(title) - len(line.strip())) <= max(2, len(title) // 4):
            self.kind = "heading"
    self.close()
    self.hide(start, end)
    return True


def _table(self: Reading, line: str, start: int, end: int) -> bool:
    if not _TABLE.fullmatch(line):
        return False
    self.close()
    at = start
    for cell in line.split("|"):
        if _WORD.search(cell):
            self.blocks.append(Block("cell", Span(at, at + len(cell))))
            self.hide(at - 1, at)
        else:
            self.hide(max(at - 1, start), at + len(cell))
        at += len(cell) + 1
    return True


def _directive(self: Reading, line: str, start: int, end: int) -> bool:
    """Take reST's ``.. name::``: a hole, with its body where that is code; else a comment."""
    found = None if _NOTE.match(line) else _DIRECTIVE.fullmatch(line)
    if not found:
        return False
    rest = (found["rest"] or "").strip()
    if self.kind and rest and not rest.startswith("stet"):
        return False  # dots in the middle of a paragraph
    indent = len(line) - len(line.lstrip())
    self.close()
    self.hide(start, end)
    if _CODE_DIRECTIVES.fullmatch(found["name"] or ""):
        self.literal = indent
    elif not found["name"] and not found["target"]:
        self.comments.append(Comment(Span(start + indent, end), rest))
        self.literal = indent
    return True


def _note(self: Reading, line: str, start: int, end: int) -> bool:
    found = _NOTE.match(line)
    if not found or (self.kind and self.kind != "note"):
        return False
    label = found.group(1)
    if not (
        label[0] in "^#" or label.isdigit() or line.lstrip().startswith("..") or line[found.end(1) + 1] == ":"
    ):
        return False
    self.close()
    self.hide(start, start + found.end())
    self.take(start + found.end(), end, "note", 0)
    self.label = label.lstrip("^#")
    return True


def _quote(self: Reading, line: str, start: int, end: int) -> bool:
    found = _QUOTE.match(line)
    if not found:
        return False
    if self.kind and not self.quoted:
        self.close()
    past = start + found.end()
    self.hide(start, past, GLUE if self.kind else HOLE)
    if not line[found.end() :].strip():
        self.close()
        return True
    if not self.kind:
        self.open("paragraph", past, end, 0, quoted=True)
    self.lines += 1
    self.last = end
    return True


def _item(self: Reading, line: str, start: int, end: int) -> bool:
    found = _ITEM.match(line)
    if not found:
        return False
    marker = found.group().strip()
    if self.kind and self.kind != "item" and marker[0].isdigit() and marker[:-1] != "1":
        return False  # a wrapped line that begins with a number
    self.close()
    past = start + found.end()
    self.hide(start, past)
    self.open("item", past, end, len(line) - len(line.lstrip()))
    self.lines, self.last = 1, end
    return True


_Reader = Callable[[Reading, str, int, int], bool]
_NUMBER: tuple[_Reader, ...] = (_item,)
_READERS: dict[str, tuple[_Reader, ...]] = {
    **dict.fromkeys(f"~^_:`{HOLE}", (_rule,)),
    **dict.fromkeys("-*#", (_rule, _item)),
    "+": (_rule, _table, _item),
    "=": (_rule, _table),
    ".": (_rule, _directive, _note),
    "[": (_note,),
    ">": (_quote,),
    "|": (_table,),
    "•": (_item,),
}
