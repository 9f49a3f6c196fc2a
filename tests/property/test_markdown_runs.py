"""What of a Markdown text is read without the parser is read as the parser would have it."""

from __future__ import annotations

from documents import ODD, WORDS
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.read.markdown import read

_MARKUP = """
* ** _ __ ~~ ` `` [ ] ( ) ![ [a](b) [a](b_"c") [a][b] [a][] [foo] [`x`] [^1] [[w]] [foo bar](u) < > <b> </b> <!-- --> <!--x-->
<span~class="f"> </span> <br> <img> <code> </code> <a~href="u"> </a> <q> <http://a.b> <a@b.cd> & &amp; &#39; \\ \\* $ $x$ $5 {#id}
{{x}} : ~ ^ = `a` `b_c` *em* **st** _em_ __st__ a_b *em_`c`* (*x*) “*y*” " ' ( ’ — @k [@k] -- -> --> ? ! . , a.*) _a_b *a* b*
"""
_INLINE = [piece.replace("~class", " class").replace("~href", " href") for piece in _MARKUP.split()]
_CHUNKS = (
    "A line of text.",
    "Text with `code` and *emphasis* in it,\nand [a link](u).",
    "See [foo] and [a][b] and [`x`].",
    "two\nlines",
    "two  \nlines",
    "`a\nb` c",
    "*a\nb* c",
    "text <!-- c\nd --> e",
    '<span class="f">F</span> text',
    "## Heading",
    "# Head `x`",
    "## Head {#id}",
    "Head\n===",
    "word\n---",
    "```\ncode\n```",
    "```rust\nfn a() {}\n\nb\n```",
    "```",
    "````\n```\n\nabc\n\n```\n````",
    "~~~\nx\n~~~",
    "~~~",
    "- item\n- two",
    "* a\n* b `c`",
    "1. one\n2. two",
    "1. one\n2) x",
    "- *a*\n- [x](y) z\n  more\nlazy",
    "- [ ] task",
    "- a\n  - b",
    "- a\n===",
    "* * *",
    "- # h",
    "- a\n+ b\n1. c",
    "- [foo]: /x",
    "- a\n\n  b\n\n      code",
    "- ```\n  code",
    "1. one",
    "> quote",
    "a\n- b",
    "a\n# b",
    "a\n> b",
    "a\n2. b",
    "    indented",
    "  indented",
    "| a | b |\n|---|---|\n| c | d |",
    "[foo]: /url",
    "[b]: /u 'T'",
    "Term\n: def",
    ": def",
    "[^1]: note\n    more",
    "<div>",
    "</div>",
    "<!-- c -->",
    "<!--",
    "-->",
    "<pre>\nx",
    "</pre>",
    "<script>",
    "</script>",
    '<Foo a="b">',
    "</Foo>",
    "<code>",
    "!!! note\n    text",
    '=== "T"\n\n    x',
    "> [!tip] T\n> x",
    "```{note} abc\nx\n```",
    ":::{tip}",
    ":::",
    "a ^[note *x*] b",
    "<nav>",
    "<a></a>",
    '<Foo a="b<c>d">',
    '<div class="nav">',
    "<!X",
    "<?php",
    "?>",
)
_LINE = st.lists(st.sampled_from([*_INLINE, *WORDS, " ", " ", " "]), max_size=12).map("".join)
_PART = st.one_of(st.sampled_from(_CHUNKS), _LINE, st.sampled_from(ODD))
_JOINTS = st.sampled_from(("\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n \n", "\n\n> ", "\n\n    "))


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.tuples(_JOINTS, _PART), max_size=12), st.sampled_from(("", "\ufeff", "---\na: b\n---\n")))
def test_runs_are_read_as_the_parser_would_have_them(parts: list[tuple[str, str]], start: str) -> None:
    text = start + "".join(joint + part for joint, part in parts)
    assert read(text, runs=True) == read(text, runs=False)
