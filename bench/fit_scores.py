"""Learn what each cue's weight in the sentence score is, and write rules/scores.

    python bench/fit_scores.py --corpora DIR [--check]

Needs numpy. The same corpora, rules and lexicons give the same tables; ``--check`` prints the five-fold measure of
each genre instead, each fold scored by the product with what the others taught: folds drawn by sentence, and stretches.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from company import PASSAGE, learn_company
from labelled import GENRES, Sentence, folds
from noisy_or import Bags, fit, leaning, set_right
from score_rows import written

from lint import prepare
from lint.load.lexicons import load_lexicons
from lint.load.packs_folder import rules_folder
from lint.load.scores import read_table
from lint.model.finding import Finding, Problem
from lint.model.flat import Flat
from lint.model.score_table import ScoreTable
from lint.model.settings import Settings
from lint.run.engine import find_all
from lint.run.sentence_score import classes_of, company_of, score_sentences, signs, tokens

BIAS = -3.0
BASE = 0.05
"""The chance that a sentence without a cue is uncertain all the same, before the scores are set right."""
SHRINK = {"encyclopedic": 5.0, "science": 2.0}
COMPANY = {"encyclopedic": 0.08, "science": 0.3}
"""A smaller weight of a sentence's company is left out: science says by its cues nearly all there is to say."""
STEPS = 80
SEEN = 3
"""A sign counts that was seen this often."""
SIZES = {"word": 2.0, "phrase": 2.0, "class": 2.0, "pair": 1.0, "kind": 1.0, "three": 0.7, "rule": 2.0}
"""How far a weight of each sort may stray: a sign seen in few texts has less say."""
LEXICONS = (
    "hedge modal peacock likelihood hedge-noun quantity determiner agent shield passive opinion consensus booster"
).split()
NEVER = frozenset(
    "the a an of in to and be that for as by with on at from had his their its who which he ^ $".split()
)
AUXILIARIES = frozenset("it there is was are were been has have".split())
LEAN = 0.3
"""A sign strays as far as it leans to one side, and at least so far."""
LEAST = 0.2
"""A smaller weight is left out of the table."""


class Seen(NamedTuple):
    """A sentence as the product sees it: its own sentences, and what the rules find in it."""

    sentence: Sentence
    flat: Flat
    findings: tuple[Finding, ...]


class Lexicon(NamedTuple):
    """What the lexicons say of words: classes by term, kinds by word."""

    classes: dict[str, tuple[str, ...]]
    kinds: dict[str, str]


def lexicon() -> Lexicon:
    problems: list[Problem] = []
    found = load_lexicons([Path(rules_folder()) / "lexicons"], problems).classes
    classes: dict[str, list[str]] = defaultdict(list)
    kinds: dict[str, str] = {}
    for name in sorted(found):
        stem, _, rest = name.partition(".")
        if rest == "*" or "." in rest:
            continue
        for term in found[name]:
            if stem not in {"irregular", "acronym", "noun-stack"}:
                classes[term].append(name)
            if stem in {"agent", "verb"} and " " not in term:
                kinds[term] = "<agent>" if stem == "agent" else kinds.get(term, "<say>")
    return Lexicon({term: tuple(names) for term, names in classes.items()}, kinds)


def seen(sentences: Iterable[Sentence], profile: str) -> list[Seen]:
    settings = Settings(profile=profile)
    prepared = prepare.prepared_for(settings)
    found = []
    for sentence in sentences:
        context = prepare.context_of(sentence.text, "<text>", prepared, settings)
        found.append(Seen(sentence, context.flat, tuple(find_all(context, prepared.live))))
    return found


# ------------------------------------------------------------------ what is a cue


def vocabulary(items: Sequence[Seen], known: Lexicon) -> ScoreTable:
    """Return a table without weights: the words and phrases that are cues."""
    inside: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for item in items:
        if item.sentence.cues is not None:
            for word, at in tokens(item.sentence.text):
                every[word.lower()] += 1
                inside[word.lower()] += any(a <= at < b for a, b in item.sentence.cues)
    learned = {w for w, n in inside.items() if n >= SEEN and n > 0.06 * every[w] and w not in NEVER}
    single = {
        term
        for term, names in known.classes.items()
        if " " not in term and (inside[term] or every[term] < SEEN) and term not in NEVER
        if any(name.partition(".")[0] in LEXICONS for name in names)
    }
    cues = {w for w in learned | single | AUXILIARIES if w[0].isalpha()}
    phrases: dict[str, list[str]] = defaultdict(list)
    for term in sorted(known.classes):
        if " " in term and term[0].isalpha():
            phrases[" ".join(term.split(" ", 2)[:2])].append(term)
    return ScoreTable(
        BIAS, BASE, 1.0, 0.0, {}, frozenset(cues), {w: tuple(p) for w, p in phrases.items()}, known.classes, known.kinds,
        {},
    )  # fmt: skip


