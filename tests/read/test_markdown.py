from __future__ import annotations

import time

import pytest
from seen import blocks, comments, marks, prose

from lint.model.text import Block, Document, Span
from lint.read import format_of, markdown
from lint.read import read as read_any
from lint.read.fold import fold


def read(text: str, name: str = "a.md") -> Document:
    document = markdown.read(text, name, runs=True)
    assert document == markdown.read(text, name, runs=False)
    return document


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("A **b** _c_ ~~d~~ e.", "A ░░b░░ ░c░ ░░d░░ e."),
        ("A `b` and $x$.", "A ███ and ███."),
        ("One\nline", "One\nline"),
        ("One  \nline", "One  \nline"),
        ("One\\\nline", "One░\nline"),
        ("One\r\nline\r\n", "One\r\nline██"),
        ("One\rline", "One\rline"),
        (r"A\*b and c\_d", "A░*b and c░_d"),
        ("AT&amp;T &nbsp; co&shy;op", "AT&amp;T &nbsp; co░░░░░op"),
        ('See [it](u "t").', "See ░it░░░░░░░░."),
        ("See ![alt *x*](i.png).", "See █████████████████."),
        ("From $5–$10 to $6/$7.", "From $5–$10 to $6/$7."),
        ("See [[page|label]].", "See ░░░░░░░label░░."),
        ("a<br>b<br>\nc <b>d</b>", "a████b░░░░\nc ░░░d░░░░"),
        ("run <code>a b</code> now", "run ░░░░░░███░░░░░░░ now"),
        ("\ufeffé 漢字 𝒳 **e\u0301**", "█é 漢字 𝒳 ░░e\u0301██"),
        ("a\u2028b\x0cc\x00d", "a\u2028b\x0cc\x00d"),
        ("> a **b**\n> c\nd", "██a ░░b░░\n░░c\nd"),
        ("- a\n  b", "██a\n░░b"),
        ("a {{ site.name }} b {% raw %} c", "a ███████████████ b █████████ c"),
        ("<!--\n:::\na", "████\n███\na"),
        ("", ""),
        ("\n \n", "██\n".replace("\n", "█")),
    ],
)
def test_the_view_shows_what_a_reader_sees(text: str, view: str) -> None:
    assert prose(read(text)) == view


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One *x* {#id}\n\nTwo\n===\n", [("heading", "One *x"), ("heading", "Two")]),
        ("a\n\nb\nc\n", [("paragraph", "a"), ("paragraph", "b\nc")]),
        ("- a\n  - b\n\n    c\n- [x] d\n", [("item", "a"), ("item", "b"), ("item", "c"), ("item", "d")]),
        ("- a\n  - b\n\n  after\n", [("item", "a"), ("item", "b"), ("item", "after")]),
        ("| a | b |\n|---|---|\n| x \\| y | `z` |\n", [("cell", "a"), ("cell", "b"), ("cell", "x \\| y")]),
        ("Term\n: One\n: Two\n", [("item", "Term"), ("item", "One"), ("item", "Two")]),
        ("a[^1]\n\n[^1]: n *m*\n", [("paragraph", "a"), ("note", "n *m")]),
        ("a\n\n```\ncode\n\nmore\n", [("paragraph", "a")]),
        ("a\n\n    code\n\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("---\nt: x\n---\n\na\n", [("paragraph", "a")]),
        ("\ufeff---\nt: x\n...\na\n", [("paragraph", "a")]),
        ("+++\nt = 1\n+++\na\n", [("paragraph", "a")]),
        ("---\n\na\n\n---\n", [("paragraph", "a")]),
        ("a\n\n---\nb c\n---\n\nd\n", [("paragraph", "a"), ("heading", "b c"), ("paragraph", "d")]),
        ("[ref]: http://x.y\n\na\n", [("paragraph", "a")]),
        (":::note\na\n:::\n", [("paragraph", "a")]),
        ("> [!NOTE]\n> a\n", [("paragraph", "a")]),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(text)) == expected


def test_blocks_know_their_level_and_quotation() -> None:
    text = "### h\n\n> - a\n>   - b\n\nc\n"
    assert read(text).blocks == (
        Block("heading", Span(4, 5), 3),
        Block("item", Span(11, 12), 1, True),
        Block("item", Span(19, 20), 2, True),
        Block("paragraph", Span(22, 23)),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a *b*](u) c", [("link", "a *b", "u"), ("emphasis", "b", "")]),
        ("[a][r]\n\n[r]: /x", [("link", "a", "/x")]),
        ("[a][nope]", []),
        ("<http://a.b> c", [("url", "<http://a.b>", "http://a.b")]),
        ("<me@a.bc>", [("url", "<me@a.bc>", "mailto:me@a.bc")]),
        ("see http://a.b/c_(d)_e.", [("url", "http://a.b/c_(d)_e", "http://a.b/c_(d)_e")]),
        (
            "see www.a.b, me@a.bc",
            [("url", "www.a.b", "http://www.a.b"), ("url", "me@a.bc", "mailto:me@a.bc")],
        ),
        (
            "a[^1] b[^x]\n\n[^1]: n",
            [("note-ref", "[^1]", "1"), ("note-ref", "[^x]", "x"), ("note", "n", "1")],
        ),
        (r"a \[^1]", []),
        ("a [@k, p. 3; see @m] b", [("citation", "[@k, p. 3; see @m]", "k; m")]),
        ("@doe2020 says", [("citation", "@doe2020", "doe2020")]),
        ("a [1, 3–5]", [("note-ref", "[1, 3–5]", "1, 3–5")]),
        ("so <cite>A  b</cite>", [("citation", "A  b", "A b")]),
        ("word<sup>2</sup>", [("note-ref", "2", "2")]),
        ("5 m<sup>2</sup>", []),
        ("![a](i)", [("image", "![a](i)", "i")]),
        ('x <a href="u">y</a>', [("link", "y", "u")]),
        ("`[^1] http://a.b`", [("code", "`[^1] http://a.b`", "")]),
        ("<p><em>a</em></p>", [("emphasis", "a", "")]),
    ],
)
def test_marks(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert marks(read(text)) == expected


def test_a_role_cites() -> None:
    document = read("as in {cite:p}`k` b")
    assert marks(document, "citation") == [("citation", "{cite:p}`k`", "k")]
    assert prose(document) == "as in ░░░░░░░░░░░ b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <!-- stet: x --> b", [("stet: x", "<!-- stet: x -->")]),
        ("<!-- stet: x\ny -->\n\na", [("stet: x\ny", "<!-- stet: x\ny -->")]),
        ("> <!-- c -->\n> a", [("c", "<!-- c -->")]),
        ("[//]: # (stet: x)\n\na", [("stet: x", "[//]: # (stet: x)")]),
        ('a\n[//]: # "c"', [("c", '[//]: # "c"')]),
        ("```\n<!-- c -->\n[//]: # (c)\n```", []),
        ("`<!-- c -->`", []),
    ],
)
def test_comments(text: str, expected: list[tuple[str, str]]) -> None:
    assert comments(read(text)) == expected


