"""HTML and XHTML → ``Document``: what the reader of the page reads, as the standard's parser lays it out."""

from __future__ import annotations

from lint.model.text import HOLE, Document, Spelled
from lint.model.typed import NamedTuple
from lint.read import front_matter
from lint.read.layout import Layout
from lint.read.masks import templates_masked
from lint.read.page_marks import resolved, with_notes
from lint.read.references import find_references
from lint.read.tokens import DECLARED, HTML_TOKENS, PROLOG, XML_TOKENS, find_spelled
from lint.read.view import fill, spelled_out, standing, trimmed_blocks, trimmed_marks


class Laid(NamedTuple):
    """A page laid out: its prose and what is spelled otherwise in it, before notes and addresses are looked for."""

    prose: str
    spelled: list[Spelled]
    layout: Layout


def lay_out(text: str, source: str, name: str = "") -> Laid:
    """Lay out a page of which ``source`` is the text with its templates masked."""
    base = front_matter.length(text)
    xml = name.lower().endswith((".xhtml", ".xht")) or source.startswith("<?xml", base)
    prolog = PROLOG.match(source, base) if xml else None
    declared = frozenset(DECLARED.findall(prolog["subset"])) if prolog else frozenset()
    if prolog:
        base = prolog.end()
    pieces = (XML_TOKENS if xml else HTML_TOKENS).split(source[base:] if base else source)
    layout = Layout(pieces, base, xml)
    layout.read()
    prose = HOLE * base + "".join(pieces)
    spelled = layout.spelled
    if "&" in prose:
        references, edits = find_spelled(prose, declared, layout.literal)
        spelled = sorted(spelled + references)
        prose = fill(prose, edits)
    return Laid(prose, spelled, layout)


def read(text: str, name: str = "") -> Document:
    """Read a page; any text gives a document. The document's own entities are not expanded, and nothing is fetched."""
    source = templates_masked(text)
    prose, spelled, layout = lay_out(text, source, name)
    seen = spelled_out(prose, spelled) if spelled else prose
    marks, noted = resolved(seen, layout.marked)
    edits, found = find_references(source, fill(seen, noted) if noted else seen)
    prose = fill(prose, edits + noted)
    blocks = trimmed_blocks(prose, layout.blocks)
    if noted:
        blocks, marks = with_notes(text, blocks, marks)
    return Document(
        name,
        "html",
        text,
        prose,
        blocks,
        trimmed_marks(prose, marks + found),
        tuple(layout.comments),
        spelled=standing(prose, spelled) if spelled else (),
    )
