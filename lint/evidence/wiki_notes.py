"""Notes of a wiki's page that are referred to by a name, and whether the page has them."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import Document, Mark

_WHOLE = pattern(r"(?i)<references\b|\{\{\s*(?:reflist|refs|references|notelist)\b")
"""A page without a list of notes may be a part of one."""
_ELSEWHERE = pattern(
    r"(?i)\{\{\s*(?:[:/]|template:|#l?st|#section|#invoke|excerpt|transclu|[\w ]{0,60}(?:population|metadata|statistics|\bdata\b|\bcases\b))"
)
"""Signs of templates that bring notes of their own."""
_REFERENCE = pattern(r"(?i)<ref\b([^<>]*)>")
_NAME = pattern(r"(?i)\bname\s*=\s*(?:\"([^\"]*)|'([^']*)|([^\s\"'/]+))")
_VALUE = pattern(r"[=|][ \t\"']{0,9}([^\s\"'|{}<>=/][^\"'|{}<>=\n/]{0,99})")
_WORD = pattern(r"\w+")


def missing_notes(document: Document) -> Iterator[tuple[Mark, str]]:
    """Yield each reference to a note that nothing on a whole page defines, with what is wrong."""
    text = document.text
    used = [mark for mark in document.marks if mark.kind == "note-ref" and mark.target]
    defined = {_key(mark.target) for mark in document.marks if mark.kind == "note"}
    absent = [mark for mark in used if _key(mark.target) not in defined]
    if not absent or not _WHOLE.search(text) or _ELSEWHERE.search(text):
        return
    defined |= _named(text)
    for mark in {mark.target: mark for mark in reversed(absent)}.values():
        if text.startswith("<", mark.span.start) and _key(mark.target) not in defined:
            yield mark, f"there is no note {mark.target!r} on this page"


def _named(text: str) -> set[str]:
    """Return the names of notes wherever they stand, and what a template may name one after: its arguments."""
    names: set[str] = set()
    for found in _REFERENCE.finditer(text):
        if not found[1].endswith("/") and (name := _NAME.search(found[1])):
            names.add(_key(name[1] or name[2] or name[3] or ""))
    names.update(map(_key, _VALUE.findall(_REFERENCE.sub("", text))))
    return names


def _key(label: str) -> str:
    return " ".join(_WORD.findall(label.lower()))
