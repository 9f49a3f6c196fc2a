"""HTML inside Markdown: a part of a page, in the block that surrounds it."""

import pytest

from lint.model.text import Block, Span
from lint.read.html import read_part
from lint.read.view import trimmed_blocks

OUTER = Block("item", Span(0, 0), 2, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a<p>b</p>c", [("item", 2, "a"), ("item", 2, "b"), ("item", 2, "c")]),
        ("<h2>a</h2><ul><li>b</ul>", [("heading", 2, "a"), ("item", 3, "b")]),
        ("<Tabs>a<Tab>b</Tab></Tabs>", [("item", 2, "a"), ("item", 2, "b")]),
        ("<nav>a</nav><p lang=de>b<p hidden>c</p>d", [("item", 2, "d")]),
        ("<p>a<!-- b\n\nc", [("item", 2, "a<!-- b"), ("item", 2, "c")]),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, int, str]]) -> None:
    before = "> - "
    part = read_part(f"{before}{text}\n", Span(len(before), len(before) + len(text)), OUTER)
    assert len(part.prose) == len(text)
    blocks = trimmed_blocks(f"{before}{part.prose}", part.blocks)
    assert [(b.kind, b.level, f"{before}{text}"[slice(*b.span)]) for b in blocks] == expected
    assert all(block.quoted for block in blocks)


def test_what_was_seen_is_told_by_its_place_in_the_whole() -> None:
    text = "xx<p>So.<sup>1</sup> <a href='/y'>it</a> &eacute; <!-- z --></p>"
    part = read_part(text, Span(2, len(text)), OUTER)
    assert [(m.kind, text[slice(*m.span)], m.target) for m in part.marks] == [
        ("link", "it", "/y"),
        ("note-ref", "1", "1"),
    ]
    assert [(text[a:b], seen) for a, b, seen in part.spelled] == [("&eacute;", "é")]
    assert [(c.text, text[slice(*c.span)]) for c in part.comments] == [("z", "<!-- z -->")]
