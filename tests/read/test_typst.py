"""Typst's markup, and the content in its code."""

from __future__ import annotations

import time

import pytest
from seen import blocks, comments, marks, prose

import lint
from lint.model.settings import Settings
from lint.model.text import Document
from lint.read import read as read_any
from lint.read import typst
from lint.read.fold import fold


def read(text: str) -> Document:
    return typst.read(text, "a.typ")


def seen(text: str) -> list[str]:
    """Return the folded text of each block, a hole as ``█``."""
    flat = fold(read(text))
    return [flat.text[start:end].replace("\x1a", "█") for start, end in flat.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc\n \t\nd", [("paragraph", "a\nb"), ("paragraph", "c"), ("paragraph", "d")]),
        ("a\r\nb\rc\r\n\r\nd", [("paragraph", "a\r\nb\rc"), ("paragraph", "d")]),
        ("\ufeffé 漢 𝒳\n", [("paragraph", "é 漢 𝒳")]),
        ("= A\nb\n== C <d>\n", [("heading", "A"), ("paragraph", "b"), ("heading", "C")]),
        ("- a\n  b\n- c\n\n  d\ne", [("item", "a\n  b"), ("item", "c"), ("item", "d"), ("paragraph", "e")]),
        ("/ A: b\nc", [("item", "A"), ("item", "b"), ("paragraph", "c")]),
        ("#f[a]\nb #f[c] d", [("paragraph", "a"), ("paragraph", "b #f[c] d")]),
        ("#let x = [a]\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("#table([a], [b])", [("cell", "a"), ("cell", "b")]),
        ("#if x [a] else [b] c", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("a#footnote[b] c", [("paragraph", "a#footnote[b] c"), ("note", "b")]),
        ("#footnote[b] a", [("note", "b"), ("paragraph", "a")]),
        ("#quote(block: true)[\n- a\n]", [("item", "a")]),
        ("a // b\n/* c */ - d", [("paragraph", "a"), ("item", "d")]),
        ("#f(\n", []),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(text)) == expected


def test_levels_and_quotations() -> None:
    document = read("=== A\n- b\n  - c\n#quote[d]\n\n#quote(block: true)[e]\n")
    assert [(block.kind, block.level, block.quoted) for block in document.blocks] == [
        ("heading", 3, False),
        ("item", 1, False),
        ("item", 2, False),
        ("paragraph", 0, True),
        ("paragraph", 0, True),
    ]


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("\ufeffa", "█a"),
        ("*a* _b_ c*d*e", "░a░ ░b░ c*d*e"),
        ("a `b` $c$", "a ███ ███"),
        ("a #text(red)[b] c", "a ░░░░░░░░░░░b░ c"),
        ("a #x.y c", "a ████ c"),
        ("a @b c <d>", "a ░░ c ░░░"),
        ("in @b c", "in ██ c"),
        ("a#footnote[b] c", "a░░░░░░░░░░b░ c"),
        ("\\#a \\*b", "░#a ░*b"),
        ("$5$ a", "░5░ a"),
        ("a /* b */ c // d", "a ░░░░░░░ c ░░░░"),
        ("see https://x.y/z.", "see █████████████."),
        ("a [b] c]", "a [b] c]"),
    ],
)
def test_the_view_shows_what_a_reader_sees(text: str, view: str) -> None:
    assert prose(read(text)) == view


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("5~km \\u{e9}t\\u{e9}", ["5 km été"]),
        ("A#footnote[b c] d.", ["A d.", "b c"]),
        ("A#footnote[b#footnote[c] d] e.", ["A e.", "b d", "c"]),
        ("It is so#footnote[Why.].", ["It is so.", "Why."]),
        ("#link(\"u\")[a b] #emph[c]#super[d]", ["a b cd"]),
    ],
)  # fmt: skip
def test_what_is_matched(written: str, shown: list[str]) -> None:
    assert seen(written) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('#link("http://x")[a b]', [("link", "a b", "http://x")]),
        ('#link("http://x")', [("url", "#link", "http://x")]),
        ("@a @b[p. 1] <a>", [("ref", "@a", "a"), ("citation", "@b[p. 1]", "b")]),
        ("#cite(<a>)", [("citation", "#cite", "a")]),
        ("a#footnote[b]", [("note-ref", "[", ""), ("note", "b", "")]),
        ("_a_ `b`", [("emphasis", "a", ""), ("code", "`b`", "")]),
    ],
)
def test_marks(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert marks(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("// stet: x", [("stet: x", "// stet: x")]),
        ("// stet\r\na", [("stet", "// stet")]),
        ("a /* stet\n */ b", [("stet", "/* stet\n */")]),
        ("#f(\n  // stet\n  [a])", [("stet", "// stet")]),
        ("http://stet", []),
        ("`// stet`", []),
    ],
)
def test_comments(text: str, expected: list[tuple[str, str]]) -> None:
    assert comments(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "stands", "unused"),
    [
        ("// stet\nExperts agree.\n\nText.", True, False),
        ("/* stet: unsupported-consensus: why */\n- Experts agree.\n- Text.", True, False),
        ("// stet-file\n\nText.\n\nExperts agree.", True, False),
        ("// stet-begin\nText.\n\nExperts agree.\n// stet-end\n", True, False),
        ("// stet-line\nExperts agree.", True, False),
        ("#f(\n  // stet\n  [Experts agree.])", True, False),
        ("// stet: unsupported-consensus\nText.\n\nExperts agree.", False, True),
    ],
)
def test_stet(text: str, stands: bool, unused: bool) -> None:
    settings = Settings(measured=False, profile="news", repeats=0)
    found = {
        f.rule.rpartition("/")[2] for f in lint.check_text(text, name="a.typ", settings=settings).findings
    }
    assert ("unsupported-consensus" not in found) is stands
    assert ("unused-stet" in found) is unused


