"""Words, sentences and syllables, counted once for all rules of readability.

A sentence is split at white space, and what is to know about each distinct chunk is looked up in a memo:
one integer with a field of 30 bits a count. Adding up the integers of a sentence counts everything in it
at once; paragraphs, sections and documents are sums of sums.

What counts as a word: a run of letters and digits with inner ``' - . , @ &`` and nothing else between
(``don't``, ``well-known``, ``3.5``, ``U.S.``). A slash or a dash separates. Code, maths and addresses are
holes in the prose and no words. Only paragraphs and list items that are no quotation from elsewhere count
as the document's prose: headings, table cells and notes have no sentences to speak of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lint.match.function_words import BEINGS, NEGATIVES, NO_PARTICIPLES, PARTICIPLES, SUBORDINATORS
from lint.match.syllables import count_syllables
from lint.model.context import Context
from lint.model.pattern import pattern
from lint.model.typed import Any, NamedTuple

_WIDTH = 30
_MASK = (1 << _WIDTH) - 1
_LIMIT = 100_000
"""Distinct chunks kept between texts: about 20 MB."""
_WORD = pattern(r"\w+(?:['.,@&-]\w+)*")
_INITIALS = pattern(r"(?:[a-z]\.)+[a-z]")
_ACRONYM = pattern(r"[A-Z]{3,6}s?")
_ABSTRACT = ("tion", "tions", "sion", "sions", "ment", "ments", "ance", "ence")
_ENDING = pattern(r"(?:e[sd]|ing)$")
_AROUND = "\"'.,;:!?()[]{}*_\x91\x93\x94\x8e\x1a"
_ENDINGS = {
    "s": ("'s", "s", "es"),
    "d": ("ed", "d"),
    "g": ("ing",),
    "r": ("er", "r"),
    "t": ("est", "st", "n't"),
    "y": ("ly",),
}
_PROSE = frozenset(("paragraph", "item"))


class Counts(NamedTuple):
    """What the formulas want, in the order of the first fields of a packed count.

    ``letters`` are letters and digits. ``polysyllables`` have 3 syllables or more (SMOG). ``complex`` are
    those by Gunning's own rules: no names, no compounds, no ``-es``, ``-ed`` or ``-ing`` that makes the third
    syllable. ``long`` words have more than 6 letters (LIX). ``hard`` words are neither in the Dale–Chall list
    nor regular forms of words there, nor numbers; names are hard.
    """

    words: int = 0
    letters: int = 0
    syllables: int = 0
    polysyllables: int = 0
    complex: int = 0
    long: int = 0
    hard: int = 0


_MARKS = (
    "brackets",  # opening ones, and dashes
    "weighty",  # words of five syllables or more
    "subordinators",
    "negatives",
    "beings",  # forms of be
    "participles",
    "acronyms",
    "nominals",  # nouns that hide a verb
    "abstracts",  # nouns in -tion, -ment and the like
    "stackable",  # nouns that pile up before one another
    "jargon",  # words that are, or begin, a term of the office
)
"""The fields above those of ``Counts``: what tells a rule where to look closer."""
_FIELDS = {name: number * _WIDTH for number, name in enumerate((*Counts._fields, *_MARKS))}
ONE = {name: 1 << shift for name, shift in _FIELDS.items()}
"""The packed count of one of each."""
_LETTERS = _FIELDS["letters"]
_SHIFTS = tuple(_FIELDS[name] for name in Counts._fields)
_LOW = (1 << len(_SHIFTS) * _WIDTH) - 1
_MARKED = len(_SHIFTS) * _WIDTH
"""Where the marks begin."""
_TOPS = sum(1 << number * _WIDTH + _WIDTH - 1 for number in range(len(_MARKS)))
_CARRY = sum((1 << number * _WIDTH + _WIDTH - 1) - (1 << number * _WIDTH) for number in range(len(_MARKS)))


def unpacked(total: int) -> Counts:
    """Return the counts of a packed sum."""
    low = total & _LOW
    return Counts(*[low >> shift & _MASK for shift in _SHIFTS])


def field(total: int, name: str) -> int:
    """Return one count of a packed sum."""
    return total >> _FIELDS[name] & _MASK


class Memo(dict[str, int]):
    """Chunk → packed counts, worked out at the first look-up."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        """Take the rule set's word classes."""
        super().__init__()
        self.words = words
        self.easy = words.get("easy.word", frozenset())
        self.alike: dict[int, int] = {}
        self.marks: dict[str, int] = {}
        for name, marked in (
            ("subordinators", SUBORDINATORS),
            ("negatives", NEGATIVES),
            ("beings", BEINGS),
            ("nominals", {*words.get("nominal.action", ()), *words.get("nominal.change", ())}),
            ("stackable", words.get("noun-stack.noun", ())),
            ("jargon", {term.partition(" ")[0] for term in words.get("jargon.office", ())}),
        ):
            for word in marked:
                self.marks[word] = self.marks.get(word, 0) + ONE[name]

    def __missing__(self, chunk: str) -> int:
        """Count a chunk that is new; what is left of it without punctuation is mostly known."""
        if chunk.isalpha():
            total = self._word(chunk)
        else:
            core = chunk.strip(_AROUND)
            total = self[core] if core.isalpha() else sum(map(self._word, _WORD.findall(core)))
            if chunk[0] == "(" or "\x97" in chunk or chunk in {"\x96", "--"}:
                total += ONE["brackets"]
        # Words alike share one integer: few are left, and looking them up stays within the fast memory.
        total = self[chunk] = self.alike.setdefault(total, total)
        return total

    def _word(self, word: str) -> int:
        low = word.lower()
        if word.isalpha():
            letters, syllables = len(word), count_syllables(low)
        else:
            letters = sum(map(str.isalnum, word))
            if not letters:  # a lone underscore
                return 0
            syllables = syllables_of(low)
        total = ONE_WORD[syllables] if syllables < len(ONE_WORD) else _one_word(syllables)
        total += letters << _LETTERS
        if letters > 6:
            total += ONE["long"]
        if not self._is_easy(low):
            total += ONE["hard"]
        if word != low:
            return total + self.marks.get(low, 0) + (ONE["acronyms"] if _ACRONYM.fullmatch(word) else 0)
        if syllables >= 3:
            if _is_complex(low, syllables):
                total += ONE["complex"]
            if low.endswith(_ABSTRACT):
                total += ONE["abstracts"]
        return total + self._marks(low)

    def _is_easy(self, low: str) -> bool:
        """Say whether a word is in the list, as itself or in a regular form, or a number."""
        easy = self.easy
        if low in easy or not easy or low[0] in "0123456789":
            return True
        if low[-1] not in _ENDINGS:
            return False
        return any(stem in easy for stem in _stems(low))

    def _marks(self, low: str) -> int:
        """Return the fields that say which rules should look closer."""
        found = self.marks.get(low, 0)
        if low in PARTICIPLES or (low.endswith("ed") and len(low) > 4 and low not in NO_PARTICIPLES):
            found += ONE["participles"]
        elif low.endswith("n't"):
            found += ONE["negatives"]
        return found


