"""``whosays rules``: what can be asked, and what a profile asks."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from lint import api
from lint.front.choices import check_profile, packs_here
from lint.front.measures import as_data
from lint.front.streams import columns, say, wants_color
from lint.model.rule import Rule
from lint.model.settings import Settings
from lint.report.paint import Paint
from lint.report.visible import visible


def list_rules(args: Namespace) -> int:
    """Run the command. Raises UsageError for an unknown profile."""
    packs = packs_here(args)
    profile = args.profile or Settings().profile
    if args.profile:
        check_profile(profile, api.profiles(packs=packs))
    rules = sorted(api.rules(packs=packs), key=lambda rule: rule.id)
    on = frozenset(rule.id for rule in api.rules(Settings(profile=profile, packs=packs)))
    if args.format == "json":
        say(_as_json(rules, on, profile))
    else:
        paint = Paint(wants_color(sys.stdout, refused=args.no_color))
        wide = columns(sys.stdout) if sys.stdout.isatty() else 0
        say("".join(f"{line}\n" for line in _table(rules, on, profile, paint, wide)))
    return 0


def _as_json(rules: Sequence[Rule], on: frozenset[str], profile: str) -> str:
    import json

    listed = [
        {
            "rule": rule.id,
            "group": rule.group,
            "kind": rule.kind,
            "severity": rule.severity,
            "on": rule.id in on,
            "summary": rule.summary,
            "question": rule.question,
            "obligation": list(rule.obligation),
            "preview": rule.in_preview(profile),
            "prior": round(rule.precision(profile), 3),
            "estimate": rule.prior,
            "measured": as_data(rule.measured),
        }
        for rule in rules
    ]
    return json.dumps({"schema": 1, "profile": profile, "rules": listed}, indent=2) + "\n"


def _table(rules: Sequence[Rule], on: frozenset[str], profile: str, paint: Paint, wide: int) -> Iterator[str]:
    """Yield the table; summaries are cut to fit ``wide`` columns (0: not cut)."""
    longest = max((len(rule.id) for rule in rules), default=4)
    kinds = max((len(rule.kind) for rule in rules), default=4)
    for rule in rules:
        state = _state(rule, on, profile, paint)
        head = f"{rule.id:{longest}}  {rule.kind:{kinds}}"
        room = max(wide - longest - kinds - 23, 20)
        summary = visible(rule.summary)
        short = summary if not wide or len(summary) <= room else f"{summary[: room - 1]}…"
        yield f"{head}  {paint(rule.severity, f'{rule.severity:10}')}  {state}  {short}"
    yield ""
    yield f"{len(rules)} rules, {len(on)} on in the profile {profile!r}; `whosays explain RULE` shows one."


def _state(rule: Rule, on: frozenset[str], profile: str, paint: Paint) -> str:
    if rule.id in on:
        return paint("good", "on     ")
    return paint("dim", "preview" if rule.in_preview(profile) else "off    ")
