from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import jsonschema

from lint.model.finding import FileReport, Finding, Report
from lint.model.measured import Measure
from lint.model.rule import Rule, RulePage
from lint.model.text import Span
from lint.report import renderer
from lint.report.options import Options
from lint.report.statistics import COLUMNS, by_rule

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema-1.json").read_text("utf-8"))


def _finding(rule: str, severity: str) -> Finding:
    return Finding(rule, Span(0, 4), severity, 0.8, "m", "q")


REPORT = Report(
    (
        FileReport("a.md", "Some", (_finding("time/x", "warning"), _finding("loaded/y", "error")), {}, {}, 300),
        FileReport("b.md", "Some", (_finding("time/x", "suggestion"), _finding("time/x", "warning")), {}, {}, 700),
        FileReport("c.md", "Some", (), {}, {}, 1000),
    )
)  # fmt: skip


def _page(rule: str) -> RulePage | None:
    if rule == "loaded/y":  # as a rule of a pack that is not known here
        return None
    measure = Measure({"news": (8, 9), "docs": (2, 3)}, {}, {})
    made = Rule(rule, "phrase", "S.", "Q?", (), "warning", 0.8, "", (), (), True, {}, measured=measure)
    return RulePage(made, "", (), (), (), "", "")


OPTIONS = Options(statistics=True, page=_page)


def test_rules_are_counted() -> None:
    most, least = by_rule(REPORT, OPTIONS)
    assert most[:5] == ("time/x", ("warning", "suggestion"), 3, 2, 1.5)
    assert (most.record.right, most.record.of) == (10, 12)
    assert least[:5] == ("loaded/y", ("error",), 1, 1, 0.5)
    assert not least.record.of


def test_the_console_shows_a_table_and_the_next_step() -> None:
    lines = renderer("console")(REPORT, OPTIONS).splitlines()
    assert lines[0] == "rule      severity             findings  files  per 1,000 words  right where judged"
    assert lines[1] == "time/x    warning, suggestion         3      2              1.5  10 of 12 (55–95 %)"
    assert lines[2] == "loaded/y  error                       1      1              0.5  not measured"
    assert lines[4:] == [
        "4 open questions in 3 files: 1 error, 2 warnings, 1 suggestion.",
        "Why is that asked? whosays explain time/x",
        "Where? whosays check --select time/x",
    ]
    assert renderer("console")(REPORT, OPTIONS._replace(quiet=True)).splitlines() == lines[:3]


def test_nothing_found_is_said_as_ever() -> None:
    clean = Report(REPORT.files[2:])
    assert renderer("console")(clean, OPTIONS) == "No open questions in 1 file.\n"
    assert renderer("console")(Report(), OPTIONS) == "Nothing was checked.\n"


def test_json_has_them_in_the_summary() -> None:
    data = json.loads(renderer("json")(REPORT, OPTIONS))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    assert data["summary"]["statistics"][0] == {
        "rule": "time/x",
        "severities": ["warning", "suggestion"],
        "findings": 3,
        "files": 2,
        "per_1000_words": 1.5,
        "measured": {"right": 10, "of": 12},
    }
    assert data["summary"]["statistics"][1]["measured"] is None
    assert "statistics" not in json.loads(renderer("json")(REPORT, Options()))["summary"]


def test_csv_has_a_line_for_each_rule() -> None:
    rows = list(csv.reader(StringIO(renderer("csv")(REPORT, OPTIONS))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[1:] == [
        ["time/x", "warning suggestion", "3", "2", "1.5", "10", "12"],
        ["loaded/y", "error", "1", "1", "0.5", "", ""],
    ]


def test_markdown_has_a_table() -> None:
    text = renderer("markdown")(REPORT, OPTIONS)
    assert text.startswith("## whosays: 4 findings in 2,000 words in 3 files\n\n| rule |")
    assert "| time/x | warning, suggestion | 3 | 2 | 1.5 | 10 of 12 (55–95 %) |\n" in text
