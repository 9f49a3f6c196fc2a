"""Every rule is tested by its own examples, through the whole check."""

from pathlib import Path

import pytest

from lint import api, prepare
from lint.load.packs_folder import rules_folder
from lint.load.pages import load_page
from lint.model.rule import Example, Rule
from lint.model.settings import Settings

OURS = [rule for rule in api.rules() if rule.kind != "proselint"]


def _found(rule: Rule, example: Example) -> list[tuple[int, int]]:
    settings = Settings(
        profile=example.profile or "general",
        extend_select=(rule.id,),
        format=example.format,
        measured=False,  # what a rule finds is tested here, not how often that is right
    )
    report = api.check_text(example.text, name="example", settings=settings)
    return [tuple(f.span) for f in report.findings if f.rule == rule.id]


def _examples(part: str) -> list[tuple[Rule, Example]]:
    ruleset = prepare.ruleset_of()
    return [(rule, e) for rule in OURS for e in getattr(load_page(rule.id, ruleset), part)]


def _name(value: object) -> str:
    return value.name if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "example"), _examples("bad"), ids=_name)
def test_bad_example_gives_exactly_this_finding(rule: Rule, example: Example) -> None:
    found = _found(rule, example)
    if example.spans:
        assert [example.text[a:b] for a, b in found] == [example.text[a:b] for a, b in example.spans]
        assert found == list(example.spans)
    else:
        assert len(found) == 1


@pytest.mark.parametrize(("rule", "example"), _examples("good"), ids=_name)
def test_good_example_is_silent(rule: Rule, example: Example) -> None:
    assert [example.text[a:b] for a, b in _found(rule, example)] == []


@pytest.mark.parametrize("rule", OURS, ids=_name)
def test_rule_says_what_people_need(rule: Rule) -> None:
    page = load_page(rule.id, prepare.ruleset_of())
    assert rule.question.endswith(("?", "."))
    assert len(page.why.split()) >= 8
    assert len(page.bad) >= 2
    assert len(page.good) >= 2
    assert rule.name.islower()
    assert not rule.name.startswith(("avoid-", "no-more-", "use-", "prefer-", "do-not-"))


def test_every_rule_file_is_a_rule() -> None:
    files = {
        f"{p.parent.name}/{p.stem}"
        for p in Path(rules_folder()).glob("*/*.toml")
        if p.parent.name not in {"lexicons", "profiles"}
    }
    assert files == {rule.id for rule in OURS}


def test_every_check_named_by_a_rule_exists() -> None:
    from lint.run.checks import check_named

    for rule in OURS:
        if "check" in rule.data:
            check_named(rule.data["check"])
