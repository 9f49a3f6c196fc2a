"""Showing a document so that a test can say in one line what it expects."""

from __future__ import annotations

from lint.model.text import GLUE, HOLE, Document


def prose(document: Document) -> str:
    """Return the prose view with ``░`` for glue and ``█`` for a hole."""
    return document.prose.replace(GLUE, "░").replace(HOLE, "█")


def blocks(document: Document) -> list[tuple[str, str]]:
    """Return each block's kind and its source text."""
    return [(block.kind, document.text[block.span.start : block.span.end]) for block in document.blocks]


def marks(document: Document, *kinds: str) -> list[tuple[str, str, str]]:
    """Return kind, source text and target of each mark; of these kinds only, if any are named."""
    return [
        (mark.kind, document.text[mark.span.start : mark.span.end], mark.target)
        for mark in document.marks
        if not kinds or mark.kind in kinds
    ]


def comments(document: Document) -> list[tuple[str, str]]:
    """Return each comment's text and its source with the delimiters."""
    return [
        (comment.text, document.text[comment.span.start : comment.span.end]) for comment in document.comments
    ]
