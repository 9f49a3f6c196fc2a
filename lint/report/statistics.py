"""Findings by rule: how many, in how many files, and how often such a finding was right where people judged it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.model.finding import SEVERITIES, Report
from lint.model.measured import NOTHING, Tally
from lint.model.typed import Any, NamedTuple
from lint.report.options import Options
from lint.report.paint import Paint
from lint.report.totals import plural

_HEADS = ("rule", "severity", "findings", "files", "per 1,000 words", "right where judged")
COLUMNS = ("rule", "severity", "findings", "files", "per_1000_words", "right", "judged")
"""The columns of tables for programs."""
_NOT_JUDGED = "not measured"


class RuleCount(NamedTuple):
    """The findings of one rule: of which severities (the gravest first), in how many files, and its record.

    ``rate`` is findings in 1,000 words of all texts; ``record`` is nothing where nobody judged the rule's findings.
    """

    rule: str
    severities: tuple[str, ...]
    findings: int
    files: int
    rate: float
    record: Tally


def by_rule(report: Report, options: Options) -> list[RuleCount]:
    """Count a report's findings by rule, most first."""
    files: dict[str, set[str]] = {}
    severities: dict[str, list[str]] = {}
    for file in report.files:
        for finding in file.findings:
            files.setdefault(finding.rule, set()).add(file.path)
            severities.setdefault(finding.rule, []).append(finding.severity)
    words = sum(file.words for file in report.files)
    found = [
        RuleCount(
            rule,
            tuple(s for s in reversed(SEVERITIES) if s in of_rule),
            len(of_rule),
            len(files[rule]),
            1000 * len(of_rule) / words if words else 0.0,
            _record(rule, options),
        )
        for rule, of_rule in severities.items()
    ]
    return sorted(found, key=lambda count: (-count.findings, count.rule))


def _record(rule: str, options: Options) -> Tally:
    page = options.page(rule) if options.page else None
    return page.rule.measured.overall() if page and page.rule.measured else NOTHING


def render_table(counts: Sequence[RuleCount], paint: Paint) -> Iterator[str]:
    """Yield the lines of a table for people."""
    rows = [_told(count) for count in counts]
    wide = [max(map(len, column)) for column in zip(_HEADS, *rows, strict=True)]
    yield paint("heading", "  ".join(_aligned(_HEADS, wide)).rstrip())
    for row, count in zip(rows, counts, strict=True):
        cells = list(_aligned(row, wide))
        cells[1] = paint(count.severities[0], cells[1])
        yield "  ".join(cells).rstrip()


def _aligned(row: Sequence[str], wide: Sequence[int]) -> Iterator[str]:
    """Yield the cells of a row: numbers to the right, words to the left."""
    for number, (cell, width) in enumerate(zip(row, wide, strict=True)):
        yield cell.rjust(width) if 2 <= number <= 4 else cell.ljust(width)


def _told(count: RuleCount) -> tuple[str, ...]:
    return (
        count.rule,
        ", ".join(count.severities),
        f"{count.findings:,}",
        f"{count.files:,}",
        f"{count.rate:.1f}",
        in_words(count.record),
    )


def in_words(record: Tally) -> str:
    """Return how often a rule was right: ``46 of 52 (77–95 %)``."""
    return str(record).removeprefix("right in ") if record.of else _NOT_JUDGED


def next_steps(counts: Sequence[RuleCount]) -> Iterator[str]:
    """Yield what to do with such a table."""
    first = counts[0].rule
    yield f"Why is that asked? whosays explain {first}"
    yield f"Where? whosays check --select {first}"


def as_rows(counts: Sequence[RuleCount]) -> Iterator[tuple[object, ...]]:
    """Yield the values under ``COLUMNS``; what was never judged has empty cells."""
    for c in counts:
        record = (c.record.right, c.record.of) if c.record.of else ("", "")
        yield (c.rule, " ".join(c.severities), c.findings, c.files, round(c.rate, 3), *record)


def as_data(counts: Sequence[RuleCount]) -> list[dict[str, Any]]:
    """Return the counts for JSON."""
    return [
        {
            "rule": c.rule,
            "severities": list(c.severities),
            "findings": c.findings,
            "files": c.files,
            "per_1000_words": round(c.rate, 3),
            "measured": {"right": c.record.right, "of": c.record.of} if c.record.of else None,
        }
        for c in counts
    ]


def headline(report: Report) -> str:
    """Return what the table is about: ``58,112 words in 40 files``."""
    words = sum(file.words for file in report.files)
    return f"{plural(words, 'word')} in {plural(len(report.files), 'file')}"
