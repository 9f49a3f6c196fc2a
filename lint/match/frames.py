"""Matching compiled frames at the places where their anchors stand."""

from __future__ import annotations

from collections.abc import Sequence

from lint.model.flat import CLOSE_QUOTE, Flat
from lint.model.frame import Frame, Node
from lint.model.hits import Hits
from lint.model.pattern import pattern
from lint.model.typed import Any

_WORD = pattern(r"[\w][\w'-]*")
_SHORT = pattern(r"(?:[a-z]\.){2,}|(?:mr|mrs|ms|dr|sen|rep|gov|gen|st)\.")
"""Short words with their dots, which do not end what a gap can hold."""
_LETTERS = pattern(r"\w+")
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


Dispatch = dict[int, dict[str, tuple[tuple[Node, ...], ...]]]
"""Of each ``any``, by its identity: the branches that a word may begin or end; those for no word under ``""``."""


class FrameMatcher:
    """Frames against one text: walks items forwards and backwards from an anchor.

    Each step returns all places that it can come to, the longest way first: there are seldom two, and lists of
    them cost half of what generators do.
    """

    __slots__ = (
        "_first",
        "_known_end",
        "_known_start",
        "_last",
        "adverbs",
        "flat",
        "low",
        "starting",
        "text",
    )

    def __init__(
        self,
        flat: Flat,
        hits: Hits,
        adverbs: frozenset[str],
        dispatch: tuple[Dispatch, Dispatch] | None = None,
    ) -> None:
        """Take the text and its cues; ``adverbs`` are those that do not end in -ly.

        ``dispatch`` (by first and by last words) may be shared among the texts of one rule set.
        """
        self.flat = flat
        self.low = flat.low
        self.text = flat.text
        self.starting = hits.starting
        self.adverbs = adverbs
        self._first, self._last = dispatch or ({}, {})
        self._known_end = self._known_start = -1

    def match(self, frame: Frame, start: int, end: int) -> tuple[int, int, int] | None:
        """Match ``frame`` at its anchor; return the body's start and end and the tail's end, or None."""
        low = self.low
        if frame.needs_before and low.find(frame.needs_before, max(start - _SPAN, 0), start) < 0:
            return None
        if frame.needs_after and low.find(frame.needs_after, end, end + _SPAN) < 0:
            return None
        if frame.looks_back:
            before = self._begin(frame, start)
            found = self._end(frame, end) if before >= 0 else None
        else:
            found = self._end(frame, end)
            before = self._begin(frame, start) if found else -1
        return (before, *found) if found and before >= 0 else None

    def _begin(self, frame: Frame, start: int) -> int:
        """Return where the body begins of a frame whose anchor starts at ``start``, or -1."""
        for before in self.backward(frame.before, start):
            if not frame.lead or self.backward(frame.lead, before):
                return before
        return -1

    def _end(self, frame: Frame, end: int) -> tuple[int, int] | None:
        """Return where body and tail end of a frame whose anchor ends at ``end``."""
        for after in self.forward(frame.after, end):
            if tails := self.forward(frame.tail, after):
                return after, tails[0]
        return None

    def forward(self, items: tuple[Node, ...], at: int) -> Sequence[int]:
        """Return each place where ``items`` can end, starting after ``at``; longest first."""
        places: Sequence[int] = (at,)
        for node in items:
            if len(places) == 1:
                places = self._one_forward(node, places[0])
            else:
                places = list(dict.fromkeys(p for place in places for p in self._one_forward(node, place)))
            if not places:
                break
        return places

    def backward(self, items: tuple[Node, ...], at: int) -> Sequence[int]:
        """Return each place where ``items`` can start, ending before ``at``; longest first."""
        places: Sequence[int] = (at,)
        for node in reversed(items):
            if len(places) == 1:
                places = self._one_backward(node, places[0])
            else:
                places = list(dict.fromkeys(p for place in places for p in self._one_backward(node, place)))
            if not places:
                break
        return places

    def _one_forward(self, node: Node, at: int) -> Sequence[int]:
        kind, value = node
        low = self.low
        if kind == "maybe":
            return [*self.forward(value, at), at]
        if kind == "any":
            found: list[int] = []
            for branch in self._beginning(value, at):
                found += self.forward(branch, at)
            return found
        if kind == "mark":
            return (at + 1,) if low.startswith(value, at) else ()
        if kind == "gap":
            return self._gap_forward(value, at)
        if kind == "built" and value == "quote":
            return (at + 1,) if low[at] in (CLOSE_QUOTE, '"', "'") else ()
        if low[at] == " ":
            return self._word_forward(kind, value, at + 1)
        if kind == "words" and "'s" in value[0] and low.startswith("'s", at):
            return (at + 2,)
        return ()

    def _beginning(self, branches: Any, at: int) -> Sequence[tuple[Node, ...]]:
        """Return the branches of an ``any`` that the word after ``at`` does not rule out."""
        table = self._first.get(id(branches))
        if table is None:
            table = self._first[id(branches)] = _by_word(branches, 0)
        found = _LETTERS.match(self.low, at + 1) if self.low[at] == " " else None
        return table.get(found.group(), table[""]) if found else table[""]

    def _word_forward(self, kind: str, value: Any, at: int) -> Sequence[int]:
        if kind == "word":
            past = at + len(value)
            return (past,) if self.low.startswith(value, at) and not _runs_on(self.low, past) else ()
        if kind == "class":
            if at not in self.starting:
                return ()
            return [e for e, mask in sorted(self.starting[at], reverse=True) if mask & value]
        past = self._common(value[0], value[1], at) if kind == "words" else self._built_in(value, at)
        return (past,) if past > 0 else ()

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

    def _gap_forward(self, most: int, at: int) -> Sequence[int]:
        found = [at]
        for _ in range(most):
            if self.low[at] != " ":
                break
            if not (word := _SHORT.match(self.low, at + 1) or _WORD.match(self.low, at + 1)):
                break
            at = word.end()
            found.append(at)
        return found

    def _one_backward(self, node: Node, at: int) -> Sequence[int]:
        kind, value = node
        low = self.low
        if kind == "maybe":
            return [*self.backward(value, at), at]
        if kind == "any":
            found: list[int] = []
            for branch in self._ending(value, at):
                found += self.backward(branch, at)
            return found
        if kind == "built" and value == "start":
            return (at,) if self.flat.sentences[self.flat.sentence_of(at)].start >= at - 1 else ()
        if kind == "mark":
            return (at - 2,) if low[at - 1] == " " and low[at - 2] == value else ()
        if kind == "gap":
            return self._gap_backward(value, at)
        if kind == "built" and value == "quote":
            return (at - 2,) if low[at - 1] == " " and low[at - 2] in (CLOSE_QUOTE, '"', "'") else ()
        end = self._word_end_before(at)
        return self._word_backward(kind, value, end) if end >= 0 else ()

    def _word_end_before(self, at: int) -> int:
        """Return where a word before ``at`` would end, or -1: a mark that was matched stands right behind it."""
        if self.low[at - 1] == " ":
            return at - 1
        return at if self.low[at] in ",:;" else -1

    def _ending(self, branches: Any, at: int) -> Sequence[tuple[Node, ...]]:
        """Return the branches of an ``any`` that the word before ``at`` does not rule out."""
        table = self._last.get(id(branches))
        if table is None:
            table = self._last[id(branches)] = _by_word(branches, -1)
        end = self._word_end_before(at)
        start = self._word_start(end) if end >= 0 else -1
        return table.get(self.low[start:end], table[""]) if start >= 0 else table[""]

    def _word_backward(self, kind: str, value: Any, end: int) -> Sequence[int]:
        start = self._word_start(end)
        if start < 0:
            return ()
        if kind == "word":
            return (start,) if self.low[start:end] == value else ()
        if kind == "class":
            return self._classes_backward(value, start, end)
        if kind == "words":
            word = self.low[start:end]
            found = [end - len(t) for t in value[2].get(word, ()) if self.low.endswith(" " + t, 0, end)]
            return [*found, start] if word in value[0] else found
        return (start,) if self._built_in(value, start) == end else ()

    def _classes_backward(self, mask: int, start: int, end: int) -> Sequence[int]:
        """Return where cues of ``mask`` that end at ``end`` start; a cue has at most six words."""
        found: list[int] = []
        for _ in range(6):
            if any(e == end and m & mask for e, m in self.starting.get(start, ())):
                found.append(start)
            if self.low[start - 1] != " " or (start := self._word_start(start - 1)) < 0:
                break
        found.reverse()
        return found

    def _word_start(self, end: int) -> int:
        """Return where the word that ends at ``end`` starts, or -1 if no word ends there."""
        if end == self._known_end:  # asked again and again: by each frame and each branch at one place
            return self._known_start
        start = self.low.rfind(" ", 0, end) + 1
        while start < end and not self.low[start].isalnum():
            start += 1
        found = (_SHORT if self.low[end - 1] == "." else _WORD).match(self.low, start)
        self._known_end = end
        self._known_start = start if found and found.end() == end else -1
        return self._known_start

    def _gap_backward(self, most: int, at: int) -> Sequence[int]:
        found = [at]
        for _ in range(most):
            # Before a mark that was matched, the word ends right where the mark stands.
            end = at if self.low[at] in ",:;" else at - 1
            if (end < at and self.low[end] != " ") or (start := self._word_start(end)) < 0:
                break
            at = start
            found.append(at)
        return found


def _by_word(branches: Any, place: int) -> dict[str, tuple[tuple[Node, ...], ...]]:
    """Sort the branches of an ``any`` by the word that they begin (``place`` 0) or end in (-1), in their order.

    Branches that do not begin or end in a word of their own stand under every word.
    """
    keys: list[str] = []
    for branch in branches:
        kind, value = branch[place] if branch else ("", "")
        letters = _LETTERS.match(value) if kind == "word" and place == 0 else None
        # Forwards a word is only known by its first letters: "won" for "won't".
        keys.append(letters.group() if letters else value if kind == "word" and place else "")
    return {
        key: tuple(b for b, k in zip(branches, keys, strict=True) if k in {"", key}) for key in {"", *keys}
    }


def _runs_on(low: str, at: int) -> bool:
    """Say whether the word goes on at ``at``."""
    char = low[at]
    return char.isalnum() or char in "_-" or (char == "'" and low[at + 1].isalpha())
