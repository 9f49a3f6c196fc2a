"""The cross references of AsciiDoc that point at nothing in a whole document."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import Document, Mark

_ELSEWHERE = pattern(r"^(?:include::|:(?:idprefix|idseparator|sectids!|!sectids):)", 8)
"""Signs that an id is defined in another file, or made otherwise."""
_WHOLE = pattern(
    r"^:(?:doctype|toc|toclevels|sectnums|author|authors|email|revnumber|revdate|source-highlighter|icons):",
    8,
)
"""A sign of a document that is rendered by itself, not as a part of another."""
_ID = pattern(
    r"\[\[\[?([\w:][\w:.-]*)|\[(?:[\w-]*)#([\w:][\w:-]*)|\bid\s*=\s*[\"']?([\w:][\w:.-]*)|anchor:([\w:.-]+)\[|bibitem:\[([^\]]+)\]"
)
_MARKUP = pattern(r"\[\[[^\]]*\]\]|[`*_#+{}]|\(\(|\)\)|\w+:[^\s\[\]]*\[|\]")
_OTHER = pattern(r"[^\w]+")


def missing_places(document: Document) -> Iterator[tuple[Mark, str]]:
    """Yield the references to an id that nothing in the document has, once each."""
    if not _whole(document):
        return
    names: set[str] | None = None
    for mark in document.marks:
        if mark.kind not in ("ref", "link") or not mark.target.startswith("#"):
            continue
        if names is None:
            names = _names(document)
        name = mark.target[1:]
        if "{" not in name and _normal(name) not in names:
            names.add(_normal(name))
            yield mark, f"nothing in this file has the id {name!r}"


def _whole(document: Document) -> bool:
    blocks = document.blocks
    titled = bool(blocks) and blocks[0].kind == "heading" and blocks[0].level == 1
    return titled and bool(_WHOLE.search(document.text)) and not _ELSEWHERE.search(document.text)


def _names(document: Document) -> set[str]:
    """Return the ids of a document, as they are written and as its titles give them."""
    text = document.text
    names = {_normal(next(filter(None, found.groups()))) for found in _ID.finditer(text)}
    for block in document.blocks:
        if block.kind == "heading":
            line = text[text.rfind("\n", 0, block.span.start) + 1 : block.span.end].lstrip("=#. \t")
            names |= {_normal(line), _normal(_MARKUP.sub("", line))}
    # The second section of a title has a number behind its id.
    return names | {f"{name}{number}" for name in tuple(names) for number in (2, 3)}


def _normal(name: str) -> str:
    return _OTHER.sub("", name.lower()).replace("_", "")
