"""A page by itself, for a build's artifacts or an e-mail: the lines, the questions in the margin, the rules' reasons.

It asks for nothing from outside and its policy forbids it to; all that a text, a path or a rule brings is escaped by
its type (``lint.report.markup``), and no script but the page's own can run.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from lint import __version__
from lint.model.finding import SEVERITIES, FileReport, Problem, Report
from lint.report.html_findings import render_file, render_rules
from lint.report.limit import untold
from lint.report.markup import NOTHING, Markup, anchor_of, element, link
from lint.report.options import Options
from lint.report.page_script import SCRIPT
from lint.report.page_style import STYLE
from lint.report.palette import colours
from lint.report.totals import by_group_and_severity, plural, totals

_GRAVEST_FIRST = tuple(reversed(SEVERITIES))
_CELLS = {severity: f"{severity}s" for severity in SEVERITIES}
_FILES = 20
FINDINGS, RULES = "whosays-questions", "whosays-rules"
"""The places of the page's own parts, named so that no path is likely to be called so."""


def render(report: Report, options: Options) -> str:
    """Return the whole report as one HTML page."""
    style = Markup(colours() + STYLE)
    title = _title(report)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="robots", content="noindex"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content=f"whosays {__version__}"),
        element("title", f"{title} · whosays"),
        element("style", style),
    )
    body = element(
        "body",
        link(FINDINGS, "To the questions", class_="skip"),
        _header(report, title),
        element("main", *_main(report, options)),
        element("footer", element("p", f"Written by whosays {__version__}. No text left the machine.")),
        element("script", Markup(SCRIPT)),
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def _policy(style: Markup) -> str:
    """Return a policy under which this style and this script have effect, and nothing else, from here or elsewhere."""
    return (
        f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(SCRIPT)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"


def _title(report: Report) -> str:
    count = totals(report).findings
    if count:
        return plural(count, "open question")
    return "No open questions" if report.files else "Nothing was checked"


def _header(report: Report, title: str) -> Markup:
    count = totals(report)
    severities = [plural(n, severity) for severity, n in count.severities.items() if n]
    words = sum(file.words for file in report.files)
    parts: list[str] = [
        "In ", element("b", plural(len(report.files), "file")), f", {plural(words, 'word')}",
        f": {', '.join(severities)}." if severities else ".",
    ]  # fmt: skip
    suppressed = sum(file.suppressed for file in report.files)
    known = sum(file.known for file in report.files)
    stood = [f"{suppressed:,} more let stand by stet"] * bool(suppressed)
    stood += [f"{known:,} known from the baseline"] * bool(known)
    if stood:
        parts.append(f" Besides these, {' and '.join(stood)}.")
    if beyond := report.beyond:
        shown = len(report.findings)
        parts.append(f" Here are the {shown:,} gravest; {untold(len(beyond))}.")
    lede = element("p", *parts, class_="lede") if report.files else NOTHING
    return element("header", element("p", "Who says?", class_="brand"), element("h1", title), lede)


def _main(report: Report, options: Options) -> Iterator[Markup]:
    failures = [problem for problem in report.problems if problem.status]
    if failures:
        yield _problems(failures)
    tables = [*_groups(report), *_files(report.files)]
    if tables:
        wide = "overview two" if len(tables) > 1 else "overview"
        yield element("section", *tables, class_=wide, aria_label="Overview")
    if report.findings:
        yield _filters(report)
    yield element("div", *(render_file(file) for file in report.files if file.findings), id=FINDINGS)
    if report.findings:
        yield element(
            "section", element("h2", "The rules, and why they ask"), *render_rules(report, options),
            class_="rules", id=RULES,
        )  # fmt: skip


def _problems(problems: Iterable[Problem]) -> Markup:
    items = [element("li", str(problem)) for problem in problems]
    return element("section", element("h2", "Not checked"), element("ul", *items), class_="problems")


def _groups(report: Report) -> Iterator[Markup]:
    """Yield the table of findings by group, with a bar for each."""
    table = by_group_and_severity(report)
    if not table:
        return
    most = max(sum(row.values()) for row in table.values())
    rows = [
        element(
            "tr",
            element("th", group, scope="row"),
            element("td", _bar(row, most), class_="bar"),
            *(_number(row[severity]) for severity in _GRAVEST_FIRST),
        )
        for group, row in table.items()
    ]
    head = element(
        "tr", element("th", "Group", scope="col"), element("td"),
        *(element("th", _CELLS[severity], scope="col", class_="n") for severity in _GRAVEST_FIRST),
    )  # fmt: skip
    yield element(
        "table", element("caption", "By what is asked"), element("thead", head), element("tbody", *rows)
    )


def _bar(row: dict[str, int], most: int) -> Markup:
    at = 0
    parts = []
    for severity in _GRAVEST_FIRST:
        if row[severity]:
            parts.append(element("rect", x=at, y=0, width=row[severity], height=1, class_=severity))
            at += row[severity]
    return element("svg", *parts, viewBox=f"0 0 {most} 1", preserveAspectRatio="none", aria_hidden="true")


def _number(count: int) -> Markup:
    return element("td", f"{count:,}", class_="n") if count else element("td", "–", class_="n nil")


def _files(files: Iterable[FileReport]) -> Iterator[Markup]:
    """Yield the table of files, those with most findings first; of many, those after the first are folded."""
    ordered = sorted(files, key=lambda file: (-_asked(file), file.path))
    if not ordered:
        return
    first, rest = ordered[:_FILES], ordered[_FILES:]
    table = _file_table(first, element("caption", "By file"))
    if not rest:
        yield table
        return
    more = element("details", element("summary", f"and {plural(len(rest), 'more file')}"), _file_table(rest))
    yield element("div", table, more)


def _file_table(files: Iterable[FileReport], caption: Markup = NOTHING) -> Markup:
    head = element(
        "tr", element("th", "File", scope="col"),
        *(element("th", name, scope="col", class_="n") for name in ("questions", "words", "grade")),
    )  # fmt: skip
    rows = [
        element(
            "tr",
            element("th", link(anchor_of(file.path), file.path) if file.findings else file.path, scope="row"),
            _number(_asked(file)),
            _number(file.words),
            element("td", _grade(file), class_="n"),
        )
        for file in files
    ]
    return element("table", caption, element("thead", head), element("tbody", *rows))


def _asked(file: FileReport) -> int:
    return len(file.findings) + len(file.beyond)


def _grade(file: FileReport) -> str:
    grade = file.readability.get("grade")
    return f"{grade:.1f}" if isinstance(grade, int | float) else "–"


def _filters(report: Report) -> Markup:
    """Return the filters, which only the script shows: without it they would do nothing."""
    groups: dict[str, set[str]] = {}
    for finding in report.findings:
        groups.setdefault(finding.group, set()).add(finding.rule)
    options = [element("option", "All rules", value="")]
    for group, rules in sorted(groups.items()):
        names = [element("option", f"all of {group}", value=group)] if len(rules) > 1 else []
        names += [element("option", rule.partition("/")[2], value=rule) for rule in sorted(rules)]
        options.append(element("optgroup", *names, label=group))
    there = {finding.severity for finding in report.findings}
    boxes = [
        element("label", element("input", type="checkbox", name="severity", value=severity, checked=True), _CELLS[severity])
        for severity in _GRAVEST_FIRST
        if severity in there
    ]  # fmt: skip
    form = element(
        "form",
        element("fieldset", element("legend", "Severity"), *boxes),
        element("select", *options, name="rule", aria_label="Rule"),
        element(
            "input", type="search", name="sought", placeholder="Words or path", aria_label="Words or path"
        ),
        element("button", "Show all", type="reset", name="all", hidden=True),
        element("output", name="shown", aria_live="polite"),
        role="search",
        aria_label="Filter the questions",
        autocomplete="off",
    )
    return element("div", form, class_="filters", hidden=True)
