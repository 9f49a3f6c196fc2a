"""Links of an Org file to places of its own that it does not have."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import Document, Mark

_ELSEWHERE = pattern(r"(?i)^[ \t]*#\+(?:include|setupfile):", 8)
_OUTSIDE = pattern(r"[A-Za-z][\w+.-]*:|[/.~(]|.*\.\w{1,5}(?:$|::)|.*/")
"""A target that is another file, an address, or a line of code; a bare name with an ending is most likely a file."""
_ABBREVIATED = pattern(r"(?i)^[ \t]*#\+LINK:[ \t]+(\S+)", 8)
_HEADLINE = pattern(r"^\*+[ \t]+([^\n]*)", 8)
_TAGS = pattern(r"[ \t]+:(?:[\w@#%]+:)+[ \t]*$")
_COOKIE = pattern(r"\[(?:#[A-Za-z0-9]+|[0-9]*%|[0-9]*/[0-9]*)\]")
_CUSTOM = pattern(r"(?i)^[ \t]*:CUSTOM_ID:[ \t]+(\S+)", 8)
_NAMED = pattern(r"(?i)^[ \t]*#\+(?:name|label|tblname):[ \t]*([^\n]+)", 8)
_ID = pattern(r"(?i)\b(?:id|name)=[\"']?([\w:.-]+)")
_LINK = pattern(r"\[\[[^\[\]]{1,500}\]\[([^\[\]]{1,500})\]\]")
_UNWANTED = pattern(r"[^\w\- ]")
_TARGET = pattern(r"<<<?([^<>\n]{1,300})>>")


def find_missing(document: Document) -> Iterator[tuple[Mark, str]]:
    """Yield each link to an identifier, headline or name that nothing in the file has, and what is wrong with it."""
    text = document.text
    if _ELSEWHERE.search(text):
        return
    places: set[str] | None = None
    told: set[str] = set()
    for mark in document.marks:
        if mark.kind not in ("link", "ref") or _OUTSIDE.match(mark.target) or not mark.target:
            continue
        places = _places(text) if places is None else places
        if _plain(mark.target) not in places and mark.target not in told:
            told.add(mark.target)
            yield mark, f"nothing in this file is named {mark.target!r}"


def _places(text: str) -> set[str]:
    """Return what can be linked to: ``#identifier``, ``*headline`` and names, which headlines are, too.

    Where the file is shown on GitHub, a headline has an identifier that is made of its words.
    """
    places = {f"#{_plain(found[1])}" for shape in (_CUSTOM, _ID) for found in shape.finditer(text)}
    for shape in (_NAMED, _TARGET, _ABBREVIATED):
        places.update(_plain(found[1]) for found in shape.finditer(text))
    for found in _HEADLINE.finditer(text):
        title = _plain(_COOKIE.sub(" ", _TAGS.sub("", found[1])))
        keyword, _, rest = title.partition(" ")
        for name in (title, rest if found[1].startswith(keyword.upper()) else title):
            slug = _UNWANTED.sub("", _LINK.sub(r"\1", name)).strip().replace(" ", "-")
            places.update((name, f"*{name}", f"#{slug}"))
    return places


def _plain(name: str) -> str:
    return " ".join(_COOKIE.sub(" ", name).lower().split())
