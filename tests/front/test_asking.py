"""``whosays report`` and the commands that ask its store, as they are typed."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from lint.front.cli import main

ARTICLE = (
    "Experts agree that the plan works.\n\nMany believe it is cheap.\n\nCritics say that the road is loud.\n"
)
DB = "report/whosays.duckdb"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Return a folder in which an archive was reported twice, with one text changed in between."""
    folder = tmp_path_factory.mktemp("archive")
    texts = folder / "texts"
    (texts / "news").mkdir(parents=True)
    for n in range(6):
        front = f"---\ntitle: Article {n}\nauthor: {'Ada' if n % 2 else 'Bo'}\nsection: City\ndate: 2025-0{n + 1}-03\n---\n"
        (texts / "news" / f"{n}.md").write_text(f"{front}{ARTICLE}\nNumber {n}.\n", "utf-8")
    assert run(folder, "report", "texts", "--label", "before").returncode == 0
    path = texts / "news" / "3.md"
    path.write_text(
        path.read_text("utf-8").replace("Many believe it is cheap.", "It costs 3 million."), "utf-8"
    )
    done = run(folder, "report", "texts")
    assert "Run 2 in report/whosays.duckdb: 6 texts" in done.stdout
    return folder


def run(folder, *args, given=""):
    command = [sys.executable, "-m", "lint.front.cli", *args]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, input=given)


@pytest.fixture
def here(archive, monkeypatch):
    monkeypatch.chdir(archive)
    return archive


def told(capsys, *args, status=0):
    assert main(args) == status
    return capsys.readouterr().out


def test_a_question_is_answered_as_a_table_csv_and_json(here, capsys):
    query = "SELECT author, count(*) AS texts FROM documents WHERE run = 1 GROUP BY author ORDER BY author"
    table = told(capsys, "query", query).splitlines()
    assert table == ["author  texts", "──────  ─────", "Ada         3", "Bo          3"]
    rows = list(csv.DictReader(io.StringIO(told(capsys, "query", query, "--format", "csv"))))
    assert rows == [{"author": "Ada", "texts": "3"}, {"author": "Bo", "texts": "3"}]
    assert json.loads(told(capsys, "query", query, "--format", "json"))[0] == {"author": "Ada", "texts": 3}


