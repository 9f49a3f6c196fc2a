"""Dates that have passed by the day told, and ranges that run backwards."""

import pytest

from lint import api
from lint.model.settings import Settings

RULE = "time/stale-or-clashing-date"


def _texts(text: str, today: str = "") -> list[str]:
    report = api.check_text(text, settings=Settings(measured=False, select=(RULE,), today=today))
    return [text[f.span.start : f.span.end] for f in report.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The vote, scheduled for November 2019, will decide it.",
            "scheduled for November 2019",
        ),
        ("The park will open by 2015.", "will open by 2015"),
        ("The bridge is due to reopen on 3 May 2020.", "is due to reopen on 3 May 2020"),
        ("The upcoming fair in March 2021 is free.", "upcoming fair in March 2021"),
    ],
)
def test_a_day_that_has_passed(text: str, expected: str) -> None:
    assert _texts(text, "2026-11-24") == [expected]
    assert _texts(text, "2014-01-01") == []
    assert _texts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The park will open in 2026.",
        "The park will open on 24 November 2026.",
        "The vote was scheduled for November 2019.",
        "Halden said that the park will open in 2015.",
        "The committee will review the law of 2015.",
        'He called: "The park will open in 2015."',
    ],
)
def test_what_has_not_passed_or_is_told_as_past(text: str) -> None:
    assert _texts(text, "2026-11-24") == []


def test_a_range_that_runs_backwards_needs_no_day() -> None:
    assert _texts("It ran from June 2019 to May 2019.") == ["June 2019 to May 2019"]
    assert _texts("It ran from 2019 to May 2019.") == []
    assert _texts("It ran from 10 May 2019 to 12 May 2019.") == []
