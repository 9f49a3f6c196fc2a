"""Expressions that are tried only near a sign."""

from reading import context_of

from lint.match.signs import PERCENT, find_near
from lint.model.pattern import pattern

_FALL = pattern(r"\w+ by \d+(?:%| percent)(?! points)")


def found(text):
    return [m.group() for m in find_near(context_of(text, name="a.md"), _FALL, PERCENT)]


def test_each_match_is_found_once_and_in_order():
    text = "Costs fell by 5%, sales by 7%.\n\nNothing.\n\nRents rose by 3 percent and 1% of all by 9%."
    assert found(text) == ["fell by 5%", "sales by 7%", "rose by 3 percent", "all by 9%"]


def test_no_match_crosses_a_block():
    assert found("It fell by\n\n5% of it.") == []


def test_the_end_of_a_block_is_an_end():
    assert found("Turnout fell by 5%\n\npoints are better.") == ["fell by 5%"]
    assert found("Turnout fell by 5% points.") == []
