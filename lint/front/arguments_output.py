"""What may be said on the command line of how a check is reported."""

from __future__ import annotations

import argparse

from lint.front.arguments import FAIL_ON
from lint.model.typed import Any
from lint.report import FORMATS


class _AddFormat(argparse.Action):
    """Each ``--format`` is a report of its own: a pair of its name and the file that it goes to, ``""`` for stdout."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option: str | None = None) -> None:
        namespace.formats = (*namespace.formats, (values, ""))


class _AddOutput(argparse.Action):
    """``--output`` says where the last ``--format`` goes, or the console's report if none was named."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option: str | None = None) -> None:
        *before, (name, file) = namespace.formats or (("console", ""),)
        if file:
            parser.error(f"--output: {name} goes to {file} already; name another --format first")
        namespace.formats = (*before, (name, values))


def add_output(group: argparse._ArgumentGroup) -> None:
    """Add the options of reports: their formats and places, what is in them, and what they make of the exit status."""
    group.add_argument(
        "--format",
        choices=tuple(FORMATS),
        action=_AddFormat,
        dest="formats",
        default=(),
        metavar="NAME",
        help=f"default: console; repeatable; there are {', '.join(FORMATS)}",
    )
    group.add_argument(
        "--output",
        metavar="FILE",
        action=_AddOutput,
        help="write the format before it there instead of to stdout",
    )
    group.add_argument(
        "--score", action="store_true", help="add a scorecard of each text: voices, evidence, hedges"
    )
    group.add_argument(
        "--sentences",
        action="store_true",
        help="with --format json: score every sentence, how likely it should not be taken at its word",
    )
    group.add_argument(
        "--statistics", action="store_true", help="count findings by rule instead of listing them"
    )
    group.add_argument(
        "--keys", action="store_true", help="with --format json: what a baseline knows each finding by"
    )
    group.add_argument(
        "--no-suppressed",
        action="store_true",
        help="with --format sarif: not what a stet or a baseline lets stand",
    )
    group.add_argument("-q", "--quiet", action="store_true", help="findings only: no summary, no notes")
    group.add_argument("--no-color", action="store_true", help="plain text, as with NO_COLOR set")
    group.add_argument("--fail-on", choices=FAIL_ON, help="mildest severity to exit 1 (default: warning)")
    group.add_argument(
        "--max-findings", type=_count, metavar="N", help="show the N gravest, and say how many more there are"
    )
    group.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of findings")
    return int(text)
