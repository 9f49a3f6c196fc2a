"""proselint's checks without a literal cue: each a quick look for a telling character, then a close one.

All return flat places. Each must cost next to nothing on a text that has nothing to find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from math import ceil

from lint.match.proselint_items import Sweep
from lint.match.repetition import find_repetitions
from lint.model.context import Context
from lint.model.digits import zeros
from lint.model.pattern import pattern
from lint.model.rule import Rule

Place = tuple[int, int]
_FIGURE = pattern(r"0(?: ?(?:[ap]\.?m\b|x)|'s)", re.ASCII)
_SMALL = frozenset(("the", "a", "an", "in", "on", "of", "to", "it", "is", "that", "this", "we", "you", "and"))
_OTHER_LETTER = "þ"
"""What every letter outside Latin-1 is folded to: two words of such letters look alike if they are as long."""
_AROUND_WORDS = "*_`\"'“”‘’.,;:!?()[]"
_QUOTED = pattern(r'"[\w ]*\w"(?!\w)')
_MARKS = pattern("[!?]+")
_WORD = pattern(r"\b[a-zA-Z_][a-zA-Z_'-]+[a-zA-Z_]\b")
NO_ADVERB = frozenset(
    (
        *(
            "ally",
            "anomaly",
            "apply",
            "assembly",
            "belly",
            "bully",
            "butterfly",
            "chilly",
            "comply",
            "costly",
        ),
        *(
            "curly",
            "daily",
            "deadly",
            "early",
            "elderly",
            "family",
            "fly",
            "friendly",
            "holy",
            "hourly",
            "italy",
        ),
        *(
            "jelly",
            "july",
            "kindly",
            "lily",
            "likely",
            "lively",
            "lonely",
            "lovely",
            "melancholy",
            "monopoly",
            "nightly",
        ),
        *("monthly", "multiply", "only", "orderly", "poly", "quarterly", "rally", "reply", "silly", "supply"),
        *("tally", "timely", "ugly", "weekly", "yearly"),
    )
)
"""Nouns, verbs and adjectives in -ly: with them the hyphen is right (*family-owned*, *early-stage*)."""


def sweep(context: Context, look: Sweep) -> Sequence[Place]:
    """Return the flat places that one sweep finds, in order; KeyError for a name not in the table."""
    find = _SWEEPS[look.name]
    return () if context.flat.document.format in _SET_BY_ITSELF.get(look.name, ()) else find(context, look)


def find_figures(
    context: Context, looks: Sequence[tuple[Rule, Sweep]]
) -> Iterator[tuple[Rule, Sweep, Place]]:
    """Yield what the checks of figures find: times of day, decades, products."""
    text = context.flat.text
    seen = -1
    for hit in _FIGURE.finditer(zeros(context)):
        start = hit.start()
        while text[start - 1].isdigit():
            start -= 1
        if start == seen:
            continue
        seen = start
        for rule, look in looks:
            if found := _compiled(look.text, look.cased).match(text, start):
                yield rule, look, found.span()


@lru_cache(maxsize=64)
def _compiled(regex: str, cased: bool) -> re.Pattern[str]:
    return pattern(regex, 0 if cased else re.IGNORECASE)


def _places_of(text: str, piece: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + len(piece))


def _word_start(text: str, at: int) -> int:
    while text[at - 1].isalnum() or text[at - 1] in "_'":
        at -= 1
    return at


def _adverb_hyphens(context: Context, _look: Sweep) -> Sequence[Place]:
    low = context.flat.low
    found: list[Place] = []
    for at in _places_of(low, "ly-"):
        start = _word_start(low, at)
        # A hyphen before it: the adverb is part of a longer phrase, where all hyphens are right.
        if start < at and low[start - 1] != "-" and low[start : at + 2] not in NO_ADVERB:
            found.append((start, at + 3))
    return found


def _but_paragraphs(context: Context, _look: Sweep) -> Sequence[Place]:
    flat = context.flat
    starts = (at + 2 for at in _places_of(flat.text, "\n But"))
    return [
        (at, at + 3)
        for at in starts
        if not flat.text[at + 3].isalnum() and flat.document.blocks[flat.block_of(at)].kind == "paragraph"
    ]


def _exclamations(context: Context, look: Sweep) -> Sequence[Place]:
    """Return the one exclamation that makes them too many; those in quotations are not the writer's."""
    flat = context.flat
    marks = [at for at in _places_of(flat.text, "!") if flat.text[at - 1].isalnum() and not flat.quoted(at)]
    length = max(len(flat.document.text), 1000)
    allowed = max(ceil(look.threshold / 1e6 * length), 2)
    return [(at - 1, at + 1) for at in marks[allowed - 1 : allowed]]


def _hyperboles(context: Context, _look: Sweep) -> Sequence[Place]:
    text = context.flat.text
    firsts = sorted(at for mark in "!?" for at in _places_of(text, mark) if text[at + 1] in "!?")
    found: list[Place] = []
    for at in firsts:
        if not found or at >= found[-1][1]:
            found.append((_word_start(text, at), _MARKS.match(text, at).end()))  # type: ignore[union-attr]
    return found


def _ellipses(context: Context, _look: Sweep) -> Sequence[Place]:
    return [(at, at + 3) for at in _places_of(context.flat.text, "...")]


def _straight_quotes(context: Context, _look: Sweep) -> Sequence[Place]:
    text = context.flat.text
    opening = (at for at in _places_of(text, '"') if text[at + 1].isalnum() and not text[at - 1].isalnum())
    return [found.span() for at in opening if (found := _QUOTED.match(text, at))]


