"""What is told of each text, as columns: described in ``docs/batch.md``."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa

from lint import __version__
from lint.batch.arrow import NUMBER, TEXT, TEXTS, WHOLE, Field, column
from lint.model.finding import FileReport, Finding
from lint.model.lines import LineIndex, Position
from lint.model.typed import Any, NamedTuple
from lint.store.tables import LADDER, MEASURES, SOURCING

SCHEMA = 1
READABILITY = ("sentences", *MEASURES)
"""Of the readability of a whole text; null where it is too short for a formula."""


class Row(NamedTuple):
    """One text as it was checked: what it is called, what was found, or what kept us from it."""

    id: str | None
    name: str | None
    file: FileReport | None
    problem: str | None
    notes: tuple[str, ...] = ()


class _Found(NamedTuple):
    """A finding with the text around it."""

    finding: Finding
    file: FileReport
    start: Position
    end: Position


def _found(row: Row) -> list[_Found] | None:
    if row.file is None:
        return None
    index = LineIndex(row.file.text)
    at = index.position
    return [_Found(f, row.file, at(f.span.start), at(f.span.end)) for f in row.file.findings]


def _of(get: Callable[[Finding], Any]) -> Callable[[_Found], Any]:
    return lambda found: get(found.finding)


def _measure(name: str) -> Callable[[FileReport], Any]:
    return lambda file: file.readability.get(name)


def _source(name: str) -> Callable[[FileReport], Any]:
    return lambda file: file.sourcing.get(name)


def _score(*path: str) -> Callable[[dict[str, Any]], Any]:
    def get(value: Any) -> Any:
        for step in path:
            value = value.get(step) if value else None
        return value

    return get


_SPAN = (
    Field("start", lambda value: value.span.start, WHOLE),
    Field("end", lambda value: value.span.end, WHOLE),
)
_EVIDENCE = (
    Field("kind", lambda e: e.kind, TEXT),
    Field("text", lambda e: e.text, TEXT),
    *_SPAN,
    Field("where", lambda e: e.where, TEXT),
    Field("strength", lambda e: e.strength, NUMBER),
)
_RELATED = (*_SPAN, Field("note", lambda r: r.note, TEXT))
_FINDING = (
    Field("rule", _of(lambda f: f.rule), TEXT),
    Field("group", _of(lambda f: f.group), TEXT),
    Field("severity", _of(lambda f: f.severity), TEXT),
    Field("confidence", _of(lambda f: f.confidence), NUMBER),
    Field("message", _of(lambda f: f.message), TEXT),
    Field("question", _of(lambda f: f.question), TEXT),
    Field("missing", _of(lambda f: f.missing), TEXTS),
    Field("looked_for", _of(lambda f: f.looked_for), TEXT),
    Field("scope", _of(lambda f: f.scope), TEXT),
    Field("start", _of(lambda f: f.span.start), WHOLE),
    Field("end", _of(lambda f: f.span.end), WHOLE),
    Field("line", lambda found: found.start.line, WHOLE),
    Field("column", lambda found: found.start.column, WHOLE),
    Field("end_line", lambda found: found.end.line, WHOLE),
    Field("end_column", lambda found: found.end.column, WHOLE),
    Field("text", lambda found: found.file.text[slice(*found.finding.span)], TEXT),
    Field("key", _of(lambda f: f.key), TEXT),
    Field("evidence", _of(lambda f: f.evidence), each=_EVIDENCE),
    Field("related", _of(lambda f: f.related), each=_RELATED),
)
_SENTENCE = (*_SPAN, Field("score", lambda s: s.score, NUMBER))
_SOURCING = tuple(Field(name, _source(name), NUMBER if name == "vague_ratio" else WHOLE) for name in SOURCING)
_SCORE = (
    *(Field(name, _score("attributions", name), WHOLE) for name in LADDER),
    Field("claims", _score("claims", "total"), WHOLE),
    Field("claims_supported", _score("claims", "supported"), WHOLE),
    Field("statistics", _score("statistics", "total"), WHOLE),
    Field("statistics_supported", _score("statistics", "supported"), WHOLE),
    Field("hedges_per_1000_words", _score("per_1000_words", "hedges"), NUMBER),
    Field("boosters_per_1000_words", _score("per_1000_words", "boosters"), NUMBER),
    Field("citations_per_1000_words", _score("per_1000_words", "citations"), NUMBER),
    Field("target_grade", _score("readability", "target"), NUMBER),
)
FIELDS = (
    Field("id", lambda row: row.id, TEXT),
    Field("name", lambda row: row.name, TEXT),
    Field("problem", lambda row: row.problem, TEXT),
    Field("notes", lambda row: row.notes, TEXTS),
    Field("words", lambda row: row.file.words if row.file else None, WHOLE),
    Field("suppressed", lambda row: row.file.suppressed if row.file else None, WHOLE),
    Field("findings", _found, each=_FINDING),
    Field(
        "readability",
        lambda row: row.file,
        parts=tuple(Field(name, _measure(name), NUMBER) for name in READABILITY),
    ),
    Field("sourcing", lambda row: row.file, parts=_SOURCING),
    Field("scorecard", lambda row: row.file and row.file.score, parts=_SCORE),
    Field("sentences", lambda row: row.file and row.file.sentences, each=_SENTENCE),
)


def schema() -> pa.Schema:
    """Return the schema of what ``check_batch`` gives, whatever it is given; its metadata tells our version."""
    told = {"whosays.schema": str(SCHEMA), "whosays.version": __version__}
    return pa.schema([pa.field(f.name, f.arrow) for f in FIELDS], metadata=told)


def batch_of(rows: list[Row]) -> pa.RecordBatch:
    """Return rows as a batch of that schema."""
    return pa.RecordBatch.from_arrays([column(f, rows) for f in FIELDS], schema=schema())
