"""What is drawn to be judged, what is kept of it, and what is made of it: bench/judge.py and bench/calibrate.py."""

from __future__ import annotations

import csv
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).parents[1] / "bench"
TEXT = "Analysts believe the currency is overvalued.\n\nThe ferry left at nine.\n\nScientists say the reef is dying.\n"
RULE = "attribution/bare-expert-claim"


@pytest.fixture
def judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.syspath_prepend(str(BENCH))
    import judge

    monkeypatch.setattr(judge, "JUDGED", tmp_path / "judged")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, "utf-8")
    yield judge
    for name in ("judge", "corpora", "calibrate"):
        sys.modules.pop(name, None)


def _draw(judge: Any, tmp_path: Path, seed: int = 1) -> str:
    sheet = tmp_path / "sheet.txt"
    texts = [f"house=news={tmp_path / 'texts'}"]
    judge.draw(
        Namespace(
            rules=["bare-expert-claim"],
            corpora=tmp_path / "none",
            texts=texts,
            sheet=sheet,
            n=40,
            seed=seed,
            profiles="",
        )
    )
    return sheet.read_text("utf-8")


def _record(judge: Any, tmp_path: Path, verdicts: str) -> None:
    judge.record(Namespace(sheet=tmp_path / "sheet.txt", rule="bare-expert-claim", verdicts=[verdicts]))


def test_verdicts_are_kept_and_the_text_is_not(judge: Any, tmp_path: Path) -> None:
    sheet = _draw(judge, tmp_path)
    assert ">>Analysts believe<<" in sheet
    assert ">>Scientists say<<" in sheet
    _record(judge, tmp_path, "r w")
    kept = (tmp_path / "judged" / f"{RULE}.csv").read_text("utf-8")
    rows = list(csv.DictReader(kept.splitlines()))
    assert [(r["source"], r["offset"], r["length"], r["verdict"]) for r in rows] == [
        ("house/a.txt", "0", "16", "r"),
        ("house/a.txt", str(TEXT.index("Scientists")), "14", "w"),
    ]
    assert "nalysts" not in kept


def test_what_was_judged_is_not_drawn_again(judge: Any, tmp_path: Path) -> None:
    _draw(judge, tmp_path)
    _record(judge, tmp_path, "r-")
    again = _draw(judge, tmp_path, seed=2)
    assert "Analysts believe" not in again.split("@1", 1)[1].split(">>", 1)[1].split("<<")[0]
    assert ">>Scientists say<<" in again


def test_a_wrong_number_of_verdicts_is_refused(judge: Any, tmp_path: Path) -> None:
    _draw(judge, tmp_path)
    with pytest.raises(SystemExit, match="2 verdicts are needed"):
        _record(judge, tmp_path, "r")


def test_the_sheet_stays_outside_the_repository(judge: Any, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="outside the repository"):
        judge.draw(Namespace(sheet=BENCH / "sheet.txt"))


def test_a_verdict_on_a_finding_that_is_gone_does_not_count(judge: Any, tmp_path: Path) -> None:
    import calibrate
    from corpora import Finder, prose

    _draw(judge, tmp_path)
    _record(judge, tmp_path, "rw")
    changed = TEXT.replace("Scientists say the reef is dying", "Corals live in the warm seas")
    (tmp_path / "texts" / "a.txt").write_text(changed, "utf-8")
    finder = Finder([])
    counts = calibrate.count(finder, judge.Sample(finder, prose(tmp_path / "texts", "house", "news")))
    measure = counts[RULE].measure()
    assert (measure.judged, counts[RULE].stale) == ({"news": (1, 1)}, 1)
    assert calibrate.written({RULE: measure}).endswith(f'["{RULE}"]\njudged.news = [1, 1]\n')


def test_penn_tokens_are_put_back_into_plain_writing(judge: Any) -> None:
    import corpora

    rows = [
        [t, "", "CUE-1" if t == "Some" else "_"]
        for t in "Some `` old '' hands -LRB- at sea -RRB- say , it 's so .".split()
    ]
    pieces = list(corpora._joined(rows))
    assert "".join(piece for piece, _ in pieces) == 'Some "old" hands (at sea) say, it\'s so.'
