"""``whosays query``, ``trend``, ``compare``, ``export`` and ``import``: what a store knows."""

from __future__ import annotations

import csv
import io
import json
from argparse import Namespace
from collections.abc import Iterator, Sequence

from lint.front.choices import UsageError
from lint.front.streams import say
from lint.model.typed import Any
from lint.report.totals import plural
from lint.report.visible import visible, width

_CELL = 80
"""Columns of a cell in a table that is to be read; other formats have all of it."""
_TRENDS = {
    "run": "FROM trend",
    "group": 'SELECT r.run, r.label, g."group", sum(g.findings)::BIGINT AS findings, round(sum(g.per_1000_words), 3) AS per_1000_words'
    " FROM by_group g JOIN runs r USING (run) GROUP BY ALL ORDER BY 3, 1",
    "rule": "SELECT r.run, r.label, b.rule, b.findings, b.per_1000_words FROM by_rule b JOIN runs r USING (run) ORDER BY 3, 1",
}
Rows = Sequence[Sequence[Any]]


def query(args: Namespace) -> int:
    """Answer a question in SQL. Raises UsageError with what the database says of it."""
    _answer(args, args.query)
    return 0


def trend(args: Namespace) -> int:
    """Tell how the runs compare, by run, group or rule."""
    _answer(args, _TRENDS[args.by])
    return 0


def _answer(args: Namespace, question: str) -> None:
    duckdb = _duckdb()
    from lint.store.store import open_store

    with open_store(args.db) as store:
        try:
            found = store.connection.execute(question)
            names = [column[0] for column in found.description or ()]
            rows = found.fetchall()
        except duckdb.Error as error:
            told = " ".join(
                line.strip() for line in str(error).splitlines() if line.strip() and "^" not in line
            )
            raise UsageError(f"query: {told}; docs/store.md describes the tables") from None
    say(_written(args.format, names, rows))


def compare(args: Namespace) -> int:
    """Tell what is new and what is gone between two runs. Raises UsageError."""
    _duckdb()
    from lint.store.compare import compare as compared
    from lint.store.store import open_store

    with open_store(args.db) as store:
        last = [number for (number,) in store.ask("SELECT run FROM runs ORDER BY run DESC LIMIT 2")]
        if args.old is None and len(last) < 2:
            raise UsageError(f"compare: {args.db} has one run; a second makes something to compare")
        old, new = args.old or last[1], args.new or last[0]
        try:
            found = compared(store, old, new)
        except LookupError as error:
            raise UsageError(f"compare: {error.args[0]}") from None
    say(_written(args.format, list(found.changes[0]._fields) if found.changes else ["what"], found.changes))
    if args.format == "table":
        for before, after in found.renamed:
            say(f"{before} is called {after} now.\n")
        say(
            f"Run {old} to run {new}: {found.count('new'):,} new, {found.count('gone'):,} gone, {found.still:,} still there.\n"
        )
    return 0


def export(args: Namespace) -> int:
    """Write the tables of a store to files."""
    _duckdb()
    from lint.store import exchange
    from lint.store.store import open_store

    with open_store(args.db, new=True) as store:
        written = exchange.export(store, args.folder, args.kind)
    say(f"{plural(len(written), 'table')} written to {args.folder}\n")
    return 0


def take_in(args: Namespace) -> int:
    """Add the runs of an export to a store."""
    _duckdb()
    from lint.store import exchange
    from lint.store.store import open_store

    with open_store(args.db, new=True) as store:
        runs = exchange.take_in(store, args.folder, args.kind)
    say(f"{plural(runs, 'run')} added to {args.db}\n")
    return 0


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError:
        raise UsageError("stores need duckdb; install it with: pip install 'whosays[report]'") from None
    return duckdb


def _written(form: str, names: Sequence[str], rows: Rows) -> str:
    if form == "csv":
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerows([names, *rows])
        return out.getvalue()
    if form == "json":
        listed = [dict(zip(names, row, strict=True)) for row in rows]
        return json.dumps(listed, default=str, indent=1, ensure_ascii=True) + "\n"
    return "".join(f"{line}\n" for line in _table(names, rows))


def _table(names: Sequence[str], rows: Rows) -> Iterator[str]:
    cells = [[_cell(value) for value in row] for row in rows]
    wide = [max(width(c) for c in column) for column in zip(names, *cells, strict=True)] if names else []
    numeric = [
        all(isinstance(value, int | float | None) for value in column) for column in zip(*rows, strict=True)
    ]
    for number, row in enumerate([list(names), *cells]):
        parts = [
            " " * (room - width(cell)) + cell
            if numeric and numeric[at]
            else cell + " " * (room - width(cell))
            for at, (cell, room) in enumerate(zip(row, wide, strict=True))
        ]
        yield "  ".join(parts).rstrip()
        if not number:
            yield "  ".join("─" * room for room in wide)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    told = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else visible(str(value))
    return told if len(told) <= _CELL else f"{told[: _CELL - 1]}…"
