"""Kind ``frame``: slots over lexicons, found at the places where their anchors stand."""

from __future__ import annotations

from lint.match.frames import FrameMatcher
from lint.match.refine import REFINERS
from lint.model.context import Context, Match
from lint.model.frame import Frame
from lint.model.rule import Rule


def judge(
    context: Context, matcher: FrameMatcher, rule: Rule, frame: Frame, start: int, end: int
) -> Match | None:
    """Judge a frame of a rule at a flat span where its anchor stands."""
    found = matcher.match(frame, start, end)
    if found is None:
        return None
    first, past, tail = found
    flat = context.flat
    if flat.sentence_of(first) != flat.sentence_of(past - 1):
        return None
    complement = max(past, tail) if rule.data.get("complement", True) else 0
    template: str = rule.data.get("message", "")
    message = template.format(text=flat.text[first:past], agent=flat.text[start:end]) if template else ""
    judged = Match(rule, first, past, agent=(start, end), complement=complement, message=message)
    refine: str = rule.data.get("refine", "")
    return REFINERS[refine](context, judged) if refine else judged
