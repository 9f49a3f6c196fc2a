"""Batches of texts: a row for each, as ``check_text`` has it, and never another's fault."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from functools import partial
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from lint import api
from lint.batch import Columns, check_batch, check_batches, schema
from lint.load.files import LARGEST
from lint.model.settings import Settings
from lint.report import renderer
from lint.report.options import Options

SEED = (Path(__file__).parents[1] / "gold" / "seed.txt").read_text("utf-8")
NEWS = Settings(profile="news", score=True, sentences=True)


def batch_of(*texts, **more):
    return pa.record_batch({"text": pa.array(texts, pa.string()), **more})


def rows(batch):
    batch.validate(full=True)
    assert batch.schema.equals(schema(), check_metadata=True)
    return batch.to_pylist()


def test_a_row_tells_what_the_json_report_tells():
    (row,) = rows(check_batch(batch_of(SEED, id=["s"], name=["seed.txt"]), settings=NEWS))
    report = api.check_text(SEED, name="seed.txt", settings=NEWS)
    (file,) = json.loads(renderer("json")(report, Options()))["files"]
    assert [f["rule"] for f in row["findings"]] == [f["rule"] for f in file["findings"]]
    for ours, theirs in zip(row["findings"], file["findings"], strict=True):
        start, end = theirs["start"], theirs["end"]
        assert (ours["start"], ours["line"], ours["column"]) == (
            start["offset"],
            start["line"],
            start["column"],
        )
        assert (ours["end"], ours["end_line"], ours["end_column"]) == (
            end["offset"],
            end["line"],
            end["column"],
        )
        for key in ("group", "severity", "message", "question", "missing", "looked_for", "scope", "text"):
            assert ours[key] == theirs[key]
        assert ours["confidence"] == pytest.approx(theirs["confidence"], abs=0.001)
        assert [e["text"] for e in ours["evidence"]] == [e["text"] for e in theirs["evidence"]]
        assert [(r["start"], r["note"]) for r in ours["related"]] == [
            (r["start"]["offset"], r["note"]) for r in theirs["related"]
        ]
    assert row["words"] == file["words"]
    assert row["readability"].items() <= file["readability"].items()
    assert row["sourcing"] == file["sourcing"]
    assert row["scorecard"]["unnamed"] == file["score"]["attributions"]["unnamed"]
    assert row["scorecard"]["claims"] == file["score"]["claims"]["total"]
    assert row["scorecard"]["target_grade"] == file["score"]["readability"]["target"]
    assert [s["score"] for s in row["sentences"]] == [s["score"] for s in file["sentences"]]


def test_what_cannot_be_checked_has_its_problem_and_its_neighbours_their_findings():
    bad = batch_of("Experts agree.", None, "x" * (LARGEST + 1), " \n", "Experts agree.")
    first, null, large, empty, last = rows(check_batch(bad))
    assert first["findings"] == last["findings"] != []
    assert null["problem"] == "no text: the value is null"
    assert large["problem"].startswith("larger than 32 MB")
    assert empty["problem"] is None
    assert empty["notes"] == ["empty file: nothing to check"]
    assert null["findings"] is large["findings"] is None


def test_a_fault_of_ours_becomes_a_problem_of_its_row(monkeypatch):
    real = api.check_text

    def broken(text, **more):
        if "poison" in text:
            raise RecursionError("too deep")
        return real(text, **more)

    monkeypatch.setattr(api, "check_text", broken)
    good, bad = rows(check_batch(batch_of("Experts agree.", "poison")))
    assert good["findings"]
    assert "RecursionError: too deep" in bad["problem"]


def test_bytes_are_decoded_as_a_files_and_a_name_gives_the_format():
    texts = pa.array(["Experts agree.".encode("utf-16"), b"\xff\xffx", b"`Experts agree.`"], pa.binary())
    sixteen, broken, code = rows(
        check_batch(pa.record_batch({"text": texts, "name": ["a.txt", "b.txt", "c.md"]}))
    )
    assert sixteen["findings"]
    assert broken["problem"].startswith("not UTF-8")
    assert code["findings"] == []


@pytest.mark.parametrize(
    "kind", [pa.large_string(), pa.dictionary(pa.int8(), pa.string()), pa.large_binary()], ids=str
)
def test_texts_may_come_in_any_type_of_text(kind):
    column = pa.array(["Experts agree."]).cast(pa.large_binary()) if kind == pa.large_binary() else None
    column = column if column is not None else pa.array(["Experts agree."]).cast(kind)
    (row,) = rows(check_batch(pa.record_batch({"text": column})))
    assert row["findings"]


def test_what_is_no_text_is_said():
    (row,) = rows(check_batch(pa.record_batch({"text": [1]})))
    assert row["problem"] == "not a text but of type int64"
    with pytest.raises(ValueError, match="no column 'body' of texts; there are text"):
        check_batch(batch_of("x"), columns=Columns(text="body"))


def test_it_streams_is_pure_and_can_be_sent_to_a_worker():
    work = pickle.loads(pickle.dumps(partial(check_batch, settings=NEWS, columns=Columns("text", "url"))))
    batch = batch_of(SEED, "Nothing.", url=["a", "b"])
    before = batch.to_pylist()
    once, again = work(batch), work(batch)
    assert once.equals(again)
    assert batch.to_pylist() == before
    assert [row["id"] for row in rows(once)] == ["a", "b"]
    stream = check_batches(iter([batch, batch.slice(0, 0)]))
    assert [b.num_rows for b in stream] == [2, 0]


@how(max_examples=40, deadline=None)
@given(st.lists(st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=60), max_size=5))
def test_any_texts_give_a_row_each_and_splitting_changes_nothing(texts):
    batch = batch_of(*texts)
    whole = rows(check_batch(batch))
    assert len(whole) == len(texts)
    assert whole == [row for n in range(len(texts)) for row in rows(check_batch(batch.slice(n, 1)))]


def test_without_pyarrow_one_line_says_what_to_install():
    code = "import sys; sys.modules['pyarrow'] = None; import lint.batch"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip().endswith(
        "ImportError: lint.batch needs pyarrow; install it with: pip install 'whosays[report]'"
    )


def test_the_page_tells_every_column():
    page = (Path(__file__).parents[2] / "docs" / "batch.md").read_text("utf-8")
    for field in schema():
        assert f"| `{field.name}` |" in page
        nested = field.type.value_type if pa.types.is_list(field.type) else field.type
        for part in nested if pa.types.is_struct(nested) else ():
            assert f"`{part.name}`" in page, (field.name, part.name)
