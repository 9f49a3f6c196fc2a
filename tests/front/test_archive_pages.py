"""The pages of a report: what they tell is what the store knows, they replace only their own, and a browser shows them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from node import need_packages, pins

from lint.front import archive_pages
from lint.front.cli import main
from lint.report.site.places import file_of_text, page_of
from lint.store.store import Store, open_store

FOLDER = Path(__file__).with_name("browser")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
EVIL = '<script>window.ran=1</script>"\'&amp;</textarea><img src=x onerror="alert(1)">'
POST = """---
title: {title}
author: {author}
section: {section}
date: {date}
---

Many experts agree that the {thing} is safe. Critics say that it was, in fact, rather old.

It was opened in 1931. The {thing} is said to be the longest of its kind, and some people
believe that it will be closed soon. Mara Ilves, an engineer at Norbank, said that it would hold.
"""


def post(where: Path, name: str, author: str, section: str, date: str, thing: str) -> None:
    path = where / section.lower() / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    title = f"Who says the {thing} is safe?"
    path.write_text(POST.format(title=title, author=author, section=section, date=date, thing=thing), "utf-8")


@contextmanager
def standing_in(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of texts, reported on twice: a text was shorter the first time. Few rows stand in the page itself."""
    folder: Path = tmp_path_factory.mktemp("archive")
    texts = folder / "texts"
    things = ("bridge", "tower", "tunnel", "canal", "harbour", "mill", "lock")
    authors = ("Ada Quill", "Ben Orr", "Ada Quill", "Cleo Stamp", "Ben Orr", "Ada Quill", "Cleo Stamp")
    for number, (thing, author) in enumerate(zip(things, authors, strict=True)):
        post(texts, thing, author, "News" if number % 2 else "Opinion", f"2025-0{number + 1}-11", thing)
    long = texts / "news" / "tower.md"
    long.write_text(
        long.read_text("utf-8") + "\nThe keeper, Olof Berg, told us of its stairs. " * 60, "utf-8"
    )
    (texts / f"{EVIL.replace('/', '∕')}.md").write_text(
        f"---\ntitle: {json.dumps(EVIL)}\nauthor: {json.dumps('javascript:alert(2)' + EVIL)}\n---\n\n"
        f"Experts {EVIL} agree. Many experts agree that \x1b[31m{EVIL} is safe, \u202ecritics say.\n",
        "utf-8",
    )
    with standing_in(folder), pytest.MonkeyPatch.context() as patch:
        patch.setattr(archive_pages, "ROWS_INSIDE", 3)
        patch.setattr(archive_pages, "ROWS_OF_A_FILE", 5)
        assert main(["report", "texts", "-q", "--jobs", "1", "--label", "spring", "--isolated"]) == 0
        mill = texts / "news" / "mill.md"
        mill.write_text(f"{mill.read_text('utf-8')}\nMany experts agree that it stands.\n", "utf-8")
        command = "report texts missing.md -q --jobs 1 -o report --single-file one.html --isolated"
        assert main(command.split()) == 3
    return folder


@pytest.fixture(scope="module")
def store(archive: Path) -> Iterator[Store]:
    with open_store(str(archive / "report" / "whosays.duckdb")) as store:
        yield store


def test_each_text_and_each_rule_has_a_page(archive: Path, store: Store) -> None:
    report = archive / "report"
    ids = [id_ for (id_,) in store.ask("SELECT id FROM documents WHERE run = 2 ORDER BY document")]
    assert len(ids) == 9
    for id_ in ids:
        assert (report / file_of_text(page_of(id_))).is_file()
    rules = [rule for (rule,) in store.ask("SELECT rule FROM rules WHERE run = 2")]
    assert {str(p.relative_to(report / "rules")) for p in (report / "rules").rglob("*.html")} >= {
        f"{rule}.html" for rule in rules if "/" in rule and ":" not in rule
    }
    files = sorted(p.name for p in report.iterdir())
    assert files == [
        ".whosays-report", "data", "index.html", "rules", "rules.html", "script.js", "style.css", "texts", "texts.html",
        "whosays.duckdb",
    ]  # fmt: skip


def test_every_link_leads_to_a_page_or_a_place(archive: Path) -> None:
    report = archive / "report"
    pages = {path: path.read_text("utf-8") for path in report.rglob("*.html")}
    places = {path: set(re.findall(r' id="([^"]*)"', text)) for path, text in pages.items()}
    for path, text in pages.items():
        assert "http:" not in text
        assert "https:" not in text
        for href in re.findall(r'href="([^"]*)"', text):
            page, _, place = href.partition("#")
            target = (path.parent / page).resolve() if page else path
            assert target.is_file(), href
            if place and not place.startswith("texts?"):
                assert place.replace("%20", " ") in places[target], href


