"""The arguments of the commands for the first day: ``init``, ``settings`` and ``completion``."""

from __future__ import annotations

import argparse


def add_settings(
    parser: argparse.ArgumentParser, which: argparse._ArgumentGroup, severities: tuple[str, ...]
) -> None:
    """Add those of ``whosays settings``; ``which`` is the group of files and settings that it shares with ``check``."""
    add = parser.add_argument
    add("path", nargs="?", default=".", metavar="FILE", help="a text, or a folder (default: .)")
    add("--format", choices=("table", "json"), default="table", help="default: table")
    add("--schema", action="store_true", help="print the JSON Schema of settings files, for editors")
    add("--no-color", action="store_true", help="plain text")
    which.add_argument("--baseline", metavar="FILE", help="the baseline that is to count")
    which.add_argument("--cache-dir", metavar="DIR", help="keep results of checks there")
    which.add_argument("--no-cache", action="store_true", help="use and keep no results of earlier checks")
    which.add_argument("--no-baseline", action="store_true", help="no baseline is to count")
    add("--fail-on", choices=severities, help="mildest severity to exit 1 (default: warning)")
    parser.set_defaults(score=False, sentences=False, formats=(), stdin_filename=None)


def add_init(parser: argparse.ArgumentParser) -> None:
    """Add those of ``whosays init``."""
    add = parser.add_argument
    add("folder", nargs="?", default=".", metavar="FOLDER", help="where the texts lie (default: .)")
    add("-y", "--yes", action="store_true", help="ask nothing: take what is guessed")
    add("--dry-run", action="store_true", help="show what would be written; write nothing")
    add("--profile", metavar="NAME", help="kind of text of most texts (default: guessed)")
    add(
        "--repo",
        metavar="ADDRESS",
        help="where pre-commit is to get whosays from (default: what is installed here)",
    )
    add("--schema", action="store_true", help="write a JSON Schema, too, for editors of the settings")
    add("--no-hook", action="store_true", help="leave the configuration of pre-commit alone")
    add("--no-baseline", action="store_true", help="set nothing aside: all findings show from the start")


def add_completion(parser: argparse.ArgumentParser) -> None:
    """Add those of ``whosays completion``."""
    parser.add_argument("shell", nargs="?", default="", metavar="SHELL", help="bash, zsh or fish")
    parser.add_argument("words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
