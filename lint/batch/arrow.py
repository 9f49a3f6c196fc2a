"""Values → Arrow arrays, a column at a time: tables of fields, nested as the values are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow as pa

from lint.model.typed import Any, NamedTuple

TEXT, WHOLE, NUMBER = pa.string(), pa.int32(), pa.float64()
TEXTS = pa.list_(TEXT)


class Field(NamedTuple):
    """A column: its name, how to get its value of a row, and its type, or the fields of the values that it lists."""

    name: str
    get: Callable[[Any], Any]
    type: pa.DataType | None = None
    each: tuple[Field, ...] = ()
    parts: tuple[Field, ...] = ()

    @property
    def arrow(self) -> pa.DataType:
        """The type of the column: a list of structs, a struct, or what it is said to be."""
        if self.each:
            return pa.list_(struct_of(self.each))
        return struct_of(self.parts) if self.parts else self.type


def struct_of(fields: Sequence[Field]) -> pa.StructType:
    """Return the type of a row of such fields."""
    return pa.struct([pa.field(f.name, f.arrow) for f in fields])


def column(field: Field, rows: Sequence[Any]) -> pa.Array:
    """Return a column of all rows; where a row gives None, it is null."""
    values = [field.get(row) for row in rows]
    if field.each:
        return _lists(field, values)
    if field.parts:
        return _structs(field.parts, values)
    return pa.array(values, field.type)


def _lists(field: Field, values: Sequence[Sequence[Any] | None]) -> pa.Array:
    ends, flat = [0], list[Any]()
    for value in values:
        flat += value or ()
        ends.append(len(flat))
    offsets = pa.array(ends, pa.int32())
    unknown = pa.array([value is None for value in values], pa.bool_())
    return pa.ListArray.from_arrays(offsets, _structs(field.each, flat), field.arrow, mask=unknown)


def _structs(fields: tuple[Field, ...], values: Sequence[Any]) -> pa.Array:
    unknown = [value is None for value in values]
    known = values
    if any(unknown):  # a row of nothing has its parts, too, and they are masked
        known = [_Nothing if value is None else value for value in values]
    columns = [column(f._replace(get=_unless(f.get)) if any(unknown) else f, known) for f in fields]
    return pa.StructArray.from_arrays(
        columns, fields=list(struct_of(fields)), mask=pa.array(unknown, pa.bool_())
    )


class _Nothing:
    """Stands for a row that is not there."""


def _unless(get: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda row: None if row is _Nothing else get(row)
