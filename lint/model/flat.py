"""The folded copy of a document that is matched against, with its way back to the source.

White-space runs are one space, markup that a reader does not see is gone, curly apostrophes are
straight and every character is in Latin-1, so that one byte is one character. Blocks are separated by
``" \\n "``: no cue crosses a block, and the character before and after any word exists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lint.model.text import Document, Span

SEPARATOR = " \n "
OPAQUE = "\x1a"
"""Stands for a hole: code, maths, an address."""
OPEN_QUOTE, CLOSE_QUOTE, OPEN_SINGLE = "\x93", "\x94", "\x91"
EN_DASH, EM_DASH, ELLIPSIS = "\x96", "\x97", "\x8e"


class Flat:
    """A folded document; offsets here are *flat* offsets unless a name says ``source``.

    ``text`` keeps case, ``low`` is its lower case (same length). ``blocks[i]`` is the flat span of
    ``document.blocks[i]``; ``sentences`` are flat spans in order, ``sentence_blocks`` their block
    numbers; ``quotations`` are flat spans that include the marks.
    """

    __slots__ = (
        "_at",
        "_from",
        "block_sentences",
        "blocks",
        "document",
        "low",
        "quotations",
        "sentence_blocks",
        "sentence_starts",
        "sentences",
        "text",
        "_block_starts",
        "_quote_edges",
    )

    def __init__(
        self,
        document: Document,
        text: str,
        blocks: Sequence[tuple[int, int]],
        at: Sequence[int],
        source: Sequence[int],
    ) -> None:
        """Keep the folded ``text`` and the map: from flat offset ``at[i]`` on, source ``source[i]``."""
        self.document = document
        self.text = text
        self.low = text.lower()
        self.blocks = tuple(Span(*b) for b in blocks)
        self._at = at
        self._from = source
        self._block_starts = [b[0] for b in blocks]
        self.sentences: list[Span] = []
        self.sentence_blocks: list[int] = []
        self.sentence_starts: list[int] = []
        self.block_sentences: list[tuple[int, int]] = []
        self.quotations: list[Span] = []
        self._quote_edges: list[int] = []

    def set_sentences(self, per_block: Sequence[Sequence[tuple[int, int]]]) -> None:
        """Take the sentences of each block, in order."""
        for number, found in enumerate(per_block):
            first = len(self.sentences)
            for start, end in found:
                self.sentences.append(Span(start, end))
                self.sentence_starts.append(start)
                self.sentence_blocks.append(number)
            self.block_sentences.append((first, len(self.sentences)))

    def set_quotations(self, spans: Sequence[tuple[int, int]]) -> None:
        """Take the quotations, in order and disjoint."""
        self.quotations = [Span(*s) for s in spans]
        self._quote_edges = [edge for span in spans for edge in span]

    def source(self, offset: int) -> int:
        """Return the source offset of a flat offset."""
        i = bisect_right(self._at, offset) - 1
        return self._from[i] + offset - self._at[i]

    def source_span(self, start: int, end: int) -> Span:
        """Return the source span of a non-empty flat span: exactly its first to its last character."""
        return Span(self.source(start), self.source(end - 1) + 1)

    def flat(self, source: int) -> int:
        """Return the flat offset of a source offset, or of the nearest kept character after it."""
        i = max(bisect_right(self._from, source) - 1, 0)
        found = self._at[i] + source - self._from[i]
        return min(found, self._at[i + 1] if i + 1 < len(self._at) else len(self.text))

    def block_of(self, offset: int) -> int:
        """Return the number of the block that holds a flat offset."""
        return max(bisect_right(self._block_starts, offset) - 1, 0)

    def sentence_of(self, offset: int) -> int:
        """Return the number of the sentence that holds a flat offset."""
        return max(bisect_right(self.sentence_starts, offset) - 1, 0)

    def quoted(self, offset: int) -> bool:
        """Say whether a flat offset lies inside quotation marks."""
        return bisect_right(self._quote_edges, offset) % 2 == 1
