"""Counts over a report."""

from __future__ import annotations

from collections import Counter

from lint.model.finding import SEVERITIES, Report
from lint.model.typed import NamedTuple


class Totals(NamedTuple):
    """Findings in all, by severity (each, from the gravest) and by group (most first)."""

    findings: int
    severities: dict[str, int]
    groups: dict[str, int]


def totals(report: Report) -> Totals:
    """Count a report's findings, shown or not."""
    findings = (*report.findings, *report.beyond)
    severities = Counter(f.severity for f in findings)
    groups = Counter(f.group for f in findings)
    return Totals(
        severities.total(),
        {name: severities[name] for name in reversed(SEVERITIES)},
        dict(sorted(groups.items(), key=lambda item: (-item[1], item[0]))),
    )


def by_group_and_severity(report: Report) -> dict[str, dict[str, int]]:
    """Return, for each group (most findings first), how many findings of each severity it has."""
    count = totals(report)
    table = {group: dict.fromkeys(count.severities, 0) for group in count.groups}
    for finding in (*report.findings, *report.beyond):
        table[finding.group][finding.severity] += 1
    return table


def plural(number: int, noun: str) -> str:
    """Return a count with its noun: ``1 file``, ``2 files``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
