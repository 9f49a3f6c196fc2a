"""A fix told in words: whole words, what goes and what comes."""

import pytest

from lint.model.finding import Edit, Fix
from lint.model.text import Span
from lint.report.mending import in_words


@pytest.mark.parametrize(
    ("text", "gone", "come", "told"),
    [
        ("Needless to say, this went.", "Needless to say, t", "T", "“Needless to say, this” → “This”"),
        ("We go in order to see.", "in order to", "to", "“in order to” → “to”"),
        ("We simply go.", "simply ", "", "delete “simply”"),
        ("It was, of course, so.", ", of course,", "", "delete “, of course,”"),
        ("Their colours.", "ou", "o", "“colours” → “colors”"),
        ("The well-known lead.", "well-known ", "", "delete “well-known”"),
        ("A very old roof.", "A very", "An", "“A very” → “An”"),
        ("It is so.\nIt is.", "so.\nIt", "so, it", "“so. It” → “so, it”"),
        ("Roof", "", "new ", "add “new”"),
        ("So it goes on and on, " + "and on " * 20 + "and ends.", "and on " * 20, "", "delete “and on and on and on and … on and on and on and on”"),
    ],
)  # fmt: skip
def test_one_edit(text, gone, come, told):
    at = text.index(gone)
    assert in_words(Fix((Edit(Span(at, at + len(gone)), come),), safe=True), text) == told


def test_what_is_told_of_many_edits():
    text = "grey gray gray gray gray. "
    same = [Edit(Span(at, at + 4), "grey") for at in (5, 10, 15, 20)]
    assert in_words(Fix(tuple(same), safe=False), text) == "“gray” → “grey” (4 times) (check the meaning)"
    others = [Edit(Span(0, 4), f"word{n}") for n in range(5)]
    told = in_words(Fix(tuple(others), safe=True, note="choose"), text)
    assert told == "choose: “grey” → “word0”; “grey” → “word1”; “grey” → “word2”; 2 more"
    assert in_words(Fix((), safe=True, note="ask them"), text) == "ask them"
