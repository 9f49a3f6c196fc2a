"""A store takes runs in whole, keeps them, and says what is new between two."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from lint.batch.local import run_batches
from lint.load.settings import SettingsError
from lint.load.sources.item import Item
from lint.model.settings import Settings
from lint.store import tables
from lint.store.compare import compare
from lint.store.parts import Parts
from lint.store.store import RuleRow, Run, open_store

ROOT = Path(__file__).parents[2]
SCORED = Settings(profile="news", score=True, sentences=True, traced=True)
SEED = (ROOT / "tests" / "gold" / "seed.txt").read_text("utf-8")
RUN = Run("2026-01-02T03:04:05Z", "2026-01-02T03:05:00Z", "0.1.0")


def parts_of(folder, texts, settings=SCORED):
    parts = Parts(str(folder))
    items = [Item(name, name, text, (("author", "Ada"), ("desk", "City"))) for name, text in texts.items()]
    run_batches(items, lambda _: settings, parts, rules="")
    return parts


def append(store, folder, texts, run=RUN):
    return store.append(run, parts_of(folder, texts).paths)


@pytest.fixture
def store(tmp_path):
    with open_store(str(tmp_path / "a.duckdb"), new=True) as opened:
        yield opened


def test_a_run_can_be_asked_about(store, tmp_path):
    texts = {"a/seed.txt": SEED, "b.txt": "Experts agree that it works.", "empty.txt": " "}
    rules = (RuleRow("attribution/x", "warning", "s", "q", 10, 9),)
    assert (
        append(store, tmp_path / "p", texts, RUN._replace(label="first", rules=rules, sources=("a", "b")))
        == 1
    )
    ((documents, problems, words, findings, sources),) = store.ask(
        "SELECT documents, problems, words, findings, sources FROM runs"
    )
    assert (documents, problems, sources) == (3, 0, ["a", "b"])
    assert words == 422
    assert store.ask("SELECT count(*) FROM findings") == [(findings,)]
    assert store.ask("SELECT id, folder, author, meta['desk'] FROM documents ORDER BY document") == [
        ("a/seed.txt", "a", "Ada", "City"), ("b.txt", "", "Ada", "City"), ("empty.txt", "", "Ada", "City")
    ]  # fmt: skip
    assert store.ask("SELECT judged, judged_right FROM rules") == [(10, 9)]
    ((start, end, text),) = store.ask(
        "SELECT start_offset, end_offset, text FROM findings WHERE document = 1 LIMIT 1"
    )
    assert text == "Experts agree that it works."[start:end]


def test_every_view_answers_and_agrees_with_the_tables(store, tmp_path):
    append(store, tmp_path / "p", {"seed.txt": SEED, "b.txt": "Experts agree that it works."})
    for view in tables.VIEWS:
        assert store.ask(f"FROM {view}"), view
    total = store.ask("SELECT count(*) FROM findings")
    assert store.ask("SELECT sum(findings) FROM by_rule") == total
    assert store.ask("SELECT sum(findings) FROM by_group") == total
    assert store.ask("SELECT sum(findings) FROM by_document") == total
    ((rate,),) = store.ask("SELECT per_1000_words FROM trend")
    assert rate == pytest.approx(1000 * total[0][0] / 422, abs=0.001)
    hot = store.ask("SELECT max(score) FROM hot_spots")[0][0]
    assert store.ask("SELECT max(score) FROM findings")[0][0] == hot


def test_the_page_names_every_table_view_and_column(store):
    page = (ROOT / "docs" / "store.md").read_text("utf-8")
    for name in (*tables.TABLES, *tables.VIEWS):
        assert f"`{name}`" in page, name
    for (name,) in store.ask(
        "SELECT DISTINCT column_name FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal"
    ):
        if name not in {"per_1000_words"}:
            assert f"`{name}`" in page, name


def test_runs_add_up_and_a_failed_one_leaves_nothing(store, tmp_path):
    assert append(store, tmp_path / "p", {"a.txt": "Experts agree."}) == 1
    (tmp_path / "bad.parquet").write_bytes(b"no")
    with pytest.raises(duckdb.Error):
        store.append(
            RUN, [*parts_of(tmp_path / "p", {"b.txt": "Experts say."}).paths, str(tmp_path / "bad.parquet")]
        )
    assert store.ask("SELECT max(run) FROM documents") == [(1,)]
    assert append(store, tmp_path / "p", {"b.txt": "Experts say."}) == 2
    assert store.append(RUN, []) == 3


def test_what_is_wrong_with_a_store_is_said(tmp_path):
    path = str(tmp_path / "a.duckdb")

    def problem(**more):
        with pytest.raises(SettingsError) as caught, open_store(path, **more):
            pass
        return caught.value.problems[0].message

    assert problem() == "no such store; `whosays report --db` makes one"
    Path(path).write_bytes(b"no database at all" * 1000)
    assert problem() == "no database; name another file with --db"
    Path(path).unlink()
    duckdb.connect(path).close()
    assert problem() == "a database, but no store of whosays; name another with --db"
    Path(path).unlink()
    with open_store(path, new=True) as store:
        store.ask("UPDATE about SET value = '99'")
    assert problem(new=True).startswith("a store of version 99")


def test_a_store_in_use_is_said_and_asking_changes_nothing(tmp_path):
    path = str(tmp_path / "a.duckdb")
    code = f"from lint.store.store import open_store\nwith open_store({path!r}, new=True): print('open', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(SettingsError, match="in use by another process"), open_store(path, new=True):
            pass
        other.communicate("\n")
    with open_store(path) as store:
        for query in (
            "DELETE FROM runs", "CREATE TABLE t (x INTEGER)", "SELECT * FROM read_csv('/etc/passwd')", "COPY runs TO 'x.csv'",
            "ATTACH 'b.duckdb'", "SET enable_external_access = true", "INSTALL httpfs",
        ):  # fmt: skip
            with pytest.raises(duckdb.Error):
                store.ask(query)


def test_a_process_that_is_killed_while_it_appends_leaves_the_store_as_it_was(tmp_path):
    path = str(tmp_path / "a.duckdb")
    with open_store(path, new=True) as store:
        append(store, tmp_path / "p", {"a.txt": SEED})
    parts = parts_of(tmp_path / "p", {f"{n}.txt": SEED for n in range(400)}).paths
    code = (
        f"from lint.store.store import open_store, Run\n"
        f"with open_store({path!r}, new=True) as store:\n"
        f"    print('go', flush=True)\n"
        f"    store.append(Run(*{tuple(RUN[:3])!r}), {parts!r})\n"
        f"    print('done', flush=True)\n"
    )
    ended = set()
    for patience in (0.0, 0.02, 0.05, 0.1, 0.2):
        with subprocess.Popen([sys.executable, "-c", code], stdout=-1, text=True) as other:
            assert other.stdout.readline() == "go\n"
            try:
                other.wait(patience)
            except subprocess.TimeoutExpired:
                other.send_signal(signal.SIGKILL)
            ended.add(other.stdout.read())
        with open_store(path) as store:
            counts = store.ask(
                "SELECT r.run, r.documents, count(d.id) FROM runs r JOIN documents d USING (run) GROUP BY ALL ORDER BY 1"
            )
            assert all(told == there for _, told, there in counts)
            assert store.ask("SELECT count(*) FROM documents WHERE run NOT IN (SELECT run FROM runs)") == [
                (0,)
            ]
    assert "" in ended


def changed(store, tmp_path, before, after, *, rename=None):
    first = append(store, tmp_path / "p", before)
    second = append(store, tmp_path / "p", after)
    if rename:
        store.ask(
            "UPDATE findings SET rule = ?, key = replace(key, ?, ?) WHERE run = ? AND rule = ?",
            [rename[1], *rename, second, rename[0]],
        )
        store.ask(
            "INSERT INTO rules SELECT ?, rule, '', '', '', 0, 0 FROM findings WHERE run = ? GROUP BY rule",
            [first, first],
        )
        store.ask(
            "INSERT INTO rules SELECT ?, rule, '', '', '', 0, 0 FROM findings WHERE run = ? GROUP BY rule",
            [second, second],
        )
    return compare(store, first, second)


ARTICLE = (
    "Experts agree that the plan works.\n\nMany believe it is cheap.\n\nCritics say that the road is loud.\n"
)


def test_the_same_archive_has_nothing_new(store, tmp_path):
    found = changed(store, tmp_path, {"a.txt": ARTICLE, "s.txt": SEED}, {"a.txt": ARTICLE, "s.txt": SEED})
    assert found.changes == ()
    assert found.still > 40


def test_moved_paragraphs_and_renamed_files_and_rules_are_not_new(store, tmp_path):
    first, second, third = ARTICLE.strip().split("\n\n")
    after = {"b/renamed.txt": "\n\n".join((third, second, first)) + "\n", "new name.txt": SEED}
    found = changed(
        store,
        tmp_path,
        {"a.txt": ARTICLE, "s.txt": SEED},
        after,
        rename=("attribution/unsupported-consensus", "attribution/agreed"),
    )
    assert found.changes == ()
    assert ("attribution/unsupported-consensus", "attribution/agreed") in found.renamed


def test_what_is_new_and_what_is_gone_is_told_with_its_place(store, tmp_path):
    first, _, third = ARTICLE.strip().split("\n\n")
    after = f"{third}\n\n{first}\n\nResearchers claim that it pays.\n"
    found = changed(store, tmp_path, {"a.txt": ARTICLE}, {"a.txt": after})
    assert {(c.what, c.line, c.rule) for c in found.changes if c.rule.startswith("attribution/")} == {
        ("gone", 3, "attribution/quantified-vague-agents"),
        ("new", 5, "attribution/bare-expert-claim"),
    }
    assert found.count("new") >= 1


def test_one_more_of_the_same_is_one_new(store, tmp_path):
    found = changed(
        store,
        tmp_path,
        {"a.txt": ARTICLE},
        {"a.txt": ARTICLE, "b.txt": "Critics say that the road is loud.\n"},
    )
    assert {c.id for c in found.changes} == {"b.txt"}


def test_a_run_that_is_not_there_is_said(store, tmp_path):
    append(store, tmp_path / "p", {"a.txt": ARTICLE})
    with pytest.raises(LookupError, match=r"no run 7 in .*; there are 1$"):
        compare(store, 1, 7)
