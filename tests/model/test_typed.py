"""The named tuples that need no typing behave as typing's own."""

from __future__ import annotations

import pickle
import subprocess
import sys
import typing

import pytest

from lint.model import typed


class Theirs(typing.NamedTuple):
    """A place."""

    line: int
    column: int = 1
    note: str = ""


class Ours(typed.NamedTuple):
    """A place."""

    line: int
    column: int = 1
    note: str = ""

    @property
    def next(self) -> int:
        """The line after it."""
        return self.line + 1


class Nothing(typed.NamedTuple):
    """No fields at all."""


def test_a_value_is_the_same_tuple() -> None:
    for ours, theirs in (
        (Ours(3), Theirs(3)),
        (Ours(3, note="x"), Theirs(3, note="x")),
        (Ours(1, 2, "y"),) * 2,
    ):
        assert ours == theirs
        assert hash(ours) == hash(theirs)
        assert ours._asdict() == theirs._asdict()
        assert ours._replace(column=7) == theirs._replace(column=7)
        assert repr(ours).partition("(")[2] == repr(theirs).partition("(")[2]
    assert Ours._make([1, 2, "z"]) == Theirs._make([1, 2, "z"])
    assert Ours(3).next == 4
    assert Nothing() == ()


def test_a_class_is_the_same_class() -> None:
    for name in ("__doc__", "__module__", "__match_args__", "__slots__", "_fields", "_field_defaults"):
        assert getattr(Ours, name) == getattr(Theirs, name)
    assert isinstance(Ours(1), tuple)
    assert not hasattr(Ours(1), "__dict__")


def test_it_can_be_pickled_and_matched() -> None:
    value = Ours(3, note="x")
    assert pickle.loads(pickle.dumps(value)) == value
    assert type(pickle.loads(pickle.dumps(value))) is Ours
    match value:
        case Ours(line, note=note):
            assert (line, note) == (3, "x")


@pytest.mark.parametrize(
    ("arguments", "names"), [((), {}), ((1, 2, "", 4), {}), ((1,), {"row": 2}), ((1,), {"line": 2})]
)
def test_wrong_arguments_are_refused(arguments: tuple[typing.Any, ...], names: dict[str, typing.Any]) -> None:
    with pytest.raises(TypeError, match=r"__new__\(\)"):
        Ours(*arguments, **names)


def test_wrong_changes_are_refused() -> None:
    with pytest.raises(ValueError, match="no field row"):
        Ours(1)._replace(row=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="3 fields, not 1"):
        Ours._make([1])
    with pytest.raises(AttributeError):
        Ours(1).line = 2  # type: ignore[misc]


def test_a_check_does_without_typing() -> None:
    code = "import sys, lint.front.cli, lint.front.check, lint.report.json_report; print('typing' in sys.modules)"
    told = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False", "lint.model.typed has what typing is imported for"
