"""Lines that CI servers take out of a job's output: GitHub's and Azure's commands, TeamCity's messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lint.model.finding import SEVERITIES, Finding, Problem, Report
from lint.model.lines import LineIndex
from lint.report.limit import untold
from lint.report.options import Options
from lint.report.visible import visible

_GITHUB = {"error": "error", "warning": "warning", "suggestion": "notice"}
_AZURE = {"error": "error", "warning": "warning", "suggestion": "warning"}
_TEAMCITY = {"error": "ERROR", "warning": "WARNING", "suggestion": "WEAK WARNING"}
Escape = Callable[[str], str]


def render_github(report: Report, options: Options) -> str:
    """Return workflow commands of GitHub Actions, which show as annotations beside the lines of a change.

    GitHub shows the first ten errors, warnings and notices of a step, so what matters most comes first: what could not
    be checked, then the gravest and surest findings.
    """
    return "".join(_github(report))


def _github(report: Report) -> Iterator[str]:
    for problem in _failures(report):
        where = f" file={_property(problem.path)},line={max(problem.line, 1)}" if problem.path else ""
        yield f"::error{where}::{_data(problem.message)}\n"
    for path, f, index in sorted(_findings(report), key=_weight):
        start, end = (index.position(offset) for offset in f.span)
        place = f"file={_property(path)},line={start.line},endLine={end.line}"
        if start.line == end.line and f.scope != "document":  # GitHub refuses columns over several lines
            place += f",col={start.column},endColumn={end.column}"
        title = _property(f"{f.rule} ({f.confidence:.2f})")
        yield f"::{_GITHUB[f.severity]} {place},title={title}::{_data(told(f))}\n"
    if beyond := report.beyond:
        yield f"::notice title=whosays::{_data(untold(len(beyond)))}\n"


def _weight(found: tuple[str, Finding, LineIndex]) -> tuple[int, float]:
    _, f, _ = found
    return -SEVERITIES.index(f.severity), -f.confidence


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def render_azure(report: Report, options: Options) -> str:
    """Return logging commands of Azure Pipelines."""
    return "".join(_azure(report))


def _azure(report: Report) -> Iterator[str]:
    for path, f, index in _findings(report):
        line, column = index.position(f.span.start)
        place = f"sourcepath={_azured(path)};linenumber={line};columnnumber={column};code={_azured(f.rule)}"
        yield f"##vso[task.logissue type={_AZURE[f.severity]};{place}]{_azure_data(told(f))}\n"
    for problem in _failures(report):
        where = (
            f";sourcepath={_azured(problem.path)};linenumber={max(problem.line, 1)}" if problem.path else ""
        )
        yield f"##vso[task.logissue type=error{where}]{_azure_data(problem.message)}\n"
    if beyond := report.beyond:
        yield f"##vso[task.logissue type=warning]{_azure_data(untold(len(beyond)))}\n"


def _azure_data(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _azured(text: str) -> str:
    return _azure_data(text).replace("]", "%5D").replace(";", "%3B")


def render_teamcity(report: Report, options: Options) -> str:
    """Return service messages of TeamCity: each rule once, then its findings."""
    return "".join(_teamcity(report))


def _teamcity(report: Report) -> Iterator[str]:
    known: set[str] = set()
    for path, f, index in _findings(report):
        if f.rule not in known:
            known.add(f.rule)
            kind = {"id": f.rule, "name": f.rule, "category": f.group, "description": f.message}
            yield _service("inspectionType", kind)
        line = str(index.position(f.span.start).line)
        found = {"typeId": f.rule, "message": told(f), "file": path, "line": line}
        yield _service("inspection", found | {"SEVERITY": _TEAMCITY[f.severity]})
    for problem in _failures(report):
        yield _service("message", {"text": str(problem), "status": "ERROR"})
    if beyond := report.beyond:
        yield _service("message", {"text": untold(len(beyond)), "status": "WARNING"})


def _service(name: str, values: dict[str, str]) -> str:
    told = " ".join(f"{key}='{_teamcitied(value)}'" for key, value in values.items())
    return f"##teamcity[{name} {told}]\n"


_SIGNS = {
    "|": "||",
    "'": "|'",
    "\n": "|n",
    "\r": "|r",
    "[": "|[",
    "]": "|]",
    "\u0085": "|x",
    "\u2028": "|l",
    "\u2029": "|p",
}


def _teamcitied(text: str) -> str:
    return "".join(_SIGNS.get(c) or (c if " " <= c <= "~" else _numbered(c)) for c in text)


def _numbered(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"|0x{units[at : at + 2].hex().upper()}" for at in range(0, len(units), 2))


def told(f: Finding) -> str:
    """Return the question and the reason in one, without anything that a terminal would obey."""
    return visible(f"{f.question} {f.message}" if f.question and f.question != f.message else f.message)


def _findings(report: Report) -> Iterator[tuple[str, Finding, LineIndex]]:
    for file in report.files:
        if file.findings:
            index = LineIndex(file.text)
            for finding in file.findings:
                yield file.path, finding, index


def _failures(report: Report) -> Iterator[Problem]:
    """Yield what kept us from our work, without mere notes."""
    return (p._replace(message=visible(p.message)) for p in report.problems if p.status)
