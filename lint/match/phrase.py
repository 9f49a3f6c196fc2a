"""Kind ``phrase``: literal phrases, with a replacement where the rule knows a shorter equal."""

from __future__ import annotations

from lint.match.scan import stands_alone
from lint.model.context import Context, Match
from lint.model.finding import Edit, Fix
from lint.model.rule import Rule
from lint.model.text import GLUE, HOLE


def judge(context: Context, rule: Rule, index: int, start: int, end: int) -> Match | None:
    """Judge a phrase that was found at a flat span; None where it is part of a compound."""
    if not stands_alone(context.flat.low, start, end):
        return None
    replacement = rule.data["replacements"][index]
    fix = replacement_fix(context, start, end, replacement) if replacement else None
    return Match(rule, start, end, fix=fix, message=_message(context, rule, start, end, replacement))


def _message(context: Context, rule: Rule, start: int, end: int, replacement: str) -> str:
    template: str = rule.data.get("message", "")
    return template.format(text=context.flat.text[start:end], to=replacement) if template else ""


def replacement_fix(
    context: Context, start: int, end: int, replacement: str, safe: bool = False
) -> Fix | None:
    """Return an edit that keeps the capital of the first word, or None where markup is in between."""
    span = context.flat.source_span(start, end)
    prose = context.flat.document.prose[span.start : span.end]
    if GLUE in prose or HOLE in prose:
        return None
    if context.flat.text[start].isupper():
        replacement = replacement[:1].upper() + replacement[1:]
    return Fix((Edit(span, replacement),), safe)
