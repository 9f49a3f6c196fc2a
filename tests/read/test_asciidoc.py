from __future__ import annotations

import time

import pytest
from seen import blocks, comments, marks, prose

from lint import api
from lint.model.settings import Settings
from lint.model.text import Block, Document, Span
from lint.read import asciidoc
from lint.read import read as read_any
from lint.read.fold import fold
from lint.read.view import spelled_out


def read(text: str) -> Document:
    return asciidoc.read(text, "a.adoc")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc\n \t\nd", [("paragraph", "a\nb"), ("paragraph", "c"), ("paragraph", "d")]),
        ("a\r\nb\rc\r\n\r\nd", [("paragraph", "a\r\nb\rc"), ("paragraph", "d")]),
        ("\ufeffé 漢 𝒳 e\u0301\n", [("paragraph", "é 漢 𝒳 e\u0301")]),
        ("= T\nAda Birch <a@b.cd>; Bo Roe\nv1, 2024\n:a: b\n// c\n\nd", [("heading", "T"), ("paragraph", "d")]),
        ("= T\nThis is text, right below.\n", [("heading", "T"), ("paragraph", "This is text, right below.")]),
        ("T\n=\n\nS\n--\n\n== R ==\n", [("heading", "T"), ("heading", "S"), ("heading", "R")]),
        ("Too long a title\n----\nx\n----\n", [("paragraph", "Too long a title")]),
        (" Ti\n~~~\n\na", [("heading", "Ti"), ("paragraph", "a")]),
        ("a\n== b\n* c", [("paragraph", "a\n== b\n* c")]),
        ("* a\nb\n** c\n* d\n\ne", [("item", "a\nb"), ("item", "c"), ("item", "d"), ("paragraph", "e")]),
        ("* a\n\n  x\n\n* b", [("item", "a"), ("item", "b")]),
        ("a. b\niv) c\n3. d\n- e\n• f\n<1> g", [("item", t) for t in "bcdefg"]),
        ("mild. It was\n-x y\n.5 of it", [("paragraph", "mild. It was\n-x y\n.5 of it")]),
        ("a:: b\nc::\n  d\n  e\nf;;\n\ng\n\nh", [*[("item", t) for t in ("a", "b", "c", "d\n  e", "f", "g")], ("paragraph", "h")]),
        ("--all::\n  a\n+-b+, `-c`:: d", [("item", "a"), ("item", "d")]),
        ("|=====\n2+|a\ninclude::x[]\n|b\n|=====\n", [("cell", "a"), ("cell", "b")]),
        ("std::string is\nnot:: it", [("paragraph", "std::string is\nnot:: it")]),
        ("* a\n+\nb\n+\n----\nx\n----\n* c", [("item", "a"), ("item", "b"), ("item", "c")]),
        ("----\nx\n\ny\n----\nb", [("paragraph", "b")]),
        ("a\n----\nx\n----\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("a\n\n----\nx\n", [("paragraph", "a")]),
        ("====\na\n\n----\n====\nb\n====\n", [("paragraph", "a"), ("paragraph", "b")]),
        ("=====\na\n====\nb\n====\nc\n=====\nd", [("paragraph", t) for t in "abcd"]),
        ("[source]\nx\ny\n\nb", [("paragraph", "b")]),
        (" x\n y\n\nb", [("paragraph", "b")]),
        ("[normal]\n x\n y\n", [("paragraph", "x\n y")]),
        ("NOTE: a\nb\n\n[TIP]\n====\nc\n====", [("paragraph", "a\nb"), ("paragraph", "c")]),
        (".T\na\n\n.U\n|===\n|b\n|===", [("cell", "T"), ("paragraph", "a"), ("cell", "U"), ("cell", "b")]),
        ("|===\n|a |b c\nd\n\n2+|e f a|g\nh|i\n|===", [("cell", t) for t in ("a", "b c\nd", "e f", "g", "i")]),
        ('[cols="1,1m"]\n|===\n|a |b\n\n|c |d\n|e |f\n|===', [("cell", t) for t in ("a", "b", "c", "e")]),
        ('[cols="1,1m"]\n|===\n.2+|a |b\n|c\n|d |e\n|===', [("cell", t) for t in ("a", "d")]),
        ("[cols=\"1a\"]\n|===\n|* a\n* b\n\n|c\n|===\nd", [("cell", "a"), ("cell", "b"), ("cell", "c"), ("paragraph", "d")]),
        (",===\na,\"b, c\"\nd,e\n,===", [("cell", t) for t in ("a", "b, c", "d", "e")]),
        ("a\nifdef::x[]\nb\nendif::[]\nc", [("paragraph", "a\nifdef::x[]\nb\nendif::[]\nc")]),
        ("ifdef::x[]\na\nendif::[]\n\nifdef::x[b c]\nifdef::x[:d: e]\n\nf", [("paragraph", t) for t in ("a", "b c", "f")]),
        ("---\nlang: en\n---\n= T\n\na", [("heading", "T"), ("paragraph", "a")]),
        ("a:: b [c]\nd:: e[f]", [("item", t) for t in ("a", "b [c]", "d", "e[f]")]),
        ("include::a.adoc[]\n\nimage::x.png[y]\n\nfoo::x[y]\n\na", [("paragraph", "a")]),
        ("'''\na\n\n<<<\nb\n\n* * *\n", [("paragraph", "a"), ("paragraph", "b")]),
        ("[bibliography]\n* [[[k]]] A. B.\n* [[[l,2]]] C", [("note", "A. B."), ("note", "C")]),
        ("-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n", []),
        ("", []),
        (" \n\t\n", []),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("= A\n\n== B\n\n==== C\n", [1, 2, 4]),
        ("* a\n** b\n*** c\n** d\n* e", [1, 2, 3, 2, 1]),
        ("a::\n* b\n. c\n* d\ne:: f", [1, 2, 3, 2, 1, 1]),
        ("* a\n+\n====\n* b\n====", [1, 2]),
    ],
)
def test_levels(text: str, levels: list[int]) -> None:
    assert [block.level for block in read(text).blocks] == levels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[quote, Ada Birch, Letters]\n____\nx\n____\ny",
            [("Ada Birch, Letters", True), ("x", True), ("y", False)],
        ),
        ('[quote,attribution="Ada"]\nx\n\ny', [("Ada", True), ("x", True), ("y", False)]),
        ("____\nx\n\n* y\n____", [("x", True), ("y", True)]),
        ("[verse]\nx\n y", [("x\n y", True)]),
        ('"x\ny"\n-- Ada Birch\n\nz', [("x\ny", True), ("Ada Birch", True), ("z", False)]),
        ("> x\n> y\n>\n> z\n> -- Ada\n\nb", [("x\n> y", True), ("z", True), ("Ada", True), ("b", False)]),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, bool]]) -> None:
    document = read(text)
    assert [(text[b.span.start : b.span.end], b.quoted) for b in document.blocks] == expected


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("\ufeffa", "█a"),
        ("*a* _b_ #c# **d**e", "░a░ ░b░ ░c░ ░░d░░e"),
        ("*a _b `c` d_ e*", "░a ░b ███ d░ e░"),
        ("a*b*c, a_b_c, 2 * 3 * 4", "a*b*c, a_b_c, 2 * 3 * 4"),
        ("x^2^ H~2~O", "x░2░ H░2░O"),
        ("`a` ``b``c `+d+`", "███ █████c █████"),
        ("[.x]#a# [y]*b* [z] c", "░░░░░a░ ░░░░b░ [z] c"),
        ("+*a*+ ++b++ pass:[c] pass:[<d>]", "░*a*░ ░░b░░ ░░░░░░c░ ██████████"),
        (r"\*a* \_b_ \{c} \\**d**", "░*a* ░_b_ ░{c} ░░**d**"),
        ("{a} {nbsp}b {empty}c", "███ {nbsp}b ░░░░░░░c"),
        ("a +\nb", "a░░\nb"),
        ("a\n// b\nc", "a\n░░░░\nc"),
        ("a\ninclude::b[]\nc", "a\n████████████\nc"),
        ("https://x.y[a b^] https://x.y", "░░░░░░░░░░░░a b░░ ███████████"),
        ("link:x[a,role=b] mailto:a@b.cd[c]", "░░░░░░░a░░░░░░░░ ░░░░░░░░░░░░░░c░"),
        ("<<a,b>> <<a>> xref:a[b] xref:a[]", "░░░░b░░ █████ ░░░░░░░b░ ████████"),
        ("[[a]]b anchor:c[]", "░░░░░b ░░░░░░░░░░"),
        ("((a)) (((b,c))) (d)", "░░a░░ ░░░░░░░░░ (d)"),
        (
            "image:x.png[y] icon:z[] kbd:[A] btn:[B] menu:C[D]",
            "██████████████ ████████ ███████ ░░░░░B░ ░░░░░C█D░",
        ),
        ("a\nifdef::x[b]\nc", "a\n░░░░░░░░░b░\nc"),
        ("some:footnote:[a] b", "some:░░░░░░░░░░a░ b"),
        ("_pass:[a b]_ pass:n[<a.*>]", "░░░░░░░a b░░ ░░░░░░░<a.*>░"),
        ("foo:bar[baz] b: c[d] 10:30 [a:b]", "████████████ b: c[d] 10:30 [a:b]"),
        ("as cite:[k] says. It fell cite:[k].", "as ████████ says. It fell ░░░░░░░░."),
        ("a.footnote:[b c.] d", "a.░░░░░░░░░░b c.░ d"),
        ("<http://x.y>", "░██████████░"),
        ("NOTE: a", "██████a"),
        ("[[x]]\n[.y]\na", "███████████a"),
        ("T\n=\n\n'a' +b+ `c`", "T████░a░ ███ ███"),
        ("'a' +b+", "'a' ░b░"),
        ("e.g. `a`'s", "e.g. ███'s"),
        ("it's the dogs' 'x'", "it's the dogs' 'x'"),
    ],
)
def test_the_view_shows_what_a_reader_sees(text: str, view: str) -> None:
    assert prose(read(text)) == view


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\"`a`\" '`b`' c`'s", "“a” ‘b’ c’s"),
        ("``a''", "“a”"),
        ("T\n=\n\n`a'", "T ‘a’"),
        ("(C) (R) (TM) a -- b a--b ... -> => <- <=", "© ® ™ a — b a—b … → ⇒ ← ⇐"),
        ("&amp; &#8217; &#x2014; &nope;", "& ’ — &nope;"),
        (":Name: Halden\n\n{name} {name}s", "Halden Haldens"),
        (":n: a longer value than this\n\na{n}b", "a█b"),
        (":n: a\n:n: b\n\na{n}b", "a█b"),
        (":n: a *b*\n\na{n}b", "a█b"),
        (":repo: https://x.y\n\n{repo}[a] {repo}/b[c] {repo} {url-d}[e] {f}[g]", "a c █ e █[g]"),
        ("{lt}a{gt}{plus}{two-colons}", "<a>+::"),
    ],
)
def test_what_is_spelled_otherwise(text: str, seen: str) -> None:
    document = read(text)
    shown = " ".join(spelled_out(document.prose, document.spelled)[slice(*b.span)] for b in document.blocks)
    shown = shown.replace("\ufdd0", "")
    while "\ufdd1\ufdd1" in shown:
        shown = shown.replace("\ufdd1\ufdd1", "\ufdd1")
    assert shown.replace("\ufdd1", "█") == seen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://x.y[a] https://z.w", [("link", "a", "https://x.y"), ("url", "https://z.w", "https://z.w")]),
        ("https://x.y[] link:z[]", [("url", "https://x.y[]", "https://x.y"), ("url", "link:z[]", "z")]),
        ("<<a,b c>> <<d>>", [("link", "b c", "#a"), ("ref", "<<d>>", "#d")]),
        ("xref:a.adoc#b[c]", [("link", "c", "a.adoc#b")]),
        ("a.footnote:[b] c.footnote:x[d] footnote:x[]", [("note-ref", "footnote:[", ""), ("note-ref", "footnote:x[", "x"), ("note-ref", "footnote:x[]", "x")]),
        ("It fell cite:[k, l(12)].", [("citation", "cite:[k, l(12)]", "k; l")]),
        ("As <<k>> says.\n\n* [[[k]]] A.", [("citation", "<<k>>", "k"), ("note", "A.", "k")]),
        ("*a* `b` image:c[d]", [("emphasis", "a", ""), ("code", "`b`", ""), ("image", "image:c[d]", "c")]),
        ("see linkgit:git-log[1]", [("url", "linkgit:git-log[1]", "git-log")]),
    ],
)  # fmt: skip
def test_marks(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert marks(read(text)) == expected


def test_a_footnote_is_a_block_inside_of_the_one_around_it() -> None:
    text = "It fell footnote:[ See *it*. ] twice.footnote:[b] And footnote:[https://x.y]."
    document = read(text)
    assert blocks(document) == [("paragraph", text), ("note", "See *it*."), ("note", "b")]
    flat = fold(document)
    seen = [flat.text[start:end] for start, end in flat.blocks]
    assert seen == ["It fell twice. And \x1a.", "See it.", "b"]
    first = read("footnote:[a] b").blocks
    assert first == (Block("note", Span(10, 11)), Block("paragraph", Span(13, 14)))
    last = read("b.footnote:[a]").blocks
    assert last == (Block("paragraph", Span(0, 2)), Block("note", Span(12, 13)))


def test_bibliographies() -> None:
    (named,) = read("= T\n:bibtex-file: refs.bib\n\na").bibliographies
    assert named.path == "refs.bib"
    assert read(":bibtex-file: {dir}/refs.bib\n\na").bibliographies == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("// stet: x\na", [("stet: x", "// stet: x")]),
        ("////\nstet-file: x\n////\n\nb", [("stet-file: x", "////\nstet-file: x\n////")]),
        ("* a\n// stet\n* b", [("stet", "// stet")]),
        ("a\n// b\nc", [("b", "// b")]),
        ("= T\n// b\n:c: d\n", [("b", "// b")]),
        ("|===\n|a\n// b\n|c\n|===", [("b", "// b")]),
    ],
)
def test_comments(text: str, expected: list[tuple[str, str]]) -> None:
    assert comments(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Experts agree.", 1),
        ("// stet: bare-expert-claim: known\nExperts\nagree.\n", 0),
        ("A.\n// stet-line\nExperts agree.\n\nExperts agree.", 1),
        ("// stet-begin\nExperts agree.\n\nExperts agree.\n// stet-end\n\nExperts agree.", 1),
        ("// stet-file\nExperts agree.\n\nExperts agree.", 0),
        ("////\nstet-file\n////\n\nExperts agree.\n\nExperts agree.", 0),
        ("* A.\n// stet\n* Experts agree.\n* Experts agree.", 1),
        ("----\n// stet\n----\nExperts agree.", 1),
    ],
)
def test_stet(text: str, count: int) -> None:
    settings = Settings(select=("attribution/bare-expert-claim",), measured=False, profile="news")
    assert len(api.check_text(text, name="a.adoc", settings=settings).findings) == count


