"""Readers of reports know a finding again: by the key that a baseline has, and by nothing that an edit elsewhere moves."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

import lint
from lint import api
from lint.model.finding import Report
from lint.model.focus import Focus
from lint.model.settings import Settings
from lint.report import renderer
from lint.report.options import Options

TRACED = Settings(traced=True)
TEXT = "Experts agree that prices fall. It is due to the fact that few pay.\n"


def checked(text: str, focus: Focus = Focus(), **more: Any) -> Report:  # noqa: B008
    return lint.check_text(text, name="docs/a.md", settings=TRACED._replace(**more), focus=focus)


def results(report: Report, options: Options = Options()) -> list[dict[str, Any]]:  # noqa: B008
    (run,) = json.loads(renderer("sarif")(report, options))["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found


def sarif_keys(report: Report) -> list[str]:
    return [result["partialFingerprints"]["whosays/v1"] for result in results(report)]


def gitlab_keys(report: Report) -> list[str]:
    return [issue["fingerprint"] for issue in json.loads(renderer("gitlab")(report, Options()))]


def test_keys_are_what_a_baseline_writes() -> None:
    text = f"{TEXT}\nSome say so. Experts agree that prices fall.\n\n{TEXT}"
    report = checked(text, repeats=0)
    written = api.fingerprints(text, name="docs/a.md", settings=TRACED)
    assert Counter(sarif_keys(report)) == written
    told = json.loads(renderer("json")(report, Options()))["files"][0]["findings"]
    assert Counter(finding["key"] for finding in told) == written


def test_an_ordinary_run_makes_no_keys_and_keeps_nothing_that_is_let_off() -> None:
    report = lint.check_text(f"<!-- stet -->\n{TEXT}\n{TEXT}", name="a.md")
    assert report.findings
    assert {finding.key for finding in report.findings} == {""}
    assert report.files[0].let_off == ()


@pytest.mark.parametrize(
    "after",
    [
        f"A line. Another.\n\nA paragraph above.\n\n{TEXT}",
        TEXT.replace(" agree", "\nagree").replace(" due", "\n  due"),
        TEXT.replace("prices", "**prices**"),
        f"{TEXT}\nThe river rose by 3 m on 5 May 2021, said Mei Tan.\n",
    ],
)
def test_keys_stay_when_lines_above_and_layout_change(after: str) -> None:
    before, again = checked(TEXT), checked(after)
    assert sarif_keys(before)
    assert sarif_keys(before) == sarif_keys(again)
    assert gitlab_keys(before) == gitlab_keys(again)


def test_equal_ones_are_numbered_and_the_path_counts_for_gitlab() -> None:
    text = f"{TEXT}\n{TEXT}"
    report = checked(text)
    agreed = [r for r in results(report) if r["ruleId"] == "attribution/unsupported-consensus"]
    assert [r["partialFingerprints"]["whosaysNumber/v1"] for r in agreed] == ["1", "2"]
    prints = gitlab_keys(report)
    assert len(set(prints)) == len(prints)
    elsewhere = lint.check_text(text, name="docs/b.md", settings=TRACED)
    assert set(gitlab_keys(elsewhere)).isdisjoint(prints)
    assert gitlab_keys(lint.check_text(text, name="./docs/a.md", settings=TRACED)) == prints


def test_what_a_stet_lets_stand_is_told_with_its_reason() -> None:
    stet = "<!-- stet: unsupported-consensus: the panel\n  is in the appendix -->"
    report = checked(f"{stet}\n{TEXT}\n{TEXT}")
    stood = [r for r in results(report) if "suppressions" in r]
    assert [r["ruleId"] for r in stood] == ["attribution/unsupported-consensus"]
    assert stood[0]["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "the panel is in the appendix"}
    ]
    assert stood[0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
    assert all("baselineState" not in r for r in results(report))
    open_ones = [r["partialFingerprints"] for r in results(report, Options(let_off=False))]
    assert [r["partialFingerprints"] for r in results(report) if "suppressions" not in r] == open_ones


def test_what_is_too_unsure_or_ignored_is_not_told_as_let_stand() -> None:
    text = f"<!-- stet -->\n{TEXT}"
    assert checked(text).files[0].let_off
    assert checked(text, min_confidence=0.99).files[0].let_off == ()
    assert [one.finding.group for one in checked(text, ignore=("attribution",)).files[0].let_off] == [
        "readability"
    ]


def test_the_nearest_stet_gives_the_reason() -> None:
    text = f"<!-- stet-file: all: a draft -->\n\n<!-- stet: all: it is known -->\n{TEXT}"
    assert {one.reason for one in checked(text).files[0].let_off} == {"it is known"}


def test_what_the_baseline_knows_is_told_as_unchanged() -> None:
    known = api.fingerprints(TEXT, name="docs/a.md", settings=TRACED)
    assert not isinstance(known, tuple)
    report = checked(f"Some say so.\n\n{TEXT}", Focus(tuple(known.items())))
    told = results(report)
    states = {(r["baselineState"], r.get("suppressions", [{}])[0].get("kind")) for r in told}
    assert states == {("new", None), ("unchanged", "external")}
    assert len(told) == len(report.findings) + sum(known.values())


def test_changed_lines_choose_among_what_is_let_off_too() -> None:
    text = f"<!-- stet -->\n{TEXT}\n{TEXT}"
    assert checked(text, Focus(lines=((4, 4),))).files[0].let_off == ()
    assert checked(text, Focus(lines=((2, 2),))).files[0].let_off
