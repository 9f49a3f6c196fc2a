"""Writing fillers over a text, and cutting spans to the prose in them."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Block, Mark, Span, Spelled

Edit = tuple[int, int, str]
"""(start, end, filler): each character of the range becomes the filler."""

_SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_BLANK = f"{_SPACES}{GLUE}{HOLE}\ufeff"
_FIRST = pattern(f"[^{_BLANK}]")
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060")
"""Characters that show nothing: markup, where they are written as references."""
_SEEN = frozenset(map(chr, range(ord("!"), ord("~") + 1)))
_FILLERS = frozenset((GLUE, HOLE))
_WHITE = frozenset("\n ")
_TRIMMED = frozenset(("link", "emphasis", "note"))


def fill(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with its edits made; where two overlap, the one that begins first wins."""
    ordered = sorted(edits)
    if not ordered:
        return text
    pieces: list[str] = []
    done = 0
    for start, end, filler in ordered:
        if end <= done:
            continue
        start = max(start, done)
        pieces.append(text[done:start])
        pieces.append(filler * (end - start))
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def spelled_out(prose: str, spelled: Iterable[Spelled]) -> str:
    """Return ``prose`` with what is seen in place of its spelling, at the same length; what is left over is glue."""
    pieces: list[str] = []
    done = 0
    for start, end, seen in spelled:
        pieces += (prose[done:start], seen, GLUE * (end - start - len(seen)))
        done = end
    pieces.append(prose[done:])
    return "".join(pieces)


def standing(prose: str, spelled: Iterable[Spelled]) -> tuple[Spelled, ...]:
    """Return what is still to be seen once a part of the prose was made holes or glue.

    White space may stand in glue, so that no block begins or ends with it.
    """
    return tuple(
        item
        for item in spelled
        if prose[item.start] not in _FILLERS or (item.seen in _WHITE and prose[item.start] == GLUE)
    )


def blank(prose: str) -> bool:
    """Say whether a stretch of a view shows nothing."""
    return not prose.strip(_BLANK)


def trimmed(prose: str, start: int, end: int) -> Span:
    """Return the span from the first to the last prose character of a range; empty if it has none."""
    found = _FIRST.search(prose, start, end)
    if not found:
        return Span(start, start)
    start = found.start()
    return Span(start, start + len(prose[start:end].rstrip(_BLANK)))


def trimmed_marks(prose: str, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks in order, those on visible text cut to it; one that shows nothing is dropped."""
    kept: list[Mark] = []
    for mark in marks:
        if mark.kind in _TRIMMED:
            start, end = mark.span
            if not (start < end and prose[start] in _SEEN and prose[end - 1] in _SEEN):
                span = trimmed(prose, start, end)
                if span.start >= span.end:
                    continue
                mark = mark._replace(span=span)
        kept.append(mark)
    return tuple(sorted(kept, key=itemgetter(1)))


def trimmed_blocks(prose: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks cut to their prose; one that has none is dropped."""
    kept: list[Block] = []
    for block in blocks:
        start, end = block.span
        if start < end and prose[start] in _SEEN and prose[end - 1] in _SEEN:
            kept.append(block)  # as most do, it begins and ends with a visible sign of ASCII
            continue
        cut = trimmed(prose, start, end)
        if cut.start < cut.end:
            kept.append(block._replace(span=cut))
    return tuple(kept)


def scannable(source: str) -> str:
    """Return a text with one kind of line end and without page breaks, at the same length: what a scanner goes by."""
    if "\r" in source:
        source = source.replace("\r\n", " \n").replace("\r", "\n")
    return source.replace("\x0c", " ").replace("\x0b", " ")
