"""Any text gives a document that keeps its invariants, in every format."""

from __future__ import annotations

import contextlib

import pytest
from documents import check, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.model.text import ReadError
from lint.read import FORMATS, markdown, plain, read

_MARKDOWN = texts(
    """
* ** _ ~~ ` `` ``` ~~~ # ## - 1. 2) > >> | |-|-| \\ \\|
& &amp; &nbsp; &shy; &#39; [ ] ( ) ]( ![ [^1] [^1]: [1] [ref]: [[w|x]] [@key] @a2020 {cite}`k` <http://a.b>
www.a.b <b> </b> <br> <p> </p> <div> </div> <pre> </pre> <script> </script> <!-- -->
<a href="u"> </a> <sup>1</sup> <cite> </cite> $ $x$ $$ {x} { } {{ }} {% %} {/*c*/} ::: --- === +++ ... :: .. :
import export [//]: (c) {#id}
""",
    "\n- ",
    "\n> ",
    "\n    ",
    "\n.. note:: ",
    "\n| a | b |\n|---|---|\n| c | d |\n",
)


@settings(max_examples=200, deadline=None)
@given(_MARKDOWN)
def test_plain_keeps_its_invariants(text: str) -> None:
    check(plain.read(text, "a.txt"), text)


@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
def test_markdown_keeps_its_invariants(name: str) -> None:
    @settings(max_examples=200, deadline=None)
    @given(_MARKDOWN)
    def holds(text: str) -> None:
        check(markdown.read(text, name), text)

    holds()


@pytest.mark.parametrize("form", FORMATS)
def test_lone_surrogates_are_read_too(form: str) -> None:
    @settings(max_examples=50, deadline=None)
    @given(st.text(max_size=50))
    def holds(text: str) -> None:
        broken = f"{text}\ud800{text}"
        with contextlib.suppress(ReadError):
            check(read(broken, "a", form), broken)

    holds()
