"""Rule, Document → matches: one module a kind, one table for the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module

from lint.match import frame, phrase
from lint.model.context import Context, Match
from lint.model.rule import Rule

Judge = Callable[[Context, Rule, int, int, int], Match | None]
"""``judge(context, rule, index, start, end)`` for a cue found at a flat span."""

_CHECK_MODULES = {
    "limit": ("limit",),
    "readability": ("readability",),
    "structure": ("hedging", "generalizing", "attributing", "sourcing"),
}


def judges() -> dict[str, Judge]:
    """Return the judge of each kind that is set off by cues."""
    found: dict[str, Judge] = {"phrase": phrase.judge, "frame": frame.judge}
    try:
        from lint.match import proselint
    except ImportError:
        return found
    found["proselint"] = proselint.judge
    return found


def find_by_check(context: Context, rules: Sequence[Rule]) -> Iterable[Match]:
    """Run the named checks of rules that look at the whole document."""
    for rule in rules:
        yield from check_named(rule.kind, rule.data["check"])(context, rule)


def check_named(kind: str, name: str) -> Callable[[Context, Rule], Iterable[Match]]:
    """Return a check from the closed table of its kind; KeyError if there is none of that name."""
    for module in _CHECK_MODULES[kind]:
        table: dict[str, Callable[[Context, Rule], Iterable[Match]]]
        table = import_module(f"lint.match.{module}").CHECKS
        if name in table:
            return table[name]
    raise KeyError(name)
