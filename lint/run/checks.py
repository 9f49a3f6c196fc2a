"""Named checks: the closed table of what a rule of kind limit, readability or structure may run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module

from lint.model.context import Context, Match
from lint.model.rule import Rule

Check = Callable[[Context, Rule], Iterable[Match]]

MODULES = (
    "lint.match.limit",
    "lint.match.readability",
    "lint.match.clauses",
    "lint.match.density",
    "lint.match.nominal",
    "lint.match.acronyms",
    "lint.match.hedging",
    "lint.match.openers",
    "lint.match.variants",
    "lint.match.echo",
    "lint.match.voice",
    "lint.match.balance",
    "lint.match.contradiction",
    "lint.match.stale_dates",
    "lint.match.figures",
    "lint.evidence.sourcing",
    "lint.evidence.paragraphs",
    "lint.evidence.reply",
    "lint.evidence.pointers",
)
"""Where checks live: each has a table ``CHECKS``. A pack can name one of these and nothing else."""


@cache
def check_named(name: str) -> Check:
    """Return the check of that name. Raises KeyError if there is none."""
    for module in MODULES:
        table: dict[str, Check] = import_module(module).CHECKS
        if name in table:
            return table[name]
    raise KeyError(name)


def find_by_check(context: Context, rules: Sequence[Rule]) -> Iterable[Match]:
    """Run the checks that rules name, each once over the whole document."""
    for rule in rules:
        yield from check_named(rule.data["check"])(context, rule)
