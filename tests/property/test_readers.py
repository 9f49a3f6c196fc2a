"""Any text gives a document that keeps its invariants, in every format."""

from __future__ import annotations

import contextlib

import pytest
from documents import check, check_spelled, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.model.text import ReadError
from lint.read import FORMATS, markdown, page, plain, read

_MARKDOWN = texts(
    """
* ** _ ~~ ` `` ``` ~~~ # ## - 1. 2) > >> | |-|-| \\ \\|
& &amp; &nbsp; &shy; &#39; [ ] ( ) ]( ![ [^1] [^1]: [1] [ref]: [[w|x]] [@key] @a2020 {cite}`k` <http://a.b>
www.a.b <b> </b> <br> <p> </p> <div> </div> <pre> </pre> <script> </script> <!-- -->
<a href="u"> </a> <sup>1</sup> <cite> </cite> $ $x$ $$ {x} { } {{ }} {% %} {/*c*/} ::: --- === +++ ... :: .. :
import export [//]: (c) {#id} ^[ ^[n] ```{note} ```{tip}t ::: :::{figure} ::::{code-block} :k: {.c} {term}`t` {ref}`a<b>` :tada: [!x] [TOC] (@)
""",
    "\n- ",
    "\n> ",
    "\n    ",
    "\n.. note:: ",
    "\n!!! note\n    ",
    '\n??? note "T"\n\n    ',
    '\n=== "T"\n\n    ',
    "\n> [!tip] ",
    "\n| v\n| w",
    "\n(@x) ",
    "\n/// note | T\n    a: b\n",
    "\n///\n",
    "\n(a)=\n",
    "\n<div>\n!!! a\n    ",
    "\n| a | b |\n|---|---|\n| c | d |\n",
)


_HTML = texts(
    """
<p> </p> <P CLASS=x> <div> </div> <h2> </h2> <ul> <li> </ul> <dl> <dt> <dd> </dl> <table> <tr> <td> <th> </table> <blockquote>
</blockquote> <b> </b> <i> </i> <code> </code> <pre> </pre> <a/href="#fn1"> <a/href=""> </a> <sup> </sup> [1] <q> </q> <cite> </cite>
<br> <hr> <img> <li/id=fn1> <p/hidden> <span/hidden> <span/lang=de> <span/lang=en> </span> <div/lang=fr> <nav> </nav> <footer> <svg> </svg>
<button> </button> <select> <option> <script> </script> <title> </title> <textarea> <!-- --> <!--> <!-- stet --> <![CDATA[ ]]> <!DOCTYPE html>
<?xml ?> <?php <% %> {{ }} {% %} < > </ <! <? & &amp; &nbsp; &shy; &rsquo; &ldquo; &copy &notit; &#39; &#x27 &#0; &bogus; ' " = / </
""",
    "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY e 'x'>]>",
    "---\na: b\n---\n",
)


@pytest.mark.parametrize("name", ["a.html", "a.xhtml"])
def test_html_keeps_its_invariants(name: str) -> None:
    @settings(max_examples=300, deadline=None)
    @given(_HTML)
    def holds(text: str) -> None:
        document = page.read(text, name)
        check(document, text)
        check_spelled(document)

    holds()


@settings(max_examples=200, deadline=None)
@given(_MARKDOWN)
def test_plain_keeps_its_invariants(text: str) -> None:
    check(plain.read(text, "a.txt"), text)


@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
def test_markdown_keeps_its_invariants(name: str) -> None:
    @settings(max_examples=200, deadline=None)
    @given(_MARKDOWN)
    def holds(text: str) -> None:
        check(markdown.read(text, name), text, nested=True)

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
