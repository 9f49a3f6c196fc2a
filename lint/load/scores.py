"""Score tables: ``rules/scores/GENRE.tsv``, written by ``bench/fit_scores.py``, read when scores are asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lint.load.packs_folder import rules_folder
from lint.model.score_table import ScoreTable

_GENRES = {"science": "science"}
_OTHER = "encyclopedic"


def genre_of(profile: str) -> str:
    """Return the genre whose table serves a profile."""
    return _GENRES.get(profile, _OTHER)


@lru_cache(maxsize=2)
def load_scores(genre: str) -> ScoreTable:
    """Read a genre's table. Raises OSError where there is none, ValueError where it is damaged."""
    return read_table((Path(rules_folder()) / "scores" / f"{genre}.tsv").read_text("utf-8"))


def read_table(text: str) -> ScoreTable:
    """Return the table in ``text``: a row a line, its sort in the first column (see the file's own head)."""
    numbers: dict[str, float] = {}
    weights: dict[str, float] = {}
    words: dict[str, list[str]] = {"cue": [], "phrase": []}
    classes: dict[str, list[str]] = {}
    kinds: dict[str, str] = {}
    for line in text.split("\n"):
        sort, *cells = line.split("\t")
        if sort in words:
            words[sort].append(cells[0])
            for name in cells[1].split():
                classes.setdefault(cells[0], []).append(name)
        elif sort == "sign":
            weights[cells[0]] = float(cells[3])
        elif sort == "kind":
            kinds |= dict.fromkeys(cells[1].split(), cells[0])
        elif sort and not sort.startswith("#"):
            numbers[sort] = float(cells[0])
    phrases: dict[str, list[str]] = {}
    for phrase in words["phrase"]:
        phrases.setdefault(" ".join(phrase.split(" ", 2)[:2]), []).append(phrase)
    return ScoreTable(
        numbers["bias"],
        numbers["base"],
        numbers["slope"],
        numbers["shift"],
        weights,
        frozenset(words["cue"]),
        {word: tuple(found) for word, found in phrases.items()},
        {term: tuple(names) for term, names in classes.items()},
        kinds,
    )
