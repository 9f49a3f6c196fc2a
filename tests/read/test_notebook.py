from __future__ import annotations

import json

import pytest
from seen import blocks, comments, marks, prose

import lint
from lint.model.settings import Settings
from lint.model.text import GLUE, HOLE, Document, ReadError
from lint.read import notebook
from lint.read.view import spelled_out


def read(*cells: object, indent: int | None = 1, ascii_only: bool = False) -> Document:
    made = [{"cell_type": "markdown", "metadata": {}, "source": source} for source in cells]
    text = json.dumps({"cells": made, "nbformat": 4}, indent=indent, ensure_ascii=ascii_only)
    return notebook.read(text, "a.ipynb")


def shown(document: Document) -> list[str]:
    """Return the view of each block."""
    view = prose(document)
    return [view[start:end] for _, (start, end), _, _ in document.blocks]


def test_strings_of_a_list_are_one_text() -> None:
    document = read(["Experts\n", "agree **so**.\n", "\n", "- one\n", "- two"])
    assert shown(document) == ["Experts░░░░\n    ░agree ░░so░░.", "one", "two"]
    assert [kind for kind, _ in blocks(document)] == ["paragraph", "item", "item"]


def seen(document: Document) -> list[str]:
    """Return what a reader sees of each block."""
    view = spelled_out(document.prose, document.spelled).replace(GLUE, "")
    return [" ".join(part.split()) for part in view.split(HOLE) if part.strip()]


def test_escapes_are_seen_as_what_they_stand_for() -> None:
    assert shown(read(['He "said" a\\b\tc.'])) == ['He \\"said\\" a\\\\b\\tc.']
    assert seen(read(['He "said" a\\b\tc.'])) == ['He "said" a\\b c.']
    assert seen(read(["é ’ 𝒳 x"], ascii_only=True)) == seen(read(["é ’ 𝒳 x"])) == ["é ’ 𝒳 x"]
    assert seen(read(['"a" &amp; &rsquo; `b`'], ascii_only=True)) == ['"a" & ’']


def test_a_single_string_breaks_where_it_says() -> None:
    assert shown(read("One\ntwo.\n\nThree.")) == ["One\\ntwo.", "Three."]
    assert seen(read("One\ntwo.\n\nThree.")) == ["One two.", "Three."]
    (finding,) = lint.check_text(
        read("Some experts\nagree.").text, name="a.ipynb", settings=Settings(select=("attribution",))
    ).findings
    assert "experts\\nagree" in read("Some experts\nagree.").text[finding.span.start : finding.span.end]


def test_strings_that_are_parts_of_a_line_are_joined() -> None:
    assert shown(read(["Exp", "erts agree"])) == ["Exp░░░░░░░░erts agree"]


def test_marks_and_comments_stand_where_the_file_has_them() -> None:
    document = read(["[it](u)[^1] <!-- stet: all -->\n", "\n", '[^1]: "Note"\n'])
    assert marks(document, "link", "note-ref") == [("link", "it", "u"), ("note-ref", "[^1]", "1")]
    assert comments(document) == [("stet: all", "<!-- stet: all -->")]


def test_a_finding_has_its_cell_and_its_line() -> None:
    made = read(["# One\n", "\n", "Text.\n"], ["Fine.\n", "Experts agree that it is so."])
    settings = Settings(select=("unsupported-consensus",))
    file = lint.check_text(made.text, name="a.ipynb", settings=settings).files[0]
    (finding,) = file.findings
    assert made.text[finding.span.start : finding.span.end].startswith("Experts agree")
    assert file.cell_of(finding.span.start) == (2, 2)
    assert file.cell_of(0) is None


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ('{"cells": [\n1,\n', "not a notebook: Expecting value", 3),
        ("[]", "not a notebook: it has no list of cells", 0),
        ('{"cells": 1}', "not a notebook: it has no list of cells", 0),
        ("[" * 100_000, "not a notebook: its JSON is nested too deeply", 0),
    ],
)
def test_what_is_no_notebook_is_given_up(text: str, message: str, line: int) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        notebook.read(text)
    assert caught.value.line == line


def test_odd_notebooks_are_read() -> None:
    for text in (
        '{"cells": []}',
        '{"cells": [1, null, {"source": 3}, {"cell_type": "markdown"}]}',
        '{"cells": [[["x"]]], "source": "x"}',
    ):
        assert notebook.read(text).blocks == ()
    assert blocks(notebook.read('\ufeff{"cells": [{"cell_type": "markdown", "source": ["a"]}]}')) == [
        ("paragraph", "a")
    ]
