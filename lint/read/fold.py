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
_SPACE = re.compile(r"[^\S ]")
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
        return " " if any(c.isspace() for c in run) else ""
    head, _, tail = run.partition(HOLE)
    return (
        (" " if any(c.isspace() for c in head) else "")
        + OPAQUE
        + (" " if any(c.isspace() for c in tail.replace(HOLE, "")) else "")
    )


def _fold_block(prose: str, start: int, end: int, at: int, maps: tuple[list[int], list[int]]) -> str:
    """Fold one block that begins at flat offset ``at``; note in ``maps`` where offsets jump."""
    flat_at, source_at = maps
    flat_at.append(at)
    source_at.append(start)
    pieces: list[str] = []
    last = start
    for run in _RUN.finditer(prose, start, end):
        first, past = run.span()
        short = _collapsed(run.group())
        pieces.append(prose[last:first])
        pieces.append(short)
        at += first - last + len(short)
        flat_at.append(at)
        source_at.append(past)
        last = past
    pieces.append(prose[last:end])
    return "".join(pieces)


def _latin(text: str) -> str:
    """Return ``text`` with every character in Latin-1, at the same length."""
    if text.isascii():
        return text
    for old, new in _SINGLES:
        text = text.replace(old, new)
    return text.encode("latin-1", "whosays-fold").decode("latin-1")


def fold(document: Document) -> Flat:
    """Fold a document's prose; find its sentences and quotations."""
    pieces = [SEPARATOR]
    at, flat_at, source_at = len(SEPARATOR), [0], [0]
    bounds: list[tuple[int, int]] = []
    for block in document.blocks:
        piece = _SPACE.sub(" ", _fold_block(document.prose, *block.span, at, (flat_at, source_at)))
        pieces += (piece, SEPARATOR)
        bounds.append((at, at + len(piece)))
        at += len(piece) + len(SEPARATOR)
        flat_at.append(at - len(SEPARATOR))
        source_at.append(block.span.end)
    flat = Flat(document, _latin("".join(pieces)), bounds, flat_at, source_at)
    flat.set_sentences(find_sentences(flat.text, bounds))
    flat.set_quotations(find_quotations(flat.text, bounds))
    return flat
