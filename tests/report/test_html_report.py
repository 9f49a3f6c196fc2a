"""The page: what it shows, what it is called, and that nothing of a text becomes markup."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from lint.model.finding import FileReport, Finding, Report
from lint.model.lines import LineIndex
from lint.model.text import Span
from lint.report import renderer
from lint.report.extracts import Extracts
from lint.report.markup import Markup, anchor_of, element, escaped, link
from lint.report.options import Options
from lint.report.page_script import SCRIPT

EVIL = "<script>alert(1)</script>\"'&amp;</textarea><img src=x onerror=alert(1)>\x1b[31m\u202e"


def page(report: Report) -> Any:
    return LexborHTMLParser(renderer("html")(report, Options()))


def evil() -> Report:
    text = f"Before.\n{EVIL} agree\tso.\nAfter.\n"
    span = Span(text.index("<script>"), text.index(" agree") + 6)
    found = Finding("hedging/x", span, "warning", 0.8, EVIL, f"Who? {EVIL}", ("who",), EVIL)
    return Report((FileReport(f"docs/{EVIL}.md", text, (found,), {}, {}),))


def test_what_a_text_brings_is_text() -> None:
    tree = page(evil())
    assert [node.text(deep=True) for node in tree.css("script")] == [SCRIPT]
    assert tree.css("img, textarea") == []
    assert "alert(1)</script>" in tree.css_first("mark").text(deep=True)
    assert tree.css_first("h2").text(deep=True) == f"docs/{EVIL[:-6]}\\x1b[31m\\u202e.md"
    for node in tree.css("*"):
        assert not [name for name in node.attributes if name.startswith("on")]
        assert (node.attributes.get("href") or "#").startswith("#")


def test_its_policy_names_its_style_and_its_script_alone() -> None:
    tree = page(evil())
    policy = tree.css_first("meta[http-equiv]").attributes["content"]
    for name in ("style", "script"):
        (node,) = tree.css(name)
        digest = b64encode(sha256(node.text(deep=True).encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert tree.css("[style]") == []
    assert re.search(r"https?:|url\(|@import", renderer("html")(evil(), Options())) is None


def test_places_have_names(report: Report) -> None:
    tree = page(report)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(set(ids)) == len(ids)
    assert {"docs/a.md", "docs/a.md:1:1", "docs/a.md:2", "docs/a.md:2:19", "rule:sourcing/no-source"} <= {
        *ids
    }
    targets = [node.attributes["href"].removeprefix("#") for node in tree.css("a")]
    assert set(targets) <= {*ids}


def test_two_findings_at_one_place_have_two_names() -> None:
    f = Finding("hedging/x", Span(0, 2), "warning", 0.8, "m", "Who?")
    tree = page(Report((FileReport("a b.md", "Experts", (f, f._replace(rule="hedging/y")), {}, {}),)))
    assert [node.attributes["id"] for node in tree.css("article.finding")] == [
        "a%20b.md:1:1",
        "a%20b.md:1:1~2",
    ]


def test_what_a_finding_says(report: Report) -> None:
    tree = page(report)
    article = tree.css("article.finding")[1]
    assert [mark.text() for mark in article.css("mark")] == ["experts", "believe"]
    assert article.css_first("h3").text() == "Which experts?"
    facts = [node.text() for node in article.css("dt")]
    assert facts == ["why", "looked for", "seen", "see also", "fix"]
    assert article.css_first(".fix").text() == "name them: “experts” → “the panel” (check the meaning)"
    assert "confidence 0.87" in article.css_first(".where").text()
    assert tree.css_first(".problems li").text() == "c.md: binary file, not text"
    assert tree.css_first("h1").text() == "2 open questions"


def test_clean_and_empty_reports() -> None:
    assert page(Report((FileReport("a.md", "x", (), {}, {}),))).css_first("h1").text() == "No open questions"
    assert page(Report()).css_first("h1").text() == "Nothing was checked"


def test_of_many_files_those_after_the_first_are_folded() -> None:
    tree = page(Report(tuple(FileReport(f"{n}.md", "x", (), {}, {}) for n in range(25))))
    assert tree.css_first("details summary").text() == "and 5 more files"
    assert len(tree.css("details tbody tr")) == 5


def test_only_markup_is_not_escaped() -> None:
    assert element("p", "a<b", Markup("<i>c</i>"), class_='"', hidden=True, id=None) == (
        '<p class="&quot;" hidden>a&lt;b<i>c</i></p>'
    )
    assert escaped(escaped("&")) == "&amp;"
    assert link("javascript:alert(1)", "x") == '<a href="#javascript:alert(1)">x</a>'
    assert anchor_of("a b\udcff%#.md") == "a%20b%ED%B3%BF%25%23.md"


@pytest.mark.parametrize("length", [10, 500, 1_000_000])
def test_of_a_long_line_a_part_is_shown(length: int) -> None:
    text = f"{'word ' * (length // 5)}experts agree{' word' * (length // 5)}"
    start = text.index("experts")
    (line,) = Extracts(text, LineIndex(text)).around(Span(start, start + 13))
    assert [piece.text for piece in line.pieces if piece.marked] == ["experts agree"]
    assert sum(len(piece.text) for piece in line.pieces) < 500
    assert line.cut == ((length > 200,) * 2)
    assert all(piece.text.strip().startswith(("word", "experts")) for piece in line.pieces)


def test_neighbours_are_shown_where_they_help() -> None:
    text = "One.\r\nTwo experts\r\nagree.\r\n\r\nFour."
    start = text.index("experts")
    lines = Extracts(text, LineIndex(text)).around(Span(start, text.index("agree") + 5))
    assert [line.number for line in lines] == [1, 2, 3]
    assert [[piece for piece in line.pieces if piece.marked] for line in lines] == [
        [], [("experts", True)], [("agree", True)]
    ]  # fmt: skip
