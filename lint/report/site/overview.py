"""The first page: how many questions are open, of what kind, where, and whether there are more or fewer than before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from lint.report.markup import NOTHING, Markup, element
from lint.report.site import charts
from lint.report.site.facts import Facts, Share
from lint.report.site.frame import Page
from lint.report.site.lines import degree
from lint.report.site.places import Places, leading
from lint.report.totals import plural

_KINDS = {"author": "By author", "section": "By section", "folder": "By folder", "date": "By month"}
_SHOWN = 10
_LEAST_WORDS = (100, 1000)
"""A share of fewer words, or in a smaller archive of fewer than a hundredth, says nothing about whoever wrote it."""
_UNCHECKED = 50


def overview_page(facts: Facts, places: Places) -> Page:
    """Return the first page."""
    return Page("Overview", _header(facts), _main(facts, places), "index")


def headline(facts: Facts) -> str:
    """Return the one line that tells how things stand."""
    checked = facts.run.documents - facts.run.problems
    if not checked:
        return "Nothing could be checked"
    if not facts.run.findings:
        return f"No open questions in {plural(checked, 'text')}"
    if facts.asked_in == checked > 1:
        return f"All {checked:,} texts have open questions"
    have = "has" if facts.asked_in == 1 else "have"
    return f"{facts.asked_in:,} of {plural(checked, 'text')} {have} open questions"


def _header(facts: Facts) -> Iterator[Markup]:
    run = facts.run
    yield element("p", f"{run.name.capitalize()}, {run.when}", class_="kicker")
    yield element("h1", headline(facts))
    parts: list[str] = ["In ", element("b", plural(run.words, "word"))]
    if run.findings and run.rate is not None:
        graves = [plural(n, severity) for severity, n in facts.severities.items() if n]
        told = plural(run.findings, "question")
        parts += [
            " there are ",
            element("b", told),
            f": {_and(graves)}. That is ",
            element("b", f"{run.rate:.1f}"),
        ]
        parts += [" for every 1,000 words", _against(facts), "."]
    else:
        parts.append(" nothing was asked.")
    if run.problems:
        parts.append(f" {plural(run.problems, 'text')} could not be checked.")
    yield element("p", *parts, class_="lede")


def _and(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _against(facts: Facts) -> str:
    """Return how the rate compares with the run before, in words."""
    if len(facts.runs) < 2 or facts.run.rate is None:
        return ""
    before = facts.runs[-2]
    if not before.rate:
        return ""
    change = facts.run.rate / before.rate - 1
    if abs(change) < 0.005:
        return f", as many as in {before.name}"
    return (
        f", {abs(change):.0%} {'more' if change > 0 else 'fewer'} than in {before.name} ({before.rate:.1f})"
    )


def _main(facts: Facts, places: Places) -> Iterator[Markup]:
    yield _figures(facts)
    if len(facts.runs) > 1:
        runs = [(run, run.findings) for run in facts.runs]
        yield element(
            "section", element("h2", "From run to run"), charts.trend(runs, "Questions per 1,000 words")
        )
    if facts.spots:
        yield _spots(facts, places)
    beside = [charts.ladder(facts.ladder)] if any(facts.ladder.values()) else []
    beside += [charts.grades(facts.grades, facts.targets)] if facts.grades else []
    tables = [charts.groups(facts.groups)] if facts.groups else []
    tables += [element("div", *beside, class_="stacked")] if beside else []
    if tables:
        yield element("section", element("h2", "At a glance"), element("div", *tables, class_="columns"))
    least = min(max(facts.run.words // 100, _LEAST_WORDS[0]), _LEAST_WORDS[1])
    shares = [
        _share(kind, facts.shares[kind], least, places)
        for kind in _KINDS
        if len(facts.shares.get(kind, ())) > 1
    ]
    if shares:
        aside = element(
            "p", f"Questions per 1,000 words. Fewer than {least:,} words are not compared.", class_="aside"
        )  # fmt: skip
        told = element("div", *shares, class_="columns")
        yield element("section", element("h2", "Who, where and when"), aside, told)
    if facts.unchecked:
        yield _unchecked(facts)
    yield _about(facts)


def _figures(facts: Facts) -> Markup:
    figures = []
    if facts.run.rate is not None:
        figures.append((f"{facts.run.rate:.1f}", "questions per 1,000 words"))
    if total := sum(facts.ladder.values()):
        figures.append(
            (f"{facts.ladder['named'] / total:.0%}", f"of {plural(total, 'attribution')} name someone")
        )
    for (supported, count), what in ((facts.claims, "claims"), (facts.statistics, "figures")):
        if count:
            figures.append((f"{supported / count:.0%}", f"of {count:,} {what} have support near them"))
    if graded := sum(count for _, count, _ in facts.grades):
        hard = sum(over for _, _, over in facts.grades)
        figures.append(
            (
                f"{hard / graded:.0%}",
                f"of {plural(graded, 'text')} {'is' if graded == 1 else 'are'} over the target of difficulty",
            )
        )
    cells = [element("div", element("dt", what), element("dd", value)) for value, what in figures]
    return element("dl", *cells, class_="figures")


def _spots(facts: Facts, places: Places) -> Markup:
    items: list[Markup] = []
    for spot in facts.spots:
        address = places.text(spot.page, f"L{spot.line}")
        heat = element("span", f"{100 * spot.score:.0f}", class_=f"score h{degree(spot.score)}")
        questions = element("p", " ".join(spot.questions), class_="asks") if spot.questions else NOTHING
        where = element("p", f"{spot.title}, line {spot.line}", class_="aside")
        quoted = leading(address, f"“{spot.text}”")
        items.append(
            element("li", heat, element("div", element("p", quoted), element("p", questions, " ", where)))
        )
    return element(
        "section",
        element("h2", "Read these first"),
        element("p", "The sentences that a reader should least take at their word, with the chance of that, of 100.", class_="aside"),
        element("ol", *items[:_SHOWN], class_="spots"),
        _more(items[_SHOWN:]),
    )  # fmt: skip


def _more(items: Sequence[Markup]) -> Markup:
    if not items:
        return NOTHING
    return element(
        "details",
        element("summary", f"{len(items)} more"),
        element("ol", *items, class_="spots", start=_SHOWN + 1),
    )


def _share(kind: str, shares: Sequence[Share], least: int, places: Places) -> Markup:
    ranked = [share for share in shares if share.words >= least]
    if kind == "date":
        shown, left = ranked[-24:], 0
    else:
        ranked.sort(key=lambda share: (-share.rate, share.name))
        left = max(len(ranked) - _SHOWN, 0)
        shown = ranked if not left else [*ranked[: _SHOWN // 2], *ranked[-_SHOWN // 2 :]]
    if not shown:
        return NOTHING
    most = max(share.rate for share in shown) or 1
    rows = []
    for at, share in enumerate(shown):
        if left and at == _SHOWN // 2:
            rows.append(
                element(
                    "tr", element("td", f"… {left:,} between them", colspan=4, class_="nil"), class_="gap"
                )
            )
        link = leading(
            places.top("texts", f"{kind}={quote(share.name, safe='')}"), share.name or "the top folder"
        )
        rows.append(
            element(
                "tr",
                element("th", link, scope="row"),
                element("td", charts.bar([("plain", share.rate)], most), class_="bar"),
                element("td", f"{share.rate:.1f}", class_="n"),
                charts.number(share.texts),
            )
        )
    return charts.table(_KINDS[kind], [kind.capitalize(), "", "#per 1,000", "#texts"], rows)


def _unchecked(facts: Facts) -> Markup:
    items = [
        element("li", element("b", name), f": {problem}") for _, name, problem in facts.unchecked[:_UNCHECKED]
    ]
    more = facts.run.problems - len(items)
    rest = (
        element("p", f"and {more:,} more; `whosays query` lists them all", class_="aside")
        if more > 0
        else NOTHING
    )
    return element(
        "section", element("h2", "Could not be checked"), element("ul", *items), rest, class_="unchecked"
    )


def _about(facts: Facts) -> Markup:
    told = [
        ("Texts from", ", ".join(facts.sources) or "a list of files"),
        ("Kind of text", f"profile {facts.profile}"),
        ("Run", f"number {facts.run.number} of the store, finished {facts.run.when}, by whosays {facts.version}"),
        ("What a question is", "A place where a careful reader would ask who says so, when, or how many. It is no verdict that something is wrong."),
    ]  # fmt: skip
    parts = [part for label, said in told for part in (element("dt", label), element("dd", said))]
    return element(
        "section", element("h2", "About this report"), element("dl", *parts, class_="facts"), class_="last"
    )
