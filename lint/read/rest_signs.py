"""Lines of reStructuredText that begin with a sign or a number, or consist of signs."""

from __future__ import annotations

import re
from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import GLUE
from lint.model.typed import TYPE_CHECKING
from lint.read.rest_explicit import read_anonymous, read_explicit
from lint.read.rest_lines import PUNCTUATION, column, outdented
from lint.read.rest_tables import read_grid, read_simple

if TYPE_CHECKING:
    from lint.read.rest import Reading

_ADORNMENT = pattern(rf"([{PUNCTUATION}])\1*[ \t]*")
_OVERLINED = pattern(rf"([{PUNCTUATION}])\1*+[ ]*+\n([ \t]*+)(\S.*+)\n[ \t]*+\1+[ ]*+(?=\n|\Z)")
_BULLET = pattern(r"[-+*•‣⁃](?:([ \t]+)(?=\S)|[ \t]*\Z)")
_ENUMERATOR = pattern(
    r"\(?(?:[0-9]{1,9}|[A-Za-z]|#|(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
    r"|(?=[IVXLCDM])M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?:(?<!\()\.|\))"
    r"(?:([ \t]+)(?=\S)|[ \t]*(?=\n|\Z))"
)
_NEXT_LINE = pattern(r"[^\n]*\n([ \t]*)")
_FIELD = pattern(r":(?![: ])((?:[^:\\\n]|\\.|:(?![ `\n])){1,200})(?<! ):(?:[ \t]+(?=\S)|[ \t]*\Z)")
_OF_CODE = pattern(
    r"(?:param|parameter|arg|argument|key|keyword|kwarg|kwparam|var|ivar|cvar|raises?|except|exception|returns?|yields?)"
    r"(?:\s.*)?"
)
_HIDDEN = pattern(
    r"(?:type|rtype|vartype|meta|keywords|tocdepth|orphan|nocomments|nosearch|no-?index)(?:\s.*)?"
)
_PROSE_OF_DOCINFO = ("abstract", "dedication")
_OPTION_WORD = r"(?:-[A-Za-z0-9](?: ?(?:[A-Za-z][\w-]*|<[^<>\n]+>))?|(?:--|/|\+)[A-Za-z0-9][\w-]*(?:[ =](?:[A-Za-z][\w-]*|<[^<>\n]+>))?)"
_OPTION = pattern(rf"{_OPTION_WORD}(?:, {_OPTION_WORD}){{0,20}}(?:[ \t]{{2,}}(?=\S)|[ \t]?\Z)")
_DOCTEST = pattern(r">>>(?:[ \t]|\Z)")
_VERSE = pattern(r"[ \t]*\|(?:([ \t]+)(?=\S)|[ \t]*(?=\n|\Z))")
_BLANK_LINE = pattern(r"\n[ \t]*(?=\n|\Z)")


def _adornment(self: Reading, start: int, end: int, at: int) -> int:
    """Take a line of one sign: a transition, or the line above a title."""
    line = self.scan[start:end]
    if not _ADORNMENT.fullmatch(line):
        return -1
    over = _OVERLINED.match(self.scan, start)
    if over and not _ADORNMENT.fullmatch(over[3]):
        self.title(over.start(3), over.end(3), over[1] * 2)
        return self.next_line(over.end())
    return self.next_line(end) if len(line.rstrip()) >= 4 else -1


def _item(self: Reading, start: int, end: int, at: int) -> int:
    return _listed(self, _BULLET, start, end, at)


def _enumerated(self: Reading, start: int, end: int, at: int) -> int:
    found = _ENUMERATOR.match(self.scan, start)
    if not found:
        return -1
    after = _NEXT_LINE.match(self.scan, found.end())
    on = after and (column(after[1]) > self.top.floor if self.loose else column(after[1]) == at)
    below = after.end() if after and on else -1
    if below >= 0 and self.scan[below : below + 1] > " " and not _ENUMERATOR.match(self.scan, below):
        return -1  # a paragraph that begins with a number or an initial
    return _listed(self, _ENUMERATOR, start, end, at)


