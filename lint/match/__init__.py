"""Rule, Document → matches: one module a kind, one table for the engine."""

from __future__ import annotations

from collections.abc import Callable

from lint.match import phrase, proselint
from lint.model.context import Context, Match
from lint.model.rule import Rule

Judge = Callable[[Context, Rule, int, int, int], Match | None]
"""``judge(context, rule, index, start, end)`` for a cue found at a flat span."""

JUDGES: dict[str, Judge] = {
    "phrase": phrase.judge,
    "proselint": proselint.judge,
}
"""The kinds that a cue sets off by itself; frames also want the right words beside it (``triggers``), and checks
only have it noted down."""