def test_a_stet_for_nothing_is_told() -> None:
    settings = Settings(measured=False, profile="news")
    report = api.check_text(
        "// stet: bare-expert-claim\nIt rained on 4 May.\n", name="a.adoc", settings=settings
    )
    assert "suppression/unused-stet" in {finding.rule for finding in report.findings}


def test_a_fix_does_not_cross_markup() -> None:
    settings = Settings(select=("readability/wordy-phrase",), measured=False)
    text = "We met in order to talk, *in order* to talk, in\norder to `x`.\n"
    fixed = api.fix_text(text, name="a.adoc", settings=settings)
    assert "*in order* to" in str(fixed)


def test_another_language_is_left_out() -> None:
    document = read_any("= Titel\n:lang: de\n\nExperts agree.\n", "a.adoc")
    assert document.blocks == ()
    assert "de" in document.note
    assert read_any("= Title\n:lang: en\n\nExperts agree.\n", "a.adoc").blocks


HOSTILE = (
    *"= == * ** _ __ ` `` # + ++ $$ ^a ~a \\ { {a < << <<a <<a, > ( (( ((( ((a [ [[ [[[ [[a [a] [a]# : :: a: :a a::b[ http:// http://a[ link:a["
    " footnote:[ footnote:[a pass:[ image:a[ cite:[ \"` '` & &a | |a a| ! , ' ''' \" --a".split(),
    *" *a| _a| `a| 'a|* a\n|** a\n|a::\n|a:: |b\n;;c\n|. |i) |+\n|----\n|====\n|****\n|--\n|////\n|```a\n||===\n|,===\n\"a|,===\n|[a]\n|.a\n|:a: b \\\n|> a\n"
    "|> |\"a\n|\"a\n\n|a\n=\n|//a\n|* [[[a|a\ninclude::a[]\n|ifdef::a[]\n| \n|\n".split("|"),
    "|===\na|\n!===\n", "|===\n|a ", "= T\na b <c@d>\n",
)  # fmt: skip


@pytest.mark.parametrize("markup", HOSTILE)
def test_any_heap_of_markup_is_read_in_linear_time(markup: str) -> None:
    text = markup * (100_000 // max(len(markup), 1))
    start = time.process_time()
    document = read(text)
    fold(document)
    assert time.process_time() - start < 5
    assert len(document.prose) == len(text)


def test_deep_nesting() -> None:
    delimiters = ["=" * count for count in range(4, 1000)]
    document = read("\n".join([*delimiters, "word", *reversed(delimiters)]))
    assert "word" in prose(document)
    document = read("\n".join("*" * count + " word" for count in range(1, 100)))
    assert len(document.blocks) == 99
    document = read("*_" * 10_000 + "word" + "_*" * 10_000)
    assert "word" in prose(document)
