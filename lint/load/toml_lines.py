"""Where a key of a TOML file stands, for messages: ``tomllib`` keeps no lines."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.model.typed import NamedTuple

_HEADER = pattern(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = pattern(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = pattern(r"[\w-]+|\"[^\"]*\"|'[^']*'")

Place = tuple[str | int, ...]
"""A way into the data: ``("files", 1, "profile")`` is the profile of the second ``[[files]]``."""


class _Line(NamedTuple):
    number: int
    place: Place


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _places(source: str) -> list[_Line]:
    """Return each header's and key's line; multi-line strings may mislead it."""
    found: list[_Line] = []
    counts: dict[tuple[str, ...], int] = {}
    table: Place = ()
    for number, line in enumerate(source.splitlines(), 1):
        if header := _HEADER.match(line):
            name = _parts(header[2])
            table = name
            if header[1] == "[[":
                counts[name] = counts.get(name, -1) + 1
                table = (*name, counts[name])
            found.append(_Line(number, table))
        elif key := _KEY.match(line):
            found.append(_Line(number, table + _parts(key[1])))
    return found


def line_of(source: str, place: Place, value: str = "") -> int:
    """Return the 1-based line of a key, or of the string ``value`` in its list; 1 where nothing is found."""
    lines = _places(source)
    best = next((line.number for line in lines if line.place == place), 0)
    if not best:  # an inline table: the longest beginning of the place that has a line
        shorter = [line for line in lines if line.place and place[: len(line.place)] == line.place]
        best = max(shorter, key=lambda line: len(line.place)).number if shorter else 1
    if not value:
        return best
    past = next((line.number for line in lines if line.number > best), len(source) + 1)
    for number, text in enumerate(source.splitlines()[best - 1 : past - 1], best):
        if f'"{value}"' in text or f"'{value}'" in text:
            return number
    return best
