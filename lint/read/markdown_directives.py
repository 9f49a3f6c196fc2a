"""Blocks that dialects of Markdown add, masked so that its parser reads what is in them: directives, divs, admonitions.

MyST writes a directive as a fence (```` ```{note} ````) or with colons (``:::{note}``), Pandoc, VuePress and Docusaurus
a div with colons, MkDocs an admonition or a tab as a line with an indented text below it, PyMdown a block between slashes.
"""

from __future__ import annotations

import re

from lint.model.pattern import pattern
from lint.model.text import HOLE
from lint.read.rest_directives import CODE, CODE_NAME, KIND
from lint.read.view import Edit

_LINE = pattern(
    r"^(?P<in>[ \t>]*)(?:(?P<sign>`{3,}|~{3,}|:{3,})(?P<rest>[^\n\r]*)"
    r"|(?P<call>!!!|\?\?\?\+?)[ ]+[A-Za-z][\w-]*(?:[ ]+[\w-]+){0,4}(?:[ ]+\"(?P<title>[^\"\n\r]*)\")?"
    r"[ \t]*$(?=\s*^[ \t>]*(?: {4}|\t)|\s*\Z)"
    r"|(?P<tab>===[!+]?[ ]+\"(?P<label>[^\"\n\r]*)\")[ \t]*$"
    r"|(?P<target>\([^()\r\n]{1,80}\)=)[ \t]*$"
    r"|(?P<slashes>/{3,})(?:[ \t]*(?P<block>[A-Za-z][\w-]*)(?:[ \t]*\|[ \t]*(?P<head>[^\r\n]*))?)?[ \t]*$)",
    re.MULTILINE,
)
_DIRECTIVE = pattern(r"\{(?P<name>[A-Za-z][\w:.+-]*)\}[ \t]*(?P<title>[^\r\n]*)")
_DIV_TITLE = pattern(r"[\w-]+[ ]*\[(?P<title>[^\[\]]*)\]")
_OPTIONS = pattern(
    r"(?:\r\n|\r|\n)(?:[ \t>]*---[ \t]*$(?:\s+[\w-]+:[^\r\n]*$){0,30}\s+---[ \t]*$"
    r"|[ \t>]*:[\w-]+:[^\r\n]*$(?:(?:\r\n|\r|\n)[ \t>]*:[\w-]+:[^\r\n]*$){0,30})",
    re.MULTILINE,
)
_SETTINGS = pattern(r"(?:(?:\r\n|\r|\n)[ ]{4,}[\w-]+:[^\r\n]*)+")
_NOT_LINE_END = pattern(r"[^\r\n]")
_PROSE = frozenset(
    """
blockquote card-body card-footer card-header class confval container describe details div epigraph example exercise exception
figure figure-md function glossary grid grid-item ifconfig list-table margin marginnote method module only option proof py:class
py:exception py:function py:method rst-class solution tab-set tabs theorem definition lemma corollary remark
""".split()
)
"""Directives whose content is prose, and whose argument is a name or a setting, beside those that reST has a layout for."""


