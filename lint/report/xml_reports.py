"""XML that many CI servers read: JUnit's test results, Checkstyle's findings."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lint.model.finding import FileReport, Finding, Problem, Report
from lint.model.lines import LineIndex
from lint.report.annotations import told
from lint.report.limit import untold
from lint.report.options import Options
from lint.report.visible import visible

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CHECKSTYLE = {"error": "error", "warning": "warning", "suggestion": "info"}


def render_junit(report: Report, options: Options) -> str:
    """Return a suite for each file, in which each finding is a failed case; a file without any is one that passed."""
    suites = "".join(line for file in report.files for line in _suite(file))
    suites += "".join(_broken(problem) for problem in report.problems if problem.status)
    failures = len(report.findings)
    errors = sum(1 for problem in report.problems if problem.status)
    tests = sum(_cases(file) for file in report.files) + errors
    head = f'<testsuites name="whosays" tests="{tests}" failures="{failures}" errors="{errors}">\n'
    return f"{_HEAD}{head}{suites}</testsuites>\n"


def _cases(file: FileReport) -> int:
    return max(len(file.findings) + bool(file.beyond), 1)


def _suite(file: FileReport) -> Iterator[str]:
    name = _attribute(file.path)
    count = len(file.findings)
    skipped = int(bool(file.beyond))
    yield f'  <testsuite name={name} tests="{_cases(file)}" failures="{count}" errors="0" skipped="{skipped}">\n'
    if not count and not skipped:
        yield f'    <testcase name="whosays" classname={name}/>\n'
    index = LineIndex(file.text)
    for f in file.findings:
        line, column = index.position(f.span.start)
        case = _attribute(f"{f.rule} at {line}:{column}")
        yield f'    <testcase name={case} classname={name} file={name} line="{line}">\n'
        yield f"      <failure type={_attribute(f.rule)} message={_attribute(told(f))}>{_content(file, f, line)}</failure>\n"
        yield "    </testcase>\n"
    if skipped:
        yield f'    <testcase name="whosays" classname={name}>\n'
        yield f"      <skipped message={_attribute(untold(len(file.beyond)))}/>\n    </testcase>\n"
    yield "  </testsuite>\n"


def _content(file: FileReport, f: Finding, line: int) -> str:
    words = "" if f.scope == "document" else f": “{visible(file.text[slice(*f.span)])}”"
    return escape(f"{visible(file.path)}:{line}{words} ({f.severity}, {f.confidence:.2f})")


def _broken(problem: Problem) -> str:
    name = _attribute(problem.path or "whosays")
    return (
        f'  <testsuite name={name} tests="1" failures="0" errors="1">\n    <testcase name="whosays" classname={name}>\n'
        f"      <error message={_attribute(problem.message)}/>\n    </testcase>\n  </testsuite>\n"
    )


def render_checkstyle(report: Report, options: Options) -> str:
    """Return the findings of each file, as Checkstyle writes its own."""
    files = "".join(line for file in report.files for line in _checked(file))
    for problem in report.problems:
        if problem.status:
            error = f'<error line="{max(problem.line, 1)}" severity="error" message={_attribute(problem.message)} source="whosays"/>'
            files += f"  <file name={_attribute(problem.path)}>\n    {error}\n  </file>\n"
    return f'{_HEAD}<checkstyle version="4.3">\n{files}</checkstyle>\n'


def _checked(file: FileReport) -> Iterator[str]:
    yield f"  <file name={_attribute(file.path)}>\n"
    index = LineIndex(file.text)
    for f in file.findings:
        line, column = index.position(f.span.start)
        place = f'line="{line}" column="{column}" severity="{_CHECKSTYLE[f.severity]}"'
        yield f"    <error {place} message={_attribute(told(f))} source={_attribute(f'whosays.{f.rule}')}/>\n"
    if file.beyond:
        told_of = _attribute(untold(len(file.beyond)))
        yield f'    <error line="1" severity="info" message={told_of} source="whosays"/>\n'
    yield "  </file>\n"


def _attribute(text: str) -> str:
    """Return text as a quoted value; what XML has no way to write is shown as an escape."""
    return quoteattr(visible(text))
