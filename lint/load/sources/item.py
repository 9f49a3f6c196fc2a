"""One text of many, and how a table says which of its columns is what."""

from __future__ import annotations

from lint.model.finding import Problem
from lint.model.typed import NamedTuple

GUESSES = ("text", "body", "content", "article", "raw_content", "document")
"""Columns that are taken for the texts where none is named, the first that is there."""
KNOWN_BY = ("id", "url", "uri", "doi", "key", "_id")


class Item(NamedTuple):
    """One text: what it is known by, what it is called (a suffix gives the format), the text or what is wrong with it.

    ``meta`` is what is told of it: author, date, section, title and the like. ``path`` is set where it is a file of its
    own, so that bibliographies beside it can be looked at.
    """

    id: str
    name: str
    text: str | Problem
    meta: tuple[tuple[str, str], ...] = ()
    path: str = ""


class Table(NamedTuple):
    """Which columns of a table are what; an empty name means that it is guessed, an empty ``meta`` all short ones."""

    text: str = ""
    id: str = ""
    meta: tuple[str, ...] = ()
    suffix: str = ""
    """Given to the names of texts that have none, such as ``.md``, so that their format is known."""

    def text_column(self, names: list[str]) -> str:
        """Return the column of the texts. Raises LookupError with what to do."""
        if self.text in names:
            return self.text
        there = ", ".join(names) or "none"
        if self.text:
            raise LookupError(f"no column {self.text!r}; there are {there}")
        guess = next((name for name in GUESSES if name in names), "")
        if not guess:
            raise LookupError(f"which column has the texts? There are {there}; name one with --text-column")
        return guess

    def id_column(self, names: list[str]) -> str:
        """Return the column of the ids, or ``""`` where rows are known by their number. Raises LookupError."""
        if self.id and self.id not in names:
            raise LookupError(f"no column {self.id!r}; there are {', '.join(names)}")
        return self.id or next((name for name in KNOWN_BY if name in names), "")

    def meta_columns(self, names: list[str], text: str) -> tuple[str, ...]:
        """Return the columns of what is told of a text. Raises LookupError."""
        if unknown := [name for name in self.meta if name not in names]:
            raise LookupError(f"no column {unknown[0]!r}; there are {', '.join(names)}")
        return self.meta or tuple(name for name in names if name != text)

    def item(self, path: str, row: int, values: dict[str, object], text: str, known_by: str) -> Item:
        """Return the item of one row (from 1): its columns' values, None where there is none."""
        known = values.get(known_by)
        name = f"{path}#{row if known is None else known}"
        told = values.get(text)
        found: str | Problem
        if told is None:
            found = Problem(name, "no text: the value is missing")
        else:
            found = told if isinstance(told, str) else Problem(name, f"not a text but {type(told).__name__}")
        meta = tuple(
            (key, str(value))
            for key in self.meta_columns(list(values), text)
            if (value := values.get(key)) is not None and (self.meta or len(str(value)) <= _SHORT)
        )
        return Item(name, name + self.suffix, found, meta)


_SHORT = 200
"""What is longer is no label to sort and filter by."""
