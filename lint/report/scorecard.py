"""The scorecard of one text, for people: bars for the ladder of voices, shares and rates beside what is usual."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.typed import Any
from lint.report.paint import Paint
from lint.report.visible import visible

_RUNGS = {
    "named": ("named person or body", "good"),
    "role": ("role or class at a body", "suggestion"),
    "unnamed": ("unnamed people", "warning"),
    "impersonal": ("passive, or nobody at all", "error"),
}
_LABEL = 30
_BAR = 24
"""Columns of the longest bar."""


def render_score(path: str, score: dict[str, Any], paint: Paint) -> Iterator[str]:
    """Yield the lines of a scorecard."""
    yield paint("heading", f"Scorecard of {visible(path)}")
    yield from _ladder(score["attributions"], paint)
    yield ""
    yield _share("Claims that could be checked", score["claims"], paint)
    yield _share("Statistics", score["statistics"], paint)
    yield ""
    rates, usual = score["per_1000_words"], score["usual"]
    if any(rate is None for rate in rates.values()):
        yield f"  {'Per 1,000 words':{_LABEL}}too short a text to say"
    else:
        yield f"  {'Per 1,000 words':{_LABEL}}{paint('dim', '  here   usual')}"
        for key, rate in rates.items():
            yield _rate(key, rate, usual.get(key), paint)
    yield _grade(score["readability"], paint)


def _ladder(counts: dict[str, int], paint: Paint) -> Iterator[str]:
    """Yield a bar for each rung, the longest as long as ``_BAR``."""
    total, most = sum(counts.values()), max(*counts.values(), 1)
    yield f"  {paint('place', 'Attributions')}{total:>{_LABEL - 6}}"
    for key, (label, role) in _RUNGS.items():
        count = counts[key]
        bar = "█" * max(round(_BAR * count / most), bool(count))
        share = f"{count / total:>5.0%}" if total else ""
        yield f"    {label:{_LABEL - 2}}{count:>6} {share} {paint(role, bar)}".rstrip()


def _share(label: str, counts: dict[str, int], paint: Paint) -> str:
    total, supported = counts["total"], counts["supported"]
    if not total:
        return f"  {label:{_LABEL}}{0:>6}"
    role = "good" if supported * 2 >= total else "warning"
    told = paint(role, f"{supported:,} with support near them, {total - supported:,} without")
    return f"  {label:{_LABEL}}{total:>6}   {told}"


def _rate(key: str, rate: float, usual: list[float] | None, paint: Paint) -> str:
    """Return a rate and its band, with a word where it lies outside."""
    band = verdict = ""
    if usual:
        band = f"   {usual[0]:g} to {usual[1]:g}"
        if rate > usual[1]:
            verdict = "  " + paint("warning", "more than usual")
        elif rate < usual[0]:
            verdict = "  " + paint("suggestion", "fewer than usual")
    return f"    {key:{_LABEL - 2}}{rate:>6.1f}{band}{verdict}"


def _grade(measures: dict[str, Any], paint: Paint) -> str:
    grade, target = measures["grade"], measures["target"]
    if grade is None:
        return f"  {'Reading grade':{_LABEL}}too short a text to say"
    verdict = "  " + paint("warning", "harder than the target") if grade > target else ""
    return f"  {'Reading grade':{_LABEL}}{grade:>6.1f}   target {target:g}{verdict}"
