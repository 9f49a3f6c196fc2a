"""The inline markup of reStructuredText: roles, references, literals, emphasis, escapes."""

from __future__ import annotations

import re
from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Mark, Span
from lint.model.typed import NamedTuple
from lint.read.rest_roles import CITING, POINTING, SHOWN, is_code, is_code_role
from lint.read.view import Edit

_new = tuple.__new__  # half the time of the named tuples' own constructors

# Markup begins behind white space or one of these, and ends before white space or one of those.
_BEFORE = (
    r"""\s|"'(<\[{\-/:\xa1\xab\xb7\xbb\xbf\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3011\u3014-\u301f"""
)
_AFTER = r"""\s"')>\]}\-/\\:.,;!?\xa1\xab\xb7\xbb\xbf\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3011\u3014-\u301f"""
_END = rf"(?=[{_AFTER}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]|\Z)"


def _opening(mark: str, also: str = "") -> str:
    """Return the pattern of a mark that opens: behind a space or bracket, before text, not alone in quotes."""
    pairs = zip("\"'([{<", "\"')]}>", strict=True)
    lone = "|".join(rf"\{closing}(?<=\{opening}{mark}\{closing})" for opening, closing in pairs)
    return rf"{mark}(?<![^{_BEFORE}{also}]{mark})(?!\s|(?=[\"')\]}}>])(?:{lone}))"


_STRONG, _STAR, _TICKS, _TICK = _opening(r"\*\*"), _opening(r"\*"), _opening("``"), _opening("`")
_COLON, _BAR, _BRACKET = _opening(":", "`*"), _opening(r"\|"), _opening(r"\[")
_SIGN = pattern(
    r"\\(?s:.)"
    rf"|{_STRONG}(?s:.)[^*]{{0,1000}}+(?s:.){{0,300}}?(?<![\s\\])\*\*{_END}"
    rf"|{_STAR}(?!\*)(?s:.)[^*]{{0,1000}}+(?s:.){{0,300}}?(?<![\s\\])\*{_END}"
    rf"|{_TICKS}(?s:.)[^`]{{0,1000}}+(?s:.){{0,300}}?(?<!\s)``{_END}"
    rf"|{_TICK}(?!`)(?P<text>(?s:.)[^`]{{0,1000}}+(?:(?<=\\)`[^`]{{0,1000}}+|`(?=[^\W_])[^`]{{0,1000}}+){{0,20}})"
    rf"(?<!\s)`(?P<behind>__?|:[A-Za-z][\w.+:-]{{0,60}}:)?{_END}"
    rf"|{_COLON}(?P<role>[A-Za-z][\w.+:-]{{0,60}}):`(?![\s`])(?P<arg>(?s:.)[^`]{{0,1000}}+(?:(?<=\\)`[^`]{{0,1000}}+){{0,20}})"
    rf"(?<!\s)`{_END}"
    rf"|{_BAR}(?!\|)(?P<sub>[^|]{{1,200}}+)(?<!\s)\|(?P<subref>__?)?{_END}"
    rf"|{_BRACKET}(?P<note>[0-9]+|\*|#?(?:[^\W_]+(?:[-._+:][^\W_]+)*)?)\]_{_END}"
    rf"|_(?:`(?<![^{_BEFORE}]_`)(?!\s)(?P<target>[^`]{{1,300}}+)(?<!\s)`|(?<=[^\W_]_)_?){_END}"
)
_JOINING = "-._+:"
_WORD = pattern(r"[^\W_]+(?:[-._+:][^\W_]+)*")
_ADDRESS = pattern(r"(?s)(.*?)\s*<([^<>]+)>\Z")
_ESCAPED = pattern(r"\\(?s:.)")


class Pending(NamedTuple):
    """A reference by name, whose target is known when the whole text is; ``name`` is "" for the next anonymous one."""

    span: Span
    name: str


