"""Sentence bounds, by sentencex, mended where our readers' texts showed it wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import sentencex

# Where a sentence may end. A block that has none inside is one sentence: most headings, items and cells.
_INNER_END = re.compile(r"[.!?\x8e][\"'\x94)\]]* ")
# A full stop after a lower-case word that is no abbreviation, before a capital, needs no second opinion.
_PLAIN_END = re.compile(
    r"(?<![\w.'-])(?!(?:etc|approx|dept|govt|assn|univ|misc|incl|resp|figs?|secs?|nos?|vols?|eqs?|refs?|esp|capt|prof|gen|viz)\b)"
    r"[a-z]{3,11}[.!?]$|[a-z]{9}[.!?]$|[^\W\d_A-Z]{4,11}\)[.!?]$"
)
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


def _spans(text: str, starts: Sequence[int]) -> list[tuple[int, int]]:
    """Return the spans between starts, without the space around them."""
    spans = []
    for first, past in pairwise(starts):
        while past > first and text[past - 1] == " ":
            past -= 1
        while first < past and text[first] == " ":
            first += 1
        if past > first:
            spans.append((first, past))
    return spans


def _in_block(text: str, start: int, end: int, ends: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Split one block at its candidate ends: at once where all are plain, else by sentencex."""
    for stop, after in ends:
        if not (_PLAIN_END.search(text, max(start, stop - 12), stop + 1) and text[after].isupper()):
            piece = text[start:end]
            return [(start + a, start + b) for a, b in _spans(piece, _bounds(piece))]
    return _spans(text, [start, *(after for _, after in ends), end])


def find_sentences(text: str, blocks: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the flat spans of the sentences of each block, without the space around them."""
    candidates = [(m.start(), m.end()) for m in _INNER_END.finditer(text)]
    found: list[list[tuple[int, int]]] = []
    row, rows = 0, len(candidates)
    for start, end in blocks:
        first = row
        while row < rows and candidates[row][1] < end:
            row += 1
        if first == row:
            found.append([(start, end)] if end > start else [])
        else:
            found.append(_in_block(text, start, end, candidates[first:row]))
        while row < rows and candidates[row][0] < end + 1:
            row += 1
    return found
