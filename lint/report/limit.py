"""At most so many findings in a report: the gravest, and how many more there are."""

from __future__ import annotations

from lint.model.finding import SEVERITIES, FileReport, Report
from lint.report.totals import plural


def keep_gravest(report: Report, most: int) -> Report:
    """Return a report that shows the ``most`` gravest and surest findings, in their order.

    The others are ``beyond`` in their files: they are not shown, and counted as before.
    """
    ranked = sorted(
        (-SEVERITIES.index(f.severity), -f.confidence, number, place)
        for number, file in enumerate(report.files)
        for place, f in enumerate(file.findings)
    )
    kept = {(number, place) for _, _, number, place in ranked[:most]}
    if len(kept) == len(ranked):
        return report
    return report._replace(files=tuple(_cut(file, n, kept) for n, file in enumerate(report.files)))


def _cut(file: FileReport, number: int, kept: set[tuple[int, int]]) -> FileReport:
    shown = [(number, place) in kept for place in range(len(file.findings))]
    return file._replace(
        findings=tuple(f for f, is_shown in zip(file.findings, shown, strict=True) if is_shown),
        beyond=tuple(f for f, is_shown in zip(file.findings, shown, strict=True) if not is_shown),
    )


def untold(count: int) -> str:
    """Return how many findings are not shown, in words: ``12 more findings are not shown (--max-findings)``."""
    are = "is" if count == 1 else "are"
    return f"{plural(count, 'more finding')} {are} not shown (--max-findings)"
