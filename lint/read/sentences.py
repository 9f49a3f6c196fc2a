"""Sentence bounds, by sentencex, mended where our readers' texts showed it wrong."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import ge

import sentencex

from lint.model.pattern import pattern

# Where a sentence may end; a block that has none inside is one sentence: most headings, items and cells.
# Between a lower-case word that is no abbreviation and a capital, an end needs no second opinion (group 1),
# nor does that of a sentence in brackets.
_FOUR = "approx dept govt univ assn misc incl resp figs secs vols refs capt prof".split()
_THREE = "etc vol fig sec esp eds inc ltd gen rev art nos pts cap jan feb mar apr jun jul aug sep oct nov dec".split()
_TWO = "vs al pp no eq cf ca st ed ch dr mr co ie eg pt".split()
_WHOLE_WORD = (
    r"(?:(?<=[a-z]{4}.)"
    + "".join(rf"(?<!\b{word}.)" for word in _FOUR)
    + r"|(?<= [a-z]{3}.)"
    + "".join(rf"(?<!{word}.)" for word in _THREE)
    + r"|(?<= [a-z]{2}.)"
    + "".join(rf"(?<!{word}.)" for word in _TWO)
    + r"|(?<=\.[a-z]{2}.)|(?<=\.[a-z]{3}.)|(?<=[)\x1a].))"
)
_OTHER_END = r"|(?<=[a-z0-9\x1a]{2}.)(?<!etc.)(?<!al.)(?<!nc.)(?<!td.)(?<!Co.)(?<!Jr.)\) (?=[A-Z\x1a])()|[\"'\x94)\]]* (?!\n))"
_FIRST = r"(?:The|This|That|There|It|He|She|They|We|I|You|In|But|And|When|Then|If)\b"
# A full stop in a quotation ends the sentence, for before "he said" stands a comma; other marks may stand there.
_STOP = (
    rf"(?:{_WHOLE_WORD}(?:\)|[\"\x94])? (?=[\"'\x91\x93]?[A-Z])()"
    + rf"|[\"\x94] (?={_FIRST})()| (?=[\"\x93]{_FIRST})()"
    + r"|(?:(?<=\betc.)|(?<=[\xb0/][A-Za-z].)) (?=[A-Z])()|(?<=\b[Nn]o.) (?=(?!One\b|Two\b)[A-Z][a-z']|[AI] )()"
    + _OTHER_END
)
_ASKED = rf"(?:{_WHOLE_WORD}(?:\)? (?=[\"'\x91\x93]?[A-Z])|[\"\x94] (?=[\"\x93]))()" + _OTHER_END
# One pattern a mark: a search for one literal takes a quarter of the time of a search for a set of them.
_INNER_ENDS = tuple((mark, pattern(rf"[{mark}]{_STOP if mark == '.' else _ASKED}")) for mark in ".!?\x8e")
# sentencex ends no sentence inside a quotation that it has seen the end of, and takes an end for a beginning
# where it has not seen the beginning; so it gets to see no quotation marks, and
# no brackets, which it treats alike.
_SHOWN = (
    ("\x91", "~"),
    ('"', "~"),
    ("\x93", "~"),
    ("\x94", "~"),
    ("(", "~"),
    (")", "~"),
    ("\x96", "\u2013"),
    ("\x97", "\u2014"),
    ("\x8e", "\u2026"),
    ("\x1a", "X"),
)
# Not an end: a lower-case word follows, or what came before is an abbreviation that a name follows.
# A name such as p50 or iOS may begin a sentence.
_CONTINUES = pattern(r"\s*(?:[a-z]+(?![A-Z0-9a-z])|[,;:)])")
_ABBREVIATED = pattern(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|St|Jr|Sr|vs|cf|al|etc|e\.g|i\.e|viz|aka|approx"
    r"|No|Nos|Fig|Figs|Vol|pp|p|Eq|Sec|Ch|Art|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|(?<![\w.])[A-Z](?:\.[A-Z])*)\.[\"'\x94)\]]*\s*$"
    r"|\([a-z]{1,4}\.\s*$"
)
_NUMBERED = pattern(
    r"\b(?:[a-z]|[Nn]os?|[Vv]ols?|[Ff]igs?|[Ss]ecs?|[Cc]h|[Aa]rts?|[Ee]qs?|pp?|approx|cf|ca)\.\s*$"
)
# An end beyond doubt, at the capital after it: the word before is longer than all abbreviations but one.
_CLEAR = pattern(r"(?<=[a-z]{4}[.?!] )(?<!approx[.] )[A-Z]")
_MAY_END = pattern(r"(?:\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|al)|\b[A-Z]\.[A-Z](?:\.[A-Z])*)\.[\"'\x94)\]]*\s*$")
_STARTER = pattern(
    r"\s*[\"'\x93]?(?:The|This|That|These|Those|It|He|She|They|We|I|You|In|On|At|But|And|However|There|If|When"
    r"|As|A|An|For|By|To|With|After|Before|Since|While|Some|Many|Most|His|Her|Its|Their|Our|Then|Now|Yet|So)\b"
)
# After a single capital, which mostly is an initial: words that nobody bears as a name.
_INITIAL = pattern(r"(?<![\w.])[A-Z]\.[\"'\x94)\]]*\s*$")
_NO_NAME = pattern(
    r"\s*[\"'\x93]?(?:The|This|That|These|Those|It|They|We|You|But|And|However|There|If|When|After|Before|Since"
    r"|While|Their|Then|Its|Yet)\b"
)
# Within an omission, or a bracket that is part of a word: "by the ... Accord", "(a)b".
_WITHIN = pattern(r"(?:[\"'\x94)\]][^ A-Z]| \.\.\. ?.)$")
# An end where the space behind it was left out, and no "web.Site": a word, and what may follow it.
_WORD = pattern(r"[a-z]{2}[.?!]$")
_NEXT = pattern(r"[A-Z]|--[A-Z]|[\x8e\x91\x93\x96\x97]")
_CLOSING = "\"'\x94)]"
_SPEAKER = pattern(
    r"\s*(?:[A-Z][\w'-]*\.? ){1,3}(?:said|says|asked|asks|cried|cries|exclaimed|replied|answered|shouted|whispered"
    r"|called|yelled|screamed|added|demanded|wondered|inquired|murmured|muttered|repeated|begged)\b(?!,? [\"\x93])"
)


def _joins(before: str, after: str) -> bool:
    """Say whether a split between two pieces is no sentence end."""
    closed = before[-1] in _CLOSING
    if _CONTINUES.match(after):
        return closed or before.rstrip()[-1:] not in "!?" or after.lstrip()[:1] in ",;:)"
    if _ABBREVIATED.search(before):
        if initial := _INITIAL.search(before):
            return not (_STARTER if initial.group().startswith("I") else _NO_NAME).match(after)
        return not (_MAY_END.search(before) and _STARTER.match(after))
    if after.lstrip()[:1].isdigit():
        return bool(_NUMBERED.search(before))
    return closed and before.rstrip(_CLOSING)[-1:] != "." and bool(_SPEAKER.match(after))


def _within(before: str, after: str) -> bool:
    """Say whether a split between two pieces is inside a word or an omission."""
    if before[-1] == " " or after[0] == " " or before[-1] in _CLOSING:
        return bool(_WITHIN.search(before + after[0]))
    if not _WORD.search(before):
        return True
    return not (_STARTER if before[-1] == "." and after[0].isalpha() else _NEXT).match(after)


def _bounds(text: str) -> list[int]:
    """Return the starts of the sentences of one block, from 0, and its length at the end."""
    clean = text
    for folded, shown in _SHOWN:
        clean = clean.replace(folded, shown)
    starts, length = [0], len(text)
    for piece in sentencex.get_sentence_boundaries("en", clean):
        end = piece["end_index"]
        if _CLEAR.match(text, end):
            starts.append(end)
            continue
        if text[end - 1] != " ":
            while end < length and text[end] in _CLOSING:
                end += 1
        before, after = text[max(starts[-1], end - 24) : end], text[end : end + 40]
        if 0 < end < length and not (_within(before, after) or _joins(before, after)):
            starts.append(end)
    starts.append(length)
    return starts


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the flat spans of the sentences of a stretch, without the space around them."""
    piece = text[start:end]
    spans = []
    for first, past in pairwise(_bounds(piece)):
        while past > first and piece[past - 1] == " ":
            past -= 1
        while first < past and piece[first] == " ":
            first += 1
        if past > first:
            spans.append((start + first, start + past))
    return spans


