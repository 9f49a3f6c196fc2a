"""Where output goes: colours or not, how wide, and in which encoding."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterable

from lint.model.finding import Problem
from lint.model.typed import TextIO
from lint.report.options import Options

_WIDTHS = (40, 160)
_USUAL_WIDTH = 100


def make_safe() -> None:
    """Let stdout and stderr write what their encoding lacks as escapes: no character ends a report."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def wants_color(stream: TextIO, *, refused: bool) -> bool:
    """Say whether to colour.

    ``--no-color`` and NO_COLOR refuse, FORCE_COLOR insists, else it is for terminals.
    """
    if refused or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0", "false"}:
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def options_for(stream: TextIO, *, no_color: bool = False, quiet: bool = False) -> Options:
    """Return the look of a report that goes to ``stream``."""
    return Options(wants_color(stream, refused=no_color), quiet, columns(stream))


def columns(stream: TextIO) -> int:
    """Return the width to write for: the terminal's, within reason, or 100."""
    told = os.environ.get("COLUMNS", "")
    wide = int(told) if told.isdecimal() else 0
    if not wide and stream.isatty():
        with contextlib.suppress(OSError, ValueError):
            wide = os.get_terminal_size(stream.fileno()).columns
    return max(_WIDTHS[0], min(wide or _USUAL_WIDTH, _WIDTHS[1]))


def say(text: str) -> None:
    """Write text to stdout."""
    sys.stdout.write(text)


def complain(problems: Iterable[Problem], *, quiet: bool = False) -> None:
    """Write problems to stderr, one line each; when quiet, without those that are mere notes."""
    for problem in problems:
        from lint.report.visible import visible  # imported late: most runs have nothing to complain about

        if problem.status or not quiet:
            kind = "error" if problem.status else "note"
            sys.stderr.write(f"whosays: {kind}: {visible(str(problem))}\n")
