"""The wording of a proselint finding: its message and its replacement, at one place."""

from __future__ import annotations

from lint.model.context import Context, Match
from lint.model.finding import Edit, Fix
from lint.model.rule import Rule
from lint.model.text import GLUE, HOLE, Span

_NO_WORDING = (" / ", "' or ", "...")
"""In a replacement: several choices, or a remark; nothing that could be put into the text."""


def match_of(
    context: Context, rule: Rule, place: tuple[int, int], message: str, replacement: str, *, case: bool = True
) -> Match:
    """Return a match at flat ``place``; ``{}`` in the message stands for the words there.

    With ``case``, the replacement takes over a capital at the start, or capitals throughout.
    """
    start, end = place
    span = context.flat.source_span(start, end)
    source = context.flat.document.prose[span.start : span.end]
    if "{}" in message:
        message = message.replace("{}", " ".join(source.replace(GLUE, "").split()))
    fix = _fix(rule, span, source, _cased(source, replacement) if case else replacement)
    return Match(rule, start, end, message=message, fix=fix, weighed=True)


def _cased(source: str, replacement: str) -> str:
    if not replacement[:1].islower() or not source[:1].isupper():
        return replacement
    if len(source) > 1 and source.isupper():
        return replacement.upper()
    return replacement[0].upper() + replacement[1:]


def _fix(rule: Rule, span: Span, source: str, replacement: str) -> Fix | None:
    """Return the edit, unless the replacement is no wording or markup stands between the words."""
    if not replacement or any(sign in replacement for sign in _NO_WORDING):
        return None
    if GLUE in source or HOLE in source or source == replacement:
        return None
    return Fix((Edit(span, replacement),), bool(rule.data["safe"]))
