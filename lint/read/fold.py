"""Document → Flat: the folded copy that cues are matched against."""

from __future__ import annotations

import codecs

from lint.model.flat import OPAQUE, SEPARATOR, Flat
from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Document
from lint.read.quotations import find_quotations
from lint.read.sentences import find_sentences

_UNSEEN = "\x8f"
"""Stands for markup, and for what is as invisible to a reader as markup is, until it is dropped."""
_BREAK = "\0\0\0"
"""Stands for the separator of blocks while white space is collapsed: as long as it, and no white space."""
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
_WIDE = pattern("  +")
_RUN = pattern(f"[ {OPAQUE}{_UNSEEN}]{{2,}}|{_UNSEEN}")


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


def _collapsed(run: str) -> str:
    """Return what a run of spaces, markup and holes comes to."""
    head, hole, tail = run.partition(OPAQUE)
    if not hole:
        return " " if " " in run else ""
    return (" " if " " in head else "") + hole + (" " if " " in tail else "")


def _collapse(text: str) -> tuple[str, list[int], list[int]]:
    """Collapse the runs of a text; return it with its map: from ``at[i]`` on, ``text`` offset ``source[i]``."""
    plain = _UNSEEN not in text and OPAQUE not in text
    pieces: list[str] = []
    at, source = [0], [0]
    last = there = 0
    for run in (_WIDE if plain else _RUN).finditer(text):
        first, past = run.span()
        short = " " if plain else _collapsed(run.group())
        pieces += (text[last:first], short)
        there += first - last + len(short)
        at.append(there)
        source.append(past)
        last = past
    pieces.append(text[last:])
    return "".join(pieces), at, source


def _joined(document: Document) -> tuple[str, list[int], list[int]]:
    """Join the prose of the blocks; return it with where each block begins in it and in the source."""
    prose = document.prose.replace("\0", HOLE) if "\0" in document.prose else document.prose
    sources = [block.span.start for block in document.blocks]
    starts: list[int] = []
    at = len(_BREAK)
    for _, (start, end), *_ in document.blocks:
        starts.append(at)
        at += end - start + len(_BREAK)
    pieces = ["", *(prose[start:end] for _, (start, end), *_ in document.blocks), ""]
    return _BREAK.join(pieces), starts, sources


def fold(document: Document) -> Flat:
    """Fold a document's prose; find its sentences and quotations."""
    joined, starts, sources = _joined(document)
    text, at, joined_at = _collapse(_latin(joined))
    text = text.replace(_BREAK, SEPARATOR)
    flat = Flat(document, text, (at, joined_at), (starts, sources))
    flat.set_sentences(find_sentences(text, flat.blocks))
    flat.set_quotations(find_quotations(text, flat.blocks))
    return flat
