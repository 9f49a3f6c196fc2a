from __future__ import annotations

import types
import typing

import pytest

from lint import texts
from lint.load.packed import from_bytes, packed, to_bytes, unpacked
from lint.model import finding
from lint.model.finding import FileReport, Finding, Problem, Report
from lint.model.settings import Settings
from lint.model.text import Cell, Span

NAMES = {**vars(finding), "Cell": Cell, "Span": Span, "Any": int}
"""What the annotations of a report's parts speak of; a measure is any plain value."""


def sample(kind: object, seed: list[int]) -> object:
    """Return a value of an annotated type in which nothing is empty and no two numbers are the same."""
    seed[0] += 1
    arguments = typing.get_args(kind)
    if kind in (int, object):
        return seed[0]
    if kind is str:
        return f"text {seed[0]}"
    if kind is float:
        return seed[0] / 7
    if kind is bool:
        return True
    if isinstance(kind, types.UnionType):
        return sample(next(a for a in arguments if a is not types.NoneType), seed)
    if typing.get_origin(kind) is tuple:
        inner = [a for a in arguments if a is not ...]
        return tuple(sample(inner[n % len(inner)], seed) for n in range(max(2, len(inner))))
    if typing.get_origin(kind) is dict:
        return {sample(arguments[0], seed): [sample(arguments[1], seed), (1, None)]}
    assert hasattr(kind, "_fields"), f"no sample for {kind}"
    return kind(*[sample(eval(kind.__annotations__[field], NAMES), seed) for field in kind._fields])  # type: ignore[operator, attr-defined]


def shape(value: object) -> object:
    """Return a value with the types of all of its parts, in which equal tuples of different kinds differ."""
    if isinstance(value, tuple):
        return type(value).__name__, [shape(part) for part in value]
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    return [shape(part) for part in value] if isinstance(value, list) else (type(value).__name__, value)


def there_and_back(report: Report, name: str, text: str) -> Report:
    return unpacked(from_bytes(to_bytes(packed(report, name))), name, text)


def test_every_field_of_every_part_comes_back_as_it_was() -> None:
    """A field that is added to a report is either plain data or has its row in the table of named tuples."""
    file = typing.cast("FileReport", sample(FileReport, [0]))
    report = Report((file,), (Problem(file.path, "here", 3, 0), Problem("elsewhere", "there", 1, 2)))
    assert shape(there_and_back(report, file.path, file.text)) == shape(report)
    assert isinstance(report.files[0].findings[0], Finding)


def test_what_is_empty_stays_empty() -> None:
    report = Report((FileReport("a.md", "x", (), {}, {}),), ())
    assert shape(there_and_back(report, "a.md", "x")) == shape(report)
    assert there_and_back(Report(), "a.md", "x") == Report()


def test_a_report_takes_the_name_and_the_text_of_whoever_unpacks_it() -> None:
    report = Report((FileReport("a.md", "x", (), {}, {}),), (Problem("a.md", "note", status=0),))
    again = unpacked(packed(report, "a.md"), "b/c.md", "x")
    assert again.files[0].path == again.problems[0].path == "b/c.md"


@pytest.mark.parametrize("asked", [{}, {"score": True, "sentences": True}])
def test_real_reports_are_plain_data(asked: dict[str, bool]) -> None:
    text = (
        "Experts agree that the plan may fail [1]. It is a very unique plan, critics say.\n\n"
        "Studies show that 40% of people are right. The report was written. It could possibly be seen, some believe.\n"
    )
    report = texts.check_text(text * 4, name="a.md", settings=Settings(profile="news", **asked))
    assert report.findings
    assert shape(there_and_back(report, "a.md", text * 4)) == shape(report)


def test_what_is_not_plain_becomes_so() -> None:
    class Word(str):
        pass

    value = {"span": Span(1, 2), "word": Word("x"), "yes": [True, 0.5, None]}
    assert from_bytes(to_bytes(value)) == {"span": (1, 2), "word": "x", "yes": [True, 0.5, None]}
