"""Typst → ``Document``: its markup, and the content that stands in its code; nothing is run, no other file looked at.

Markup and code alternate: ``#`` begins code in markup, ``[`` begins markup in code. One pattern each finds the next sign that
means something (``typst_code`` has those of code).
"""

from __future__ import annotations

import re

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Comment, Document, Mark, Span
from lint.read.bibliographies import in_typst
from lint.read.notes import around, trimmed_around
from lint.read.references import find_references
from lint.read.typst_code import CodeReading
from lint.read.typst_words import CASE
from lint.read.view import fill, spelled_out, standing, trimmed_marks

_SIGN = pattern(
    r"[ \t]*\n\s*|//[^\n]*|/\*|https?://[^\s<>\[\]\"*`]*[^\s<>\[\]\"*`.,;:!?'()]"
    r"|\\(?:u\{(?P<code>[0-9A-Fa-f]{1,6})\}|\s|.|\Z)|`+|\$|#|@(?P<ref>[\w](?:[\w.:-]*[\w-])?)(?P<more>\[[^\[\]\n]{0,200}\])?"
    r"|<(?P<label>[\w.:-]+)>|[*_\[\]]|~|-\?"
)
_ITEM = pattern(r"([-+]|[0-9]+\.)[ \t]+|([-+])(?=\n|\Z)")
_HEADING = pattern(r"(=+)[ \t]+")
_TERM = pattern(r"/[ \t]+((?:[^:\n\\]|\\.|:(?=\S)){0,500}):[ \t]*")
_COMMENT = pattern(r"/\*|\*/")
_FORMULA = pattern(r"\\.|\$", re.DOTALL)
_NUMBER = pattern(r"\$([+-]?[0-9][0-9.,]*[ ]?%?)\$")


