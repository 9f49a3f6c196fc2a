"""Figures: their source, their base, their digits, and per cent against points."""

import pytest

from lint import api
from lint.model.settings import Settings


def _fixes(text: str, rule: str) -> list[tuple[str, str]]:
    report = api.check_text(text, settings=Settings(measured=False, select=(rule,)))
    return [
        (text[f.span.start : f.span.end], f.fix.edits[0].replacement if f.fix else "")
        for f in report.findings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turnout fell 3% from 48% to 45%.", [("3%", "3 percentage points")]),
        ("Turnout fell by 1 percent, from 46 percent to 45 percent.", [("1 percent", "1 percentage point")]),
        ("From 4% to 6% the rate rose 2%.", [("2%", "2 percentage points")]),
        ("Turnout fell 6.3%, from 48% to 45%.", []),
        ("Turnout fell 3 points, from 48% to 45%.", []),
        ("Sales rose 3% and profits went from 4% to 6%.", []),
    ],
)
def test_points_are_offered_where_the_arithmetic_says_so(text: str, expected: list[tuple[str, str]]) -> None:
    assert _fixes(text, "percent-point-confusion") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 12,345 came.", [("About 12,345", "About 12,000")]),
        ("It took roughly 31.42 hours.", [("roughly 31.42", "roughly 31")]),
        ("It costs approximately about $20.", [("approximately about", "about")]),
        ("About 1,250 came in about 1837.", []),
        ("About 12:30 some 300 came.", []),
        ("They wrote about 4,100 letters.", []),
    ],
)
def test_an_exact_number_is_not_about(text: str, expected: list[tuple[str, str]]) -> None:
    assert _fixes(text, "precision-mismatch") == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 40% of small firms fail.", True),
        ("Some 40% of small firms fail, the council said.", False),
        ("Some 40% of small firms fail.[1]", False),
        ("We counted. Some 40% of our firms fail.", False),
        ("The party took 40% of the vote.", False),
        ("If 40% of firms fail, the bank closes.", False),
    ],
)
def test_a_statistic_needs_whoever_counted(text: str, found: bool) -> None:
    assert bool(_fixes(text, "unsourced-statistic")) is found


def test_a_change_is_answered_in_the_next_sentence() -> None:
    claim = "Latency improved dramatically."
    assert _fixes(claim, "unquantified-change")
    assert not _fixes(f"{claim} The median fell from 210 ms to 35 ms.", "unquantified-change")


def test_the_us_is_not_us() -> None:
    assert _fixes(
        "Relations between Russia and the US have deteriorated significantly.", "unquantified-change"
    )
    assert not _fixes("Between us relations have deteriorated significantly.", "unquantified-change")
