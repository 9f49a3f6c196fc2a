"""Cues that were noted for a rule which looks at the whole text, and whose words stand where they do."""

from __future__ import annotations

from lint.model.context import Context
from lint.model.rule import Rule

Noted = tuple[int, int, int]
"""(flat start, flat end, number of the phrase in ``rule.data["phrases"]``)."""


def key_of(rule: Rule) -> str:
    """Return the key under which a text's ``kept`` has the cues of a rule."""
    return f"noted {rule.id}"


def noted(context: Context, rule: Rule) -> list[Noted]:
    """Return the cues of a rule in this text, in order of position."""
    found: list[Noted] = context.kept.get(key_of(rule), [])
    return sorted(found)


def noted_apart(context: Context, rule: Rule) -> list[Noted]:
    """Return the cues without those inside a quotation, and the longest of several that overlap."""
    found: list[Noted] = []
    for start, end, index in sorted(noted(context, rule), key=lambda cue: (cue[0], -cue[1])):
        if (not found or start >= found[-1][1]) and not in_quotation(context, start):
            found.append((start, end, index))
    return found


def in_quotation(context: Context, at: int) -> bool:
    """Say whether a flat offset is in somebody else's words: quotation marks or a block quotation."""
    flat = context.flat
    return flat.quoted(at) or flat.document.blocks[flat.block_of(at)].quoted
