"""Rule files: what is wrong with them is said once, all of it, with file and line."""

import re
import shutil
from pathlib import Path

import pytest

from lint.load.cache import load_ruleset
from lint.load.inflect import plural, spellings, verb_forms
from lint.load.lexicons import load_irregular
from lint.load.packs import RuleFileError, load_rules
from lint.load.packs_folder import rules_folder
from lint.model.ruleset import RuleSet

IRREGULAR = load_irregular(Path(rules_folder(), "lexicons", "irregular.toml"))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(rules_folder(), tmp_path / "rules"))


def test_all_faults_of_all_files_at_once(pack: Path) -> None:
    (pack / "hedging" / "broken.toml").write_text("kind = [", "utf-8")
    (pack / "hedging" / "partial.toml").write_text('kind = "frame"\nsummary = "x"\nodd = 1\n', "utf-8")
    rule = pack / "attribution" / "ghost-critics.toml"
    rule.write_text(rule.read_text("utf-8").replace("{agent.critic.pl}!", "{agent.crtic.pl}!"), "utf-8")
    with pytest.raises(RuleFileError) as raised:
        load_rules(pack)
    text = str(raised.value)
    assert "broken.toml" in text
    assert "not valid TOML" in text
    assert "unknown key 'odd'" in text
    assert "no 'question'" in text
    assert "at least two bad examples" in text
    assert all(p.path and p.status == 2 for p in raised.value.problems)


def test_a_class_without_pairs_is_named(pack: Path) -> None:
    rule = pack / "readability" / "wordy-phrase.toml"
    text, changed = re.subn(r"^pairs = .*$", 'pairs = ["agent.expert"]', rule.read_text("utf-8"), flags=re.M)
    assert changed == 1
    rule.write_text(text, "utf-8")
    with pytest.raises(RuleFileError, match=r"no lexicon class 'agent\.expert' with pairs"):
        load_rules(pack)


def test_a_frame_that_does_not_parse_is_named(pack: Path) -> None:
    rule = pack / "attribution" / "ghost-critics.toml"
    rule.write_text(rule.read_text("utf-8").replace("{agent.critic.pl}!", "{agent.crtic.pl}!"), "utf-8")
    with pytest.raises(RuleFileError, match=r"agent\.crtic\.pl"):
        load_rules(pack)


def opened(ruleset: RuleSet) -> RuleSet:
    """Read what a cached rule set reads only when it is needed."""
    for rule in ruleset.rules:
        if rule.kind == "proselint":
            assert rule.data["items"] is rule.data["items"]
    return ruleset


def test_cache_gives_the_same_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOSAYS_CACHE_DIR", str(tmp_path / "cache"))
    first = load_ruleset()
    (file,) = (tmp_path / "cache").glob("rules-*.bin")
    assert opened(load_ruleset()) == first
    file.write_bytes(b"damaged")
    assert opened(load_ruleset()) == first


def test_an_unwritable_cache_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    monkeypatch.setenv("WHOSAYS_CACHE_DIR", str(blocked / "below"))
    assert load_ruleset().rules


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", "say says said said saying"),
        ("argue", "argue argues argued argued arguing"),
        ("deny", "deny denies denied denied denying"),
        ("point out", "point out points out pointed out pointed out pointing out"),
        ("admit", "admit admits admitted admitted admitting"),
        ("write", "write writes wrote written writing"),
        ("agree", "agree agrees agreed agreed agreeing"),
    ],
)
def test_verb_forms(lemma: str, forms: str) -> None:
    assert " ".join(verb_forms(lemma, IRREGULAR).values()) == forms


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("expert", "experts"),
        ("study", "studies"),
        ("analysis", "analyses"),
        ("witness", "witnesses"),
        ("source close to the talks", "sources close to the talks"),
        ("spokesman", "spokesmen"),
    ],
)
def test_plural(noun: str, many: str) -> None:
    assert plural(noun, IRREGULAR) == many


def test_american_spelling_is_derived() -> None:
    assert spellings("criticise", IRREGULAR) == ("criticise", "criticize")
    assert spellings("say", IRREGULAR) == ("say",)
