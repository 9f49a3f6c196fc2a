"""The one pass: cues on word bounds, through markup and wrapped lines, never in code."""

import pytest

from lint.match.scan import Scanner, make_cues
from lint.model.hits import Hits
from lint.read import read
from lint.read.fold import fold

CUES = ("some experts", "expert", "can", "well-known", "e.g.", ", so to speak", "u.s.", "don't")


def scan(text: str, name: str = "a.md", warm: bool = False) -> tuple[Hits, list[str]]:
    scanner = Scanner(make_cues(CUES, [1] * len(CUES), [((0, n),) for n in range(len(CUES))]))
    flat = fold(read(text, name))
    if warm:  # the second text of a run meets the whole automaton
        scanner.scan(flat)
    hits = scanner.scan(flat)
    return hits, [flat.low[start:end] for start, end, _ in hits.fired]


@pytest.mark.parametrize("warm", [False, True])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some experts say.", ["some experts"]),
        ("Some\nexperts say.", ["some experts"]),
        ("Some **experts** say.", ["some experts"]),
        ("> Some\n> experts say.", ["some experts"]),
        ("`some experts` say.", []),
        ("```\nsome experts\n```\n", []),
        ("<https://a.example/some-experts>", []),
        ("---\ntitle: some experts\n---\n\ntext", []),
        ("https://a.example/expert", []),
        ("awesome experts say", []),
        ("inexpert canned", []),
        ("It is well-known.", ["well-known"]),
        ("It is well known.", []),
        ("Cats, e.g. Tom.", ["e.g."]),
        ("Cats, so to speak.", [", so to speak"]),
        ("The U.S. left.", ["u.s."]),
        ("Don’t do it.", ["don't"]),
    ],
)
def test_cues(text: str, found: list[str], warm: bool) -> None:
    assert scan(text, warm=warm)[1] == found


@pytest.mark.parametrize("text", ["expert-led work", "the can-do spirit", "we can't", "an ex-expert"])
def test_part_of_a_compound_or_contraction_is_no_lexicon_word(text: str) -> None:
    assert scan(text)[0].starting == {}


def test_short_and_whole_automaton_agree() -> None:
    text = "Some experts can, e.g. in the U.S., be well-known experts, so to speak. Don't ask an expert."
    assert scan(text)[0] == scan(text, warm=True)[0]
