"""``whosays check``: paths → settings for each → a report → where it is to go, and the exit status."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from functools import partial

from lint import api
from lint.front.choices import Choices, UsageError
from lint.front.focusing import Focusing, stale
from lint.front.progress import Progress
from lint.front.streams import complain, options_for
from lint.load.cache_folder import choose_cache_folder
from lint.load.files import LARGEST, Files, TextFile, decode, find_files
from lint.model.finding import SEVERITIES, Problem, Report
from lint.model.focus import Focus
from lint.model.rule import RulePage
from lint.model.settings import Settings
from lint.model.typed import NamedTuple, TextIO
from lint.report import renderer
from lint.report.options import Options

CLEAN, FOUND = 0, 1
_STDIN = "-"
_COUNTING = ("console", "json", "csv", "markdown")
_COUNTED = f"{', '.join(_COUNTING[:-1])} or {_COUNTING[-1]}"
"""The formats that ``--statistics`` has a form in."""


def check(args: Namespace) -> int:
    """Run the command. Returns the exit status; raises UsageError and SettingsError."""
    choose_cache_folder(args.cache_dir or "")
    if args.watch:
        from lint.front.watch import watch  # imported late: it stays as long as its writer does

        return watch(args)
    choices = Choices(args)
    refuse_contradictions(args)
    paths = list(args.paths or ["."])
    report = Report()
    fail_on: dict[str, str] = {}
    if _STDIN in paths:
        paths = [path for path in paths if path != _STDIN]
        report, fail_on = _check_stdin(args, choices)
    if paths:
        more, settings = _check_paths(paths, args, choices)
        report += more
        fail_on = {**fail_on, **settings}
    complain(report.problems, quiet=args.quiet)
    complain(stale(report), quiet=args.quiet)
    if args.diff:
        return _status_of_diff(report)
    deliver(report, args)
    result = status(report, fail_on)
    return CLEAN if args.exit_zero and result == FOUND else result


def refuse_contradictions(args: Namespace) -> None:
    """Raise UsageError for options that cannot go together."""
    if args.fix and args.diff:
        raise UsageError("--diff shows what --fix would write: give one of the two")
    if args.no_cache and args.cache_dir:
        raise UsageError("--cache-dir and --no-cache: give one of the two")
    if args.no_baseline and args.baseline:
        raise UsageError("--baseline and --no-baseline: give one of the two")
    if (args.changed_since or args.changed_lines) and _STDIN in args.paths:
        raise UsageError("--changed-since and --changed-lines look at files, not at stdin")
    if sum(1 for _, path in args.formats if not path) > 1:
        raise UsageError("--format: only one report can go to stdout; give the others an --output FILE each")
    if args.statistics and (lacking := [n for n, _ in args.formats if n not in _COUNTING]):
        raise UsageError(f"--statistics: {lacking[0]} has no room for it; use --format {_COUNTED}")
    if args.unsafe and not (args.fix or args.diff):
        raise UsageError("--unsafe goes with --fix or --diff")
    if args.diff and args.formats:
        raise UsageError("--diff prints a diff and no report: leave out --format and --output")


def _status_of_diff(report: Report) -> int:
    return _worst(report) or (FOUND if any(file.fixed for file in report.files) else CLEAN)


def _worst(report: Report) -> int:
    return max((problem.status for problem in report.problems), default=0)


def status(report: Report, fail_on: Mapping[str, str]) -> int:
    """Return the exit status of a report; ``fail_on`` maps each path to the mildest failing severity."""
    if worst := _worst(report):
        return worst
    for file in report.files:
        least = fail_on.get(file.path, Settings().fail_on)
        if least in SEVERITIES:
            failing = SEVERITIES[SEVERITIES.index(least) :]
            if any(finding.severity in failing for finding in file.findings):
                return FOUND
    return CLEAN


class Chosen(NamedTuple):
    """The files that a run looks at, each with its settings, and how they were found."""

    files: list[TextFile]
    found: Files


def choose(paths: list[str], args: Namespace, choices: Choices) -> Chosen:
    """Return the files to check. Raises SettingsError with all mistakes in all settings, and GitError."""
    found = find_files(
        paths,
        choices.excluded,
        choices.wanted,
        force_exclude=args.force_exclude,
        only_known=args.hook,
    )
    focusing = Focusing(args)
    chosen = [path for path in found.paths if focusing.takes(path)]
    files = [TextFile(path, choices.settings_for(path), focusing.focus_of(path)) for path in chosen]
    choices.raise_problems()
    return Chosen(files, found)


def look_at(files: list[TextFile], args: Namespace) -> Report:
    """Return the report on files; a terminal is shown how far it is."""
    progress = Progress()
    try:
        return api.check_files(
            files, jobs=args.jobs or _at_once(files), on_progress=progress, cache=not args.no_cache
        )
    finally:
        progress.clear()


def _check_paths(paths: list[str], args: Namespace, choices: Choices) -> tuple[Report, dict[str, str]]:
    files, found = choose(paths, args, choices)
    fail_on = {file.path: file.settings.fail_on for file in files}
    if args.fix or args.diff:
        from lint.front.fixing import fix_paths  # imported late: most runs only look

        return Report((), found.problems) + fix_paths(files, args), fail_on
    return Report((), found.problems) + look_at(files, args), fail_on


def _at_once(files: Sequence[TextFile]) -> int:
    if len(files) < 2:
        return 1
    from lint.load.cores import cores  # imported late: for one file there is nothing to share

    return cores()


def _check_stdin(args: Namespace, choices: Choices) -> tuple[Report, dict[str, str]]:
    name = args.stdin_filename or "<stdin>"
    settings = choices.settings_for(args.stdin_filename or "stdin.txt")
    choices.raise_problems()
    if args.force_exclude and args.stdin_filename and choices.excluded(name):
        return Report(), {}
    focus = Focusing(args).focus_of(name) if args.stdin_filename else Focus()
    text = decode(sys.stdin.buffer.read(LARGEST + 1), name)
    if isinstance(text, Problem):
        return Report((), (text,)), {}
    if args.fix or args.diff:
        from lint.front.fixing import fix_stdin

        return fix_stdin(text, TextFile(name, settings, focus), args), {name: settings.fail_on}
    report = api.check_text(text, name=name, settings=settings, focus=focus, path=args.stdin_filename or "")
    return report, {name: settings.fail_on}


def deliver(report: Report, args: Namespace, part: Report | None = None) -> None:
    """Write each report to stdout or to its file; a mended text has stdout to itself.

    With ``part`` stdout gets only that, and nothing if it has no texts. Raises UsageError for a file that cannot be written.
    """
    if args.max_findings is not None and not args.statistics:  # these count all
        from lint.report.limit import keep_gravest  # imported late: most runs show all

        report = keep_gravest(report, args.max_findings)
        part = part and keep_gravest(part, args.max_findings)
    for name, path in args.formats or (("concise" if args.hook else "console", ""),):
        render = renderer(name)
        if not path:
            stream = sys.stderr if args.fix and _STDIN in args.paths else sys.stdout
            if part is None or part.files:
                stream.write(render(part or report, _options(stream, args)))
            continue
        try:
            with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:  # noqa: PTH123
                file.write(render(report, _options(file, args, no_color=True)))
        except OSError as error:
            raise UsageError(f"--output: cannot write {path!r}: {error.strerror}") from None


def _options(stream: TextIO, args: Namespace, *, no_color: bool = False) -> Options:
    packs = tuple(args.rules or ())
    options = options_for(stream, no_color=no_color or args.no_color, quiet=args.quiet)
    return options._replace(
        page=partial(_page, packs=packs), statistics=args.statistics, let_off=not args.no_suppressed
    )


def _page(rule: str, packs: tuple[str, ...]) -> RulePage | None:
    try:
        return api.explain(rule, packs=packs)
    except (
        LookupError
    ):  # a rule about stet comments has no file, and one of a pack of the settings is not known here
        return None
