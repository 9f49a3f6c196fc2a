"""The inline markup of AsciiDoc: formatting, quotation marks, replacements; macros are in ``adoc_macros``.

One pattern finds the signs that may be markup; each is looked at by itself. A mark is closed by the next of its
kind that can close: where that is, is looked for once, for all the marks before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Mark, Span, Spelled
from lint.read.adoc_attributes import PREDEFINED
from lint.read.adoc_marks import CLOSERS, COMPAT_SIGN, SIGN
from lint.read.view import Edit

_new = tuple.__new__
_REPLACED = {
    "(C)": "©", "(R)": "®", "(TM)": "™", "--": "—", "...": "…", "->": "→", "=>": "⇒", "<-": "←", "<=": "⇐", "`'": "’",
}  # fmt: skip
_ENTITY = pattern(r"&(?:[a-zA-Z][a-zA-Z]{1,30}\d{0,2}|#\d{2,6}|#x[\da-fA-F]{2,5});")
_NAME = pattern(r"\{(\w[\w-]{0,100}|(?:set|counter2?):[^}\n]{1,200})\}")
_ROLE = pattern(r"\[[^\[\]\n]{1,100}\](?=[*_#`+]{1,3}[^\s])")
_ANCHOR = pattern(r"\[\[(\[)?([^\W\d][\w:.-]{0,200})(?:,[^\]\n]{0,300})?\]\](?(1)\])")
_REFERENCE = pattern(r"<<([\w#/.:{](?:[^<>,]|>(?!>)){0,200})(?:,((?:[^<>]|>(?!>)){0,500}))?>>")
_TERM = pattern(r"\(\(\((?:[^()]|\([^()]*\)){1,300}\)\)\)(?!\))")
_DEEPEST = 6
_REACH = 500
"""Characters between the colon of a macro and its bracket, at most."""


class Inline:
    """What the inline markup of a text hides and means, as its blocks are read one after the other."""

    def __init__(self, scan: str) -> None:
        """Begin; the texts of ``scan`` are read in order."""
        self.scan = scan
        self.edits: list[Edit] = []
        self.marks: list[Mark] = []
        self.spelled: list[Spelled] = []
        self.notes: list[tuple[int, int, int, int]] = []  # start, end, and where the text in it is
        self.names: dict[str, str | None] = dict(PREDEFINED)
        self.addresses: dict[str, str] = {}
        self.depth = 0
        self.next: dict[str, int] = {}  # where the next mark is that closes
        self.bracket = -1  # the next one that opens
        self.compat = False

    def read(self, start: int, end: int) -> None:
        """Read the inline markup of the text at ``start``."""
        search = (COMPAT_SIGN if self.compat else SIGN).search
        scan, handlers = self.scan, _HANDLERS
        while found := search(scan, start, end):
            start = handlers[found[0][0]](self, found, end)

    def inner(self, start: int, end: int) -> None:
        """Read the markup inside of markup."""
        if self.depth < _DEEPEST and start < end:
            self.depth += 1
            self.read(start, end)
            self.depth -= 1

    def closing(self, mark: str, start: int, end: int) -> int:
        """Return where a mark closes what begins at ``start``; -1 where nothing does before ``end``."""
        at = self.next.get(mark, -1)
        if at <= start:
            found = CLOSERS[mark].search(self.scan, start + 1)
            at = self.next[mark] = found.start() if found else len(self.scan)
        return at if at < end else -1

    def bracket_after(self, at: int) -> int:
        """Return where the next bracket opens; -1 where none does within the reach of a macro."""
        if self.bracket < at:
            found = self.scan.find("[", at)
            self.bracket = found if found >= 0 else len(self.scan)
        return self.bracket if self.bracket - at < _REACH else -1

    def hide(self, start: int, end: int) -> int:
        """Hide markup."""
        if start < end:
            self.edits.append((start, end, GLUE))
        return end

    def hole(self, start: int, end: int) -> int:
        """Leave out what is no prose."""
        self.edits.append((start, end, HOLE))
        return end

    def spell(self, start: int, end: int, seen: str) -> int:
        """Note what is seen in place of what is written."""
        if not seen:
            return self.hide(start, end)
        if len(seen) > end - start:
            return self.hole(start, end)
        self.spelled.append(_new(Spelled, (start, end, seen)))
        return end

    def _escape(self, found: re.Match[str], end: int) -> int:
        """Take a backslash: markup if what follows would be."""
        start, past = found.span()
        after = SIGN.match(self.scan, start + 1, end)
        if past == start + 1:  # before the name of a macro
            self.hide(start, past)
            return self.scan.find(":", past) + 1
        if self.scan[past - 1] == "\\" and (double := SIGN.match(self.scan, past, end)):
            self.hide(start, past)
            return double.end()
        if not after:
            return start + 1 if self.scan[past - 1] == "\\" else past
        self.hide(start, start + 1)
        return after.end()

    def _format(self, found: re.Match[str], end: int) -> int:
        start, past = found.span()
        mark = found[0]
        close = self.closing(mark, past, end)
        if close < 0:
            return past
        if mark[0] != "#":
            self.marks.append(_new(Mark, ("emphasis", _new(Span, (past, close)), "")))
        self.hide(start, past)
        self.inner(past, close)
        return self.hide(close, close + len(mark))

    def _backtick(self, found: re.Match[str], end: int) -> int:
        start, past = found.span()
        mark = found[0]
        if mark == "`'":
            return self.spell(start, past, "’")
        if mark == "``":
            quote = self.closing("''", past, end)
            code = -1 if self.compat else self.closing(mark, past, end)
            if quote >= 0 and (code < 0 or quote < code):
                return self._quoted(start, past, quote, "“”")
            return self._code(start, code + 2) if code >= 0 else past
        close = self.closing("`-" if self.compat else mark, past, end)
        if close < 0 and self.compat and (quote := self.closing("'", past, end)) >= 0:
            return self._quoted(start, past, quote, "‘’")
        return self._code(start, close + 1) if close >= 0 else past

    def _code(self, start: int, end: int) -> int:
        self.marks.append(_new(Mark, ("code", _new(Span, (start, end)), "")))
        return self.hole(start, end)

    def _quoted(self, start: int, past: int, close: int, marks: str) -> int:
        """Take a quotation between marks of markup."""
        end = close + (2 if self.scan[close] == "`" or self.scan[close : close + 2] == "''" else 1)
        self.spell(start, past, marks[0])
        self.inner(past, close)
        return self.spell(close, end, marks[1])

    def _quote(self, found: re.Match[str], end: int) -> int:
        start, past = found.span()
        sign = found[0][0]
        if past == start + 1:  # emphasis as it was once written
            close = self.closing("'", past, end)
            if close < 0:
                return past
            self.marks.append(Mark("emphasis", Span(past, close)))
            self.hide(start, past)
            self.inner(past, close)
            return self.hide(close, close + 1)
        close = self.closing(f"`{sign}", past, end)
        return past if close < 0 else self._quoted(start, past, close, "“”" if sign == '"' else "‘’")

    def _plus(self, found: re.Match[str], end: int) -> int:
        start, past = found.span()
        mark = found[0]
        if mark == "+" and self.scan[start - 1 : start] == " " and self.scan[past : past + 1] in " \t\n":
            return self.hide(start - 1, past)
        close = self.closing(mark, past, end)
        if close < 0:
            return past
        if self.compat and mark in ("+", "++"):
            return self._code(start, close + len(mark))
        if mark == "+++" and self.scan.find("<", past, close) >= 0:
            return self.hole(start, close + len(mark))
        self.hide(start, past)
        return self.hide(close, close + len(mark))

    def _raised(self, found: re.Match[str], end: int) -> int:
        start, past = found.span()
        close = self.scan.find(found[0], past, end)
        if close < 0:
            return past
        self.hide(start, past)
        self.inner(past, close)
        return self.hide(close, close + 1)

    def _reference(self, found: re.Match[str], end: int) -> int:
        """Take an attribute, which something else stands for in the rendered text."""
        start = found.start()
        name = _NAME.match(self.scan, start, end)
        if not name:
            return start + 1
        called = name[1].lower()
        seen = self.names.get(called)
        if seen is None or called in self.addresses:
            from lint.read.adoc_macros import take_attribute

            return take_attribute(self, called, start, name.end(), end)
        return self.spell(start, name.end(), seen)

    def _angle(self, found: re.Match[str], end: int) -> int:
        start, past = found.span()
        sign = found[0]
        if sign in _REPLACED:
            return self.spell(start, past, _REPLACED[sign])
        if sign == "<":
            close = self.scan.find(">", past, min(end, past + 500))
            if close > 0 and not any(c.isspace() or c == "[" for c in self.scan[past:close]):
                self.hide(start, past)
                self.hide(close, close + 1)
            return self.scan.find(":", past)
        target = _REFERENCE.match(self.scan, start, end)
        if not target:
            return past
        address = target[1].strip()
        return point(self, address if "#" in address else f"#{address}", start, target.end(), *target.span(2))

    def _replaced(self, found: re.Match[str], _: int) -> int:
        return self.spell(*found.span(), _REPLACED[found[0]])

    def _paren(self, found: re.Match[str], end: int) -> int:
        start, past = found.span()
        if found[0] != "((":
            return self._replaced(found, end)
        hidden = _TERM.match(self.scan, start, end)
        if hidden:
            return self.hide(start, hidden.end())
        close = self.scan.find("))", past, min(end, past + 300))
        if close < 0 or self.scan[past] == "(":
            return past
        self.hide(start, past)
        self.inner(past, close)
        return self.hide(close, close + 2)

    def _bracket(self, found: re.Match[str], end: int) -> int:
        start = found.start()
        anchor = _ANCHOR.match(self.scan, start, end)
        if anchor:
            return self.hide(start, anchor.end())
        role = _ROLE.match(self.scan, start, end)
        sign = SIGN.match(self.scan, role.end(), end) if role else None
        if not role or not sign or self.closing(sign[0], sign.end(), end) < 0:
            return start + 1
        return self.hide(start, role.end())

    def _entity(self, found: re.Match[str], end: int) -> int:
        start = found.start()
        entity = _ENTITY.match(self.scan, start, end)
        if not entity:
            return start + 1
        from html import unescape  # imported late, as few texts have any

        seen = unescape(entity[0])
        return self.spell(start, entity.end(), seen) if seen != entity[0] else entity.end()

    def _colon(self, found: re.Match[str], end: int) -> int:
        from lint.read.adoc_macros import take_colon

        return take_colon(self, found.start(), end)


def point(inline: Inline, target: str, start: int, end: int, first: int, last: int) -> int:
    """Take a reference to a place: a link where it says what is shown, else a hole."""
    if first >= 0 and inline.scan[first:last].strip():
        inline.hide(start, first)
        inline.marks.append(Mark("link", Span(first, last), target))
        inline.inner(first, last)
        return inline.hide(last, end)
    inline.marks.append(Mark("ref", Span(start, end), target))
    return inline.hole(start, end)


_HANDLERS: dict[str, Callable[[Inline, re.Match[str], int], int]] = {
    "\\": Inline._escape,
    **dict.fromkeys("*_#", Inline._format),
    "`": Inline._backtick,
    **dict.fromkeys("\"'", Inline._quote),
    **dict.fromkeys("+$", Inline._plus),
    **dict.fromkeys("^~", Inline._raised),
    "{": Inline._reference,
    "<": Inline._angle,
    **dict.fromkeys("-=.", Inline._replaced),
    "(": Inline._paren,
    "[": Inline._bracket,
    ":": Inline._colon,
    "&": Inline._entity,
}
