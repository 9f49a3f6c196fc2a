"""Report → text: one module per format, none of which prints."""

from __future__ import annotations

from collections.abc import Callable

from lint.model.finding import Report
from lint.report.options import Options

Renderer = Callable[[Report, Options], str]
"""Total: any report gives a text, which is empty or ends in a newline."""


def _console(report: Report, options: Options) -> str:
    from lint.report import console  # imported late, as the others: a run needs one format

    return console.render(report, options)


def _concise(report: Report, options: Options) -> str:
    from lint.report import concise

    return concise.render(report, options)


def _json(report: Report, options: Options) -> str:
    from lint.report import json_report

    return json_report.render(report, options)


RENDERERS: dict[str, Renderer] = {"console": _console, "concise": _concise, "json": _json}
"""Formats by the name that ``--format`` takes."""
