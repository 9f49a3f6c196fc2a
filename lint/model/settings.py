"""What a user can choose, as one value."""

from __future__ import annotations

from lint.model.typed import NamedTuple


class Settings(NamedTuple):
    """Resolved settings for one text.

    ``select`` and ``ignore`` hold rule names, groups or globs; an empty ``select`` means what the
    profile turns on. ``format`` overrides the format that the name's suffix gives (``markdown``,
    ``plain``). ``packs`` names folders with rules of one's own.
    ``today`` is the day to read on, such as ``2026-11-24``: without it no date is called stale.
    More than ``repeats`` findings of one rule on the same words are folded into one (0: never).
    ``measured`` is false where the editor's estimates are to count alone, as when they are being replaced.
    ``any_language`` checks what does not seem to be English, too.
    ``score`` asks for a scorecard beside the findings, ``sentences`` for a score of every sentence.
    ``traced`` gives each finding its key, and keeps those that a stet or a baseline lets off.
    ``targets`` overrides a rule's numbers, such as ``{"long-sentence": {"warning": 30}}``.
    """

    profile: str = "general"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.5
    fail_on: str = "warning"
    format: str = ""
    exclude: tuple[str, ...] = ()
    targets: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()
    acronyms: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    today: str = ""
    repeats: int = 5
    measured: bool = True
    score: bool = False
    sentences: bool = False
    any_language: bool = False
    traced: bool = False
