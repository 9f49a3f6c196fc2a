"""Learn what the company in a sentence tells of it: how often sentences that hold it were uncertain.

Company are words, cue or not, pairs and threes of them, classes of cues, and rules. Each gets one weight: the likeliest
one under a ridge which gives way where a term's own count is far from the usual (Wang and Manning 2012: naive Bayes
inside a logistic regression).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from noisy_or import Bags, fit_sum, leaning

PASSAGE = 20
"""So many labelled sentences in their order are one passage, roughly: what they are about is no cue."""
PASSAGES = 3
"""Pairs and threes count that stand in so many passages."""
ALONE = 5
"""A word by itself, a class or a rule needs this many."""
SHARE = 0.5
"""What a sentence's company says beside its cues, which were learned from the same sentences."""
STEPS = 60


class Company(NamedTuple):
    """Weights by term, [uncertain, seen] of each term, and what a sentence without any has."""

    weights: dict[str, float]
    rows: dict[str, tuple[int, int]]
    shift: float


def learn_company(
    held: Sequence[Sequence[str]], labels: Sequence[bool], passages: Sequence[int], least: float
) -> Company:
    """Return what sentences teach of the company that each ``held``, a term once; weights below ``least`` are left out.

    ``passages`` say which part of the corpus each sentence is from.
    """
    inside: dict[str, set[int]] = defaultdict(set)
    for terms, passage in zip(held, passages, strict=True):
        for term in terms:
            inside[term].add(passage)
    usual = [t for t, found in inside.items() if len(found) >= (PASSAGES if " " in t else ALONE)]
    columns = {term: n for n, term in enumerate(usual)}
    kept = [[columns[t] for t in terms if t in columns] for terms in held]
    flat = np.array([c for row in kept for c in row], dtype=np.int64)
    starts = np.cumsum([0, *map(len, kept)])
    right = np.array(labels)
    by_row = np.repeat(right, np.diff(starts)).astype(np.float64)
    uncertain = np.bincount(flat, by_row, len(columns))
    every = np.bincount(flat, minlength=len(columns)).astype(np.float64)
    sizes = leaning(uncertain, every)
    bags = Bags(flat, starts, sizes[flat], np.arange(len(kept)), right)
    fitted, shift = fit_sum(bags, len(columns), shrink=1.0, steps=STEPS)
    weights = {t: round(float(SHARE * fitted[n] * sizes[n]), 2) for t, n in columns.items()}
    weights = {t: w for t, w in weights.items() if abs(w) >= least}
    rows = {t: (int(uncertain[columns[t]]), int(every[columns[t]])) for t in weights}
    return Company(weights, rows, SHARE * shift)
