"""``whosays settings``: what holds for a text, and where each setting comes from."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from lint import api
from lint.front.choices import Choices, packs_here
from lint.front.origins import KEYS, TARGETS, Origin, Row, rows_for
from lint.front.streams import say, wants_color
from lint.load.baseline import BaselineFinder
from lint.load.folders import passed_over
from lint.load.settings import FILE_NAME, SettingsFile, deciding
from lint.model.settings import Settings
from lint.model.typed import Any, NamedTuple
from lint.read import CODE_SUFFIXES, SUFFIXES, format_of
from lint.report.paint import Paint
from lint.report.totals import plural
from lint.report.visible import visible

_NOTHING = {
    "select": "what the profile turns on",
    "today": "no day: no date is called stale",
    "format": "by suffix",
}
_WIDEST = 40
_EXPLICIT = {True: "true", False: "false"}


class About(NamedTuple):
    """What is to be said of one text besides its settings; a pair has a value and why it is so."""

    path: str
    settings_file: tuple[str, str]
    format: tuple[str, str]
    excluded: tuple[str, str]
    found: tuple[str, str]
    baseline: tuple[str, int]
    rules: tuple[int, int]


def show(args: Namespace) -> int:
    """Run the command. Raises UsageError and SettingsError."""
    if args.schema:
        from lint.front.settings_schema import schema_text  # imported late: it is asked for by itself

        say(schema_text(packs_here(args)))
        return 0
    folder = os.path.isdir(args.path)  # noqa: PTH112
    path = os.path.join(args.path, "text.md") if folder else args.path  # noqa: PTH118
    args.paths = [path]
    choices = Choices(args)
    rows = [row for row in rows_for(path, choices) if _counts(row, _on(choices.settings_for(path)))]
    about = _about(path, args, choices, rows)
    if args.format == "json":
        say(_as_json(about, rows, folder=folder))
    else:
        paint = Paint(wants_color(sys.stdout, refused=args.no_color))
        say("".join(f"{line}\n" for line in _lines(about, rows, paint, folder=args.path if folder else "")))
    return 0


def _on(settings: Settings) -> frozenset[str]:
    return frozenset(name for rule in api.rules(settings) for name in (rule.name, rule.id))


def _counts(row: Row, on: frozenset[str]) -> bool:
    """Say whether a row is of interest: a profile's numbers for rules that are off are not."""
    return row.origin.source != "profile" or row.key.split(".")[1] in on


def _about(path: str, args: Namespace, choices: Choices, rows: Sequence[Row]) -> About:
    settings = choices.settings_for(path)
    file = choices.settings_file(path)
    excluded = _excluded(path, file, rows)
    passed = "excluded" if excluded[0] == "yes" else passed_over(path, choices.wanted)
    return About(
        path,
        _settings_file(file, args),
        _format(path, settings, rows),
        excluded,
        ("no", passed) if passed else ("yes", ""),
        _baseline(path, args),
        (len(api.rules(settings)), len(api.rules(packs=settings.packs))),
    )


def _settings_file(file: SettingsFile | None, args: Namespace) -> tuple[str, str]:
    """Return the settings file that holds and why, or an empty path and why none does."""
    if file and args.settings:
        return file.path, "--settings names it"
    if file:
        return file.path, "the nearest"
    if args.isolated:
        return "", "--isolated uses none"
    return "", f"no {FILE_NAME} here or above; `whosays init` writes one"


def _format(path: str, settings: Settings, rows: Sequence[Row]) -> tuple[str, str]:
    if settings.format:
        return settings.format, str(next(row.origin for row in rows if row.key == "format"))
    suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122
    if not suffix:
        return format_of(path), "its name has no suffix"
    known = suffix in SUFFIXES or suffix in CODE_SUFFIXES
    return format_of(path), f"by its suffix {suffix}" if known else f"the suffix {suffix} is not known"


def _excluded(path: str, file: SettingsFile | None, rows: Sequence[Row]) -> tuple[str, str]:
    globs = tuple(file.data.get("exclude", ())) if file else ()
    glob = deciding(globs, path, file.folder) if file and globs else ""
    if not glob:
        return "no", ""
    where = next(row.origin for row in rows if (row.key, row.value) == ("exclude", glob))
    return ("no" if glob.startswith("!") else "yes"), f"{glob} at {where}"


