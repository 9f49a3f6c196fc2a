"""What is to know of one chunk of text between two spaces: worked out when it is first met, kept in a memo.

A count is one integer with a field for each thing that is counted, so that a sum of integers counts
everything at once. There are two forms. The wide one has fields of 30 bits and never overflows. The narrow one
is two integers below 2**62, for which ``sum`` takes the way of machine words, three times as fast: it holds
for up to 63 chunks of which none is odd, that is one word each and not a very long one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import repeat

from lint.match.function_words import BEINGS, NEGATIVES, NO_PARTICIPLES, PARTICIPLES, SUBORDINATORS
from lint.match.syllables import count_many, count_syllables
from lint.model.pattern import pattern
from lint.model.typed import NamedTuple

_WIDTH = 30
_MASK = (1 << _WIDTH) - 1
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


class Counts(NamedTuple):
    """What the formulas want, in the order of the first fields of a packed count.

    ``letters`` are letters and digits. ``polysyllables`` have 3 syllables or more (SMOG). ``complex`` are
    those by Gunning's own rules: no names, no compounds, no ``-es``, ``-ed`` or ``-ing`` that makes the third
    syllable. ``long`` words have more than 6 letters (LIX). ``hard`` words are neither in the Dale–Chall list
    nor regular forms of words there, nor names or numbers.
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
CHUNKS = 63
"""How many chunks a narrow sum holds, lest a field of six bits overflows into the next."""
_HALVES = (
    dict.fromkeys((*Counts._fields, "brackets"), 6) | {"letters": 11, "syllables": 9},
    dict.fromkeys(_MARKS[1:], 6),
)
"""The bits of each field of the two narrow integers."""
NARROW = {
    name: (half, sum(list(bits.values())[:number]), (1 << width) - 1)
    for half, bits in enumerate(_HALVES)
    for number, (name, width) in enumerate(bits.items())
}
"""By field: which of the two integers has it, the shift to it, its mask there."""
ODD = 1 << 56
"""Set in the first narrow integer of a chunk that only the wide form can count."""


def unpacked(total: int) -> Counts:
    """Return the counts of a wide sum."""
    return Counts(*[total >> shift & _MASK for shift in _SHIFTS])


def field(total: int, name: str) -> int:
    """Return one count of a wide sum."""
    return total >> _FIELDS[name] & _MASK


def narrowed(wide: int) -> tuple[int, int]:
    """Return the narrow form of a chunk's count, or one that is odd."""
    halves = [0, 0]
    for name, (half, shift, mask) in NARROW.items():
        count = field(wide, name)
        if count * CHUNKS > mask:
            return ODD, 0
        halves[half] |= count << shift
    return halves[0], halves[1]