def test_a_fix_does_not_cross_markup() -> None:
    settings = Settings(measured=False, profile="docs", select=("wordy-phrase",))
    text = "We did it in order to win, in _order_ to win.\n"
    assert (
        lint.fix_text(text, name="a.typ", settings=settings).after == "We did it to win, in _order_ to win.\n"
    )


def test_another_language() -> None:
    text = '#set text(\n  font: "a", lang: "de")\n\nExperts agree.\n'
    assert read_any(text, "a.typ").blocks == ()
    assert "the language 'de'" in read_any(text, "a.typ").note
    assert read_any(text, "a.typ", any_language=True).blocks
    assert read_any(text.replace("de", "en"), "a.typ").blocks


PIECES = [
    "word ", "*", "_a ", "*a _b ", "`", "```", "`a` ", "$", "$a$", "\\", "#", "#a", "#a(", "#a[", "#[", "#(", "#{", "(", "[", "]", "{", "#let a = ", "#let a = b\n",
    "#if a ", "#if a [b] ", "#for a in b { [", "#show: ", "#set a(", "@a", "@a[", "<a> ", "<", "//", "// a\n", "/*", "/* */", "= ", "= a\n", "- ", "- a\n", "\n",
    "a\n ", "/ a: b\n", "/ a", "1. ", "#footnote[", "#footnote[a] ", "#link(\"a\")[", "#\"a", "#f(\"a", "#f(`", "#f($", "#f(/*", "~", "-?", "\\u{61}", "http://", "#a.b",
    "#a(b)(", "#a[b][", "#bibliography(", "#table([a],", "#f([a] + ", " ", "\\u{",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_is_no_trap(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    began = time.process_time()
    assert len(read(text).prose) == len(text)
    assert time.process_time() - began < 10


def test_deep_nesting() -> None:
    for text in (
        "#[" * 10_000 + "a" + "]" * 10_000,
        "#f(" * 10_000 + "[a]" + ")" * 10_000,
        "#{" + "{" * 10_000,
        "a" + "#footnote[b " * 10_000 + "]" * 10_000,
        "#f([" * 5_000 + "a" + "])" * 5_000,
        "\n".join(" " * n + "- a" for n in range(1_500)),
        "*#emph[" * 5_000 + "a" + "]*" * 5_000,
        "/*" * 10_000 + "*/" * 10_000,
    ):
        began = time.process_time()
        assert len(read(text).prose) == len(text)
        fold(read(text))
        assert time.process_time() - began < 10
