"""``whosays check --watch``: the check again whenever a text is saved, for those who write with a terminal beside them."""

# os.path: a path stays the string that was typed.
# ruff: noqa: PTH100, PTH112, PTH120

from __future__ import annotations

import contextlib
import gc
import os
import sys
import time
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterable

from lint.front import check
from lint.front.choices import Choices, UsageError, packs_of
from lint.front.focusing import stale
from lint.front.streams import complain
from lint.load import stamps
from lint.load.files import Files, TextFile
from lint.load.stamps import Stamp
from lint.model.finding import FileReport, Problem, Report
from lint.model.typed import NamedTuple, NoReturn
from lint.report.totals import plural
from lint.report.visible import visible

_TO_A_SCREEN = ("console", "concise")
_NAMED = 3
"""So many saved texts are named; of more, their number is."""


Key = tuple[TextFile, Stamp, object]
"""What a text's findings depend on: its path and settings, its stamp, and the rules and bibliographies around it."""


class Kept(NamedTuple):
    """What was found in one text, and under which key."""

    key: Key
    files: tuple[FileReport, ...]
    problems: tuple[Problem, ...]

    @property
    def questions(self) -> int:
        """The number of its findings."""
        return sum(len(file.findings) for file in self.files)


class Look(NamedTuple):
    """All texts as they are now, those of them that were checked again, and those that are no more."""

    report: Report
    again: Report
    checked: tuple[str, ...]
    gone: tuple[str, ...]
    before: int
    """Findings that the texts that were checked again, or are no more, had before."""


def watch(args: Namespace) -> NoReturn:
    """Check, and check again, until it is interrupted.

    Raises UsageError and SettingsError where the first check cannot be made, and KeyboardInterrupt.
    """
    _refuse(args)
    gc.enable()  # a command that stays must not grow
    desk = Desk(args)
    look = desk.look()
    complain(stale(look.report), quiet=args.quiet)
    faulty = False
    _show(look, args, first=True)
    while True:
        _wait(desk)
        try:
            look = desk.look()
            if faulty or look.checked or look.gone:
                _show(look, args, first=faulty)
            faulty = False
        except BrokenPipeError:
            raise
        except (ValueError, OSError) as error:
            faulty = True
            desk.heed(_told(error))
            _clear()
            complain(_told(error))
            _say("not checked; once this is mended, the check goes on")


def _told(error: ValueError | OSError) -> tuple[Problem, ...]:
    """Return the mistakes in settings, packs or baselines that are being written, or what went while it was read."""
    if isinstance(error, OSError):
        return (Problem(str(error.filename or ""), error.strerror or str(error)),)
    problems: tuple[Problem, ...] = getattr(error, "problems", ())
    if not problems:
        raise error
    return problems


def _refuse(args: Namespace) -> None:
    """Raise UsageError for what cannot go with ``--watch``."""
    if args.fix or args.diff:
        raise UsageError(
            "--watch only looks: run --fix or --diff by itself, or it would write into an open text"
        )
    if "-" in args.paths:
        raise UsageError("--watch looks at files, not at stdin")
    if any(not path and name not in _TO_A_SCREEN for name, path in args.formats):
        raise UsageError(
            f"--watch shows {' or '.join(_TO_A_SCREEN)}; give any other --format an --output FILE"
        )
    check.refuse_contradictions(args)


def _wait(desk: Desk) -> None:
    try:
        stamps.wait_for_change(desk.stamps, desk.stamps_now)
    except KeyboardInterrupt:
        if sys.stdout.isatty():
            sys.stdout.write("\n")  # the shell's next line begins at the left
        raise


