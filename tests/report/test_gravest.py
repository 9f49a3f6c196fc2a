"""With too many findings the gravest are shown, the others counted, and each format says so."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest

from lint.model.finding import FileReport, Finding, Report
from lint.model.text import Span
from lint.report import FORMATS, renderer
from lint.report.limit import keep_gravest, untold
from lint.report.options import Options


def _finding(at: int, severity: str, confidence: float = 0.8) -> Finding:
    return Finding("hedging/x", Span(at, at + 1), severity, confidence, f"message {at}", "Who?", ("who",))


TEXT = "abcdefghij\n"
REPORT = Report(
    (
        FileReport("a.md", TEXT, (_finding(0, "suggestion"), _finding(1, "warning", 0.6)), {}, {}),
        FileReport("b.md", TEXT, (_finding(2, "warning", 0.9), _finding(3, "error"), _finding(4, "suggestion")), {}, {}),
        FileReport("c.md", TEXT, (_finding(5, "suggestion"),), {}, {}),
        FileReport("d.md", TEXT, (), {}, {}),
    )
)  # fmt: skip
CUT = keep_gravest(REPORT, 2)


def test_the_gravest_and_surest_are_kept_in_their_order() -> None:
    assert [f.message for f in CUT.findings] == ["message 2", "message 3"]
    assert sorted(f.message for f in CUT.beyond) == [f"message {n}" for n in (0, 1, 4, 5)]
    assert [f.message for f in keep_gravest(REPORT, 3).findings] == ["message 1", "message 2", "message 3"]
    assert keep_gravest(REPORT, 0).findings == ()


def test_with_fewer_findings_nothing_changes() -> None:
    assert keep_gravest(REPORT, 6) is REPORT


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_says_how_many_more_there_are(name: str) -> None:
    cut, whole = renderer(name)(CUT, Options()), renderer(name)(REPORT, Options())
    assert "more finding" in cut or "not_shown" in cut
    assert "more finding" not in whole
    assert "message 0" not in cut


def test_what_is_not_shown_counts() -> None:
    summary = json.loads(renderer("json")(CUT, Options()))["summary"]
    assert (summary["findings"], summary["not_shown"]) == (6, 4)
    assert summary["severities"] == {"error": 1, "warning": 2, "suggestion": 3}
    assert "6 open questions" in renderer("console")(CUT, Options())
    assert "<h1>6 open questions</h1>" in renderer("html")(CUT, Options())
    assert renderer("markdown")(CUT, Options()).startswith("## whosays: 6 findings in 4 files\n")


def test_a_file_whose_findings_are_not_shown_did_not_pass() -> None:
    root = ET.fromstring(renderer("junit")(CUT, Options()))
    suites = {suite.get("name"): suite for suite in root}
    assert suites["c.md"].find(".//skipped").get("message") == untold(1)  # type: ignore[union-attr]
    assert suites["d.md"].find(".//skipped") is None
    assert root.get("tests") == str(len(list(root.iter("testcase"))))


def test_a_table_has_a_row_for_them() -> None:
    rows = list(csv.DictReader(io.StringIO(renderer("csv")(CUT, Options()), newline="")))
    assert [(row["path"], row["message"]) for row in rows if not row["rule"]] == [
        ("a.md", untold(2)), ("b.md", untold(1)), ("c.md", untold(1))
    ]  # fmt: skip
