"""Kind ``phrase``: literal phrases, with a replacement where the rule knows a shorter equal."""

from __future__ import annotations

import re

from lint.match.scan import stands_alone
from lint.model.context import Context, Match
from lint.model.finding import Edit, Fix
from lint.model.pattern import pattern
from lint.model.rule import Rule
from lint.model.text import GLUE, HOLE

_ARTICLE = pattern(r"(?<!\w)(a)(n?) $")
_OPEN = pattern(r"(?!eu|one|u[nst][ieu]|use)[aeiou]|hour|honest|heir", re.IGNORECASE)


def judge(context: Context, rule: Rule, index: int, start: int, end: int) -> Match | None:
    """Judge a phrase that was found at a flat span; None where it is part of a compound."""
    if not stands_alone(context.flat.low, start, end):
        return None
    replacement = rule.data["replacements"][index]
    safe = rule.data["safe"][index]
    fix = replacement_fix(context, start, end, replacement, safe) if replacement else None
    return Match(rule, start, end, fix=fix, message=_message(context, rule, start, end, replacement))


def _message(context: Context, rule: Rule, start: int, end: int, replacement: str) -> str:
    template: str = rule.data.get("message", "")
    return template.format(text=context.flat.text[start:end], to=replacement) if template else ""


def replacement_fix(
    context: Context, start: int, end: int, replacement: str, safe: bool = False
) -> Fix | None:
    """Return an edit that keeps the capital of the first word, or None where markup is in between.

    An article before the words becomes *a* or *an* as the new ones ask.
    """
    flat = context.flat
    if flat.text[start].isupper():
        replacement = replacement[:1].upper() + replacement[1:]
    article = _ARTICLE.search(flat.low, max(start - 4, 0), start)
    if article and _sounds_open(replacement) != bool(article[2]):
        start = article.start(1)
        replacement = f"{flat.text[start]}{'' if article[2] else 'n'} {replacement}"
    span = flat.source_span(start, end)
    prose = flat.document.prose[span.start : span.end]
    if GLUE in prose or HOLE in prose:
        return None
    return Fix((Edit(span, replacement),), safe)


def _sounds_open(words: str) -> bool:
    """Say whether *an* stands before these words: *an end*, *an hour*; *a use*, *a one-off*."""
    return bool(_OPEN.match(words))
