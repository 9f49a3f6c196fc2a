"""``whosays check --fix`` and ``--diff``: files mended, or what mending them would change."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from lint import api
from lint.front.progress import Progress
from lint.front.streams import say, wants_color
from lint.load.files import TextFile, load_text, write_text
from lint.model.finding import Fixed, Problem, Report, fault
from lint.report.paint import Paint
from lint.report.totals import plural

_ROLES = {"-": "error", "+": "question", "@": "place"}


def fix_paths(files: Sequence[TextFile], args: Namespace) -> Report:
    """Mend files, or print what would be, and return the report on what is left."""
    progress = Progress()
    done = []
    try:
        for number, file in enumerate(files, 1):
            done.append(_fix_file(file, args))
            progress(number, len(files))
    finally:
        progress.clear()
    return _told(done, [file.path for file in files], args)


def _fix_file(file: TextFile, args: Namespace) -> Fixed:
    """Mend one file. Where it cannot be written, its text is as it was and the problem says so."""
    text = load_text(file.path)
    if isinstance(text, Problem):
        return Fixed("", "", 0, Report((), (text,)))
    try:
        fixed = api.fix_text(
            text,
            name=file.path,
            settings=file.settings,
            unsafe=args.unsafe,
            focus=file.focus,
            path=file.path,
        )
    except Exception as error:  # noqa: BLE001 - one file's fault must not take the others' results
        return Fixed(text, text, 0, Report((), (fault(file.path, error),)))
    if args.diff or fixed.after == text:
        return fixed
    problem = write_text(file.path, text, fixed.after)
    if problem is None:
        return fixed
    left = api.check_text(text, name=file.path, settings=file.settings, focus=file.focus, path=file.path)
    return Fixed(text, text, 0, Report(left.files, (*left.problems, problem)))


def fix_stdin(text: str, file: TextFile, args: Namespace) -> Report:
    """Write the mended text of stdin to stdout, or what would be changed in it."""
    fixed = api.fix_text(
        text,
        name=file.path,
        settings=file.settings,
        unsafe=args.unsafe,
        focus=file.focus,
        path=args.stdin_filename or "",
    )
    if args.fix:
        sys.stdout.buffer.write(fixed.after.encode("utf-8"))
    return _told((fixed,), [file.path], args)


def _told(done: Sequence[Fixed], paths: Sequence[str], args: Namespace) -> Report:
    if args.diff:
        paint = Paint(wants_color(sys.stdout, refused=args.no_color))
        for path, fixed in zip(paths, done, strict=True):
            say("".join(_painted(unified(path, fixed.before, fixed.after), paint)))
    report = Report()
    for fixed in done:
        report += fixed.report
    changed = sum(fixed.after != fixed.before for fixed in done)
    if changed and not args.quiet:
        what = plural(sum(fixed.mended for fixed in done), "finding")
        verb = "mended" if args.fix else "to mend"
        sys.stderr.write(f"whosays: {what} {verb} in {plural(changed, 'file')}\n")
    return report


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a diff that ``git apply`` and ``patch -p1`` take."""
    if before == after:
        return
    from difflib import unified_diff  # imported late: few runs ask for it

    name = path.replace("\\", "/").lstrip("/").removeprefix("./")
    for line in unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Return the lines as patches count them, at line feeds alone."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])


def _painted(lines: Iterator[str], paint: Paint) -> Iterator[str]:
    for line in lines:
        role = _ROLES.get(line[0])
        yield paint(role, line[:-1]) + "\n" if role else line
