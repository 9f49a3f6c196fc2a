"""Kind ``structure`` with cues: where they stand is noted, and the rule's check makes of them what it can."""

from __future__ import annotations

from lint.model.context import Context, Match
from lint.model.noted import note
from lint.model.rule import Rule


def judge(context: Context, rule: Rule, index: int, start: int, end: int) -> Match | None:
    """Note a cue of a rule that looks at the whole text; never a match by itself."""
    note(context, rule, (start, end, index))
    return None
