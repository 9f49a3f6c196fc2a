"""A fix in words: what goes and what comes, whole words on both sides."""

from __future__ import annotations

from lint.model.finding import Edit, Fix
from lint.report.visible import ELLIPSIS

_TOLD = 3
"""So many different edits are told; a count tells of the rest."""
_HALF = 24
"""Of words that are longer than two of these, the middle is left out."""
_LONGEST_WORD = 40


def in_words(fix: Fix, text: str) -> str:
    """Return what a fix does to a text, such as ``“in order to” → “to”``, with its note and a warning if it is unsafe."""
    told: dict[str, int] = {}
    for edit in fix.edits:
        said = _edit(edit, text)
        told[said] = told.get(said, 0) + 1
    parts = [f"{said} ({count} times)" if count > 1 else said for said, count in told.items()]
    if len(parts) > _TOLD:
        parts = [*parts[:_TOLD], f"{len(parts) - _TOLD:,} more"]
    edits = "; ".join(parts)
    care = "" if fix.safe else " (check the meaning)"
    return (f"{fix.note}: {edits}" if fix.note and edits else fix.note or edits) + care


def _edit(edit: Edit, text: str) -> str:
    (start, end), after = edit
    before = text[start:end]
    # A word that the edit cuts is shown whole, before and after.
    head = _tail(text, start) if _inside(before or after, after or before, 0) else ""
    tail = _head(text, end) if _inside(before or after, after or before, -1) else ""
    gone, come = _squeezed(head + before + tail), _squeezed(head + after + tail)
    if not come:
        return f"delete “{gone}”"
    return f"“{gone}” → “{come}”" if gone else f"add “{come}”"


def _inside(before: str, after: str, side: int) -> bool:
    """Say whether an edit may end within a word on this side."""
    return before[side : side + 1 or None].isalnum() or after[side : side + 1 or None].isalnum()


def _tail(text: str, at: int) -> str:
    """Return the part of a word that ends at ``at``."""
    first = at
    while first > max(at - _LONGEST_WORD, 0) and _joins(text[first - 1]):
        first -= 1
    return text[first:at]


def _head(text: str, at: int) -> str:
    """Return the part of a word that begins at ``at``."""
    last = at
    while last < min(at + _LONGEST_WORD, len(text)) and _joins(text[last]):
        last += 1
    return text[at:last]


def _joins(sign: str) -> bool:
    return sign.isalnum() or sign in "'’-_"


def _squeezed(words: str) -> str:
    words = " ".join(words.split())
    return (
        words if len(words) <= 2 * _HALF else f"{words[:_HALF].rstrip()} {ELLIPSIS} {words[-_HALF:].lstrip()}"
    )
