from __future__ import annotations

import time

import pytest
from seen import blocks, comments, marks, prose

from lint.model.text import Block, Document, Span
from lint.read import plain


def read(text: str) -> Document:
    return plain.read(text, "a.txt")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc\n \t\nd", [("paragraph", "a\nb"), ("paragraph", "c"), ("paragraph", "d")]),
        ("a\r\nb\rc\r\n\r\nd", [("paragraph", "a\r\nb\rc"), ("paragraph", "d")]),
        ("a\x0cb\u2028c\u0085d", [("paragraph", "a\x0cb\u2028c\u0085d")]),
        ("\ufeffé 漢 𝒳 e\u0301\n", [("paragraph", "é 漢 𝒳 e\u0301")]),
        ("- a\n  b\n* c\n• d\n1. e\n2) f", [("item", t) for t in ("a\n  b", "c", "d", "e", "f")]),
        ("In\n1998. Then", [("paragraph", "In\n1998. Then")]),
        ("Title\n=====\n\na", [("heading", "Title"), ("paragraph", "a")]),
        ("=====\nTitle\n=====\na", [("heading", "Title"), ("paragraph", "a")]),
        ("Title\n-----\na", [("heading", "Title"), ("paragraph", "a")]),
        ("A sentence that is long.\n---\nb", [("paragraph", "A sentence that is long."), ("paragraph", "b")]),
        ("# a", [("paragraph", "# a")]),
        ("a::\n\n    x\n\n    y\n\nb", [("paragraph", "a::"), ("paragraph", "b")]),
        ("a:\n\n    x", [("paragraph", "a:"), ("paragraph", "x")]),
        (".. code-block:: c\n\n   x\n\nb", [("paragraph", "b")]),
        (".. note::\n   x\n", [("paragraph", "x")]),
        ("a\n\n***\n\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("| a | b |\n+---+---+\n", [("cell", "a"), ("cell", "b")]),
        ("[1] Doe, J.\n    More.\n[2] Roe", [("note", "Doe, J.\n    More."), ("note", "Roe")]),
        ("[^a]: Doe", [("note", "Doe")]),
        (".. [3] Doe", [("note", "Doe")]),
        ("[Editor] a", [("paragraph", "[Editor] a")]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(text)) == expected


def test_quoted_mail() -> None:
    document = read("Hi\n> a\n> b\n>\n> c\nmine\n")
    assert document.blocks == (
        Block("paragraph", Span(0, 2)),
        Block("paragraph", Span(5, 10), 0, True),
        Block("paragraph", Span(15, 16), 0, True),
        Block("paragraph", Span(17, 21)),
    )
    assert prose(document).startswith("Hi\n██a\n░░b\n")


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("\ufeffa", "█a"),
        ("- a\n  b", "██a\n  b"),
        ("Title\n=====", "Title\n█████"),
        ("see https://x.y/z.", "see █████████████."),
        ("a[1] b", "a░░░ b"),
        ("a\n<!-- c -->\nb", "a\n░░░░░░░░░░\nb"),
        ("a\n\n<!-- c -->\n\nb", "a\n\n██████████\n\nb"),
        ("a <!-- b\nc", "a <!-- b\nc"),
        ("a\x00b", "a\x00b"),
    ],
)
def test_the_view_shows_what_a_reader_sees(text: str, view: str) -> None:
    assert prose(read(text)) == view


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(https://x.y/a_(b)).", [("url", "https://x.y/a_(b)", "https://x.y/a_(b)")]),
        (
            "www.a.org, b.c@d.ef!",
            [("url", "www.a.org", "http://www.a.org"), ("url", "b.c@d.ef", "mailto:b.c@d.ef")],
        ),
        (
            "a [1] b [#f]_ c [^2]",
            [("note-ref", "[1]", "1"), ("note-ref", "[#f]_", "#f"), ("note-ref", "[^2]", "2")],
        ),
        ("[1] Doe", [("note", "Doe", "1")]),
        ("in [2019] and [sic]", []),
        ("as :cite:`k` b", [("citation", ":cite:`k`", "k")]),
        (
            "so [Rents and\nRoofs, pp. 166-7].",
            [("citation", "[Rents and\nRoofs, pp. 166-7]", "Rents and Roofs, pp. 166-7")],
        ),
        ("so [Op. Cit., p.7]. [the p. is] [up.7]", [("citation", "[Op. Cit., p.7]", "Op. Cit., p.7")]),
    ],
)
def test_marks(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert marks(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected", "count"),
    [
        ("a <!-- stet: x --> b", [("stet: x", "<!-- stet: x -->")], 1),
        ("a\n<!-- c\n\nd -->\nb", [("c\n\nd", "<!-- c\n\nd -->")], 1),
        ("a\n\n<!-- c -->\nb", [("c", "<!-- c -->")], 2),
        ("a\n\n<!-- c -->\n\nb", [("c", "<!-- c -->")], 2),
        ("<!-- c -->\nTitle\n=====\n", [("c", "<!-- c -->")], 1),
        ("a\n\n.. stet: x", [("stet: x", ".. stet: x")], 1),
        ("a <!-- b", [], 1),
    ],
)
def test_comments_part_and_join_nothing(text: str, expected: list[tuple[str, str]], count: int) -> None:
    document = read(text)
    assert comments(document) == expected
    assert len(document.blocks) == count


@pytest.mark.parametrize(
    "piece", ["word ", "a", "<!--", "[", "@", "a@", "http://", "> ", "|a", "= ", "\n", "w\n"]
)
def test_a_long_text_is_no_trap(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    began = time.process_time()
    assert len(read(text).prose) == len(text)
    assert time.process_time() - began < 10
