"""JSON that review tools read: GitLab's code quality, reviewdog's diagnostic format."""

from __future__ import annotations

from hashlib import sha256

from lint.model.finding import FileReport, Report
from lint.model.lines import LineIndex
from lint.model.text import Span
from lint.model.typed import Any
from lint.report.annotations import told
from lint.report.identity import identities
from lint.report.json_text import written
from lint.report.limit import untold
from lint.report.options import Options

_GITLAB = {"error": "major", "warning": "minor", "suggestion": "info"}
_REVIEWDOG = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


def render_gitlab(report: Report, options: Options) -> str:
    """Return GitLab's code quality report. A finding's fingerprint is its path, its key and its number among equals."""
    issues: list[Any] = []
    for file in report.files:
        index = LineIndex(file.text)
        for f, known_by in zip(file.findings, identities(file.findings, file.text), strict=True):
            name = _digest(_relative(file.path), *map(str, known_by))
            start, end = (index.position(offset) for offset in f.span)
            issues.append(
                {
                    "description": told(f),
                    "check_name": f.rule,
                    "fingerprint": name,
                    "severity": _GITLAB[f.severity],
                    "location": {
                        "path": _relative(file.path),
                        "lines": {"begin": start.line, "end": end.line},
                    },
                }
            )
        if file.beyond:
            issues.append(_untold(file))
    for problem in report.problems:
        if problem.status:
            name = _digest(str(problem))
            place = {"path": _relative(problem.path), "lines": {"begin": max(problem.line, 1)}}
            issues.append(
                {
                    "description": problem.message,
                    "check_name": "whosays",
                    "fingerprint": name,
                    "severity": "blocker",
                    "location": place,
                }
            )
    return written(issues) + "\n"


def _untold(file: FileReport) -> dict[str, Any]:
    path = _relative(file.path)
    return {
        "description": untold(len(file.beyond)),
        "check_name": "whosays",
        "fingerprint": _digest(path, "beyond"),
        "severity": "info",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def render_rdjson(report: Report, options: Options) -> str:
    """Return reviewdog's ``rdjson``, whose columns count bytes of UTF-8, with our fixes as its suggestions."""
    found = [diagnostic for file in report.files for diagnostic in _diagnostics(file)]
    for problem in report.problems:
        if problem.status:
            place = {"path": problem.path, "range": {"start": {"line": max(problem.line, 1)}}}
            found.append({"message": problem.message, "location": place, "severity": "ERROR"})
    return written({"source": {"name": "whosays"}, "diagnostics": found}) + "\n"


def _diagnostics(file: FileReport) -> list[dict[str, Any]]:
    index = LineIndex(file.text)

    def place(span: Span) -> dict[str, Any]:
        start, end = (
            {"line": index.position(offset).line, "column": index.utf8_column(offset) + 1} for offset in span
        )
        return {"start": start, "end": end}

    made = []
    for f in file.findings:
        told_of: dict[str, Any] = {
            "message": told(f),
            "location": {"path": file.path, "range": place(f.span)},
            "severity": _REVIEWDOG[f.severity],
            "code": {"value": f.rule},
        }
        if f.fix:
            told_of["suggestions"] = [{"range": place(e.span), "text": e.replacement} for e in f.fix.edits]
        made.append(told_of)
    if file.beyond:
        start = {"start": {"line": 1}}
        place_of = {"path": file.path, "range": start}
        made.append({"message": untold(len(file.beyond)), "location": place_of, "severity": "INFO"})
    return made


def _relative(path: str) -> str:
    return path.removeprefix("./")
