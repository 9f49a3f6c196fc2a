"""What is a fault by its share, not by its single use: passives and jargon. Reported once, with the count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lint.match.function_words import DEFINING, NO_PARTICIPLES, PARTICIPLES
from lint.match.words import Tally, syllables_of, tally
from lint.model.context import Context, Match
from lint.model.finding import Related
from lint.model.pattern import pattern
from lint.model.rule import Rule

# be, up to two adverbs or ``not``, a participle; what follows must not make it an adjective or a future.
_PASSIVE = pattern(
    # No word boundary in front: a search that begins with one of four letters skips to them.
    r"(?:is(?<!\wis)(?:n't)?|are(?<!\ware)(?:n't)?|was(?<!\wwas)(?:n't)?|were(?<!\wwere)(?:n't)?"
    r"|be(?<!\wbe)(?:en|ing)?)"
    r" (?:(?:not|also|then|now|often|never|still|always"
    r"|only|already|just|\w+ly) ){0,2}([a-z-]+)\b(?! (?:in that|to be able))"
)


_LONG = pattern(r"\b[a-z]{9,}\b")
_PLAIN = pattern(
    r"(?:\w+ly|\w+isms?|\w+ists?|(?:dis|re|de|in|un)?organi[sz]ations?|individuals?|associat\w+|communicat\w+|capital\w+|libertarian|authoritarian"
    r"|universit\w+|internation\w+|responsibilit\w+|possibilit\w+|technolog\w+|environment\w+|vocabular\w+|electricit\w+|administrat\w+"
    r"|imaginat\w+|examination\w*|investigat\w+|participa\w+|opportunit\w+|personalit\w+|agricultur\w+|archaeolog\w+|anthropolog\w+"
    r"|biolog\w+|psycholog\w+|classif\w+|identif\w+|development\w*|revolution\w*|similarit\w+|creativit\w+|originalit\w+|individualit\w+"
    r"|activit\w+|availab\w+|compatib\w+|civili[sz]\w+|pronunciation|continuation|considerat\w+|determination|representative\w*|accommodation\w*"
    r"|refrigerator\w*|laborator\w+|necessar\w+|ordinar\w+|probab\w+|curiosit\w+|generosit\w+|alphabetic\w*|mathematic\w*|intermediate"
    r"|geograph\w+|philosoph\w+|economic\w*|politic\w*|electronic\w*|configurat\w+|authentic\w+|initiali[sz]\w*|documentation|implement\w+"
    r"|encycloped\w+|interdependen\w+|popularit\w+|celebrit\w+|securit\w+|cataloguing|interlibrary|preliminary|pediatrician\w*|originat\w+)$"
)
_NEARBY = 3000


def is_passive(low: str, start: int, end: int) -> bool:
    """Say whether a sentence (a span of lower-case text) has a passive verb that hides a doer."""
    for found in _PASSIVE.finditer(low, start, end):
        word = found.group(1)
        if word in DEFINING:
            continue
        if word in PARTICIPLES or (word.endswith("ed") and len(word) > 4 and word not in NO_PARTICIPLES):
            return True
    return False


def passive_density(context: Context, rule: Rule) -> Iterator[Match]:
    """Find a document with too large a ``share`` of passive sentences, or a ``run`` of them in one paragraph.

    The share wants at least ``sentences`` sentences. The share hides the runs: one finding says it.
    """
    counted = tally(context)
    suspects = _suspects(counted)
    share = context.target(rule.name, "share", 0.4)
    total = len(counted.running)
    passive: list[int] | None = None
    if total >= context.target(rule.name, "sentences", 8) and len(suspects) > share * total:
        passive = _passives(context, suspects)
        if len(passive) > share * total:
            yield _too_many(context, rule, passive, total, share)
            return
    run = int(context.target(rule.name, "run", 4))
    for found in _in_a_row(context, suspects if passive is None else passive, run):
        sure = found if passive is not None else _passives(context, found)
        for row in _in_a_row(context, sure, run):
            start, end = context.flat.sentences[row[0]].start, context.flat.sentences[row[-1]].end
            message = f"{len(row)} passive sentences in a row"
            yield Match(rule, start, end, message=message, weighed=True, scope="paragraph")


def _suspects(counted: Tally) -> list[int]:
    """Return the sentences that have a form of ``be`` and something like a participle."""
    acted = set(counted.having["participles"])
    return [s for s in counted.having["beings"] if s in acted]


def _passives(context: Context, sentences: list[int]) -> list[int]:
    flat = context.flat
    return [
        s
        for s in sentences
        if '"' not in flat.low[slice(*flat.sentences[s])] and is_passive(flat.low, *flat.sentences[s])
    ]


def _too_many(context: Context, rule: Rule, passive: list[int], total: int, share: float) -> Match:
    """Return the document's finding, at its first passive sentence."""
    start, end = context.flat.sentences[passive[0]]
    message = f"{len(passive)} of {total} sentences are passive ({len(passive) / total:.0%})"
    message += f"; the target is {share:.0%}"
    related = tuple(
        Related(context.flat.source_span(*context.flat.sentences[s]), "passive") for s in passive[1:4]
    )
    return Match(rule, start, end, message=message, weighed=True, scope="document", related=related)