def _one_word(syllables: int) -> int:
    """Return what one word of so many syllables counts for, letters aside."""
    total = ONE["words"] + ONE["syllables"] * syllables
    if syllables >= 3:
        total += ONE["polysyllables"]
    return total + (ONE["weighty"] if syllables >= 5 else 0)


ONE_WORD = tuple(map(_one_word, range(12)))
"""By number of syllables: the packed count of one word of them."""


def _stems(low: str) -> Iterable[str]:
    """Yield what a word may be a regular form of (``-s -es -ed -ing -er -est -ly -'s``)."""
    for ending in _ENDINGS[low[-1]]:
        if low.endswith(ending) and len(low) > len(ending) + 2:
            stem = low[: -len(ending)]
            yield stem
            if ending == "ing":
                yield stem + "e"
            if stem[-1] == "i":
                yield stem[:-1] + "y"
            elif stem[-1] == stem[-2]:
                yield stem[:-1]


def _is_complex(low: str, syllables: int) -> bool:
    """Say whether a lower-case word of three syllables or more is complex by Gunning's rules."""
    if "-" in low:
        return False
    if syllables > 3 or not (ending := _ENDING.search(low)):
        return True
    return syllables_of(low[: ending.start()] + ("e" if ending.group() != "ing" else "")) >= 3


