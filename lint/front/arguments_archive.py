"""The options of the commands about archives: ``report`` and those that ask its store."""

from __future__ import annotations

import argparse

DEFAULT_FOLDER = "report"
STORE_NAME = "whosays.duckdb"
KINDS = ("parquet", "csv", "jsonl")


def add_report(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``whosays report`` but for those that say what to ask and of which files."""
    add = parser.add_argument
    add(
        "paths", nargs="*", metavar="PATH", help="files, folders, globs, tables, archives, dumps (default: .)"
    )
    where = parser.add_argument_group("where it goes")
    where.add_argument(
        "--db", metavar="FILE", help=f"the store (default: {STORE_NAME} in the report's folder)"
    )
    where.add_argument(
        "-o", "--output", metavar="FOLDER", help=f"the report's folder (default: {DEFAULT_FOLDER})"
    )
    where.add_argument(
        "--single-file", metavar="FILE", help="write the pages into this one file, not into a folder"
    )
    where.add_argument("--no-pages", action="store_true", help="no pages, only the store")
    where.add_argument(
        "--label", metavar="TEXT", default="", help="a name for this run, such as a date or a version"
    )
    where.add_argument("-q", "--quiet", action="store_true", help="no progress, no notes")
    texts = parser.add_argument_group("which texts")
    texts.add_argument(
        "--text-column", metavar="NAME", default="", help="of tables: the texts (default: guessed)"
    )
    texts.add_argument("--id-column", metavar="NAME", default="", help="of tables: what texts are known by")
    texts.add_argument(
        "--meta-column",
        action="append",
        metavar="NAMES",
        help="of tables: what is told of texts, by commas (default: all short ones)",
    )
    texts.add_argument("--suffix", metavar=".md", default="", help="of tables: the format of the texts")
    texts.add_argument(
        "--files-from", metavar="FILE", help="read paths from this file, a line each (-: stdin)"
    )
    texts.add_argument(
        "--sample", type=_count, metavar="N", default=0, help="only N texts, the same each time"
    )
    parser.set_defaults(fail_on=None, score=False, sentences=False, formats=(), stdin_filename=None)


def add_asking(parser: argparse.ArgumentParser) -> None:
    """Add the options of all commands that ask a store."""
    parser.add_argument(
        "--db",
        metavar="FILE",
        default=f"{DEFAULT_FOLDER}/{STORE_NAME}",
        help=f"the store (default: {DEFAULT_FOLDER}/{STORE_NAME})",
    )


def add_query(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``whosays query``."""
    parser.add_argument("query", metavar="SQL", help="a question in SQL, such as: FROM by_rule")
    _add_table(parser)


def add_trend(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``whosays trend``."""
    parser.add_argument("--by", choices=("run", "group", "rule"), default="run", help="default: run")
    _add_table(parser)


def add_compare(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``whosays compare``."""
    parser.add_argument(
        "old", nargs="?", metavar="RUN", type=_count, help="a run's number (default: the last but one)"
    )
    parser.add_argument("new", nargs="?", metavar="RUN", type=_count, help="another's (default: the last)")
    _add_table(parser)


def add_export(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``whosays export`` and ``whosays import``."""
    parser.add_argument("folder", metavar="FOLDER", help="the folder of the files, one for each table")
    parser.add_argument("--as", dest="kind", choices=KINDS, default="parquet", help="default: parquet")
    add_asking(parser)


def _add_table(parser: argparse.ArgumentParser) -> None:
    add_asking(parser)
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table", help="default: table")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)
