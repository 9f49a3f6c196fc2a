r"""The folded copy of a document that is matched against, with its way back to the source.

White-space runs are one space, markup that a reader does not see is gone, curly apostrophes are
straight and every character is in Latin-1, so that one byte is one character. Blocks are separated by
``" \n "``: no cue crosses a block, and the character before and after any word exists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lint.model.text import Document, Span

SEPARATOR = " \n "
OPAQUE = "\x1a"
"""Stands for a hole: code, maths, an address."""
CLOSE_QUOTE = "\x94"
"""A closing curly quotation mark, as the folded text has it (the places of code page 1252)."""


class Flat:
    """A folded document; offsets here are *flat* offsets unless a name says ``source``.

    ``text`` keeps case, ``low`` is its lower case (same length). ``blocks[i]`` is the flat span of
    ``document.blocks[i]``; ``sentences`` are flat spans in order, ``sentence_blocks`` their block
    numbers; ``quotations`` are flat spans that include the marks.
    """

    __slots__ = (
        "_at",
        "_block_sources",
        "_joined",
        "_joined_starts",
        "_quote_edges",
        "block_sentences",
        "block_starts",
        "blocks",
        "document",
        "low",
        "quotations",
        "sentence_blocks",
        "sentence_starts",
        "sentences",
        "text",
    )

    def __init__(
        self,
        document: Document,
        text: str,
        collapsed: tuple[list[int], list[int]],
        joined: tuple[list[int], list[int]],
    ) -> None:
        """Keep the folded ``text`` and its two maps.

        ``collapsed`` leads from flat to joined offsets (the blocks' prose with separators), ``joined`` from
        there to the source: in each, from offset ``first[i]`` on, ``second[i]`` counts.
        """
        self.document = document
        self.text = text
        self.low = text.lower()
        self._at, self._joined = collapsed
        self._joined_starts, self._block_sources = joined
        self.block_starts = self._map_blocks()
        gap = len(SEPARATOR)
        past = [start - gap for start in self.block_starts[1:]]
        past.append(len(text) - gap)
        self.blocks = tuple(map(Span, self.block_starts, past))
        self.sentences: list[Span] = []
        self.sentence_blocks: list[int] = []
        self.sentence_starts: list[int] = []
        self.block_sentences: list[tuple[int, int]] = []
        self.quotations: list[Span] = []
        self._quote_edges: list[int] = []

    def _map_blocks(self) -> list[int]:
        """Return where each block begins in the flat text."""
        starts: list[int] = []
        row, rows = 0, len(self._joined)
        for joined in self._joined_starts:
            while row + 1 < rows and self._joined[row + 1] <= joined:
                row += 1
            starts.append(self._at[row] + joined - self._joined[row])
        return starts

    def set_sentences(self, per_block: Sequence[Sequence[tuple[int, int]]]) -> None:
        """Take the sentences of each block, in order."""
        first = 0
        for number, found in enumerate(per_block):
            self.sentences += [Span(start, end) for start, end in found]
            past = first + len(found)
            self.sentence_blocks += [number] * (past - first)
            self.block_sentences.append((first, past))
            first = past
        self.sentence_starts = [span[0] for span in self.sentences]

    def set_quotations(self, spans: Sequence[tuple[int, int]]) -> None:
        """Take the quotations, in order and disjoint."""
        self.quotations = [Span(*s) for s in spans]
        self._quote_edges = [edge for span in spans for edge in span]

    def source(self, offset: int) -> int:
        """Return the source offset of a flat offset."""
        row = bisect_right(self._at, offset) - 1
        joined = self._joined[row] + offset - self._at[row]
        block = max(bisect_right(self._joined_starts, joined) - 1, 0)
        return self._block_sources[block] + joined - self._joined_starts[block]

    def source_span(self, start: int, end: int) -> Span:
        """Return the source span of a non-empty flat span: exactly its first to its last character."""
        return Span(self.source(start), self.source(end - 1) + 1)

    def flat(self, source: int) -> int:
        """Return the flat offset of a source offset, or of the nearest kept character after it."""
        if not self._block_sources:
            return 0
        block = max(bisect_right(self._block_sources, source) - 1, 0)
        joined = self._joined_starts[block] + max(source - self._block_sources[block], 0)
        row = bisect_right(self._joined, joined) - 1
        found = self._at[row] + joined - self._joined[row]
        after = self._at[row + 1] if row + 1 < len(self._at) else len(self.text)
        return min(found, after, self.blocks[block].end)

    def block_of(self, offset: int) -> int:
        """Return the number of the block that holds a flat offset."""
        return max(bisect_right(self.block_starts, offset) - 1, 0)

    def sentence_of(self, offset: int) -> int:
        """Return the number of the sentence that holds a flat offset."""
        return max(bisect_right(self.sentence_starts, offset) - 1, 0)

    def quoted(self, offset: int) -> bool:
        """Say whether a flat offset lies inside quotation marks."""
        return bisect_right(self._quote_edges, offset) % 2 == 1