def syllables_of(low: str) -> int:
    """Return the syllables of a lower-case word; compounds part by part, initials letter by letter."""
    if low.isalpha():
        return count_syllables(low)
    if _INITIALS.fullmatch(low):
        return (len(low) + 1) // 2
    parts = [p for p in re.split(r"[-.,@&_]", low) if p]
    return sum(1 if p[0].isdigit() else count_syllables(p) for p in parts) or 1


_memos: list[Memo] = []


def _memo(words: Mapping[str, frozenset[str]]) -> Memo:
    """Return the memo of a rule set: the last one, unless the rules changed or it grew too large."""
    if not _memos or _memos[0].words is not words or len(_memos[0]) > _LIMIT:
        _memos[:] = [Memo(words)]
    return _memos[0]


class Tally(NamedTuple):
    """The packed counts of a text, by the numbers of ``flat.sentences`` and of the blocks.

    ``prose`` numbers the blocks that count as the document's prose; ``total`` is their sum. ``running``
    numbers their sentences, ``lengths`` has the words of every sentence, ``turns`` the sentences of every
    block. ``having`` lists, for some fields, the running sentences that have at least one.
    """

    sentences: list[int]
    blocks: list[int]
    prose: tuple[int, ...]
    total: int
    running: list[int]
    lengths: list[int]
    turns: list[int]
    having: dict[str, list[int]]

    def at_least(self, name: str, least: int) -> list[int]:
        """Return the running sentences that have at least so many of what a field of ``having`` counts."""
        shift, packed = _FIELDS[name], self.sentences
        return [s for s in self.having[name] if packed[s] >> shift & _MASK >= least]


def tally(context: Context) -> Tally:
    """Return the counts of a text; worked out once and kept."""
    found: Any = context.kept.get("words")
    if found is None:
        found = context.kept["words"] = _tally(context)
    result: Tally = found
    return result


def _tally(context: Context) -> Tally:
    flat = context.flat
    text, look_up = flat.text, _memo(context.ruleset.words).__getitem__
    sentences = [sum(map(look_up, text[start:end].split())) for start, end in flat.sentences]
    lengths = [packed & _MASK for packed in sentences]
    blocks = [sum(sentences[first:past]) for first, past in flat.block_sentences]
    turns = [past - first - lengths[first:past].count(0) for first, past in flat.block_sentences]
    kinds = flat.document.blocks
    prose = tuple(n for n, b in enumerate(kinds) if b.kind in _PROSE and not b.quoted and turns[n])
    running = [s for n in prose for s in range(*flat.block_sentences[n]) if lengths[s]]
    total = sum(blocks[n] for n in prose)
    return Tally(sentences, blocks, prose, total, running, lengths, turns, _having(sentences, running))


class _Flags(dict[int, tuple[int, ...]]):
    """The top bits of the marks that are not 0 → their numbers; there are as many keys as combinations."""

    def __missing__(self, flags: int) -> tuple[int, ...]:
        found = tuple(n for n in range(len(_MARKS)) if flags >> n * _WIDTH + _WIDTH - 1 & 1)
        self[flags] = found
        return found


_flags = _Flags()


def _having(sentences: list[int], running: list[int]) -> dict[str, list[int]]:
    """Sort sentences by which fields they have: a carry into each field's top bit says that it is not 0."""
    found: dict[str, list[int]] = {name: [] for name in _MARKS}
    adders = [into.append for into in found.values()]
    for number in running:
        for mark in _flags[(sentences[number] >> _MARKED) + _CARRY & _TOPS]:
            adders[mark](number)
    return found
