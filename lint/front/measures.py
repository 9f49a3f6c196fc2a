"""What was measured of a rule, in words and as data."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.measured import ENOUGH_FOR_A_PROFILE, Measure, Tally
from lint.model.rule import Rule
from lint.model.typed import Any

NOT_MEASURED = "not measured"


def in_words(rule: Rule) -> Iterator[str]:
    """Yield how often a rule was right, in all and by profile, and what we work with."""
    measure = rule.measured
    if not measure or not measure.overall().of:
        yield f"{NOT_MEASURED}: {rule.prior:.2f} is an editor's estimate"
        return
    by = "judged" if measure.judged else "labelled"
    yield f"{_said(measure.overall(), by)}; counts as {rule.precision():.2f}"
    for profile in sorted(measure.judged if len(measure.judged) > 1 else ()):
        tally = Tally(*measure.judged[profile])
        tail = f"; counts as {rule.precision(profile):.2f}" if tally.of >= ENOUGH_FOR_A_PROFILE else ""
        yield f"{profile}: {_said(tally, 'judged')}{tail}"
    for profile, pair in sorted(measure.labelled.items()) if measure.judged else ():
        yield f"{profile}: {_said(Tally(*pair), 'labelled by others')}"


def _said(tally: Tally, how: str) -> str:
    """Return ``right in 46 of 52 judged (77–95 %)``."""
    said = str(tally)
    at = said.index(" (")
    return f"{said[:at]} {how}{said[at:]}"


def as_data(measure: Measure | None) -> dict[str, Any] | None:
    """Return the counts of a rule for JSON, each with its interval; None where nothing was measured."""
    if not measure or not measure.overall().of:
        return None
    return {
        **_tally(measure.overall()),
        "judged_by_profile": {p: _tally(Tally(*pair)) for p, pair in sorted(measure.judged.items())},
        "labelled_by_profile": {p: _tally(Tally(*pair)) for p, pair in sorted(measure.labelled.items())},
    }


def _tally(tally: Tally) -> dict[str, Any]:
    low, high = tally.interval()
    return {"right": tally.right, "of": tally.of, "low": round(low, 3), "high": round(high, 3)}