class Inline:
    """What the inline markup of a text hides and means, as its blocks are read one after the other."""

    def __init__(self, scan: str) -> None:
        """Begin; the texts of ``scan`` are read in order."""
        self.scan = scan
        self.edits: list[Edit] = []
        self.marks: list[Mark] = []
        self.pending: list[Pending] = []
        self.targets: dict[str, str] = {}  # by name
        self.anonymous: list[str] = []
        self.code_role = ".. default-role::" in scan

    def read(self, start: int, end: int) -> None:
        """Read the inline markup of the text at ``start``."""
        scan = self.scan
        for found in _SIGN.finditer(scan, start, end):
            _HANDLERS[scan[found.start()]](self, found)

    def _escape(self, found: re.Match[str]) -> None:
        start, end = found.span()
        self.edits.append((start, end if self.scan[end - 1].isspace() else start + 1, GLUE))

    def _hide(self, start: int, end: int, inner: int, past: int) -> None:
        """Hide the markup around a text, and the backslashes in it."""
        edits = self.edits
        if start < inner:
            edits.append((start, inner, GLUE))
        if self.scan.find("\\", inner, past) >= 0:
            for escape in _ESCAPED.finditer(self.scan, inner, past):
                self._escape(escape)
        if past < end:
            edits.append((past, end, GLUE))

    def _emphasis(self, found: re.Match[str]) -> None:
        start, end = found.span()
        width = 2 if self.scan[start + 1] == "*" else 1
        self.marks.append(_new(Mark, ("emphasis", _new(Span, (start + width, end - width)), "")))
        self._hide(start, end, start + width, end - width)

    def _code(self, start: int, end: int) -> None:
        self.edits.append((start, end, HOLE))
        self.marks.append(_new(Mark, ("code", _new(Span, (start, end)), "")))

    def _backtick(self, found: re.Match[str]) -> None:
        start, end = found.span()
        inner, past = found.span("text")
        behind = found["behind"] or ""
        if inner < 0:
            self._code(start, end)
        elif behind[:1] == "_":
            self._phrase(found, inner, past)
        elif behind:
            self._as(behind[1:-1], start, end, inner, past)
        elif self.code_role or is_code(self.scan[inner:past]):
            self._code(start, end)
        else:
            self._hide(start, end, inner, past)

    def _phrase(self, found: re.Match[str], inner: int, past: int) -> None:
        """Take a reference of several words, or with an address of its own."""
        start, end = found.span()
        embedded = _ADDRESS.match(self.scan, inner, past)
        if not embedded:
            self._hide(start, end, inner, past)
            name = "" if found["behind"] == "__" else self.scan[inner:past]
            self.pending.append(Pending(Span(inner, past), name))
            return
        address = "".join(embedded[2].split())
        text_end = embedded.end(1)
        if text_end == inner:
            self.edits.append((start, end, HOLE))
            self.marks.append(Mark("url", Span(start, end), address))
            return
        self._hide(start, end, inner, text_end)
        if address.endswith("_") and not address.endswith("\\_"):
            self.pending.append(Pending(Span(inner, text_end), embedded[2][:-1]))
            address = f"#{embedded[2][:-1]}"
        else:
            self.marks.append(Mark("link", Span(inner, text_end), address))
        if found["behind"] == "_":
            self.targets[normal(embedded[1])] = address

    def _role(self, found: re.Match[str]) -> None:
        start, end = found.span()
        inner, past = found.span("arg")
        self._as(found["role"], start, end, inner, past)

    def _as(self, role: str, start: int, end: int, inner: int, past: int) -> None:
        """Take a text in a role."""
        role = role.lower().removeprefix("std:")
        if is_code_role(role):  # most are: an explicit title is shown as code, too
            self._code(start, end)
            return
        content = self.scan[inner:past]
        if role in SHOWN or (role in POINTING and content[:1] != "!"):
            shown = _ADDRESS.match(self.scan, inner, past) if content[-1] == ">" else None
            if shown and shown.end(1) > inner:
                past = shown.end(1)
                self.marks.append(Mark("link", Span(inner, past), shown[2]))
            elif role in POINTING:
                self.edits.append((start, end, HOLE))
                self.marks.append(Mark("url", Span(start, end), content))
                return
            elif role in ("abbr", "abbreviation") and content[-1] == ")":
                past = inner + max(content.find(" ("), 0) or past
            self._hide(start, end, inner, past)
            if SHOWN.get(role):
                self.marks.append(Mark("emphasis", Span(inner, past)))
        elif role.startswith(CITING):
            self.edits.append((start, end, GLUE))
            self.marks.append(Mark("citation", Span(start, end), content))
        elif (shown := _ADDRESS.match(self.scan, inner, past)) and shown.end(1) > inner:
            self.marks.append(Mark("link", Span(inner, shown.end(1)), shown[2]))
            self._hide(start, end, inner, shown.end(1))
        else:
            self._code(start, end)

    def _substitution(self, found: re.Match[str]) -> None:
        """Take a name that something else stands for in the rendered text."""
        self.edits.append((*found.span(), HOLE))
        if found["subref"]:
            self.pending.append(Pending(Span(*found.span()), found["sub"] if found["subref"] == "_" else ""))

    def _note(self, found: re.Match[str]) -> None:
        self.edits.append((*found.span(), GLUE))
        self.marks.append(Mark("note-ref", Span(*found.span()), found["note"]))

    def _underscore(self, found: re.Match[str]) -> None:
        """Take an inline target, or a word that is a reference."""
        start, end = found.span()
        scan = self.scan
        if found["target"]:
            self.targets[normal(found["target"])] = f"#{found['target']}"
            self._hide(start, end, *found.span("target"))
            return
        first = start
        while first > max(start - 80, 0) and (scan[first - 1].isalnum() or scan[first - 1] in _JOINING):
            first -= 1
        while scan[first] in _JOINING:
            first += 1
        word = _WORD.fullmatch(scan, first, start)
        if not word or (first and not _OPEN.match(scan, first - 1)) or _in_address(scan, first):
            return
        self.edits.append((start, end, GLUE))
        name = "" if end - start == 2 else word.group()
        self.pending.append(Pending(Span(first, start), name))


_OPEN = pattern(f"[{_BEFORE}]")


def _in_address(scan: str, start: int) -> bool:
    """Tell whether a word is a part of an address."""
    before = scan[max(start - 300, 0) : start]
    return "://" in before and not before[-1].isspace() and "://" in before.split()[-1]


def normal(name: str) -> str:
    """Return a reference's name as names are compared."""
    return " ".join(name.replace("\\", "").split()).lower()


_HANDLERS: dict[str, Callable[[Inline, re.Match[str]], None]] = {
    "\\": Inline._escape,
    "*": Inline._emphasis,
    "`": Inline._backtick,
    ":": Inline._role,
    "|": Inline._substitution,
    "[": Inline._note,
    "_": Inline._underscore,
}
