"""Caution that a profession requires is no way out there, and is one elsewhere."""

import pytest

from lint import api
from lint.model.settings import Settings


def _rules(text: str, profile: str, rule: str) -> list[str]:
    settings = Settings(measured=False, profile=profile, extend_select=(rule,), format="markdown")
    found = api.check_text(text, name="a.md", settings=settings).findings
    return [text[f.span.start : f.span.end] for f in found if f.rule.endswith(f"/{rule}")]


LIMITS = (
    "# Results\n\nThe dose could potentially matter.\n\n## Limitations\n\nRecall could potentially differ.\n"
)


def test_limitations_are_those_of_their_section() -> None:
    assert _rules(LIMITS, "science", "modal-stack") == ["could potentially"]
    assert len(_rules(LIMITS, "general", "modal-stack")) == 2
    after = LIMITS + "\n# Discussion\n\nThe dose could potentially matter.\n"
    assert len(_rules(after, "science", "modal-stack")) == 2


@pytest.mark.parametrize(
    ("text", "profile", "found"),
    [
        ("A realistic possibility of flooding remains.", "risk", 0),
        ("There is a realistic possibility of flooding.", "risk", 0),
        ("There is a realistic possibility of flooding.", "general", 1),
        ("There is a realistic possibility of flooding, on the PHIA yardstick.", "general", 0),
        ("There is a real possibility of flooding.", "risk", 1),
        ("We have high confidence that a flood is likely.", "risk", 1),
    ],
)
def test_likelihood_on_a_scale(text: str, profile: str, found: int) -> None:
    assert len(_rules(text, profile, "uncalibrated-likelihood")) == found


@pytest.mark.parametrize(
    ("text", "profile", "found"),
    [
        ("A server MAY possibly retry.", "docs", 0),
        ("A server MAY possibly retry.", "news", 1),
        ("A server MAY possibly retry, as RFC 2119 has it.", "news", 0),
        ("A SERVER MAY POSSIBLY RETRY.", "docs", 1),
        ("A server may possibly retry.", "docs", 1),
        ("Words are those of RFC 2119. A server may possibly retry.", "docs", 0),
        ("Words are those of RFC 2119 and RFC 8174. A server may possibly retry.", "docs", 1),
    ],
)
def test_requirement_keywords(text: str, profile: str, found: int) -> None:
    assert len(_rules(text, profile, "modal-stack")) == found


@pytest.mark.parametrize(
    ("text", "profile", "found"),
    [
        ("The clerk allegedly took the till, and a trial is set.", "news", 0),
        ("The clerk allegedly took the till, and a trial is set.", "general", 1),
        ("The clerk allegedly likes jazz.", "news", 1),
        ("The clerk allegedly took the till. A court heard him. He was found guilty.", "news", 1),
    ],
)
def test_alleged_before_a_verdict(text: str, profile: str, found: int) -> None:
    assert len(_rules(text, profile, "hearsay-adverb")) == found


def test_side_effects_in_a_leaflet() -> None:
    text = "This medicine may have some effects on your liver; tell your doctor."
    assert _rules(text, "medical", "vacuous-possibility") == []
    assert len(_rules(text, "general", "vacuous-possibility")) == 1
