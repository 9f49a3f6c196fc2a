"""Findings and rules as parts of a page: the lines with the words marked, the question beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lint.model.finding import FileReport, Finding, Report
from lint.model.lines import LineIndex
from lint.model.rule import RulePage
from lint.model.typed import NamedTuple
from lint.report.console import judged
from lint.report.extracts import Extracts, Line
from lint.report.markup import NOTHING, Markup, anchor_of, element, link
from lint.report.mending import in_words
from lint.report.options import Options
from lint.report.summary import measures_in_words
from lint.report.visible import ELLIPSIS, TAB

_RULE = "rule:"


class _Text(NamedTuple):
    """A file on its way to the page, and the places that have a name already."""

    file: FileReport
    anchor: str
    places: LineIndex
    extracts: Extracts
    named: Counter[str]


def render_file(file: FileReport) -> Markup:
    """Return the section of a file: its measures, then its findings.

    The section is found under the file's path, each finding under ``path:line:column``, and a line under
    ``path:line``.
    """
    index = LineIndex(file.text)
    text = _Text(file, anchor_of(file.path), index, Extracts(file.text, index), Counter())
    return element(
        "section",
        element("h2", file.path),
        element("p", measures_in_words(file), class_="measures"),
        *(_finding(f, text) for f in file.findings),
        class_="text", id=text.anchor, tabindex=-1,
    )  # fmt: skip


def _finding(f: Finding, text: _Text) -> Markup:
    line, column = text.places.position(f.span.start)
    place = _named(f"{text.anchor}:{line}:{column}", text)
    where = element(
        "p",
        link(place, f"line {line}, column {column}"),
        *_cell(f, text),
        element("span", f.severity, class_="severity"),
        link(_RULE + f.rule, f.rule),
        element("span", f"confidence {f.confidence:.2f}"),
        class_="where",
    )
    return element(
        "article", where, _lines(f, text), _note(f, text),
        class_=f"finding {f.severity}", id=place, tabindex=-1, data_rule=f.rule, data_severity=f.severity,
    )  # fmt: skip


def _named(place: str, text: _Text) -> str:
    """Return a name of a place that no other has."""
    text.named[place] += 1
    return place if text.named[place] == 1 else f"{place}~{text.named[place]}"


def _cell(f: Finding, text: _Text) -> Iterator[Markup]:
    if cell := text.file.cell_of(f.span.start):
        yield element("span", f"cell {cell[0]}, line {cell[1]}")


def _lines(f: Finding, text: _Text) -> Markup:
    if f.scope == "document":
        return element(
            "div", element("span"), element("span", "About the whole text.", class_="beside"), class_="lines"
        )
    shown = text.extracts.around(f.span)
    return element("div", *(part for line in shown for part in _line(line, text)), class_="lines")


def _line(line: Line, text: _Text) -> Iterator[Markup]:
    marked = any(piece.marked for piece in line.pieces)
    place = f"{text.anchor}:{line.number}"
    name = None
    if marked and not text.named[place]:
        text.named[place] = 1
        name = place
    yield element("span", str(line.number), class_="no", id=name)
    pieces = [
        element("mark", _spread(piece.text)) if piece.marked else _spread(piece.text) for piece in line.pieces
    ]
    before, after = (ELLIPSIS if cut else "" for cut in line.cut)
    yield element("span", before, *pieces, after, class_="line" if marked else "line beside")


def _spread(text: str) -> str:
    return text.replace("\t", " " * TAB)


def _note(f: Finding, text: _Text) -> Markup:
    facts: list[tuple[str, str]] = []
    if f.question and f.message != f.question:
        facts.append(("why", f.message))
    if f.looked_for:
        facts.append(("looked for", f.looked_for))
    facts += [("seen", judged(e)) for e in f.evidence]
    if f.looked_for and not f.evidence:
        facts.append(("seen", "none of it nearby"))
    for related in f.related:
        line, column = text.places.position(related.span.start)
        facts.append(("see also", f"{line}:{column} {related.note}"))
    told = [part for label, said in facts for part in (element("dt", label), element("dd", said))]
    if f.fix:
        told += [element("dt", "fix"), element("dd", in_words(f.fix, text.file.text), class_="fix")]
    return element(
        "div",
        element("h3", f.question or f.message),
        element("dl", *told) if told else NOTHING,
        class_="note",
    )


def render_rules(report: Report, options: Options) -> Iterator[Markup]:
    """Yield each rule that asked something, by name, with its reasons."""
    firsts = {f.rule: f for f in reversed(report.findings)}
    count = Counter(f.rule for f in report.findings)
    for rule in sorted(firsts):
        page = options.page(rule) if options.page else None
        asked = "Asked once here" if count[rule] == 1 else f"Asked {count[rule]:,} times here"
        yield element(
            "article", element("h3", rule), *_reasons(firsts[rule], page, asked), id=_RULE + rule, tabindex=-1
        )


def _reasons(first: Finding, page: RulePage | None, asked: str) -> Iterator[Markup]:
    if page is None:
        yield element("p", first.question or first.message)
        yield element("p", f"{asked}.", class_="aside")
        return
    if page.rule.question:
        yield element("p", page.rule.question)
    yield element("p", f"{page.rule.summary}.")
    for paragraph in page.why.strip().split("\n\n"):
        if paragraph.strip():
            yield element("p", " ".join(paragraph.split()))
    if page.rule.looked_for:
        yield element("p", f"What would answer: {page.rule.looked_for}.")
    if page.false_alarms:
        yield element("p", f"Known false alarms: {' '.join(page.false_alarms.split())}", class_="aside")
    yield element("p", f"{asked}. {_measured(page)}", class_="aside")


def _measured(page: RulePage) -> str:
    """Say how often the rule is right, and who says so."""
    if page.rule.measured and (tally := page.rule.measured.overall()).of:
        return f"Of its findings in annotated and judged texts it was {tally}."
    return (
        f"An editor’s estimate is that it is right in {page.rule.prior:.0%} of cases; nobody has counted yet."
    )
