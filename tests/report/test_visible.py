from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from lint.report.visible import excerpt, visible, width

LINES = st.text(st.characters() | st.sampled_from("\t\x1b\u202e専👍\u0301 a"), min_size=1, max_size=300)


@given(st.text())
def test_what_is_visible_is_harmless_and_stays_so(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert visible(shown) == shown


@given(LINES, st.data(), st.integers(40, 160))
def test_an_excerpt_shows_its_span_above_the_carets(line: str, data: st.DataObject, columns: int) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, min(len(line), start + 10)))
    found = excerpt(line, start, end, columns)
    span = line[start:end]
    if "\t" in span or not visible(span).strip():
        return
    at, under = 0, ""
    for char in found.text:
        if found.indent <= at < found.indent + found.carets and (width(char) or under):
            under += char
        at += width(char)
    base = "".join(c for c in visible(span).strip() if width(c))
    assert base in "".join(c for c in under if width(c))