class Desk:
    """The texts that are watched, with what is known of each; ``stamps`` are those of all files that matter."""

    def __init__(self, args: Namespace) -> None:
        """Look at nothing yet."""
        self._args = args
        self._paths: list[str] = list(args.paths or ["."])
        self._outputs = {os.path.abspath(path) for _, path in args.formats if path}
        self._kept: dict[str, Kept] = {}
        self._listed: list[str] = []
        self._found = Files((), ())
        self._rules: stamps.Stamps = {}
        self.stamps: stamps.Stamps = {}

    def look(self) -> Look:
        """Check the texts that are not as they were. Raises SettingsError, GitError and RuleFileError."""
        args = self._args
        if stamps.stamps_of(self._rules) != self._rules:
            from lint.prepare import forget

            forget()
        self.stamps = self.stamps_now()  # what changes from here on is seen by the next look
        files, self._found = check.choose(self._paths, args, Choices(args))
        files = [file for file in files if os.path.abspath(file.path) not in self._outputs]
        self._list(
            {pack: None for file in files for pack in file.settings.packs} | dict.fromkeys(packs_of(args))
        )
        lore = (
            tuple(self._rules.items()),
            tuple(stamps.stamps_of(stamps.bibliographies(self._folders())).items()),
        )
        keys: dict[str, Key] = {file.path: (file, self.stamps.get(file.path), lore) for file in files}
        todo = [
            file
            for file in files
            if file.path not in self._kept or self._kept[file.path].key != keys[file.path]
        ]
        again = check.look_at(todo, args) if todo else Report()
        return self._put_together(files, todo, again, keys)

    def _put_together(
        self,
        files: list[TextFile],
        todo: list[TextFile],
        again: Report,
        keys: dict[str, Key],
    ) -> Look:
        reports, problems = defaultdict[str, list[FileReport]](list), defaultdict[str, list[Problem]](list)
        for report in again.files:
            reports[report.path].append(report)
        for problem in again.problems:
            problems[problem.path].append(problem)
        gone = tuple(path for path in self._kept if path not in keys)
        checked = tuple(file.path for file in todo)
        before = sum(self._kept[path].questions for path in (*checked, *gone) if path in self._kept)
        fresh = {path: Kept(keys[path], tuple(reports[path]), tuple(problems[path])) for path in checked}
        self._kept = {file.path: fresh.get(file.path) or self._kept[file.path] for file in files}
        whole = Report(
            tuple(report for kept in self._kept.values() for report in kept.files),
            self._found.problems
            + tuple(problem for kept in self._kept.values() for problem in kept.problems),
        )
        return Look(
            whole, again._replace(problems=self._found.problems + again.problems), checked, gone, before
        )

    def heed(self, problems: Iterable[Problem]) -> None:
        """Watch also the files that the problems are about: a look that failed did not come to list them."""
        self._listed += [problem.path for problem in problems if problem.path not in self._listed]
        self._listed += [
            path for path in stamps.surroundings((), self._folders()) if path not in self._listed
        ]
        self.stamps |= {path: stamp for path, stamp in self.stamps_now().items() if path not in self.stamps}

    def stamps_now(self) -> stamps.Stamps:
        """Return the stamps of all that matters, as the disk has them now."""
        return stamps.stamps_of(self._listed)

    def _folders(self) -> list[str]:
        return [*{*self._found.folders, *(os.path.dirname(path) or "." for path in self._found.paths)}]

    def _list(self, packs: Iterable[str]) -> None:
        """List the files that matter: texts, folders, what says how they are checked, rules, and git's own."""
        args = self._args
        self._rules = stamps.stamps_of(stamps.rule_files(packs))
        listed = [*self._paths, *self._found.paths, *self._found.folders, *self._rules]
        listed += stamps.surroundings(self._found.paths, self._found.folders)
        listed += stamps.bibliographies(self._folders())
        listed += [path for path in (args.settings, args.baseline) if path]
        if args.changed_since or args.changed_lines:
            from lint.load.changes import written_by_git

            tops = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in self._paths}
            listed += [path for top in tops for path in written_by_git(top)]
        self._listed = list(dict.fromkeys(listed))
        self.stamps = {path: self.stamps.get(path, stamp) for path, stamp in self.stamps_now().items()}


def _show(look: Look, args: Namespace, *, first: bool) -> None:
    """Show all questions at first, later those of the texts that were saved; then a line with the time and counts."""
    _clear()
    part = look.report if first else look.again
    check.deliver(look.report, args, part)
    sys.stdout.flush()
    complain(part.problems, quiet=args.quiet)
    total = (
        f"{plural(len(look.report.findings), 'open question')} in {plural(len(look.report.files), 'file')}"
    )
    told = "" if first else f"{_named(look)}; "
    _say(f"{told}{total}{'; Ctrl-C ends' if sys.stdout.isatty() else ''}")


def _named(look: Look) -> str:
    """Return the texts that were saved or are gone, how many questions they have, and how many more or fewer."""
    names = [*look.checked, *(f"{path} (gone)" for path in look.gone)]
    left = len(names) - _NAMED
    shown = ", ".join(visible(name) for name in names[:_NAMED]) + (f" and {left:,} more" if left > 0 else "")
    now = len(look.again.findings)
    more = now - look.before
    changed = f", {abs(more):,} {'more' if more > 0 else 'fewer'}" if more else ""
    return f"{shown}: {plural(now, 'open question')}{changed}"


def _say(text: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')}  {text}\n")
    sys.stdout.flush()


def _clear() -> None:
    """Begin at the top of an empty screen; what was on it can be scrolled back to."""
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return
    lines = 0
    with contextlib.suppress(OSError):
        lines = os.get_terminal_size(sys.stdout.fileno()).lines
    sys.stdout.write("\n" * max(lines - 1, 0) + "\x1b[H\x1b[J")
    sys.stdout.flush()
