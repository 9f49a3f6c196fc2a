"""Matching compiled frames at the places where their anchors stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lint.model.flat import CLOSE_QUOTE, Flat
from lint.model.frame import Edge, Frame, Node
from lint.model.hits import Hits
from lint.model.pattern import pattern

_WORD = pattern(r"[\w][\w'-]*")
_ADVERB = pattern(r"[a-z]{2,}ly(?![\w'-])")
_NUMBER = pattern(r"\d[\d,.]*\d%?|\d%?")
_NAME = pattern(r"[A-ZÀ-Þ](?:[\w.'&-]*[\w'])?(?: [A-ZÀ-Þ](?:[\w.'&-]*[\w'])?)*")
_LOWER = pattern(r"[a-zß-ÿ][\w'-]*")
# Words in -ly that are no adverbs; an adjective here would be taken for a verb's modifier.
_SPAN = 120
"""Characters that a frame can reach on either side of its anchor."""
_NO_TERMS: dict[str, tuple[str, ...]] = {}
_NO_ADVERB = frozenset(
    ("family", "only", "early", "likely", "supply", "reply", "apply", "july", "italy", "assembly")
)


class FrameMatcher:
    """Frames against one text: walks items forwards and backwards from an anchor."""

    __slots__ = ("_after", "_after_mask", "_anchor", "_before", "adverbs", "flat", "low", "starting", "text")

    def __init__(self, flat: Flat, hits: Hits, adverbs: frozenset[str]) -> None:
        """Take the text and its cues; ``adverbs`` are those that do not end in -ly."""
        self.flat = flat
        self.low = flat.low
        self.text = flat.text
        self.starting = hits.starting
        self.adverbs = adverbs
        self._anchor = (-1, -1)
        self._after = self._before = ""
        self._after_mask = 0

    def match(self, frame: Frame, start: int, end: int) -> tuple[int, int, int] | None:
        """Match ``frame`` at its anchor; return the body's start and end and the tail's end, or None."""
        if self._anchor != (start, end):
            self._look_around(start, end)
        if frame.enter and not self._may_enter(frame.enter):
            return None
        if frame.leave and not self._may_leave(frame.leave, start):
            return None
        low = self.low
        if low.find(frame.needs_before, max(start - _SPAN, 0), start) < 0:
            return None
        if low.find(frame.needs_after, end, end + _SPAN) < 0:
            return None
        after = tail_end = -1
        for after in self.forward(frame.after, 0, end):
            tail_end = next(self.forward(frame.tail, 0, after), -1)
            if tail_end >= 0:
                break
        if tail_end < 0:
            return None
        for before in self.backward(frame.before, len(frame.before), start):
            if not frame.lead or next(self.backward(frame.lead, len(frame.lead), before), -1) >= 0:
                return before, after, tail_end
        return None

    def _look_around(self, start: int, end: int) -> None:
        """Read the words beside an anchor, once for all frames that it sets off."""
        low = self.low
        self._anchor = (start, end)
        self._after, self._after_mask = "", 0
        if low[end] == " ":
            for _, mask in self.starting.get(end + 1, ()):
                self._after_mask |= mask
            if found := _WORD.match(low, end + 1):
                self._after = found.group()
        elif low[end] == "'":
            self._after = "'s"
        self._before = ""
        if low[start - 1] == " ":
            self._before = low[low.rfind(" ", 0, start - 1) + 1 : start - 1].lstrip("\"'(\x93\x91[")

    def _may_enter(self, edge: Edge) -> bool:
        """Say whether the word after the anchor can begin what must follow it."""
        return bool(self._after_mask & edge[0]) or self._fits(self._after, edge)

    def _may_leave(self, edge: Edge, start: int) -> bool:
        """Say whether the word before the anchor can end what must precede it."""
        word = self._before
        if not word:
            return False
        if self._fits(word, edge) or "'s" in edge[1]:
            return True
        if not edge[0]:
            return False
        return next(self._classes_backward(edge[0], self._word_start(start - 1), start - 1), -1) >= 0

    def _fits(self, word: str, edge: Edge) -> bool:
        return word in edge[1] or (edge[2] and (word.endswith("ly") or word in self.adverbs))

    def forward(self, items: tuple[Node, ...], number: int, at: int) -> Iterator[int]:
        """Yield each place where ``items[number:]`` can end, starting after ``at``; longest first."""
        if number == len(items):
            yield at
            return
        for past in self._one_forward(items[number], at):
            yield from self.forward(items, number + 1, past)

    def backward(self, items: tuple[Node, ...], number: int, at: int) -> Iterator[int]:
        """Yield each place where ``items[:number]`` can start, ending before ``at``; longest first."""
        if number == 0:
            yield at
            return
        for first in self._one_backward(items[number - 1], at):
            yield from self.backward(items, number - 1, first)

    def _one_forward(self, node: Node, at: int) -> Iterator[int]:
        kind: str = node[0]
        if kind == "maybe":
            yield from self.forward(node[1], 0, at)
            yield at
        elif kind == "any":
            for branch in node[1]:
                yield from self.forward(branch, 0, at)
        elif kind == "mark":
            if self.low.startswith(node[1], at):
                yield at + 1
        elif kind == "gap":
            yield from self._gap_forward(node[1], at)
        elif kind == "built" and node[1] == "quote":
            if self.low[at] in (CLOSE_QUOTE, '"', "'"):
                yield at + 1
        elif self.low[at] == " ":
            yield from self._word_forward(kind, node[1], at + 1)
        elif kind == "words" and "'s" in node[1][0] and self.low.startswith("'s", at):
            yield at + 2

    def _word_forward(self, kind: str, value: Any, at: int) -> Iterator[int]:
        if kind == "word":
            past = at + len(value)
            if self.low.startswith(value, at) and not _runs_on(self.low, past):
                yield past
        elif kind == "class":
            yield from (e for e, mask in sorted(self.starting.get(at, ()), reverse=True) if mask & value)
        elif kind == "words":
            if (past := self._common(value[0], value[1], at)) > 0:
                yield past
        elif (past := self._built_in(value, at)) > 0:
            yield past

    def _common(self, words: frozenset[str], several: dict[str, tuple[str, ...]], at: int) -> int:
        """Return where the longest function word that starts at ``at`` ends, or -1."""
        found = _WORD.match(self.low, at)
        if not found:
            return -1
        word = found.group()
        for term in several.get(word, ()):
            if self.low.startswith(term, at) and not _runs_on(self.low, at + len(term)):
                return at + len(term)
        return found.end() if word in words else -1

    def _built_in(self, name: str, at: int) -> int:
        """Return where the built-in slot ``name`` that starts at ``at`` ends, or -1."""
        if name == "adverb":
            found = _ADVERB.match(self.low, at)
            if found and found.group() not in _NO_ADVERB:
                return found.end()
            return self._common(self.adverbs, _NO_TERMS, at)
        if name == "start":
            return -1
        source, pattern = {
            "word": (self.low, _WORD),
            "name": (self.text, _NAME),
            "number": (self.low, _NUMBER),
            "lower": (self.text, _LOWER),
        }[name]
        found = pattern.match(source, at)
        return found.end() if found else -1

    def _gap_forward(self, most: int, at: int) -> Iterator[int]:
        yield at
        for _ in range(most):
            if self.low[at] != " " or not (found := _WORD.match(self.low, at + 1)):
                return
            at = found.end()
            yield at

    def _one_backward(self, node: Node, at: int) -> Iterator[int]:
        kind: str = node[0]
        if kind == "maybe":
            yield from self.backward(node[1], len(node[1]), at)
            yield at
        elif kind == "any":
            for branch in node[1]:
                yield from self.backward(branch, len(branch), at)
        elif kind == "built" and node[1] == "start":
            if self.flat.sentences[self.flat.sentence_of(at)].start >= at - 1:
                yield at
        elif kind == "mark":
            if self.low[at - 1] == " " and self.low[at - 2] == node[1]:
                yield at - 2
        elif kind == "gap":
            yield from self._gap_backward(node[1], at)
        elif kind == "built" and node[1] == "quote":
            if self.low[at - 1] == " " and self.low[at - 2] in (CLOSE_QUOTE, '"', "'"):
                yield at - 2
        elif self.low[at - 1] == " " or self.low[at] in ",:;":
            # Before a mark that was matched, the word ends right where the mark stands.
            yield from self._word_backward(kind, node[1], at - (self.low[at - 1] == " "))

    def _word_backward(self, kind: str, value: Any, end: int) -> Iterator[int]:
        start = self._word_start(end)
        if start < 0:
            return
        if kind == "class":
            yield from self._classes_backward(value, start, end)
        elif kind == "words":
            word = self.low[start:end]
            yield from (end - len(t) for t in value[2].get(word, ()) if self.low.endswith(" " + t, 0, end))
            if word in value[0]:
                yield start
        elif kind == "word":
            if self.low[start:end] == value:
                yield start
        elif self._built_in(value, start) == end:
            yield start

    def _classes_backward(self, mask: int, start: int, end: int) -> Iterator[int]:
        """Yield where cues of ``mask`` that end at ``end`` start; a cue has at most six words."""
        found: list[int] = []
        for _ in range(6):
            if any(e == end and m & mask for e, m in self.starting.get(start, ())):
                found.append(start)
            if self.low[start - 1] != " " or (start := self._word_start(start - 1)) < 0:
                break
        yield from reversed(found)

    def _word_start(self, end: int) -> int:
        """Return where the word that ends at ``end`` starts, or -1 if no word ends there."""
        start = self.low.rfind(" ", 0, end) + 1
        while start < end and not self.low[start].isalnum():
            start += 1
        found = _WORD.match(self.low, start)
        return start if found and found.end() == end else -1

    def _gap_backward(self, most: int, at: int) -> Iterator[int]:
        yield at
        for _ in range(most):
            if self.low[at - 1] != " " or (start := self._word_start(at - 1)) < 0:
                return
            at = start
            yield at


def _runs_on(low: str, at: int) -> bool:
    """Say whether the word goes on at ``at``."""
    char = low[at]
    return char.isalnum() or char in "_-" or (char == "'" and low[at + 1].isalpha())
