"""The inline markup of Org: emphasis, links, notes, citations, entities, fragments."""

from __future__ import annotations

import re
from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Mark, Span, Spelled
from lint.read.org_entities import entity
from lint.read.org_links import link_mark
from lint.read.view import Edit

_new = tuple.__new__  # half the time of the named tuples' own constructors

_SPACE = r"\s\u200b"  # writers part words from marks by a space that has no width
_PRE, _POST = rf"{_SPACE}\-('\"{{", rf"{_SPACE}\-.,:!?;'\")}}\[\\"
_DEEP = 3
"""So many notes inside of each other are read; one that is deeper is left out."""


def _marked(mark: str, anywhere: str) -> str:
    """Return the pattern of a text between two marks, over one line end at most.

    It begins behind one of ``_PRE``, or ``anywhere``: at the beginning of what other marks enclose.
    """
    ordinary = rf"[^{mark}\n]"
    line = rf"{ordinary}{{0,1000}}+(?:{mark}{ordinary}{{0,300}}+){{0,9}}?"
    behind = "" if anywhere else rf"(?<![^{_PRE}]{mark})"
    return rf"{mark}{behind}(?![{_SPACE}])(?s:.){line}(?:\n{line})?(?<![{_SPACE}]){mark}(?![^{_POST}])"


def _emphasis(anywhere: str = "") -> str:
    return "|".join(_marked(mark, anywhere) for mark in (r"\*", "/", "_", r"\+", "=", "~"))


_SCHEMES = "file doi mailto news info shell elisp help man attachment gnus bbdb irc rmail mhe docview ref eqref".split()
_CITES = "cite citep citet citeauthor citeyear parencite textcite autocite footcite citealp citealt".split()


def _behind(names: list[str]) -> str:
    return "|".join(rf"(?<=\b{name}:)" for name in names)


_SIGN = pattern(
    rf"{_emphasis()}"
    r"|_(?:(?<=\bsrc_)(?P<src>[^\s\[{]{1,40}+(?:\[[^\]\n]{0,300}+\])?\{(?:[^{}\n]{0,300}+\{[^{}\n]{0,300}+\}){0,9}[^{}\n]{0,300}+\})"
    r"|(?<=\bcall_)(?P<call>[^\s()\[]{1,80}+(?:\[[^\]\n]{0,300}+\])?\([^()\n]{0,300}+\)(?:\[[^\]\n]{0,300}+\])?)"
    r"|(?<=\S_)\{(?P<sub>[^{}]{1,300}+)\})"
    r"|\^(?<=\S\^)\{(?P<sup>[^{}]{1,300}+)\}"
    r"|\[(?:\[(?P<path>(?:[^\[\]\\]|\\.){1,2000}?)\]"
    r"(?:\[(?P<text>[^\]]{1,1000}+(?:\](?!\])[^\]]{1,1000}+){0,9})\])?\]"
    r"|fn:(?P<label>[-\w]*)(?P<inner>:)?"
    r"|cite(?:/(?P<style>[\w/-]{1,40}))?:(?=[^\[\]]{0,300}@)"
    r"|(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}[^\]\[>\n]{0,60})\]"
    r"|(?P<cookie>[0-9]*(?:%|/[0-9]*))\])"
    r"|<(?:<<(?!\s)(?P<radio>[^<>\n]{1,300}+)(?<!\s)>>>|<(?!\s)(?P<target>[^<>\n]{1,300}+)(?<!\s)>>|(?P<angle>[A-Za-z][\w+.-]{0,30}:[^<>]{1,1000}+)>"
    r"|(?P<stamp>[0-9]{4}-[0-9]{2}-[0-9]{2}[^>\n]{0,60}|%%\([^>\n]{0,300})>)"
    r"|\\(?:(?P<break>\\[ \t]*)(?=\n|\Z)|(?P<math>\((?s:.){0,1000}?\\\)|\[(?s:.){0,1000}?\\\])"
    r"|(?P<name>[A-Za-z]+\*?)(?P<args>\{\}|(?:\{[^{}\n]{0,300}+\}|\[[^\[\]{}\n]{0,300}+\]){0,9})|(?P<spaces>_ {1,20}))"
    r"|\$(?:\$[^$]{1,1000}+\$\$|(?<!\$\$)(?![\s,.;$])[^$\n]{1,300}+(?:\n[^$\n]{1,300}+){0,2}(?<![\s,.])\$(?![^\s\-,.?;:!'\")\]}]))"
    r"|@@(?P<backend>[\w-]{1,40}):[^@]{0,1000}+(?:@(?!@)[^@]{0,300}+){0,9}@@"
    r"|\{\{\{(?P<macro>[A-Za-z][\w-]{0,60})(?:\((?s:.){0,1000}?\))?\}\}\}"
    rf"|:(?:(?:{_behind(_SCHEMES)})(?P<plain>(?![\s:])[^\s<>()\[\]]{{1,300}}+(?:\([^\s<>()]{{0,100}}\)[^\s<>()\[\]]{{0,300}}+){{0,3}})"
    rf"|(?:{_behind(_CITES)})(?P<keys>&?\w[\w:&;,./-]{{0,300}}))"
)
_NESTED = pattern(_emphasis("anywhere"))
_BRACKET = pattern(r"[\[\]]")
_KEY = pattern(r"@([\w.:?!`'/*@+|(){}<>&^$#%~-]*[\w/])")
_ADDRESS_END = ".,;:!?'\""


