"""The sentence score: the chance that a reader should not take a sentence at its word.

Each cue in a sentence is judged by what was counted of it in annotated texts, and of its neighbours; a finding
is one more cue. The chance that at least one of them is right is weighed against the company they keep, all the
words, pairs and threes of the sentence, the classes of its cues and the rules that found something there, by how
often sentences that held them were uncertain::

    p(cue)  = logistic(bias + the weights of its signs)
    chance  = 1 - (1 - base) * product of (1 - p(cue))
    score   = logistic(shift + slope * (log-odds of chance + the weights of the company))

Shift and slope set right what is too sure of itself. Every cue can only raise the chance, while a sign beside it
can lower what the cue says. The weights come from ``rules/scores``; ``docs/sentence-score.md`` says how they are made.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lint.model.finding import Finding, SentenceScore
from lint.model.flat import Flat
from lint.model.pattern import pattern
from lint.model.score_table import ScoreTable

_TOKEN = pattern(r"[A-Za-zÀ-ÖØ-öø-ÿ]\w*(?:'[a-z]+)?(?:-[A-Za-z]\w*)*|\d[\d,.]*|[^\w\s]")
_FUNCTION = frozenset(
    "the a an this that these those of in on at to for from by with and or but as is are was were be been being "
    "has have had do does did not it its his her their they he she we you i who which what when where while there "
    "than then so if also such into over after before about between through during under against up out off only "
    "can could may might will would shall should must no nor both each all any one two three more most other some "
    "many".split()
)
_ADJECTIVE = ("ous", "ive", "al", "ic", "able", "ible", "ful", "ant", "ent", "ary")
_NO_PLURAL = ("ss", "us", "is")


def kind_of(word: str, kinds: dict[str, str]) -> str:
    """Return the rough kind of a word as it stands: itself if a function word, else by list or by ending."""
    low = word.lower()
    if low in _FUNCTION:
        return low
    if known := kinds.get(low):
        return known
    first = word[0]
    if first.isdigit():
        return "<number>"
    if not first.isalpha():
        return word
    if first.isupper():
        return "<name>"
    for ending in ("ly", "ing", "ed"):
        if low.endswith(ending):
            return f"<-{ending}>"
    if low.endswith("s") and not low.endswith(_NO_PLURAL):
        return "<-s>"
    return "<adjective>" if low.endswith(_ADJECTIVE) else "<word>"


def tokens(sentence: str) -> list[tuple[str, int]]:
    """Return the words and marks of a sentence, each with its offset."""
    return [(found.group(), found.start()) for found in _TOKEN.finditer(sentence)]


def signs(words: Sequence[str], table: ScoreTable) -> Iterator[tuple[int, list[str]]]:
    """Yield (number of the word, its signs) for each cue among ``words``.

    Signs are the word itself, ``word +next``, ``before+ word``, the same with the kinds of the neighbours,
    and a phrase that begins here (``= phrase``).
    """
    low = [word.lower() for word in words]
    cues, known = table.cues, table.phrases
    pairs = [*map(" ".join, pairwise(low)), ""]
    for at in [n for n, word in enumerate(low) if word in cues or pairs[n] in known]:
        word = low[at]
        phrases = [p for p in known.get(pairs[at], ()) if _stands(p, low, at)]
        if phrases or word in cues:
            found, left, right = _around(words, low, at, table.kinds)
            for name in table.classes.get(word, ()):
                found += (f"class {name}", f"class {name} >{right}", f"{left}> class {name}")
            for phrase in phrases:
                found.append(f"= {phrase}")
                found += [f"class {name}" for name in table.classes.get(phrase, ())]
            yield at, found


def _stands(phrase: str, low: Sequence[str], at: int) -> bool:
    return " ".join(low[at : at + 1 + phrase.count(" ")]) == phrase


def _around(
    words: Sequence[str], low: Sequence[str], at: int, kinds: dict[str, str]
) -> tuple[list[str], str, str]:
    """Return the signs of one word (itself and its neighbours), and the kinds of the words beside it."""
    word, past = low[at], len(low)
    before, left = (low[at - 1], kind_of(words[at - 1], kinds)) if at else ("^", "^")
    after, right = (low[at + 1], kind_of(words[at + 1], kinds)) if at + 1 < past else ("$", "$")
    further = kind_of(words[at + 2], kinds) if at + 2 < past else "$"
    found = [
        word,
        f"{word} +{after}",
        f"{before}+ {word}",
        f"{word} >{right}",
        f"{left}> {word}",
        f"{left}> {word} >{right}",
        f"{word} >{right} {further}",
    ]
    return found, left, right


def company_of(low: Sequence[str]) -> Iterator[str]:
    """Yield the words, pairs and threes of a sentence in lower case, its bounds as ``^`` and ``$``."""
    yield from low
    framed = ["^", *low, "$"]
    yield from map(" ".join, pairwise(framed))
    yield from map(" ".join, zip(framed, framed[1:], framed[2:], strict=False))


def classes_of(cues: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lexicon classes among the signs of cues."""
    return (sign for found in cues for sign in found if sign.startswith("class ") and ">" not in sign)


def combine(cues: Iterable[Sequence[str]], company: Iterable[str], table: ScoreTable) -> float:
    """Return the score of a sentence whose cues have these signs, in this company."""
    weights = table.weights
    none_right = 1.0 - table.base
    for found in cues:
        odds = table.bias + sum(weights.get(sign, 0.0) for sign in found)
        none_right *= _logistic(-odds)
    chance = min(max(1.0 - none_right, 1e-6), 1.0 - 1e-6)
    known = table.company.keys() & company  # few of them: the sets meet without a step of Python's for each
    beside = sum(table.company[term] for term in sorted(known))
    return _logistic(table.shift + table.slope * (math.log(chance / (1.0 - chance)) + beside))


def _logistic(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-min(max(odds, -30.0), 30.0)))


def score_sentences(flat: Flat, findings: Sequence[Finding], table: ScoreTable) -> tuple[SentenceScore, ...]:
    """Return each sentence of a text with its score, 0 to 1, in order. Findings are those of any confidence."""
    spans = [flat.source_span(start, end) for start, end in flat.sentences]
    starts = [span.start for span in spans]
    by_rule: list[set[str]] = [set() for _ in spans]
    for finding in findings:
        at = bisect_right(starts, finding.span.start) - 1
        if finding.scope == "span" and at >= 0:
            by_rule[at].add(finding.rule)
    scored = []
    for (start, end), span, rules in zip(flat.sentences, spans, by_rule, strict=True):
        words = _TOKEN.findall(flat.text, start, end)
        cues = [found for _, found in signs(words, table)]
        company = (*company_of([word.lower() for word in words]), *classes_of(cues), *rules)
        cues += [[rule] for rule in sorted(rules) if rule in table.weights]
        scored.append(SentenceScore(span, round(combine(cues, company, table), 3)))
    return tuple(scored)
