"""What of all texts stands on the pages about all: the gravest of each kind, as one text after the other is looked at."""

from __future__ import annotations

from heapq import heappush, heapreplace

from lint.model.finding import Finding
from lint.model.lines import LineIndex
from lint.model.typed import Any
from lint.report.site.facts import Extract, Known, Sentence
from lint.report.site.text import asked_in

_SPOTS, _EXTRACTS = 20, 20
_OF_ONE_TEXT = 2
"""Sentences or extracts of one text in a list of the gravest: the list is about the archive."""
_SENTENCE, _AROUND, _WORDS = 400, 110, 300
_LEAST = 0.3


class Gravest:
    """What of all texts stands on the pages about all: the sentences with the highest scores, and each rule's surest findings."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._spots: list[tuple[float, int, Sentence]] = []
        self._extracts: dict[str, list[tuple[float, int, Extract]]] = {}
        self._count = 0

    def take(self, known: Known) -> None:
        """Look at a text."""
        index = LineIndex(known.source)
        self._take_sentences(known, index)
        taken: dict[str, int] = {}
        for asked in asked_in(known, index):
            f = asked.finding
            heap = self._extracts.setdefault(f.rule, [])
            full = len(heap) >= _EXTRACTS
            if taken.get(f.rule, 0) >= _OF_ONE_TEXT or (full and f.confidence <= heap[0][0]):
                continue
            taken[f.rule] = taken.get(f.rule, 0) + 1
            self._keep(heap, f.confidence, _extract(known, f, asked.place, index), _EXTRACTS)

    def _take_sentences(self, known: Known, index: LineIndex) -> None:
        least = self._spots[0][0] if len(self._spots) >= _SPOTS else _LEAST
        hot = sorted((s for s in known.scores if s[2] > least), key=lambda s: -s[2])[:_OF_ONE_TEXT]
        for start, end, score in hot:
            text = " ".join(known.source[start:end].split())
            if len(text) > _SENTENCE:
                text = f"{text[:_SENTENCE]}…"
            asked = [
                f.question
                for f in known.findings
                if f.scope in ("span", "sentence") and start <= f.span.start < end
            ]
            position = index.position(start)
            told = tuple(dict.fromkeys(filter(None, asked)))[:2]
            self._keep(
                self._spots, score, Sentence(known.page, known.title, *position, text, score, told), _SPOTS
            )

    def _keep(self, heap: list[Any], value: float, what: Any, most: int) -> None:
        self._count += 1
        entry = (value, -self._count, what)
        if len(heap) < most:
            heappush(heap, entry)
        elif entry > heap[0]:
            heapreplace(heap, entry)

    def add(self, spots: list[Any], extracts: dict[str, list[Any]]) -> None:
        """Take what another has kept, as plain data."""
        for told in spots:
            spot = Sentence(*told)._replace(questions=tuple(told[-1]))
            self._keep(self._spots, spot.score, spot, _SPOTS)
        for rule, listed in extracts.items():
            heap = self._extracts.setdefault(rule, [])
            for told in listed:
                extract = Extract(*told)
                self._keep(heap, extract.confidence, extract, _EXTRACTS)

    def plain(self) -> tuple[list[Any], dict[str, list[Any]]]:
        """Return what is kept as plain data, gravest first."""
        return list(self.spots), {rule: list(self.extracts(rule)) for rule in sorted(self._extracts)}

    @property
    def spots(self) -> tuple[Sentence, ...]:
        """The sentences with the highest scores, highest first."""
        return tuple(spot for _, _, spot in sorted(self._spots, reverse=True))

    def extracts(self, rule: str) -> tuple[Extract, ...]:
        """Return the findings of a rule that are surest, surest first."""
        return tuple(extract for _, _, extract in sorted(self._extracts.get(rule, ()), reverse=True))


def _extract(known: Known, f: Finding, place: str, index: LineIndex) -> Extract:
    position = index.position(f.span.start)
    line_start = f.span.start - position.column + 1
    first = max(f.span.start - _AROUND, line_start)
    source = known.source
    if f.scope not in ("span", "sentence", "heading"):
        words, after = "", " ".join(source[f.span.start : f.span.start + 2 * _AROUND].split()) + "…"
    else:
        words = " ".join(source[f.span.start : min(f.span.end, f.span.start + _WORDS)].split())
        line_end = source.find("\n", f.span.end)
        after = source[
            f.span.end : min(f.span.end + _AROUND, line_end if line_end >= 0 else len(source))
        ].rstrip()
        if f.span.end + _AROUND < line_end:
            after += "…"
    before = ("…" if first > line_start else "") + source[first : f.span.start]
    return Extract(known.page, known.title, place, position.line, before, words, after, f.confidence)
