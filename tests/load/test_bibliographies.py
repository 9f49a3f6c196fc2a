"""The keys of bibliographies, as they are found in files of every form, and once a file."""

import os
from pathlib import Path

import pytest

from lint.load.bibliographies import load_entries
from lint.model.text import Bibliography, Document, Span


def entries(path: Path, *names: str):
    text = "one\ntwo\n"
    named = tuple(Bibliography(name, Span(4, 7)) for name in names)
    document = Document("a.md", "markdown", text, text, (), bibliographies=named)
    return load_entries(document, str(path / "a.md"))


@pytest.mark.parametrize(
    ("name", "text", "keys"),
    [
        ("a.bib", "@book{arlen, title = {Rents}}", {"arlen"}),
        ("a.bib", "@Book (arlen , title = {Rents})", {"arlen"}),
        ("a.bib", "@misc{arlen}\n@misc {\n  boyd:2002/a+b,\n}", {"arlen", "boyd:2002/a+b"}),
        ("a.bib", "@misc{José_2001, x = 1}", {"José_2001"}),
        ("a.bib", "@string{nb = {Norbank}}@comment{jabref-meta, x}@preamble{ {x}, }@misc{a, }", {"a"}),
        ("a.bib", "@misc{a, ids = {b, c},\n note = {mail x@norbank.example.com}}", {"a", "b", "c"}),
        ("a.bib", "% text around, with braces } {\n@misc{a, note = {never closed}\n@misc{b, }", {"a", "b"}),
        ("a.json", '[{"id": "arlen"}, {"id": 7}, "x", {"citation-key": "boyd"}]', {"arlen", "7", "boyd"}),
        ("a.json", '{"references": [{"id": "arlen"}]}', {"arlen"}),
        ("a.yaml", 'references:\n- id: arlen\n  title: x\n- type: book\n  id: "boyd"\n- {id: crane, x: 1}\n', {"arlen", "boyd", "crane"}),
        ("a.yml", "arlen:\n  type: book\nboyd-2002:\n  type: book\n", {"arlen", "boyd-2002"}),
    ],
)  # fmt: skip
def test_keys(tmp_path, name, text, keys):
    (tmp_path / name).write_text(text, "utf-8")
    found = entries(tmp_path, name)
    assert not found.problems
    assert found.keys is not None
    if name.endswith((".yaml", ".yml")):
        assert keys <= found.keys
    else:
        assert found.keys == keys


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.bib", b"", "without any entry"),
        ("a.bib", b"nothing here", "without any entry"),
        ("a.bib", b"@misc{a, }\0", "no text"),
        ("a.json", b"[{", "broken"),
        ("a.json", b"[" * 100_000, "broken"),
        ("a.ris", b"TY  - BOOK", "not known"),
    ],
)
def test_what_cannot_be_told_is_told_once_and_changes_no_status(tmp_path, name, data, what):
    (tmp_path / name).write_bytes(data)
    found = entries(tmp_path, name)
    assert found.keys is None
    (problem,) = found.problems
    assert what in problem.message
    assert (problem.path, problem.line, problem.status) == ("a.md", 2, 0)


def test_latin_1(tmp_path):
    (tmp_path / "a.bib").write_bytes("@misc{arlen, author = {Ångström}}".encode("latin-1"))
    assert entries(tmp_path, "a.bib").keys == {"arlen"}


def test_a_file_that_is_no_file_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "a.bib")
    assert "no file" in entries(tmp_path, "a.bib").problems[0].message


def test_short_forms_of_journals_are_missed_by_nobody(tmp_path):
    (tmp_path / "a.bib").write_text("@misc{arlen, }")
    found = entries(tmp_path, "IEEEabrv.bib", "a.bib")
    assert found == ({"arlen"}, ("a.bib",), ())


def test_a_file_that_was_changed_is_read_anew(tmp_path):
    file = tmp_path / "a.bib"
    file.write_text("@misc{arlen, }")
    assert entries(tmp_path, "a.bib").keys == {"arlen"}
    file.write_text("@misc{arlen, }@misc{boyd, }")
    assert entries(tmp_path, "a.bib").keys == {"arlen", "boyd"}
