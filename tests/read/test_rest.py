from __future__ import annotations

import time

import pytest
from seen import blocks, comments, marks, prose

from lint.model.text import Block, Document, Span
from lint.read import rest


def read(text: str) -> Document:
    return rest.read(text, "a.rst")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc\n \t\nd", [("paragraph", "a\nb"), ("paragraph", "c"), ("paragraph", "d")]),
        ("a\r\nb\rc\r\n\r\nd", [("paragraph", "a\r\nb\rc"), ("paragraph", "d")]),
        ("\ufeffé 漢 𝒳 e\u0301\n", [("paragraph", "é 漢 𝒳 e\u0301")]),
        ("Title\n=====\n\na", [("heading", "Title"), ("paragraph", "a")]),
        ("=====\nTitle\n=====\na", [("heading", "Title"), ("paragraph", "a")]),
        ("A long title\n----\nb", [("heading", "A long title"), ("paragraph", "b")]),
        ("Too short\n--\nb", [("paragraph", "Too short\n--\nb")]),
        ("- a\n-\n- b", [("item", "a"), ("item", "b")]),
        ("a\n- b\n- c", [("paragraph", "a\n- b\n- c")]),
        ("- a\n  b\n- c\n\n  d", [("item", "a\n  b"), ("item", "c"), ("item", "d")]),
        ("-\n  a\n- b", [("item", "a"), ("item", "b")]),
        ("1. a\n2. b\n#. c", [("item", "a"), ("item", "b"), ("item", "c")]),
        ("a.\tb\n\tc", [("item", "b\n\tc")]),
        ("A. Einstein was\na physicist.", [("paragraph", "A. Einstein was\na physicist.")]),
        ("mild. It was", [("paragraph", "mild. It was")]),
        ("iv. It was", [("item", "It was")]),
        ("1998. It was\nwarm.", [("paragraph", "1998. It was\nwarm.")]),
        ("a\n    b\n\n    c\nd", [("item", "a"), ("item", "b"), ("item", "c"), ("paragraph", "d")]),
        ("a::\n\n    x\n\n    y\n\nb", [("paragraph", "a:"), ("paragraph", "b")]),
        ("a ::\n\n    x\n\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("a::\n    x\nb", [("paragraph", "a:"), ("paragraph", "b")]),
        ("::\n\n    x\nb", [("paragraph", "b")]),
        ("a::\n\n> x\n> y\n\nb", [("paragraph", "a:"), ("paragraph", "b")]),
        ("a:\n\n    x", [("paragraph", "a:"), ("paragraph", "x")]),
        (">>> a\nb\n\nc", [("paragraph", "c")]),
        (".. code-block:: c\n\n   x\n\nb", [("paragraph", "b")]),
        (".. note::\n   x\n\n   y\n\nz", [("paragraph", "x"), ("paragraph", "y"), ("paragraph", "z")]),
        (".. note:: x\n   y\n   :class: z\n", [("paragraph", "x\n   y")]),
        (".. topic:: T\n\n   x\n", [("heading", "T"), ("paragraph", "x")]),
        (".. contents:: :local:\n\na", [("paragraph", "a")]),
        (".. c:function::\n   int f(void)\n\nAfter.", [("paragraph", "After.")]),
        (".. versionadded::\n   3.6\n\n   x", [("paragraph", "x")]),
        (".. versionadded:: 3.6 x\n   y", [("paragraph", "x\n   y")]),
        ("| a\n| b\n\nc", [("paragraph", "a\n| b"), ("paragraph", "c")]),
        ("+---+---+\n| a | b |\n|   | c |\n+---+---+\n\nd", [("cell", "a"), ("cell", "b |\n|   | c"), ("paragraph", "d")]),
        (
            "+---+---+\n| a | b |\n| c | d |\n+---+---+\n",
            [("cell", "a"), ("cell", "b"), ("cell", "c"), ("cell", "d")],
        ),
        ("=  =\na  b\n=  =\nc  d\n   e\n=  =\n\nf", [*[("cell", t) for t in ("a", "b", "c", "d\n   e")], ("paragraph", "f")]),
        ("==\t==\na\tb\n==\t==\n", [("cell", "a"), ("cell", "b")]),
        ("=  ====\na  b\n\n   =  =\n   c  d\n   =  =\n=  ====\n\nf", [*[("cell", t) for t in ("a", "b", "c  d")], ("paragraph", "f")]),
        (".. [1] Doe\n   More.\n.. [Roe9] Roe", [("note", "Doe\n   More."), ("note", "Roe")]),
        (":a: b\n\nc", [("paragraph", "c")]),
        ("x\n\n:a: b\n   c", [("paragraph", "x"), ("cell", "a"), ("item", "b\n   c")]),
        ("", []),
        (" \n\t\n", []),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("A\n=\n\nB\n-\n\nC\n~\n\nD\n-\n", [1, 2, 3, 2]),
        ("==\nA\n==\n\nB\n==\n", [1, 2]),
        ("* a\n\n  * b\n\n* c", [1, 2, 1]),
    ],
)
def test_levels(text: str, levels: list[int]) -> None:
    assert [block.level for block in read(text).blocks] == levels


