"""Names of rules as people write them: full, short, by group, by glob, or misspelt."""

from __future__ import annotations

from collections.abc import Collection, Iterable

_WILD = frozenset("*?[")


def matches(pattern: str, rule_id: str) -> bool:
    """Say whether a written name stands for a rule.

    A name may be the rule's id (``attribution/bare-expert-claim``), its short name
    (``bare-expert-claim``), its group (``attribution``), a leading part of a longer path
    (``proselint/typography``), ``all``, or a glob over the id or the short name (``attribution/*``,
    ``bare-*``).
    """
    group, _, name = rule_id.partition("/")
    if pattern in (rule_id, name, group, "all") or (
        pattern and rule_id.startswith((f"{pattern}/", f"{pattern}."))
    ):
        return True
    if _WILD.isdisjoint(pattern):
        return False
    from fnmatch import fnmatchcase  # imported late: few runs use globs

    return fnmatchcase(rule_id, pattern) or fnmatchcase(name, pattern)


def matching(patterns: Iterable[str], rule_ids: Collection[str]) -> frozenset[str]:
    """Return the ids that at least one of the written names stands for."""
    return frozenset(i for p in patterns for i in rule_ids if matches(p, i))


def nearest(written: str, known: Iterable[str]) -> str:
    """Return the known name that a misspelt one is nearest to, or ``""`` where none is near."""
    from difflib import get_close_matches  # imported late: only a mistake needs it

    lower = {name.lower(): name for name in known}
    found = get_close_matches(written.lower(), lower, n=1, cutoff=0.6)
    return lower[found[0]] if found else ""


def nearest_rule(written: str, rule_ids: Iterable[str]) -> str:
    """Return the nearest rule or group to a misspelt one; in full only if it was written in full."""
    ids = tuple(rule_ids)
    if "/" in written:
        return nearest(written, ids)
    return nearest(written, {part for i in ids for part in (i.partition("/")[0], i.partition("/")[2])})


def did_you_mean(suggestion: str) -> str:
    """Return a suggestion as the tail of a message, or nothing."""
    return f"; did you mean {suggestion!r}?" if suggestion else ""
