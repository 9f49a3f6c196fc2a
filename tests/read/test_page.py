"""Pages as their readers see them: blocks, what is hidden, what is marked, and input that means harm."""

import time

import pytest
from seen import blocks, comments, marks, prose
from selectolax.lexbor import LexborHTMLParser

import lint
from lint.model.settings import Settings
from lint.model.text import GLUE, HOLE
from lint.read import page
from lint.read.fold import fold

ONLY = Settings(select=("bare-expert-claim",), measured=False)


def read(text: str, name: str = "a.html") -> page.Document:
    return page.read(text, name)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("<p>a <b>b</b></p>", "░░░a ░░░b░░░░░░░░"),
        ("a<br>b", "a░░░░b"),
        ("run <code>a <i>b</i></code> now", "run ░░░░░░██░░░█░░░░░░░░░░░ now"),
        ("a <img alt=b> c", "a ███████████ c"),
        ("a<script/>1</script>b", "a░░░░░░░░░░░░░░░░░░░b"),
        ("a<script/>b<script>1</script>c", "a░░░░░░░░░b░░░░░░░░░░░░░░░░░░c"),
        ("a<script>1<2</script>b", "a░░░░░░░░░░░░░░░░░░░░b"),
        ("<q>a</q>", "<░░a<░░░"),
        ("caf&eacute; co&shy;op", "caf&eacute; co░░░░░op"),
        ("a <!-- b --> c", "a ░░░░░░░░░░ c"),
        ("a </ b> c </> d", "a ░░░░░ c ░░░ d"),
        ("a<svg></svg>b<i hidden>c</i>d", "a█████░░░░░░b░░░░░░░░░░░░░░░d"),
        ("a {{ b }} c", "a ███████ c"),
        ("", ""),
    ],
)
def test_the_view_shows_what_a_reader_sees(text: str, view: str) -> None:
    assert prose(read(text)) == view


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<h2>a</h2><p>b<p>c", [("heading", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<p>a\nb</p>\n\nc", [("paragraph", "a\nb"), ("paragraph", "c")]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", [("item", "a"), ("item", "b"), ("item", "c")]),
        ("<dl><dt>a<dd>b<dt>c</dl>", [("item", "a"), ("item", "b"), ("item", "c")]),
        ("<table><caption>a<tr><th>b<td>c<tr><td>d</table>e", [*(("cell", c) for c in "abcd"), ("paragraph", "e")]),
        ("<table><td><h1>a</h1><p>b</table>", [("heading", "a"), ("paragraph", "b")]),
        ("a<br><br>b", [("paragraph", "a"), ("paragraph", "b")]),
        ("<p>a <code>b<p>c", [("paragraph", "a"), ("paragraph", "c")]),
        ("<p>a<nav>b</nav>c", [("paragraph", "a"), ("paragraph", "c")]),
        ("<p hidden>a<p>b", [("paragraph", "b")]),
        ("<ul><li hidden>a<li>b</ul>", [("item", "b")]),
        ("<p>a <button><div>b</div></button> c</p>", [("paragraph", "a <button><div>b</div></button> c")]),
        ("<svg><title/><g/></svg><p>a", [("paragraph", "a")]),
        ("<p><q>a</q>", [("paragraph", "<q>a<")]),
        ("&ldquo;a&rdquo;", [("paragraph", "&ldquo;a&rdquo;")]),
        ("<p lang=de>a <i lang=en>b</i> c<p>d", [("paragraph", "b"), ("paragraph", "d")]),
        ("<div lang=fr>a<div>b</div>c</div>d", [("paragraph", "d")]),
        ("<code><p>a</code>b", [("paragraph", "b")]),
        ("<p><span hidden>a</p>b", [("paragraph", "b")]),
        ("<div class=nav>a<html lang=de><body class=nav>b</div>c", [("paragraph", "c")]),
        ("<body class=nav>a", [("paragraph", "a")]),
        ("<script/>a<p>b<script>c</script>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<title>a<b></title>b", [("paragraph", "b")]),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(text)) == expected


