"""Document → Flat: the folded copy that cues are matched against."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from lint.model.flat import OPAQUE, SEPARATOR, Flat, Runs
from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Block, Document, Span
from lint.read.quotations import find_quotations
from lint.read.sentences import find_sentences
from lint.read.view import fill, spelled_out

_UNSEEN = "\x8f"
"""Stands for markup, and for what is as invisible to a reader as markup is, until it is dropped."""
_SINGLES = (
    ("\x8f", OPAQUE),
    ("\u2019", "'"),
    ("\u02bc", "'"),
    ("\u2018", "\x91"),
    ("\u201c", "\x93"),
    ("\u201d", "\x94"),
    ("\u2013", "\x96"),
    ("\u2014", "\x97"),
    ("\u2026", "\x8e"),
    (HOLE, OPAQUE),
    (GLUE, _UNSEEN),
    ("\u00ad", _UNSEEN),
    ("\x85", " "),
    ("\xa0", " "),
)
_INVISIBLE = frozenset("\u200b\u2060\ufeff")
_SPACES = "\n\t\r\f\v\x1c\x1d\x1e\x1f"
_JOINT = "\0"
"""Stands between two blocks until white space is collapsed: no white space, so that none is lost to it."""
_RUN = pattern(f"[ {OPAQUE}{_UNSEEN}]{{2,}}|{_UNSEEN}")
_HOLES = pattern(f"{OPAQUE}{OPAQUE}+")
_HOLES_APART = pattern(f"{OPAQUE}(?: +{OPAQUE})+ *")
_WIDE = pattern("  +")


def _letter(char: str) -> str:
    """Fold a character outside Latin-1 to one that is a letter, upper-case, a space, unseen or a sign."""
    if char.isupper():
        return "Þ"
    if char.isalnum() or "\u0300" <= char <= "\u036f":
        return "þ"
    if char.isspace():
        return " "
    return _UNSEEN if char in _INVISIBLE else OPAQUE


def _fold_unencodable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_letter, error.object[error.start : error.end])), error.end


codecs.register_error("whosays-fold", _fold_unencodable)


def _latin(text: str) -> str:
    """Return ``text`` at the same length with every character in Latin-1 and every white space a space."""
    if not text.isascii():
        for old, new in _SINGLES:
            text = text.replace(old, new)
        text = text.encode("latin-1", "whosays-fold").decode("latin-1")
    for space in _SPACES:
        text = text.replace(space, " ")
    return text


def _collapse(text: str) -> str:
    """Collapse the runs of a text: a few whole passes are far faster than a look at each run."""
    text = text.replace(_UNSEEN, "")
    text = _HOLES.sub(OPAQUE, text)
    text = _HOLES_APART.sub(f"{OPAQUE} ", text)
    return _WIDE.sub(" ", text)


@lru_cache(1024)
def _left(run: str) -> int:
    """Return how much ``_collapse`` leaves of a run; a text has few different ones."""
    return len(_collapse(run))


def _runs(text: str) -> Runs:
    """Return where ``_collapse`` shortens the text of one block."""
    at, source = [0], [0]
    gone = 0
    plain = OPAQUE not in text and _UNSEEN not in text
    for run in (_WIDE if plain else _RUN).finditer(text):
        first, past = run.span()
        gone += past - first - _left(run.group())
        at.append(past - gone)
        source.append(past)
    return at, source


def _holding(blocks: Sequence[Block]) -> Iterator[tuple[int, list[Span]]]:
    """Yield the number of each block that holds others, with their spans: few do, and of few texts."""
    for number, (one, other) in enumerate(pairwise(blocks), 1):
        end = one[1][1]
        if other[1][0] < end:
            past = number + 1
            while past < len(blocks) and blocks[past].span.start < end:
                past += 1
            yield number - 1, [block.span for block in blocks[number:past]]


def _joined(document: Document) -> str:
    """Join the prose of the blocks."""
    prose = document.prose
    if document.spelled:
        prose = spelled_out(prose, document.spelled)
    if _JOINT in prose:
        prose = prose.replace(_JOINT, HOLE)
    pieces = [prose[start:end] for _, (start, end), _, _ in document.blocks]
    for number, inner in _holding(document.blocks):
        origin = document.blocks[number].span.start
        pieces[number] = fill(pieces[number], [(start - origin, end - origin, GLUE) for start, end in inner])
    return f"{_JOINT}{_JOINT.join(pieces)}{_JOINT}" if pieces else _JOINT


def fold(document: Document) -> Flat:
    """Fold a document's prose; find its sentences and quotations."""
    joined = _latin(_joined(document))
    text = _collapse(joined).replace(_JOINT, SEPARATOR)
    blocks: list[str] = []

    def runs(block: int) -> Runs:
        if not blocks:  # many a text has no finding whose place would be asked for
            blocks.extend(joined.split(_JOINT)[1:-1])
        return _runs(blocks[block])

    flat = Flat(document, text, runs)
    flat.set_sentences(*find_sentences(text, flat.blocks, flat.block_starts))
    flat.set_quotations(find_quotations(text, flat.blocks, flat.block_starts))
    return flat
