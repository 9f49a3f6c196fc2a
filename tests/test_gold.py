"""The level reached on the gold texts is held: what an editor would mark, and what an editor would not."""

import json
from pathlib import Path
from typing import Any

import pytest

from lint import api
from lint.model.finding import Finding
from lint.model.lines import LineIndex
from lint.model.settings import Settings

GOLD = Path(__file__).parent / "gold"
GROUPS = {
    "TIM": "time",
    "QTY": "quantity",
    "CAU": "causation",
    "ATT": "attribution",
    "GEN": "generalization",
    "HED": "hedging",
    "CER": "certainty",
    "PAS": "agency",
    "PEA": "loaded",
    "REA": "readability",
    "STR": "structure",
    "CON": "consistency",
    "SRC": "sourcing",
}
PROFILES = {"academic": "science"}


def _check(text: str, profile: str, form: str) -> list[Finding]:
    settings = Settings(profile=PROFILES.get(profile, profile), ignore=("proselint",), format=form)
    return list(api.check_text(text, name="gold", settings=settings).findings)


def _bounds(lines: LineIndex, entry: dict[str, Any]) -> tuple[int, int]:
    return lines.offset(entry["line"], entry["column"]), lines.offset(entry["line"], entry["end_column"])


def _overlaps(finding: Finding, bounds: tuple[int, int]) -> bool:
    return finding.scope == "span" and finding.span.start < bounds[1] and bounds[0] < finding.span.end


def _groups(entry: dict[str, Any]) -> set[str]:
    return {GROUPS[c[:3]] for c in (entry["code"], *entry["also"]) if c[:3] in GROUPS}


def _required(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [e for e in entries if e["required"] and e["code"][:3] in GROUPS]


def _missed(text: str, findings: list[Finding], entries: list[dict[str, Any]]) -> list[str]:
    lines = LineIndex(text)
    return [
        e["span"]
        for e in _required(entries)
        if not any(f.group in _groups(e) and _overlaps(f, _bounds(lines, e)) for f in findings)
    ]


@pytest.fixture(scope="module")
def seed() -> tuple[str, dict[str, Any], list[Finding]]:
    text = (GOLD / "seed.txt").read_text("utf-8")
    return text, json.loads((GOLD / "seed.json").read_text("utf-8")), _check(text, "news", "plain")


def test_seed_required_spans(seed: Any) -> None:
    text, gold, findings = seed
    assert len(_required(gold["findings"])) >= 35
    assert len(_missed(text, findings, gold["findings"])) <= 2


def test_seed_spans_of_certainty_agency_and_loaded_words(seed: Any) -> None:
    text, gold, findings = seed
    ours = [e for e in gold["findings"] if e["code"][:3] in {"CER", "PAS", "PEA"}]
    assert len(_required(ours)) == 8
    assert _missed(text, findings, ours) == []


def test_seed_document_findings(seed: Any) -> None:
    rules = {f.rule for f in seed[2] if f.scope == "document"}
    assert {"sourcing/no-sources", "sourcing/vague-attribution-ratio"} <= rules


def test_seed_naive_false_alarms(seed: Any) -> None:
    text, gold, findings = seed
    lines = LineIndex(text)
    marked = [_bounds(lines, e) for e in gold["findings"]]
    hit = [
        n["span"]
        for n in gold["naive_false_positives"]
        for f in findings
        if _overlaps(f, _bounds(lines, n)) and not any(_overlaps(f, b) for b in marked)
    ]
    assert len(hit) <= 2, hit


def test_seed_findings_that_no_editor_marked(seed: Any) -> None:
    text, gold, findings = seed
    lines = LineIndex(text)
    marked = [_bounds(lines, e) for e in gold["findings"]]
    extra = [
        text[slice(*f.span)]
        for f in findings
        if f.scope == "span" and not any(_overlaps(f, b) for b in marked)
    ]
    assert len(extra) <= 8, extra


@pytest.mark.parametrize("name", ["p02_library_sale", "p04_bundler"])
def test_flawed_passage(name: str) -> None:
    gold = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
    findings = _check(gold["text"], gold["profile"], gold["format"])
    required = _required(gold["findings"])
    assert len(_missed(gold["text"], findings, gold["findings"])) <= len(required) // 4


def test_well_sourced_passage_is_left_alone() -> None:
    gold = json.loads((GOLD / "p07_reef_recruitment.json").read_text("utf-8"))
    findings = _check(gold["text"], gold["profile"], "plain")
    assert [f for f in findings if f.group == "attribution"] == []


def test_spans_of_the_gold_are_what_they_say(seed: Any) -> None:
    text, gold, _ = seed
    lines = LineIndex(text)
    for entry in gold["findings"]:
        start, end = _bounds(lines, entry)
        assert text[start:end].startswith(entry["span"][:20])
