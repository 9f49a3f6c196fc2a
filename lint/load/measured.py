"""``measured.toml`` of each pack → what was counted of its rules: how often they were right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from lint.load.lexicons import read_toml
from lint.load.toml_lines import Place, line_of
from lint.model.finding import Problem
from lint.model.measured import Measure
from lint.model.names import did_you_mean, nearest_rule
from lint.model.typed import Any

FILE = "measured.toml"
_TABLES = ("judged", "labelled", "cues")
_ALL = "all"
"""What the file calls the cues of all profiles together."""

Counts = dict[str, tuple[int, int]]


def load_measured(
    folders: Sequence[Path], rules: Collection[str], problems: list[Problem]
) -> dict[str, Measure]:
    """Read what was measured of the rules; a later folder replaces what an earlier one says of a rule.

    A file has a table for each rule, by its full name::

        ["attribution/bare-expert-claim"]
        judged.news = [20, 22]              # right, and judged
        labelled.encyclopedic = [120, 150]  # agreement with the labels of a corpus
        cues.all."experts" = [10, 11]

    Faults go to ``problems``.
    """
    found: dict[str, Measure] = {}
    for path in (folder / FILE for folder in folders):
        data = read_toml(path, problems)
        faults = [fault for rule, tables in data.items() for fault in _faults(rule, tables, rules)]
        if faults:
            source = path.read_text("utf-8")
            problems += [Problem(str(path), message, line_of(source, at), 2) for at, message in faults]
            continue
        for rule, tables in data.items():
            found[rule] = Measure(
                _counts(tables.get("judged", {})),
                _counts(tables.get("labelled", {})),
                {"" if p == _ALL else p: _counts(cues) for p, cues in tables.get("cues", {}).items()},
            )
    return found


def _counts(table: dict[str, list[int]]) -> Counts:
    return {key: (pair[0], pair[1]) for key, pair in table.items()}


def _faults(rule: str, tables: Any, rules: Collection[str]) -> Iterator[tuple[Place, str]]:
    """Yield where and what is wrong with one rule's table."""
    if rule not in rules:
        yield (rule,), f"no rule {rule!r} to be measured{did_you_mean(nearest_rule(rule, rules))}"
        return
    if not isinstance(tables, dict):
        yield (rule,), f"{rule} must be a table"
        return
    for name, table in tables.items():
        if name not in _TABLES:
            yield (rule, name), f"unknown key {name!r}; there are {', '.join(_TABLES)}"
        elif not isinstance(table, dict):
            yield (rule, name), f"{name} must be a table"
        elif name == "cues":
            for profile, cues in table.items():
                yield from _wrong_counts((rule, name, profile), cues)
        else:
            yield from _wrong_counts((rule, name), table)


def _wrong_counts(place: Place, table: Any) -> Iterator[tuple[Place, str]]:
    if not isinstance(table, dict):
        yield place, f"{place[-1]} must be a table"
        return
    for key, pair in table.items():
        numbers = isinstance(pair, list) and len(pair) == 2 and all(type(n) is int for n in pair)
        if not numbers or not 0 <= pair[0] <= pair[1]:
            yield (*place, key), f"{key} must be [right, judged], such as [46, 52], not {pair!r}"
