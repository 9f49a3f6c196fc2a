"""The one pass: every literal cue of every rule, found by one automaton on word bounds.

The scanned copy has a space for each character that is not part of a word, and each cue is wrapped in
such spaces: so a hit stands on word bounds by construction, and short words cost nothing inside longer
ones. The cue's own letters are then compared, for a hyphen is no space.
"""

from __future__ import annotations

import ahocorasick_rs

from lint.model.flat import Flat
from lint.model.hits import Hits, Reach
from lint.model.ruleset import Cues, Trigger

_WORD_BYTES = frozenset(i for i in range(256) if chr(i).isalnum() or chr(i) in "_\n")
_SPACED = bytes(i if i in _WORD_BYTES else 32 for i in range(256))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _pattern(cue: str) -> bytes:
    """Return a cue as it looks in the scanned copy, with the space that bounds each word end."""
    lead = " " if _is_word(cue[0]) else ""
    tail = " " if _is_word(cue[-1]) else ""
    return f"{lead}{cue}{tail}".encode("latin-1").translate(_SPACED)


class Scanner:
    """An automaton over the cues of one rule set; built once, used for every text."""

    __slots__ = ("_automaton", "_classes", "_leads", "_lengths", "_texts", "_triggers")

    def __init__(self, cues: Cues, live: frozenset[int] | None = None) -> None:
        """Build the automaton. ``live`` numbers the rules that are switched on (None: all)."""
        self._texts = cues.texts
        self._classes = cues.classes
        self._triggers: tuple[tuple[Trigger, ...], ...] = (
            cues.triggers
            if live is None
            else tuple(tuple(t for t in ts if t[0] in live) if ts else ts for ts in cues.triggers)
        )
        self._lengths = [len(t) for t in cues.texts]
        self._leads = [1 if _is_word(t[0]) else 0 for t in cues.texts]
        self._automaton = ahocorasick_rs.BytesAhoCorasick([_pattern(t) for t in cues.texts])

    def scan(self, flat: Flat) -> Hits:
        """Find all cues of ``flat``; overlapping ones are all kept."""
        low = flat.low
        texts, classes, triggers = self._texts, self._classes, self._triggers
        lengths, leads = self._lengths, self._leads
        starting: dict[int, list[Reach]] = {}
        ending: dict[int, list[Reach]] = {}
        fired: list[tuple[int, int, tuple[Trigger, ...]]] = []
        found = self._automaton.find_matches_as_indexes(
            low.encode("latin-1").translate(_SPACED), overlapping=True
        )
        for number, at, _ in found:
            mask, sets_off = classes[number], triggers[number]
            if not mask and not sets_off:
                continue
            start = at + leads[number]
            end = start + lengths[number]
            if low[start:end] != texts[number]:
                continue
            if sets_off:
                fired.append((start, end, sets_off))
            if mask and _stands_alone(low, start, end):
                starting.setdefault(start, []).append((end, mask))
                ending.setdefault(end, []).append((start, mask))
        return Hits(starting, ending, fired)


def _stands_alone(low: str, start: int, end: int) -> bool:
    """Say whether a cue is a word of its own: no part of a compound, no stem of a contraction."""
    if low[start - 1] == "-" or low[end] == "-":
        return False
    return low[end] != "'" or not low[end + 1].isalpha()


stands_alone = _stands_alone
