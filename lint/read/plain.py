"""Plain text → ``Document``: paragraphs, items, underlined headings, quoted mail."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.text import GLUE, HOLE, Block, Comment, Document
from lint.read.paragraphs import Reading
from lint.read.references import find_references
from lint.read.signs import take_sign
from lint.read.view import Edit, fill, trimmed_blocks, trimmed_marks


def read(text: str, name: str = "") -> Document:
    """Read plain text; any text gives a document."""
    comments = _html_comments(text) if "<!--" in text else []
    reading = Reading(fill(text, [(*comment.span, GLUE) for comment in comments]), take_sign)
    prose = reading.read()
    if text.startswith("\ufeff"):
        prose = HOLE + prose[1:]
    more, found = find_references(text, prose)
    prose = fill(prose, more)
    blocks = trimmed_blocks(prose, reading.blocks)
    return Document(
        name,
        "plain",
        text,
        fill(prose, holes_between(comments, blocks)),
        blocks,
        trimmed_marks(prose, reading.marks + found),
        tuple(sorted(comments + reading.comments)),
    )


def _html_comments(text: str) -> list[Comment]:
    from lint.read import html  # imported late: few plain texts have any HTML

    return [html.comment_of(text, span) for span in html.find_comments(text)]


def holes_between(comments: list[Comment], blocks: tuple[Block, ...]) -> Iterator[Edit]:
    """Make holes of the comments outside all blocks; one in a sentence stays transparent."""
    inside = iter(blocks)
    block = next(inside, None)
    for comment in comments:
        while block and block.span.end <= comment.span.start:
            block = next(inside, None)
        if not block or comment.span.end <= block.span.start:
            yield (*comment.span, HOLE)