def test_an_inline_comment_is_not_seen() -> None:
    assert prose(read("a <!-- c --> b")) == "a ░░░░░░░░░░ b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<div>\na <b>b</b>\nc\n</div>", [("paragraph", "a <b>b</b>\nc")]),
        ("<ul><li>a</li><li>b</li></ul>", [("item", "a"), ("item", "b")]),
        ("<h2>a</h2>\n<p>b</p>", [("heading", "a"), ("paragraph", "b")]),
        ("<script>\na\n\nb\n</script>\n\nc", [("paragraph", "c")]),
        ("<pre>\na\n\nb\n</pre>\n\nc", [("paragraph", "c")]),
        ("<p>a</p> <style>b</style> c", [("paragraph", "a"), ("paragraph", "c")]),
        ("<!-- open\n\na b\n", [("paragraph", "open"), ("paragraph", "a b")]),
        ("> <div>\n> a\n> b</div>", [("paragraph", "a\n> b")]),
    ],
)
def test_text_in_html_is_prose(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(text)) == expected


def test_mdx() -> None:
    text = "import X from 'y'\n\nA {b.c({d: 1})} e {/* stet: f */}\n\n<Tabs a={1}>\n\ng\n\n</Tabs>\n"
    document = read(text, "a.mdx")
    assert blocks(document) == [("paragraph", "A {b.c({d: 1})} e"), ("paragraph", "g")]
    assert comments(document) == [("stet: f", "{/* stet: f */}")]
    assert "b.c" not in document.prose
    assert "b.c" in read(text).prose


def test_braces_in_code_do_not_open_an_expression() -> None:
    document = read("```\nfn a() {\n```\n\nb `{` c } d\n", "a.mdx")
    assert blocks(document) == [("paragraph", "b `{` c } d")]


