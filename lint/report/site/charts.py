"""Charts as drawings and tables: each value stands beside what is drawn of it, so that nothing is told by shape alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lint.model.finding import SEVERITIES
from lint.report.markup import NOTHING, Markup, element
from lint.report.site.facts import RUNGS, Run
from lint.report.site.places import Places, leading

GRAVEST_FIRST = tuple(reversed(SEVERITIES))
EASIEST, HARDEST = 5, 17
"""The grades at the ends of the drawing, with all that lie beyond."""
_WIDE, _HIGH = 1000, 100


def bar(parts: Iterable[tuple[str, float]], most: float) -> Markup:
    """Return a bar of coloured parts, ``most`` being the length of the longest."""
    at = 0.0
    drawn = []
    for kind, value in parts:
        if value > 0:
            wide = _WIDE * value / (most or 1)
            drawn.append(element("rect", x=f"{at:.1f}", y=0, width=f"{wide:.1f}", height=_HIGH, class_=kind))
            at += wide
    return element(
        "svg", *drawn, viewBox=f"0 0 {_WIDE} {_HIGH}", preserveAspectRatio="none", aria_hidden="true"
    )


def number(value: float | None, digits: int = 0) -> Markup:
    """Return a cell with a number, or a dash for none."""
    if not value:
        return element("td", "–" if value is None or not digits else f"{0:.{digits}f}", class_="n nil")
    return element("td", f"{value:,.{digits}f}", class_="n")


def table(caption: str, heads: Sequence[str], rows: Iterable[Markup], *, note: str = "") -> Markup:
    """Return a table; a head that begins with ``#`` stands over numbers, an empty one over bars."""
    cells = [
        element("th", head.lstrip("#"), scope="col", class_="n" if head[0] == "#" else None)
        if head
        else element("td")
        for head in heads
    ]
    told = element("span", note, class_="aside") if note else NOTHING
    return element(
        "table",
        element("caption", caption, " " if note else "", told),
        element("thead", element("tr", *cells)),
        element("tbody", *rows),
    )


def groups(by_group: Mapping[str, Mapping[str, int]]) -> Markup:
    """Return the table of findings by group and severity."""
    most = max((sum(row.values()) for row in by_group.values()), default=1)
    rows = [
        element(
            "tr",
            element("th", group, scope="row"),
            element("td", bar(((s, row[s]) for s in GRAVEST_FIRST), most), class_="bar"),
            *(number(row[s]) for s in GRAVEST_FIRST),
        )
        for group, row in by_group.items()
    ]
    return table("What is asked", ["Group", "", *(f"#{s}s" for s in GRAVEST_FIRST)], rows)


def ladder(counts: Mapping[str, int], caption: str = "Who is said to say it") -> Markup:
    """Return the ladder of attributions, with each rung's share."""
    total = sum(counts.values())
    most = max(counts.values(), default=1)
    rows = [
        element(
            "tr",
            element("th", words, scope="row"),
            element("td", bar([(rung, counts[rung])], most), class_="bar"),
            number(counts[rung]),
            element("td", f"{counts[rung] / total:.0%}" if total else "–", class_="n nil"),
        )
        for rung, words in RUNGS.items()
    ]
    return table(caption, ["Attributed to", "", "#count", "#share"], rows)


def grades(bins: Sequence[tuple[int, int, int]], targets: Sequence[float]) -> Markup:
    """Return how hard the texts are to read: texts by school grade, those harder than their target in another colour."""
    if not bins:
        return NOTHING
    low, high = bins[0][0], bins[-1][0]
    by_grade = {grade: (count, hard) for grade, count, hard in bins}
    most = max(count for _, count, _ in bins)
    rows = []
    for grade in range(low, high + 1):
        count, hard = by_grade.get(grade, (0, 0))
        here = [t for t in targets if min(max(int(t), EASIEST), HARDEST) == grade]
        label = f"under {grade + 1}" if grade == EASIEST else f"{grade} to {grade + 1}"
        label = f"{grade} and over" if grade == HARDEST else label
        aim = element("span", " target", class_="aim") if here else NOTHING
        rows.append(
            element(
                "tr",
                element("th", label, aim, scope="row"),
                element("td", bar((("good", count - hard), ("warning", hard)), most), class_="bar"),
                number(count),
                number(hard),
            )
        )
    return table("How hard the texts are to read", ["School grade", "", "#texts", "#over target"], rows)


def trend(runs: Sequence[tuple[Run, int]], caption: str) -> Markup:
    """Return findings per 1,000 words from run to run: a line, and the table of what it shows."""
    rates = [1000.0 * count / run.words if run.words else 0.0 for run, count in runs]
    if len(rates) < 2:
        return NOTHING
    rows = [
        element(
            "tr",
            element("th", run.name, scope="row"),
            element("td", run.when),
            number(run.documents),
            number(count),
            number(value, 2),
        )
        for (run, count), value in reversed(list(zip(runs, rates, strict=True)))
    ]
    heads = ["Run", "finished", "#texts", "#questions", "#per 1,000 words"]
    return element(
        "figure",
        element("figcaption", caption),
        _line(rates, runs),
        element(
            "details",
            element("summary", "All runs in figures"),
            element("div", table("Runs", heads, rows), class_="wide"),
        ),
        class_="trend",
    )


def _line(rates: Sequence[float], runs: Sequence[tuple[Run, int]]) -> Markup:
    most = max(*rates, 0.1)
    step = _WIDE / (len(rates) - 1)
    points = [(at * step, 92 - 84 * value / most) for at, value in enumerate(rates)]
    path = " ".join(f"{'L' if at else 'M'}{x:.1f} {y:.1f}" for at, (x, y) in enumerate(points))
    dots = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in points)
    told = f"Findings per 1,000 words, from {rates[0]:.1f} in {runs[0][0].name} to {rates[-1]:.1f} in {runs[-1][0].name}."
    drawing = element(
        "svg",
        element("path", d=f"M0 92H{_WIDE}", class_="ground", vector_effect="non-scaling-stroke"),
        element("path", d=path, class_="line", vector_effect="non-scaling-stroke"),
        element("path", d=dots, class_="dots", vector_effect="non-scaling-stroke"),
        viewBox=f"-12 0 {_WIDE + 24} {_HIGH}",
        preserveAspectRatio="none",
        role="img",
        aria_label=told,
    )
    ends = element(
        "p",
        element("span", element("b", f"{rates[0]:.1f}"), f" {runs[0][0].name}"),
        element("span", element("b", f"{rates[-1]:.1f}"), f" {runs[-1][0].name}"),
        class_="ends",
    )
    return element("div", drawing, ends, class_="plot")


def linked(places: Places, kind: str, value: str, asked: str) -> Markup:
    """Return the name of an author or the like, which leads to its texts."""
    return leading(places.top("texts", f"{kind}={asked}"), value)
