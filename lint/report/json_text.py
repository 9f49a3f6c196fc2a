"""Values → JSON, as ``json.dumps`` writes them: for objects of few shapes, in great number.

The keys of an object are written once for all objects of its shape. And a run that reports one short text does
not wait for the import of ``json``, whose reader it has no use for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from math import isfinite

from lint.model.typed import Any

try:
    from _json import encode_basestring_ascii as quoted
except ImportError:  # an interpreter without the fast half of json
    from json.encoder import encode_basestring_ascii as quoted

__all__ = ["form", "listed", "quoted", "written"]


@cache
def form(*keys: str) -> str:
    """Return the form of the objects that have these keys: a ``%`` template for values that are JSON already."""
    return "{" + ", ".join([f"{quoted(key)}: ".replace("%", "%%") + "%s" for key in keys]) + "}"


def listed(texts: Iterable[str]) -> str:
    """Return the array of values that are JSON already."""
    return f"[{', '.join(texts)}]"


def written(value: Any) -> str:
    """Return any value that JSON has a name for."""
    return _WRITERS.get(value.__class__, _by_json)(value)


def _object(value: Mapping[str, Any]) -> str:
    return form(*value) % tuple([written(v) for v in value.values()])


def _array(value: Iterable[Any]) -> str:
    return listed(map(written, value))


def _float(value: float) -> str:
    return repr(value) if isfinite(value) else _by_json(value)


def _by_json(value: Any) -> str:
    import json  # imported late, see above

    return json.dumps(value)


_WRITERS: dict[type, Callable[[Any], str]] = {
    str: quoted,
    int: repr,
    float: _float,
    bool: {True: "true", False: "false"}.__getitem__,
    None.__class__: lambda _: "null",
    dict: _object,
    list: _array,
    tuple: _array,
}
