"""The pages of rules: what each asks and why, how often it was right, and where it asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.model.pattern import pattern
from lint.model.rule import RulePage
from lint.report.markup import NOTHING, Markup, element
from lint.report.site import charts
from lint.report.site.facts import Extract, Fired, rate
from lint.report.site.frame import Page
from lint.report.site.places import Places, leading
from lint.report.totals import plural

_GAP = pattern(r"\{[^{}]*\}")


def rules_page(rules: Sequence[Fired], words: int, places: Places) -> Page:
    """Return the list of rules, those that asked most first."""
    most = max((rule.findings for rule in rules), default=1)
    asked = [rule for rule in rules if rule.findings]
    silent = sorted((rule for rule in rules if not rule.findings), key=lambda rule: rule.rule)
    rows = [
        element(
            "tr",
            element("th", leading(places.rule(rule.rule), rule.rule), element("span", asked_by(rule), class_="by"), scope="row"),
            element("td", charts.bar([(rule.severity, rule.findings)], most), class_="bar"),
            charts.number(rule.findings),
            charts.number(rule.documents),
            charts.number(rate(rule.findings, words), 2),
        )
        for rule in asked
    ]  # fmt: skip
    header = (
        element("h1", "Rules"),
        element("p", f"{plural(len(asked), 'rule')} asked something; {len(silent):,} more were on and had nothing to ask.", class_="lede"),
    )  # fmt: skip
    table = charts.table("Rules that asked", ["Rule", "", "#questions", "#texts", "#per 1,000 words"], rows)
    items = [element("li", leading(places.rule(rule.rule), rule.rule)) for rule in silent]
    rest = element(
        "details", element("summary", f"{len(silent):,} that did not"), element("ul", *items, class_="many")
    )
    return Page("Rules", header, (table, rest if silent else NOTHING), "rules")


def rule_page(rule: Fired, words: int, places: Places) -> Page:
    """Return the page of a rule."""
    return Page(rule.rule, _header(rule, words, places), _main(rule, places))


def asked_by(rule: Fired) -> str:
    """Return what a rule asks, with an ellipsis for what each finding puts into it."""
    return _GAP.sub("…", rule.question) or rule.summary


def _header(rule: Fired, words: int, places: Places) -> Iterator[Markup]:
    yield element("p", leading(places.top("rules"), "← All rules"), class_="back")
    yield element("h1", rule.rule)
    if rule.question:
        yield element("p", asked_by(rule), class_="question")
    if not rule.findings:
        yield element("p", "It asked nothing here.", class_="lede")
        return
    per = rate(rule.findings, words)
    often = f", {per:.2f} for every 1,000 words" if per is not None else ""
    asked = f"Asked {rule.findings:,} {'time' if rule.findings == 1 else 'times'}"
    yield element("p", element("b", asked), f" in {plural(rule.documents, 'text')}{often}.", class_="lede")


def _main(rule: Fired, places: Places) -> Iterator[Markup]:
    yield element("section", *_reasons(rule), class_="reasons")
    if len(rule.trend) > 1:
        trend = charts.trend(rule.trend, "Questions per 1,000 words")
        yield element("section", element("h2", "From run to run"), trend)
    if rule.extracts:
        items = [_extract(extract, places) for extract in rule.extracts]
        yield element("section", element("h2", "Where it asked"), element("ol", *items, class_="extracts"))
    if rule.most:
        rows = [
            element(
                "tr",
                element("th", leading(places.text(row.page), row.title), scope="row"),
                charts.number(count),
                charts.number(row.words),
            )
            for row, count in rule.most
        ]
        yield element(
            "section", charts.table("Texts with most of it", ["Text", "#questions", "#words"], rows)
        )


def _reasons(rule: Fired) -> Iterator[Markup]:
    yield element("p", f"{rule.summary.rstrip('.')}.", class_="summary")
    page = rule.page
    if page is None:
        return
    for paragraph in page.why.strip().split("\n\n"):
        if paragraph.strip():
            yield element("p", " ".join(paragraph.split()))
    facts = []
    if page.rule.looked_for:
        facts.append(("What would answer", f"{page.rule.looked_for}."))
    if page.false_alarms:
        facts.append(("Known false alarms", " ".join(page.false_alarms.split())))
    facts.append(("How far to trust it", measured(page)))
    parts = [part for label, said in facts for part in (element("dt", label), element("dd", said))]
    yield element("dl", *parts, class_="facts")


def measured(page: RulePage) -> str:
    """Say how often a rule is right, and who says so."""
    if page.rule.measured and (tally := page.rule.measured.overall()).of:
        low, high = tally.interval()
        return (
            f"Of {tally.of:,} of its findings that people judged or texts were annotated for, {tally.right:,} were right. So it "
            f"is right in between {100 * low:.0f} and {100 * high:.0f} cases of 100."
        )
    cases = f"{100 * page.rule.prior:.0f}"
    return f"An editor’s estimate is that it is right in {cases} cases of 100; nobody has counted yet."


def _extract(extract: Extract, places: Places) -> Markup:
    words = element("mark", extract.words) if extract.words else NOTHING
    return element(
        "li",
        element("p", leading(places.text(extract.page, extract.place), extract.before, words, extract.after)),
        element("p", f"{extract.title}, line {extract.line}", class_="aside"),
    )
