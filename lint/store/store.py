"""A store: open it, take a run in, ask it."""

# os.path: as everywhere where files are opened.
# ruff: noqa: PTH113, PTH120, PTH202

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import duckdb

from lint.load.settings import SettingsError
from lint.model.finding import Problem
from lint.model.typed import Any, NamedTuple
from lint.store.parts import Parts
from lint.store.tables import VERSION, insertions, statements


class RuleRow(NamedTuple):
    """A rule as it was in a run; how many findings of it were judged, and how many of them right."""

    rule: str
    severity: str
    summary: str
    question: str
    judged: int
    right: int


class Run(NamedTuple):
    """What is to be known of a run besides its texts. Times are ISO 8601 with their zone; ``settings`` is JSON."""

    started: str
    finished: str
    version: str
    label: str = ""
    profile: str = ""
    settings: str = "{}"
    sources: tuple[str, ...] = ()
    rules: tuple[RuleRow, ...] = ()


class Store:
    """One database file. Only one process may write to it at a time; DuckDB sees to that."""

    def __init__(self, path: str, connection: duckdb.DuckDBPyConnection) -> None:
        """Keep an open connection; ``open_store`` makes one."""
        self.path = path
        self.connection = connection

    def parts(self) -> Parts:
        """Return where the runs of this store keep what they have done so far: a folder beside it."""
        return Parts(f"{self.path}.parts")

    def append(self, run: Run, parts: Sequence[str]) -> int:
        """Take a run in whole or not at all, and return its number (from 1).

        ``parts`` are Parquet files of batches as ``lint.batch`` gives them, with the columns of ``local.PART``.
        """
        ask = self.connection.execute
        ask("BEGIN TRANSACTION")
        try:
            ((number,),) = self.ask("SELECT coalesce(max(run), 0) + 1 FROM runs")
            if parts:
                for statement in insertions("read_parquet($parts)").values():
                    ask(statement, {"run": number, "parts": list(parts)})
            told = run._asdict()
            rules = told.pop("rules")
            ask(_RUN, {"run": number, **told, "sources": list(run.sources)})
            if rules:
                self.connection.executemany(_RULE, [(number, *rule) for rule in rules])
            ask("COMMIT")
        except BaseException:
            ask("ROLLBACK")
            raise
        return int(number)

    def ask(self, query: str, values: Mapping[str, Any] | Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query. Raises duckdb.Error."""
        return self.connection.execute(query, values).fetchall()


_RUN = """
    INSERT INTO runs SELECT $run, $label, $started::TIMESTAMPTZ, $finished::TIMESTAMPTZ, $version, $profile, $settings,
    $sources, (SELECT count(*) FROM documents WHERE run = $run),
    (SELECT count(*) FROM documents WHERE run = $run AND problem IS NOT NULL),
    (SELECT coalesce(sum(words), 0) FROM documents WHERE run = $run), (SELECT count(*) FROM findings WHERE run = $run)"""
_RULE = "INSERT INTO rules VALUES (?, ?, ?, ?, ?, ?, ?)"


@contextmanager
def open_store(path: str, *, new: bool = False) -> Iterator[Store]:
    """Open a store; with ``new`` it is made where there is none, and may be written to.

    Without, it is only read: by any number of processes, and no query can change it or look at any other file.
    Raises SettingsError with what is wrong, and what to do.
    """
    is_there = os.path.isfile(path) and os.path.getsize(path) > 0
    if not is_there and not new:
        raise _wrong(path, "no such store; `whosays report --db` makes one")
    if new and os.path.dirname(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103
    try:
        connection = duckdb.connect(path, read_only=not new)
    except duckdb.Error as error:
        raise _wrong(path, _why(error)) from None
    try:
        if new and not connection.execute("SELECT 1 FROM duckdb_tables() WHERE NOT internal").fetchall():
            # All at once: a process that is killed here leaves a database without tables, which is begun again.
            connection.execute(f"BEGIN; {'; '.join(statements())}; COMMIT")
        _check_version(path, connection)
        if not new:
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
        yield Store(path, connection)
    finally:
        connection.close()


def _check_version(path: str, connection: duckdb.DuckDBPyConnection) -> None:
    try:
        found = connection.execute("SELECT value FROM about WHERE key = 'whosays.store'").fetchone()
    except duckdb.CatalogException:
        found = None
    if found is None:
        raise _wrong(path, "a database, but no store of whosays; name another with --db")
    if int(found[0]) > VERSION:
        raise _wrong(path, f"a store of version {found[0]}, and this whosays knows {VERSION}; update whosays")


def _why(error: duckdb.Error) -> str:
    message = str(error)
    if "lock" in message.lower():
        return "in use by another process; wait for it to end, or name another store with --db"
    if "not a valid DuckDB database" in message:
        return "no database; name another file with --db"
    return f"cannot be opened: {message.splitlines()[0]}"


def _wrong(path: str, message: str) -> SettingsError:
    return SettingsError((Problem(path, message, status=2),))