def test_foreign_files_are_never_touched(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "site"
    mine.mkdir()
    (mine / "index.html").write_text("mine")
    assert main(["report", str(archive / "texts" / "news"), "-q", "-o", str(mine), "--jobs", "1"]) == 2
    assert "index.html" in capsys.readouterr().err
    assert [p.name for p in mine.iterdir()] == ["index.html"]

    ours = tmp_path / "ours"
    command = ["report", str(archive / "texts" / "news" / "tower.md"), "-q", "-o", str(ours), "--jobs", "1"]
    assert main(command) == 0
    (ours / "notes.txt").write_text("kept")
    (ours / "texts" / "old.html").write_text("gone")
    assert main(command) == 0
    assert (ours / "notes.txt").read_text() == "kept"
    assert not (ours / "texts" / "old.html").exists()
    assert main([*command, "--no-pages"]) == 0


@pytest.fixture(scope="module")
def shown(archive: Path, store: Store, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What a browser shows of the report."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    need_packages(FOLDER)
    kept = Path(os.environ.get("WHOSAYS_SCREENSHOTS") or tmp_path_factory.mktemp("shots"))
    kept.mkdir(parents=True, exist_ok=True)
    text = file_of_text(page_of("texts/opinion/bridge.md"))
    ((line, column),) = store.ask(
        'SELECT line, "column" FROM findings JOIN documents d USING (run, document)'
        " WHERE run = 2 AND d.id = 'texts/opinion/bridge.md' AND rule = 'attribution/unsupported-consensus'"
    )
    ((evil,),) = store.ask("SELECT id FROM documents WHERE run = 2 AND id LIKE '%script%'")
    done = subprocess.run(
        ["node", "drive.mjs", archive / "report", archive / "one.html", CHROMIUM, kept, text, f"L{line}:{column}", file_of_text(page_of(evil))],
        cwd=FOLDER, capture_output=True, text=True, timeout=180,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_goes_wrong_leaves_or_runs(shown: Any) -> None:
    assert shown["complaints"] == []
    assert shown["asked"] == []
    assert shown["ran"] == []
    assert shown["wide"] == []
    assert shown["faults"] == []


def test_charts_say_what_the_store_knows(shown: Any, store: Store) -> None:
    tables = {table["caption"]: table for table in shown["tables"]}
    found = store.ask('SELECT "group", severity, findings FROM by_group WHERE run = 2')
    drawn = {
        (row[0], severity): int(cell.replace("–", "0"))
        for row in tables["What is asked"]["rows"]
        for severity, cell in zip(("error", "warning", "suggestion"), row[2:], strict=True)
    }
    assert {key: count for key, count in drawn.items() if count} == {(g, s): n for g, s, n in found}
    sums = [sum(map(int, (c.replace("–", "0") for c in row[2:]))) for row in tables["What is asked"]["rows"]]
    lengths = [sum(bars) for bars in tables["What is asked"]["bars"]]
    assert lengths == pytest.approx([1000 * total / max(sums) for total in sums], abs=0.2)
    ((named, role, unnamed, nobody),) = store.ask("SELECT * EXCLUDE run FROM ladder WHERE run = 2")
    rungs = [int(row[2].replace("–", "0")) for row in tables["Who is said to say it"]["rows"]]
    assert rungs == [named, role, unnamed, nobody]
    rates = {row[0]: row[2] for row in tables["By author"]["rows"]}
    told = store.ask(
        "SELECT author, 1000.0 * sum(findings) / sum(words) FROM by_document WHERE run = 2 AND author LIKE '%Orr' GROUP BY author"
    )
    assert [rates[author] for author, _ in told] == [f"{rate:.1f}" for _, rate in told]
    graded = store.ask(
        "SELECT count(*), count(*) FILTER (grade > target_grade) FROM documents WHERE run = 2 AND grade IS NOT NULL"
    )
    rows = tables["How hard the texts are to read"]["rows"]
    assert graded == [tuple(sum(int(row[n].replace("–", "0")) for row in rows) for n in (2, 3))]
    runs = store.ask("SELECT per_1000_words FROM trend")
    assert (
        shown["trend"]
        == f"Findings per 1,000 words, from {runs[0][0]:.1f} in spring to {runs[1][0]:.1f} in run 2."
    )
    ((asked_in,),) = store.ask("SELECT count(DISTINCT document) FROM findings WHERE run = 2")
    assert shown["headline"] == f"All {asked_in} texts have open questions"


def test_the_table_sorts_filters_and_searches(shown: Any, store: Store) -> None:
    by_findings = store.ask(
        "SELECT coalesce(title, id) FROM by_document WHERE run = 2 ORDER BY findings DESC, document"
    )
    assert shown["shown"] == "1 to 9 of 9"
    assert len(shown["first"]) == 9
    assert shown["first"][0] == by_findings[0][0]
    assert shown["longest"][0] == "Who says the tower is safe?"
    assert shown["byTitle"][1:] == sorted(shown["byTitle"][1:], key=str.lower)
    titles, told, place = shown["byAuthor"]
    assert len(titles) == 3
    assert told == "1 to 3 of 3 (of 9 texts)"
    assert "author=ada" in place
    assert shown["reloaded"] == titles
    assert shown["sought"] == ["Who says the bridge is safe?"]
    assert shown["bare"] == [3, False]


def test_links_lead_to_the_words(shown: Any) -> None:
    assert "Many experts agree" in "".join(shown["place"][0])
    assert shown["place"][1] is True
    assert re.fullmatch(r"Question \d+ of \d+", shown["place"][2])
    assert shown["next"][0] != shown["place"][2]
    assert shown["next"][1:] == [True, True]
    assert shown["cool"] == "true"
    assert shown["line"] == ["8", True]
    assert shown["back"] == "texts.html"
    sentence, line, is_seen = shown["spot"]
    assert sentence.split()[0] in line
    assert is_seen
    assert shown["printed"] > 10_000


def test_one_file_shows_one_page_at_a_time(shown: Any) -> None:
    assert shown["oneFile"] == ["Overview · whosays", 1]
    assert shown["oneText"] == ["Who says the bridge is safe? · whosays", 1, 1]


def test_its_pins_name_no_host() -> None:
    assert pins(FOLDER)["name"] == "whosays-report-in-a-browser"
