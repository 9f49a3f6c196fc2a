"""Where the strings of a JSON text stand, which no parser of the standard library tells."""

from __future__ import annotations

from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined] # public in all but its stubs

from lint.model.pattern import pattern
from lint.model.text import Span
from lint.model.typed import NamedTuple

_TOKEN = pattern(r"[\"{}\[\],]")
_ESCAPE = pattern(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")


class JsonString(NamedTuple):
    """A string of a JSON text: the keys and places (from 0) that lead to it, and where it stands.

    ``span`` is of its content, without the quotation marks; ``value`` is what it means.
    """

    path: tuple[str | int, ...]
    span: Span
    value: str


def find_strings(text: str) -> Iterator[JsonString]:
    """Yield each string that is a value, in order, of a text that is known to be JSON."""
    path: list[str | int] = []  # of the open containers: the latest key of an object, the place in an array
    is_key = False  # whether the next string of the innermost container is a key
    at = 0
    while found := _TOKEN.search(text, at):
        sign, at = found.group(), found.end()
        if sign == '"':
            value, past = scanstring(text, at)
            if is_key:
                path[-1] = value
            else:
                yield JsonString(tuple(path), Span(at, past - 1), value)
            is_key = False
            at = past
        elif sign in "{[":
            is_key = sign == "{"
            path.append("" if is_key else 0)
        elif sign == ",":
            last = path[-1]
            if isinstance(last, int):
                path[-1] = last + 1
            else:
                is_key = True
        else:
            path.pop()
            is_key = False


def find_escapes(text: str, span: Span) -> Iterator[Span]:
    """Yield where each escape of a string stands: one character each, as a pair of surrogates is, too."""
    at = text.find("\\", span.start, span.end)
    while at >= 0:
        found = _ESCAPE.match(text, at, span.end)
        past = found.end() if found else at + 1
        yield Span(at, past)
        at = text.find("\\", past, span.end)