def test_levels_and_quotations() -> None:
    document = read("<h3>a</h3><ul><li>b<ol><li><p>c</ol></ul><blockquote><p>d<ul><li>e</ul></blockquote>f")
    assert [(b.level, b.quoted) for b in document.blocks] == [
        (3, False), (1, False), (2, False), (0, True), (1, True), (0, False),
    ]  # fmt: skip


def test_marks() -> None:
    text = (
        '<p><a href="/x?a=1&amp;b=2">the study</a> in <cite>The <i>Book</i> &amp; I</cite>, <a name=n>here</a>, '
        '<a href="">none</a>, <a href="#" onclick="f()">menu</a>, <em>so</em>, <code>x</code>, <img src=y>'
    )
    assert marks(read(text)) == [
        ("link", "the study", "/x?a=1&b=2"),
        ("citation", "The <i>Book</i> &amp; I", "The Book & I"),
        ("emphasis", "Book", ""),
        ("link", "none", ""),
        ("emphasis", "so", ""),
        ("code", "x", ""),
        ("image", "<img src=y>", ""),
    ]


@pytest.mark.parametrize(
    ("reference", "target"),
    [
        ('<sup><a href="#fn1">1</a></sup>', "#fn1"),
        ('<a href="#fn1"><sup>[1]</sup></a>', "#fn1"),
        ('<a href="#fn1" role="doc-noteref">1</a>', "#fn1"),
        ('<a class="footnote-ref" href="#fn1">*</a>', "#fn1"),
        ('<a href="#fn1">[1]</a>', "#fn1"),
        ("<sup>1</sup>", "1"),
    ],
)
def test_notes(reference: str, target: str) -> None:
    document = read(f'<p>So they say.{reference}</p><ol><li id="fn1"><p>The note. <a href="#r">up</a></ol>')
    found = marks(document, "note-ref", "note")
    assert [(kind, to) for kind, _, to in found] == [("note-ref", target), ("note", "fn1")][
        : 1 + ("#" in target)
    ]
    assert document.blocks[-1].kind == ("note" if "#" in target else "item")
    assert fold(document).text.split("\n")[1].strip() == "So they say."


def test_a_number_that_is_no_note_stays() -> None:
    text = '<p>E = mc<sup>2</sup>, 10 m<sup>2</sup>, section <a href="#s2">2</a>.<h2 id=s2>So</h2>'
    assert not marks(read(text), "note-ref", "note")


def test_an_explained_word_is_marked() -> None:
    text = '<p>The <abbr title="Norbank &amp; Sons">NBS</abbr> and <acronym>ABC</acronym>.'
    assert marks(read(text)) == [("gloss", "NBS", "Norbank & Sons")]
    settings = Settings(select=("undefined-acronym",), min_confidence=0.0)
    found = [
        f.span
        for f in lint.check_text(text + " NBS." * 3 + " ABC." * 3, name="a.html", settings=settings).findings
    ]
    assert {text[slice(*span)] for span in found} <= {"ABC"}


def test_a_dated_word_is_dated() -> None:
    text = '<p>The team is currently<time datetime="{}">*</time> testing a fix.'
    settings = Settings(select=("deictic-time",), measured=False)
    assert [
        len(lint.check_text(text.format(d), name="a.html", settings=settings).findings)
        for d in ("2024-05", "PT2H")
    ] == [0, 1]


