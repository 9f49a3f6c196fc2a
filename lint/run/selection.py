"""Which rules are on: the profile's choice, then select and ignore."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lint.model.names import matches
from lint.model.rule import Rule
from lint.model.ruleset import RuleSet
from lint.model.settings import Settings
from lint.model.typed import Any


def _any(rule_id: str, patterns: Iterable[str]) -> bool:
    return any(matches(p, rule_id) for p in patterns)


def _by_name(rule: Rule, patterns: Iterable[str]) -> bool:
    return any(p in (rule.id, rule.name) for p in patterns)


def _by_profile(rule: Rule, profiles: Sequence[dict[str, Any]]) -> bool:
    """Say whether a rule is on: the first profile with a word on it counts, on the rule before its group."""
    for profile in profiles:
        on: dict[str, bool] = profile.get("rules", {})
        for name in (rule.name, rule.id):
            if name in on:
                return on[name]
        if rule.group in profile.get("groups", {}):
            return rule.default and bool(profile["groups"][rule.group])
    return rule.default


def live_rules(ruleset: RuleSet, settings: Settings) -> frozenset[int]:
    """Return the numbers of the rules that are on under the settings.

    A rule in preview is on only where its own name is given: a group or a glob does not ask for it.
    """
    profiles = [ruleset.profiles.get(name, {}) for name in (settings.profile, "general")]
    live = set()
    for number, rule in enumerate(ruleset.rules):
        on = _any(rule.id, settings.select) if settings.select else _by_profile(rule, profiles)
        on = on or _any(rule.id, settings.extend_select)
        if on and settings.measured and rule.in_preview(settings.profile):
            on = _by_name(rule, (*settings.select, *settings.extend_select))
        if on and not _any(rule.id, settings.ignore):
            live.add(number)
    return frozenset(live)


def targets_of(ruleset: RuleSet, settings: Settings) -> dict[str, dict[str, float]]:
    """Return the numbers to judge by: the general profile's, the profile's, the settings'."""
    merged: dict[str, dict[str, float]] = {}
    for _, targets in target_layers(ruleset, settings):
        for rule, numbers in targets.items():
            merged.setdefault(rule, {}).update(numbers)
    return merged


def target_layers(ruleset: RuleSet, settings: Settings) -> Iterator[tuple[str, dict[str, dict[str, float]]]]:
    """Yield the numbers to judge by, the later over the earlier, each layer with its profile (``""``: the settings)."""
    for name in dict.fromkeys(("general", settings.profile)):
        yield name, ruleset.profiles.get(name, {}).get("targets", {})
    yield "", {rule: dict(pairs) for rule, pairs in settings.targets}


def target_names(ruleset: RuleSet) -> dict[str, tuple[str, ...]]:
    """Return the names of the numbers that each rule is judged by: all that any profile sets."""
    names: dict[str, dict[str, None]] = {}
    for profile in ruleset.profiles.values():
        for rule, numbers in profile.get("targets", {}).items():
            names.setdefault(rule, {}).update(dict.fromkeys(numbers))
    return {rule: tuple(of_rule) for rule, of_rule in names.items()}
