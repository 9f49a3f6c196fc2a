"""How one entry of a proselint check is written down: plain values that marshal can keep.

An *item* is looked at where one of its cues stands; a *sweep* has no literal cue and looks at the whole text.
"""

from __future__ import annotations

from lint.model.typed import NamedTuple


class Item(NamedTuple):
    """What to verify at a cue, and what to say.

    ``how`` is ``literal`` (the cue is the finding), ``stem`` (the finding is ``text``, which begins the
    cue), ``variant`` (the regular expression ``text`` must match exactly the cue), ``anchor`` (it must
    match around the cue, beginning at most ``lead`` characters before it) or ``pair`` (``text`` is two
    spellings joined by ``|``, of which the rarer is reported). ``cased`` compares case. ``strict``
    forbids a hyphen or an apostrophe at either end. ``quotes`` reports inside quotations too. ``skip``
    characters are left out at the start. In ``message``, ``{}`` stands for the words found.
    """

    how: str
    text: str
    replacement: str
    message: str
    cased: bool = False
    strict: bool = False
    quotes: bool = False
    lead: int = 0
    skip: int = 0


class Sweep(NamedTuple):
    """One look at the whole text: ``name`` is in the closed table of sweeps, ``text`` its parameter."""

    name: str
    text: str
    message: str
    replacement: str = ""
    cased: bool = False
    quotes: bool = False
    threshold: int = 0


ENDINGS = {
    "analyse": ("", "d", "r", "rs"),  # more than one analysis are analyses
    "e": ("", "s", "d", "r", "rs"),
    "d": ("",),
    "g": ("",),
    "t": ("",),
    "y": ("",),
    "": ("", "s", "ed", "ing", "er", "ers", "ful", "less"),
}
"""Endings that a spelling takes, by itself or its last letter (the empty key: any other letter)."""


def endings(word: str) -> tuple[str, ...]:
    """Return the endings under which ``word`` is still the same word for a spelling check."""
    return ENDINGS.get(word) or ENDINGS.get(word[-1], ENDINGS[""])
