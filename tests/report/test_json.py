from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

from lint import __version__
from lint.model.finding import FileReport, Finding, Report
from lint.model.text import Span
from lint.report import renderer
from lint.report.options import Options

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema-1.json").read_text("utf-8"))


def _json(report: Report) -> Any:
    text = renderer("json")(report, Options())
    assert text.isascii()
    assert text.endswith("}\n")
    data = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    return data


def test_the_report_keeps_its_schema(report: Report) -> None:
    data = _json(report)
    assert data["schema"] == 1
    assert data["tool"] == {"name": "whosays", "version": __version__}
    assert [file["path"] for file in data["files"]] == ["docs/a.md", "b.txt"]
    assert data["problems"] == [
        {"path": "c.md", "line": None, "message": "binary file, not text", "status": 3},
        {"path": "d.md", "line": None, "message": "empty file", "status": 0},
    ]
    assert data["summary"] == {
        "files": 2,
        "words": 13,
        "findings": 2,
        "suppressed": 2,
        "problems": 2,
        "severities": {"error": 1, "warning": 1, "suggestion": 0},
        "groups": {"attribution": 1, "sourcing": 1},
    }


def test_measures_have_their_line(report: Report) -> None:
    measures = _json(report)["files"][0]["readability"]
    assert measures["grade"] == 9.34
    assert measures["scope"] == [{"kind": "paragraph", "offset": 45, "line": 3}]


def test_a_finding_in_full(report: Report) -> None:
    finding = _json(report)["files"][0]["findings"][1]
    assert finding == {
        "rule": "attribution/bare-expert-claim",
        "group": "attribution",
        "severity": "warning",
        "confidence": 0.871,
        "message": "“experts believe” names nobody",
        "question": "Which experts?",
        "missing": ["who"],
        "looked_for": "a named source, a citation",
        "scope": "span",
        "start": {"line": 2, "column": 19, "offset": 37},
        "end": {"line": 3, "column": 8, "offset": 52},
        "text": "experts\nbelieve",
        "evidence": [
            {
                "kind": "link",
                "text": "study",
                "start": {"line": 1, "column": 3, "offset": 2},
                "end": {"line": 1, "column": 8, "offset": 7},
                "where": "sentence before",
                "strength": 0.25,
            }
        ],
        "related": [
            {
                "start": {"line": 1, "column": 1, "offset": 0},
                "end": {"line": 1, "column": 8, "offset": 7},
                "note": "this study",
            }
        ],
        "fix": {
            "safe": False,
            "note": "name them",
            "edits": [
                {
                    "start": {"line": 2, "column": 19, "offset": 37},
                    "end": {"line": 2, "column": 26, "offset": 44},
                    "replacement": "the panel",
                }
            ],
        },
    }


def test_offsets_are_code_points_whatever_the_line_ends() -> None:
    text = "\ufeff👍\r\nb\rc\u2028d\n"
    at = text.index("d")
    file = FileReport("a", text, (Finding("g/r", Span(at, at + 1), "error", 1.0, "m", ""),), {}, {})
    finding = _json(Report((file,)))["files"][0]["findings"][0]
    assert finding["start"] == {"line": 3, "column": 3, "offset": 8}
    assert finding["text"] == "d"
    assert finding["fix"] is None


def test_an_empty_report_is_valid() -> None:
    assert _json(Report())["summary"]["findings"] == 0
