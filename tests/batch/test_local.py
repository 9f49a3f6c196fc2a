"""The engine on this machine: every text once, none missing, whatever is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from lint.batch import schema
from lint.batch.local import Done, batches_of, part_schema, run_batches
from lint.load.files import LARGEST
from lint.load.sources.item import Item
from lint.model.finding import Problem
from lint.model.settings import Settings
from lint.store.parts import Parts

ARTICLE = (
    "Experts agree that the plan works.\n\nMany believe it is cheap.\n\nCritics say that the road is loud.\n"
)


def items_of(number, text=ARTICLE):
    return [Item(f"{n}.txt", f"{n}.txt", f"{text}\nNumber {n}.\n") for n in range(number)]


def run(folder, items, **more):
    parts = Parts(str(folder))
    done = run_batches(items, lambda item: Settings(), parts, rules="", **more)
    return parts, done


def rows(parts):
    return [row for path in parts.paths for row in pq.read_table(path).to_pylist()]


def test_a_part_has_what_check_batch_gives_and_what_is_known_besides(tmp_path):
    item = Item("x#1", "x#1.md", "---\na: b\n---\nExperts agree.\n", (("author", "Ada"),))
    parts, done = run(tmp_path, [item])
    assert done == Done(1, 0, 2, 1)
    (row,) = rows(parts)
    assert (row["id"], row["document"], row["meta"], row["source"]) == (
        "x#1",
        0,
        [("author", "Ada")],
        item.text,
    )
    assert row["findings"][0]["line"] == 4
    assert [f.name for f in part_schema()][: len(schema())] == [f.name for f in schema()]


@how(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 3), max_size=30), st.sampled_from([1, 3, 1000]))
def test_batches_hold_every_text_in_order_and_never_two_settings(kinds, length):
    items = [Item(str(n), str(n), "x" * length) for n in range(len(kinds))]
    settings = [Settings(repeats=kind) for kind in kinds]
    made = list(batches_of(items, lambda item: settings[int(item.id)]))
    assert [item for batch in made for item in batch.items] == items
    assert [batch.first for batch in made] == [int(batch.items[0].id) for batch in made]
    assert all(settings[int(item.id)] == batch.settings for batch in made for item in batch.items)


def test_two_processes_write_what_one_writes(tmp_path):
    items = items_of(900)
    one, alone = run(tmp_path / "one", items)
    two, shared = run(tmp_path / "two", items, jobs=2)
    assert alone == shared
    assert [Path(p).name for p in one.paths] == [Path(p).name for p in two.paths]
    assert rows(one) == rows(two)


def test_what_was_done_is_taken_up_and_what_was_changed_is_done_anew(tmp_path):
    items = items_of(450)
    first, _ = run(tmp_path, items)
    times = {path: Path(path).stat().st_mtime_ns for path in first.paths}
    assert len(times) == 3
    again, done = run(tmp_path, items)
    assert {path: Path(path).stat().st_mtime_ns for path in again.paths} == times
    assert done.texts == 450
    Path(first.paths[0]).write_bytes(b"half")
    items[-1] = items[-1]._replace(text="Nothing.")
    third, done = run(tmp_path, items)
    assert rows(third)[-1]["source"] == "Nothing."
    assert set(third.paths) & set(times) == set(first.paths[:2])
    assert len(rows(third)) == done.texts == 450


def test_problems_keep_their_place(tmp_path):
    items = [
        Item("a", "a", Problem("a", "no such file")),
        Item("b", "b.txt", "x" * (LARGEST + 1)),
        Item("c\udcff", "c", ARTICLE),
    ]
    parts, done = run(tmp_path, items)
    first, _, last = rows(parts)
    assert first["problem"] == "no such file"
    assert last["id"] == "c?"
    assert done.problems >= 1


POISON = """
import os, signal
from lint import texts
real = texts.check_text
def check_text(text, **more):
    if "POISON" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(text, **more)
texts.check_text = check_text
"""


def report(folder, *args, **env):
    command = [
        sys.executable,
        "-m",
        "lint.front.cli",
        "report",
        *args,
        "--db",
        str(folder / "a.duckdb"),
        "-o",
        str(folder / "report"),
        "-q",
    ]
    return subprocess.Popen(
        command, cwd=folder, stdout=-1, stderr=-1, text=True, env=os.environ | env, start_new_session=True
    )


def ask(folder, query):
    from lint.store.store import open_store

    with open_store(str(folder / "a.duckdb")) as store:
        return store.ask(query)


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for n in range(1200):
        (folder / f"{n:04}.txt").write_text(f"{ARTICLE}\nNumber {n}.\n", "utf-8")
    return tmp_path


def test_a_text_that_kills_its_process_becomes_a_problem_and_takes_nobody_with_it(archive):
    (archive / "texts" / "0100.txt").write_text("POISON", "utf-8")
    (archive / "texts" / "0900.txt").write_text("POISON", "utf-8")
    (archive / "sitecustomize.py").write_text(POISON)
    done = report(archive, "texts", "--jobs", "2", PYTHONPATH=str(archive))
    out, err = done.communicate()
    assert done.returncode == 3, err
    problems = ask(archive, "SELECT id, problem FROM documents WHERE problem IS NOT NULL ORDER BY id")
    assert [id_ for id_, _ in problems] == ["texts/0100.txt", "texts/0900.txt"]
    assert "was killed" in problems[0][1] or "ended" in problems[0][1]
    assert ask(archive, "SELECT count(*), count(DISTINCT id), count(words) FROM documents") == [
        (1200, 1200, 1198)
    ]
    assert "0100.txt: could not be checked" in err
    assert "1,200 texts" in out


def children_of(pid):
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [int(n) for n in listed.stdout.split()]


def test_a_worker_that_is_killed_costs_nothing(archive):
    running = report(archive, "texts", "--jobs", "2")
    until = time.monotonic() + 20
    while running.poll() is None and time.monotonic() < until:
        if children := children_of(running.pid):
            os.kill(children[-1], signal.SIGKILL)
            break
        time.sleep(0.01)
    running.communicate()
    counts = ask(archive, "SELECT count(*), count(DISTINCT id) FROM documents")
    assert counts == [(1200, 1200)]
    ((problems,),) = ask(archive, "SELECT count(*) FROM documents WHERE problem IS NOT NULL")
    assert problems <= 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_that_is_killed_is_taken_up_by_the_same_command(archive, jobs):
    for patience in (0.6, 1.0, 1.4):
        running = report(archive, "texts", "--jobs", jobs)
        time.sleep(patience)
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
    ended = report(archive, "texts", "--jobs", jobs)
    _, err = ended.communicate()
    assert ended.returncode == 0, err
    last = ask(archive, "SELECT max(run) FROM runs")[0][0]
    assert ask(archive, f"SELECT count(*), count(DISTINCT id) FROM documents WHERE run = {last}") == [
        (1200, 1200)
    ]
    same = "SELECT run, count(*) FROM findings GROUP BY run"
    assert len({count for _, count in ask(archive, same)}) == 1
    assert not list(archive.glob("a.duckdb.parts/*"))