def test_quotations() -> None:
    document = read("a\n\n  b\n\n  -- C. D\n\n* e\n\n  f\n\n.. epigraph:: g\n")
    assert document.blocks == (
        Block("paragraph", Span(0, 1)),
        Block("paragraph", Span(5, 6), 0, True),
        Block("paragraph", Span(13, 17), 0, True),
        Block("item", Span(21, 22), 1),
        Block("item", Span(26, 27), 1),
        Block("paragraph", Span(43, 44), 0, True),
    )


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("\ufeffa", "█a"),
        ("*a* **b** c", "░a░ ░░b░░ c"),
        ("a ``b c`` d", "a ███████ d"),
        ('a "*" b (*) c', 'a "*" b (*) c'),
        ("2 * 3 * 4, a*b*c", "2 * 3 * 4, a*b*c"),
        ("**kwargs and *args", "**kwargs and *args"),
        ("a_b __c__ d_", "a_b __c__ d░"),
        (r"\*a\* re\ *b*\ s", "░*a░* re░░░b░░░s"),
        ("`a b`_ `c <d>`_", "░a b░░ ░c░░░░░░"),
        (":ref:`a <b>` :ref:`b` :func:`c`", "░░░░░░a░░░░░ ████████ █████████"),
        ("H\\ :sub:`2`\\ O", "H░░░░░░░░2░░░O"),
        ("(``x=``:data:`y`)", "(███████████████)"),
        ("`a` `a_b` `f()`", "░a░ █████ █████"),
        ("|a| or |b|_ or a | b", "███ or ████ or a | b"),
        ("a [1]_ b [x]", "a ░░░░ b [x]"),
        ("_`a` b", "░░a░ b"),
        ("see https://x.y/z_.", "see █████████████_."),
        ("a::\n\n  b", "a:██████"),
        ("| a\n| b", "██a\n░░b"),
        (".. default-role:: math\n\n`a`", "███████████████████████████"),
    ],
)
def test_the_view_shows_what_a_reader_sees(text: str, view: str) -> None:
    assert prose(read(text)) == view


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a_\n\n.. _a: http://x", [("link", "a", "http://x")]),
        ("`A b`_\n\n.. _a  b: c_\n.. _c: http://x", [("link", "A b", "http://x")]),
        ("a__ b__\n\n__ http://x\n\n.. __: http://y", [("link", "a", "http://x"), ("link", "b", "http://y")]),
        ("`A`_\n\nA\n=\n", [("link", "A", "#a")]),
        ("a_", [("link", "a", "")]),
        ("`a <http://x>`_ a_", [("link", "a", "http://x"), ("link", "a", "http://x")]),
        ("`<http://x>`_", [("url", "`<http://x>`_", "http://x")]),
        ("a [1]_ [#]_ [K9]_", [("note-ref", "[1]_", "1"), ("note-ref", "[#]_", "#"), ("note-ref", "[K9]_", "K9")]),
        (".. [1] Doe", [("note", "Doe", "1")]),
        ("as :cite:p:`k` b", [("citation", ":cite:p:`k`", "k")]),
        ("see :pep:`8`", [("url", ":pep:`8`", "8")]),
        ("*a* ``b``", [("emphasis", "a", ""), ("code", "``b``", "")]),
    ],
)  # fmt: skip
def test_marks(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert marks(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".. stet: x", [("stet: x", ".. stet: x")]),
        ("a\n\n..\n   stet-file: x\n\nb", [("stet-file: x", "..\n   stet-file: x")]),
        ("* a\n\n  .. stet\n\n  b", [("stet", ".. stet")]),
        (".. a\n   b\n\n   c\n", [("a\n   b\n\n   c", ".. a\n   b\n\n   c")]),
        ("..\n\n   quoted", []),
        ("a\n.. b", []),
    ],
)
def test_comments(text: str, expected: list[tuple[str, str]]) -> None:
    assert comments(read(text)) == expected


def test_a_broken_cell_is_code() -> None:
    text = "+----------+---+\n| :func:`a | b |\n| <c>` d   | e |\n+----------+---+\n"
    assert [prose(read(text))[slice(*b.span)] for b in read(text).blocks] == ["b", "d", "e"]


PIECES = [
    "word ",
    "a",
    "*",
    "**a ",
    "``a ",
    "`a ",
    "`a <",
    ":a:`b ",
    "|a ",
    "[a",
    "_`a ",
    "a_ ",
    "\\",
    "- ",
    "1. ",
]
PIECES += [
    "> ",
    "=",
    "= ",
    "+-",
    "| ",
    ":a ",
    ".. ",
    "..\n",
    ".. [1] ",
    ".. a:: ",
    ".. |a| ",
    "\n",
    "w\n",
    "a\n ",
    "-a, ",
]
PIECES += [
    "+--+\n| a",
    "== ==\n",
    "a::\n\n",
    '.. csv-table:: a\n\n  "',
    "http://",
    "a@",
    "____\n",
    ".. list-table::\n\n   * - ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_is_no_trap(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    began = time.process_time()
    assert len(read(text).prose) == len(text)
    assert time.process_time() - began < 10


def test_deep_nesting() -> None:
    for text in (
        "- " * 10_000 + "a",
        "\n".join(" " * n + "a" for n in range(2_000)),
        "".join(f"{' ' * n}.. note::\n\n" for n in range(2_000)),
    ):
        assert len(read(text).prose) == len(text)
