"""Which rules are on: the profile's choice, then select and ignore."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lint.model.names import matches
from lint.model.rule import Rule
from lint.model.ruleset import RuleSet
from lint.model.settings import Settings


def _any(rule_id: str, patterns: Iterable[str]) -> bool:
    return any(matches(p, rule_id) for p in patterns)


def _by_profile(rule: Rule, profile: dict[str, Any]) -> bool:
    """Say whether a profile turns a rule on: its most specific word counts."""
    on: dict[str, bool] = profile.get("rules", {})
    if rule.name in on:
        return on[rule.name]
    if rule.id in on:
        return on[rule.id]
    return rule.default and bool(profile.get("groups", {}).get(rule.group, True))


def live_rules(ruleset: RuleSet, settings: Settings) -> frozenset[int]:
    """Return the numbers of the rules that are on under the settings."""
    profile = ruleset.profiles.get(settings.profile, {})
    live = set()
    for number, rule in enumerate(ruleset.rules):
        on = _any(rule.id, settings.select) if settings.select else _by_profile(rule, profile)
        on = on or _any(rule.id, settings.extend_select)
        if on and not _any(rule.id, settings.ignore):
            live.add(number)
    return frozenset(live)


def targets_of(ruleset: RuleSet, settings: Settings) -> dict[str, dict[str, float]]:
    """Return the numbers to judge by: the general profile's, the profile's, the settings'."""
    merged: dict[str, dict[str, float]] = {}
    for name in ("general", settings.profile):
        for rule, numbers in ruleset.profiles.get(name, {}).get("targets", {}).items():
            merged.setdefault(rule, {}).update(numbers)
    for rule, pairs in settings.targets:
        merged.setdefault(rule, {}).update(pairs)
    return merged
