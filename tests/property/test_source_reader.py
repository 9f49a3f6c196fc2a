"""Any program gives a document that keeps its invariants, in every language."""

from __future__ import annotations

import pytest
from documents import check, texts
from hypothesis import given, settings

from lint.read import read

_PROGRAMS = texts(
    '''// /* */ /** * # #! """ \'\'\' " ' ` ``` \\ { } ( ) ; = @param {T} @returns {@link x} \\brief stet: all: x
    def f(): class A: fn a() -> x import <p> </p> <!-- --> [a](b) > - 1. r#" EOF << $# ${a#b}''',
    "\n// ",
    "\n# ",
    "\n * ",
    "\n    ",
    '\ndef f():\n    """',
    "/**\n",
)


@pytest.mark.parametrize(
    "name", ["a.py", "a.js", "a.ts", "a.tsx", "a.go", "a.rs", "a.java", "a.c", "a.cpp", "a.sh"]
)
def test_programs_keep_their_invariants(name: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(_PROGRAMS)
    def holds(text: str) -> None:
        check(read(text, name), text)

    holds()