def test_what_is_spelled_otherwise_is_matched_as_it_is_seen() -> None:
    text = "<p>Experts&nbsp;<b>don&rsquo;t</b> say&hellip; &ldquo;caf&eacute;s<br>close&rdquo; <q>so</q> &copy 2 &NotEqualTilde;"
    flat = fold(read(text))
    assert flat.text.strip() == "Experts don't say\x8e \x93cafés close\x94 \x93so\x94 © 2 \x1aþ"
    assert len(flat.quotations) == 2
    for words, source in (("don't", "don&rsquo;t"), ("cafés", "caf&eacute;s"), ("\x93so\x94", "<q>so</q>")):
        start = flat.text.index(words)
        assert text[slice(*flat.source_span(start, start + len(words)))] == source


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>Experts&nbsp;agree that it fell.", "Experts&nbsp;agree"),
        ("<p>Some <a name='x>y'>experts</a>\n  agree that it fell.", "experts</a>\n  agree"),
        ("<p>It fell, expert&#115; a&gr; b. Experts<!-- x --> say it fell.", "Experts<!-- x --> say"),
    ],
)  # fmt: skip
def test_a_finding_holds_the_words_that_it_is_about(text: str, words: str) -> None:
    (finding,) = lint.check_text(text, name="a.html", settings=ONLY).findings
    assert text[slice(*finding.span)].startswith(words)


def test_comments() -> None:
    text = "<!-- a --><p>b <!--c--> d <!----> <script><!-- e --></script><nav><!-- f --></nav> <!-- g"
    assert [said for said, _ in comments(read(text))] == ["a", "c", "", "f", "g"]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("<!-- stet -->\n<p>Experts agree that\nit fell, and experts say so.</p>\n", True),
        ("<p>Experts agree that it fell. <!-- stet --></p>\n", True),
        ("<!-- stet-begin -->\n<ul>\n<li>Experts agree that it fell.\n</ul>\n<!-- stet-end -->\n", True),
        ("<!-- stet-line -->\n<p>Experts agree that it fell.</p>\n", True),
        ("<p>Experts agree that it fell.</p>\n<!-- stet-file -->\n", True),
        ("<!-- stat -->\n<p>Experts agree that it fell.</p>\n", False),
    ],
)
def test_stet(text: str, stands: bool) -> None:
    report = lint.check_text(text, name="a.html", settings=ONLY)
    assert (not report.findings) == stands


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<p>See <a href="#x">the table</a>.', True),
        ('<p>See <a href="#x">the table</a>.<h2 id="x">So</h2>', False),
        ('<p>See <a href="#a%20b">the table</a>.<a name="a b"></a>', False),
        ('<p>See <a href="">the table</a>.', True),
        ('<li><a href="#">Show all of them</a>', False),
        ('<p>It fell.<a href="#fn9"><sup>9</sup></a>', True),
        ('<base href="/"><p>See <a href="#x">the table</a>.', False),
        ('<p>See <a href="#x">the table</a>. {% include "x" %}', False),
    ],
)
def test_broken_references(text: str, found: bool) -> None:
    settings = Settings(select=("broken-reference",), min_confidence=0.0)
    assert bool(lint.check_text(text, name="a.html", settings=settings).findings) == found


def test_a_gap_in_the_source_is_no_gap_on_the_page() -> None:
    text = "<p>One is here.   Two is there. Three is there. Four is. Of type <em>type</em>. It is here<br>here. The\n    the end."
    settings = Settings(select=("proselint",), min_confidence=0.0)
    found = lint.check_text(text, name="a.html", settings=settings).findings
    assert [text[slice(*f.span)] for f in found if "spacing" in f.rule or "illusion" in f.rule] == [
        "The\n    the"
    ]


def test_entities_of_its_own_are_not_expanded() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = (
        f'<?xml version="1.0"?>\n<!DOCTYPE html [<!ENTITY l0 "lol"> {levels} <!ENTITY f SYSTEM "file:///etc/passwd">]>\n'
        "<html><p>So &l9; and &f; say &amp;.</p></html>"
    )
    document = read(text, "a.xhtml")
    assert fold(document).text.strip() == "So \x1a and \x1a say &."


def test_a_hidden_part_in_markup_that_ends_wrongly() -> None:
    text = "<table><tr><td lang=de>a</div><span>b<tr><td>c</table><b lang=de>d<p>e</b>f</p>g"
    assert [said for _, said in blocks(read(text))] == ["c", "f", "g"]


