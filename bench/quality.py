"""How good whosays is, by people's own judgements, in one table; fails below the levels in bench/levels.toml.

    python bench/quality.py --corpora DIR

Needs numpy. Takes half a minute with OPENBLAS_NUM_THREADS=1, and several without where other work goes on. The corpora
are read, never copied.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

import quality_clear
import quality_gold
import quality_texts
from fit_scores import best_f1, five_fold, learner_of, precision_at

HERE = Path(__file__).parent


class Row(NamedTuple):
    """One measure: ``level`` is the least allowed (the most, where ``less`` is better), ``goal`` what we aim for."""

    key: str
    what: str
    value: float
    level: float
    goal: float | None
    less: bool

    @property
    def holds(self) -> bool:
        """Say whether the level is held."""
        return self.value <= self.level if self.less else self.value >= self.level


Measures = list[tuple[str, str, float]]


def encyclopedic_score(corpora: Path) -> Measures:
    """Return the measures of the sentence score on the encyclopedia, five-fold, by the product's own code."""
    return _scores(corpora, "encyclopedic", "CoNLL-2010", 0.2)


def science_score(corpora: Path) -> Measures:
    """Return the same for abstracts and papers."""
    return _scores(corpora, "science", "BioScope", 0.5)


def _scores(corpora: Path, genre: str, corpus: str, recall: float) -> Measures:
    judged = five_fold(genre, learner_of(genre, corpora))
    what = f"{corpus}, sentence score, five-fold"
    return [
        (f"{genre}.f1", f"{what}: F1", best_f1(*judged)[0]),
        (f"{genre}.precision", f"{what}: precision at recall {recall}", precision_at(*judged, recall)),
    ]


PARTS: tuple[Callable[[Path], Iterable[tuple[str, str, float]]], ...] = (
    encyclopedic_score,
    science_score,
    quality_texts.encyclopedia,
    quality_texts.news,
    quality_gold.passages,
    quality_texts.prose,
    quality_clear.readability,
)


def measure(number: int, corpora: Path) -> Measures:
    """Return the measures of one part; it may run in a process of its own."""
    return list(PARTS[number](corpora))


def row_of(key: str, what: str, value: float, told: dict[str, float]) -> Row:
    """Return a measure beside its level."""
    less = "most" in told
    return Row(key, what, value, told["most" if less else "least"], told.get("goal"), less)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR")
    corpora = parser.parse_args().corpora
    levels = tomllib.loads((HERE / "levels.toml").read_text("utf-8"))
    with ProcessPoolExecutor() as pool:
        parts = pool.map(measure, range(len(PARTS)), repeat(corpora))
        rows = [row_of(*one, levels[one[0]]) for part in parts for one in part]
    print(f"{'measure':74} {'now':>8} {'level':>8} {'goal':>8}")
    for row in rows:
        sign = "≤" if row.less else "≥"
        goal = "" if row.goal is None else f"{sign} {row.goal:g}"
        mark = "" if row.holds else "  BELOW ITS LEVEL"
        print(f"{row.what:74} {row.value:8.3f} {f'{sign} {row.level:g}':>8} {goal:>8}{mark}")
    if below := sum(not row.holds for row in rows):
        sys.exit(f"{below} below their level (bench/levels.toml)")


if __name__ == "__main__":
    main()
