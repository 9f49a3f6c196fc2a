"""Profile files: what is on for a kind of text, and the numbers that it is judged by."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from lint.load.lexicons import read_toml
from lint.load.packs_folder import rules_folder
from lint.load.toml_lines import Place, line_of
from lint.model.finding import Problem
from lint.model.names import did_you_mean, nearest
from lint.model.typed import Any

Profiles = dict[str, dict[str, Any]]
_TABLES = ("groups", "rules", "targets", "usual")
_USUAL = ("hedges", "boosters")


def load_profiles(folders: Sequence[Path], problems: list[Problem]) -> Profiles:
    """Read every profile of the folders; a later folder's profile adds to the earlier one of its name."""
    found: Profiles = {}
    for path in (p for folder in folders for p in sorted((folder / "profiles").glob("*.toml"))):
        data = read_toml(path, problems)
        faults = list(_faults(data))
        if faults:
            text = path.read_text("utf-8")
            problems += [Problem(str(path), message, line_of(text, place), 2) for place, message in faults]
            continue
        profile = found.setdefault(path.stem, {})
        for table, values in data.items():
            into = profile.setdefault(table, {})
            for key, value in values.items():
                into[key] = into.get(key, {}) | value if isinstance(value, dict) else value
    return found


def unknown_names(folder: Path, rules: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each rule or group that a profile of ``folder`` names and no file defines."""
    groups = {rule.partition("/")[0] for rule in rules} | {"suppression"}
    names = {name for rule in rules for name in (rule, rule.partition("/")[2])}
    for path in sorted((folder / "profiles").glob("*.toml")):
        try:
            text = path.read_text("utf-8")
            data = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError):
            continue  # told already
        for table, known in (("groups", groups), ("rules", names), ("targets", names)):
            what = "group" if table == "groups" else "rule"
            values = data.get(table, {})
            for name in values if isinstance(values, dict) else ():
                if name not in known:
                    message = f"no {what} {name!r}{did_you_mean(nearest(name, known))}"
                    yield Problem(str(path), message, line_of(text, (table, name)), 2)


def _faults(data: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    """Yield (place, message) for each fault in one profile."""
    for table, values in data.items():
        if table not in _TABLES:
            tail = did_you_mean(nearest(table, _TABLES)) or f"; there are {', '.join(_TABLES)}"
            yield (table,), f"unknown table {table!r} in a profile{tail}"
        elif not isinstance(values, dict):
            yield (table,), f"{table} must be a table: [{table}]"
        else:
            for key, value in values.items():
                if message := _wrong(table, key, value):
                    yield (table, key), message


def _wrong(table: str, key: str, value: Any) -> str:
    """Return what is wrong with one line of a profile, or nothing."""
    if table in {"groups", "rules"}:
        return "" if isinstance(value, bool) else f"{key} must be true or false"
    if table == "targets":
        good = isinstance(value, dict) and all(_is_number(v) for v in value.values())
        return "" if good else f"targets.{key} must be a table of numbers"
    if key not in _USUAL:
        return f"no usual band {key!r}; there are {', '.join(_USUAL)}"
    good = isinstance(value, list) and len(value) == len(_USUAL) and all(map(_is_number, value))
    return "" if good else f"{key} must be two numbers per 1,000 words, such as [6, 14]"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def about_profiles(packs: Sequence[str]) -> dict[str, str]:
    """Return what each profile's file says of it in its first lines, the built-in ones first."""
    found: dict[str, str] = {}
    for folder in (rules_folder(), *packs):
        for path in sorted(Path(folder, "profiles").glob("*.toml")):
            lines = path.read_text("utf-8").splitlines()
            said = " ".join(line[1:].strip() for line in takewhile(lambda line: line.startswith("#"), lines))
            found[path.stem] = found.get(path.stem) or said
    return found
