"""Citations of what no bibliography has: those that a text names, and its own list of entries."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.context import Context
from lint.model.pattern import pattern
from lint.model.text import Document, Mark

_COMPUTED = pattern(r"[\\#@{}<>%]")
"""A sign that a command makes up the key, or that something stands in it that is none."""
_CROSS = pattern(
    r"(?i)(?:fig|tbl|tab|sec|eq|eqn|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau|ref|suppfig|vid|chap?)[-:]"
)
"""How what Quarto, pandoc-crossref and bookdown number is called: a figure, no source."""
_BETWEEN = pattern(r"[,;\s]+")
_TEX_ENTRIES = pattern(
    r"\\(?:bibliography|add(?:bib|globalbib|sectionbib)(?:resource)?|bibdata|nobibliography)\s*[\[{]"
)
_TEX_OTHERS = pattern(r"\\(?:input|include|subfile|import|subimport|InputIfFileExists)(?![A-Za-z])")


def missing_entries(context: Context) -> Iterator[tuple[Mark, str]]:
    """Yield each citation that has no entry, and what is to be said of it; a key is spoken of once."""
    document = context.flat.document
    known, where = _known(context)
    if not known:
        return
    tex = document.format == "latex"  # BibTeX does not tell capital letters from small ones
    if tex:
        known = frozenset(map(str.lower, known))
    told: set[str] = set()
    for mark in document.marks:
        if mark.kind != "citation" or " p." in mark.target or " pp." in mark.target:
            continue  # a title with its pages is no key
        absent = [
            key
            for key in _keys(document, mark)
            if (key.lower() if tex else key) not in known and key not in told and not _COMPUTED.search(key)
        ]
        if absent:
            told.update(absent)
            yield mark, f"{where} no entry {' or '.join(map(repr, absent))}"


def _known(context: Context) -> tuple[frozenset[str], str]:
    """Return the keys of all entries and where they are; none where others may be that nobody told of."""
    document = context.flat.document
    text = document.text
    tex = document.format == "latex"
    if document.bibliographies:
        if context.entries.keys is None or (tex and "\\addbib" in text and _TEX_OTHERS.search(text)):
            return frozenset(), ""  # a preamble elsewhere may name more of them
        names = context.entries.names
        where = f"{' and '.join(names)} {'have' if len(names) > 1 else 'has'}"
        return context.entries.keys | _own(document), where if names else "the references of this file have"
    if not tex or "\\begin{document}" not in text or _TEX_ENTRIES.search(text) or _TEX_OTHERS.search(text):
        return frozenset(), ""
    return _own(document), "the bibliography of this file has"


def _own(document: Document) -> frozenset[str]:
    return frozenset(mark.target for mark in document.marks if mark.kind == "note" and mark.target)


def _keys(document: Document, mark: Mark) -> Iterator[str]:
    """Yield the keys that a citation names."""
    if document.format == "latex":
        yield from (key for key in mark.target.split("; ") if key and key != "*")
        return
    for key in _BETWEEN.split(mark.target.partition("{")[0] if "{" in mark.target else mark.target):
        if key and not _CROSS.match(key):
            yield key
