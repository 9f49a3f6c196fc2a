"""Causes and links: whose they are, what they are about, and which rule speaks where two could."""

import pytest

from lint import api
from lint.model.settings import Settings


def _found(text: str, *rules: str) -> dict[str, str]:
    settings = Settings(measured=False, select=rules or ("causation", "hedging", "quantity", "attribution"))
    report = api.check_text(text, settings=settings)
    return {f.rule.partition("/")[2]: text[f.span.start : f.span.end] for f in report.findings}


@pytest.mark.parametrize(
    "text",
    [
        "Due to sanctions, the economy has shrunk, Mei Tan of Norbank said.",
        "Due to rust, the gate sticks.",
        "Due to their metabolism, the fish meet a high demand for oxygen.",
        "If it is due to sanctions, prices will fall.",
        "The compiler is slow. This is because the party module is large.",
    ],
)
def test_a_cause_that_needs_no_finding(text: str) -> None:
    assert _found(text, "causation") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The survey found that phones cause anxiety.", "are associated with"),
        ("The survey found that the phone causes anxiety.", "is associated with"),
        ("A study shows that tea lowers the risk of stroke.", "is associated with a lower"),
    ],
)
def test_an_association_is_offered_for_a_cause(text: str, expected: str) -> None:
    report = api.check_text(text, settings=Settings(measured=False, select=("observational-as-causal",)))
    (finding,) = report.findings
    assert finding.fix
    assert finding.fix.edits[0].replacement == expected


def test_one_rule_speaks_for_an_impact() -> None:
    assert _found("The strike had a certain influence on prices.") == {
        "empty-impact": "had a certain influence on"
    }
    both = ("empty-impact", "vacuous-possibility", "empty-adaptor")
    assert set(_found("The strike may have a certain influence on prices.", *both)) == {"vacuous-possibility"}


def test_a_charge_is_a_link_and_a_wire_is_none() -> None:
    assert _found("The firm has been linked to fraud.") == {"vague-link": "has been linked to"}
    assert _found("The firm has been linked to the grid.") == {}
    assert _found("The firm has not been linked to fraud.") == {}
