"""What each cue of a rule set sets off, under the rules that are on: sorted out once, not at every hit.

Nearly all frames that a cue sets off are dismissed by the words beside it. So each distinct chunk of text that
stands before or after a cue is put into one of a few kinds, by what the edges of all frames could tell apart
in it; and for each cue, which frames may follow a kind is a number with one bit a frame.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lint.match import JUDGES, Judge
from lint.match.frames import Dispatch, FrameMatcher
from lint.model.flat import Flat
from lint.model.frame import Edge, Frame
from lint.model.hits import Hits
from lint.model.noted import key_of
from lint.model.pattern import pattern
from lint.model.rule import Rule
from lint.model.ruleset import Cues, RuleSet, Trigger
from lint.model.typed import NamedTuple

_WORD = pattern(r"[\w][\w'-]*")
_LAST = pattern(r"\w+$")
_LONGEST = 40
_OPENING = "\"'(\x93\x91["
_BESIDE = {"'": "'s", ",": ",", ":": ":", ";": ";"}
"""What stands right behind a cue, without a space, and can be what a frame wants there."""
_BARE = frozenset(_BESIDE.values())
_MOST = 50_000
"""Distinct chunks kept between texts: about 5 MB."""


class _Kind(NamedTuple):
    """What edges can tell of a chunk: its word (empty if none has it), and whether it is an adverb.

    In front of a cue also the joint classes of all cues that end in the same word, and whether the chunk
    could end in a possessive: there an edge that wants one takes any word.
    """

    word: str
    adverb: bool
    mask: int = 0
    possessive: bool = False

    def allows(self, edge: Edge) -> bool:
        """Say whether such a chunk can be what an edge wants."""
        classes, words, adverb = edge
        return (
            self.word in words
            or (adverb and self.adverb)
            or bool(classes & self.mask)
            or (self.possessive and "'s" in words)
        )


class _Chunks(dict[str, int]):
    """Chunk → number of its kind, worked out at the first look-up."""

    def __init__(self, kind_of: Callable[[str], _Kind]) -> None:
        super().__init__()
        self.kinds: list[_Kind] = []
        self._kind_of = kind_of
        self._numbers: dict[_Kind, int] = {}

    def __missing__(self, chunk: str) -> int:
        kind = self._kind_of(chunk)
        number = self._numbers.setdefault(kind, len(self.kinds))
        if number == len(self.kinds):
            self.kinds.append(kind)
        if len(self) >= _MOST:
            self.clear()
        self[chunk] = number
        return number


class _Allowed(dict[int, int]):
    """Number of a kind → the frames that it allows, one bit each."""

    def __init__(self, kinds: list[_Kind], edges: list[Edge | None]) -> None:
        super().__init__()
        self._kinds = kinds
        self._edges = edges

    def __missing__(self, number: int) -> int:
        kind = self._kinds[number]
        bits = sum(1 << n for n, edge in enumerate(self._edges) if edge is None or kind.allows(edge))
        self[number] = bits
        return bits


class _ByClass(dict[int, int]):
    """Joint mask of the cues that start behind the anchor → the frames that they allow."""

    def __init__(self, edges: list[Edge | None]) -> None:
        super().__init__()
        self._edges = edges
        self.every = 0
        for edge in edges:
            self.every |= edge[0] if edge else 0

    def __missing__(self, mask: int) -> int:
        bits = sum(1 << n for n, edge in enumerate(self._edges) if edge and edge[0] & mask)
        self[mask] = bits
        return bits


class Triggered(NamedTuple):
    """What one set of triggers comes to.

    Cues to note down for checks (where, the number of the phrase), judges to ask at once, and frames with what
    their edges allow.
    """

    noted: tuple[tuple[str, int], ...]
    asked: tuple[tuple[Judge, Rule, int], ...]
    frames: tuple[tuple[Rule, Frame], ...]
    after: _Allowed
    by_class: _ByClass
    before: _Allowed

    def chosen(self, bits: int) -> list[tuple[Rule, Frame]]:
        """Return the frames whose bits are set, in the triggers' order."""
        return [pair for number, pair in enumerate(self.frames) if bits >> number & 1]


