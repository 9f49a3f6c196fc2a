"""A batch of texts in, a batch of what was found in them out: a row each, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from lint import api
from lint.batch.columns import Row, batch_of
from lint.load.files import EMPTY, LARGEST, decode, too_large
from lint.load.memory import few_collections
from lint.model.finding import Problem, fault
from lint.model.settings import Settings
from lint.model.typed import Any, NamedTuple


class Columns(NamedTuple):
    """Which columns of a batch have the texts, what each is known by, and what it is called.

    A name's suffix gives the format, as a file's does. A batch need not have the last two.
    """

    text: str = "text"
    id: str = "id"
    name: str = "name"


def check_batch(
    batch: pa.RecordBatch,
    *,
    settings: Settings = Settings(),  # noqa: B008
    columns: Columns = Columns(),  # noqa: B008
) -> pa.RecordBatch:
    """Check the texts of a batch.

    Args:
        batch: Texts as strings, or as bytes that are decoded as a file's.
        settings: As for ``lint.check_text``; ``score`` and ``sentences`` fill the columns of these names.
        columns: Where the texts are.

    Returns:
        A batch of ``lint.batch.schema()`` with a row for each text, in their order. A text that is null, too large or
        cannot be checked has its ``problem`` told and no findings; it never takes another's result.

    Raises ValueError where there is no column of texts, and RuleFileError for faulty packs.
    """
    if columns.text not in batch.schema.names:
        there = ", ".join(batch.schema.names) or "none"
        raise ValueError(f"no column {columns.text!r} of texts; there are {there}")
    ids, names = (_texts(batch, name) for name in (columns.id, columns.name))
    called = [name or known_by or "<text>" for known_by, name in zip(ids, names, strict=True)]
    texts = map(_text, batch.column(columns.text), called)
    with few_collections():
        rows = check_rows([(*row, "") for row in zip(texts, ids, names, strict=True)], settings)
    return batch_of(rows)


def check_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    settings: Settings = Settings(),  # noqa: B008
    columns: Columns = Columns(),  # noqa: B008
) -> Iterator[pa.RecordBatch]:
    """Check batch after batch as they come: what ``mapInArrow`` wants. Holds one at a time."""
    for batch in batches:
        yield check_batch(batch, settings=settings, columns=columns)


def _texts(batch: pa.RecordBatch, name: str) -> list[str | None]:
    if name not in batch.schema.names:
        return [None] * batch.num_rows
    return [None if value is None else str(value) for value in batch.column(name).to_pylist()]


def check_rows(
    rows: Iterable[tuple[str | Problem, str | None, str | None, str]], settings: Settings
) -> list[Row]:
    """Check texts, each with its id, its name and, where it is a file, its path; a problem stays one."""
    return [_row(*row, settings) for row in rows]


def _row(text: str | Problem, known_by: str | None, name: str | None, path: str, settings: Settings) -> Row:
    called = name or known_by or "<text>"
    if isinstance(text, Problem):
        return _told(known_by, name, text)
    try:
        report = api.check_text(text, name=called, settings=settings, path=path)
    except Exception as error:  # noqa: BLE001 - one text's fault must not take the others' results
        return _told(known_by, name, fault(called, error))
    problems = [p.message for p in report.problems if p.status]
    notes = tuple(p.message for p in report.problems if not p.status)
    file = report.files[0] if report.files else None
    return Row(known_by, name, file, "; ".join(problems) or None, notes)


def _told(known_by: str | None, name: str | None, problem: Problem) -> Row:
    if problem.status:
        return Row(known_by, name, None, problem.message)
    return Row(known_by, name, None, None, (problem.message,))


def _text(value: Any, called: str) -> str | Problem:
    """Return a text of a column, or the problem with it. What is too large is not even copied."""
    if not value.is_valid:
        return Problem(called, "no text: the value is null")
    if pa.types.is_dictionary(value.type):
        value = value.value
    buffer = value.as_buffer() if hasattr(value, "as_buffer") else None
    if buffer is not None and buffer.size > LARGEST:
        return too_large(called)
    text = value.as_py()
    if isinstance(text, bytes):
        return decode(text, called)
    if not isinstance(text, str):
        return Problem(called, f"not a text but of type {value.type}")
    return text if text.strip("\ufeff \t\r\n") else Problem(called, EMPTY, status=0)
