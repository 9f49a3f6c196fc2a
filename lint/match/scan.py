"""The one pass: every literal cue of every rule, found by one automaton on word bounds.

The scanned copy has a space for each character that is not part of a word, and each cue is wrapped in
such spaces: so a hit stands on word bounds by construction, and short words cost nothing inside longer
ones. The cue's own letters are then compared, for a hyphen is no space.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import ahocorasick_rs

from lint.model.flat import Flat
from lint.model.hits import Hits, Reach
from lint.model.pattern import pattern
from lint.model.ruleset import Cues, Trigger

_WORD_BYTES = frozenset(i for i in range(256) if chr(i).isalnum() or chr(i) in "_\n")
_WORDS = pattern(r"\w+")
_SHORT = 30_000
"""Characters up to which the first text of a run is scanned for the cues it could have."""
_SPACED = bytes(i if i in _WORD_BYTES else 32 for i in range(256))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _pattern(cue: str) -> bytes:
    """Return a cue as it looks in the scanned copy, with the space that bounds each word end."""
    lead = " " if _is_word(cue[0]) else ""
    tail = " " if _is_word(cue[-1]) else ""
    return f"{lead}{cue}{tail}".encode("latin-1").translate(_SPACED)


def make_cues(texts: Sequence[str], masks: Sequence[int], triggers: Sequence[tuple[Trigger, ...]]) -> Cues:
    """Compile cues given as parallel sequences: folded text, class mask, what it sets off."""
    entries = tuple(
        (int(_is_word(t[0])), mask, sets_off, t.isalnum())
        for t, mask, sets_off in zip(texts, masks, triggers, strict=True)
    )
    firsts = tuple(m.group() if (m := _WORDS.match(t)) else "" for t in texts)
    return Cues(tuple(texts), entries, firsts)


class Scanner:
    """An automaton over the cues of one rule set; built once, used for every text."""

    __slots__ = ("_automaton", "_cues", "_scans")

    def __init__(self, cues: Cues) -> None:
        """Keep the cues; the automaton is built when it is needed."""
        self._cues = cues
        self._automaton: ahocorasick_rs.BytesAhoCorasick | None = None
        self._scans = 0

    def _found(self, low: str) -> Iterable[tuple[int, int, int]]:
        """Return (number of the cue, start, end) of each pattern in the scanned copy, overlaps included.

        One short text alone, as an editor or a hook brings it, would wait longer for the whole automaton than
        for all the rest: it gets one of the cues whose first word it has.
        """
        haystack = low.encode("latin-1").translate(_SPACED)
        self._scans += 1
        if self._automaton is None and self._scans == 1 and len(low) < _SHORT:
            words = {"", *_WORDS.findall(low)}
            numbers = [n for n, first in enumerate(self._cues.firsts) if first in words]
            texts = self._cues.texts
            few = ahocorasick_rs.BytesAhoCorasick([_pattern(texts[n]) for n in numbers])
            return [
                (numbers[n], at, to) for n, at, to in few.find_matches_as_indexes(haystack, overlapping=True)
            ]
        if self._automaton is None:
            self._automaton = ahocorasick_rs.BytesAhoCorasick([_pattern(t) for t in self._cues.texts])
        matches: Iterable[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(
            haystack, overlapping=True
        )
        return matches

    def scan(self, flat: Flat) -> Hits:
        """Find all cues of ``flat``; overlapping ones are all kept."""
        low = flat.low
        texts, entries = self._cues.texts, self._cues.entries
        starting: dict[int, list[Reach]] = {}
        fired: list[tuple[int, int, tuple[Trigger, ...]]] = []
        for number, at, _ in self._found(low):
            lead, mask, sets_off, exact = entries[number]
            text = texts[number]
            start = at + lead
            end = start + len(text)
            if not exact and low[start:end] != text:
                continue
            if sets_off:
                fired.append((start, end, sets_off))
            # A word of its own: no part of a compound, no stem of a contraction.
            if mask and low[start - 1] != "-":
                after = low[end]
                if after == "-" or (after == "'" and low[end + 1].isalpha()):
                    continue
                if start in starting:
                    starting[start].append((end, mask))
                else:
                    starting[start] = [(end, mask)]
        return Hits(starting, fired)


def stands_alone(low: str, start: int, end: int) -> bool:
    """Say whether a cue is a word of its own: no part of a compound, no stem of a contraction."""
    if low[start - 1] == "-" or low[end] == "-":
        return False
    return low[end] != "'" or not low[end + 1].isalpha()
