"""The table of all texts: the first as a table, all as data that the script sorts, filters and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lint.report.json_text import written
from lint.report.markup import NOTHING, Markup, element
from lint.report.site.charts import number
from lint.report.site.facts import Row, rate
from lint.report.site.frame import Page
from lint.report.site.places import Places, leading
from lint.report.totals import plural
from lint.report.visible import visible

ROWS_SHOWN = 50
ROWS_INSIDE = 1000
"""Rows that the page itself holds; the others are in files that it loads."""
ROWS_OF_A_FILE = 5000
_OFFERED = 500
_KINDS = ("author", "section", "date", "folder")


def rows_file(number: int) -> str:
    """Return the path of a file of rows, from 1."""
    return f"data/texts-{number}.js"


def rows_script(rows: Iterable[Row]) -> str:
    """Return rows as a script that gives them to the page's own."""
    return f"whosaysTexts({_rows(rows)});\n"


def _rows(rows: Iterable[Row]) -> str:
    """Return rows as JSON in ASCII in which no markup can begin or end."""
    told = written([[_sound(value) for value in row] for row in rows])
    return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _sound(value: object) -> object:
    return visible(value) if isinstance(value, str) else value


def texts_page(
    first: Sequence[Row], total: int, files: int, offers: dict[str, Counter[str]], places: Places
) -> Page:
    """Return the page of texts.

    ``first`` are the rows it holds, those with most questions first; ``files`` is how many files of rows there are besides,
    ``offers`` what authors, sections and so on there are.
    """
    there = [kind for kind in _KINDS if offers.get(kind)]
    data = element("script", Markup(_rows(first)), type="application/json", id="rows")
    header = (element("h1", "Texts"), element("p", f"{plural(total, 'text')}, those with most questions first.", class_="lede"))  # fmt: skip
    return Page("Texts", header, (*_main(first, total, files, there, offers, places), data), "texts")


def _main(
    first: Sequence[Row],
    total: int,
    files: int,
    there: Sequence[str],
    offers: dict[str, Counter[str]],
    places: Places,
) -> Iterator[Markup]:
    yield _form(there, offers)
    heads = [("title", "Text", ""), *((kind, kind.capitalize(), "wide") for kind in there)]
    heads += [
        ("words", "Words", "n"),
        ("findings", "Questions", "n"),
        ("rate", "per 1,000", "n"),
        ("grade", "Grade", "n"),
    ]
    cells = [element("th", label, scope="col", class_=css or None, data_key=key) for key, label, css in heads]
    rows = [_row(row, there, places) for row in first[:ROWS_SHOWN]]
    yield element(
        "table",
        element("caption", "All texts", class_="unseen"),
        element("thead", element("tr", *cells)),
        element("tbody", *rows),
        id="texts-table", class_="texts", data_kinds=" ".join(there), data_files=files, data_total=total,
        data_root=places.root, data_whole=places.whole, data_shown=ROWS_SHOWN,
    )  # fmt: skip
    more = f"These are the first {ROWS_SHOWN:,}. " if total > ROWS_SHOWN else ""
    yield element(
        "div",
        element("button", "← Before", type="button", data_turn=-1),
        element("output", more, aria_live="polite", id="texts-shown"),
        element("button", "Next →", type="button", data_turn=1),
        class_="pager",
    )


def _form(there: Sequence[str], offers: dict[str, Counter[str]]) -> Markup:
    fields = [
        element("label", "Words of title or path", element("input", type="search", name="sought")),
        *(_field(kind, offers[kind]) for kind in there),
        element("label", "At least so many questions", element("input", type="number", name="least", min=0)),
        element("label", "Sorted by", element("select", *_orders(there), name="sort")),
        element("button", "Show all", type="reset"),
    ]
    return element("form", *fields, role="search", aria_label="Filter the texts", autocomplete="off", class_="sieve", hidden=True)  # fmt: skip


def _field(kind: str, offers: Counter[str]) -> Markup:
    label = "Date (such as 2024-05)" if kind == "date" else kind.capitalize()
    if kind == "date":
        return element("label", label, element("input", type="search", name=kind))
    names = [element("option", value=visible(name)) for name, _ in offers.most_common(_OFFERED)]
    field = element("input", type="search", name=kind, list=f"all-{kind}")
    return element("label", label, field, element("datalist", *names, id=f"all-{kind}"))


def _orders(there: Sequence[str]) -> Iterator[Markup]:
    yield element("option", "most questions", value="-findings")
    yield element("option", "most questions per 1,000", value="-rate")
    for key, label in (("rate", "fewest questions per 1,000"), ("title", "title"), *((k, k) for k in there)):
        yield element("option", label, value=key)
    yield element("option", "latest", value="-date") if "date" in there else NOTHING
    yield element("option", "longest", value="-words")
    yield element("option", "hardest to read", value="-grade")


def _row(row: Row, there: Sequence[str], places: Places) -> Markup:
    values = {"author": row.author, "section": row.section, "date": row.date, "folder": row.folder}
    told = " · ".join(values[kind] for kind in there if values[kind])
    asked = rate(row.findings, row.words)
    mark = element("span", "not checked", class_="problem") if row.problem else NOTHING
    return element(
        "tr",
        element("th", leading(places.text(row.page), row.title), mark, element("span", told, class_="by"), scope="row"),
        *(element("td", values[kind], class_=f"wide {kind}") for kind in there),
        number(row.words),
        number(row.findings),
        element("td", f"{asked:.1f}" if asked is not None else "–", class_="n"),
        element("td", f"{row.grade:.1f}" if row.grade is not None else "–", class_="n hard" if _hard(row) else "n"),
    )  # fmt: skip


def _hard(row: Row) -> bool:
    return row.grade is not None and row.target is not None and row.grade > row.target
