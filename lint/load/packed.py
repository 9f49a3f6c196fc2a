"""Reports as plain data, and back: what is kept of a text's check, and what one process tells another of it.

The form is marshal's, which holds data only and cannot run anything. Of a file's report everything is packed but its
text, which whoever unpacks has, and its name.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping

from lint.model.finding import (
    Edit,
    Evidence,
    FileReport,
    Finding,
    Fix,
    LetOff,
    Problem,
    Related,
    Report,
    SentenceScore,
)
from lint.model.text import Cell, Span
from lint.model.typed import Any

_new = tuple.__new__  # half the time of the named tuples' own constructors

_INSIDE: dict[type, Mapping[str, tuple[type, bool]]] = {
    Cell: {"span": (Span, False)},
    Edit: {"span": (Span, False)},
    Evidence: {"span": (Span, False)},
    FileReport: {
        "findings": (Finding, True),
        "sentences": (SentenceScore, True),
        "cells": (Cell, True),
        "let_off": (LetOff, True),
        "beyond": (Finding, True),
    },
    Finding: {
        "span": (Span, False),
        "evidence": (Evidence, True),
        "related": (Related, True),
        "fix": (Fix, False),
    },
    Fix: {"edits": (Edit, True)},
    LetOff: {"finding": (Finding, False)},
    Problem: {},
    Related: {"span": (Span, False)},
    SentenceScore: {"span": (Span, False)},
    Span: {},
}
"""The named tuples inside of each: field → (its type, whether there are many). Other fields hold plain data."""

_PLACES: dict[type, tuple[tuple[int, type, bool], ...]] = {
    kind: tuple([(kind._fields.index(field), *told) for field, told in inside.items()])  # type: ignore[attr-defined]
    for kind, inside in _INSIDE.items()
}
_TEXT, _PATH = FileReport._fields.index("text"), FileReport._fields.index("path")
_WHERE = Problem._fields.index("path")


def packed(report: Report, name: str) -> tuple[Any, ...]:
    """Return the report on one text, or on what kept it from being checked, as plain data without text and name."""
    files = []
    for file in report.files:
        plain = _plain(file, FileReport)
        plain[_TEXT] = plain[_PATH] = None
        files.append(tuple(plain))
    problems = []
    for problem in report.problems:
        told = list(problem)
        told[_WHERE] = None if problem.path == name else problem.path
        problems.append(tuple(told))
    return tuple(files), tuple(problems)


def unpacked(value: tuple[Any, ...], name: str, text: str) -> Report:
    """Return the report on a text of this name. Raises ValueError, TypeError or IndexError for what is none."""
    files, problems = value
    made = []
    for file in files:
        told = _typed(file, FileReport)
        told[_TEXT], told[_PATH] = text, name
        made.append(FileReport._make(told))
    said = []
    for problem in problems:
        told = list(problem)
        if told[_WHERE] is None:
            told[_WHERE] = name
        said.append(Problem._make(told))
    return Report(tuple(made), tuple(said))


def to_bytes(value: Any) -> bytes:
    """Return plain data as bytes; what is not plain becomes so."""
    try:
        return marshal.dumps(value)
    except ValueError:  # a measure of a kind that is not marshal's own: a named tuple, a number of a library
        return marshal.dumps(_simple(value))


def from_bytes(blob: bytes) -> Any:
    """Return the data in bytes that ``to_bytes`` made. Raises ValueError, EOFError or TypeError for others."""
    return marshal.loads(blob)  # noqa: S302 - data only, see above


def _plain(value: tuple[Any, ...], kind: type) -> list[Any]:
    made = list(value)
    for at, inner, many in _PLACES[kind]:
        found = made[at]
        if not found:  # no fix, no evidence
            continue
        if inner is Span:
            made[at] = tuple(found)
        elif many:
            made[at] = tuple([tuple(_plain(each, inner)) for each in found])
        else:
            made[at] = tuple(_plain(found, inner))
    return made


def _typed(value: tuple[Any, ...], kind: type) -> list[Any]:
    made = list(value)
    for at, inner, many in _PLACES[kind]:
        found = made[at]
        if not found:
            continue
        if inner is Span:
            made[at] = _new(Span, found)
        elif many:
            made[at] = tuple([_new(inner, _typed(each, inner)) for each in found])
        else:
            made[at] = _new(inner, _typed(found, inner))
    return made


def _simple(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {_simple(key): _simple(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple([_simple(item) for item in value])
    if isinstance(value, list):
        return [_simple(item) for item in value]
    kinds: tuple[type[Any], ...] = (str, bytes, bool, int, float)
    return next((kind(value) for kind in kinds if isinstance(value, kind)), value)
