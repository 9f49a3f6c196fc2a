"""Org as its exporters print it."""

from __future__ import annotations

import time

import pytest
from seen import blocks, comments, marks, prose

import lint
from lint.model.settings import Settings
from lint.model.text import Block, Document, Span
from lint.read import org
from lint.read import read as read_any
from lint.read.fold import fold


def read(text: str) -> Document:
    return org.read(text, "a.org")


def seen(text: str) -> list[str]:
    """Return the folded text of each block, a hole as ``█``."""
    flat = fold(read(text))
    return [flat.text[start:end].replace("\x1a", "█") for start, end in flat.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc\n \t\nd", [("paragraph", "a\nb"), ("paragraph", "c"), ("paragraph", "d")]),
        ("a\r\nb\rc\r\n\r\nd", [("paragraph", "a\r\nb\rc"), ("paragraph", "d")]),
        ("\ufeffé 漢 𝒳 e\u0301\n", [("paragraph", "é 漢 𝒳 e\u0301")]),
        ("a\n  b\n    c", [("paragraph", "a\n  b\n    c")]),
        ("* A\nb\n** TODO [#A] C :x:\n", [("heading", "A"), ("paragraph", "b"), ("heading", "C")]),
        ("- a\n  b\n- c\n\n  d\ne", [("item", "a\n  b"), ("item", "c"), ("item", "d"), ("paragraph", "e")]),
        ("a\n- b\nc", [("paragraph", "a"), ("item", "b"), ("paragraph", "c")]),
        ("- a\n\tb", [("item", "a\n\tb")]),
        ("- a\n\n\n  b", [("item", "a"), ("paragraph", "b")]),
        ("1998. It was\nwarm.", [("item", "It was"), ("paragraph", "warm.")]),
        ("1998 was\n1999, too", [("paragraph", "1998 was\n1999, too")]),
        ("- a :: b\n  c", [("item", "a"), ("item", "b\n  c")]),
        ("1. a :: b", [("item", "a :: b")]),
        ("-\n  a", [("item", "a")]),
        ("*a* b\n*\n**", [("paragraph", "a* b\n*\n**")]),
        ("#+begin_quote\na\n#+end_quote\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("- a\n  #+begin_note\n  b\n  - c\n  #+end_note\n  d", [("item", "a"), ("item", "b"), ("item", "c"), ("item", "d")]),
        ("a\n#+begin_src\nb\n* C\n#+end_src\nd", [("paragraph", "a"), ("paragraph", "b"), ("heading", "C"), ("paragraph", "d")]),
        (":a:\nb\n:END:\n:c:\nd", [("paragraph", "b"), ("paragraph", ":c:\nd")]),
        ("| a | b |\n|---+---|\n|   | c |\nd", [("cell", "a"), ("cell", "b"), ("cell", "c"), ("paragraph", "d")]),
        ("[fn:1] a\nb\n\nc\n\n\nd", [("note", "a\nb"), ("note", "c"), ("paragraph", "d")]),
        ("a\n# b\nc", [("paragraph", "a"), ("paragraph", "c")]),
        ("#+TITLE: a\n#+x: b\n#c", [("heading", "a"), ("paragraph", "#c")]),
        ("a[fn:: b] c", [("paragraph", "a[fn:: b] c"), ("note", "b")]),
        ("[fn:: b] a [fn:: c]", [("note", "b"), ("paragraph", "a"), ("note", "c")]),
        ("", []),
        (" \n\t\n", []),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(text)) == expected


def test_levels_and_quotations() -> None:
    document = read("*** A\n- b\n  - c\n#+begin_quote\n- d\n#+end_quote\n- e\n")
    assert [(block.kind, block.level, block.quoted) for block in document.blocks] == [
        ("heading", 3, False),
        ("item", 1, False),
        ("item", 2, False),
        ("item", 1, True),
        ("item", 1, False),
    ]
    assert document.blocks[0] == Block("heading", Span(4, 5), 3)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("\ufeffa", "█a"),
        ("*a* /b/ _c_ +d+", "░a░ ░b░ ░c░ ░d░"),
        ("a =b c= ~d~", "a █████ ███"),
        ("*/a/* and */b c/*", "░░a░░ and ░░b c░░"),
        ("2 * 3 * 4, a*b*c", "2 * 3 * 4, a*b*c"),
        ("*a *b* and/or/not", "░a *b░ and/or/not"),
        ("*a\nb* *c\nd\ne*", "░a\nb░ *c\nd\ne*"),
        ("*a*b *a*, ('*c*')", "░a*b *a░, ('░c░')"),
        ("x\u200b*a*\u200by", "x\u200b░a░\u200by"),
        ("[[a][b]] [[c]]", "░░░░░b░░ █████"),
        ("[[a][/b c/ =d=]]", "░░░░░░b c░ ███░░"),
        ("a[fn:1] [cite:@k] b", "a░░░░░░ ░░░░░░░░░ b"),
        ("[cite/t:@k] says", "███████████ says"),
        ("<2024-01-01 Mon>", "░2024-01-01 Mon░"),
        ("<<t>>a <<<b>>> << c", "░░░░░a ░░░b░░░ << c"),
        ("$x$ \\(y\\) $5 or $6", "███ █████ $5 or $6"),
        ("@@html:<b>@@a {{{m}}}", "░░░░░░░░░░░░a ███████"),
        ("H_{2}O, snake_case", "H░░2░O, snake_case"),
        ("src_c{x} call_f(x) a", "████████ █████████ a"),
        ("see https://x.y/z_.", "see █████████████_."),
        ("a \\\\\nb", "a ░░\nb"),
        ("- [X] a [1/2]", "██████a ░░░░░"),
        ("A[fn:: b.] c", "A░░░░░░b.░ c"),
    ],
)
def test_the_view_shows_what_a_reader_sees(text: str, view: str) -> None:
    assert prose(read(text)) == view


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("5\\nbsp{}% of \\alpha", ["5 % of þ"]),
        ("caf\\eacute and \\eacute{}tude", ["café and étude"]),
        ("A[fn:: b c] d.", ["A d.", "b c"]),
        ("A[fn:: b[fn:: c] d] e.", ["A e.", "b d", "c"]),
        ("It is so[fn:a: Why.].", ["It is so.", "Why."]),
    ],
)
def test_what_is_matched(written: str, shown: list[str]) -> None:
    assert seen(written) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[http://x][a b]] [[http://x]]", [("link", "a b", "http://x"), ("url", "[[http://x]]", "http://x")]),
        ("[[#x][a]] [[*B]] [[c]]", [("link", "a", "#x"), ("ref", "[[*B]]", "*B"), ("ref", "[[c]]", "c")]),
        ("[[./a.png]]", [("image", "[[./a.png]]", "./a.png")]),
        ("<http://x> a", [("url", "<http://x>", "http://x")]),
        ("a[fn:x]", [("note-ref", "[fn:x]", "x")]),
        ("[fn:x] Doe", [("note", "Doe", "x")]),
        ("a[fn:x: b]", [("note-ref", "[fn:x: b]", "x"), ("note", "b", "x")]),
        ("[cite/t: see @a p. 3; @b]", [("citation", "[cite/t: see @a p. 3; @b]", "a; b")]),
        ("as cite:a,b [[citep:&c;&d]] \\cite{e,f}", [("citation", "cite:a,b", "a; b"), ("citation", "[[citep:&c;&d]]", "c; d"), ("citation", "\\cite{e,f}", "e; f")]),
        ("/a/ =b=", [("emphasis", "a", ""), ("code", "=b=", "")]),
    ],
)  # fmt: skip
def test_marks(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert marks(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# stet: x", [("stet: x", "# stet: x")]),
        ("a\n  # stet-file: x\r\nb", [("stet-file: x", "# stet-file: x")]),
        (
            "#+begin_comment\nstet: x\n\n#+end_comment\na",
            [("stet: x", "#+begin_comment\nstet: x\n\n#+end_comment")],
        ),
        ("#stet\n#+stet: a", []),
    ],
)
def test_comments(text: str, expected: list[tuple[str, str]]) -> None:
    assert comments(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "stands", "unused"),
    [
        ("# stet\nExperts agree.\n\nText.", True, False),
        ("# stet: unsupported-consensus: why\n- Experts agree.\n- Text.", True, False),
        ("# stet-file\n\nText.\n\nExperts agree.", True, False),
        ("# stet-begin\nText.\n\nExperts agree.\n# stet-end\n", True, False),
        ("# stet-line\nExperts agree.", True, False),
        ("#+begin_comment\nstet\n#+end_comment\nExperts agree.", True, False),
        ("# stet: unsupported-consensus\nText.\n\nExperts agree.", False, True),
        ("* COMMENT a\n# stet\nb\n* C\nExperts agree.", False, False),
    ],
)
def test_stet(text: str, stands: bool, unused: bool) -> None:
    settings = Settings(measured=False, profile="news", repeats=0)
    found = {
        f.rule.rpartition("/")[2] for f in lint.check_text(text, name="a.org", settings=settings).findings
    }
    assert ("unsupported-consensus" not in found) is stands
    assert ("unused-stet" in found) is unused


