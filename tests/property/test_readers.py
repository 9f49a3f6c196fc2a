"""Any text gives a document that keeps its invariants, in every format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.model.text import GLUE, HOLE, Document
from lint.read import markdown, plain

_WORDS = """
word Experts agree, the é 漢 𝒳 ’ * ** _ ~~ ` `` ``` ~~~ # ## - 1. 2) > >> | |-|-| \\ \\|
& &amp; &nbsp; &shy; &#39; [ ] ( ) ]( ![ [^1] [^1]: [1] [ref]: [[w|x]] [@key] @a2020 {cite}`k` <http://a.b>
https://a.b/c(d). www.a.b a@b.cd <b> </b> <br> <p> </p> <div> </div> <pre> </pre> <script> </script> <!-- -->
<a href="u"> </a> <sup>1</sup> <cite> </cite> $ $x$ $$ {x} { } {{ }} {% %} {/*c*/} ::: --- === +++ ... :: .. :
import export [//]: (c) {#id}
"""
_ODD = (
    "e\u0301",
    "\u2028",
    "\x0c",
    "\x00",
    "\ufeff",
    "\u00ad",
    " ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
)
_STARTS = ("\n- ", "\n> ", "\n    ", "\n.. note:: ", "\n| a | b |\n|---|---|\n| c | d |\n")
_FRAGMENTS = st.sampled_from([*_WORDS.split(), *_ODD, *_STARTS])
_MARKUP = st.lists(_FRAGMENTS, max_size=40).map("".join)
_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
_TEXTS = st.one_of(_MARKUP, _ANY, st.lists(st.one_of(_FRAGMENTS, _ANY), max_size=20).map("".join))


def _check(document: Document, text: str) -> None:
    assert document.text == text
    assert len(document.prose) == len(text)
    for own, seen in zip(text, document.prose, strict=True):
        assert seen in (own, GLUE, HOLE)
    done = 0
    for block in document.blocks:
        assert done <= block.span.start < block.span.end <= len(text)
        assert document.prose[block.span.start] not in f"{GLUE}{HOLE}"
        assert document.prose[block.span.end - 1] not in f"{GLUE}{HOLE}"
        done = block.span.end
    for noted in (*document.marks, *document.comments):
        assert 0 <= noted.span.start <= noted.span.end <= len(text)
    assert list(document.marks) == sorted(document.marks, key=lambda mark: mark.span)


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
def test_plain_keeps_its_invariants(text: str) -> None:
    _check(plain.read(text, "a.txt"), text)


@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
def test_markdown_keeps_its_invariants(name: str) -> None:
    @settings(max_examples=200, deadline=None)
    @given(_TEXTS)
    def check(text: str) -> None:
        _check(markdown.read(text, name), text)

    check()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=50))
def test_lone_surrogates_are_read_too(text: str) -> None:
    broken = f"{text}\ud800{text}"
    _check(plain.read(broken, "a.txt"), broken)
    _check(markdown.read(broken, "a.md"), broken)
