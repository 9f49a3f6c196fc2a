"""What may be said on the command line, and what is shown of it as help."""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Callable, Sequence

from lint import __version__
from lint.model.typed import Any, NoReturn

# argparse looks for translations of its words, and Python brings none; finding that out takes 1 ms of every start.
vars(argparse)["_"] = str
_DESCRIPTION = "The editorial linter that asks: who says?"
_EXITS = "exit status: 0 clean, 1 findings, 2 usage or settings, 3 something could not be checked"
FAIL_ON = ("suggestion", "warning", "error", "never")


class _Parser(argparse.ArgumentParser):
    """A parser that asks the terminal for its width itself: argparse imports shutil for it, 2 ms of a start.

    A mistake is told in one line; what says it is imported when there is one.
    """

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse, and refuse at once what is not known here: only the parser of a command knows what is near to it."""
        known, rest = super().parse_known_args(args, namespace)
        if rest:
            from lint.front.mistakes import no_option

            self.error(no_option(self, rest))
        return known, rest

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong, and end with the status of wrong usage."""
        from lint.front.mistakes import line_for

        self.exit(2, line_for(self, message))

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            from lint.front.mistakes import no_choice

            raise argparse.ArgumentError(action, no_choice(action, value))

    def _get_formatter(self) -> argparse.HelpFormatter:
        return argparse.HelpFormatter(self.prog, width=_width() - 2)


def _width() -> int:
    with contextlib.suppress(OSError, ValueError):
        return int(os.environ.get("COLUMNS", "") or os.get_terminal_size().columns)
    return 80


