"""Generalizations: who is meant by all, most, a nation, a capital; since when; by what measure."""

import pytest

from lint import api
from lint.model.settings import Settings


def _texts(text: str, rule: str) -> list[str]:
    report = api.check_text(text, settings=Settings(measured=False, select=("generalization",)))
    found = [f.span for f in report.findings if f.rule == f"generalization/{rule}"]
    return [text[s.start : s.end] for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow adheres to the principle.", ["Moscow adheres to"]),
        ("Iran is wary of talks, but it fears isolation.", ["Iran is wary of", "but it fears"]),
        ("The Polish government is reluctant to act.", ["The Polish government is reluctant to"]),
        ("The valve is old, but it is not ready to fail.", []),
        ("The bloc is not ready to sign, trade commissioner Ilse Maan said.", []),
        ("Moscow said on 2 June that it would sign.", []),
        ("If Iran wants a deal, it can sign.", []),
    ],
)
def test_a_state_has_no_wishes(text: str, expected: list[str]) -> None:
    assert _texts(text, "institution-as-mind") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Germans value punctuality.", ["Germans value"]),
        ("Three of the drivers want a refund.", []),
        ("Many drivers want a refund.", []),
        ("Factory workers want a refund.", []),
        ("Tenants may want a refund.", []),
    ],
)
def test_a_bare_group_has_no_mind(text: str, expected: list[str]) -> None:
    assert _texts(text, "group-generic") == expected


def test_not_everyone_is_not_everyone() -> None:
    assert not _texts("Not everyone wants a garden.", "universal-claim")
    assert _texts("Everyone wants a garden.", "universal-claim") == ["Everyone wants"]


def test_a_poll_answers_a_majority() -> None:
    claim = "Most people want lower fares"
    assert _texts(f"{claim}.", "vague-majority") == ["Most people want"]
    assert not _texts(f"{claim}: 61% of 2,010 passengers asked in May (RiderVoice 2023).", "vague-majority")


def test_a_start_date_answers_a_habit() -> None:
    claim = "The union has traditionally marched in May"
    assert _texts(f"{claim}.", "timeless-habit") == ["has traditionally marched"]
    assert not _texts(f"{claim} since 1921.", "timeless-habit")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is clearer than ever.", ["is clearer than ever"]),
        ("More came this year more than ever.", []),
        ("The world's richest countries met.", []),
        ("She is one of the world's finest potters.", ["one of the world's finest potters"]),
        ("The most recent file available is used.", []),
        ("It is the best available method.", []),
    ],
)
def test_a_superlative_compares_with_all(text: str, expected: list[str]) -> None:
    assert _texts(text, "unsupported-superlative") == expected


def test_a_growing_mood_is_no_trend() -> None:
    assert not _texts("She is increasingly important to him.", "trend-without-numbers")
    assert _texts("Crime is on the rise.", "trend-without-numbers") == ["is on the rise"]
