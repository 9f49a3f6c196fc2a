"""JSON that review tools read: GitLab's code quality, reviewdog's diagnostic format."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from lint.model.finding import FileReport, Finding, Report
from lint.model.lines import LineIndex
from lint.model.text import Span
from lint.model.typed import Any
from lint.report.annotations import told
from lint.report.json_text import written
from lint.report.options import Options

_GITLAB = {"error": "major", "warning": "minor", "suggestion": "info"}
_REVIEWDOG = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


def render_gitlab(report: Report, options: Options) -> str:
    """Return GitLab's code quality report. A finding's fingerprint stays when lines above it are changed."""
    issues: list[Any] = []
    seen: Counter[str] = Counter()
    for file in report.files:
        index = LineIndex(file.text)
        for f in file.findings:
            name = fingerprint(file, f, seen)
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
    for problem in report.problems:
        if problem.status:
            name = sha256(str(problem).encode("utf-8", "surrogatepass")).hexdigest()[:32]
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


def fingerprint(file: FileReport, f: Finding, seen: Counter[str]) -> str:
    """Return what a finding is known by: its rule, its words and their line's, and its number among equals in its file."""
    start, end = f.span
    line = file.text[
        file.text.rfind("\n", 0, start) + 1 : (file.text.find("\n", end) + 1 or len(file.text) + 1) - 1
    ]
    words = (
        ("",) if f.scope == "document" else (" ".join(file.text[start:end].split()), " ".join(line.split()))
    )
    whole = "\0".join((_relative(file.path), f.rule, *words))
    seen[whole] += 1
    return sha256(f"{whole}\0{seen[whole]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


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
    return made


def _relative(path: str) -> str:
    return path.removeprefix("./")
