"""``whosays report``: an archive read, what was found kept in a store, and a page about it."""

# os.path: a path stays the string that was typed.
# ruff: noqa: PTH118

from __future__ import annotations

import json
import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from functools import cache
from heapq import heappush, heapreplace

from lint import __version__, api
from lint.front.archive_folder import check_folder, write_whole
from lint.front.arguments_archive import DEFAULT_FOLDER, STORE_NAME
from lint.front.choices import Choices, UsageError, listed, packs_of
from lint.front.pace import Pace
from lint.front.streams import complain, say
from lint.load.cores import cores
from lint.load.sources import Item, Table, read_sources
from lint.model.finding import Problem
from lint.model.measured import Measure
from lint.model.settings import Settings
from lint.model.typed import TYPE_CHECKING
from lint.report.totals import plural

if TYPE_CHECKING:
    from lint.batch.local import Done
    from lint.model.rule import RulePage
    from lint.store.store import Run, Store

_FINE, _NOT_CHECKED = 0, 3


def report(args: Namespace) -> int:
    """Run the command. Raises UsageError and SettingsError."""
    _need()
    from lint.batch.local import run_batches
    from lint.store.store import open_store

    choices = Choices(args)
    folder = args.output or DEFAULT_FOLDER
    path = args.db or os.path.join(folder, STORE_NAME)
    in_folder = not args.no_pages and (bool(args.output) or not args.single_file)
    if in_folder:
        check_folder(folder, path)
    began = time.time()
    with open_store(path, new=True) as store:
        items = _sampled(_items(args, choices), args.sample)
        parts = store.parts()
        pace = Pace(quiet=args.quiet)
        try:
            done = run_batches(
                items,
                _settings_for(choices),
                parts,
                rules=_fingerprint(args),
                jobs=_jobs(args),
                on_progress=pace,
            )
        finally:
            pace.clear()
        choices.raise_problems()
        number = store.append(_run(args, choices, began), parts.paths)
        written = _write(args, folder if in_folder else "", store, number, parts.paths)
        problems = store.ask(
            "SELECT id, problem FROM documents WHERE run = ? AND problem IS NOT NULL ORDER BY document LIMIT 20",
            [number],
        )
        parts.discard()
    complain(Problem(id_, what) for id_, what in problems)
    if done.problems > len(problems):
        complain(
            (
                Problem(
                    "", f"and {plural(done.problems - len(problems), 'text')} more that could not be checked"
                ),
            )
        )
    say(_summary(number, path, done, written))
    return _NOT_CHECKED if done.problems else _FINE


def _write(args: Namespace, folder: str, store: Store, number: int, parts: list[str]) -> str:
    """Write the pages, and return what is to be opened. Raises OSError."""
    from lint.front.archive_pages import one_page, write_pages

    packs = packs_of(args)
    pages = cache(lambda rule: _rule_page(rule, packs))
    if folder:
        write_pages(folder, store, number, parts, pages, jobs=_jobs(args))
    if args.single_file and not args.no_pages:
        write_whole(args.single_file, one_page(store, number, parts, pages))
        return str(args.single_file)
    return os.path.join(folder, "index.html") if folder else ""


def _rule_page(rule: str, packs: tuple[str, ...]) -> RulePage | None:
    try:
        return api.explain(rule, packs=packs)
    except LookupError:  # a rule about stet comments has no file
        return None


def _need() -> None:
    """Raise UsageError unless what the extra brings is there."""
    from importlib.util import find_spec  # imported late: only this command asks

    for module in ("pyarrow", "duckdb"):
        if find_spec(module) is None:
            raise UsageError(f"reports need {module}; install it with: pip install 'whosays[report]'")


def _jobs(args: Namespace) -> int:
    return args.jobs or cores()


def _items(args: Namespace, choices: Choices) -> Iterator[Item]:
    meta = listed(args.meta_column)
    table = Table(args.text_column, args.id_column, meta, args.suffix)
    paths = [*args.paths, *_listed_paths(args.files_from)] or ["."]
    return read_sources(paths, table, excluded=choices.excluded, wanted=choices.wanted)


def _listed_paths(name: str | None) -> Iterator[str]:
    """Yield the paths that a file lists, a line each. Raises UsageError."""
    if not name:
        return
    try:
        with sys.stdin if name == "-" else open(name, encoding="utf-8", errors="surrogateescape") as file:  # noqa: PTH123
            for line in file:
                if path := line.rstrip("\r\n"):
                    yield path
    except OSError as error:
        raise UsageError(f"--files-from: cannot read {name!r}: {error.strerror}") from None


def _sampled(items: Iterator[Item], size: int) -> Iterator[Item]:
    """Return ``size`` of the items in their order, chosen by their ids: the same each time, however many there are."""
    if not size:
        return items
    from hashlib import blake2b

    kept: list[tuple[int, int, Item]] = []
    for number, item in enumerate(items):
        known_by = item.id.encode("utf-8", "surrogatepass")
        lot = -int.from_bytes(blake2b(known_by, digest_size=8).digest(), "big")
        if len(kept) < size:
            heappush(kept, (lot, number, item))
        elif lot > kept[0][0]:
            heapreplace(kept, (lot, number, item))
    return iter([item for _, _, item in sorted(kept, key=lambda one: one[1])])


def _settings_for(choices: Choices) -> Callable[[Item], Settings]:
    """Return what gives the settings of each item, with all that a report needs."""

    @cache
    def whole(settings: Settings) -> Settings:
        return settings._replace(score=True, sentences=True, traced=True, repeats=0)

    def settings_for(item: Item) -> Settings:
        settings = choices.settings_for(item.path or item.name)
        choices.raise_problems()
        return whole(settings)

    return settings_for


def _fingerprint(args: Namespace) -> str:
    """Return what results depend on besides texts and settings: the rules of this installation and of packs."""
    from lint.load.fingerprint import environment

    return environment(packs_of(args))


def _run(args: Namespace, choices: Choices, began: float) -> Run:
    from lint.store.store import RuleRow, Run

    settings = choices.settings_for("text")
    pages = sorted(api.rules(settings), key=lambda rule: rule.id)
    rules = [
        RuleRow(rule.id, rule.severity, rule.summary, rule.question, *_judged(rule.measured))
        for rule in pages
    ]
    told = {name: value for name, value in settings._asdict().items() if value not in ("", (), None)}
    return Run(
        _stamp(began),
        _stamp(time.time()),
        __version__,
        args.label,
        settings.profile,
        json.dumps(told),
        tuple(args.paths or (["."] if not args.files_from else [])),
        tuple(rules),
    )


def _judged(measure: Measure | None) -> tuple[int, int]:
    """Return how many findings of a rule were judged, under all profiles, and how many of them right."""
    pairs = list(measure.judged.values()) if measure else []
    return sum(of for _, of in pairs), sum(right for right, _ in pairs)


def _stamp(moment: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))


def _summary(number: int, path: str, done: Done, written: str) -> str:
    rate = 1000 * done.findings / done.words if done.words else 0.0
    what = f"{plural(done.texts, 'text')}, {plural(done.words, 'word')}, {plural(done.findings, 'finding')} ({rate:.1f} per 1,000 words)"
    after = "compare" if number > 1 else "query 'FROM by_rule'"
    opened = f"Open {written} in a browser. " if written else ""
    return f"Run {number} in {path}: {what}.\n{opened}Next: `whosays {after} --db {path}`\n"
