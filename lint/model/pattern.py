"""Regular expressions that are compiled when they are first used.

A check of a short text uses a third of our patterns, and compiling all of them took longer than starting
Python and reading the rules together.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern; becomes its methods' holder on first use."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        # From here on each method is an attribute of the instance, found without another call.
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


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


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that behaves as ``re.compile(source, flags)`` and is compiled on first use.

    A faulty expression raises ``re.error`` on that first use; a test compiles all of them.
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))