class Reading(CodeReading):
    """One pass over a text."""

    def __init__(self, text: str) -> None:
        """Begin to read."""
        super().__init__(text)
        self.labels = {found["label"] for found in _LABEL.finditer(self.text)}
        self.formulas = True  # as long as one more dollar sign is to come

    def read(self) -> str:
        """Read it all and return the prose view."""
        text, size = self.text, len(self.text)
        pos = self.fill(0, 1, HOLE) if text.startswith("\ufeff") else 0
        pos = self.line(pos)
        search = _SIGN.search
        while pos < size:
            if self.in_code():
                pos = self.code(pos)
                continue
            found = search(text, pos)
            start = found.start() if found else size
            self.words(pos, start)
            pos = start
            if found:
                sign = text[start]
                pos = self._space(found) if sign in " \t\n" else _HANDLERS[sign](self, found)
        self.close_all()
        return "".join(self.pieces)

    def _space(self, found: re.Match[str]) -> int:
        start, end = found.span()
        if self.text.count("\n", start, end) > 1:
            self.end_paragraph(start)
        elif self.scopes[-1].heading:
            self.end_line(start)
        self.words(start, end) if self.first >= 0 else self.hole(start, end)
        return self.line(end)

    def _blanks(self, start: int, end: int) -> int:
        if self.first < 0:
            return self.hole(start, end)
        self.words(start, end)
        return end

    def line(self, pos: int) -> int:
        """Begin a line of markup, of which the text stands at ``pos``; return where it goes on."""
        text = self.text
        if text[pos : pos + 1] in " \t":
            found = _BLANKS.match(text, pos)
            pos = self._blanks(pos, found.end() if found else pos)
        indent = pos - self.line_start(pos)
        self.fresh = pos
        sign = text[pos : pos + 1]
        if self.scopes[-1].items:
            self.leave_items(indent, pos)
        if sign == "=" and (found := _HEADING.match(text, pos)):
            self.begin_heading(pos, min(len(found[1]), 6))
        elif sign in "-+0123456789" and sign and (found := _ITEM.match(text, pos)):
            self.begin_item(indent, pos)
        elif sign == "/" and (found := _TERM.match(text, pos)) and not text.startswith(("//", "/*"), pos):
            self.begin_item(indent, pos)
            self.terms.append(found.end(1))
            found = _SLASH.match(text, pos)
            assert found
        else:
            return pos
        self.fresh = self.hole(pos, found.end())
        return self.fresh

    def _comment(self, found: re.Match[str]) -> int:
        start, end = found.span()
        if found[0] != "/*":
            return self.line_comment(start, end)
        fresh = self.fresh == start
        end = self.block_comment(start)
        return self.line(end) if fresh else end

    def line_comment(self, start: int, end: int) -> int:
        """Take a comment up to the end of its line."""
        said = self.text[start:end].rstrip()
        self.comments.append(Comment(Span(start, start + len(said)), said[2:].strip()))
        return self.fill(start, end)

    def block_comment(self, start: int) -> int:
        """Take a comment between two signs, which may hold others."""
        depth, end = 0, len(self.text)
        for mark in _COMMENT.finditer(self.text, start):
            depth += 1 if mark[0] == "/*" else -1
            if not depth:
                end = mark.end()
                break
        inner = self.text[start + 2 : end].removesuffix("*/")
        self.comments.append(Comment(Span(start, end), inner.strip()))
        return self.fill(start, end)

    def _address(self, found: re.Match[str]) -> int:
        self.marks.append(Mark("url", Span(*found.span()), found[0]))
        if self.first < 0:
            self.first = found.start()
        return self.hole(*found.span())

    def _escape(self, found: re.Match[str]) -> int:
        start, end = found.span()
        if found["code"]:
            value = int(found["code"], 16)
            seen = chr(value) if 32 <= value < 0x110000 and not 0xD800 <= value < 0xE000 else ""
            return self.spell(start, end, seen) if seen.strip() else self.fill(start, end, GLUE)
        self.fill(start, start + 1, GLUE)
        if end - start > 1 and self.text[start + 1] in "\n\r":
            return start + 1
        self.words(start + 1, end)
        return end

    def _raw(self, found: re.Match[str]) -> int:
        start, past = found.span()
        ticks = past - start
        if ticks == 2:
            return self.hole(start, past)
        end = self.text.find("`" * ticks, past)
        end = end + ticks if end >= 0 else len(self.text)
        self.marks.append(Mark("code", Span(start, end)))
        return self.hole(start, end)

    def _formula(self, found: re.Match[str]) -> int:
        start = found.start()
        number = _NUMBER.match(self.text, start)
        if number:
            self.fill(start, start + 1, GLUE)
            self.words(*number.span(1))
            return self.fill(number.end() - 1, number.end(), GLUE)
        if self.formulas:
            for sign in _FORMULA.finditer(self.text, start + 1):
                if sign[0] == "$":
                    return self.hole(start, sign.end())
            self.formulas = False
        return self.hole(start, start + 1)

    def _reference(self, found: re.Match[str]) -> int:
        start, end = found.span()
        if found["ref"] is None:
            self.words(start, end)
            return end
        name = found["ref"]
        self.marks.append(Mark("ref" if name in self.labels else "citation", Span(start, end), name))
        before = self.text[max(start - 20, 0) : start].rstrip("~ \t\r\n")
        case = before.rpartition(" ")[2].rpartition("\n")[2].lower() in CASE
        first = not before or before[-1] in ".!?" or self.first < 0
        needed = name in self.labels or case or (first and self.text[end : end + 2].strip().islower())
        if needed and self.first < 0:
            self.first = start
        return self.fill(start, end, HOLE if needed else GLUE)

    def _label(self, found: re.Match[str]) -> int:
        return self.fill(*found.span(), GLUE)

    def _emphasis(self, found: re.Match[str]) -> int:
        start = found.start()
        sign = found[0]
        around_it = self.text[start - 1 : start] + self.text[start + 1 : start + 2]
        if len(around_it) == 2 and start and around_it[0].isalnum() and around_it[1].isalnum():
            self.words(start, start + 1)
            return start + 1
        return self.toggle(sign, start)

    def _bracket(self, found: re.Match[str]) -> int:
        return self.open_bracket(found.start()) if found[0] == "[" else self.close_bracket(found.start())

    def _tilde(self, found: re.Match[str]) -> int:
        return self.spell(found.start(), found.end(), " ")

    def _hash(self, found: re.Match[str]) -> int:
        return self.enter_code(found.start())


_BLANKS = pattern(r"[ \t]+")
_SLASH = pattern(r"/[ \t]+")
_LABEL = pattern(r"<(?P<label>[\w.:-]+)>")
_HANDLERS = {
    "/": Reading._comment,
    "h": Reading._address,
    "\\": Reading._escape,
    "`": Reading._raw,
    "$": Reading._formula,
    "#": Reading._hash,
    "@": Reading._reference,
    "<": Reading._label,
    **dict.fromkeys("*_", Reading._emphasis),
    **dict.fromkeys("[]", Reading._bracket),
    "~": Reading._tilde,
    "-": Reading._label,
}


def read(text: str, name: str = "") -> Document:
    """Read Typst; any text gives a document."""
    reading = Reading(text)
    prose = reading.read()
    seen = spelled_out(prose, reading.spelled) if reading.spelled else prose
    edits, marks = find_references(text, seen)
    prose = fill(prose, edits)
    blocks = trimmed_around(prose, reading.split_terms(), reading.notes)
    prose = fill(prose, around(reading.notes, blocks))
    return Document(
        name,
        "typst",
        text,
        prose,
        blocks,
        trimmed_marks(prose, reading.marks + marks),
        tuple(sorted(reading.comments)),
        spelled=standing(prose, reading.spelled),
        bibliographies=in_typst(text, reading.named),
    )
