"""Our readability beside the reference formulas and the teachers' ratings of the CLEAR corpus."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from statistics import correlation
from xml.etree import ElementTree

from readability import THEIRS, Bench

from lint.match.formulas import FORMULAS, difficulty
from lint.match.readability import counts_of
from lint.match.words import tally

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LETTERS = re.compile(r"[A-Z]+")


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


def readability(corpora: Path) -> Iterator[tuple[str, str, float]]:
    """Yield how our formulas go with the reference's, and our verdict, less the best formula, with ease."""
    bench = Bench()
    table = [row for row in rows(corpora / "clear" / "CLEAR_corpus_final.xlsx") if row["Excerpt"]]
    table = [row for row in table if re.fullmatch(r"-?\d+(\.\d+)?(E-?\d+)?", row["BT_easiness"])]
    ease = [float(row["BT_easiness"]) for row in table]
    ours: dict[str, list[float]] = {name: [] for name in FORMULAS}
    verdict = []
    for row in table:
        found = tally(bench.context(row["Excerpt"], "excerpt.txt"))
        counted = counts_of(found, found.prose)
        verdict.append(difficulty(*counted))
        for name, formula in FORMULAS.items():
            ours[name].append(formula(*counted))
    theirs = {name: [float(row[column]) for row in table] for name, column in THEIRS.items()}
    for name, given in theirs.items():
        yield f"clear.{name}", f"CLEAR: r of our {name} with the reference", correlation(ours[name], given)
    best = max(abs(correlation(given, ease)) for given in theirs.values())
    yield (
        "clear.verdict",
        f"CLEAR: |r| of our verdict with ease (the best formula has {best:.3f})",
        abs(correlation(verdict, ease)),
    )
