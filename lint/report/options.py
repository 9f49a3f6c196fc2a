"""How a report is to look."""

from __future__ import annotations

from lint.model.typed import NamedTuple


class Options(NamedTuple):
    """Choices of form. ``width`` is the number of terminal columns; ``quiet`` leaves out all but findings."""

    color: bool = False
    quiet: bool = False
    width: int = 100
