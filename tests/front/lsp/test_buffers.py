"""Whatever the editor changes, wherever its positions lie: the buffer has what the editor has."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.front.lsp.buffers import UTF8, UTF16, UTF32, Buffer, Edited, points_in, units_of

ENCODINGS = (UTF8, UTF16, UTF32)
characters = st.sampled_from("ab .\n\r\t\x0c\u2028\u0085é…漢\u0301🙂𝒳\ud800")
texts = st.text(characters, max_size=60)


def buffer(text: str) -> Buffer:
    return Buffer("file:///a.md", "/a.md", "markdown", 1, text)


def change(start: dict[str, int], end: dict[str, int], text: str) -> SimpleNamespace:
    where = SimpleNamespace(start=SimpleNamespace(**start), end=SimpleNamespace(**end))
    return SimpleNamespace(range=where, text=text)


@given(texts, st.data(), st.sampled_from(ENCODINGS))
def test_positions_and_offsets_are_each_others_way_back(
    text: str, data: st.DataObject, encoding: str
) -> None:
    held = buffer(text)
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        return  # no editor stands between the two
    position = held.position(offset, encoding)
    assert held.offset(position["line"], position["character"], encoding) == offset
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert position["line"] < len(lines)
    assert units_of(lines[position["line"]], encoding) >= position["character"]


@given(
    texts,
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), texts), max_size=6),
    st.sampled_from(ENCODINGS),
)
def test_changes_give_the_editors_text(
    text: str, edits: list[tuple[float, float, str]], encoding: str
) -> None:
    held = buffer(text)
    now = text
    for number, (a, b, new) in enumerate(edits):
        start, end = sorted((round(a * len(now)), round(b * len(now))))
        if "\r\n" in (now[start - 1 : start + 1], now[end - 1 : end + 1]):
            continue
        held.change(
            number, [change(held.position(start, encoding), held.position(end, encoding), new)], encoding
        )
        now = now[:start] + new + now[end:]
        assert held.text == now
    if held.edited:
        first, before, after = held.edited
        assert text[:first] == now[:first]
        assert text[before:] == now[after:]
        assert held.edited.longer == len(now) - len(text)


def test_a_change_without_a_range_replaces_all() -> None:
    held = buffer("old text")
    held.change(2, [SimpleNamespace(text="new")], UTF16)
    assert (held.text, held.version, held.edited) == ("new", 2, Edited(0, 8, 3))


@pytest.mark.parametrize("place", [(9, 0), (0, 99), (1, 4_000_000_000)])
def test_positions_outside_of_the_text_are_clipped(place: tuple[int, int]) -> None:
    held = buffer("one\ntwo")
    line, character = place
    held.change(
        2,
        [change({"line": line, "character": character}, {"line": line, "character": character}, "!")],
        UTF16,
    )
    assert held.text in ("one\ntwo!", "one!\ntwo")


def test_an_end_before_its_start_takes_nothing_out() -> None:
    held = buffer("one two")
    held.change(2, [change({"line": 0, "character": 5}, {"line": 0, "character": 2}, "!")], UTF16)
    assert held.text == "one t!wo"


def test_form_feeds_and_line_separators_end_no_line() -> None:
    held = buffer("one\x0ctwo\u2028three\u0085four\nfive")
    assert held.position(len(held.text), UTF16) == {"line": 1, "character": 4}


@pytest.mark.parametrize(("encoding", "units"), [(UTF8, 4), (UTF16, 2), (UTF32, 1)])
def test_an_emoji_counts_as_the_encoding_has_it(encoding: str, units: int) -> None:
    assert units_of("🙂", encoding) == units
    assert points_in("🙂a", units, encoding) == 1
    assert points_in("🙂a", units - 1, encoding) == 0
