"""``whosays``: the command. Arguments in, exit status out; everything but its parser is imported late."""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Sequence

from lint.front.arguments import parser
from lint.model.typed import NoReturn

_NOT_CHECKED, _INTERRUPTED, _PIPE_BROKEN = 3, 130, 141
_COMMANDS = {
    "check": (".check", "check"),
    "init": (".init", "init"),
    "baseline": (".baseline", "write"),
    "explain": (".explain", "explain"),
    "settings": (".settings_shown", "show"),
    "rules": (".catalogue", "list_rules"),
    "test": (".trial", "test_rules"),
    "new-rule": (".new_rule", "new_rule"),
    "completion": (".completion", "completion"),
    "lsp": (".lsp.connections", "serve"),
    "report": (".archive", "report"),
    "query": (".asking", "query"),
    "trend": (".asking", "trend"),
    "compare": (".asking", "compare"),
    "export": (".asking", "export"),
    "import": (".asking", "take_in"),
}
"""The module and the function of each command, imported when it is wanted."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with ``argv`` (default: the process's own) and return its exit status."""
    gc.disable()  # reading the rules makes a hundred thousand lasting values; a long check turns it on again
    try:
        given = sys.argv[1:] if argv is None else argv
        if (
            "--hook" in given
        ):  # its runner puts the names of files behind the options, whatever they begin with
            given = [f"./{name}" if name[:1] == "-" and os.path.lexists(name) else name for name in given]
        args = parser(given).parse_args(given)
    except SystemExit as stop:  # argparse has said what is wrong, or has shown its help
        return stop.code if isinstance(stop.code, int) else 2
    try:
        status = _run(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough
        _abandon_stdout()
        return _PIPE_BROKEN
    except OSError as error:  # a full disk, a closed stdout
        _abandon_stdout()
        sys.stderr.write(f"whosays: error: cannot go on: {error.strerror or error}\n")
        return _NOT_CHECKED
    except Exception as error:  # a fault of ours: one line, and a way to see where
        if os.environ.get("WHOSAYS_TRACEBACK"):
            raise
        told = f"{type(error).__name__}: {error}".splitlines()[0]
        sys.stderr.write(f"whosays: internal error: {told}; set WHOSAYS_TRACEBACK=1 to see where\n")
        return _NOT_CHECKED
    return status


def run() -> NoReturn:
    """Run the command as a process of its own and end the process with its exit status.

    The process ends at once, for everything is written by then: taking a hundred thousand values apart one by
    one, as Python does on its way out, took longer than checking a short text.
    """
    try:
        status = main()
    except KeyboardInterrupt:  # before there was anything to interrupt
        status = _INTERRUPTED
    with contextlib.suppress(OSError, ValueError):  # a stream that is closed has nothing left to say
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def _abandon_stdout() -> None:
    """Keep Python from trying once more, at exit, to write what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(args: argparse.Namespace) -> int:
    """Run one command; say what is wrong in a line each, never in a traceback."""
    from lint.front.streams import complain, make_safe

    make_safe()
    try:
        return _command(args)
    except ValueError as error:  # mistakes in usage, settings and rule files bring their problems along
        problems = getattr(error, "problems", ())
        if not problems:
            raise
        complain(problems)
        return 2


def _command(args: argparse.Namespace) -> int:
    from importlib import import_module  # imported late, as the commands themselves

    module, function = _COMMANDS[args.command]
    status: int = getattr(import_module(module, __package__), function)(args)
    return status


if __name__ == "__main__":
    run()
