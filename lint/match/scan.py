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
        (int(_is_word(t[0])), int(_is_word(t[-1])), mask, sets_off, t.isalnum())
        for t, mask, sets_off in zip(texts, masks, triggers, strict=True)
    )
    # The longest word of a cue is its rarest, more often than not.
    return Cues(tuple(texts), entries, tuple(max(_WORDS.findall(t), key=len, default="") for t in texts))


class _Automaton:
    """Some of the cues, compiled."""

    __slots__ = ("_compiled", "cues")

    def __init__(self, cues: Cues, numbers: Sequence[int]) -> None:
        texts, entries = cues.texts, cues.entries
        self._compiled = ahocorasick_rs.BytesAhoCorasick([_pattern(texts[n]) for n in numbers])
        # Of each: what its pattern adds in front and behind, its classes, its triggers, and its text where
        # the pattern alone is no proof.
        self.cues = [(*entries[n][:4], "" if entries[n][4] else texts[n]) for n in numbers]

    def find(self, haystack: bytes) -> Iterable[tuple[int, int, int]]:
        """Return (index in ``cues``, start, end) of each pattern, overlaps included, in order of their ends."""
        found: Iterable[tuple[int, int, int]]
        found = self._compiled.find_matches_as_indexes(haystack, overlapping=True)
        return found


class Scanner:
    """An automaton over the cues of one rule set; built once, used for every text."""

    __slots__ = ("_cues", "_scans", "_whole")

    def __init__(self, cues: Cues) -> None:
        """Keep the cues; the automaton is built when it is needed."""
        self._cues = cues
        self._whole: _Automaton | None = None
        self._scans = 0

    def _automaton(self, low: str) -> _Automaton:
        """Return the automaton to scan a text with.

        One short text alone, as an editor or a hook brings it, would wait longer for the whole automaton than
        for all the rest: it gets one of the cues whose longest word it has.
        """
        self._scans += 1
        if self._whole is None:
            if self._scans == 1 and len(low) < _SHORT:
                words = {"", *_WORDS.findall(low)}
                return _Automaton(self._cues, [n for n, key in enumerate(self._cues.keys) if key in words])
            self._whole = _Automaton(self._cues, range(len(self._cues.texts)))
        return self._whole

    def scan(self, flat: Flat) -> Hits:
        """Find all cues of ``flat``; overlapping ones are all kept."""
        low = flat.low
        automaton = self._automaton(low)
        cues = automaton.cues
        starting: dict[int, tuple[Reach, ...]] = {}
        fired: list[tuple[int, int, tuple[Trigger, ...]]] = []
        for number, start, end in automaton.find(low.encode("latin-1").translate(_SPACED)):
            lead, tail, mask, sets_off, text = cues[number]
            start += lead
            end -= tail
            if text and low[start:end] != text:
                continue
            if sets_off:
                fired.append((start, end, sets_off))
            # A word of its own: no part of a compound, no stem of a contraction.
            if mask and low[start - 1] != "-":
                after = low[end]
                if after != " " and (after == "-" or (after == "'" and low[end + 1].isalpha())):
                    continue
                if start in starting:
                    starting[start] += ((end, mask),)
                else:
                    starting[start] = ((end, mask),)
        return Hits(starting, fired)


def stands_alone(low: str, start: int, end: int) -> bool:
    """Say whether a cue is a word of its own: no part of a compound, no stem of a contraction."""
    if low[start - 1] == "-" or low[end] == "-":
        return False
    return low[end] != "'" or not low[end + 1].isalpha()
