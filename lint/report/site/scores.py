"""The scorecard of a text: its voices, its claims, its words, and how hard it is to read."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.typed import Any
from lint.report.markup import NOTHING, Markup, element
from lint.report.site.charts import ladder
from lint.report.site.facts import RUNGS, Known
from lint.report.totals import plural

_FORMULAS = {
    "flesch_reading_ease": "Flesch reading ease",
    "flesch_kincaid_grade": "Flesch–Kincaid grade",
    "gunning_fog": "Gunning fog",
    "smog_index": "SMOG",
    "automated_readability_index": "ARI",
    "coleman_liau_index": "Coleman–Liau",
    "dale_chall_readability_score": "Dale–Chall",
    "lix": "LIX",
}


def scorecard(known: Known) -> Markup:
    """Return the section with all that was measured of a text."""
    counts = {rung: int(known.scorecard.get(rung) or 0) for rung in RUNGS}
    voices = ladder(counts) if any(counts.values()) else NOTHING
    facts = [part for label, said in _facts(known) for part in (element("dt", label), element("dd", said))]
    return element(
        "section",
        element("h2", "Its scorecard"),
        element("div", voices, element("dl", *facts, class_="facts"), class_="overview two"),
        _formulas(known.readability),
        class_="scorecard",
    )


def _facts(known: Known) -> Iterator[tuple[str, str]]:
    card, measures = known.scorecard, known.readability
    grade, target = measures.get("grade"), card.get("target_grade")
    if grade is None:
        yield "School grade to read it", "too short a text to say"
    else:
        aim = f"; the target of {known.profile} is {target:g}" if target else ""
        yield "School grade to read it", f"{grade:.1f}{aim}"
    for name, label in (("claims", "Claims that could be checked"), ("statistics", "Figures")):
        if (count := card.get(name)) is not None:
            supported = card.get(f"{name}_supported") or 0
            yield label, f"{count:,}; {supported:,} with support near them" if count else "none"
    for name, label in (("hedges", "Hedges"), ("boosters", "Boosters"), ("citations", "Citations")):
        if (value := card.get(f"{name}_per_1000_words")) is not None:
            yield label, f"{value:.1f} in 1,000 words"
    sourcing = known.sourcing
    told = [
        plural(sourcing[f"{name}s"], name)
        for name in ("citation", "link", "quotation")
        if sourcing.get(f"{name}s")
    ]
    if told:
        yield "What points to sources", ", ".join(told)


def _formulas(measures: dict[str, Any]) -> Markup:
    told = [(label, measures[key]) for key, label in _FORMULAS.items() if measures.get(key) is not None]
    if not told:
        return NOTHING
    parts = [part for label, value in told for part in (element("dt", label), element("dd", f"{value:.1f}"))]
    summary = element("summary", "Readability by formula")
    return element("details", summary, element("dl", *parts, class_="facts"))