def _in_a_row(context: Context, sentences: list[int], least: int) -> Iterator[list[int]]:
    """Yield the runs of consecutive sentences of one block that are long enough."""
    row: list[int] = []
    blocks = context.flat.sentence_blocks
    for sentence in [*sentences, -2]:
        if row and (sentence != row[-1] + 1 or blocks[sentence] != blocks[row[-1]]):
            if len(row) >= least:
                yield row
            row = []
        row.append(sentence)


def jargon_density(context: Context, rule: Rule) -> Iterator[Match]:
    """Find sentences with ``terms`` terms of office jargon, or that many words of five syllables and more.

    Long words must also be a ``share`` of the sentence's words, and no names. A document with more than
    ``sentences`` such sentences gets one finding for all.
    """
    counted = tally(context)
    terms = int(context.target(rule.name, "terms", 3))
    found = _dense(context, counted, terms, context.target(rule.name, "share", 0.25))
    most = int(context.target(rule.name, "sentences", 5))
    if len(found) > most:
        start, end = context.flat.sentences[found[0][0]]
        message = f"{len(found)} sentences are dense with jargon; the first has {found[0][1]}"
        related = tuple(
            Related(context.flat.source_span(*context.flat.sentences[s]), note) for s, note in found[1:4]
        )
        yield Match(rule, start, end, message=message, weighed=True, scope="document", related=related)
        return
    for sentence, message in found:
        start, end = context.flat.sentences[sentence]
        yield Match(rule, start, end, message=message, weighed=True, scope="sentence")


def _dense(context: Context, counted: Tally, terms: int, share: float) -> list[tuple[int, str]]:
    """Return the sentences that are dense with jargon, in order, each with what it is dense with."""
    found: dict[int, str] = {}
    for sentence in counted.at_least("weighty", terms):
        if len(long := _long_words(context, sentence)) >= max(terms, share * counted.lengths[sentence]):
            found[sentence] = f"{len(long)} words of five syllables or more: {', '.join(long)}"
    for sentence in counted.at_least("jargon", terms):
        if len(said := _jargon(context, sentence)) >= terms:
            found[sentence] = f"{len(said)} terms of office jargon in one sentence: {', '.join(said)}"
    return sorted(found.items())


@lru_cache(maxsize=2)
def _office(terms: frozenset[str]) -> re.Pattern[str]:
    return pattern(rf"\b(?:{'|'.join(sorted(sorted(map(re.escape, terms)), key=len, reverse=True))})\b")


def _jargon(context: Context, sentence: int) -> list[str]:
    """Return the terms of the office that a sentence uses in its own words."""
    flat = context.flat
    terms = _office(context.ruleset.words.get("jargon.office", frozenset()))
    found = terms.finditer(flat.low, *flat.sentences[sentence])
    return list(dict.fromkeys(m.group() for m in found if not flat.quoted(m.start())))


def _long_words(context: Context, sentence: int) -> list[str]:
    """Return the distinct lower-case words of five syllables or more that few readers know, in order.

    No adverbs and -isms, nor what everybody reads daily, nor what the text speaks of round about.
    """
    flat = context.flat
    start, end = flat.sentences[sentence]
    if flat.quoted(start) or flat.quoted(end - 2):
        return []
    words = dict.fromkeys(_LONG.findall(flat.text, start, end))
    return [
        w
        for w in words
        if not _PLAIN.match(w) and syllables_of(w) >= 5 and not _elsewhere(flat.low, w, start, end)
    ]


def _elsewhere(low: str, word: str, start: int, end: int) -> bool:
    """Say whether a word, or one that begins like it, stands near a sentence and not only in it."""
    stem = word[: max(len(word) - 3, 7)]
    return low.find(stem, max(start - _NEARBY, 0), start) >= 0 or low.find(stem, end, end + _NEARBY) >= 0


CHECKS = {"passive-density": passive_density, "jargon-density": jargon_density}