def size(sign: str) -> float:
    """Return how far the weight of a sign may stray."""
    if sign.startswith("= "):
        return SIZES["phrase"]
    if "class " in sign:
        return SIZES["kind"] if ">" in sign else SIZES["class"]
    if "/" in sign and " " not in sign:
        return SIZES["rule"]
    if " " not in sign:
        return SIZES["word"]
    if sign.count(" ") > 1:
        return SIZES["three"]
    return SIZES["pair"] if "+" in sign else SIZES["kind"]


class Learned(NamedTuple):
    """A table, with (right, seen) of each of its signs and terms.

    Seen are the cues that have the sign, right those that were marked; where only the label of a sentence is
    known, its cues are as right as the sentence is uncertain.
    """

    table: ScoreTable
    signs: dict[str, tuple[int, int]]
    company: dict[str, tuple[int, int]]

    def file(self, slope: float = 1.0, shift: float = 0.0) -> str:
        """Return the table as its file, its scores set right by ``slope`` and ``shift``."""
        table = self.table._replace(slope=slope, shift=slope * self.table.shift + shift)
        return written(table, self.signs, self.company)


class Learner:
    """Signs of all sentences, in columns; fitted for any part of them."""

    def __init__(self, items: Sequence[Seen], known: Lexicon) -> None:
        self.items = items
        self.known = known

    def learn(self, numbers: Sequence[int], genre: str) -> Learned:
        """Return what some of the sentences teach."""
        items = [self.items[n] for n in numbers]
        table = vocabulary(items, self.known)
        weights, counts = self._weights(*self._bags(items, table), SHRINK[genre])
        held = [self._company(item, table) for item in items]
        labels = [item.sentence.uncertain for item in items]
        company = learn_company(held, labels, [n // PASSAGE for n in numbers], COMPANY[genre])
        table = table._replace(weights=weights, company=company.weights, shift=company.shift)
        return Learned(table, {s: counts[s] for s in weights}, company.rows)

    @staticmethod
    def _weights(
        cues: list[list[str]], bag: list[int], right: list[bool], shrink: float
    ) -> tuple[dict[str, float], dict[str, tuple[int, int]]]:
        """Return the weight of each sign that has a say, and (right, seen) of every sign."""
        seen = Counter(sign for found in cues for sign in found)
        columns = {s: n for n, s in enumerate(s for s, k in seen.items() if k >= SEEN)}
        kept = [[columns[s] for s in found if s in columns] for found in cues]
        flat = np.array([c for row in kept for c in row], dtype=np.int64)
        starts = np.cumsum([0, *map(len, kept)])
        in_bags = np.array(right)[np.array(bag)].astype(np.float64)
        held = np.bincount(flat, np.repeat(in_bags, np.diff(starts)), len(columns))
        every = np.bincount(flat, minlength=len(columns)).astype(np.float64)
        sizes = np.array([size(s) for s in columns]) * np.maximum(leaning(held, every), LEAN)
        bags = Bags(flat, starts, sizes[flat], np.array(bag), np.array(right))
        fitted = fit(bags, len(columns), bias=BIAS, base=BASE, shrink=shrink, steps=STEPS)
        weights = {s: round(float(fitted[n] * sizes[n]), 2) for s, n in columns.items()}
        counts = {s: (int(held[n]), int(every[n])) for s, n in columns.items()}
        return {s: w for s, w in weights.items() if abs(w) >= LEAST}, counts

    def _bags(
        self, items: Sequence[Seen], table: ScoreTable
    ) -> tuple[list[list[str]], list[int], list[bool]]:
        """Return the cues of all sentences, each one's bag, and whether each bag is right.

        Where cues were marked, each marked one is a bag that is right, and the rest of its sentence one that is
        not; a marked one that holds nothing we know as a cue teaches nothing.
        """
        cues: list[list[str]] = []
        bag: list[int] = []
        right: list[bool] = []
        for item in items:
            held = [(self._marked(item, place), found) for place, found in self._cues(item, table)]
            known = {mark: n for n, mark in enumerate(sorted({m for m, _ in held if m >= 0}), len(right) + 1)}
            right.append(item.sentence.uncertain and not known)
            for mark, found in held:
                cues.append(found)
                bag.append(known.get(mark, len(right) - 1))
            right += [True] * len(known)
        return cues, bag, right

    @staticmethod
    def _marked(item: Seen, place: tuple[int, int]) -> int:
        """Return the number of the marked cue that a place touches, or -1."""
        marked = item.sentence.cues or ()
        return next((n for n, (a, b) in enumerate(marked) if a <= place[1] and place[0] < b), -1)

    def _company(self, item: Seen, table: ScoreTable) -> list[str]:
        words = [word for word, _ in tokens(item.sentence.text)]
        company = set(company_of([word.lower() for word in words]))
        company.update(classes_of(found for _, found in signs(words, table)))
        company.update(f.rule for f in item.findings if f.scope == "span")
        return sorted(company)

    def _cues(self, item: Seen, table: ScoreTable) -> Iterable[tuple[tuple[int, int], list[str]]]:
        placed = tokens(item.sentence.text)
        for at, found in signs([word for word, _ in placed], table):
            yield (placed[at][1], placed[at][1]), found
        for rule in sorted({f.rule for f in item.findings if f.scope == "span"}):
            spans = [f.span for f in item.findings if f.rule == rule]
            yield (min(s.start for s in spans), max(s.end for s in spans) - 1), [rule]


# ------------------------------------------------------------------ five-fold


def scored(item: Seen, table: ScoreTable) -> float:
    """Return the score of a labelled sentence: of its parts, if the product splits it, the highest."""
    return max((s.score for s in score_sentences(item.flat, item.findings, table)), default=0.0)


class Judged(NamedTuple):
    """Labelled sentences with their scores, each by what the other folds taught."""

    labels: list[bool]
    scores: list[float]


def five_fold(genre: str, learner: Learner, *, apart: bool = False) -> Judged:
    """Score each judged sentence of a genre by what the others taught; ``apart`` keeps texts in one fold."""
    judged = Judged([], [])
    for train, test in folds([item.sentence for item in learner.items], apart=apart):
        table = read_table(learner.learn(train, genre).file())
        judged.labels.extend(learner.items[n].sentence.uncertain for n in test)
        judged.scores.extend(scored(learner.items[n], table) for n in test)
    return judged


def learner_of(genre: str, corpora: Path) -> Learner:
    """Return the learner of a genre, its sentences read."""
    return Learner(seen(GENRES[genre](corpora), genre), lexicon())


def best_f1(labels: Sequence[bool], scores: Sequence[float]) -> tuple[float, float]:
    """Return the best F1 of the uncertain class, and the score from which on a sentence is called so."""
    best, right, wanted = (0.0, 1.0), 0, sum(labels)
    ranked = sorted(zip(scores, labels, strict=True), reverse=True)
    for taken, (score, label) in enumerate(ranked, 1):
        right += label
        if taken == len(ranked) or ranked[taken][0] < score:
            best = max(best, (2 * right / (taken + wanted), score))
    return best


def precision_at(labels: Sequence[bool], scores: Sequence[float], recall: float) -> float:
    """Return the precision among the highest scores that hold ``recall`` of the uncertain sentences."""
    right, wanted = 0, recall * sum(labels)
    for taken, (_, label) in enumerate(sorted(zip(scores, labels, strict=True), reverse=True), 1):
        right += label
        if right >= wanted:
            return right / taken
    return 0.0


def told(labels: Sequence[bool], scores: Sequence[float]) -> str:
    """Return how good scores are, in words."""
    f1, least = best_f1(labels, scores)
    at = ", ".join(f"{precision_at(labels, scores, r):.3f} at {r}" for r in (0.1, 0.2, 0.3, 0.5))
    return f"F1 {f1:.4f} from {least:.2f} on; precision {at}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    for genre in GENRES:
        learner = learner_of(genre, args.corpora)
        labels, scores = five_fold(genre, learner)
        print(f"{genre}: {told(labels, scores)}", flush=True)
        if args.check:
            print(f"{genre}, texts apart: {told(*five_fold(genre, learner, apart=True))}", flush=True)
            continue
        chances = np.clip(np.array(scores), 1e-3, 1 - 1e-3)
        slope, shift = set_right(np.log(chances / (1 - chances)), np.array(labels))
        path = Path(rules_folder()) / "scores" / f"{genre}.tsv"
        path.write_text(learner.learn(range(len(learner.items)), genre).file(slope, shift), "utf-8")


if __name__ == "__main__":
    main()