def _listed(self: Reading, marker: re.Pattern[str], start: int, end: int, at: int) -> int:
    found = marker.match(self.scan, start, end)
    if not found:
        return -1
    kind = "cell" if self.top.kind == "cell" else "item"
    if found[1] is None:
        self.push(-1, at, kind, 1)
        return self.next_line(end)
    self.column = at + len(found.group())
    if "\t" in found[1]:
        self.column = column(" " * (at + found.start(1) - start) + found[1])
    self.push(self.column, at, kind, 1)
    return found.end()


def _field(self: Reading, start: int, end: int, at: int) -> int:
    found = _FIELD.match(self.scan, start, end)
    if not found:
        return -1
    name = found[1].lower()
    first = len(self.blocks) <= 2 and at == 0 and all(b.kind == "heading" for b in self.blocks)
    if (first or self.docinfo == start) and not self.levels[1:]:
        if name not in _PROSE_OF_DOCINFO:
            pos = outdented(self.scan, end, at)
            self.docinfo = pos
            return pos
    elif _HIDDEN.fullmatch(name):
        return outdented(self.scan, end, at)
    elif not _OF_CODE.fullmatch(name):
        self.put(start + 1, found.end(1), "cell")
    self.push(-1, at, "item", 1)
    return self.behind_marker(found.end(), end, at)


def _option(self: Reading, start: int, end: int, at: int) -> int:
    found = _OPTION.match(self.scan, start, end)
    if not found:
        return -1
    if found.end() == end:
        after = _NEXT_LINE.match(self.scan, start)
        if not after or column(after[1]) <= at:
            return -1
    self.push(-1, at, "item", 1)
    return self.behind_marker(found.end(), end, at)


def _doctest(self: Reading, start: int, end: int, at: int) -> int:
    if not _DOCTEST.match(self.scan, start, end):
        return -1
    blank = _BLANK_LINE.search(self.scan, start)
    return self.next_line(blank.start()) if blank else len(self.scan)


def _verse(self: Reading, start: int, end: int, at: int) -> int:
    """Take a line block, lines behind ``|`` that are laid out as written."""
    if not _VERSE.match(self.scan, start, end):
        return -1
    scan = self.scan
    first = last = -1
    hidden: list[tuple[int, int, str]] = []
    pos = start
    while pos < len(scan):
        past = scan.find("\n", pos)
        past = len(scan) if past < 0 else past
        bar = _VERSE.match(scan, pos, past)
        if not bar and (scan[pos:past].isspace() or past == pos or not scan[pos].isspace()):
            break
        inner = bar.end() if bar else pos
        if inner == past:
            _put_verse(self, first, last, hidden)
            first = -1
        else:
            if first < 0:
                first = inner
            elif bar:
                hidden.append((bar.start(), inner, GLUE))
            last = past
        pos = past + 1
    _put_verse(self, first, last, hidden)
    return self.next_line(pos - 1)


def _put_verse(self: Reading, first: int, last: int, hidden: list[tuple[int, int, str]]) -> None:
    if first >= 0:
        self.put(first, last, self.top.kind, self.top.depth)
        self.inline.edits += hidden
        hidden.clear()


_Sign = Callable[["Reading", int, int, int], int]
SIGNS: dict[str, tuple[_Sign, ...]] = {
    **dict.fromkeys("!\"#$%&',;<?@[\\]^_`{}~", (_adornment,)),
    **dict.fromkeys("•‣⁃", (_item,)),
    **dict.fromkeys("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", (_enumerated,)),
    **dict.fromkeys("#(", (_enumerated, _adornment)),
    "*": (_item, _adornment),
    "-": (_item, _option, _adornment),
    "+": (read_grid, _item, _option, _adornment),
    "/": (_option, _adornment),
    ":": (_field, _adornment),
    ">": (_doctest, _adornment),
    "|": (_verse, _adornment),
    "=": (read_simple, _adornment),
    ".": (read_explicit, _adornment),
    "_": (read_anonymous, _adornment),
}
"""What may begin with a sign: ``read(reading, start, end, column)`` returns where to go on, -1 if it is none."""