class Memo(dict[str, int]):
    """Chunk → number of its kind; chunks of a kind count alike, and there are few kinds.

    So the look-up of a chunk, which seldom finds its way within the fast memory, is needed once only: ``firsts``,
    ``seconds`` and ``wides`` have the narrow integers and the wide one of each kind.
    """

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        """Take the rule set's word classes."""
        super().__init__()
        self.words = words
        self.firsts: list[int] = []
        self.seconds: list[int] = []
        self.wides: list[int] = []
        self._numbers: dict[int, int] = {}
        self._known: dict[str, int] = {}
        self._easy = words.get("easy.word", frozenset())
        self._marked: dict[str, int] = {}
        for name, marked in (
            ("subordinators", SUBORDINATORS),
            ("negatives", NEGATIVES),
            ("beings", BEINGS),
            ("nominals", {*words.get("nominal.action", ()), *words.get("nominal.change", ())}),
            ("stackable", words.get("noun-stack.noun", ())),
            ("jargon", {term.partition(" ")[0] for term in words.get("jargon.office", ())}),
        ):
            for word in marked:
                self._marked[word] = self._marked.get(word, 0) + ONE[name]

    def kinds(self, chunks: Sequence[str]) -> list[int]:
        """Return the number of each chunk's kind; those that are new are counted first, all at once."""
        found = list(map(self.get, chunks, repeat(-1)))
        if -1 in found:
            new = [number for number, kind in enumerate(found) if kind < 0]
            self._learn({chunks[number] for number in new})
            for number in new:
                found[number] = self[chunks[number]]
        return found

    def _learn(self, chunks: Collection[str]) -> None:
        parts = {chunk: _words_of(chunk) for chunk in chunks}
        new = {word for words in parts.values() for word in words if word not in self._known}
        syllables = _syllables_of_many({word.lower() for word in new})
        for word in new:
            self._known[word] = self._word(word, syllables[word.lower()])
        for chunk, words in parts.items():
            wide = self._known[words[0]] if len(words) == 1 else sum(map(self._known.__getitem__, words))
            if not chunk.isalpha() and _opens_a_bracket(chunk):
                wide += ONE["brackets"]
            number = self._numbers.get(wide)
            self[chunk] = self._new_kind(wide) if number is None else number

    def _new_kind(self, wide: int) -> int:
        first, second = narrowed(wide)
        self.firsts.append(first)
        self.seconds.append(second)
        self.wides.append(wide)
        number = self._numbers[wide] = len(self._numbers)
        return number

    def _word(self, word: str, syllables: int) -> int:
        low = word.lower()
        letters = len(word) if word.isalpha() else sum(map(str.isalnum, word))
        if not letters:  # a lone underscore
            return 0
        total = ONE_WORD[syllables] if syllables < len(ONE_WORD) else _one_word(syllables)
        total += letters << _LETTERS
        if letters > 6:
            total += ONE["long"]
        if word != low:
            return total + self._marked.get(low, 0) + (ONE["acronyms"] if _ACRONYM.fullmatch(word) else 0)
        if syllables >= 3:
            if _is_complex(low, syllables):
                total += ONE["complex"]
            if low.endswith(_ABSTRACT):
                total += ONE["abstracts"]
        if not self._is_easy(low):
            total += ONE["hard"]
        return total + self._marks(low)

    def _is_easy(self, low: str) -> bool:
        """Say whether a word is in the list, as itself or in a regular form, or a number."""
        easy = self._easy
        if low in easy or not easy or low[0] in "0123456789":
            return True
        if low[-1] not in _ENDINGS:
            return False
        return any(stem in easy for stem in _stems(low))

    def _marks(self, low: str) -> int:
        """Return the fields that say which rules should look closer."""
        found = self._marked.get(low, 0)
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


def _words_of(chunk: str) -> Sequence[str]:
    """Return the words of a chunk; what is left of most without the punctuation around them is one."""
    if chunk.isalpha():
        return (chunk,)
    core = chunk.strip(_AROUND)
    return (core,) if core.isalnum() else _WORD.findall(core)


def _opens_a_bracket(chunk: str) -> bool:
    """Say whether a chunk begins an insertion, or is the dash of one."""
    return chunk[0] == "(" or "\x97" in chunk or chunk in {"\x96", "--"}


def _parts(low: str) -> list[str]:
    """Return the parts of a compound."""
    return [p for p in re.split(r"[-.,@&_]", low) if p]


def syllables_of(low: str) -> int:
    """Return the syllables of a lower-case word; compounds part by part, initials letter by letter."""
    if low.isalpha():
        return count_syllables(low)
    if _INITIALS.fullmatch(low):
        return (len(low) + 1) // 2
    return sum(1 if p[0].isdigit() else count_syllables(p) for p in _parts(low)) or 1


def _syllables_of_many(lows: Collection[str]) -> dict[str, int]:
    """Return what ``syllables_of`` does for each of many words."""
    parts = {low: (low,) if low.isalpha() else _parts(low) for low in lows}
    known = count_many({p for several in parts.values() for p in several if not p[0].isdigit()})
    return {
        low: (len(low) + 1) // 2
        if len(several) > 1 and _INITIALS.fullmatch(low)
        else sum(known.get(p, 1) for p in several) or 1
        for low, several in parts.items()
    }
