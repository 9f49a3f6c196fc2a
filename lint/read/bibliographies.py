"""Which bibliographies a text names, in each format's own way; who opens them is elsewhere.

Where a name is made up by a program, or may be overruled by what is not in the text, none is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.model.pattern import pattern
from lint.model.text import Bibliography, Mark, Span

_METADATA = pattern(
    r"^bibliography[ \t]*:(?:[ \t]*(?:\[([^\[\]]*)\]|([^\s\[#][^\r\n]*))|[ \t]*((?:\r?\n[ \t]*-[ \t]+[^\r\n]*)+))",
    8,
)
_LISTED = pattern(r"^references[ \t]*:[ \t]*\r?\n((?:(?:[ \t-][^\r\n]*)?\r?\n)+)", 8)
_ID = pattern(r"(?:^|[{,])[ \t]*(?:-[ \t]+)?[\"']?id[\"']?[ \t]*:[ \t]*[\"']?([^\s\"',}]+)", 8)
_ITEM = pattern(r"[^\r\n,]+")
_COMPUTED = pattern(r"[`$!{}<>\\#%*]|://")
"""Signs that a program makes the name, or that it is no file's."""
_TEX = pattern(
    r"\\((?:no)?bibliography(?!style|unit)[A-Za-z]{0,20}|add(?:bib|globalbib|sectionbib)(?:resource)?)"
    r"[ \t]{0,9}(\[[^\]{}]{0,200}\])?\s{0,9}\{([^{}]{1,2000})\}"
)
_COMMENTED = pattern(r"(?<!\\)(?:\\\\){0,9}%")
_MYST = pattern(r"^[ \t]*(?:`{3,}|~{3,}|:{3,})\{bibliography\}[ \t]*([^\r\n]*)", 8)

_ORG_OTHERS = pattern(r"(?i)^[ \t]*#\+(?:include|setupfile):|(?<!#\+)\bbibliography:(?=\S)", 8)
_ORG_FILE = pattern(r"\"([^\"]+)\"|(\S+\.(?:bib|bibtex|json|ya?ml))")

_STRING = pattern(r"\"([^\"\\\n]*)\"")
_SUFFIXED = pattern(r"\.(?:bib|ya?ml)\Z")
_TYPST_OTHERS = pattern(r"#include(?![\w-])")


def in_metadata(text: str, end: int) -> tuple[Bibliography, ...]:
    """Return what the metadata of a Markdown text name, which end at ``end``, and what they list themselves.

    Pandoc takes a list of references from a block at the end of the text, too.
    """
    found: list[Bibliography] = []
    named = _METADATA.search(text, 0, end) if text.find("bibliography", 0, end) >= 0 else None
    if named:
        for item in _ITEM.finditer(text, *named.span(named.lastindex or 0)):
            path = _scalar(item[0])
            if path is None:
                return ()
            if path:
                found.append(Bibliography(path, Span(*item.span())))
    if text.startswith("references:") or "\nreferences:" in text:
        listed = _LISTED.search(text)
        keys = tuple(m[1] for m in _ID.finditer(listed[1])) if listed else ()
        if listed and keys:
            found.append(Bibliography("", Span(*listed.span()), keys))
    return tuple(found)


def _scalar(value: str) -> str | None:
    """Return what a plain or quoted value in YAML says; None where it is no plain name."""
    value = value.strip().removeprefix("- ").strip()
    quoted = value[:1] in {'"', "'"}
    value = value[1:].partition(value[0])[0] if quoted else value.partition(" #")[0].rstrip()
    return None if _COMPUTED.search(value) else value


def in_directives(text: str) -> tuple[Bibliography, ...]:
    """Return what MyST's directives name."""
    found = []
    for directive in _MYST.finditer(text):
        found += [Bibliography(name, Span(*directive.span())) for name in directive[1].split()]
    return tuple(found)


def in_org(text: str, named: Iterable[Span]) -> tuple[Bibliography, ...]:
    """Return what the keywords of an Org text name, whose values are ``named``; none where others may be named elsewhere."""
    found: list[Bibliography] = []
    for span in named:
        value = _ORG_FILE.fullmatch(text[span.start : span.end].strip())
        path = (value[1] or value[2]) if value else ""
        if not path or _COMPUTED.search(path):
            return ()
        found.append(Bibliography(path, span))
    return () if not found or _ORG_OTHERS.search(text) else tuple(found)


def in_typst(text: str, named: Iterable[Span]) -> tuple[Bibliography, ...]:
    """Return what Typst's ``bibliography`` is given, of which the arguments are ``named``; none where a program makes it."""
    found: list[Bibliography] = []
    for span in named:
        written = _STRING.findall(text, span.start, span.end)
        if not written or any(_COMPUTED.search(path) or not _SUFFIXED.search(path) for path in written[:1]):
            return ()
        found += [Bibliography(path, span) for path in written if _SUFFIXED.search(path)]
    return () if not found or _TYPST_OTHERS.search(text) else tuple(found)


def in_tex(text: str, code: Iterable[Mark]) -> tuple[Bibliography, ...]:
    """Return what a LaTeX source names outside of comments and code."""
    if ("\\bibliography" not in text and "\\addbib" not in text) or "\\begin{filecontents" in text:
        return ()
    hidden = [mark.span for mark in code if mark.kind == "code"]
    found: list[Bibliography] = []
    for command in _TEX.finditer(text):
        start, end = command.span()
        before = text[text.rfind("\n", 0, start) + 1 : start]
        if _COMMENTED.search(before) or any(span.start <= start < span.end for span in hidden):
            continue
        if "remote" in (command[2] or ""):
            return ()
        for path in _names(command[3], command[1].startswith("add")):
            if _COMPUTED.search(path):
                return ()
            found.append(Bibliography(path, Span(start, end)))
    return tuple(found)


def _names(argument: str, whole: bool) -> Iterator[str]:
    """Yield the names in an argument; BibTeX's lack their suffix."""
    for name in map(str.strip, [argument] if whole else argument.split(",")):
        if name:
            yield name if whole or name.endswith(".bib") else f"{name}.bib"
