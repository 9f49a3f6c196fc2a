"""Where the cues of a rule set stand in one folded text."""

from __future__ import annotations

from lint.model.ruleset import Trigger
from lint.model.typed import NamedTuple

Reach = tuple[int, int]
"""(the end of a cue, its class mask)."""


class Hits(NamedTuple):
    """Cues found in one text, on word bounds, by where they start.

    ``fired`` lists, in order of position, each cue that sets off a rule: (start, end, its triggers).
    """

    starting: dict[int, tuple[Reach, ...]]
    fired: list[tuple[int, int, tuple[Trigger, ...]]]

    def at(self, start: int, mask: int) -> int:
        """Return the end of the longest cue of the classes ``mask`` that starts here, or -1."""
        return max((end for end, classes in self.starting.get(start, ()) if classes & mask), default=-1)
