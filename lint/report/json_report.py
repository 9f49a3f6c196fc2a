"""The JSON report: schema 1, described in ``docs/json.md`` and by ``docs/schema-1.json``."""

from __future__ import annotations

import json
from typing import Any

from lint import __version__
from lint.model.finding import Evidence, FileReport, Finding, Fix, Problem, Report
from lint.model.lines import LineIndex
from lint.model.text import Span
from lint.report.options import Options
from lint.report.totals import totals

SCHEMA = 1
Json = dict[str, Any]


def render(report: Report, options: Options) -> str:
    """Return the report as one JSON object on one line, in ASCII: no console can garble it."""
    whole: Json = {
        "schema": SCHEMA,
        "tool": {"name": "whosays", "version": __version__},
        "files": [_file(file) for file in report.files],
        "problems": [_problem(problem) for problem in report.problems],
        "summary": _summary(report),
    }
    return json.dumps(whole) + "\n"


def _file(file: FileReport) -> Json:
    index = LineIndex(file.text)
    return {
        "path": file.path,
        "words": file.words,
        "suppressed": file.suppressed,
        "findings": [_finding(f, file.text, index) for f in file.findings],
        "readability": _with_lines(file.readability, index),
        "sourcing": file.sourcing,
    }


def _with_lines(measures: Json, index: LineIndex) -> Json:
    """Return measures in which each section and paragraph has its line beside its offset."""
    parts = measures.get("scope")
    if not isinstance(parts, list | tuple):
        return measures
    return measures | {"scope": [{**part, "line": index.position(part["offset"]).line} for part in parts]}


def _finding(f: Finding, text: str, index: LineIndex) -> Json:
    return {
        "rule": f.rule,
        "group": f.group,
        "severity": f.severity,
        "confidence": round(f.confidence, 3),
        "message": f.message,
        "question": f.question,
        "missing": list(f.missing),
        "looked_for": f.looked_for,
        "scope": f.scope,
        **_range(f.span, index),
        "text": text[f.span.start : f.span.end],
        "evidence": [_evidence(e, index) for e in f.evidence],
        "related": [{**_range(r.span, index), "note": r.note} for r in f.related],
        "fix": _fix(f.fix, index) if f.fix else None,
    }


def _range(span: Span, index: LineIndex) -> Json:
    return {"start": _position(span.start, index), "end": _position(span.end, index)}


def _position(offset: int, index: LineIndex) -> Json:
    line, column = index.position(offset)
    return {"line": line, "column": column, "offset": offset}


def _evidence(e: Evidence, index: LineIndex) -> Json:
    place = _range(e.span, index)
    return {"kind": e.kind, "text": e.text, **place, "where": e.where, "strength": round(e.strength, 3)}


def _fix(fix: Fix, index: LineIndex) -> Json:
    edits = [{**_range(edit.span, index), "replacement": edit.replacement} for edit in fix.edits]
    return {"safe": fix.safe, "note": fix.note, "edits": edits}


def _problem(problem: Problem) -> Json:
    return {
        "path": problem.path,
        "line": problem.line or None,
        "message": problem.message,
        "status": problem.status,
    }


def _summary(report: Report) -> Json:
    count = totals(report)
    return {
        "files": len(report.files),
        "words": sum(file.words for file in report.files),
        "findings": count.findings,
        "suppressed": sum(file.suppressed for file in report.files),
        "problems": len(report.problems),
        "severities": count.severities,
        "groups": count.groups,
    }