def test_a_mistake_in_a_question_is_one_line(here, capsys):
    assert main(["query", "SELECT nope FROM runs"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "nope" in err
    assert "docs/store.md" in err
    assert main(["query", "DELETE FROM runs"]) == 2
    assert "read-only" in capsys.readouterr().err
    assert main(["query", "FROM runs", "--db", "none.duckdb"]) == 2
    assert "none.duckdb: no such store; `whosays report --db` makes one" in capsys.readouterr().err


def test_trend_tells_run_by_run(here, capsys):
    rows = json.loads(told(capsys, "trend", "--format", "json"))
    assert [(row["run"], row["label"], row["documents"]) for row in rows] == [(1, "before", 6), (2, "", 6)]
    assert rows[0]["per_1000_words"] > rows[1]["per_1000_words"]
    for by in ("group", "rule"):
        assert {row["run"] for row in json.loads(told(capsys, "trend", "--by", by, "--format", "json"))} == {
            1,
            2,
        }


def test_compare_tells_what_went(here, capsys):
    rows = json.loads(told(capsys, "compare", "--format", "json"))
    assert {row["id"] for row in rows} == {"texts/news/3.md"}
    assert ("gone", "attribution/quantified-vague-agents") in {(row["what"], row["rule"]) for row in rows}
    assert "Run 1 to run 2: " in told(capsys, "compare", "1", "2")
    assert "0 new, 0 gone" in told(capsys, "compare", "2", "2")
    assert main(["compare", "1", "9"]) == 2
    assert "no run 9 in report/whosays.duckdb; there are 1, 2" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["parquet", "csv", "jsonl"])
def test_what_is_exported_comes_back_whole(here, capsys, tmp_path, kind):
    told(capsys, "export", str(tmp_path / "out"), "--as", kind)
    other = str(tmp_path / "other.duckdb")
    assert "2 runs added" in told(capsys, "import", str(tmp_path / "out"), "--as", kind, "--db", other)
    for table in ("runs", "rules", "documents", "findings", "scores"):
        query = f"SELECT * FROM {table} ORDER BY ALL"
        ours = json.loads(told(capsys, "query", query, "--format", "json"))
        theirs = json.loads(told(capsys, "query", query, "--format", "json", "--db", other))
        empty = {"", None}
        assert len(ours) == len(theirs) > 0
        for one, two in zip(ours, theirs, strict=True):  # a CSV file cannot tell an empty text from none
            assert (
                one == two or {k for k in one if one[k] != two[k] and not {one[k], two[k]} <= empty} == set()
            )
    told(capsys, "import", str(tmp_path / "out"), "--as", kind, "--db", other)
    assert json.loads(
        told(capsys, "query", "SELECT max(run) AS n FROM runs", "--format", "json", "--db", other)
    ) == [{"n": 4}]


def test_an_export_that_is_broken_adds_nothing(here, capsys, tmp_path):
    told(capsys, "export", str(tmp_path / "out"), "--as", "csv")
    (tmp_path / "out" / "findings.csv").write_text("a,b\n1,2\n")
    other = str(tmp_path / "other.duckdb")
    assert main(["import", str(tmp_path / "out"), "--as", "csv", "--db", other]) == 2
    assert "findings.csv: not as `whosays export` wrote it" in capsys.readouterr().err
    assert json.loads(told(capsys, "query", "FROM runs", "--format", "json", "--db", other)) == []
    (tmp_path / "out" / "scores.csv").unlink()
    assert main(["import", str(tmp_path / "out"), "--as", "csv", "--db", other]) == 2
    assert "scores.csv: no such file" in capsys.readouterr().err


def test_a_sample_is_the_same_each_time(archive, tmp_path):
    ids = []
    for n in range(2):
        db = str(tmp_path / f"{n}.duckdb")
        assert (
            run(
                archive, "report", "texts", "--sample", "3", "--db", db, "-o", str(tmp_path / f"r{n}")
            ).returncode
            == 0
        )
        ids.append(run(archive, "query", "SELECT id FROM documents", "--db", db, "--format", "csv").stdout)
    assert ids[0] == ids[1]
    assert ids[0].count("\n") == 4


def test_paths_come_from_stdin_and_tables_name_their_columns(archive, tmp_path):
    table = tmp_path / "t.jsonl"
    table.write_text('{"body": "Experts agree.", "url": "http://a.test/1", "desk": "City"}\n', "utf-8")
    db = str(tmp_path / "a.duckdb")
    options = ("--files-from", "-", "--id-column", "url", "--db", db, "-o", str(tmp_path / "r"))
    done = run(archive, "report", *options, given=f"texts/news/1.md\n{table}\n")
    assert done.returncode == 0, done.stderr
    rows = json.loads(
        run(archive, "query", "SELECT id, meta FROM documents", "--db", db, "--format", "json").stdout
    )
    assert [row["id"] for row in rows] == ["texts/news/1.md", f"{table}#http://a.test/1"]
    done = run(archive, "report", str(table), "--text-column", "nope", "--db", db, "-o", str(tmp_path / "r"))
    assert done.returncode == 3
    assert "no column 'nope'; there are body, url, desk" in done.stderr


def test_what_cannot_be_read_is_told_and_kept(archive, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9")
    (tmp_path / "good.txt").write_text(ARTICLE, "utf-8")
    done = run(tmp_path, "report", "bad.txt", "good.txt", "gone.txt")
    assert done.returncode == 3
    assert "bad.txt: not UTF-8 at byte 3" in done.stderr
    assert "gone.txt: no such file" in done.stderr
    assert "3 texts" in done.stdout


def test_without_the_extra_one_line_says_what_to_install(archive, tmp_path):
    for name in ("duckdb", "pyarrow"):
        (tmp_path / f"{name}.py").write_text("raise ImportError('not here')\n")
    code = "import sys; sys.modules['duckdb'] = None; from lint.front.cli import main; sys.exit(main(sys.argv[1:]))"
    for args in (("query", "FROM runs"), ("trend",), ("compare",), ("export", "x"), ("import", "x")):
        done = subprocess.run(
            [sys.executable, "-c", code, *args], cwd=archive, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert "pip install 'whosays[report]'" in done.stderr


def test_no_text_at_all_is_said(tmp_path):
    done = run(tmp_path, "report", str(Path("nothing") / "*.md"))
    assert done.returncode == 3
    assert "no such file or folder" in done.stderr
