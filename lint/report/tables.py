"""Findings as tables: CSV for a spreadsheet, Markdown for a comment or a job's summary."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from lint.model.finding import FileReport, Report
from lint.model.lines import LineIndex
from lint.model.pattern import pattern
from lint.report import statistics
from lint.report.annotations import told
from lint.report.limit import untold
from lint.report.options import Options
from lint.report.totals import by_group_and_severity, plural, totals
from lint.report.visible import visible

COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "rule", "group", "severity", "confidence", "question", "message", "text"
)  # fmt: skip
_MOST = 100
"""Findings of one file that the Markdown lists; the count tells of the rest."""
_SIGNS = str.maketrans({c: f"\\{c}" for c in r"\`*_[]<>|#~!$"} | {"&": "&amp;"})
_CALLING = pattern(r"(@(?=\w)|\\#(?=\d))")
"""What code hosts take for a person to be told, or a number of theirs."""
_FORMULA = pattern(r"'*[=+\-@\t\r＝＋－＠]")
"""How a cell begins that a spreadsheet would reckon, or one that was kept from it already."""


def render_csv(report: Report, options: Options) -> str:
    """Return a line for each finding under a line of names (RFC 4180); lines end in a carriage return and a newline.

    Texts stand as they are, but for cells that begin as a formula does: an apostrophe before them keeps a spreadsheet
    from obeying a text. A cell that begins with apostrophes and then so has one more, too, so that taking one off
    gives back what the text has.
    """
    out = StringIO()
    table = csv.writer(out)
    if options.statistics:
        table.writerow(statistics.COLUMNS)
        table.writerows(statistics.as_rows(statistics.by_rule(report, options)))
        return out.getvalue()
    table.writerow(COLUMNS)
    for file in report.files:
        table.writerows(_rows(file))
        if file.beyond:
            table.writerow((_harmless(file.path), *[""] * (len(COLUMNS) - 3), untold(len(file.beyond)), ""))
    return out.getvalue()


def _rows(file: FileReport) -> Iterator[tuple[object, ...]]:
    index = LineIndex(file.text)
    for f in file.findings:
        start, end = (index.position(offset) for offset in f.span)
        words = file.text[slice(*f.span)] if f.scope != "document" else ""
        told_of = map(_harmless, (f.question, f.message, words))
        yield (
            _harmless(file.path), *start, *end, f.rule, f.group, f.severity, round(f.confidence, 3), *told_of
        )  # fmt: skip


def _harmless(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def render_markdown(report: Report, options: Options) -> str:
    """Return a summary by group, then the questions of each file."""
    if options.statistics:
        return "".join(_by_rule(report, options))
    return "".join(_summary(report)) + "".join(line for file in report.files for line in _listed(file))


def _by_rule(report: Report, options: Options) -> Iterator[str]:
    yield f"## whosays: {plural(len(report.findings), 'finding')} in {statistics.headline(report)}\n\n"
    yield "| rule | severity | findings | files | per 1,000 words | right where judged |\n|---|---|---:|---:|---:|---|\n"
    for c in statistics.by_rule(report, options):
        numbers = f"{c.findings:,} | {c.files:,} | {c.rate:.1f}"
        yield f"| {_plain(c.rule)} | {', '.join(c.severities)} | {numbers} | {statistics.in_words(c.record)} |\n"


def _summary(report: Report) -> Iterator[str]:
    count = totals(report).findings
    yield f"## whosays: {plural(count, 'finding')} in {plural(len(report.files), 'file')}\n\n"
    table = by_group_and_severity(report)
    if table:
        yield "| group | error | warning | suggestion |\n|---|---:|---:|---:|\n"
        for group, by in table.items():
            yield f"| {group} | {by['error'] or ''} | {by['warning'] or ''} | {by['suggestion'] or ''} |\n"
        yield "\n"
    for problem in report.problems:
        if problem.status:
            yield f"- **{_plain(str(problem))}**\n"
    if beyond := report.beyond:
        yield f"{untold(len(beyond)).capitalize()}.\n"


def _listed(file: FileReport) -> Iterator[str]:
    if not file.findings:
        return
    index = LineIndex(file.text)
    yield f"\n### {_plain(file.path)}\n\n"
    for f in file.findings[:_MOST]:
        line, column = index.position(f.span.start)
        words = "" if f.scope == "document" else f" “{_plain(file.text[slice(*f.span)])}”"
        yield f"- {line}:{column}{words}: {_plain(told(f))} ({f.severity}, {f.rule}, {f.confidence:.2f})\n"
    if len(file.findings) > _MOST:
        yield f"- and {len(file.findings) - _MOST} more\n"


def _plain(text: str) -> str:
    """Return text as Markdown that shows just this text, on one line."""
    return _CALLING.sub(r"\1<!-- -->", visible(" ".join(text.split())).translate(_SIGNS))
