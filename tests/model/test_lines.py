"""Offsets to lines and columns: only \\r\\n, \\n and \\r end a line."""

import pytest

from lint.model.lines import LineIndex, Position


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("ab\ncd", 3, (2, 1)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd", 3, (2, 1)),
        ("ab\fcd", 3, (1, 4)),
        ("ab\u2028cd", 3, (1, 4)),
        ("ab\x85cd\x1ce", 5, (1, 6)),
        ("😀x", 1, (1, 2)),
        ("e\u0301x", 2, (1, 3)),
        ("\ufeffab", 1, (1, 2)),
        ("a\tb", 2, (1, 3)),
        ("ab\n", 3, (2, 1)),
        ("", 0, (1, 1)),
    ],
)
def test_position(text: str, offset: int, expected: tuple[int, int]) -> None:
    lines = LineIndex(text)
    assert lines.position(offset) == Position(*expected)
    assert lines.offset(*expected) == offset


def test_columns_of_other_encodings() -> None:
    lines = LineIndex("x\n😀é z")
    assert lines.utf16_column(5) == 4
    assert lines.utf8_column(5) == 7


def test_line_text_has_no_line_end() -> None:
    lines = LineIndex("one\r\ntwo\n")
    assert [lines.line_text(n) for n in (1, 2, 3)] == ["one", "two", ""]
    assert len(lines) == 3


def test_a_place_beyond_the_text_is_clipped() -> None:
    assert LineIndex("ab\ncd").offset(9, 9) == 5
    assert LineIndex("ab\ncd").offset(1, 9) == 2