def find_sentences(
    text: str, blocks: Sequence[tuple[int, int]], block_starts: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Return where the sentences start and where they end, in order, without the space around them."""
    starts = [*block_starts]
    ends = [end for _, end in blocks]
    doubts: list[int] = []
    for mark, inner_end in _INNER_ENDS:
        if mark in text:
            for found in inner_end.finditer(text):
                stop, after = found.span()
                if found.lastindex is None:
                    doubts.append(stop)
                else:
                    ends.append(after - 1)
                    starts.append(after)
    # Once both are in order, each end belongs to the start of its own number.
    starts.sort()
    ends.sort()
    # A second opinion is asked on the stretch between two certain ends, not on the whole block: a quotation
    # mark that is never closed would keep all that follows in one sentence.
    for number in sorted({bisect_right(starts, stop) - 1 for stop in doubts}, reverse=True):
        spans = _split(text, starts[number], ends[number])
        starts[number : number + 1] = [first for first, _ in spans]
        ends[number : number + 1] = [past for _, past in spans]
    if any(map(ge, starts, ends)):  # a block of characters that nobody sees
        spans = [(first, past) for first, past in zip(starts, ends, strict=True) if first < past]
        starts, ends = [first for first, _ in spans], [past for _, past in spans]
    return starts, ends
