"""Sentence bounds, by sentencex, mended where our readers' texts showed it wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import sentencex

from lint.model.pattern import pattern

# Where a sentence may end; a block that has none inside is one sentence: most headings, items and cells.
# Between a lower-case word that is no abbreviation and a capital, an end needs no second opinion (group 1).
_FOUR = "approx dept govt univ assn misc incl resp figs secs vols refs capt prof".split()
_THREE = "etc vol fig sec esp eds inc ltd gen rev art nos pts cap jan feb mar apr jun jul aug sep oct nov dec".split()
_TWO = "vs al pp no eq cf ca st ed ch dr mr co ie eg pt".split()
_INNER_END = pattern(
    r"[.!?\x8e](?:(?:(?<=[a-z]{4}.)"
    + "".join(rf"(?<!\b{word}.)" for word in _FOUR)
    + r"|(?<= [a-z]{3}.)"
    + "".join(rf"(?<!{word}.)" for word in _THREE)
    + r"|(?<= [a-z]{2}.)"
    + "".join(rf"(?<!{word}.)" for word in _TWO)
    + r"|(?<=[)\x1a].)) (?=[A-Z])()|[\"'\x94)\]]* )"
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
_CONTROL = pattern("[\x1a\x80-\x9f]")
# Not an end: a lower-case word follows, or what came before is an abbreviation that a name follows.
_CONTINUES = pattern(r"\s*[a-z,;:)]")
_ABBREVIATED = pattern(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|St|Jr|Sr|vs|cf|al|etc|e\.g|i\.e|viz|approx"
    r"|No|Nos|Fig|Figs|Vol|pp|p|Eq|Sec|Ch|Art|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|(?<![\w.])[A-Z](?:\.[A-Z])*)\.\s*$"
)
_MAY_END = pattern(r"(?:\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|al)|\b[A-Z]\.[A-Z](?:\.[A-Z])*)\.\s*$")
_STARTER = pattern(
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


def _spans(start: int, starts: Sequence[int], piece: str) -> list[tuple[int, int]]:
    """Return the flat spans between the starts in a piece, without the space around them."""
    spans = []
    for first, past in pairwise(starts):
        while past > first and piece[past - 1] == " ":
            past -= 1
        while first < past and piece[first] == " ":
            first += 1
        if past > first:
            spans.append((start + first, start + past))
    return spans


def find_sentences(text: str, blocks: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the flat spans of the sentences of each block, without the space around them."""
    ends = [(m.start(), m.end(), m.lastindex) for m in _INNER_END.finditer(text)]
    ends.append((len(text) + 1, 0, 1))
    found: list[list[tuple[int, int]]] = []
    row = 0
    for start, end in blocks:
        sentences: list[tuple[int, int]] = []
        first, asked = start, False
        while ends[row][0] < end:
            stop, after, certain = ends[row]
            row += 1
            if after > end:
                continue
            if certain != 1:
                asked = True
                continue
            sentences += _split(text, first, stop + 1) if asked else ((first, stop + 1),)
            first, asked = after, False
        if asked:
            sentences += _split(text, first, end)
        elif end > first:
            sentences.append((first, end))
        found.append(sentences)
    return found


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ask for a second opinion on the stretch between two certain ends.

    Not on the whole block: a quotation mark that is never closed would keep all that follows in one sentence.
    """
    piece = text[start:end]
    return _spans(start, _bounds(piece), piece)
