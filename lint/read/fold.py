"""Document → Flat: the folded copy that cues are matched against."""

from __future__ import annotations

import codecs
import re

from lint.model.flat import OPAQUE, SEPARATOR, Flat
from lint.model.text import GLUE, HOLE, Document
from lint.read.quotations import find_quotations
from lint.read.sentences import find_sentences

# Soft hyphen, zero-width space, word joiner and BOM are as invisible to a reader as markup is.
_UNSEEN = f"{GLUE}\u00ad\u200b\u2060\ufeff"
_RUN = re.compile(f"[\\s{_UNSEEN}{HOLE}]{{2,}}|[{_UNSEEN}]")
_ASCII_RUN = re.compile(r"[ \t\n\r\f\v\x1c-\x1f]{2,}")
_SPACE = re.compile(r"[^\S ]")
_BREAK = "\0\0\0"
"""Stands for the separator of blocks while white space is collapsed: as long as it, and no white space."""
_SINGLES = (
    ("\u2019", "'"),
    ("\u02bc", "'"),
    ("\u2018", "\x91"),
    ("\u201c", "\x93"),
    ("\u201d", "\x94"),
    ("\u2013", "\x96"),
    ("\u2014", "\x97"),
    ("\u2026", "\x8e"),
    (HOLE, OPAQUE),
)


def _letter(char: str) -> str:
    """Fold a character outside Latin-1 to one that is a letter, upper-case, a mark or none of these."""
    if char.isupper():
        return "Þ"
    if char.isalnum() or "\u0300" <= char <= "\u036f":
        return "þ"
    return " " if char.isspace() else OPAQUE


def _fold_unencodable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_letter, error.object[error.start : error.end])), error.end


codecs.register_error("whosays-fold", _fold_unencodable)


def _collapsed(run: str) -> str:
    """Return what a run of spaces, markup and holes comes to."""
    if HOLE not in run:
        return " " if run.isspace() or any(c.isspace() for c in run) else ""
    head, _, tail = run.partition(HOLE)
    return (
        (" " if any(c.isspace() for c in head) else "")
        + OPAQUE
        + (" " if any(c.isspace() for c in tail.replace(HOLE, "")) else "")
    )


def _collapse(text: str) -> tuple[str, list[int], list[int]]:
    """Collapse the runs of a text; return it with its map: from ``at[i]`` on, ``text`` offset ``source[i]``."""
    ascii_only = text.isascii()
    pieces: list[str] = []
    at, source = [0], [0]
    last = there = 0
    for run in (_ASCII_RUN if ascii_only else _RUN).finditer(text):
        first, past = run.span()
        short = " " if ascii_only or (whole := run.group()).isspace() else _collapsed(whole)
        pieces.append(text[last:first])
        pieces.append(short)
        there += first - last + len(short)
        at.append(there)
        source.append(past)
        last = past
    pieces.append(text[last:])
    return "".join(pieces), at, source


def _latin(text: str) -> str:
    """Return ``text`` with every character in Latin-1, at the same length."""
    if text.isascii():
        return text
    for old, new in _SINGLES:
        text = text.replace(old, new)
    return text.encode("latin-1", "whosays-fold").decode("latin-1")


def _joined(document: Document) -> tuple[str, list[int], list[int]]:
    """Join the prose of the blocks; return it with where each block begins in it and in the source."""
    prose = document.prose.replace("\0", HOLE) if "\0" in document.prose else document.prose
    pieces, starts, sources = [_BREAK], [], []
    at = len(_BREAK)
    for block in document.blocks:
        start, end = block.span
        pieces.append(prose[start:end])
        pieces.append(_BREAK)
        starts.append(at)
        sources.append(start)
        at += end - start + len(_BREAK)
    return "".join(pieces), starts, sources


def fold(document: Document) -> Flat:
    """Fold a document's prose; find its sentences and quotations."""
    joined, starts, sources = _joined(document)
    text, at, joined_at = _collapse(joined)
    text = _latin(_SPACE.sub(" ", text.replace("\n", " "))).replace(_BREAK, SEPARATOR)
    flat = Flat(document, text, (at, joined_at), (starts, sources))
    flat.set_sentences(find_sentences(text, flat.blocks))
    flat.set_quotations(find_quotations(text, flat.blocks))
    return flat