def _repetitions(context: Context, _look: Sweep) -> Sequence[Place]:
    return [place for place in find_repetitions(context.flat.low) if not _is_meant(context, *place)]


def _is_meant(context: Context, start: int, end: int) -> bool:
    """Say whether a repetition is none: cells of a table, *1 000 000*, *Inexact inexact*, *over and over and over*."""
    flat = context.flat
    source = flat.source_span(start, end)
    document = flat.document
    if "<br" in document.text[source.start : source.end]:
        return True
    if document.format != "html" and "  " in document.prose[source.start : source.end].replace("\n", ""):
        return True
    if any(m.kind == "emphasis" and source.start < m.span.start < source.end for m in document.marks):
        return True  # of type *type*: the second is a name
    if _OTHER_LETTER in flat.low[start:end] and not _repeats(document.prose[source.start : source.end]):
        return True
    words = flat.text[start:end].split(" ")
    if words[0].isdigit():
        return True
    last = words[-1].strip("*_`\"'")
    if len(words) > 2 and "and" in (words[0], last):
        return "and" in words[1:-1]
    return (
        len(words) == 2
        and words[0] != last
        and not (words[0].istitle() and last.islower() and last in _SMALL)
    )


def _repeats(prose: str) -> bool:
    """Say whether the words of the source repeat each other, letter by letter."""
    words = [word.strip(_AROUND_WORDS) for word in prose.casefold().split()]
    return any(words == words[:size] * (len(words) // size) for size in range(1, len(words) // 2 + 1))


def _from_source(context: Context, ends: Iterable[int], tail: int) -> Sequence[Place]:
    """Return the flat places of gaps after the source offsets ``ends`` of sentence ends.

    Folding has made one space of the gap; but the source span of the flat place, from the mark to
    ``tail`` characters past the gap, is exact. What stands outside prose has no flat place and is left out.
    """
    flat = context.flat
    prose = flat.document.prose
    found = ((at, flat.flat(at)) for at in ends)
    return [
        (place, place + 2 + tail)
        for at, place in found
        if flat.source(place) == at and flat.text[place : place + 2] == prose[at] + " "
    ]


def _wide_gaps(context: Context, _look: Sweep) -> Sequence[Place]:
    """Return gaps of three spaces and more, with the next character, for a flat place must end in one."""
    prose = context.flat.document.prose
    ends = [at for at in _wide_ends(context) if prose.startswith(".   ", at)]
    return _from_source(context, ends, 1)


def _sentence_spacing(context: Context, _look: Sweep) -> Sequence[Place]:
    """Return the gaps after sentences of the rarer width, of one space when both are as frequent."""
    prose = context.flat.document.prose
    double = _before_words(prose, _wide_ends(context), 3)
    if not double:
        return ()
    single = _count_before_words(prose, " ")
    if not single:
        return ()
    rarer = double if len(double) < single else _before_words(prose, _ends(prose, " "), 2)
    return _from_source(context, rarer, 1)


def _wide_ends(context: Context) -> list[int]:
    """Return where marks stand before two spaces or more; found once for the two sweeps that ask."""
    found: list[int] | None = context.kept.get("wide-ends")
    if found is None:
        found = context.kept["wide-ends"] = _ends(context.flat.document.prose, "  ")
    return found


def _ends(prose: str, gap: str) -> list[int]:
    """Return where marks stand before a gap; one character is found far sooner than one with its gap."""
    return sorted(at for mark in ".?!" if mark in prose for at in _places_of(prose, mark + gap))


def _before_words(prose: str, ends: Iterable[int], length: int) -> list[int]:
    """Return those of the marks that have a word so many characters on."""
    return [at for at in ends if prose[at + length : at + length + 1].isalnum()]


def _count_before_words(prose: str, gap: str) -> int:
    """Return how many marks stand before a gap and a word: most texts need no more than the number."""
    pieces = (prose.split(mark + gap) for mark in ".?!" if mark in prose)
    return sum(piece[:1].isalnum() for parts in pieces for piece in parts[1:])


def _uncommon_words(context: Context, look: Sweep) -> Sequence[Place]:
    allowed = _words(look.text)
    return [m.span() for m in _WORD.finditer(context.flat.text) if m.group().lower() not in allowed]


@lru_cache(maxsize=8)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(" "))


_SWEEPS: dict[str, Callable[[Context, Sweep], Sequence[Place]]] = {
    "adverb-hyphen": _adverb_hyphens,
    "but-paragraph": _but_paragraphs,
    "ellipsis": _ellipses,
    "exclamation": _exclamations,
    "hyperbole": _hyperboles,
    "repetition": _repetitions,
    "sentence-spacing": _sentence_spacing,
    "straight-quotes": _straight_quotes,
    "uncommon-word": _uncommon_words,
    "wide-gap": _wide_gaps,
}

_LAID_OUT = frozenset("html latex markdown notebook rest asciidoc org mediawiki typst".split())
"""Formats in which nobody sees how wide a gap is in the source."""
_SET_BY_ITSELF = {
    "sentence-spacing": _LAID_OUT,
    "wide-gap": _LAID_OUT,
    "ellipsis": frozenset("rest asciidoc org typst".split()),
    "straight-quotes": frozenset("rest typst mediawiki".split()),
}
"""Sweeps for signs that the program that prints a format sets as they ought to be (Sphinx: dots, quotation marks).

In MediaWiki straight quotation marks are house style. Of Markdown's many programs some set them and some do not.
"""
