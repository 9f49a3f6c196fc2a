"""Tables of texts: Parquet, CSV and TSV, JSON Lines."""

# open: a path stays the string that was typed.
# ruff: noqa: PTH123

from __future__ import annotations

import csv
import json
from collections.abc import Iterator

from lint.load.files import LARGEST, too_large
from lint.load.sources.item import Item, Table
from lint.model.finding import Problem

_ROWS = 256
"""Rows of a Parquet file that are held at once."""


def read_parquet(path: str, table: Table) -> Iterator[Item]:
    """Yield the rows of a Parquet file. Raises ImportError with what to install, and OSError."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise ImportError("Parquet needs pyarrow; install it with: pip install 'whosays[report]'") from None
    try:
        file = pq.ParquetFile(path)
        names = list(file.schema_arrow.names)
        text, known_by, wanted = _columns(table, names)
    except (pa.ArrowInvalid, LookupError) as error:
        yield Item(path, path, Problem(path, _first_line(error)))
        return
    row = 0
    try:
        for batch in file.iter_batches(_ROWS, columns=wanted):
            for number in range(batch.num_rows):
                row += 1
                values = {
                    name: _value(batch.column(at)[number]) for at, name in enumerate(batch.schema.names)
                }
                yield _item(table, path, row, values, text, known_by)
    except pa.ArrowException as error:  # a damaged page: what came before stands
        yield Item(
            f"{path}#{row + 1}", path, Problem(path, f"broken off after {row} rows: {_first_line(error)}")
        )


def _columns(table: Table, names: list[str]) -> tuple[str, str, list[str]]:
    text = table.text_column(names)
    known_by = table.id_column(names)
    meta = table.meta_columns(names, text)
    return text, known_by, [name for name in names if name in {text, known_by, *meta}]


def _value(scalar: object) -> object:
    """Return a value of an Arrow array; a text that is too large is not copied."""
    buffer = scalar.as_buffer() if hasattr(scalar, "as_buffer") else None  # strings and bytes have one
    if buffer is not None and buffer.size > LARGEST:
        return _TooLarge
    return scalar.as_py()  # type: ignore[attr-defined]


class _TooLarge:
    """Stands for a value that is larger than any text that is read."""


def _item(table: Table, path: str, row: int, values: dict[str, object], text: str, known_by: str) -> Item:
    large = values.get(text) is _TooLarge or (
        isinstance(told := values.get(text), str) and len(told) > LARGEST
    )
    item = table.item(path, row, values | ({text: ""} if large else {}), text, known_by)
    return item._replace(text=too_large(item.id)) if large else item


def read_csv(path: str, table: Table) -> Iterator[Item]:
    """Yield the rows of a CSV file with a head line; of a TSV file by its suffix. Raises OSError."""
    csv.field_size_limit(LARGEST + 1)
    with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        kind = csv.excel_tab if path.lower().endswith(".tsv") else csv.excel
        reader = csv.DictReader(file, dialect=kind)
        row = 0
        try:
            names = list(reader.fieldnames or ())
            text, known_by, _ = _columns(table, names)
            for values in reader:
                row += 1
                told: dict[str, object] = {k: v for k, v in values.items() if k is not None}
                yield _decoded(_item(table, path, row, told, text, known_by), reader.line_num)
        except LookupError as error:
            yield Item(path, path, Problem(path, str(error.args[0])))
        except csv.Error as error:
            message = f"broken off after {row} rows: {error}"
            yield Item(f"{path}#{row + 1}", path, Problem(path, message, reader.line_num))


def _decoded(item: Item, line: int) -> Item:
    """Return an item whose text is UTF-8, or its problem."""
    if isinstance(item.text, str) and not item.text.isascii():
        try:
            item.text.encode()
        except UnicodeEncodeError:
            return item._replace(
                text=Problem(item.id, f"not UTF-8 near line {line}; save the table as UTF-8")
            )
    return item


def read_json_lines(path: str, table: Table) -> Iterator[Item]:
    """Yield the objects of a JSON Lines file, one a line. Raises OSError."""
    with open(path, "rb") as file:
        for row, line in enumerate(_lines(file), 1):
            if line is None:
                yield Item(f"{path}#{row}", path, too_large(f"{path}#{row}"))
            elif line.strip():
                yield _of_line(path, row, line, table)


def _of_line(path: str, row: int, line: bytes, table: Table) -> Item:
    try:
        values = json.loads(line.decode("utf-8-sig"))
        if not isinstance(values, dict):
            raise ValueError("no object")
        text, known_by, _ = _columns(table, list(values))
    except LookupError as error:
        return Item(f"{path}#{row}", path, Problem(path, str(error.args[0]), row))
    except (ValueError, RecursionError) as error:
        return Item(f"{path}#{row}", path, Problem(path, f"no JSON object: {_first_line(error)}", row))
    return _sound(_item(table, path, row, values, text, known_by))


def _sound(item: Item) -> Item:
    r"""Return an item without lone surrogates, which JSON can write as ``\ud800`` and no text can hold."""
    if isinstance(item.text, str):
        return item._replace(text=item.text.encode("utf-8", "replace").decode())
    return item


def _lines(file: object) -> Iterator[bytes | None]:
    """Yield lines of at most some four times the largest text (escapes), None for longer ones."""
    most = 4 * LARGEST
    while line := file.readline(most + 1):  # type: ignore[attr-defined]
        if len(line) <= most:
            yield line
            continue
        yield None
        while not line.endswith(b"\n") and (line := file.readline(most)):  # type: ignore[attr-defined]
            pass


def _first_line(error: BaseException) -> str:
    return (str(error.args[0] if error.args else error).splitlines() or [type(error).__name__])[0]
