"""Which claims evidence discharges, and which it only seems to."""

import pytest

from lint import api
from lint.model.finding import Finding
from lint.model.settings import Settings


def findings(text: str, name: str = "a.txt") -> list[Finding]:
    settings = Settings(
        measured=False, profile="news", select=("attribution",), ignore=("plural-claim-single-source",)
    )
    return list(api.check_text(text, name=name, settings=settings).findings)


@pytest.mark.parametrize(
    "text",
    [
        "Experts say rents will fall [3].",
        "Experts say rents will fall (Hall 2020).",
        "Experts say rents will fall (Hall & Okafor, 2020, p. 4).",
        "Experts at the Calder Institute say rents will fall.",
        "Experts, including Mei Tan of Norbank, say rents will fall.",
        "Experts say rents will fall, according to a Norbank report of 3 May 2021.",
        "Experts say rents will fall. Mei Tan, an economist at Norbank, said rents would drop by 3%.",
        "In our survey of 40 economists, experts say rents will fall.",
        "Norbank economists say rents will fall. Norbank is a bank.",
    ],
)
def test_evidence_discharges(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Experts say rents will fall.[^1]\n\n[^1]: Housing Yearbook 2021.", "a.md"),
        ("Experts say [rents will fall](https://norbank.example.co/rents).", "a.md"),
        ("Experts say rents will fall [@hall2020, p. 3].", "a.md"),
        ("Experts say rents will fall: https://norbank.example.co/rents.", "a.md"),
    ],
)
def test_markup_is_evidence(text: str, name: str) -> None:
    assert findings(text, name) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Experts say Trump will win.", ""),
        ("Experts say Mei Tan said rents will fall.", "named person"),
        ("Experts say rents fell by 50% in Leeds.", "share"),
        ("Some experts believe that the party of Angela Merkel could lose.", ""),
        ("Experts say [rents will fall](#).", "empty link"),
    ],
)
def test_a_topic_is_no_source(text: str, seen: str) -> None:
    found = findings(text, "a.md")
    assert found
    if seen:
        assert any(e.kind == seen and e.strength < 0.5 for f in found for e in f.evidence)


def test_evidence_has_its_exact_place() -> None:
    text = "Experts say 😀 rents fell by 50% in Leeds."
    (finding,) = findings(text)
    assert [text[slice(*e.span)] for e in finding.evidence] == ["50%"]
    assert text[slice(*finding.span)] == "Experts say"


def test_confidence_falls_with_support() -> None:
    plain = findings("Experts say rents will fall.")[0].confidence
    near = findings("Experts say rents will fall. Ana Ruiz is unsure.")
    assert all(f.confidence <= plain for f in near)


@pytest.mark.parametrize(
    "text",
    [
        "“Experts say rents will fall,” said Mei Tan of Norbank.",
        "Do experts say that rents will fall?",
        "The phrase “experts say” is vague.",
        "Film critics say it is dull.",
        "If experts agree, rents will fall.",
    ],
)
def test_innocent_contexts(text: str) -> None:
    assert findings(text) == []
