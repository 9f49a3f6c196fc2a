"""The reckoning of a place is the check's own, with nothing left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import api
from lint.model.settings import Settings

SEED = (Path(__file__).parents[1] / "gold" / "seed.txt").read_text("utf-8")
NEWS = Settings(profile="news")


def test_it_comes_to_what_the_check_found() -> None:
    entries = api.reckon(SEED, (0, len(SEED)), name="seed.txt", settings=NEWS)
    shown = api.check_text(SEED, name="seed.txt", settings=NEWS).findings
    asked = {(e.rule.id, e.span) for e in entries if e.verdict == "asked"}
    assert asked >= {(f.rule, f.span) for f in shown if not f.rule.startswith("suppression/")}
    for entry in entries:
        if entry.finding is None:
            assert entry.reckoned < 0.3
        else:
            assert 0 <= entry.finding.confidence - min(entry.reckoned, 0.99) + 0.0051 < 0.36


def test_only_the_place_asked_for() -> None:
    text = "Experts say so.\n\nCritics object to it.\n"
    (entry,) = [e for e in api.reckon(text, (17, 18), name="a.txt") if e.verdict == "asked"]
    assert text[slice(*entry.span)].startswith("Critics")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Experts say that it floods.", "asked"),
        ("“Experts say that it floods,” he joked.", "not asked: innocent here"),
        ("If experts say that it floods, go.", "not asked: below 0.30 too little is left"),
        (
            "Analysts say that it floods. The river rose, said Mei Tan, a strategist at Norbank.",
            "not asked: below the 0.50 that was set as the least confidence",
        ),
        (
            "<!-- stet: bare-expert-claim -->\nExperts say that it floods.",
            "not asked: a stet lets it stand, or it repeats one that was asked",
        ),
    ],
)
def test_what_became_of_it(text: str, verdict: str) -> None:
    found = api.reckon(text, (0, len(text)), name="a.md")
    assert [e.verdict for e in found if e.rule.name == "bare-expert-claim"] == [verdict]


def test_who_asks_it_better_is_named() -> None:
    text = "Some experts agree that it floods."
    found = api.reckon(text, (0, len(text)), name="a.md")
    verdicts = {e.rule.name: e.verdict for e in found}
    assert "asked" in verdicts.values()
    assert any(v.endswith("asks it better here") for v in verdicts.values())


def test_a_shorter_match_of_the_same_rule_is_told_from_another_rule() -> None:
    text = "The senators have repeatedly criticised the agency."
    found = api.reckon(text, (0, len(text)), name="a.md", settings=Settings(profile="news"))
    verdicts = {e.verdict for e in found if e.rule.name == "vague-frequency"}
    assert verdicts == {"asked", "not asked: asked of more of the same words"}


def test_evidence_with_strength_and_nearness() -> None:
    text = "Analysts say that it floods. The river rose, said Mei Tan, a strategist at Norbank."
    (entry,) = [e for e in api.reckon(text, (0, 1), name="a.md") if e.rule.name == "bare-expert-claim"]
    (tan,) = [s for s in entry.seen if text[slice(*s.span)] == "Mei Tan"]
    assert (tan.kind, tan.where) == ("named person", "next sentence")
    assert 0 < tan.strength * tan.nearness < 0.7
    assert entry.left_open == pytest.approx(1 - tan.strength * tan.nearness)


def test_a_rule_has_one_reckoning_a_place() -> None:
    entries = api.reckon(SEED, (0, len(SEED)), name="seed.txt", settings=NEWS)
    places = [(e.rule.id, e.span) for e in entries]
    assert len(places) == len(set(places))