def _baseline(path: str, args: Namespace) -> tuple[str, int]:
    """Return the baseline that counts and how many findings of the text it knows. Raises SettingsError."""
    none = args.no_baseline or (args.isolated and not args.baseline)
    finder = BaselineFinder(fixed=args.baseline or "", none=none)
    found = finder.nearest(path)
    return (found.path, sum(count for _, count in finder.known_in(path))) if found else ("", 0)


def _lines(about: About, rows: Sequence[Row], paint: Paint, *, folder: str) -> Iterator[str]:
    """Yield the report for people; of a folder only what holds for any text in it."""
    title = f"A text in {folder}" if folder else about.path
    exists = folder or os.path.lexists(about.path)
    yield paint("heading", visible(title)) + ("" if exists else " (there is no such file yet)")
    yield ""
    facts = list(_facts(about, folder=bool(folder)))
    wide = max(len(name) for name in (*KEYS, *(name for name, _ in facts))) + 2
    for name, said in facts:
        yield f"{name:{wide}}{visible(said)}"
    yield ""
    yield from _table([row for row in rows if row.key in KEYS], wide, paint)
    numbers = [row._replace(key=row.key.removeprefix(TARGETS)) for row in rows if row.key not in KEYS]
    if numbers:
        yield ""
        yield "numbers of the rules that are on (targets)"
        yield from _table(numbers, max(len(row.key) for row in numbers) + 2, paint)


def _table(rows: Sequence[Row], wide: int, paint: Paint) -> Iterator[str]:
    values = min(max(len(_shown(row)) for row in rows), _WIDEST) + 2
    before = ""
    for row in rows:
        label = "" if row.key == before else row.key
        line = f"{label:{wide}}{visible(_shown(row)):{values}}{visible(str(row.origin))}"
        yield paint("dim", line) if row.origin.source in {"default", "profile"} else line
        before = row.key


def _facts(about: About, *, folder: bool) -> Iterator[tuple[str, str]]:
    yield "settings file", _with_reason(about.settings_file[0] or "none", about.settings_file[1])
    if not folder:
        yield "read as", _with_reason(*about.format)
        yield "excluded", _with_reason(*about.excluded)
        yield "found in folders", _with_reason(*about.found)
    known = "" if folder else f"knows {plural(about.baseline[1], 'finding')} of this text"
    yield "baseline", _with_reason(about.baseline[0], known) if about.baseline[0] else "none"
    yield "rules", f"{about.rules[0]:,} of {about.rules[1]:,} are on"


def _with_reason(value: str, reason: str) -> str:
    return f"{value} ({reason})" if reason else value


def _shown(row: Row) -> str:
    if row.value in (None, ""):
        return _NOTHING.get(row.key, "none")
    if isinstance(row.value, bool):
        return _EXPLICIT[row.value]
    return f"{row.value:g}" if isinstance(row.value, float) else str(row.value)


def _as_json(about: About, rows: Sequence[Row], *, folder: bool) -> str:
    import json

    data: dict[str, Any] = {
        "schema": 1,
        "path": None if folder else about.path,
        "settings_file": about.settings_file[0] or None,
        "format": None if folder else dict(zip(("name", "why"), about.format, strict=True)),
        "excluded": None if folder else _decided(about.excluded),
        "found_in_folders": None if folder else _decided(about.found),
        "baseline": {"path": about.baseline[0], "known": about.baseline[1]} if about.baseline[0] else None,
        "rules": {"on": about.rules[0], "all": about.rules[1]},
        "settings": [{"key": row.key, "value": row.value, "from": _origin(row.origin)} for row in rows],
    }
    return json.dumps(data, indent=2) + "\n"


def _decided(pair: tuple[str, str]) -> dict[str, Any]:
    return {"is": pair[0] == "yes", "why": pair[1] or None}


def _origin(origin: Origin) -> dict[str, Any]:
    return {name: value for name, value in origin._asdict().items() if value}
