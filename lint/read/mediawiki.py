"""MediaWiki's text → ``Document``: what the page shows, without fetching its templates."""

from __future__ import annotations

from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import Document, Spelled
from lint.read.notes import settled
from lint.read.tokens import find_spelled
from lint.read.view import fill, standing, trimmed_marks
from lint.read.wiki_lines import begin_line, take_bars, take_newline
from lint.read.wiki_links import take_bracket, take_closing
from lint.read.wiki_tags import take_tag
from lint.read.wiki_templates import take_braces
from lint.read.wiki_view import DEPTH, WikiView

_SWITCH = pattern(r"__[A-Z]{2,30}__")
_REDIRECT = pattern(r"\s*#(?i:redirect)\b[^\n]*")


def read(text: str, name: str = "") -> Document:
    """Read a page; any text gives a document."""
    reading = Reading(text)
    pos = reading.hole(0, 1) if text.startswith("\ufeff") else 0
    if redirect := _REDIRECT.match(text, pos):
        pos = reading.hole(pos, redirect.end())
    reading.read(pos, len(text))
    reading.flush(len(text))
    prose = "".join(reading.pieces)
    spelled = reading.spelled
    if "&" in prose:
        entities, unseen = find_spelled(prose)
        spelled = _merged(spelled, entities)
        prose = fill(prose, unseen) if unseen else prose
    prose, blocks, marks = settled(text, prose, spelled, reading.ordered(), reading.notes)
    return Document(
        name,
        "mediawiki",
        text,
        prose,
        blocks,
        trimmed_marks(prose, reading.marks + marks),
        tuple(sorted(reading.comments)),
        spelled=standing(prose, spelled),
    )


def _merged(spelled: list[Spelled], entities: list[Spelled]) -> list[Spelled]:
    """Return what is spelled otherwise in order: no character reference is seen in a template that shows another sign."""
    merged: list[Spelled] = []
    for item in sorted(spelled + entities):
        if not merged or item.start >= merged[-1].end:
            merged.append(item)
    return merged


class Reading(WikiView):
    """One pass over a page or a part of it."""

    def read(self, pos: int, stop: int) -> None:
        """Read from ``pos`` to ``stop``; what lies too deep is not read."""
        if self.depth >= DEPTH:
            self.hole(pos, stop)
            return
        outer = self.stop, len(self.homes)
        self.stop = stop
        self.depth += 1
        text, pieces, signs = self.text, self.pieces, _SIGNS
        if not pos or text[pos - 1] in "\n\ufeff":
            pos = begin_line(self, pos)
        while found := self.tokens.search(text, pos, stop):
            start, past = found.span()
            if start > pos:
                piece = text[pos:start]
                pieces.append(piece)
                if self.first < 0 and not piece.isspace():
                    self.first = pos
            pos = signs[text[start]](self, found[0], start, past)
        if pos < stop:
            self.put(pos, stop)
        self.depth -= 1
        self.stop = outer[0]

    def _quotes(self, token: str, start: int, past: int) -> int:
        size = len(token)
        if size == 3 and self.slant >= 0 > self.bold and self._inside_a_word(start, past):
            start, size = self.put(start, start + 1), 2
        elif size == 4 or size > 5:
            start = self.put(start, past - (3 if size == 4 else 5))
            size = past - start
        if size != 2:
            self.bold = self._turn(self.bold, start, past)
        if size != 3:
            self.slant = self._turn(self.slant, start, past)
        return self.fill(start, past)

    def _inside_a_word(self, start: int, past: int) -> bool:
        return self.text[start - 1 : start].isalnum() and self.text[past : past + 1].isalpha()

    def _turn(self, opened: int, start: int, past: int) -> int:
        if opened < 0:
            return past
        self.mark("emphasis", opened, start)
        return -1

    def _switch(self, token: str, start: int, past: int) -> int:
        found = _SWITCH.match(self.text, start, self.stop)
        return self.fill(start, found.end()) if found else self.put(start, past)

    def _signature(self, token: str, start: int, past: int) -> int:
        return self.hole(start, past)


_SIGNS: dict[str, Callable[[Reading, str, int, int], int]] = {
    "\n": take_newline,
    "'": Reading._quotes,
    "{": take_braces,
    "[": take_bracket,
    "]": take_closing,
    "<": take_tag,
    "_": Reading._switch,
    "~": Reading._signature,
    "|": take_bars,
    "!": take_bars,
}
