"""SARIF 2.1.0, the format in which code hosts and editors exchange what linters find (OASIS, 2020)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint import __version__
from lint.model.finding import FileReport, Finding, Fix, LetOff, Problem, Report
from lint.model.text import Span
from lint.model.typed import Any, NamedTuple
from lint.report.console import judged
from lint.report.identity import Identity, identities
from lint.report.json_text import written
from lint.report.limit import untold
from lint.report.mending import in_words
from lint.report.options import Options
from lint.report.sarif_places import Places, location
from lint.report.sarif_rules import LEVELS, rule_of
from lint.report.visible import visible

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LINE_ENDS = ["\r\n", "\n", "\r"]
_KINDS = {"stet": "inSource", "baseline": "external"}
_Json = dict[str, Any]


class _Told(NamedTuple):
    """A finding, what it is known by, and why it is let off, if it is."""

    finding: Finding
    identity: Identity
    let_off: LetOff | None


def render(report: Report, options: Options) -> str:
    """Return one run with its rules, findings and problems; columns count code points, as everywhere with us.

    What a stet or a baseline lets stand is among the results, with its suppression, and counts for nothing. Where
    a baseline left something out, each result says whether the baseline knows it.
    """
    compared = any(file.known or file.gone for file in report.files)
    results: list[_Json] = []
    rules: dict[str, tuple[int, Finding]] = {}
    for number, file in enumerate(report.files):
        places = Places(file.path, file.text, number)
        for told in _all(file, let_off=options.let_off):
            rule, _ = rules.setdefault(told.finding.rule, (len(rules), told.finding))
            result = _result(told, places, rule)
            if compared:
                known = told.let_off is not None and told.let_off.by == "baseline"
                result["baselineState"] = "unchanged" if known else "new"
            results.append(result)
    driver = {
        "name": "whosays",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [rule_of(first, options) for _, first in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "language": "en",
        "columnKind": "unicodeCodePoints",
        "newlineSequences": _LINE_ENDS,
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder that whosays was run in."}}},
        "invocations": [_invocation(report)],
        "artifacts": [_artifact(file) for file in report.files],
        "results": results,
    }
    return written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _all(file: FileReport, *, let_off: bool) -> Iterator[_Told]:
    """Yield what is shown and what is let off, in order of position: so are equal ones numbered alike in each run."""
    pairs: list[tuple[Finding, LetOff | None]] = [(f, None) for f in file.findings]
    if file.let_off:
        pairs += [(one.finding, one) for one in file.let_off]
        pairs.sort(key=lambda pair: (pair[0].span, pair[0].rule))
    known_by = identities((f for f, _ in pairs), file.text)
    for (finding, stood), identity in zip(pairs, known_by, strict=True):
        if let_off or stood is None:
            yield _Told(finding, identity, stood)


def _result(told: _Told, places: Places, number: int) -> _Json:
    f, (key, nth), let_off = told
    text = f"{f.question}\n{f.message}" if f.question and f.question != f.message else f.message
    result: _Json = {
        "ruleId": f.rule,
        "ruleIndex": number,
        "level": LEVELS[f.severity],
        "rank": round(100 * f.confidence, 1),
        "message": _message(text or f.rule),
        "locations": [{"physicalLocation": places.place(f.span, whole=f.scope == "document")}],
        "partialFingerprints": {"whosays/v1": key, "whosaysNumber/v1": str(nth)},
        "properties": {"confidence": round(f.confidence, 3), "missing": list(f.missing)},
    }
    if f.looked_for:
        result["properties"]["lookedFor"] = f.looked_for
    if related := list(_related(f, places)):
        result["relatedLocations"] = related
    if f.fix and f.fix.edits:
        result["fixes"] = [_fix(f.fix, places)]
    if let_off:
        result["suppressions"] = [_suppression(let_off)]
    return result


def _message(text: str) -> _Json:
    """Return a message; what would be taken for a link in it is marked as none (SARIF, 3.11.6)."""
    if "](" in text:
        text = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return {"text": text}


def _related(f: Finding, places: Places) -> Iterator[_Json]:
    """Yield the other places that a finding is about, then the evidence that was seen and found wanting."""
    told: Iterable[tuple[Span, str]] = (
        *((related.span, related.note or "see also") for related in f.related),
        *((e.span, f"seen: {judged(e)}") for e in f.evidence),
    )
    for number, (span, note) in enumerate(told):
        yield {"id": number, "message": _message(note), "physicalLocation": places.place(span)}


def _fix(fix: Fix, places: Places) -> _Json:
    edits = [
        {"deletedRegion": places.region(edit.span), "insertedContent": {"text": edit.replacement}}
        for edit in fix.edits
    ]
    return {
        "description": _message(visible(in_words(fix, places.text))),
        "artifactChanges": [{"artifactLocation": places.artifact, "replacements": edits}],
    }


def _suppression(let_off: LetOff) -> _Json:
    made: _Json = {"kind": _KINDS[let_off.by], "status": "accepted"}
    if let_off.reason:
        made["justification"] = let_off.reason
    elif let_off.by == "baseline":
        made["justification"] = "known from the baseline"
    return made


def _artifact(file: FileReport) -> _Json:
    return {"location": location(file.path), "encoding": "utf-8", "roles": ["analysisTarget"]}


def _invocation(report: Report) -> _Json:
    notes = [_notification(problem) for problem in report.problems]
    if beyond := report.beyond:
        notes.append({"level": "note", "message": {"text": untold(len(beyond))}})
    return {
        "executionSuccessful": not any(note["level"] == "error" for note in notes),
        "toolExecutionNotifications": notes,
    }


def _notification(problem: Problem) -> _Json:
    made: _Json = {
        "level": "error" if problem.status else "note",
        "message": _message(problem.message),
    }
    if problem.path:
        place: _Json = {"artifactLocation": location(problem.path)}
        if problem.line:
            place["region"] = {"startLine": problem.line}
        made["locations"] = [{"physicalLocation": place}]
    return made
