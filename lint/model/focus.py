"""What of a text's findings is of interest now."""

from __future__ import annotations

from lint.model.typed import NamedTuple


class Focus(NamedTuple):
    """A choice among what is found in one text.

    ``known`` are findings to leave out, as (fingerprint, how many): those of a baseline. ``lines`` are
    (first, last) lines that were changed, from 1 as git counts them, and then nothing else is shown; None
    means every line.
    """

    known: tuple[tuple[str, int], ...] = ()
    lines: tuple[tuple[int, int], ...] | None = None
