"""Plain text → ``Document``: paragraphs, items, underlined headings, quoted mail and a little reST."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Block, Comment, Document, Mark, Span
from lint.read.paragraphs import Reading
from lint.read.references import find_references
from lint.read.signs import take_sign
from lint.read.view import Edit, fill, trimmed_blocks, trimmed_marks

_new = tuple.__new__  # half the time of the named tuples' own constructors
_LITERAL = pattern(r"``(?=[^\s`])[^`]{1,300}``")


def read(text: str, name: str = "") -> Document:
    """Read plain text; any text gives a document."""
    comments = _html_comments(text) if "<!--" in text else []
    reading = Reading(fill(text, [(*comment.span, GLUE) for comment in comments]), take_sign)
    prose = reading.read()
    edits: list[Edit] = []
    marks = reading.marks
    if text.startswith("\ufeff"):
        edits.append((0, 1, HOLE))
    if name.lower().endswith(".rst"):  # elsewhere two backticks may open a quotation
        spans = [_new(Span, literal.span()) for literal in _LITERAL.finditer(reading.view)]
        edits += [(start, end, HOLE) for start, end in spans]
        marks += [_new(Mark, ("code", span, "")) for span in spans]
    prose = fill(prose, edits)
    more, found = find_references(text, prose)
    prose = fill(prose, more)
    blocks = trimmed_blocks(prose, reading.blocks)
    return Document(
        name,
        "plain",
        text,
        fill(prose, _between(comments, blocks)),
        blocks,
        trimmed_marks(prose, marks + found),
        tuple(sorted(comments + reading.comments)),
    )


def _html_comments(text: str) -> list[Comment]:
    from lint.read import html  # imported late: few plain texts have any HTML

    return [html.comment_of(text, span) for span in html.find_comments(text)]


def _between(comments: list[Comment], blocks: tuple[Block, ...]) -> Iterator[Edit]:
    """Make holes of the comments outside all blocks; one in a sentence stays transparent."""
    inside = iter(blocks)
    block = next(inside, None)
    for comment in comments:
        while block and block.span.end <= comment.span.start:
            block = next(inside, None)
        if not block or comment.span.end <= block.span.start:
            yield (*comment.span, HOLE)
