"""Our readability beside the reference formulas and the teachers' ratings of the CLEAR corpus."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from statistics import correlation
from xml.etree import ElementTree

from readability import THEIRS, Bench, ranks

from lint.match.formulas import FORMULAS, difficulty
from lint.match.readability import counts_of
from lint.match.words import tally

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LETTERS = re.compile(r"[A-Z]+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?(E-?\d+)?")
SHORT = dict(zip(THEIRS, ("Flesch ease", "Flesch-Kincaid", "ARI", "SMOG", "Dale-Chall"), strict=True))


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a workbook's first sheet, by the names in its first row."""
    with zipfile.ZipFile(path) as book:
        strings = [
            "".join(part.text or "" for part in entry.iter(f"{_SHEET}t"))
            for entry in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    head: dict[str, str] = {}
    for row in sheet.iter(f"{_SHEET}row"):
        cells: dict[str, str] = {}
        for cell in row:
            value = cell.find(f"{_SHEET}v")
            if value is not None and value.text and (column := _LETTERS.match(cell.get("r", ""))):
                shared = cell.get("t") == "s"
                cells[column.group()] = strings[int(value.text)] if shared else value.text
        if head:
            yield {name: cells.get(column, "") for column, name in head.items()}
        else:
            head = cells


def rated(corpora: Path) -> list[dict[str, str]]:
    """Return the workbook's excerpts that teachers have rated."""
    book = corpora / "clear" / "CLEAR_corpus_final.xlsx" if corpora.is_dir() else corpora
    return [row for row in rows(book) if row["Excerpt"] and _NUMBER.fullmatch(row["BT_easiness"])]


def sentences_of(row: dict[str, str], words: int) -> int:
    """Return how many sentences the workbook counted, which it does not say.

    Its reading ease and its Flesch-Kincaid grade, both of words a sentence and syllables a word, are two
    equations with these two unknowns.
    """
    ease, grade = (float(row[THEIRS[name]]) for name in ("flesch_reading_ease", "flesch_kincaid_grade"))
    length = (11.8 * (ease - 206.835) + 84.6 * (grade + 15.59)) / (84.6 * 0.39 - 11.8 * 1.015)
    return round(words / length)


def readability(corpora: Path) -> Iterator[tuple[str, str, float]]:
    """Yield how our formulas go with the reference's, and our verdict, less the best formula, with ease.

    What is named in brackets: the correlation of the ranks, and the one over the excerpts where the
    reference counts as many sentences as we do.
    """
    bench, table = Bench(), rated(corpora)
    ease = [float(row["BT_easiness"]) for row in table]
    found = [tally(bench.context(row["Excerpt"], "excerpt.txt")) for row in table]
    counted = [counts_of(one, one.prose) for one in found]
    alike = [n for n, (c, s) in enumerate(counted) if s == sentences_of(table[n], c.words)]
    best = 0.0
    for name, column in THEIRS.items():
        ours = [FORMULAS[name](*one) for one in counted]
        theirs = [float(row[column]) for row in table]
        ranked = correlation(ranks(ours), ranks(theirs))
        same = correlation([ours[n] for n in alike], [theirs[n] for n in alike])
        what = f"CLEAR: r of our {SHORT[name]} (by ranks {ranked:.3f}, same sentences {same:.3f})"
        yield f"clear.{name}", what, correlation(ours, theirs)
        best = max(best, abs(correlation(theirs, ease)))
    yield (
        "clear.verdict",
        f"CLEAR: |r| of our verdict with ease (the best formula has {best:.3f})",
        abs(correlation([difficulty(*one) for one in counted], ease)),
    )
