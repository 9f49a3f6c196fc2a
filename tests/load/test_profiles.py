"""Profiles: what they may say, what is wrong with them, and how packs add to them."""

import re
from pathlib import Path

import pytest

from lint import api, prepare
from lint.load.packs import RuleFileError, load_rules
from lint.load.packs_folder import rules_folder
from lint.load.profiles import unknown_names
from lint.model.settings import Settings

NAMES = "commit docs encyclopedic fiction general legal medical news opinion policy risk science".split()


def _on(profile: str) -> set[str]:
    return {
        rule.name for rule in api.rules(Settings(profile=profile, measured=False)) if rule.kind != "proselint"
    }


def _faults(pack: Path, text: str) -> str:
    (pack / "profiles").mkdir(parents=True)
    (pack / "profiles" / "house.toml").write_text(text, "utf-8")
    with pytest.raises(RuleFileError) as raised:
        load_rules(packs=[str(pack)])
    return str(raised.value)


def test_there_is_a_profile_for_each_kind_of_text() -> None:
    assert sorted(api.profiles()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_says_what_it_is_for(name: str) -> None:
    text = Path(rules_folder(), "profiles", f"{name}.toml").read_text("utf-8")
    assert re.match(r"# \S.*[.]\n", text)


def test_profiles_differ_where_their_readers_do() -> None:
    assert "uncalibrated-likelihood" in _on("risk")
    assert "hedge-density" not in _on("risk")
    assert _on("legal") >= {"long-sentence", "unsupported-consensus"}
    assert "hearsay-adverb" not in _on("legal")
    assert "deictic-time" in _on("encyclopedic")
    assert "wall-of-text" in _on("policy")
    assert "bare-expert-claim" not in _on("opinion")
    assert not {r.name for r in api.rules() if r.group == "readability"} & _on("fiction")


def test_what_a_profile_leaves_out_general_decides() -> None:
    targets = prepare.prepared_for(Settings(profile="medical")).targets
    assert targets["document-grade"]["grade"] == 8
    assert targets["document-grade"]["slack"] == 3


def test_all_faults_of_a_profile_with_their_lines(tmp_path: Path) -> None:
    told = _faults(
        tmp_path / "house",
        "[groups]\nattributon = true\nhedging = 1\n\n[rules]\nbare-expert-clam = false\n"
        "[targts]\n[usual]\nhedges = [1]\n",
    )
    assert "house.toml:3: hedging must be true or false" in told
    assert "house.toml:7: unknown table 'targts' in a profile; did you mean 'targets'?" in told
    assert "house.toml:9: hedges must be two numbers" in told
    assert "house.toml:2: no group 'attributon'; did you mean 'attribution'?" in told
    assert "house.toml:6: no rule 'bare-expert-clam'; did you mean 'bare-expert-claim'?" in told


def test_a_pack_adds_to_a_profile_or_makes_one(tmp_path: Path) -> None:
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    (profiles / "news.toml").write_text("[rules]\nghost-critics = false\n", "utf-8")
    (profiles / "sport.toml").write_text("[groups]\nhedging = false\n", "utf-8")
    packs = (str(tmp_path),)
    news = {r.name for r in api.rules(Settings(profile="news", packs=packs))}
    assert "ghost-critics" not in news
    assert "orphan-statement" in news
    sport = {r.name for r in api.rules(Settings(profile="sport", packs=packs))}
    assert "bare-expert-claim" in sport
    assert "modal-stack" not in sport


@pytest.mark.parametrize("name", NAMES)
def test_the_built_in_profiles_name_what_there_is(name: str) -> None:
    folder, rules = Path(rules_folder()), [rule.id for rule in api.rules()]
    assert [str(p) for p in unknown_names(folder, rules) if f"/{name}.toml" in p.path] == []
