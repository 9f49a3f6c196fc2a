"""The report for people: the line, a caret under the exact span, the question, what was looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from lint.model.finding import Evidence, FileReport, Finding, Report
from lint.model.lines import LineIndex
from lint.model.typed import NamedTuple
from lint.report.limit import untold
from lint.report.mending import in_words
from lint.report.options import Options
from lint.report.paint import Paint
from lint.report.summary import render_summary
from lint.report.visible import ELLIPSIS, excerpt, visible

_BAR = "  │ "
_LABEL = 12


class _View(NamedTuple):
    """One file and the way to show it."""

    path: str
    file: FileReport
    places: LineIndex
    line_text: Callable[[int], str]
    options: Options
    paint: Paint


def render(report: Report, options: Options) -> str:
    """Return every finding with its line and its question, then the summary unless quiet."""
    paint = Paint(options.color)
    if options.statistics:
        from lint.report.summary import render_statistics  # imported late: few runs ask for it

        return "".join(f"{line}\n" for line in render_statistics(report, options, paint))
    lines: list[str] = []
    for file in report.files:
        if file.findings:
            lines += _file(file, options, paint)
    if beyond := report.beyond:
        lines += [paint("dim", untold(len(beyond))), ""]
    if not options.quiet:
        lines += render_summary(report, paint)
    return "".join(f"{line}\n" for line in lines)


def _file(file: FileReport, options: Options, paint: Paint) -> Iterator[str]:
    index = LineIndex(file.text)
    # Findings come in order: with one line remembered, a line of a megabyte is copied once.
    view = _View(visible(file.path), file, index, lru_cache(maxsize=1)(index.line_text), options, paint)
    yield paint("heading", view.path)
    yield ""
    for finding in file.findings:
        yield from _finding(finding, view)
        yield ""


def _finding(f: Finding, view: _View) -> Iterator[str]:
    paint = view.paint
    line, column = view.places.position(f.span.start)
    where = paint("place", f"{view.path}:{line}:{column}")
    if cell := view.file.cell_of(f.span.start):
        where += f" (cell {cell[0]}, line {cell[1]})"
    yield f"{where}  {paint(f.severity, f.severity)}  {paint('rule', f.rule)}  {f.confidence:.2f}"
    if f.scope != "document":
        yield from _shown(f, view)
    yield f"  {paint('question', visible(f.question or f.message))}"
    if f.question and f.message != f.question:
        yield _labelled("why", f.message, paint)
    yield from _reasons(f, view.file.text, view.places, paint)


def _shown(f: Finding, view: _View) -> Iterator[str]:
    """Yield the source line and the carets; a span of several lines shows its first."""
    line, column = view.places.position(f.span.start)
    last = view.places.position(f.span.end).line
    text = view.line_text(line)
    start = column - 1
    end = len(text) if last > line else start + f.span.end - f.span.start
    cut = excerpt(text, start, max(end, start + 1), view.options.width - len(_BAR))
    bar = view.paint("dim", _BAR)
    yield bar + cut.text
    yield (
        bar + " " * cut.indent + view.paint(f.severity, "^" * cut.carets + (ELLIPSIS if last > line else ""))
    )


def _reasons(f: Finding, text: str, index: LineIndex, paint: Paint) -> Iterator[str]:
    if f.looked_for:
        yield _labelled("looked for", f.looked_for, paint)
    for number, evidence in enumerate(f.evidence):
        yield _labelled("" if number else "seen", judged(evidence), paint)
    if f.looked_for and not f.evidence:
        yield _labelled("seen", "none of it nearby", paint)
    for related in f.related:
        line, column = index.position(related.span.start)
        yield _labelled("see also", f"{line}:{column} {related.note}", paint)
    if f.fix:
        yield _labelled("fix", in_words(f.fix, text), paint)


def judged(e: Evidence) -> str:
    """Return a piece of evidence in words, with why it does not answer."""
    verdict = (
        "does not answer it" if e.strength <= 0 else f"answers {e.strength:.0%} of it, which is too little"
    )
    text = e.text if len(e.text) <= 60 else f"{e.text[:59]}{ELLIPSIS}"
    return f"“{text}” ({e.kind}, {e.where}): {verdict}"


def _labelled(label: str, text: str, paint: Paint) -> str:
    head = f"{label + ':' if label else '':{_LABEL}}"
    return f"  {paint('dim', head)}{visible(text)}"