class Inline:
    """What the inline markup of a text hides and means, as its blocks are read one after the other."""

    def __init__(self, scan: str) -> None:
        """Begin; the texts of ``scan`` are read in order."""
        self.scan = scan
        self.edits: list[Edit] = []
        self.marks: list[Mark] = []
        self.spelled: list[Spelled] = []
        self.notes: list[
            tuple[Span, int]
        ] = []  # the markup of each note in a sentence, and where its text begins
        self._limits: list[tuple[int, int]] = []  # where what is open ends, and where to go on then
        self._brackets: dict[int, int] | None = None
        self._depth: list[int] = []  # where the notes end that are open
        self.start = self.end = 0

    def read(self, start: int, end: int) -> None:
        """Read the inline markup of the text at ``start``."""
        scan, search = self.scan, _SIGN.search
        found = search(scan, start, end)
        if not found:
            return
        self.start, self.end = start, end
        self._brackets = None
        self._depth.clear()
        limits = self._limits = [(end, end)]
        while True:
            if found:
                opened = len(limits)
                pos = _HANDLERS[scan[found.start()]](self, found)
                found = _NESTED.match(scan, pos, limits[-1][0]) if len(limits) > opened else None
            else:
                pos = limits.pop()[1]
                if not limits:
                    return
            found = found or search(scan, pos, limits[-1][0])

    def _hide(self, start: int, end: int, inner: int, past: int) -> int:
        """Hide the markup around a text and go on in it; return where."""
        self.edits.append((start, inner, GLUE))
        self.edits.append((past, end, GLUE))
        self._limits.append((past, end))
        return inner

    def _fill(self, start: int, end: int, filler: str) -> int:
        self.edits.append((start, end, filler))
        return end

    def _emphasis(self, found: re.Match[str]) -> int:
        start, end = found.span()
        self.marks.append(_new(Mark, ("emphasis", _new(Span, (start + 1, end - 1)), "")))
        return self._hide(start, end, start + 1, end - 1)

    def _code(self, found: re.Match[str]) -> int:
        start, end = found.span()
        self.marks.append(_new(Mark, ("code", _new(Span, (start, end)), "")))
        return self._fill(start, end, HOLE)

    def _underscore(self, found: re.Match[str]) -> int:
        start, end = found.span()
        kind = found.lastgroup
        if kind == "sub":
            return self._hide(start, end, start + 2, end - 1)
        if kind is None:
            return self._emphasis(found)
        return self._fill(start - len(kind), end, HOLE)

    def _raised(self, found: re.Match[str]) -> int:
        start, end = found.span()
        return self._hide(start, end, start + 2, end - 1)

    def _bracket(self, found: re.Match[str]) -> int:
        start, end = found.span()
        if found["path"] is not None:
            return self._link(found)
        if found["label"] is not None:
            return self._note(found)
        if found["date"] is not None:
            return self._date(start, end)
        if found["cookie"] is not None:
            return self._fill(start, end, GLUE)
        return self._citation(found)

    def _date(self, start: int, end: int) -> int:
        self.edits += ((start, start + 1, GLUE), (end - 1, end, GLUE))
        return end

    def _link(self, found: re.Match[str]) -> int:
        start, end = found.span()
        first, past = found.span("text")
        mark = link_mark(found["path"], found["text"] or "", Span(start, end))
        if first >= 0 and mark.kind == "link":
            self.marks.append(mark._replace(span=Span(first, past)))
            return self._hide(start, end, first, past)
        self.marks.append(mark)
        return self._fill(start, end, GLUE if mark.kind == "citation" else HOLE)

    def _closing(self, start: int) -> int:
        """Return where the bracket closes that opens at ``start``; -1 where it does not in this block."""
        if self._brackets is None:
            self._brackets = {}
            opened: list[int] = []
            for found in _BRACKET.finditer(self.scan, self.start, self.end):
                if found[0] == "[":
                    opened.append(found.start())
                elif opened:
                    self._brackets[opened.pop()] = found.start()
        past = self._brackets.get(start, -1)
        return past if past < self._limits[-1][0] else -1

    def _note(self, found: re.Match[str]) -> int:
        start, pos = found.span()
        label = found["label"]
        if not found["inner"]:
            if not label or self.scan[pos : pos + 1] != "]" or pos >= self._limits[-1][0]:
                return pos
            self.marks.append(Mark("note-ref", Span(start, pos + 1), label))
            return self._fill(start, pos + 1, GLUE)
        past = self._closing(start)
        if past < 0:
            return pos
        self.marks.append(Mark("note-ref", Span(start, past + 1), label))
        while self._depth and self._depth[-1] <= start:
            self._depth.pop()
        if len(self._depth) >= _DEEP:
            return self._fill(start, past + 1, GLUE)
        self._depth.append(past)
        self.notes.append((Span(start, past + 1), pos))
        self.marks.append(Mark("note", Span(pos, past), label))
        return self._hide(start, past + 1, pos, past)

    def _citation(self, found: re.Match[str]) -> int:
        start, pos = found.span()
        past = self._closing(start)
        if past < 0:
            return pos
        keys = _KEY.findall(self.scan, pos, past)
        self.marks.append(Mark("citation", Span(start, past + 1), "; ".join(keys)))
        textual = (found["style"] or "").split("/")[0] in _TEXTUAL
        return self._fill(start, past + 1, HOLE if textual else GLUE)

    def _angle(self, found: re.Match[str]) -> int:
        start, end = found.span()
        if found["radio"] is not None:
            return self._hide(start, end, start + 3, end - 3)
        if found["target"] is not None:
            return self._fill(start, end, GLUE)
        if found["stamp"] is not None:
            return self._fill(start, end, HOLE) if self.scan[start + 1] == "%" else self._date(start, end)
        self.marks.append(Mark("url", Span(start, end), found["angle"]))
        return self._fill(start, end, HOLE)

    def _backslash(self, found: re.Match[str]) -> int:
        start, end = found.span()
        if found["break"] is not None:
            return self._fill(start, end, GLUE)
        if found["math"] is not None:
            return self._fill(start, end, HOLE)
        if found["spaces"] is not None:
            return self._spell(start, end, " ")
        name, args = found["name"], found["args"]
        seen = entity(name)
        if seen:
            return self._spell(start, end if args == "{}" else found.end("name"), seen)
        if "cite" in name.lower() and args.startswith(("{", "[")):
            keys = args[args.rfind("{") + 1 : -1]
            self.marks.append(Mark("citation", Span(start, end), "; ".join(keys.replace(",", " ").split())))
            return self._fill(start, end, GLUE)
        return self._fill(start, end, HOLE)

    def _spell(self, start: int, end: int, seen: str) -> int:
        self.spelled.append(Spelled(start, end, seen))
        return self._fill(start, end, GLUE) if seen == " " else end

    def _hole(self, found: re.Match[str]) -> int:
        return self._fill(*found.span(), HOLE)

    def _glue(self, found: re.Match[str]) -> int:
        return self._fill(*found.span(), GLUE)

    def _plain(self, found: re.Match[str]) -> int:
        """Take an address or keys behind a scheme and a colon."""
        start, end = found.span()
        start -= len(self.scan[max(start - 20, 0) : start]) - len(
            self.scan[max(start - 20, 0) : start].rstrip(_LETTERS)
        )
        written = self.scan[start:end].rstrip(_ADDRESS_END)
        mark = link_mark(written, "", Span(start, start + len(written)))
        self.marks.append(mark)
        return self._fill(*mark.span, GLUE if mark.kind == "citation" else HOLE)


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TEXTUAL = frozenset("t text a author na nocite-author textual".split())
_HANDLERS: dict[str, Callable[[Inline, re.Match[str]], int]] = {
    **dict.fromkeys("*/+", Inline._emphasis),
    **dict.fromkeys("=~", Inline._code),
    "_": Inline._underscore,
    "^": Inline._raised,
    "[": Inline._bracket,
    "<": Inline._angle,
    "\\": Inline._backslash,
    "$": Inline._hole,
    "{": Inline._hole,
    "@": Inline._glue,
    ":": Inline._plain,
}
