"""The pages of a report: from the parts of a run and its store into a folder, or into one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lint.front.archive_facts import again_in, facts_of, fired_of, offers_of, rows_of
from lint.front.archive_folder import Folder
from lint.front.archive_gravest import Gravest
from lint.front.archive_texts import texts_of, write_texts
from lint.model.rule import RulePage
from lint.model.typed import TYPE_CHECKING
from lint.report.site.facts import Facts, Fired, Known, Row
from lint.report.site.frame import SCRIPT_FILE, STYLE_FILE, Page, one_file, page_file, style
from lint.report.site.overview import headline, overview_page
from lint.report.site.places import Places, file_of_rule
from lint.report.site.rules import rule_page, rules_page
from lint.report.site.script import SCRIPT
from lint.report.site.text import text_page
from lint.report.site.texts import ROWS_INSIDE, ROWS_OF_A_FILE, rows_file, rows_script, texts_page

if TYPE_CHECKING:
    from lint.store.store import Store

_INSIDE = 8_000_000
"""Characters of texts that one file holds."""


def write_pages(
    folder: str,
    store: Store,
    run: int,
    parts: Sequence[str],
    page_for: Callable[[str], RulePage | None],
    *,
    jobs: int = 1,
) -> None:
    """Write all pages of a run into a folder. Raises OSError; then the old pages are as they were."""
    out = Folder(folder)
    try:
        deep, top = Places("../../"), Places("")
        gravest = write_texts(out.draft, parts, again_in(store, run), jobs)
        facts = facts_of(store, run)._replace(spots=gravest.spots)
        rules = _fired(store, facts, page_for, gravest)
        for rule in rules:
            out.write(file_of_rule(rule.rule), page_file(rule_page(rule, facts.run.words, deep), deep))
        out.write("rules.html", page_file(rules_page(rules, facts.run.words, top), top))
        out.write("texts.html", page_file(_texts(out, store, facts, top), top))
        out.write("index.html", page_file(overview_page(facts, top), top))
        out.write(STYLE_FILE, style())
        out.write(SCRIPT_FILE, SCRIPT)
        out.finish()
    except BaseException:
        out.abandon()
        raise


def _texts(out: Folder, store: Store, facts: Facts, places: Places) -> Page:
    """Return the page of texts; rows that it does not hold go into files."""
    first: list[Row] = []
    files = 0
    for rows in rows_of(store, facts.run.number, ROWS_OF_A_FILE):
        inside = 0 if first else ROWS_INSIDE
        first = first or rows[:inside]
        if rows[inside:]:
            files += 1
            out.write(rows_file(files), rows_script(rows[inside:]))
    return texts_page(first, facts.run.documents, files, offers_of(facts), places)


def _fired(
    store: Store, facts: Facts, page_for: Callable[[str], RulePage | None], gravest: Gravest
) -> list[Fired]:
    fired = fired_of(store, facts.run.number, page_for, facts.runs)
    return [rule._replace(extracts=gravest.extracts(rule.rule)) for rule in fired]


def one_page(store: Store, run: int, parts: Sequence[str], page_for: Callable[[str], RulePage | None]) -> str:
    """Return a run's pages as one file. Texts that do not fit into it are told of in the table alone."""
    gravest = Gravest()
    kept: list[Known] = []
    size = 0
    for known in texts_of(parts, again_in(store, run)):
        gravest.take(known)
        if size + len(known.source) <= _INSIDE:
            kept.append(known)
            size += len(known.source)
    facts = facts_of(store, run)._replace(spots=gravest.spots)
    places = Places(whole=True, pages=frozenset(known.page for known in kept))
    rules = _fired(store, facts, page_for, gravest)
    rows = [row for rows in rows_of(store, run, ROWS_OF_A_FILE) for row in rows]
    views = [
        ("index", overview_page(facts, places)),
        ("texts", texts_page(rows, facts.run.documents, 0, offers_of(facts), places)),
        ("rules", rules_page(rules, facts.run.words, places)),
        *((f"t{known.page}", text_page(known, places)) for known in kept),
        *((places.rule(rule.rule)[1:], rule_page(rule, facts.run.words, places)) for rule in rules),
    ]
    return one_file(headline(facts), views, places)
