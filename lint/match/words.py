"""Words, sentences and syllables, counted once for all rules of readability.

A sentence is split at white space, and what is to know about each distinct chunk is looked up in a memo
(``word_counts``). Adding up what is found there counts everything in the sentence at once; paragraphs,
sections and documents are sums of sentences.

What counts as a word: a run of letters and digits with inner ``' - . , @ &`` and nothing else between
(``don't``, ``well-known``, ``3.5``, ``U.S.``). A slash or a dash separates. Code, maths and addresses are
holes in the prose and no words. Only paragraphs and list items that are no quotation from elsewhere count
as the document's prose: headings, table cells and notes have no sentences to speak of.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from lint.match.word_counts import CHUNKS, NARROW, ODD, Counts, Memo, field
from lint.model.context import Context
from lint.model.flat import Flat
from lint.model.typed import Any

_LIMIT = 100_000
"""Distinct chunks kept between texts: about 25 MB."""
_PROSE = frozenset(("paragraph", "item"))
_memos: list[Memo] = []


def _memo(words: Mapping[str, frozenset[str]]) -> Memo:
    """Return the memo of a rule set: the last one, unless the rules changed or it grew too large."""
    if not _memos or _memos[0].words is not words or len(_memos[0]) > _LIMIT:
        _memos[:] = [Memo(words)]
    return _memos[0]


class _Columns(dict[str, list[int]]):
    """What is counted → its count in every sentence, told apart when it is asked for.

    ``halves`` are the two narrow integers of every sentence; ``odd`` has the wide one of those that do not fit.
    """

    def __init__(self, halves: tuple[list[int], list[int]], odd: dict[int, int]) -> None:
        super().__init__()
        self._halves = halves
        self._odd = odd

    def __missing__(self, name: str) -> list[int]:
        half, shift, mask = NARROW[name]
        found = self[name] = [n >> shift & mask for n in self._halves[half]]
        for sentence, wide in self._odd.items():
            found[sentence] = field(wide, name)
        return found


class _Having(dict[str, list[int]]):
    """What is counted → the running sentences that have any, listed when they are asked for."""

    def __init__(self, columns: _Columns, running: list[int]) -> None:
        super().__init__()
        self._columns = columns
        self._running = running

    def __missing__(self, name: str) -> list[int]:
        column = self._columns[name]
        found = self[name] = [s for s in self._running if column[s]]
        return found


class Tally:
    """The counts of a text, by the numbers of ``flat.sentences`` and of the blocks.

    ``prose`` numbers the blocks that count as the document's prose and ``running`` their sentences.
    ``lengths`` has the words of every sentence, ``words`` those of every block and ``turns`` its sentences; all
    are 0 outside prose. ``having`` lists, by what is counted, the running sentences that have at least one.
    """

    __slots__ = ("_blocks", "_columns", "having", "lengths", "prose", "running", "turns", "words")

    def __init__(self, flat: Flat, memo: Memo) -> None:
        """Count a text."""
        self._blocks = flat.block_sentences
        found = [n for n, b in enumerate(flat.document.blocks) if b.kind in _PROSE and not b.quoted]
        self._columns = _counted(flat, memo, [s for n in found for s in range(*self._blocks[n])])
        self.lengths = self._columns["words"]
        self.words, self.turns = [0] * len(self._blocks), [0] * len(self._blocks)
        for number in found:
            first, past = self._blocks[number]
            lengths = self.lengths[first:past]
            self.words[number], self.turns[number] = sum(lengths), past - first - lengths.count(0)
        self.prose = tuple(n for n in found if self.turns[n])
        self.running = [s for s, words in enumerate(self.lengths) if words]
        self.having: Mapping[str, list[int]] = _Having(self._columns, self.running)

    def at_least(self, name: str, least: int) -> list[int]:
        """Return the running sentences that have at least so many of what is counted under a name."""
        column = self._columns[name]
        return [s for s in self.having[name] if column[s] >= least]

    def counts(self, blocks: tuple[int, ...]) -> Counts:
        """Return the counts of the prose from the first to the last of some blocks."""
        if not blocks:
            return Counts()
        first, past = self._blocks[blocks[0]][0], self._blocks[blocks[-1]][1]
        return Counts(*[sum(self._columns[name][first:past]) for name in Counts._fields])


def _counted(flat: Flat, memo: Memo, sentences: list[int]) -> _Columns:
    """Count some sentences; the others are 0 throughout."""
    text, spans = flat.text, flat.sentences
    chunks = [text[start:end].split() for start, end in map(spans.__getitem__, sentences)]
    kinds = memo.kinds(list(chain.from_iterable(chunks)))
    first, second = memo.firsts.__getitem__, memo.seconds.__getitem__
    counts, marks = [0] * len(spans), [0] * len(spans)
    odd: dict[int, int] = {}
    at = 0
    for number, several in zip(sentences, map(len, chunks), strict=True):
        here = kinds[at : at + several]
        at += several
        total = sum(map(first, here))
        if total < ODD and several <= CHUNKS:
            counts[number] = total
            marks[number] = sum(map(second, here))
        else:
            odd[number] = sum(map(memo.wides.__getitem__, here))
    return _Columns((counts, marks), odd)


def tally(context: Context) -> Tally:
    """Return the counts of a text; worked out once and kept."""
    found: Any = context.kept.get("words")
    if found is None:
        found = context.kept["words"] = Tally(context.flat, _memo(context.ruleset.words))
    result: Tally = found
    return result