class TriggerTable(dict[tuple[Trigger, ...], Triggered]):
    """Triggers of a cue → what they come to under the rules that are on."""

    def __init__(self, ruleset: RuleSet, live: frozenset[int]) -> None:
        """Take the rules and the numbers of those that are on."""
        super().__init__()
        self.ruleset = ruleset
        self.live = live
        frames = [
            f for n in live if ruleset.rules[n].kind == "frame" for f in ruleset.rules[n].data["frames"]
        ]
        self._dispatch: tuple[Dispatch, Dispatch] = ({}, {})
        self._adverbs = adverbs = ruleset.words["grammar.adverb"]
        self._after = _Chunks(_kinds_after([f.enter for f in frames], adverbs))
        self._before = _Chunks(_kinds_before([f.leave for f in frames], adverbs, ruleset.cues))

    def matcher(self, flat: Flat, hits: Hits) -> FrameMatcher:
        """Return the frame matcher of a text."""
        return FrameMatcher(flat, hits, self._adverbs, self._dispatch)

    def __missing__(self, triggers: tuple[Trigger, ...]) -> Triggered:
        rules = self.ruleset.rules
        on = [(rules[number], index) for number, index in triggers if number in self.live]
        frames = tuple((r, r.data["frames"][index]) for r, index in on if r.kind == "frame")
        enter, leave = [f.enter for _, f in frames], [f.leave for _, f in frames]
        found = self[triggers] = Triggered(
            tuple((key_of(r), index) for r, index in on if r.kind == "structure"),
            tuple((JUDGES[r.kind], r, index) for r, index in on if r.kind in JUDGES),
            frames,
            _Allowed(self._after.kinds, enter),
            _ByClass(enter),
            _Allowed(self._before.kinds, leave),
        )
        return found

    def allowed(self, triggered: Triggered, matcher: FrameMatcher, start: int, end: int) -> int:
        """Return the frames that the words beside a cue at ``start``–``end`` allow, one bit each."""
        low = matcher.low
        spaced = low[end] == " "
        chunk = low[end + 1 : low.find(" ", end + 1)] if spaced else _BESIDE.get(low[end], "")
        bits = triggered.after[self._after[chunk]]
        if spaced and end + 1 in matcher.starting:
            mask = 0
            for _, classes in matcher.starting[end + 1]:
                mask |= classes
            bits |= triggered.by_class[mask & triggered.by_class.every]
        if not bits:
            return 0
        chunk = low[low.rfind(" ", 0, start - 1) + 1 : start - 1] if low[start - 1] == " " else ""
        return bits & triggered.before[self._before[chunk]]


def _kinds_after(edges: list[Edge | None], adverbs: frozenset[str]) -> Callable[[str], _Kind]:
    words = frozenset[str]().union(*(edge[1] for edge in edges if edge))

    def kind_of(chunk: str) -> _Kind:
        found = _WORD.match(chunk)
        word = found.group() if found else chunk if chunk in _BARE else ""
        return _Kind(word if word in words else "", _is_adverb(word, adverbs))

    return kind_of


def _kinds_before(edges: list[Edge | None], adverbs: frozenset[str], cues: Cues) -> Callable[[str], _Kind]:
    words = frozenset[str]().union(*(edge[1] for edge in edges if edge))
    wanted = 0
    for edge in edges:
        wanted |= edge[0] if edge else 0
    endings: dict[str, int] = {}

    def kind_of(chunk: str) -> _Kind:
        if not endings:
            endings.update(_classes_by_ending(cues, wanted))
        word = chunk.lstrip(_OPENING)
        if not word:
            return _Kind("", False)
        mask = endings.get(_last_word(word), 0)
        return _Kind(word if word in words else "", _is_adverb(word, adverbs), mask, possessive=True)

    return kind_of


def _classes_by_ending(cues: Cues, wanted: int) -> Mapping[str, int]:
    """Return the joint classes of the cues that end in the same word."""
    found: dict[str, int] = {"": 0}
    for text, (_, _, classes, _, _) in zip(cues.texts, cues.entries, strict=True):
        if classes & wanted:
            last = _last_word(text)
            found[last] = found.get(last, 0) | classes & wanted
    return found


def _last_word(text: str) -> str:
    """Return the letters that a text ends in; no more of it than a cue could have."""
    found = _LAST.search(text[-_LONGEST:])
    return found.group() if found else ""


def _is_adverb(word: str, adverbs: frozenset[str]) -> bool:
    return word.endswith("ly") or word in adverbs


_tables: list[TriggerTable] = []


def trigger_table(ruleset: RuleSet, live: frozenset[int]) -> TriggerTable:
    """Return the table of a rule set under the rules that are on; the last ones are kept."""
    for table in _tables:
        if table.ruleset is ruleset and table.live == live:
            return table
    _tables[:] = [TriggerTable(ruleset, live), *_tables[:3]]
    return _tables[0]