@pytest.mark.parametrize("text", ["- " * 500 + "a", "> " * 500 + "a", "*a " * 2000, "[" * 5000 + "a"])
def test_deep_nesting_is_read(text: str) -> None:
    assert len(read(text).prose) == len(text)


@pytest.mark.parametrize("piece", ["word ", "<!--", "{{", "{/*", '<a "', "[a](b) ", "www.a "])
@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
def test_a_long_line_is_no_trap(piece: str, name: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    read(text, name)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "piece",
    "\n\nx|\n\n```a\nx|\n\n```a\n\n````b|\n\n[a |\n\n*a b|\n\n<!-- a|\n\n`a\nb|\n\n<a x x x x |```\n\na > b\n\n".split(
        "|"
    ),
)
def test_what_begins_and_never_ends_is_no_trap(piece: str) -> None:
    text = "a" + piece * (200_000 // len(piece))
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 5


def test_an_aside_is_no_quotation_and_no_item() -> None:
    for text in (
        "> [!NOTE]\n> Said.",
        "> [!info]-\n> Said.",
        "!!! note\n    Said.",
        "```{note}\nSaid.\n```",
        ":::{tip}\nSaid.\n:::",
    ):
        start = text.index("Said")
        assert read(text).blocks == (Block("paragraph", Span(start, start + 5)),)


def test_the_title_of_an_aside_is_a_heading() -> None:
    for text in (
        '!!! note "Be kind"\n    Said.',
        '=== "Be kind"\n    Said.',
        "/// note | Be kind\nSaid.\n///",
        "```{admonition} Be kind\n:class: tip\nSaid.\n```",
        "::::{dropdown} Be kind\nSaid.\n::::",
        ":::tip[Be kind]\nSaid.\n:::",
        "> [!tip] Be kind\n> Said.",
    ):
        assert [(b.kind, text[slice(*b.span)], b.quoted) for b in read(text).blocks] == [
            ("heading", "Be kind", False),
            ("paragraph", "Said.", False),
        ]


def test_a_list_in_an_admonition_has_its_own_levels() -> None:
    text = "!!! note\n\n    Said.\n\n    - one\n        - two\n\n- three\n"
    assert [(b.kind, b.level) for b in read(text).blocks] == [
        ("paragraph", 0),
        ("item", 1),
        ("item", 2),
        ("item", 1),
    ]


def test_a_list_before_an_admonition_is_one() -> None:
    text = '1. one\n\n!!! note\n    Said.\n\n=== "Tab"\n\n    Shown.\n'
    assert blocks(read(text)) == [
        ("item", "one"),
        ("paragraph", "Said."),
        ("heading", "Tab"),
        ("paragraph", "Shown."),
    ]


def test_an_admonition_in_code_is_code() -> None:
    assert read("```\n!!! note\n    x\n```\n").blocks == ()
    assert read("````\n```{note}\nx\n```\n````\n").blocks == ()


def test_a_sentence_with_three_exclamation_marks_is_one() -> None:
    text = "!!! Look here\nand there."
    assert read(text).prose == text


def test_a_note_inside_a_sentence_is_a_block_of_its_own() -> None:
    text = "Words^[See *Doe* [2020].] go on."
    document = read(text)
    assert [(b.kind, text[slice(*b.span)]) for b in document.blocks] == [
        ("paragraph", text),
        ("note", "See *Doe* [2020]."),
    ]
    assert fold(document).text.split("\n")[1] == " Words go on. "


def test_the_suffix_chooses_the_format() -> None:
    assert [format_of(name) for name in ("a.md", "b/c.MDX", "d.txt", "README", "e.rst")] == [
        "markdown",
        "markdown",
        "plain",
        "plain",
        "rest",
    ]
    assert read_any("*a*", "a.md").format == "markdown"
    assert read_any("*a*", "a.md", "plain").format == "plain"


def test_references_in_html_blocks_are_matched_as_what_they_stand_for() -> None:
    text = 'a &eacute;\n\n<p title="&eacute;">don&rsquo;t &shy;say</p>\n<pre>&eacute;</pre>\n\nb&nbsp;c\n'
    document = read(text)
    assert [(text[a:b], seen) for a, b, seen in document.spelled] == [
        ("&eacute;", "é"),
        ("&rsquo;", "’"),
        ("&nbsp;", "\xa0"),
    ]
    assert fold(document).text.split() == ["a", "é", "don't", "say", "b", "c"]
