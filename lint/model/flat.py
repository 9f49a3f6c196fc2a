r"""The folded copy of a document that is matched against, with its way back to the source.

White-space runs are one space, markup that a reader does not see is gone, curly apostrophes are
straight and every character is in Latin-1, so that one byte is one character. Blocks are separated by
``" \n "``: no cue crosses a block, and the character before and after any word exists.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise, repeat

from lint.model.pattern import pattern
from lint.model.text import Document, Span

SEPARATOR = " \n "
OPAQUE = "\x1a"
"""Stands for a hole: code, maths, an address."""
CLOSE_QUOTE = "\x94"
"""A closing curly quotation mark, as the folded text has it (the places of code page 1252)."""

Runs = tuple[list[int], list[int]]
"""What was shortened in one block: from its flat offset ``first[i]`` on, its source offset ``second[i]`` counts."""

_LINE = pattern("\n")
_span = partial(tuple.__new__, Span)  # half the time of the named tuple's own constructor
_AS_IT_IS: Runs = ([0], [0])


class Flat:
    """A folded document; offsets here are *flat* offsets unless a name says ``source``.

    ``text`` keeps case, ``low`` is its lower case (same length). ``blocks[i]`` is the flat span of
    ``document.blocks[i]``; ``sentences`` are flat spans in order; ``block_sentences[i]`` is the range of the
    numbers of a block's sentences; ``quotations`` are flat spans that include the marks.
    """

    __slots__ = (
        "_block_sources",
        "_find_runs",
        "_past",
        "_quote_edges",
        "_runs",
        "_sentence_blocks",
        "_source_blocks",
        "block_sentences",
        "block_starts",
        "blocks",
        "document",
        "low",
        "quotations",
        "sentence_starts",
        "sentences",
        "text",
    )

    def __init__(self, document: Document, text: str, find_runs: Callable[[int], Runs]) -> None:
        """Keep the folded ``text``; ``find_runs`` tells of a block, by its number, what was shortened in it.

        It is asked only for the blocks that a place is looked up in, which most are not.
        """
        self.document = document
        self.text = text
        self.low = text.lower()
        self._find_runs = find_runs
        self._runs: dict[int, Runs] = {}
        self._block_sources: list[int] = []
        self._source_blocks: list[int] = []
        self._past = {start + len(seen): end for start, end, seen in document.spelled}
        between = [found.start() for found in _LINE.finditer(text)]
        self.block_starts = [at + 2 for at in between[:-1]]
        self.blocks: tuple[Span, ...] = tuple(
            map(_span, zip(self.block_starts, [at - 1 for at in between[1:]], strict=True))
        )
        self.sentences: list[Span] = []
        self.sentence_starts: list[int] = []
        self.block_sentences: list[tuple[int, int]] = []
        self._sentence_blocks: list[int] = []
        self.quotations: list[Span] = []
        self._quote_edges: list[int] = []

    def set_sentences(self, starts: list[int], ends: list[int]) -> None:
        """Take where the sentences start and end, in order; none crosses a block."""
        self.sentences = list(map(_span, zip(starts, ends, strict=True)))
        self.sentence_starts = starts
        firsts = [*map(bisect_left, repeat(starts), self.block_starts), len(starts)]
        self.block_sentences = list(pairwise(firsts))

    @property
    def sentence_blocks(self) -> list[int]:
        """The number of each sentence's block."""
        if not self._sentence_blocks:
            for number, (first, past) in enumerate(self.block_sentences):
                self._sentence_blocks += [number] * (past - first)
        return self._sentence_blocks

    def set_quotations(self, spans: Sequence[tuple[int, int]]) -> None:
        """Take the quotations, in order and disjoint."""
        self.quotations = list(map(_span, spans))
        self._quote_edges = [edge for span in spans for edge in span]

    def _shortened(self, block: int) -> Runs:
        """Return what was shortened in a block, found out on first asking."""
        runs = self._runs.get(block)
        if runs is None:
            (start, end), (first, past) = self.document.blocks[block].span, self.blocks[block]
            same = end - start == past - first
            runs = self._runs[block] = _AS_IT_IS if same else self._find_runs(block)
        return runs

    def source(self, offset: int) -> int:
        """Return the source offset of a flat offset."""
        block = self.block_of(offset)
        at, source = self._shortened(block)
        inside = offset - self.block_starts[block]
        row = max(bisect_right(at, inside) - 1, 0)
        return self.document.blocks[block].span.start + source[row] + inside - at[row]

    def source_span(self, start: int, end: int) -> Span:
        """Return the source span of a non-empty flat span: exactly its first to its last character."""
        block = self.block_of(start)
        first, past = self.blocks[block]
        if start < first or end > past:  # across blocks, as a whole section is
            past = self.source(end - 1) + 1
            return Span(self.source(start), self._past.get(past, past))
        at, source = self._shortened(block)
        origin = self.document.blocks[block].span.start
        inside, last = start - first, end - 1 - first
        row = bisect_right(at, inside) - 1
        start = origin + source[row] + inside - at[row]
        row = bisect_right(at, last, row) - 1
        past = origin + source[row] + last - at[row] + 1
        if (
            self._past
        ):  # of what the source spells with more characters, the rest belongs to the last one seen
            past = self._past.get(past, past)
        return _span((start, past))

    def _set_block_sources(self) -> None:
        """Note from which source offset on which block holds: one that holds another goes on behind it."""
        blocks = self.document.blocks
        holding: list[int] = []
        for number, (_, (start, _), _, _) in enumerate(blocks):
            while holding and blocks[holding[-1]].span.end <= start:
                self._resume(holding)
            self._block_sources.append(start)
            self._source_blocks.append(number)
            holding.append(number)
        while holding:
            self._resume(holding)

    def _resume(self, holding: list[int]) -> None:
        closed = holding.pop()
        if holding:
            self._block_sources.append(self.document.blocks[closed].span.end)
            self._source_blocks.append(holding[-1])

    def flat(self, source: int) -> int:
        """Return the flat offset of a source offset, or of the nearest kept character after it."""
        if not self.blocks:
            return 0
        if not self._block_sources:
            self._set_block_sources()
        block = self._source_blocks[max(bisect_right(self._block_sources, source) - 1, 0)]
        inside = max(source - self.document.blocks[block].span.start, 0)
        at, sources = self._shortened(block)
        row = bisect_right(sources, inside) - 1
        first, past = self.blocks[block]
        after = at[row + 1] if row + 1 < len(at) else past - first
        return first + min(at[row] + inside - sources[row], after, past - first)

    def block_of(self, offset: int) -> int:
        """Return the number of the block that holds a flat offset."""
        return max(bisect_right(self.block_starts, offset) - 1, 0)

    def sentence_of(self, offset: int) -> int:
        """Return the number of the sentence that holds a flat offset."""
        return max(bisect_right(self.sentence_starts, offset) - 1, 0)

    def quoted(self, offset: int) -> bool:
        """Say whether a flat offset lies inside quotation marks."""
        return bisect_right(self._quote_edges, offset) % 2 == 1
