"""Regular expressions that are compiled when they are first used, or not at all.

A check of a short text uses two thirds of our patterns, and compiling them took longer than the rest of its
work. So a pattern waits for its first use; and what the compiler made of it can be handed in from a cache,
as ``re`` itself keeps it between two calls, but not between two runs.
"""

from __future__ import annotations

import re
from array import array

from lint.model.typed import Any, cast

_METHODS = (
    "search",
    "match",
    "fullmatch",
    "finditer",
    "findall",
    "sub",
    "subn",
    "split",
    "pattern",
    "flags",
    "groups",
)

Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""(flags, code as 32-bit words, groups, group numbers by name, names by number): for ``_sre.compile``."""

_known: dict[tuple[str, int], Compiled] = {}
_new: set[tuple[str, int]] = set()


class _Pattern:
    """Stands for a compiled pattern; becomes its methods' holder on first use."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = _compile(self._source, self._flags)
        # From here on each method is an attribute of the instance, found without another call.
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that behaves as ``re.compile(source, flags)`` and is compiled on first use.

    A faulty expression raises ``re.error`` on that first use; a test compiles all of them.
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))


def _compile(source: str, flags: int) -> re.Pattern[str]:
    key = (source, int(flags))
    if key in _known:
        try:
            import _sre  # type: ignore[import-not-found]

            flagged, code, *groups = _known[key]
            return cast("re.Pattern[str]", _sre.compile(source, flagged, array("I", code).tolist(), *groups))
        except (ImportError, TypeError, ValueError, RuntimeError, OverflowError):
            del _known[key]  # another interpreter's code: compile as if there were no cache
    _new.add(key)
    return re.compile(source, flags)


def hand_in(known: dict[tuple[str, int], Compiled]) -> None:
    """Take what an earlier run of the same interpreter compiled."""
    _known.update(known)


def hand_out() -> dict[tuple[str, int], Compiled]:
    """Return all that is known, if this run compiled anything new; else nothing."""
    if not _new:
        return {}
    for key in tuple(_new):
        code = _code_of(*key)
        if code is not None:
            _known[key] = code
    _new.clear()
    return dict(_known)


def _code_of(source: str, flags: int) -> Compiled | None:
    """Return what the interpreter's own compiler makes of a pattern; None where it cannot be had."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(source, flags)
        code = _compiler._code(parsed, flags)
        names = dict(parsed.state.groupdict)
        by_number: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            by_number[number] = name
        return (
            int(flags | parsed.state.flags),
            array("I", list(map(int, code))).tobytes(),
            parsed.state.groups - 1,
            names,
            tuple(by_number),
        )
    except (ImportError, AttributeError, TypeError):
        return None
