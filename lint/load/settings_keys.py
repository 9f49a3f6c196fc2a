"""What a settings file may say: every key, what it takes, and what is wrong with what it was given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from lint.load.toml_lines import Place
from lint.model.finding import SEVERITIES
from lint.model.names import did_you_mean, matches, nearest, nearest_rule
from lint.model.typed import Any, NamedTuple
from lint.read import FORMATS

FAIL_ON = (*SEVERITIES, "never")
_DAY = len("2026-11-24")


class Known(NamedTuple):
    """The names that settings may use. An empty collection means *not known here*: then any name will do.

    ``rules`` are full ids. ``targets`` maps a rule's short name to the names of its numbers.
    """

    rules: Collection[str] = ()
    profiles: tuple[str, ...] = ()
    targets: Mapping[str, Collection[str]] = {}


class Fault(NamedTuple):
    """One mistake: where in the data, in which string of a list, and what about it."""

    place: Place
    message: str
    value: str = ""


Check = Callable[[Place, Any, Known], Iterator[Fault]]


def _one_of(place: Place, value: Any, choices: tuple[str, ...], what: str) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield Fault(place, f"{place[-1]} must be a string, not {_kind(value)}")
    elif choices and value not in choices:
        tail = did_you_mean(nearest(value, choices)) or f"; there are {', '.join(choices)}"
        yield Fault(place, f"no {what} {value!r}{tail}")


def _profile(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    return _one_of(place, value, known.profiles, "profile")


def _format(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    return _one_of(place, value, FORMATS, "text format")


def _fail_on(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    return _one_of(place, value, FAIL_ON, "severity")


def _confidence(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield Fault(place, f"{place[-1]} must be a number from 0 to 1, not {_kind(value)}")
    elif not 0 <= value <= 1:
        yield Fault(place, f"{place[-1]} must be from 0 to 1, not {value}")


def _count(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        yield Fault(place, f"{place[-1]} must be a whole number from 0 on, not {value!r}")


def _yes_or_no(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    if not isinstance(value, bool):
        yield Fault(place, f"{place[-1]} must be true or false, not {_kind(value)}")


def _strings(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        yield Fault(place, f'{place[-1]} must be a list of strings, such as ["…"]')


def _rules(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    faults = list(_strings(place, value, known))
    yield from faults
    for name in () if faults else value:
        if message := unknown_rule(name, known.rules):
            yield Fault(place, message, name)


def unknown_rule(name: str, rules: Collection[str]) -> str:
    """Return what is wrong with the name of a rule, a group or a glob, or ``""``."""
    if not rules or any(matches(name, rule) for rule in rules):
        return ""
    return f"no rule, group or glob {name!r}{did_you_mean(nearest_rule(name, rules))}"


def _targets(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(place, "targets must be a table: [targets.<rule>]")
        return
    for rule, numbers in value.items():
        if message := unknown_rule(rule, known.rules):
            yield Fault((*place, rule), message)
        elif not isinstance(numbers, dict):
            yield Fault((*place, rule), f"targets.{rule} must be a table of numbers, not {_kind(numbers)}")
        else:
            yield from _numbers((*place, rule), numbers, known.targets.get(rule.rpartition("/")[2], ()))


def _numbers(place: Place, numbers: dict[str, Any], names: Collection[str]) -> Iterator[Fault]:
    for name, number in numbers.items():
        if names and name not in names:
            tail = did_you_mean(nearest(name, names)) or f"; there are {', '.join(sorted(names))}"
            yield Fault((*place, name), f"{place[-1]} has no target {name!r}{tail}")
        elif isinstance(number, bool) or not isinstance(number, int | float):
            yield Fault((*place, name), f"target {name!r} must be a number, not {_kind(number)}")


def _today(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    # TOML has dates of its own, and tomllib makes them values of which isoformat is the text.
    if not is_day(value if isinstance(value, str) else str(value)):
        yield Fault(place, f'{place[-1]} must be a day such as "2026-11-24", not {value!s}')


def is_day(text: str) -> bool:
    """Say whether a text is a calendar day in the form year-month-day."""
    from datetime import date  # imported late: most runs set no day

    try:
        return len(text) == _DAY and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _kind(value: Any) -> str:
    names = {str: "a string", bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, dict) else type(value).__name__)


EVERYWHERE: dict[str, Check] = {
    "profile": _profile,
    "select": _rules,
    "extend-select": _rules,
    "ignore": _rules,
    "min-confidence": _confidence,
    "fail-on": _fail_on,
    "format": _format,
    "acronyms": _strings,
    "today": _today,
    "repeats": _count,
    "any-language": _yes_or_no,
    "targets": _targets,
}
"""The keys of a whole file and of each ``[[files]]`` section."""


def _sections(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        yield Fault(place, "files must be a list of tables: [[files]]")
        return
    for number, section in enumerate(value):
        here = (*place, number)
        if "glob" not in section:
            yield Fault(here, 'this [[files]] section has no glob, such as glob = "docs/**"')
        yield from faults_of(section, known, here, {"glob": _globs, **EVERYWHERE})


def _globs(place: Place, value: Any, known: Known) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield from _strings(place, value, known)


TOP: dict[str, Check] = {**EVERYWHERE, "exclude": _strings, "packs": _strings, "files": _sections}
"""The keys of a settings file."""


def faults_of(
    data: Mapping[str, Any], known: Known, place: Place = (), keys: Mapping[str, Check] = TOP
) -> Iterator[Fault]:
    """Yield each mistake in one table of settings."""
    for key, value in data.items():
        if key in keys:
            yield from keys[key]((*place, key), value, known)
        else:
            tail = did_you_mean(nearest(key, keys)) or f"; there are {', '.join(keys)}"
            yield Fault((*place, key), f"unknown key {key!r}{tail}")
