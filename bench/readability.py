"""Our counts and scores beside textstat's, and both beside readers' judgements.

    python bench/readability.py TEXT… [--clear CLEAR_corpus_final.xlsx]

For TEXTs: time, and our counts beside textstat's over the same prose. With ``--clear`` (needs numpy):
how each formula, ours and the corpus's own reference columns, goes with the teachers' ratings of ease
(Pearson's r and Spearman's rank correlation), and why ours and the reference's differ. The corpus is read,
never copied. textstat's syllables want NLTK's data, so only its counts of words, sentences and letters are
compared.
"""

from __future__ import annotations

import argparse
import math
import re
import time
from bisect import bisect_right
from pathlib import Path
from statistics import correlation

from lint.load.packs import load_rules
from lint.match.formulas import FORMULAS, difficulty
from lint.match.readability import counts_of, measure
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

MARKS = {
    "a full stop inside a sentence (4 ft. 8 in.)": r"\w\.[\"'”’)]* +[a-z0-9(]",
    'a question or cry inside one ("Who?" he asked)': r"[?!][\"'”’)]* +[a-z]",
    "a semicolon": ";",
    "a colon or a dash": "[:—]|--",
    "none of these": "",
}
"""Why the reference, which parses, may see other sentences than we do."""


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
    """Return the rank of each value; equal ones share theirs."""
    first: dict[float, int] = {}
    ordered = sorted(values)
    for number, value in enumerate(ordered):
        first.setdefault(value, number)
    return [first[value] + (bisect_right(ordered, value) - first[value] - 1) / 2 for value in values]


def both(ours: list[float], theirs: list[float]) -> str:
    """Return Pearson's and Spearman's correlation."""
    return f"{correlation(ours, theirs):+.3f} {correlation(ranks(ours), ranks(theirs)):+.3f}"


def beside_readers(bench: Bench, path: Path) -> None:
    from quality_clear import rated

    table = rated(path)
    ease = [float(row["BT_easiness"]) for row in table]
    found = [tally(bench.context(row["Excerpt"], "excerpt.txt")) for row in table]
    counted = [counts_of(one, one.prose) for one in found]
    scores = {name: [formula(*one) for one in counted] for name, formula in FORMULAS.items()}
    scores["difficulty (our verdict)"] = [difficulty(*one) for one in counted]
    print(f"{len(table)} excerpts; correlation with rated ease (Pearson, Spearman)")
    for name, values in scores.items():
        line = f"{name:30} ours {both(values, ease)}"
        if column := THEIRS.get(name):
            given = [float(row[column]) for row in table]
            line += f"   reference {both(given, ease)}   ours with reference {both(values, given)}"
        print(line)
    for column in ("CAREC", "CAREC_M", "CML2RI"):
        print(f"{column:30} reference {both([float(row[column]) for row in table], ease)}")
    verdict(counted, ease)
    causes(table, counted)


def causes(table: list[dict[str, str]], counted: list[tuple[Counts, int]]) -> None:
    """Print where the reference counts other sentences, by the first mark that may be why, and r without them."""
    from quality_clear import sentences_of

    theirs = [sentences_of(row, c.words) for row, (c, _) in zip(table, counted, strict=True)]
    differing = {n for n, (_, s) in enumerate(counted) if s != theirs[n]}
    print(
        f"the reference counts as many sentences in {len(counted) - len(differing)}; r of each column without"
    )
    left = set(differing)
    for why, mark in MARKS.items():
        these = {n for n in left if re.search(mark, table[n]["Excerpt"])}
        left -= these
        more = sum(theirs[n] > counted[n][1] for n in these)
        print(f"{why:46} {len(these):4} (more {more:3}) {_without(these, table, counted)}")
    print(f"{'all that differ':46} {len(differing):4} {'':10} {_without(differing, table, counted)}")


def _without(these: set[int], table: list[dict[str, str]], counted: list[tuple[Counts, int]]) -> str:
    kept = [n for n in range(len(table)) if n not in these]
    return " ".join(
        f"{correlation([FORMULAS[name](*counted[n]) for n in kept], [float(table[n][column]) for n in kept]):.3f}"
        for name, column in THEIRS.items()
    )


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
