"""Findings and problems in the words of the protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from lint.front.lsp.buffers import Buffer
from lint.load.packs_folder import rules_folder
from lint.model.finding import Finding, Problem
from lint.model.typed import Any

SOURCE = "whosays"
_SEVERITIES = {"error": 1, "warning": 2, "suggestion": 3}
_UNNECESSARY = 1
_SOURCES = frozenset(("source", "who", "which_study"))
Place = Callable[[int, int], dict[str, Any]]


def diagnostics_of(buffer: Buffer, findings: Iterable[Finding], encoding: str) -> list[dict[str, Any]]:
    """Return the protocol's diagnostics of a text's findings, in their order."""

    def place(start: int, end: int) -> dict[str, Any]:
        return buffer.range(start, end, encoding)

    return [_diagnostic(finding, buffer, place) for finding in findings]


def _diagnostic(finding: Finding, buffer: Buffer, place: Place) -> dict[str, Any]:
    start, end = finding.span
    made: dict[str, Any] = {
        "range": place(start, start if finding.scope == "document" else end),
        "severity": _SEVERITIES[finding.severity],
        "code": finding.rule,
        "source": SOURCE,
        "message": f"{finding.question}\n{finding.message}" if finding.question else finding.message,
        "data": {
            "rule": finding.rule,
            "confidence": finding.confidence,
            "question": finding.question,
            "looked_for": finding.looked_for,
        },
    }
    if page := page_of(finding.rule):
        made["codeDescription"] = {"href": page}
    if deletes(finding, buffer.text):
        made["tags"] = [_UNNECESSARY]
    if finding.related:
        made["relatedInformation"] = [
            {
                "location": {"uri": buffer.uri, "range": place(*related.span)},
                "message": related.note or "see also",
            }
            for related in finding.related
        ]
    return made


def deletes(finding: Finding, text: str) -> bool:
    """Say whether the fix of a finding only takes words out; the next word's first letter may become a capital."""
    return finding.fix is not None and all(
        len(edit.replacement) <= 1
        and text[edit.span.start : edit.span.end].lower().endswith(edit.replacement.lower())
        for edit in finding.fix.edits
    )


def owes_source(finding: Finding) -> bool:
    """Say whether a source named or cited would answer a finding."""
    return finding.scope != "document" and not _SOURCES.isdisjoint(finding.missing)


@lru_cache(1024)
def page_of(rule: str) -> str:
    """Return the address of a rule's own file, which says what it is about; none for rules that have no file."""
    file = Path(rules_folder(), f"{rule}.toml")
    return file.resolve().as_uri() if file.is_file() else ""


def diagnostic_of_problem(problem: Problem) -> dict[str, Any]:
    """Return what kept us from our work as a diagnostic on its line, or on the first."""
    line = max(problem.line - 1, 0)
    place = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 1000}}
    severity = _SEVERITIES["error" if problem.status else "suggestion"]
    return {"range": place, "severity": severity, "source": SOURCE, "message": problem.message}
