"""Kind ``limit``: what is longer than its reader can hold."""

from __future__ import annotations

from collections.abc import Iterator

from lint.match.words import Tally, field, tally, unpacked
from lint.model.context import Context, Match
from lint.model.pattern import pattern
from lint.model.rule import Rule

# A bracket that holds a year is a reference, not part of the sentence's burden.
_REFERENCE = pattern(r"[(\[][^()\[\]]{0,200}?\b(?:1[5-9]|20)\d\d[a-z]?\b[^()\[\]]{0,200}[)\]]")
_LIST = pattern(r":\s")
_SENTENCE_AFTER = pattern(r": (?=[A-Z][a-z]*'?[a-z]* [a-z])")
"""A colon with a whole sentence after it, with its own capital: the reader rests there."""
_QUOTES = ('"', "\x93")


def long_sentence(context: Context, rule: Rule) -> Iterator[Match]:
    """Find sentences above ``suggestion`` words; above ``warning`` they are graver."""
    counted = tally(context)
    limit = int(context.target(rule.name, "suggestion", 25))
    grave = int(context.target(rule.name, "warning", 35))
    lengths = counted.lengths
    for sentence in [s for s in counted.running if lengths[s] > limit]:
        start, end = context.flat.sentences[sentence]
        words = _burden(context, sentence)
        if words > limit and not _is_quotation(context, start, end):
            message = f"{words} words; the target is {limit}"
            prior = min(0.6 + 0.04 * (words - limit), 0.95)
            severity = "warning" if words > grave else ""
            yield Match(rule, start, end, message=message, prior=prior, severity=severity, weighed=True)


def _burden(context: Context, sentence: int) -> int:
    """Return the words of a sentence without references, and without a list that a colon introduces.

    Of two sentences with a colon between them the longer one counts.
    """
    counted = tally(context)
    words = counted.lengths[sentence]
    text = context.flat.text[slice(*context.flat.sentences[sentence])]
    if "(" in text or "[" in text:
        words -= sum(len(m.group().split()) for m in _REFERENCE.finditer(text))
    if (colon := _LIST.search(text)) and (
        text.count(";", colon.end()) >= 2 or text.count(",", colon.end()) >= 3
    ):
        words -= len(text[colon.end() :].split())
    elif said := _SENTENCE_AFTER.search(text):
        words -= min(len(text[: said.start()].split()), len(text[said.end() :].split()))
    return words


def _is_quotation(context: Context, start: int, end: int) -> bool:
    """Say whether a sentence is wholly or mostly someone else's words."""
    flat = context.flat
    quarter = (end - start) // 4
    return flat.text[start] in _QUOTES or sum(flat.quoted(start + n * quarter) for n in (1, 2, 3)) >= 2


def long_paragraph(context: Context, rule: Rule) -> Iterator[Match]:
    """Find paragraphs above ``words``, or above ``sentences`` sentences and ``floor`` words."""
    counted = tally(context)
    limit = context.target(rule.name, "words", 150)
    most = context.target(rule.name, "sentences", 6)
    floor = context.target(rule.name, "floor", 110)
    for number in counted.prose:
        words = field(counted.blocks[number], "words")
        if words <= min(floor, limit):
            continue
        first, past = context.flat.block_sentences[number]
        sentences = counted.turns[number]
        if words > limit or (sentences > most and words > floor):
            message = f"{words} words in {sentences} sentence{'s' * (sentences != 1)};"
            message += f" the target is {limit:.0f} words or {most:.0f} sentences"
            prior = min(0.65 + 0.25 * max(words / limit - 1, 0), 0.95)
            start, end = context.flat.sentences[first].start, context.flat.sentences[past - 1].end
            yield Match(rule, start, end, message=message, prior=prior, weighed=True, scope="paragraph")


_NAMES = 4
_TERM = pattern(r"\S[^:\n]{0,80}::(?: |$)")


