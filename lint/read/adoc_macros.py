"""The inline macros of AsciiDoc, ``name:target[text]``, and its addresses; each is found by its colon."""

from __future__ import annotations

from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import Mark, Span
from lint.read.adoc_inline import Inline, point

_NAME = pattern(r"(?<![^\W_])(?<![\\-])[A-Za-z][A-Za-z0-9_-]{0,29}\Z")
_TARGET = pattern(r":([^\s\[\]<>\"]{0,500})\[")
_URL = pattern(r"://[^\s\[\]<>\"]{0,1000}")
_PATH = pattern(r"[^\s\[\]{}<>\"]{0,200}\[")
_ADDRESSES = ("url", "uri", "link", "href", "home", "site")
"""How the names of attributes begin that stand for addresses."""
_TEXT = pattern(r"(?>(?:[^\[\]\\]{1,2000}|\\.|\[[^\[\]]{0,500}\]){0,100})(?=\])")
_SCHEMES = frozenset(("http", "https", "ftp", "irc", "file", "ircs", "ftps", "git", "ssh", "svn", "rsync"))
_TAG = pattern(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
_PAGES = pattern(r"\([^()]*\)")
_OPTION = pattern(r"[ \t]*[\w-]+[ \t]*=")
_HIDDEN = frozenset(("indexterm", "anchor", "bibitem", "set", "counter"))
_CASE = frozenset("in of by from see with and to than at on for via using like per or is are as".split())
"""Words after which a citation is a part of the sentence."""


def take_colon(inline: Inline, at: int, end: int) -> int:
    """Take the colon at ``at``: of an address, of a macro, or of the text; return where to go on."""
    scan = inline.scan
    if not scan.startswith("://", at) and not end > inline.bracket_after(at) >= 0:
        return at + 1
    low = max(at - 30, 0)
    name = _NAME.search(scan[low:at])
    if not name:
        return at + 1
    start = low + name.start()
    word = name[0]
    if word in _SCHEMES and scan.startswith("://", at):
        return _address(inline, start, at, end)
    found = _TARGET.match(scan, at, end)
    if not found:
        return at + 1
    text = _TEXT.match(scan, found.end(), end)
    if not text:
        return at + 1
    macro = _MACROS.get(word.lower())
    if macro:
        return macro(inline, found[1], start, text.end() + 1, *text.span())
    if word.lower() in _HIDDEN:
        return inline.hide(start, text.end() + 1)
    if word.lower().startswith(("cite", "footcite")):
        return _cite(inline, word, start, text.end() + 1, *text.span())
    if not found[1] or ":" in found[1] or found[1][0] == "/":
        return at + 1
    if word == "linkgit":
        inline.marks.append(Mark("url", Span(start, text.end() + 1), found[1]))
    return inline.hole(start, text.end() + 1)


def _address(inline: Inline, start: int, at: int, end: int) -> int:
    """Take an address, with a text to show or without."""
    scan = inline.scan
    found = _URL.match(scan, at, end)
    past = found.end() if found else at + 1
    if past - at > 3 and scan[past : past + 1] == "[" and past < end:
        text = _TEXT.match(scan, past + 1, end)
        if text:
            return _link(inline, scan[start:past], start, text.end() + 1, *text.span())
    return max(past, at + 1)


def take_attribute(inline: Inline, name: str, start: int, past: int, end: int) -> int:
    """Take an attribute whose value is not shown as it is: a gap, or the address of a link."""
    scan = inline.scan
    value = inline.addresses.get(name)
    found = _PATH.match(scan, past, end)
    if found and not (value or name.startswith(_ADDRESSES) or found.end() > past + 3):
        found = None
    text = _TEXT.match(scan, found.end(), end) if found else None
    if text:
        return _link(inline, value or scan[start:past], start, text.end() + 1, *text.span())
    if value:
        inline.marks.append(Mark("url", Span(start, past), value))
    return inline.hole(start, past)


def _shown(scan: str, first: int, last: int) -> tuple[int, int]:
    """Return where the text of a link is that is shown, without what says how."""
    text = scan[first:last]
    if "=" in text:
        if text[:1] == '"' and text.find('"', 1) > 0:
            return first + 1, first + text.find('"', 1)
        if _OPTION.match(text):
            return first, first
        comma = text.find(",")
        if comma >= 0 and "=" in text[comma:]:
            last = first + comma
    return (first, last - 1) if first < last and scan[last - 1] == "^" else (first, last)


def _link(inline: Inline, target: str, start: int, end: int, first: int, last: int) -> int:
    first, last = _shown(inline.scan, first, last)
    if first >= last or not inline.scan[first:last].strip():
        inline.marks.append(Mark("url", Span(start, end), target))
        return inline.hole(start, end)
    inline.hide(start, first)
    inline.marks.append(Mark("link", Span(first, last), target))
    inline.inner(first, last)
    return inline.hide(last, end)


def _mail(inline: Inline, target: str, start: int, end: int, first: int, last: int) -> int:
    comma = inline.scan.find(",", first, last)
    return _link(inline, f"mailto:{target}", start, end, first, comma if comma >= 0 else last)


def _xref(inline: Inline, target: str, start: int, end: int, first: int, last: int) -> int:
    first, last = _shown(inline.scan, first, last)
    inside = "#" in target or "." in target or "/" in target
    return point(inline, target if inside else f"#{target}", start, end, first, last)


def _image(inline: Inline, target: str, start: int, end: int, _: int, __: int) -> int:
    inline.marks.append(Mark("image", Span(start, end), target))
    return inline.hole(start, end)


def _note(inline: Inline, target: str, start: int, end: int, first: int, last: int) -> int:
    """Take a footnote, whose text is no part of the sentence."""
    if inline.scan.startswith("footnoteref", start):
        comma = inline.scan.find(",", first, last)
        target = inline.scan[first : comma if comma >= 0 else last]
        first = comma + 1 if comma >= 0 else last
    inline.marks.append(Mark("note-ref", Span(start, first if first < last else end), target))
    if inline.depth:  # inside of other markup it stays where it is
        inline.hide(start, first)
        inline.inner(first, last)
        return inline.hide(last, end)
    if first < last:
        inline.notes.append((start, end, first, last))
        inline.hide(start, first)
        inline.inner(first, last)
        return inline.hide(last, end)
    return inline.hide(start, end)


def _code(inline: Inline, _: str, start: int, end: int, __: int, ___: int) -> int:
    inline.marks.append(Mark("code", Span(start, end)))
    return inline.hole(start, end)


def _text(inline: Inline, _: str, start: int, end: int, first: int, last: int) -> int:
    inline.hide(start, first)
    inline.inner(first, last)
    return inline.hide(last, end)


def _menu(inline: Inline, target: str, start: int, end: int, first: int, last: int) -> int:
    """Take a choice from a menu: the names are read, with a gap between."""
    inline.hide(start, start + len("menu:"))
    if first < last:
        inline.hole(first - 1, first)
        return inline.hide(last, end)
    return inline.hide(first - 1, end)


def _pass(inline: Inline, _: str, start: int, end: int, first: int, last: int) -> int:
    if _TAG.search(inline.scan, first, last):
        return inline.hole(start, end)
    inline.hide(start, first)
    return inline.hide(last, end)


def _cite(inline: Inline, name: str, start: int, end: int, first: int, last: int) -> int:
    """Take a citation: a hole where it is a word of its sentence, else glue."""
    scan = inline.scan
    keys = _PAGES.sub("", scan[first:last]).split(",")
    inline.marks.append(Mark("citation", Span(start, end), "; ".join(filter(None, map(str.strip, keys)))))
    before = scan[max(start - 14, 0) : start].split()
    needed = not before or before[-1].lower() in _CASE or name.lower().startswith(("citenp", "citet"))
    return inline.hole(start, end) if needed else inline.hide(start, end)


_MACROS: dict[str, Callable[[Inline, str, int, int, int, int], int]] = {
    "link": _link,
    "mailto": _mail,
    "xref": _xref,
    "image": _image,
    "icon": _image,
    "footnote": _note,
    "footnoteref": _note,
    "kbd": _code,
    "btn": _text,
    "indexterm2": _text,
    "menu": _menu,
    "pass": _pass,
    "stem": _code,
    "latexmath": _code,
    "asciimath": _code,
}
