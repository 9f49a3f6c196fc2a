"""Report → text: one module per format, none of which prints."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from lint.model.finding import Report
from lint.report.options import Options

Renderer = Callable[[Report, Options], str]
"""Total: any report gives a text, which is empty or ends in a newline."""

FORMATS = {
    "console": (".console", "render"),
    "concise": (".concise", "render"),
    "json": (".json_report", "render"),
    "sarif": (".sarif", "render"),
    "github": (".annotations", "render_github"),
    "gitlab": (".quality_json", "render_gitlab"),
    "azure": (".annotations", "render_azure"),
    "teamcity": (".annotations", "render_teamcity"),
    "junit": (".xml_reports", "render_junit"),
    "checkstyle": (".xml_reports", "render_checkstyle"),
    "rdjson": (".quality_json", "render_rdjson"),
    "csv": (".tables", "render_csv"),
    "markdown": (".tables", "render_markdown"),
}
"""The module and the function of each format that ``--format`` takes, imported when it is wanted: a run needs one."""


def renderer(name: str) -> Renderer:
    """Return what renders a report in a format."""
    module, function = FORMATS[name]
    found: Renderer = getattr(import_module(module, __name__), function)
    return found
