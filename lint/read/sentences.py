"""Sentence bounds, by sentencex, mended where our readers' texts showed it wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

import sentencex

# A block that has no sentence end inside it is one sentence: most headings, items and cells.
_INNER_END = re.compile(r"[.!?\x8e][\"'\x94)\]]*\s")
_CURLY = {
    0x91: "\u2018",
    0x93: "\u201c",
    0x94: "\u201d",
    0x96: "\u2013",
    0x97: "\u2014",
    0x8E: "\u2026",
    0x1A: "X",
}
_CONTROL = re.compile("[\x1a\x80-\x9f]")
# Not an end: a lower-case word follows, or what came before is an abbreviation that a name follows.
_CONTINUES = re.compile(r"\s*[a-z,;:)]")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|St|Jr|Sr|vs|cf|al|etc|e\.g|i\.e|viz|approx"
    r"|No|Nos|Fig|Figs|Vol|pp|p|Eq|Sec|Ch|Art|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|(?<![\w.])[A-Z](?:\.[A-Z])*)\.\s*$"
)
_MAY_END = re.compile(r"(?:\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|al)|\b[A-Z]\.[A-Z](?:\.[A-Z])*)\.\s*$")
_STARTER = re.compile(
    r"\s*[\"'\x93]?(?:The|This|That|These|Those|It|He|She|They|We|I|You|In|On|At|But|And|However|There|If|When"
    r"|As|A|An|For|By|To|With|After|Before|Since|While|Some|Many|Most|His|Her|Its|Their|Our|Then|Now|Yet|So)\b"
)


def _joins(before: str, after: str) -> bool:
    """Say whether a split between two pieces is no sentence end."""
    if _CONTINUES.match(after):
        return not re.search(r"[!?][\"'\x94)]*\s*$", before) or after.lstrip()[:1] in ",;:)"
    if not _ABBREVIATED.search(before):
        return False
    return not (_MAY_END.search(before) and _STARTER.match(after))


def _bounds(text: str) -> list[int]:
    """Return the starts of the sentences of one block, from 0, and its length at the end."""
    clean = text.translate(_CURLY) if _CONTROL.search(text) else text
    ends = [piece["end_index"] for piece in sentencex.get_sentence_boundaries("en", clean)]
    starts = [0]
    for end in ends:
        if 0 < end < len(text) and not _joins(text[max(starts[-1], end - 24) : end], text[end : end + 24]):
            starts.append(end)
    starts.append(len(text))
    return starts


def _in_block(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if not _INNER_END.search(text, start, end):
        return [(start, end)] if end > start else []
    piece = text[start:end]
    starts = _bounds(piece)
    spans = []
    for first, past in zip(starts, starts[1:], strict=False):
        inner = piece[first:past]
        lead = len(inner) - len(inner.lstrip())
        if stripped := inner.strip():
            spans.append((start + first + lead, start + first + lead + len(stripped)))
    return spans


def find_sentences(text: str, blocks: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the flat spans of the sentences of each block, without the space around them."""
    return [_in_block(text, start, end) for start, end in blocks]
