"""The JSON report: schema 1, described in ``docs/json.md`` and by ``docs/schema-1.json``."""

from __future__ import annotations

from functools import lru_cache

from lint import __version__
from lint.model.finding import Evidence, FileReport, Finding, Fix, Problem, Related, Report, SentenceScore
from lint.model.lines import LineIndex
from lint.model.text import Span
from lint.model.typed import Any
from lint.report.json_text import form, listed, quoted, written
from lint.report.options import Options
from lint.report.totals import totals

SCHEMA = 1
Json = dict[str, Any]

_REPORT = form("schema", "tool", "files", "problems", "summary")
_FILE = form("path", "words", "suppressed", "findings", "readability", "sourcing")
_BEFORE = form("rule", "group", "severity")
_AFTER = form("message", "question", "missing", "looked_for", "scope")
_EVIDENCE = form("kind", "text", "start", "end", "where", "strength")
_RELATED = form("start", "end", "note")
_FIX = form("safe", "note", "edits")
_EDIT = form("start", "end", "replacement")


def render(report: Report, options: Options) -> str:
    """Return the report as one JSON object on one line, in ASCII: no console can garble it."""
    whole = _REPORT % (
        SCHEMA,
        written({"name": "whosays", "version": __version__}),
        listed([_file(file) for file in report.files]),
        listed([_problem(problem) for problem in report.problems]),
        written(_summary(report, options)),
    )
    return whole + "\n"


def _file(file: FileReport) -> str:
    index = LineIndex(file.text)
    told = _FILE % (
        quoted(file.path),
        file.words,
        file.suppressed,
        listed([_finding(f, file, index) for f in file.findings]),
        written(_with_lines(file.readability, index)),
        written(file.sourcing),
    )
    # A key that is there only where it was asked for goes in before the closing brace.
    if file.score:
        told = f'{told[:-1]}, "score": {written(file.score)}}}'
    if file.sentences is not None:
        told = f'{told[:-1]}, "sentences": {listed([_sentence(s, index) for s in file.sentences])}}}'
    if file.fixed is not None:
        told = f'{told[:-1]}, "fixed": {file.fixed}}}'
    if file.beyond:
        told = f'{told[:-1]}, "not_shown": {len(file.beyond)}}}'
    if file.known:
        told = f'{told[:-1]}, "known": {file.known}}}'
    return told


def _sentence(sentence: SentenceScore, index: LineIndex) -> str:
    (start, end), score = sentence
    return f'{{"start": {_position(start, index)}, "end": {_position(end, index)}, "score": {score}}}'


def _with_lines(measures: Json, index: LineIndex) -> Json:
    """Return measures in which each section and paragraph has its line beside its offset."""
    parts = measures.get("scope")
    if not isinstance(parts, list | tuple):
        return measures
    return measures | {"scope": [{**part, "line": index.position(part["offset"]).line} for part in parts]}


def _finding(f: Finding, file: FileReport, index: LineIndex) -> str:
    start, end = f.span
    before, after = _said(f.rule, f.severity, f.message, f.question, f.missing, f.looked_for, f.scope)
    evidence = listed([_evidence(e, index) for e in f.evidence]) if f.evidence else "[]"
    related = listed([_related(r, index) for r in f.related]) if f.related else "[]"
    return (
        f'{before}, "confidence": {round(f.confidence, 3)}, {after}, "start": {_position(start, index)}, '
        f'"end": {_position(end, index)}, "text": {quoted(file.text[start:end])}, "evidence": {evidence}, '
        f'"related": {related}, "fix": {_fix(f.fix, index) if f.fix else "null"}{_cell(file, start)}{_key(f)}}}'
    )


def _cell(file: FileReport, offset: int) -> str:
    cell = file.cell_of(offset) if file.cells else None
    return f', "cell": {{"number": {cell[0]}, "line": {cell[1]}}}' if cell else ""


def _key(f: Finding) -> str:
    return f', "key": {quoted(f.key)}' if f.key else ""


@lru_cache(2048)
def _said(
    rule: str,
    severity: str,
    message: str,
    question: str,
    missing: tuple[str, ...],
    looked_for: str,
    scope: str,
) -> tuple[str, str]:
    """Return what a finding has in common with others of its rule, before and after its confidence."""
    group = rule.partition("/")[0]
    before = _BEFORE % (quoted(rule), quoted(group), quoted(severity))
    after = _AFTER % (quoted(message), quoted(question), written(missing), quoted(looked_for), quoted(scope))
    return before[:-1], after[1:-1]


def _position(offset: int, index: LineIndex) -> str:
    line, column = index.position(offset)
    return f'{{"line": {line}, "column": {column}, "offset": {offset}}}'


def _related(related: Related, index: LineIndex) -> str:
    return _RELATED % (*_range(related.span, index), quoted(related.note))


def _range(span: Span, index: LineIndex) -> tuple[str, str]:
    return _position(span.start, index), _position(span.end, index)


def _evidence(e: Evidence, index: LineIndex) -> str:
    start, end = _range(e.span, index)
    return _EVIDENCE % (quoted(e.kind), quoted(e.text), start, end, quoted(e.where), round(e.strength, 3))


def _fix(fix: Fix, index: LineIndex) -> str:
    edits = [_EDIT % (*_range(edit.span, index), quoted(edit.replacement)) for edit in fix.edits]
    return _FIX % (written(fix.safe), quoted(fix.note), listed(edits))


def _problem(problem: Problem) -> str:
    return written(
        {
            "path": problem.path,
            "line": problem.line or None,
            "message": problem.message,
            "status": problem.status,
        }
    )


def _summary(report: Report, options: Options) -> Json:
    count = totals(report)
    told: Json = {
        "files": len(report.files),
        "words": sum(file.words for file in report.files),
        "findings": count.findings,
        "suppressed": sum(file.suppressed for file in report.files),
        "problems": len(report.problems),
        "severities": count.severities,
        "groups": count.groups,
    }
    if options.statistics:
        from lint.report import statistics  # imported late: few runs ask for it

        told["statistics"] = statistics.as_data(statistics.by_rule(report, options))
    if report.beyond:
        told["not_shown"] = len(report.beyond)
    return told