def sentence_rhythm(context: Context, rule: Rule) -> Iterator[Match]:
    """Find ``run`` long sentences in a row, and ``flat`` sentences in a row of all but one length."""
    counted = tally(context)
    long = context.target(rule.name, "words", 25)
    run = int(context.target(rule.name, "run", 4))
    even = int(context.target(rule.name, "even", 8))
    for number in counted.prose:
        first, past = context.flat.block_sentences[number]
        if past - first < min(run, even) or _is_table(context, number):
            continue
        lengths = counted.lengths[first:past]
        for start, end in _runs([n > long for n in lengths], run):
            message = f"{end - start} sentences in a row of more than {long:.0f} words"
            yield _rhythm(context, rule, first + start, first + end, message)
        if len(lengths) >= even and max(lengths) - min(lengths) <= 3 and min(lengths) > 3:
            message = f"all {len(lengths)} sentences have {min(lengths)} to {max(lengths)} words"
            yield _rhythm(context, rule, first, past, message)


def _is_table(context: Context, number: int) -> bool:
    """Say whether a block is rather a table of names and what they mean: plain text has no other way to write one."""
    return context.flat.low.count("_", *context.flat.blocks[number]) >= _NAMES


def _rhythm(context: Context, rule: Rule, first: int, past: int, message: str) -> Match:
    sentences = context.flat.sentences
    return Match(
        rule,
        sentences[first].start,
        sentences[past - 1].end,
        message=message,
        weighed=True,
        scope="paragraph",
    )


def _runs(flags: list[bool], least: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each run of at least ``least`` true flags."""
    start = 0
    for number, flag in enumerate([*flags, False]):
        if not flag:
            if number - start >= least:
                yield start, number
            start = number + 1


def wall_of_text(context: Context, rule: Rule) -> Iterator[Match]:
    """Find more than ``words`` words with neither heading nor list, and headings that skip a level."""
    counted = tally(context)
    if unpacked(counted.total).words > context.target(rule.name, "page", 400):
        yield from _walls(context, rule, counted, int(context.target(rule.name, "words", 300)))
    last = past = 0
    document = context.flat.document
    for number, block in enumerate(document.blocks):
        if block.kind == "heading" and block.level:
            if (
                last
                and block.level > last + 1
                and not _level_between(document.text, past, block.span.start, last)
            ):
                start, end = context.flat.blocks[number]
                message = f"heading level {block.level} follows level {last}"
                yield Match(rule, start, end, message=message, prior=0.7, weighed=True, scope="heading")
            last, past = block.level, block.span.end


def _level_between(text: str, start: int, end: int, last: int) -> bool:
    """Say whether a heading of nothing but code, which is no prose, has the level below ``last``."""
    return any(len(m[1] or "#" * int(m[2])) == last + 1 for m in _HEADED.finditer(text, start, end))


_HEADED = pattern(r"^[ >]{0,6}(#{2,5})[ \t]|<[hH]([2-5])\b", 8)


def _walls(context: Context, rule: Rule, counted: Tally, limit: int) -> Iterator[Match]:
    """Yield each run of paragraphs with nothing else between them that is too long, at its first sentence."""
    flat = context.flat
    words, first = 0, -1
    prose = frozenset(counted.prose)
    kinds = [
        b.kind if b.kind != "paragraph" or n in prose else "" for n, b in enumerate(flat.document.blocks)
    ]
    # A term and its explanation are a list, as AsciiDoc and plain text write it.
    kinds = [
        "item" if k == "paragraph" and _TERM.match(flat.low, *flat.blocks[n]) else k
        for n, k in enumerate(kinds)
    ]
    for number, kind in enumerate([*kinds, "end"]):
        if first >= 0 and (kind not in {"paragraph", ""} or _shown_between(context, number)):
            if words > limit:
                start, end = flat.sentences[flat.block_sentences[first][0]]
                message = f"{words} words without a heading, a list or a listing; the target is {limit}"
                yield Match(rule, start, end, message=message, weighed=True, scope="section")
            words, first = 0, -1
        if kind == "paragraph":
            first = number if first < 0 else first
            words += field(counted.blocks[number], "words")


def _shown_between(context: Context, number: int) -> bool:
    """Say whether something else than prose, code or an image, stands between a block and the one before."""
    document = context.flat.document
    before, block = document.blocks[number - 1 : number + 1]
    between = document.text[before.span.end : block.span.start].strip(" \t\n>")
    return bool(between) and not between.startswith("<!--")


CHECKS = {
    "long-sentence": long_sentence,
    "long-paragraph": long_paragraph,
    "sentence-rhythm": sentence_rhythm,
    "wall-of-text": wall_of_text,
}
