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
    weights: dict[str, dict[str, float]] = {"sign": {}, "has": {}}
    classes: dict[str, list[str]] = {}
    kinds: dict[str, str] = {}
    for line in text.split("\n"):
        sort, *cells = line.split("\t")
        if sort in weights:
            weights[sort][cells[0]] = float(cells[3])
        elif sort == "class":
            for term in cells[1:]:
                classes.setdefault(term, []).append(cells[0])
        elif sort == "cue":
            classes |= {term: [] for term in cells}
        elif sort == "kind":
            kinds |= dict.fromkeys(cells[1].split(), cells[0])
        elif sort and not sort.startswith("#"):
            numbers[sort] = float(cells[0])
    phrases: dict[str, list[str]] = {}
    for term in classes:
        if " " in term:
            phrases.setdefault(" ".join(term.split(" ", 2)[:2]), []).append(term)
    return ScoreTable(
        numbers["bias"],
        numbers["base"],
        numbers["slope"],
        numbers["shift"],
        weights["sign"],
        frozenset(term for term in classes if " " not in term),
        {word: tuple(found) for word, found in phrases.items()},
        {term: tuple(names) for term, names in classes.items()},
        kinds,
        weights["has"],
    )
