from __future__ import annotations

import pytest

from lint.model.finding import Edit, Finding, Fix
from lint.model.text import GLUE, Span
from lint.run.fixes import edit_once


def finding(*edits: tuple[int, int, str], safe: bool = True) -> Finding:
    fix = Fix(tuple(Edit(Span(start, end), to) for start, end, to in edits), safe)
    return Finding("a/b", Span(edits[0][0], edits[-1][1]), "warning", 0.9, "", "", fix=fix)


def edited(text: str, *findings: Finding, unsafe: bool = False, prose: str = "") -> tuple[str, int]:
    return tuple(edit_once(text, prose or text, findings, unsafe=unsafe))


def test_edits_that_do_not_meet_are_made_together() -> None:
    assert edited("one two three", finding((8, 13, "3")), finding((0, 3, "1"))) == ("1 two 3", 2)


def test_the_earlier_and_wider_of_two_that_overlap_is_made() -> None:
    assert edited("one two three", finding((4, 7, "2")), finding((0, 7, "12"))) == ("12 three", 1)
    assert edited("one two three", finding((0, 3, "1")), finding((0, 7, "12"))) == ("12 three", 1)


def test_edits_that_touch_wait_for_the_next_round() -> None:
    assert edited("one two", finding((0, 4, "")), finding((4, 7, "2"))) == ("two", 1)


def test_a_finding_is_mended_whole_or_not_at_all() -> None:
    assert edited("one two three", finding((0, 3, "1")), finding((0, 3, "I"), (8, 13, "3"))) == ("I two 3", 1)
    assert edited("one two three", finding((0, 7, "1")), finding((4, 7, "2"), (8, 13, "3"))) == ("1 three", 1)


def test_what_may_change_the_claim_is_only_made_on_demand() -> None:
    unsafe = finding((0, 3, "1"), safe=False)
    assert edited("one two", unsafe) == ("one two", 0)
    assert edited("one two", unsafe, unsafe=True) == ("1 two", 1)


def test_no_edit_reaches_into_markup() -> None:
    text = "one **two**"
    assert edited(text, finding((0, 7, "1")), prose=text.replace("*", GLUE)) == (text, 0)


@pytest.mark.parametrize(
    ("text", "edit", "after"),
    [
        ("in\r\norder to go", (0, 12, "to"), "to\r\ngo"),
        ("a\nlong way", (0, 6, "the big"), "the\nbig way"),
        ("in\norder to, go", (0, 11, "to"), "to, go"),
        ("go in\norder to", (3, 14, "to"), "go to"),
    ],
)
def test_a_line_break_inside_stays_where_it_can(text: str, edit: tuple[int, int, str], after: str) -> None:
    assert edited(text, finding(edit)) == (after, 1)


def test_no_edit_writes_markup() -> None:
    assert tuple(edit_once("say it", "say it", [finding((4, 6, '"it"'))], form="notebook")) == ("say it", 0)
    assert edited("say it", finding((4, 6, '"it"'))) == ('say "it"', 1)
