"""What was measured of the rules reaches them, and faults in it are told."""

from pathlib import Path

import pytest

from lint import api
from lint.load.cache import _pack, _unpack
from lint.load.measured import load_measured
from lint.load.packs import RuleFileError, load_rules
from lint.model.finding import Problem
from lint.model.measured import Measure
from lint.model.rule import Rule
from lint.model.settings import Settings
from lint.run.selection import live_rules

RULE = "attribution/bare-expert-claim"
TEXT = "The currency is overvalued, analysts believe.\n"


def _house(folder: Path, text: str, rule: str = RULE) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "measured.toml").write_text(f'["{rule}"]\n{text}\n', "utf-8")
    return folder


def _rule(folder: Path) -> Rule:
    return next(rule for rule in load_rules(packs=[str(folder)]).rules if rule.id == RULE)


def test_a_pack_brings_its_own_measures(tmp_path: Path) -> None:
    house = _house(tmp_path, "judged.news = [20, 22]\nlabelled.science = [1, 2]\ncues.all.experts = [3, 4]")
    assert _rule(house).measured == Measure(
        {"news": (20, 22)}, {"science": (1, 2)}, {"": {"experts": (3, 4)}}
    )


def test_measures_survive_the_cache(tmp_path: Path) -> None:
    ruleset = load_rules(packs=[str(_house(tmp_path, "judged.news = [20, 22]"))])
    again = next(rule for rule in _unpack(_pack(ruleset)).rules if rule.id == RULE)
    assert again.precision("news") == next(r for r in ruleset.rules if r.id == RULE).precision("news")


def test_confidence_rests_on_what_was_measured(tmp_path: Path) -> None:
    packs = (str(_house(tmp_path, "judged.news = [75, 100]")),)
    (found,) = _found(Settings(profile="news", packs=packs))
    assert found == pytest.approx(_rule(tmp_path).precision("news"), abs=0.006)
    (estimate,) = _found(Settings(profile="news", packs=packs, measured=False))
    assert estimate == _rule(tmp_path).prior


def test_what_was_measured_of_a_cue_goes_before(tmp_path: Path) -> None:
    packs = (str(_house(tmp_path, "judged.news = [75, 100]\ncues.all.analysts = [19, 20]")),)
    assert _found(Settings(profile="news", packs=packs)) == [0.92]


def _found(settings: Settings) -> list[float]:
    report = api.check_text(TEXT, settings=settings)
    return [f.confidence for f in report.findings if f.rule == RULE]


@pytest.mark.parametrize(
    ("settings", "on"),
    [
        (Settings(), False),
        (Settings(select=("attribution",)), False),
        (Settings(extend_select=("attribution/*",)), False),
        (Settings(select=("bare-expert-claim",)), True),
        (Settings(extend_select=(RULE,)), True),
        (Settings(profile="docs"), True),
        (Settings(measured=False), True),
    ],
)
def test_a_rule_in_preview_is_off_unless_asked_for_by_name(
    tmp_path: Path, settings: Settings, on: bool
) -> None:
    ruleset = load_rules(packs=[str(_house(tmp_path, "judged.news = [10, 60]\njudged.docs = [40, 40]"))])
    assert (RULE in {ruleset.rules[n].id for n in live_rules(ruleset, settings)}) is on


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("judged.news = [5, 4]", r"measured.toml:2: news must be \[right, judged\]"),
        ("judged.news = 0.8", "not 0.8"),
        ("judged = 3", "judged must be a table"),
        ("cues.all = 3", "all must be a table"),
        ("guessed.news = [1, 2]", "unknown key 'guessed'; there are judged, labelled, cues"),
    ],
)
def test_faults_are_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RuleFileError, match=said):
        load_rules(packs=[str(_house(tmp_path, text))])


def test_a_measured_rule_must_be_there(tmp_path: Path) -> None:
    problems: list[Problem] = []
    load_measured(
        [_house(tmp_path, "judged.news = [1, 2]", "attribution/bare-expert-clam")], {RULE}, problems
    )
    assert "did you mean 'attribution/bare-expert-claim'?" in str(problems[0])
