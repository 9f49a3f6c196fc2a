"""``whosays baseline``: note what texts have today, so that a check shows what is new."""

from __future__ import annotations

import os
from argparse import Namespace
from collections import Counter
from functools import lru_cache

from lint import api
from lint.front.choices import Choices, UsageError
from lint.front.progress import Progress
from lint.front.streams import complain, say
from lint.load.baseline import (
    FILE_NAME,
    Baseline,
    BaselineFinder,
    Entries,
    read_baseline,
    write_baseline,
)
from lint.load.files import TextFile, find_files, load_text
from lint.model.finding import Problem
from lint.model.settings import Settings
from lint.model.typed import NamedTuple
from lint.report.totals import plural

_NOT_CHECKED = 3


class Noted(NamedTuple):
    """A baseline that was written, or was not since there is nothing to know: its path and counts, and the problems."""

    path: str
    known: int
    files: int
    added: int
    pruned: int
    problems: tuple[Problem, ...]


def write(args: Namespace) -> int:
    """Run the command. Raises UsageError and SettingsError."""
    done = note(args)
    complain(done.problems)
    inside = plural(done.files, "file")
    known = plural(done.known, "known finding")
    say(f"{done.path}: {known} in {inside} ({done.added:,} taken in, {done.pruned:,} taken out)\n")
    return _NOT_CHECKED if any(p.status for p in done.problems) else 0


def note(args: Namespace, *, empty: bool = True) -> Noted:
    """Note what texts have today; without ``empty`` only if they have something. Raises UsageError and SettingsError.

    Files that were looked at get the entries that they have now; others keep theirs, unless they are no more.
    """
    choices = Choices(args)
    paths = args.paths or ["."]
    if "-" in paths:
        raise UsageError("baseline: a baseline is of files; stdin has no place in it")
    found = find_files(paths, choices.excluded, choices.wanted, force_exclude=args.force_exclude)
    files = [TextFile(path, choices.settings_for(path)) for path in found.paths]
    choices.raise_problems()
    old = _old(args)
    seen, problems = _seen(files, old)
    entries, added, pruned = _joined(old, seen, prune=args.prune)
    known = sum(sum(of_file.values()) for of_file in entries.values())
    try:
        if known or empty:
            write_baseline(old.path, entries)
    except OSError as error:
        raise UsageError(f"baseline: cannot write {old.path!r}: {error.strerror}") from None
    return Noted(old.path, known, len(entries), added, pruned, (*found.problems, *problems))


def _old(args: Namespace) -> Baseline:
    """Return the baseline that is to be written, as it stands."""
    if args.output:
        if os.path.isfile(args.output):  # noqa: PTH113
            return read_baseline(args.output)
        return Baseline(args.output, os.path.dirname(os.path.abspath(args.output)), {})  # noqa: PTH100, PTH120
    return BaselineFinder().nearest("here") or Baseline(FILE_NAME, os.getcwd(), {})  # noqa: PTH109


def _seen(files: list[TextFile], old: Baseline) -> tuple[dict[str, Counter[str]], list[Problem]]:
    """Return the fingerprints of each file that could be looked at, and the problems of the others.

    What is known of rules that are not on in this run stays known.
    """
    seen: dict[str, Counter[str]] = {}
    problems: list[Problem] = []
    progress = Progress()
    for number, file in enumerate(files, 1):
        text = load_text(file.path)
        told = (
            text
            if isinstance(text, Problem)
            else api.fingerprints(text, name=file.path, settings=file.settings, path=file.path)
        )
        if isinstance(told, Problem):
            problems.append(told)
        else:
            name = old.name_of(file.path)
            on = _active(file.settings)
            idle = {k: n for k, n in old.entries.get(name, {}).items() if k.partition(" ")[0] not in on}
            seen[name] = told + Counter(idle)
        progress(number, len(files))
    progress.clear()
    return seen, problems


@lru_cache(16)
def _active(settings: Settings) -> frozenset[str]:
    return frozenset(rule.id for rule in api.rules(settings))


def _joined(old: Baseline, seen: dict[str, Counter[str]], *, prune: bool) -> tuple[Entries, int, int]:
    """Return the new entries, how many are new among them and how many of the old are not."""
    entries: Entries = {}
    for name, known in old.entries.items():
        if name not in seen and os.path.isfile(os.path.join(old.folder, name)):  # noqa: PTH113, PTH118
            entries[name] = known
    for name, found in seen.items():
        kept = found & Counter(old.entries.get(name, {})) if prune else found
        if kept:
            entries[name] = dict(kept)
    before, after = _flat(old.entries), _flat(entries)
    return entries, (after - before).total(), (before - after).total()


def _flat(entries: Entries) -> Counter[tuple[str, str]]:
    return Counter({(name, key): count for name, known in entries.items() for key, count in known.items()})