class Blocks:
    """One pass over the lines of a text that can open or close a block of a dialect."""

    def __init__(self, text: str) -> None:
        """Begin at the start, outside of all blocks."""
        self.text = text
        self.pieces: list[str] = []
        self.done = 0
        self.lines: list[Edit] = []
        self.asides: set[int] = set()
        self.opened: list[tuple[str, int]] = []
        self.code: tuple[str, int, int] | None = None

    def masked(self) -> str:
        """Return the text with the markup of these blocks masked, at the same length.

        A line that is all markup is blank, and one of ``lines``. A title becomes a heading, an admonition with an
        indented text an item of a list: its bullet is among ``asides``.
        """
        for found in _LINE.finditer(self.text):
            if found.start("in") < self.done:
                continue
            if found["sign"]:
                self._fence(found)
            elif self.code:
                continue
            elif found["target"]:
                self._blank(found.start("target"), found.end())
            elif found["slashes"]:
                self._slashes(found)
            else:
                self._aside(found)
        if self.code and self.code[0] == ":":
            self._blank(self.code[2], len(self.text))
        return "".join((*self.pieces, self.text[self.done :]))

    def _fence(self, found: re.Match[str]) -> None:
        sign, count, rest = found["sign"][0], len(found["sign"]), found["rest"].strip()
        start, end = found.start("sign"), found.end()
        if self.code:
            if sign == self.code[0] and count >= self.code[1] and not rest:
                if sign == ":":
                    self._blank(self.code[2], end)
                self.code = None
            return
        if not rest and self._closed(sign, count):
            self._blank(start, end)
            return
        directive = _DIRECTIVE.match(self.text, found.start("rest"))
        name = directive["name"].lower() if directive else ""
        if sign != ":" and not (name in KIND or name in _PROSE):
            if sign == "~" or "`" not in rest:
                self.code = (sign, count, start)
        elif name in CODE or (name not in KIND and name not in _PROSE and CODE_NAME.search(name)):
            self.code = (sign, count, start)
        else:
            self._open(found, directive, name)

    def _closed(self, sign: str, count: int) -> bool:
        for place in range(len(self.opened) - 1, -1, -1):
            opener, least = self.opened[place]
            if opener == sign:
                if sign == ":" or count >= least:
                    del self.opened[place:]
                    return True
                return False
        return sign == ":"

    def _open(self, found: re.Match[str], directive: re.Match[str] | None, name: str) -> None:
        """Mask the line that opens a block, all but the prose in it, and the options after it."""
        start, end = found.start("sign"), found.end()
        if found["rest"].strip():
            self.opened.append((found["sign"][0], len(found["sign"])))
        kind = KIND.get(name) if directive else None
        title = directive or _DIV_TITLE.match(self.text, found.end("sign"))
        if not title or not title["title"].strip() or (directive and kind in (None, "values")):
            self._blank(start, end)
        else:
            first, past = title.span("title")
            for _ in range({"version": 1, "versions": 2}.get(kind or "", 0)):
                first = (
                    min(past, first + len(self.text[first:past].split(None, 1)[0]) + 1)
                    if first < past
                    else past
                )
            self._put(start, self._mark(first - start, kind), first)
            self._put(past, " " * (end - past), end)
        if options := _OPTIONS.match(self.text, end):
            self._blank(options.start(), options.end())

    def _slashes(self, found: re.Match[str]) -> None:
        """Mask a line that opens or closes a block of PyMdown (``/// note | Title``), and its settings."""
        start, end = found.start("slashes"), found.end()
        if not found["block"]:
            if self._closed("/", len(found["slashes"])):
                self._blank(start, end)
            return
        self.opened.append(("/", len(found["slashes"])))
        if found["head"] and found["block"] != "html":
            first = found.start("head")
            self._put(start, self._mark(first - start, None), first)
        else:
            self._blank(start, end)
        if settings := _SETTINGS.match(self.text, end):
            self._blank(settings.start(), settings.end())

    def _mark(self, width: int, kind: str | None) -> str:
        """Return what stands before a title (the signs of a heading) or before prose that goes on in the content."""
        if kind in ("text", "quotation", "version", "versions") or width < 2:
            return HOLE * width
        return "#" * min(6, width - 1) + " " * (width - min(6, width - 1))

    def _aside(self, found: re.Match[str]) -> None:
        start = found.start("call") if found["call"] else found.start("tab")
        end = found.end()
        group = "title" if found["call"] else "label"
        first, past = found.span(group) if found[group] else (end, end)
        self.asides.add(start)
        after = first - start - 4
        if found["call"] and found[group] and after > 1:
            self._put(start, "-   " + "#" * min(6, after - 1) + " " * (after - min(6, after - 1)), first)
        elif found["tab"] and found[group]:
            self._put(start, "- #" + " " * (after + 1), first)
        else:
            self._put(start, "-   " + HOLE * after, first)
        self._put(past, " " * (end - past), end)

    def _put(self, start: int, mask: str, end: int) -> None:
        self.lines.append((start, end, HOLE))
        self.pieces += (self.text[self.done : start] if self.done < start else "", mask)
        self.done = end

    def _blank(self, start: int, end: int) -> None:
        self._put(start, _NOT_LINE_END.sub(" ", self.text[start:end]), end)