def parser(argv: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """Return the parser of the whole command.

    With ``argv`` it knows the options of the command that ``argv`` names alone: each run needs those of one, and
    making all of them takes longer than the checks of a short text.
    """
    whole = _Parser("whosays", description=_DESCRIPTION, epilog=_EXITS, allow_abbrev=False)
    whole.add_argument("--version", action="version", version=f"whosays {__version__}")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    named = argv[0] if argv and argv[0] in _COMMANDS else ""
    for name, (told, add) in _COMMANDS.items():
        if named and name != named:
            continue
        epilog = _EXITS if name == "check" else None
        command = commands.add_parser(name, help=told, epilog=epilog, allow_abbrev=False)
        if argv is None or name in argv:
            add(command)
            if name not in _WITHOUT_PACKS:
                command.add_argument(
                    "--rules",
                    action="append",
                    metavar="FOLDER",
                    help="add the rules of a folder of one's own",
                )
    return whole


def _add_rules(listing: argparse.ArgumentParser) -> None:
    listing.add_argument("--format", choices=("table", "json"), default="table", help="default: table")
    listing.add_argument("--profile", default="", help="show what this profile turns on (default: general)")
    listing.add_argument("--no-color", action="store_true", help="plain text")


def _add_test(trial: argparse.ArgumentParser) -> None:
    trial.add_argument(
        "packs", nargs="*", metavar="PACK", help="folders of rules (default: those of the settings)"
    )
    trial.add_argument("--no-color", action="store_true", help="plain text")


def _add_new_rule(fresh: argparse.ArgumentParser) -> None:
    fresh.add_argument(
        "name", metavar="GROUP/NAME", help="its name: what is wrong, such as words/empty-phrase"
    )
    fresh.add_argument(
        "--into", metavar="FOLDER", help="the pack (default: the first that the settings name)"
    )
    fresh.add_argument(
        "--kind", choices=("phrase", "frame"), default="phrase", help="how it is found (default: phrase)"
    )


def _add_explain(explain: argparse.ArgumentParser) -> None:
    add = explain.add_argument
    add("rule", metavar="RULE", nargs="?", default="", help="name, with or without its group; or: exemptions")
    add(
        "--at",
        metavar="FILE:LINE",
        help="everything that was matched there, with every factor (also :COLUMN)",
    )
    add("--profile", metavar="NAME", help="with --at: kind of text")
    add("--min-confidence", type=_confidence, metavar="P", help="with --at: 0 to 1 (default: 0.5)")
    add("--settings", metavar="FILE", help="with --at: use this settings file")
    add("--isolated", action="store_true", help="with --at: ignore all settings files")
    add("--no-color", action="store_true", help="plain text")
    unset = dict.fromkeys(("select", "extend_select", "ignore", "fail_on", "today"))
    explain.set_defaults(**unset, strict=False, score=False, sentences=False, formats=())


def _add_check(check: argparse.ArgumentParser) -> None:
    from lint.front.arguments_output import add_output  # imported late: no other command writes reports

    check.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, or - for stdin (default: .)")
    check.add_argument("--watch", action="store_true", help="check again whenever a text is saved")
    which = _add_choices(check)
    which.add_argument(
        "--stdin-filename", metavar="NAME", help="name of the text on stdin: format and settings"
    )
    which.add_argument(
        "--changed-since", metavar="REV", help="only files that differ from this revision, as git tells it"
    )
    which.add_argument(
        "--changed-lines", action="store_true", help="only lines that do (since HEAD, or --changed-since)"
    )
    which.add_argument(
        "--hook",
        action="store_true",
        help="as hooks need it: named files of no known format are left out, and a finding takes one line",
    )
    which.add_argument("--baseline", metavar="FILE", help="leave out what this baseline knows")
    which.add_argument("--cache-dir", metavar="DIR", help="keep results of checks there")
    which.add_argument("--no-cache", action="store_true", help="use and keep no results of earlier checks")
    which.add_argument("--no-baseline", action="store_true", help="leave out nothing that a baseline knows")
    _add_fix(check.add_argument_group("mending"))
    add_output(check.add_argument_group("output"))


def _add_baseline(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders (default: .)")
    add("--output", metavar="FILE", help="the baseline to write (default: the nearest, or one here)")
    add("--prune", action="store_true", help="only take out what occurs no more; take in nothing new")
    _add_choices(parser)
    parser.set_defaults(
        fail_on=None,
        score=False,
        sentences=False,
        formats=(),
        stdin_filename=None,
        quiet=False,
    )


def _add_settings(parser: argparse.ArgumentParser) -> None:
    from lint.front.first_arguments import add_settings

    add_settings(parser, _add_choices(parser), FAIL_ON)


def _add_init(parser: argparse.ArgumentParser) -> None:
    from lint.front.first_arguments import add_init

    add_init(parser)


def _add_completion(parser: argparse.ArgumentParser) -> None:
    from lint.front.first_arguments import add_completion

    add_completion(parser)


def _add_report(parser: argparse.ArgumentParser) -> None:
    from lint.front.arguments_archive import add_report  # imported late, as all about archives

    add_report(parser)
    _add_choices(parser)


def _add_asking(name: str) -> Callable[[argparse.ArgumentParser], None]:
    def add(parser: argparse.ArgumentParser) -> None:
        from lint.front import arguments_archive

        getattr(arguments_archive, f"add_{name}")(parser)

    return add


def _add_lsp(parser: argparse.ArgumentParser) -> None:
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--stdio", action="store_true", help="over standard input and output (the default)")
    how.add_argument("--tcp", type=_port, metavar="PORT", help="over this port of the loopback (0: any)")
    how.add_argument(
        "--ws", type=_port, metavar="PORT", help="the same by WebSocket, for editors in browsers"
    )


def _add_choices(check: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Add what checks and baselines have in common: which rules, how sure, which files and settings."""
    what = check.add_argument_group("what to ask")
    for name, text in (
        ("--select", "only these rules"),
        ("--extend-select", "these rules too"),
        ("--ignore", "not these rules"),
    ):
        what.add_argument(
            name, action="append", metavar="NAMES", help=f"{text}: names, groups or globs, by commas"
        )
    what.add_argument("--profile", metavar="NAME", help="kind of text, such as news, docs, science")
    what.add_argument("--min-confidence", type=_confidence, metavar="P", help="0 to 1 (default: 0.5)")
    what.add_argument("--strict", action="store_true", help="the same as --min-confidence 0.3")
    what.add_argument(
        "--today", metavar="DATE", help="the day to read on, such as 2026-11-24, for dates that have passed"
    )
    which = check.add_argument_group("which files and settings")
    which.add_argument(
        "--format-of",
        action="append",
        metavar="GLOB=FORMAT",
        help="read these files in this format, whatever their suffix; repeatable",
    )
    which.add_argument(
        "--force-exclude", action="store_true", help="leave out excluded files even when named"
    )
    which.add_argument("--isolated", action="store_true", help="ignore all settings files")
    which.add_argument("--settings", metavar="FILE", help="use this settings file for all texts")
    which.add_argument(
        "--jobs",
        type=_jobs,
        default=0,
        metavar="N",
        help="processes at most (default: as many as there are cores, where that is worth it)",
    )
    return which


def _add_fix(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--fix", action="store_true", help="mend what can be mended safely, in the files")
    group.add_argument(
        "--unsafe", action="store_true", help="with --fix or --diff: also edits that may change a claim"
    )
    group.add_argument("--diff", action="store_true", help="show what --fix would do; write nothing")


def _confidence(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return number


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port from 0 to 65535")
    return int(text)


def _jobs(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes")
    return int(text)


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("check texts", _add_check),
    "init": ("begin: write settings, a hook and a baseline", _add_init),
    "explain": ("show a rule, or the whole reckoning at one place", _add_explain),
    "baseline": ("note what an archive has, to see what is new", _add_baseline),
    "settings": ("show what holds for a text, and where each setting comes from", _add_settings),
    "rules": ("list the rules", _add_rules),
    "test": ("try the examples of the built-in rules, or of packs of one's own", _add_test),
    "lsp": ("serve an editor (language server protocol)", _add_lsp),
    "completion": ("print the script that makes a shell complete words on Tab", _add_completion),
    "new-rule": ("write the file of a new rule, to be filled in", _add_new_rule),
    "report": ("read an archive, and keep what was found in a store", _add_report),
    "query": ("ask a store in SQL", _add_asking("query")),
    "trend": ("tell how a store's runs compare", _add_asking("trend")),
    "compare": ("tell what is new and what is gone between two runs", _add_asking("compare")),
    "export": ("write a store's tables to files", _add_asking("export")),
    "import": ("add the runs of an export to a store", _add_asking("export")),
}
_WITHOUT_PACKS = frozenset(("completion", "init", "lsp", "query", "trend", "compare", "export", "import"))
"""Commands without ``--rules``: what an editor shows is chosen by settings, which ``init`` writes; a store knows its rules."""
