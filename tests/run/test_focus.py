"""A fingerprint is of the words and their sentence: nothing else moves it."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

import lint
from lint import api
from lint.model.finding import Report
from lint.model.focus import Focus
from lint.model.settings import Settings

_ALL = Settings(measured=False, repeats=0)
_PARAGRAPHS = (
    "Experts agree that prices will fall.",
    "Some say that it is so. Critics argue the opposite.",
    "It is widely believed that tea is healthy.",
    "Studies show a benefit.",
    "The bridge closed on 4 May 2021, said Mei Tan.",
    "- Many people think so.",
    "> Observers expect a change.",
    "# Experts agree",
)


def known(text: str, name: str = "a.md") -> tuple[tuple[str, int], ...]:
    found = api.fingerprints(text, name=name, settings=_ALL)
    assert not isinstance(found, tuple)
    return tuple(found.items())


def left(text: str, focus: Focus, name: str = "a.md") -> Report:
    return lint.check_text(text, name=name, settings=_ALL, focus=focus)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PARAGRAPHS), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_moving_paragraphs_and_adding_plain_ones_shows_nothing_new(
    parts: list[str], chance: random.Random
) -> None:
    focus = Focus(known("\n\n".join(parts)))
    moved = [*parts, "The river rose by 3 m on 5 May 2021.", "\n"]
    chance.shuffle(moved)
    spans = [
        f for f in left("\n\n".join(moved), focus).findings if f.scope == "span" and f.group != "structure"
    ]
    assert [f for f in spans if f.group in {"attribution", "generalization"}] == []


def test_layout_and_markup_do_not_count_and_words_do() -> None:
    focus = Focus(known("Experts agree that prices fall."))
    assert left("Experts\nagree   that **prices** fall.\n", focus).findings == ()
    assert left("Experts agree that wages fall.", focus).findings != ()


def test_a_second_of_its_kind_is_new() -> None:
    text = "Experts agree that prices fall."
    focus = Focus(known(text))
    report = left(f"{text}\n\n{text}\n", focus)
    assert [(f.rule, f.span.start) for f in report.findings if f.scope == "span"] == [
        ("attribution/unsupported-consensus", 33)
    ]
    assert report.files[0].known >= 1


def test_what_occurs_no_more_is_told_of_rules_that_were_asked() -> None:
    focus = Focus(
        (("attribution/unsupported-consensus 00", 2), ("loaded/minimiser 00", 1), ("gone/rule 00", 1))
    )
    assert left("All is well.", focus).files[0].gone == ("attribution/unsupported-consensus 00",) * 2


def test_what_is_unsure_or_let_stand_is_not_gone() -> None:
    text = "Experts agree that prices fall.\n"
    focus = Focus(known(text))
    sure = _ALL._replace(min_confidence=0.99)
    assert lint.check_text(text, name="a.md", settings=sure, focus=focus).files[0].gone == ()
    assert left(f"<!-- stet -->\n{text}", focus).files[0].gone == ()


def test_lines_bound_what_is_shown() -> None:
    text = "Experts agree.\r\n\r\nExperts say\r\nso today.\r\n\r\nCritics say no.\r\n"

    def on(*lines: tuple[int, int]) -> list[int]:
        return [f.span.start for f in left(text, Focus(lines=lines)).findings]

    assert on((1, 1)) == [0]
    assert on((3, 3)) == on((3, 4)) == [18]
    assert on((4, 4)) == []
    assert on((1, 1), (6, 9)) == [0, text.index("Critics")]
    assert on() == on((9, 12)) == []
    assert set(on((1, 1 << 60))) >= {0, 18, text.index("Critics")}


def test_what_is_about_the_whole_is_shown_when_all_is_new() -> None:
    text = "Experts agree.\n\nCritics say no.\n\nSome say yes.\n\nMany think so.\n"
    whole = [f for f in left(text, Focus(lines=((1, 1 << 60),))).findings if f.scope == "document"]
    assert whole
    assert not [f for f in left(text, Focus(lines=((1, 5),))).findings if f.scope == "document"]


def test_mending_stays_on_the_lines() -> None:
    text = "In order to go.\n\nIn order to stay.\n"
    fixed = lint.fix_text(text, settings=_ALL, focus=Focus(lines=((3, 3),)))
    assert fixed.after == "In order to go.\n\nTo stay.\n"
