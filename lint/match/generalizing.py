"""Structural checks of the generalization rules: none so far, for frames say them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lint.model.context import Context, Match
from lint.model.rule import Rule

CHECKS: dict[str, Callable[[Context, Rule], Iterable[Match]]] = {}
