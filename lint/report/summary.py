"""The end of the console report: measures by file, findings by group and severity, one line of totals."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.finding import FileReport, Report
from lint.report.options import Options
from lint.report.paint import Paint
from lint.report.scorecard import render_score
from lint.report.totals import by_group_and_severity, plural, totals
from lint.report.visible import visible

_MANY = 200
"""More findings than this are a burden to somebody who sees them for the first time, and whoever comes again has a baseline."""
_MOST_FILES = 20
"""More files than this are not listed with their measures: the table would hide the totals."""


def render_summary(report: Report, paint: Paint) -> Iterator[str]:
    """Yield the lines of the summary."""
    if 0 < len(report.files) <= _MOST_FILES:
        yield from (_measures(file, paint) for file in report.files)
        yield ""
    for file in report.files:
        if file.score:
            yield from render_score(file.path, file.score, paint)
            yield ""
    if report.findings:
        yield from _table(report, paint)
        yield ""
    yield _total(report, paint)
    if len(report.findings) > _MANY and not any(file.known for file in report.files):
        yield "So many at once? `whosays check --statistics` counts them by rule, and `whosays baseline` sets aside what is there."


def render_statistics(report: Report, options: Options, paint: Paint) -> Iterator[str]:
    """Yield the lines of the report that counts findings by rule instead of listing them."""
    from lint.report import statistics  # imported late: few runs ask for it

    counts = statistics.by_rule(report, options)
    if counts:
        yield from statistics.render_table(counts, paint)
    if options.quiet:
        return
    yield from ("",) if counts else ()
    yield _total(report, paint)
    yield from statistics.next_steps(counts) if counts else ()


def _measures(file: FileReport, paint: Paint) -> str:
    return f"{paint('place', visible(file.path))}: {measures_in_words(file)}"


def measures_in_words(file: FileReport) -> str:
    """Return how long a text is, how hard to read and who speaks in it, on one line."""
    parts = [plural(file.words, "word"), *_readability(file.readability), *_sourcing(file.sourcing)]
    return " · ".join(parts)


def _readability(measures: dict[str, object]) -> Iterator[str]:
    short, grade, hard = (measures.get(k) for k in ("note", "grade", "difficulty"))
    if isinstance(grade, int | float):
        yield f"reading grade {grade:.1f}{_spread(measures.get('range'))}"
    elif short:
        yield "too short to grade"
    if isinstance(hard, int | float):
        yield f"harder than {hard:.0f} % of school readings"


def _spread(bounds: object) -> str:
    """Return how far the formulas differ, in brackets, or nothing."""
    if not isinstance(bounds, list | tuple) or len(bounds) != 2:
        return ""
    return f" ({bounds[0]:.1f} to {bounds[1]:.1f} by formula)"


def _sourcing(measures: dict[str, object]) -> Iterator[str]:
    named, vague = measures.get("named"), measures.get("vague")
    if isinstance(named, int) and isinstance(vague, int):
        yield f"attributions: {named} named, {vague} vague"
    for key, noun in (("citations", "citation"), ("links", "link")):
        count = measures.get(key)
        if isinstance(count, int) and count:
            yield plural(count, noun)


def _table(report: Report, paint: Paint) -> Iterator[str]:
    table = by_group_and_severity(report)
    severities = [s for s in totals(report).severities if any(row[s] for row in table.values())]
    wide = max(len(group) for group in table)
    heads = "".join(f"{paint(s, f'{s:>12}')}" for s in severities)
    yield f"{'':{wide}}{heads}"
    for group, row in table.items():
        yield f"{group:{wide}}" + "".join(f"{row[s] or '·':>12}" for s in severities)


def _total(report: Report, paint: Paint) -> str:
    count = totals(report)
    files = plural(len(report.files), "file")
    suppressed = sum(file.suppressed for file in report.files)
    known = sum(file.known for file in report.files)
    more = [f"{suppressed:,} more let stand by stet"] * bool(suppressed)
    more += [f"{known:,} known from the baseline"] * bool(known)
    stood = f" ({', '.join(more)})" if more else ""
    if not count.findings:
        clean = f"No open questions in {files}{stood}." if report.files else "Nothing was checked."
        return paint("good" if report.files else "", clean)
    parts = ", ".join(plural(n, severity) for severity, n in count.severities.items() if n)
    return f"{plural(count.findings, 'open question')} in {files}: {parts}{stood}."