CALM = 1.5
"""Seconds; each of these takes a tenth or two, and what is quadratic would take a minute."""


@pytest.mark.parametrize(
    "text",
    [
        "<" * 200_000,
        "&" * 200_000,
        "<div>" * 20_000,
        "<div>" * 10_000 + "a" + "</div>" * 10_000,
        "<p>a<b>b<i>" * 10_000,
        "<ul><li>" * 6_000 + "</b>" * 6_000,
        "<td><p><code>" * 6_000,
        "<code>" * 12_000 + "</code>",
        "<code><p>" * 12_000,
        "<span hidden>" * 6_000 + "</span><span>" * 6_000,
        "<i lang=de>" * 6_000 + "</i><p>" * 6_000,
        "<q>" * 12_000 + "</q>" * 12_000,
        "<table><tr><td>" * 6_000,
        "<a href='" * 20_000,
        '<a b="' * 20_000 + '"',
        "<a href=x" * 20_000,
        f'<img src="data:{"A" * 200_000}">',
        f"<p {'a=b ' * 50_000}>",
        "<!--" * 40_000,
        "<!-- -" * 40_000,
        "<![CDATA[" * 20_000,
        "<!DOCTYPE [" * 20_000,
        "<?xml <!DOCTYPE html [" + '"' * 40_000,
        "<?php" * 40_000,
        "<%" * 60_000,
        "{{" * 60_000,
        "{%" * 60_000,
        "{{ {" * 40_000,
        "<script>" * 20_000,
        "<script/>" * 20_000,
        "<script></script" * 12_000,
        "<title><" * 20_000,
        "&#" * 60_000,
        "&#1" + "0" * 100_000 + ";",
        "&" + "a" * 100_000 + ";",
        "<sup>1</sup>" * 10_000,
        "<a href='#fn1'>[1]</a>" * 6_000 + "<p id=fn1>a",
        "<li id=a>b" * 10_000,
        "<br>" * 40_000,
    ],
    ids=lambda text: text[:16] + text[-8:],
)
@pytest.mark.parametrize("name", ["a.html", "a.xhtml"])
def test_no_input_takes_long(text: str, name: str) -> None:
    start = time.process_time()
    document = read(text, name)
    assert time.process_time() - start < CALM
    assert len(document.prose) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p>One<p>two<ul><li>three<li>four</ul>five",
        "<b><p>one</b>two</p>three",
        "<p>one<table><tr><td>two<td>three</table>four",
        "<dl><dt>one<dd>two<dl><dt>three</dl><dd>four</dl>",
        "<h1>one<h2>two</h1>three",
        "one<svg><text>two</svg>three",
        "<a title='>'>one</a><a title=it's>two</a>three",
        "<p>one<span hidden>two<div>three</span>four</div>five",
        "<select><option>one<option>two</select>three",
        "<textarea><p>one</textarea>two<xmp><b></xmp>three",
        "one<!-->two<!--->three<!-- --!>four",
        "<table><td>one<table><td hidden>two<td>three</table>four</table>five",
        "<li hidden>one<ul><li>two</ul><li>three",
        "<p hidden>one<article>two</article>",
        "<div lang=de>one<p lang=en>two<p>three</div>four",
    ],
)
def test_as_an_html5_parser_has_it(text: str) -> None:
    """The parser's tree, its hidden parts removed, has the same letters as our prose."""
    tree = LexborHTMLParser(text)
    for node in tree.css("[hidden], svg, select, textarea, xmp"):
        node.decompose()
    for node in tree.css("[lang=de]"):
        for inner in node.css(":not([lang=en])"):
            if not inner.css("[lang=en]") and inner.tag != "p":
                inner.decompose()
    words = "".join((tree.body.text() if tree.body else "").split())
    ours = "".join(read(text).prose.replace(GLUE, "").replace(HOLE, "").split())
    if "lang=de" in text:
        assert ours == "twofour"
    else:
        assert ours == words
