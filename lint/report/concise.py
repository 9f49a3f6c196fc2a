"""One finding a line, as the error formats of editors read it."""

from __future__ import annotations

from lint.model.finding import FileReport, Report
from lint.model.lines import LineIndex
from lint.report.limit import untold
from lint.report.options import Options
from lint.report.visible import visible


def render(report: Report, options: Options) -> str:
    """Return ``path:line:column: severity: message [rule] (confidence)`` lines."""
    rest = f"{untold(len(report.beyond))}\n" if report.beyond else ""
    return "".join(_file(file) for file in report.files) + rest


def _file(file: FileReport) -> str:
    if not file.findings:
        return ""
    index = LineIndex(file.text)
    path = visible(file.path)
    lines = []
    for f in file.findings:
        line, column = index.position(f.span.start)
        message = visible(f.message)
        lines.append(f"{path}:{line}:{column}: {f.severity}: {message} [{f.rule}] ({f.confidence:.2f})\n")
    return "".join(lines)
