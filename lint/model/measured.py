"""How often a rule was right: counts, what they allow us to say, and the probability to work with.

An editor's estimate is worth ``WEIGHT`` verdicts. Verdicts are added to it, those of a profile and of a cue
only where there are enough of them to speak for themselves.
"""

from __future__ import annotations

from lint.model.typed import NamedTuple

WEIGHT = 4
"""How many verdicts an estimate is worth (a Beta prior)."""
ENOUGH_FOR_A_PROFILE = 10
ENOUGH_FOR_A_CUE = 10
ENOUGH_FOR_PREVIEW = 10
LEAST = 0.7
"""A rule that is right less often than this is in preview."""
_Z = 1.96


class Tally(NamedTuple):
    """How many were right of how many that were judged."""

    right: int
    of: int

    def interval(self) -> tuple[float, float]:
        """Return Wilson's interval for the share that is right, at 95 %; (0, 1) for nothing."""
        if not self.of:
            return 0.0, 1.0
        share, square = self.right / self.of, _Z * _Z
        middle = share + square / (2 * self.of)
        reach = _Z * (share * (1 - share) / self.of + square / (4 * self.of * self.of)) ** 0.5
        below = 1 + square / self.of
        return max((middle - reach) / below, 0.0), min((middle + reach) / below, 1.0)

    def shrunk(self, estimate: float) -> float:
        """Return the share that is right, drawn towards an estimate as by ``WEIGHT`` verdicts."""
        return (self.right + WEIGHT * estimate) / (self.of + WEIGHT)

    def __str__(self) -> str:
        """Return ``right in 46 of 52 (77–95 %)``."""
        low, high = self.interval()
        return f"right in {self.right} of {self.of} ({100 * low:.0f}–{100 * high:.0f} %)"


NOTHING = Tally(0, 0)


class Measure(NamedTuple):
    """What is known of one rule. Counts are pairs (right, of).

    ``judged`` maps a profile to verdicts of people on single findings, ``labelled`` to agreement with the
    labels of an annotated corpus. ``cues`` maps a profile, or ``""`` for all, to counts by cue.
    """

    judged: dict[str, tuple[int, int]]
    labelled: dict[str, tuple[int, int]]
    cues: dict[str, dict[str, tuple[int, int]]]

    def overall(self) -> Tally:
        """Return all verdicts, or where there are none the agreement with labels."""
        counts = (self.judged or self.labelled).values()
        return Tally(sum(c[0] for c in counts), sum(c[1] for c in counts))

    def under(self, profile: str) -> Tally:
        """Return the counts that speak for a profile by themselves, or nothing: verdicts before labels."""
        for table in (self.judged, self.labelled):
            found = table.get(profile, NOTHING)
            if found[1] >= ENOUGH_FOR_A_PROFILE:
                return Tally(*found)
        return NOTHING

    def precision(self, estimate: float, profile: str = "", cue: str = "") -> float:
        """Return how often a finding is right: as a rule, under a profile, for a cue."""
        rate = self.overall().shrunk(estimate)
        if profile:
            rate = self.under(profile).shrunk(rate)
        if cue:
            for table in (self.cues.get(profile), self.cues.get("")):
                if table and (found := table.get(cue, NOTHING))[1] >= ENOUGH_FOR_A_CUE:
                    return Tally(*found).shrunk(rate)
        return rate
