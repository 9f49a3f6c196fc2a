"""The scorecard: who speaks, on what evidence, and how often the writer hedges and boosts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lint import api
from lint.model.settings import Settings

SEED = Path(__file__).parents[1] / "gold" / "seed.txt"


def _score(text: str, profile: str = "news") -> dict[str, Any]:
    (file,) = api.check_text(text, name="a.md", settings=Settings(profile=profile, score=True)).files
    assert file.score is not None
    return file.score


def test_nothing_is_reckoned_unasked() -> None:
    (file,) = api.check_text("Experts say so.", name="a.txt").files
    assert file.score is None


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("Mei Tan said that rents fell.", "named"),
        ("Rents fell, according to Norbank.", "named"),
        ("Analysts at Norbank say rents will fall.", "role"),
        ("The ministry said that rents fell.", "role"),
        ("Experts believe that rents will fall.", "unnamed"),
        ("It is believed that rents will fall.", "impersonal"),
        ("Rents reportedly fell.", "impersonal"),
    ],
)
def test_the_ladder_of_voices(text: str, rung: str) -> None:
    counts = _score(text)["attributions"]
    assert counts == dict.fromkeys(("named", "role", "unnamed", "impersonal"), 0) | {rung: 1}


def test_what_is_cited_is_no_voice_without_a_name() -> None:
    assert sum(_score("Studies show that rents fell (Ruiz 2019).")["attributions"].values()) == 0


def test_statistics_with_support_and_without() -> None:
    text = "Rents fell by 5%, said Mei Tan of Norbank.\n\nWages rose by 7 percent. “They fell by 9%,” he joked.\n"
    assert _score(text)["statistics"] == {"total": 2, "supported": 1}


def test_hedges_are_the_writers_own_and_may_is_a_month_too() -> None:
    text = "The road may close. In May it froze. “It could rain,” she said. " + "The road is dry. " * 25
    rates = _score(text)["per_1000_words"]
    assert rates["hedges"] == pytest.approx(1000 / 115, abs=0.5)
    assert rates["boosters"] == 0


def test_short_texts_have_no_rates() -> None:
    assert set(_score("Mei Tan may go.")["per_1000_words"].values()) == {None}


def test_bands_are_the_profiles_or_the_general_ones() -> None:
    assert _score("A.", "news")["usual"] != _score("A.", "docs")["usual"]
    assert _score("A.", "opinion")["usual"] == _score("A.", "general")["usual"]
    assert _score("A.", "medical")["readability"] == {"grade": None, "target": 8}


def test_the_seed_has_voices_without_names() -> None:
    score = _score(SEED.read_text("utf-8"))
    assert score["attributions"]["named"] == 0
    assert score["attributions"]["unnamed"] >= 4
    assert score["claims"]["supported"] == 0
    assert score["claims"]["total"] >= 10
