"""Our counts and scores beside textstat's, and both beside readers' judgements.

    python bench/readability.py TEXT… [--clear CLEAR_corpus_final.xlsx]

For TEXTs: time, and our counts beside textstat's over the same prose. With ``--clear`` (needs openpyxl and numpy):
how each formula, ours and the corpus's own reference columns, goes with the teachers' ratings of ease
(Pearson's r and Spearman's rank correlation). The corpus is read, never copied. textstat's syllables want
NLTK's data, so only its counts of words, sentences and letters are compared.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path
from statistics import correlation

from lint.load.packs import load_rules
from lint.match.formulas import FORMULAS, difficulty
from lint.match.readability import measure
from lint.match.scan import Scanner
from lint.match.words import Counts, tally, unpacked
from lint.model.context import Context
from lint.read import read
from lint.read.fold import fold
from lint.run.checks import check_named

THEIRS = {
    "flesch_reading_ease": "Flesch-Reading-Ease",
    "flesch_kincaid_grade": "Flesch-Kincaid-Grade-Level",
    "automated_readability_index": "Automated Readability Index",
    "smog_index": "SMOG Readability",
    "dale_chall_readability_score": "New Dale-Chall Readability Formula",
}


class Bench:
    """The rule set and automaton, loaded once."""

    def __init__(self) -> None:
        self.rules = load_rules()
        self.scanner = Scanner(self.rules.cues)
        self.checks = [r for r in self.rules.rules if r.group == "readability" and "check" in r.data]

    def context(self, text: str, name: str) -> Context:
        """Read, fold and scan one text."""
        flat = fold(read(text, name))
        targets = self.rules.profiles["general"].get("targets", {})
        return Context(flat, self.scanner.scan(flat), self.rules, "general", targets)


def timed(bench: Bench, texts: list[tuple[str, str]]) -> None:
    contexts = [bench.context(text, name) for name, text in texts]
    size = sum(len(text) for _, text in texts)
    for which in ("first pass", "second pass (words known)"):
        spent = {"counting": 0.0, "rules": 0.0, "measures": 0.0}
        for context in contexts:
            context.kept.clear()
            start = time.perf_counter()
            tally(context)
            counted = time.perf_counter()
            for rule in bench.checks:
                list(check_named(rule.data["check"])(context, rule))
            judged = time.perf_counter()
            measure(context)
            done = time.perf_counter()
            for name, seconds in zip(spent, (counted - start, judged - counted, done - judged), strict=True):
                spent[name] += seconds
        total = sum(spent.values())
        parts = ", ".join(f"{k} {v / size * 1.024e9:.0f}" for k, v in spent.items())
        print(f"{which}: {total / size * 1.024e9:.0f} µs/KB ({size / total / 1e6:.1f} MB/s): {parts}")


def beside_textstat(bench: Bench, texts: list[tuple[str, str]]) -> None:
    from textstat.backend.counts._count_letters import count_letters
    from textstat.backend.counts._count_sentences import count_sentences
    from textstat.backend.counts._count_words import count_words

    ours, theirs = [0, 0, 0], [0, 0, 0]
    for name, text in texts:
        context = bench.context(text, name)
        found = tally(context)
        counts = unpacked(found.total)
        blocks = context.flat.blocks
        prose = "\n".join(context.flat.text[slice(*blocks[n])] for n in found.prose)
        for number, value in enumerate((counts.words, len(found.running), counts.letters)):
            ours[number] += value
        for number, counter in enumerate((count_words, count_sentences, count_letters)):
            theirs[number] += counter(prose)
    for name, a, b in zip(("words", "sentences", "letters"), ours, theirs, strict=True):
        print(f"{name:10} ours {a:>10,}  textstat {b:>10,}  {a / b - 1:+.1%}")


def ranks(values: list[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    for rank, index in enumerate(order):
        found[index] = float(rank)
    return found


def beside_readers(bench: Bench, path: Path) -> None:
    from openpyxl import load_workbook

    rows = load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True)
    head = list(next(rows))
    table = [dict(zip(head, row, strict=False)) for row in rows if row[head.index("Excerpt")]]
    table = [row for row in table if isinstance(row["BT_easiness"], int | float)]
    ease = [float(row["BT_easiness"]) for row in table]
    scores: dict[str, list[float]] = {name: [] for name in FORMULAS}
    counts_of_each: list[tuple[Counts, int]] = []
    for row in table:
        found = tally(bench.context(row["Excerpt"], "excerpt.txt"))
        counted = (unpacked(found.total), len(found.running))
        counts_of_each.append(counted)
        for name, formula in FORMULAS.items():
            scores[name].append(formula(*counted))
    print(f"{len(table)} excerpts; correlation with rated ease (Pearson, Spearman)")
    scores["difficulty (our verdict)"] = [difficulty(*counted) for counted in counts_of_each]
    for name, values in scores.items():
        line = (
            f"{name:30} ours {correlation(values, ease):+.3f} {correlation(ranks(values), ranks(ease)):+.3f}"
        )
        if column := THEIRS.get(name):
            given = [float(row[column]) for row in table]
            line += (
                f"   reference {correlation(given, ease):+.3f} {correlation(ranks(given), ranks(ease)):+.3f}"
            )
            line += f"   ours with reference {correlation(values, given):+.3f}"
        print(line)
    for column in ("CAREC", "CAREC_M", "CML2RI"):
        given = [float(row[column]) for row in table]
        print(
            f"{column:30} reference {correlation(given, ease):+.3f} {correlation(ranks(given), ranks(ease)):+.3f}"
        )
    verdict(counts_of_each, ease)


def verdict(counted: list[tuple[Counts, int]], ease: list[float]) -> None:
    """Fit the two numbers of the verdict anew, five-fold, and print what the whole corpus gives."""
    import numpy as np

    rows = np.array([(1.0, math.log(c.words / n), c.hard / c.words) for c, n in counted])
    rated, order = np.array(ease), np.random.default_rng(1).permutation(len(ease))
    guessed = np.zeros(len(ease))
    for part in range(5):
        held = order[part::5]
        rest = np.setdiff1d(order, held)
        guessed[held] = rows[held] @ np.linalg.lstsq(rows[rest], rated[rest], rcond=None)[0]
    print(f"verdict fitted five-fold {correlation(guessed.tolist(), ease):+.3f}")
    weights = -np.linalg.lstsq(rows, rated, rcond=None)[0]
    hard = rows @ weights
    one, length, share = (weights - np.array([hard.mean(), 0, 0])) / hard.std()
    print(f"z = {length:.3f} ln(words a sentence) + {share:.3f} hard words a word {one:+.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("texts", type=Path, nargs="*", help="files or folders of .md, .rst and .txt")
    parser.add_argument("--clear", type=Path)
    told = parser.parse_args()
    files = [f for p in told.texts for f in (sorted(p.rglob("*")) if p.is_dir() else [p])]
    files = [f for f in files if f.suffix in {".md", ".rst", ".txt"}]
    texts = [(str(f), f.read_text("utf-8", "replace")) for f in files]
    bench = Bench()
    if texts:
        timed(bench, texts)
        beside_textstat(bench, texts)
    if told.clear:
        beside_readers(bench, told.clear)


if __name__ == "__main__":
    main()