def test_a_fix_does_not_cross_markup() -> None:
    settings = Settings(measured=False, profile="docs", select=("wordy-phrase",))
    text = "We did it in order to win, in /order/ to win and [[a][in order]] to win.\n"
    assert lint.fix_text(text, name="a.org", settings=settings).after.startswith(
        "We did it to win, in /order/ to win and [[a]"
    )


@pytest.mark.parametrize("code", ["de", "fr-FR", "de_AT"])
def test_another_language(code: str) -> None:
    text = f"#+TITLE: A title\n#+language: {code}\n\nExperts agree.\n"
    assert read_any(text, "a.org").blocks == ()
    assert f"the language '{code[:2]}'" in read_any(text, "a.org").note
    assert read_any(text, "a.org", any_language=True).blocks
    assert read_any(text.replace(code, "en"), "a.org").blocks


PIECES = [
    "word ", "a", "*", "*a ", "/a ", "=a ", "~a\n", "_a *b ", "[[", "[[a][", "[[a][b ", "[fn:", "[fn:: ", "[fn:a: b", "[cite:@", "[cite:", "[fn:: a]",
    "<", "<<a", "<a:", "\\", "\\(", "\\a{", "$", "$a ", "$$", "@@a:", "{{{a(", "{{{", "src_a{", "src_a{{", "call_a(", "a_{", "^{", ":a:\n", "#+begin_a\n",
    "#+begin_src\n", "#+end_a\n", "#+a: ", "#+RESULTS:\n", "#+RESULTS:\n\n", "* ", "* a\n", "** COMMENT\n", "- ", "- \n", "1. ", "| ", "|-\n", "+-", ": ",
    "\n", "w\n", "# \n", "[fn:a] ", "\n\n\n", "\n[fn:a] b", "\\begin{a}\n", "%%(", "file:", "cite:", "a:b ", "http://", "- a :: ", " \n", "<2024-01-01", "[2024-01-01",
    ":END:\n", ":a:\n:END:\n", "#+TODO: ", "\\alpha", "*a* ", "[1/", "- [ ] ", "\u200b*", "]", "]]", "[fn:: *a ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_is_no_trap(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    began = time.process_time()
    assert len(read(text).prose) == len(text)
    assert time.process_time() - began < 10


def test_deep_nesting() -> None:
    for text in (
        "\n".join(" " * n + "- a" for n in range(2_000)),
        "- " * 10_000 + "a",
        "".join(f"#+begin_a{n}\n" for n in range(10_000)),
        "".join(f"#+begin_a{n}\n" for n in range(10_000))
        + "".join(f"#+end_a{n}\n" for n in reversed(range(10_000))),
        "".join(f":a{n}:\n" for n in range(10_000)) + ":END:\n" * 10_000,
        "".join(f"\\begin{{a{n}}}\n" for n in range(10_000)),
        "a" + "[fn:: b " * 10_000 + "]" * 10_000,
        "*/_+" * 2_500 + "a" + "+_/*" * 2_500,
        "\n".join("*" * n + " a" for n in range(1, 2_000)),
    ):
        began = time.process_time()
        assert len(read(text).prose) == len(text)
        fold(read(text))
        assert time.process_time() - began < 10
