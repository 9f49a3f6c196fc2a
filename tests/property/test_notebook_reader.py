"""Any notebook gives a document that keeps its invariants, and its cells' words where they stand."""

from __future__ import annotations

import contextlib
import json

from documents import check, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.model.text import GLUE, HOLE, ReadError
from lint.read import markdown, notebook

_SOURCES = texts(
    '* ** ` ``` # - 1. > [ ] ( ) ]( [^1] & &amp; <b> </b> <!-- --> $ \\ " \\n \\u0041 | \\\\', "\n- ", "\n> "
)
_CELL = st.one_of(_SOURCES, _SOURCES.map(lambda text: text.splitlines(keepends=True)))


@settings(max_examples=150, deadline=None)
@given(st.lists(_CELL, max_size=3), st.sampled_from([None, 1]), st.booleans())
def test_notebooks_keep_their_invariants(cells: list[object], indent: int | None, ascii_only: bool) -> None:
    made = [{"cell_type": "markdown", "source": source} for source in cells]
    text = json.dumps({"cells": made}, indent=indent, ensure_ascii=ascii_only)
    document = notebook.read(text)
    check(document, text)
    for source in cells:
        virtual = source if isinstance(source, str) else "".join(source)
        for line in markdown.read(virtual, "a.md").prose.replace(GLUE, HOLE).replace("\n", HOLE).split(HOLE):
            word = line.strip().partition(" ")[0]
            if word.isascii() and word.isalnum():
                assert word in document.prose


@settings(max_examples=100, deadline=None)
@given(texts('{ } [ ] , : " \\ "cells" "source" "cell_type" "markdown" [1] \\u0041'))
def test_what_is_no_notebook_is_given_up(text: str) -> None:
    with contextlib.suppress(ReadError):
        check(notebook.read(text), text)
