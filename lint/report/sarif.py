"""SARIF 2.1.0, the format in which code hosts and editors exchange what linters find (OASIS, 2020)."""

from __future__ import annotations

from collections import Counter
from urllib.parse import quote

from lint import __version__
from lint.model.finding import FileReport, Finding, Fix, Problem, Report
from lint.model.lines import LineIndex
from lint.model.rule import RulePage
from lint.model.text import Span
from lint.model.typed import Any
from lint.report.json_text import written
from lint.report.options import Options
from lint.report.quality_json import fingerprint

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
_PRECISIONS = ((0.9, "very-high"), (0.8, "high"), (0.7, "medium"))


def render(report: Report, options: Options) -> str:
    """Return one run with its rules, findings and problems; columns count code points, as everywhere with us."""
    numbers: dict[str, int] = {}
    results = [result for file in report.files for result in _results(file, numbers)]
    rules = [_rule(name, report, options) for name in numbers]
    driver = {"name": "whosays", "version": __version__, "semanticVersion": __version__, "rules": rules}
    failed = any(problem.status for problem in report.problems)
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder that whosays was run in."}}},
        "invocations": [
            {
                "executionSuccessful": not failed,
                "toolExecutionNotifications": [_notification(problem) for problem in report.problems],
            }
        ],
        "artifacts": [{"location": _location(file.path), "encoding": "utf-8"} for file in report.files],
        "results": results,
    }
    return written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(name: str, report: Report, options: Options) -> dict[str, Any]:
    page = options.page(name) if options.page else None
    first = next(f for f in report.findings if f.rule == name)
    summary = page.rule.summary if page else first.message
    made: dict[str, Any] = {
        "id": name,
        "name": name.rpartition("/")[2],
        "shortDescription": {"text": summary or name},
        "defaultConfiguration": {"level": _LEVELS[page.rule.severity if page else first.severity]},
        "properties": {"tags": [name.partition("/")[0]], "precision": _precision(first.confidence)},
    }
    if page:
        made["help"] = {"text": _help(page), "markdown": _help(page)}
        made["properties"]["precision"] = _precision(page.rule.precision())
    return made


def _precision(confidence: float) -> str:
    return next((word for least, word in _PRECISIONS if confidence >= least), "low")


def _help(page: RulePage) -> str:
    parts = [page.rule.question, page.why.strip()]
    if page.rule.looked_for:
        parts.append(f"What would answer: {page.rule.looked_for}.")
    if page.false_alarms:
        parts.append(f"Known false alarms: {page.false_alarms}")
    return "\n\n".join(part for part in parts if part) or page.rule.id


def _results(file: FileReport, numbers: dict[str, int]) -> list[dict[str, Any]]:
    index = LineIndex(file.text)
    seen: Counter[str] = Counter()
    made = []
    for f in file.findings:
        text = f"{f.question}\n{f.message}" if f.question and f.question != f.message else f.message
        result: dict[str, Any] = {
            "ruleId": f.rule,
            "ruleIndex": numbers.setdefault(f.rule, len(numbers)),
            "level": _LEVELS[f.severity],
            "message": {"text": text},
            "locations": [{"physicalLocation": _place(file, f.span, index, whole=f.scope == "document")}],
            "partialFingerprints": {"whosays/v1": fingerprint(file, f, seen)},
            "properties": {"confidence": round(f.confidence, 3), "missing": list(f.missing)},
        }
        if f.related:
            result["relatedLocations"] = [
                {
                    "id": number,
                    "message": {"text": related.note or "see also"},
                    "physicalLocation": _place(file, related.span, index),
                }
                for number, related in enumerate(f.related)
            ]
        if f.fix and f.fix.edits:
            result["fixes"] = [_fix(file, f, f.fix, index)]
        made.append(result)
    return made


def _fix(file: FileReport, f: Finding, fix: Fix, index: LineIndex) -> dict[str, Any]:
    edits = [
        {"deletedRegion": _region(edit.span, index), "insertedContent": {"text": edit.replacement}}
        for edit in fix.edits
    ]
    care = "" if fix.safe else " (check the meaning)"
    return {
        "description": {"text": (fix.note or f.message) + care},
        "artifactChanges": [{"artifactLocation": _location(file.path), "replacements": edits}],
    }


def _place(file: FileReport, span: Span, index: LineIndex, *, whole: bool = False) -> dict[str, Any]:
    region = _region(Span(span.start, span.start), index) if whole else _region(span, index)
    if not whole:
        region["snippet"] = {"text": file.text[slice(*span)]}
    return {"artifactLocation": _location(file.path), "region": region}


def _region(span: Span, index: LineIndex) -> dict[str, Any]:
    start, end = (index.position(offset) for offset in span)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _location(path: str) -> dict[str, str]:
    clean = path.replace("\\", "/").removeprefix("./")
    if clean.startswith("/"):
        return {"uri": f"file://{quote(clean, errors='surrogatepass')}"}
    return {"uri": quote(clean, errors="surrogatepass"), "uriBaseId": "%SRCROOT%"}


def _notification(problem: Problem) -> dict[str, Any]:
    made: dict[str, Any] = {
        "level": "error" if problem.status else "note",
        "message": {"text": problem.message},
    }
    if problem.path:
        place: dict[str, Any] = {"artifactLocation": _location(problem.path)}
        if problem.line:
            place["region"] = {"startLine": problem.line}
        made["locations"] = [{"physicalLocation": place}]
    return made
