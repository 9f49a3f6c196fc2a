"""What is missing by the rules of one format, whose module is imported late: others need none of it."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.text import Document, Mark


def find_missing(document: Document) -> Iterator[tuple[Mark, str]]:
    """Yield each reference that leads nowhere, and what is to be said of it; nothing for formats without rules here."""
    if document.format == "asciidoc":
        from lint.evidence.crossed import missing_places

        yield from missing_places(document)
    elif document.format == "mediawiki":
        from lint.evidence.wiki_notes import missing_notes

        yield from missing_notes(document)
    elif document.format == "org":
        from lint.evidence import pointers_org

        yield from pointers_org.find_missing(document)
    elif document.format == "typst":
        from lint.evidence import pointers_typst

        yield from pointers_typst.find_missing(document)
