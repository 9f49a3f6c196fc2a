"""Who speaks where: attributions by their rung of the ladder, as the protocol's semantic tokens."""

from __future__ import annotations

from collections.abc import Iterable

from lint.front.lsp.buffers import Buffer
from lint.model.pattern import pattern
from lint.model.text import Span
from lint.run.scorecard import LADDER

TYPES = tuple(f"{rung}Source" for rung in LADDER)
"""Token types, from the best rung to the worst: ``namedSource`` … ``impersonalSource``."""
_ROW = pattern(r"[^\r\n]+")


def encoded(buffer: Buffer, ladder: Iterable[tuple[Span, str]], encoding: str) -> list[int]:
    """Return the protocol's five numbers a token: line and column from the last one, length, type, modifiers."""
    numbers: list[int] = []
    line = column = 0
    past = 0
    for span, rung in ladder:
        for row in _ROW.finditer(buffer.text, max(span.start, past), span.end):  # a token keeps to its line
            start, end = (buffer.position(offset, encoding) for offset in row.span())
            ahead = start["character"] - (column if start["line"] == line else 0)
            width = end["character"] - start["character"]
            numbers += (start["line"] - line, ahead, width, LADDER.index(rung), 0)
            line, column = start["line"], start["character"]
        past = max(past, span.end)
    return numbers
