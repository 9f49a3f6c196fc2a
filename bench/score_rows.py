"""A score table as its file, ``rules/scores/GENRE.tsv``; ``lint.load.scores`` reads it back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lint.model.score_table import ScoreTable

HEAD = """\
# Written by bench/fit_scores.py from sentences that people labelled. docs/sentence-score.md says what is made of them.
# class: a lexicon class, and the words and phrases of it that are cues. cue: more cues. kind: words that stand for a
# kind of neighbour. sign: the sign, how often a cue with it was right, how often it was seen, and what it adds to the
# log-odds of the cue. has: words, classes and rules that a sentence has, how often one was
# uncertain, how often they were seen, and what they add to the log-odds of the sentence."""
Counts = Mapping[str, Sequence[int]]


def written(table: ScoreTable, signs: Counts, company: Counts) -> str:
    """Return a table as its file, with [right, seen] of each sign and term: what no weight needs is left out."""
    lines = [HEAD, *(f"{name}\t{getattr(table, name):.4g}" for name in ("bias", "base", "slope", "shift"))]
    lines += _cues(table)
    for kind in ("<agent>", "<say>"):
        lines.append(f"kind\t{kind}\t{' '.join(sorted(w for w, k in table.kinds.items() if k == kind))}")
    lines += _counted("sign", signs, table.weights)
    lines += _counted("has", company, table.company)
    return "\n".join(lines) + "\n"


def _cues(table: ScoreTable) -> Iterator[str]:
    signs = [*table.weights, *(term for term in table.company if term.startswith("class "))]
    named = {part.strip("+>") for sign in signs for part in sign.split()}
    terms: dict[str, list[str]] = defaultdict(list)
    single: list[str] = []
    phrases = [phrase for group in table.phrases.values() for phrase in group]
    for cue in sorted({*table.cues, *phrases}):
        names = [name for name in table.classes.get(cue, ()) if name in named]
        for name in names:
            terms[name].append(cue)
        if not names and (cue in named or f"= {cue}" in table.weights):
            single.append(cue)
    for name in sorted(terms):
        yield "\t".join(("class", name, *terms[name]))
    yield "\t".join(("cue", *single))


def _counted(sort: str, counts: Counts, weights: Mapping[str, float]) -> Iterator[str]:
    for term in sorted(counts):
        right, seen = counts[term]
        yield f"{sort}\t{term}\t{right}\t{seen}\t{weights[term]:g}"
