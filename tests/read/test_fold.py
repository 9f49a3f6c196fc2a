"""The folded copy: what matching sees, and the way back to the source."""

import pytest

from lint.model.flat import OPAQUE, Flat
from lint.read import read
from lint.read.fold import fold


def flat_of(text: str, name: str = "a.txt") -> Flat:
    return fold(read(text, name))


def source_of(flat: Flat, words: str) -> str:
    start = flat.low.index(words)
    span = flat.source_span(start, start + len(words))
    return flat.document.text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "name", "source"),
    [
        ("Some\nexperts say so.", "a.txt", "Some\nexperts"),
        ("Some   experts say so.", "a.txt", "Some   experts"),
        ("Some\r\n   experts say so.", "a.txt", "Some\r\n   experts"),
        ("Some\u00a0experts say so.", "a.txt", "Some\u00a0experts"),
        ("Some **experts** say so.", "a.md", "Some **experts"),
        ("> Some\n> experts say so.", "a.md", "Some\n> experts"),
        ("- Some\n  *experts* say so.", "a.md", "Some\n  *experts"),
        ("Some [experts](https://a.example/b) say so.", "a.md", "Some [experts"),
        ("Some ex\u00adperts say so.", "a.txt", "Some ex\u00adperts"),
        ("Łódź 😀 some experts say so.", "a.txt", "some experts"),
    ],
)
def test_words_are_found_through_what_a_reader_does_not_see(text: str, name: str, source: str) -> None:
    assert source_of(flat_of(text, name), "some experts") == source


def test_curly_apostrophe_is_straight_and_keeps_its_place() -> None:
    flat = flat_of("It’s Russia’s turn.")
    assert flat.text.strip(" \n") == "It's Russia's turn."
    assert source_of(flat, "russia's") == "Russia’s"


def test_code_is_opaque() -> None:
    flat = flat_of("Some `x` experts say so.", "a.md")
    assert f"Some {OPAQUE} experts" in flat.text


def test_nothing_joins_two_blocks() -> None:
    flat = flat_of("Some\n\nexperts say so.")
    assert "some experts" not in " ".join(flat.low.split(" "))
    assert len(flat.blocks) == 2


def test_letters_outside_latin_stay_letters() -> None:
    flat = flat_of("Мария Łukasz 東京 say 😀 so.")
    assert flat.text.strip(" \n") == "Þþþþþ Þukasz þþ say \x1a so."
    assert flat.text.encode("latin-1")


def test_lower_case_has_the_same_length() -> None:
    flat = flat_of("İSTANBUL ẞ ÀÉ µ")
    assert len(flat.low) == len(flat.text)


def test_offsets_go_to_the_source_and_back() -> None:
    flat = flat_of("One  two\n\n* **three**   four\n\nfive", "a.md")
    for word in ("one", "two", "three", "four", "five"):
        start = flat.low.index(word)
        assert flat.document.text[flat.source(start) :].startswith(flat.text[start : start + 2])
        assert flat.flat(flat.source(start)) == start


def test_empty_text_has_nothing() -> None:
    flat = flat_of("")
    assert flat.blocks == ()
    assert flat.sentences == []
