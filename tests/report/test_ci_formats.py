"""Formats that other programs read: whatever stands in a text, a title or a path comes through unharmed."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from lint.model.finding import Edit, FileReport, Finding, Fix, Problem, Report
from lint.model.rule import Rule, RulePage
from lint.model.text import Span
from lint.report import FORMATS, renderer
from lint.report.options import Options

EVIL = '<b>&amp; ::error::]]> 100% it\'s "so"; |x| `y` [z]\n\x1b[31m\x00 🙂'
TEXT = f"One.\nTwo {EVIL} three.\n"
PATH = "docs/a b,c:d;e'<f>%.md"
CI = tuple(name for name in FORMATS if name not in ("console", "concise", "json"))


@pytest.fixture
def evil() -> Report:
    """A finding, a problem and a note, full of what has a meaning in some format."""
    start = TEXT.index("<b>")
    span = Span(start, start + len(EVIL))
    fix = Fix((Edit(span, EVIL),), True)
    found = Finding("hedging/x", span, "warning", 0.8, EVIL, f"Who? {EVIL}", ("who",), fix=fix)
    whole = Finding(
        "sourcing/no-sources", Span(0, len(TEXT)), "error", 0.9, "none", "Says who?", scope="document"
    )
    mild = found._replace(severity="suggestion", span=Span(0, 3), question="", message="plain", fix=None)
    file = FileReport(PATH, TEXT, (whole, mild, found), {}, {})
    return Report(
        (file, FileReport("b.md", "x", (), {}, {})),
        (Problem("c.md", EVIL, 3), Problem("d", "note", status=0)),
    )


@pytest.mark.parametrize("name", CI)
def test_any_report_gives_a_text_that_ends_in_a_newline(name: str, evil: Report, report: Report) -> None:
    for each in (evil, report, Report()):
        text = renderer(name)(each, Options())
        assert text == "" or text.endswith("\n")
        if name == "csv":
            continue  # a spreadsheet obeys no escapes, and gets the text as it is
        assert "\x1b" not in text
        assert "\x00" not in text


def test_github_has_a_command_a_line(evil: Report) -> None:
    lines = renderer("github")(evil, Options()).splitlines()
    command = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:]*,?)+)::(.+)")
    parsed = [found for line in lines if (found := command.fullmatch(line))]
    assert len(parsed) == len(lines) == 4

    def plain(text: str) -> str:
        for sign, written in ((",", "%2C"), (":", "%3A"), ("\n", "%0A"), ("%", "%25")):
            text = text.replace(written, sign)
        return text

    assert [found[1] for found in parsed] == ["error", "error", "warning", "notice"]
    assert parsed[0][2] == "file=c.md,line=3"
    whole = dict(part.split("=", 1) for part in parsed[1][2].split(","))
    assert plain(whole["file"]) == PATH
    assert (whole["line"], whole["endLine"]) == ("1", "4")
    assert "::error::" not in parsed[2][2]
    assert plain(parsed[2][3]).startswith("Who? <b>&amp; ::error::]]> 100% it's")


def test_github_is_told_first_what_matters_most() -> None:
    """It shows ten annotations of a kind and drops the others."""
    found = Finding("hedging/x", Span(0, 1), "warning", 0.5, "m", "q")
    several = tuple(
        found._replace(severity=s, confidence=c)
        for s, c in (("suggestion", 0.9), ("warning", 0.6), ("error", 0.5), ("warning", 0.8))
    )
    files = (FileReport("a.md", "x", several, {}, {}), FileReport("b.md", "x", several[1:], {}, {}))
    lines = renderer("github")(Report(files), Options()).splitlines()
    told = [re.match(r"::(\w+) file=(\w).*\((0\.\d+)\)", line) for line in lines]
    assert [found.groups() for found in told if found] == [
        ("error", "a", "0.50"), ("error", "b", "0.50"), ("warning", "a", "0.80"), ("warning", "b", "0.80"),
        ("warning", "a", "0.60"), ("warning", "b", "0.60"), ("notice", "a", "0.90"),
    ]  # fmt: skip


def test_azure_and_teamcity_keep_a_message_on_its_line(evil: Report) -> None:
    azure = renderer("azure")(evil, Options()).splitlines()
    assert all(re.fullmatch(r"##vso\[task\.logissue type=(error|warning)[^\]]*\].+", line) for line in azure)
    assert len(azure) == 4
    teamcity = renderer("teamcity")(evil, Options()).splitlines()
    value = r"'(?:[^'|\[\]]|\|[nrxlp|'\[\]]|\|0x[0-9A-F]{4})*'"
    assert all(re.fullmatch(rf"##teamcity\[\w+(?: \w+={value})+\]", line) for line in teamcity)
    assert sum("inspectionType " in line for line in teamcity) == 2


def test_junit_counts_what_it_holds(evil: Report) -> None:
    root = ET.fromstring(renderer("junit")(evil, Options()).encode("utf-8"))
    assert root.attrib == {"name": "whosays", "tests": "5", "failures": "3", "errors": "1"}
    cases = list(root.iter("testcase"))
    assert len(cases) == 5
    assert len(list(root.iter("failure"))) == 3
    assert {suite.get("name") for suite in root} == {PATH, "b.md", "c.md"}
    assert '<b>&amp; ::error::]]> 100% it\'s "so"' in (list(root.iter("failure"))[2].get("message") or "")


def test_checkstyle_has_places(evil: Report) -> None:
    root = ET.fromstring(renderer("checkstyle")(evil, Options()).encode("utf-8"))
    errors = list(root.iter("error"))
    assert [(e.get("line"), e.get("column"), e.get("severity")) for e in errors] == [
        ("1", "1", "error"),
        ("1", "1", "info"),
        ("2", "5", "warning"),
        ("3", None, "error"),
    ]
    assert errors[2].get("source") == "whosays.hedging/x"


def test_gitlab_knows_a_finding_again(evil: Report) -> None:
    issues = json.loads(renderer("gitlab")(evil, Options()))
    assert [i["severity"] for i in issues] == ["major", "info", "minor", "blocker"]
    assert issues[2]["location"] == {"path": PATH, "lines": {"begin": 2, "end": 3}}
    prints = [i["fingerprint"] for i in issues]
    assert len(set(prints)) == len(prints)


def test_reviewdog_counts_bytes_and_gets_the_fix(report: Report) -> None:
    told = json.loads(renderer("rdjson")(report, Options()))["diagnostics"]
    assert told[1]["location"]["range"] == {
        "start": {"line": 2, "column": 25},
        "end": {"line": 3, "column": 8},
    }  # three ideographs of three bytes stand before it
    assert told[1]["suggestions"][0]["text"] == "the panel"
    assert told[1]["code"] == {"value": "attribution/bare-expert-claim"}


def test_csv_is_read_back_as_it_was(evil: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(renderer("csv")(evil, Options()), newline="")))
    assert [row["rule"] for row in rows] == ["sourcing/no-sources", "hedging/x", "hedging/x"]
    assert rows[2]["path"] == PATH
    assert rows[2]["question"].startswith("Who? <b>&amp; ::error::")
    assert (rows[2]["line"], rows[2]["column"], rows[2]["confidence"]) == ("2", "5", "0.8")


def test_markdown_shows_the_text_and_no_markup(evil: Report) -> None:
    text = renderer("markdown")(evil, Options())
    assert text.startswith("## whosays: 3 findings in 2 files\n")
    assert "| hedging |  | 1 | 1 |" in text
    assert "\\<b\\>&amp;amp; ::error::\\]\\]\\>" in text
    assert "<b>" not in text
    many = evil.files[0]._replace(findings=evil.files[0].findings[1:2] * 150)
    assert renderer("markdown")(Report((many,)), Options()).endswith("- and 50 more\n")


def page(name: str) -> RulePage | None:
    if name != "hedging/x":
        return None
    rule = Rule(name, "phrase", "A summary", "Who?", ("who",), "error", 0.95, "a name", (), (), True, {})
    return RulePage(rule, "Because.\n", (), (), (), "None known.")


def test_sarif_says_all(evil: Report) -> None:
    whole: dict[str, Any] = json.loads(renderer("sarif")(evil, Options(page=page)))
    (run,) = whole["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["sourcing/no-sources", "hedging/x"]
    assert rules[1]["help"]["text"].startswith("Who?\n\nBecause.\n\nWhat would answer: a name.")
    assert rules[1]["defaultConfiguration"] == {"level": "error"}
    assert rules[1]["properties"]["precision"] == "very-high"
    assert rules[1]["name"] == "X"
    assert rules[0]["help"] == {"text": "Says who?"}
    assert [r["level"] for r in run["results"]] == ["error", "note", "warning"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    evil_one = run["results"][2]
    place = evil_one["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "docs/a%20b%2Cc%3Ad%3Be%27%3Cf%3E%25.md"
    assert place["region"]["snippet"]["text"] == EVIL
    assert place["region"] | {"snippet": 0} == {
        "startLine": 2, "startColumn": 5, "endLine": 3, "endColumn": place["region"]["endColumn"], "snippet": 0
    }  # fmt: skip
    (change,) = evil_one["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == EVIL
    assert run["invocations"][0]["executionSuccessful"] is False
    assert [n["level"] for n in run["invocations"][0]["toolExecutionNotifications"]] == ["error", "note"]
    assert evil_one["partialFingerprints"]["whosays/v1"]
    assert evil_one["fixes"][0]["description"]["text"].startswith("“<b>")
