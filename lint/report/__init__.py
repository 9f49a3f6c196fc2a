"""Report → text: one module per format, none of which prints."""

from __future__ import annotations

from lint.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from lint.model.finding import Report
    from lint.report.options import Options

    Renderer = Callable[[Report, Options], str]

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
    "html": (".html_report", "render"),
    "csv": (".tables", "render_csv"),
    "markdown": (".tables", "render_markdown"),
}
"""The module and the function of each format that ``--format`` takes, imported when it is wanted: a run needs one."""


def renderer(name: str) -> Renderer:
    """Return what renders a report in a format: any report gives a text, which is empty or ends in a newline."""
    from importlib import (
        import_module,  # imported late, as the parser of the command line needs the names alone
    )

    module, function = FORMATS[name]
    found: Renderer = getattr(import_module(module, __name__), function)
    return found
