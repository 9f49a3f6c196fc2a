"""A store's tables to files that other programs read, and back: Parquet, CSV, JSON Lines."""

# os.path: as everywhere where files are opened.
# ruff: noqa: PTH103, PTH113, PTH118

from __future__ import annotations

import os

import duckdb

from lint.load.settings import SettingsError
from lint.model.finding import Problem
from lint.store.store import Store
from lint.store.tables import TABLES

KINDS = {
    "parquet": ("parquet", "(FORMAT parquet, COMPRESSION zstd)", "read_parquet(?)"),
    "csv": ("csv", "(FORMAT csv, HEADER)", "read_csv(?, header = true, all_varchar = true)"),
    "jsonl": (
        "jsonl",
        "(FORMAT json)",
        "read_json(?, format = 'newline_delimited', maximum_object_size = 100000000)",
    ),
}
"""By name: the suffix, how DuckDB writes it and how it reads it."""


def export(store: Store, folder: str, kind: str) -> list[str]:
    """Write each table to a file in a folder, which is made. Returns the paths. Raises OSError and duckdb.Error."""
    suffix, how, _ = KINDS[kind]
    os.makedirs(folder, exist_ok=True)
    written = []
    for table in TABLES:
        path = os.path.join(folder, f"{table}.{suffix}")
        draft = f"{path}.{os.getpid()}"
        store.ask(f"COPY (SELECT * FROM {table} ORDER BY ALL) TO '{_quoted(draft)}' {how}")  # noqa: S608 - our own names
        os.replace(draft, path)  # noqa: PTH105
        written.append(path)
    return written


def take_in(store: Store, folder: str, kind: str) -> int:
    """Add the runs of an export to a store, all or none, under the next free numbers. Returns how many there were.

    Raises SettingsError where a file is missing or is no such table.
    """
    suffix, _, reader = KINDS[kind]
    paths = {table: os.path.join(folder, f"{table}.{suffix}") for table in TABLES}
    for path in paths.values():
        if not os.path.isfile(path):
            raise _wrong(path, f"no such file; `whosays export --as {kind}` writes it")
    store.ask("BEGIN TRANSACTION")
    try:
        ((before,),) = store.ask("SELECT coalesce(max(run), 0) FROM runs")
        for table, path in paths.items():
            columns = store.ask(
                "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? AND NOT internal ORDER BY column_index",
                [table],
            )
            picked = ", ".join(f"{_value(name, kind_of, before, kind)}" for name, kind_of in columns)
            store.ask(f"INSERT INTO {table} SELECT {picked} FROM {reader}", [path])  # noqa: S608 - our own names
        ((runs,),) = store.ask("SELECT count(*) FROM runs WHERE run > ?", [before])
        store.ask("COMMIT")
    except duckdb.Error as error:
        store.ask("ROLLBACK")
        raise _wrong(path, f"not as `whosays export` wrote it: {str(error).splitlines()[0]}") from None
    return int(runs)


def _value(name: str, kind_of: str, before: int, kind: str) -> str:
    """Return what a column is taken in as: nested ones are JSON in a CSV file as DuckDB writes them."""
    column = f'"{name}"'
    if name == "run":
        return f"{column}::INTEGER + {before}"
    if kind == "jsonl" and kind_of.startswith("MAP("):
        return f"{column}::JSON::{kind_of}"
    return f"{column}::{kind_of}"


def _quoted(path: str) -> str:
    return path.replace("'", "''")


def _wrong(path: str, message: str) -> SettingsError:
    return SettingsError((Problem(path, message, status=2),))
