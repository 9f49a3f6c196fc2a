"""What a store knows of one run, as the values that the pages of a report are made of."""

# Queries are put together from the names of this file and of the pages alone; values are parameters.
# ruff: noqa: S608

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator

from lint.model.finding import SEVERITIES
from lint.model.rule import RulePage
from lint.model.typed import TYPE_CHECKING, Any
from lint.report.site.charts import EASIEST, HARDEST
from lint.report.site.facts import RUNGS, Facts, Fired, Row, Run, Share
from lint.report.site.places import page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lint.store.store import Store

_RUNS = """
    SELECT run, label, epoch(finished), documents, problems, words, findings
    FROM runs WHERE run <= ? ORDER BY run"""
_ROWS = """
    SELECT d.id, row_number() OVER (PARTITION BY d.id ORDER BY d.document), coalesce(d.title, d.name, d.id), coalesce(d.name, d.id),
           coalesce(d.author, ''), coalesce(d.section, ''), coalesce(d.date, ''), coalesce(d.folder, ''), coalesce(d.words, 0),
           coalesce(f.n, 0), coalesce(f.errors, 0), coalesce(f.warnings, 0), d.grade, d.target_grade, coalesce(d.problem, '')
    FROM documents d LEFT JOIN (
        SELECT document, count(*) AS n, count(*) FILTER (severity = 'error') AS errors,
               count(*) FILTER (severity = 'warning') AS warnings
        FROM findings WHERE run = $run GROUP BY document) f USING (document)
    WHERE d.run = $run"""
_FIRST = "ORDER BY coalesce(f.n, 0) DESC, d.document"
_SHARES = """
    SELECT {what} AS shared, count(*), coalesce(sum(d.words), 0)::BIGINT, coalesce(sum(f.n), 0)::BIGINT
    FROM documents d LEFT JOIN (SELECT document, count(*) AS n FROM findings WHERE run = $run GROUP BY document) f USING (document)
    WHERE d.run = $run AND d.problem IS NULL AND shared <> '' GROUP BY shared ORDER BY shared LIMIT 10000"""
_WHATS = {
    "author": "d.author",
    "section": "d.section",
    "folder": "d.folder",
    "date": "regexp_extract(d.date, '^[0-9]{4}(-[0-9]{2})?')",
}
_MOST = 12


def facts_of(store: Store, run: int) -> Facts:
    """Return what the overview tells of a run, but for the sentences that are to be read first."""
    ask = store.ask
    runs = tuple(
        Run(row[0], row[1], _day(row[2]), row[3], row[4], row[5], row[6]) for row in ask(_RUNS, [run])
    )
    ((version, profile, sources),) = ask("SELECT version, profile, sources FROM runs WHERE run = ?", [run])
    severities: Counter[str] = Counter()
    groups: dict[str, dict[str, int]] = {}
    counted = 'SELECT "group", severity, sum(findings)::BIGINT FROM by_group WHERE run = ? GROUP BY ALL'
    for group, severity, count in ask(counted, [run]):
        severities[severity] += count
        groups.setdefault(group, dict.fromkeys(SEVERITIES, 0))[severity] += count
    ordered = dict(sorted(groups.items(), key=lambda item: (-sum(item[1].values()), item[0])))
    ((asked_in,),) = ask("SELECT count(DISTINCT document) FROM findings WHERE run = ?", [run])
    rungs = ", ".join(RUNGS)
    ladder = ask(f"SELECT {rungs} FROM ladder WHERE run = ?", [run]) or [(0,) * len(RUNGS)]
    grades = ask(
        f"SELECT least(greatest(floor(grade), {EASIEST}), {HARDEST})::INTEGER AS g, count(*), count(*) FILTER (grade > target_grade)"
        " FROM documents WHERE run = ? AND grade IS NOT NULL GROUP BY g ORDER BY g",
        [run],
    )
    targets = ask(
        "SELECT DISTINCT target_grade FROM documents WHERE run = ? AND target_grade IS NOT NULL ORDER BY 1", [run]
    )  # fmt: skip
    (support,) = ask(
        "SELECT coalesce(sum(claims_supported), 0)::BIGINT, coalesce(sum(claims), 0)::BIGINT,"
        " coalesce(sum(statistics_supported), 0)::BIGINT, coalesce(sum(statistics), 0)::BIGINT FROM documents WHERE run = ?",
        [run],
    )
    unchecked = ask(
        "SELECT id, coalesce(title, name, id), problem FROM documents WHERE run = ? AND problem IS NOT NULL"
        " ORDER BY document LIMIT 50",
        [run],
    )
    return Facts(
        runs[-1],
        runs,
        asked_in,
        {severity: severities[severity] for severity in reversed(SEVERITIES)},
        ordered,
        tuple(grades),
        tuple(target for (target,) in targets),
        dict(zip(RUNGS, ladder[0], strict=True)),
        (support[0], support[1]),
        (support[2], support[3]),
        (),
        {kind: _shares(store, run, kind) for kind in _WHATS},
        tuple(unchecked),
        tuple(sources or ()),
        version,
        profile or "general",
    )


def _day(moment: float) -> str:
    """Return a time in words: ``3 May 2026, 14:05 UTC``."""
    return time.strftime("%d %B %Y, %H:%M UTC", time.gmtime(moment)).lstrip("0")


def _shares(store: Store, run: int, kind: str) -> tuple[Share, ...]:
    rows = [Share(*row) for row in store.ask(_SHARES.format(what=_WHATS[kind]), {"run": run})]
    if kind == "date" and len(rows) > 36:
        years: dict[str, Share] = {}
        for row in rows:
            year = row.name[:4]
            known = years.get(year, Share(year, 0, 0, 0))
            years[year] = Share(year, *(a + b for a, b in zip(known[1:], row[1:], strict=True)))
        return tuple(years.values())
    return tuple(rows)


def again_in(store: Store, run: int) -> dict[int, int]:
    """Return which texts have an id that others before them have, and the how manieth of that id they are."""
    numbered = "SELECT document, row_number() OVER (PARTITION BY id ORDER BY document) AS n FROM documents WHERE run = ?"
    return dict(store.ask(f"SELECT * FROM ({numbered}) WHERE n > 1", [run]))


def rows_of(store: Store, run: int, many: int) -> Iterator[list[Row]]:
    """Yield the rows of the table of texts, those with most questions first, ``many`` at a time."""
    cursor = store.connection.cursor()
    try:
        cursor.execute(f"{_ROWS} {_FIRST}", {"run": run})
        while rows := cursor.fetchmany(many):
            yield [_row(row) for row in rows]
    finally:
        cursor.close()


def _row(row: tuple[Any, ...]) -> Row:
    return Row(page_of(row[0], row[1]), *row[2:])


def offers_of(facts: Facts) -> dict[str, Counter[str]]:
    """Return what authors and the like the table of texts can be filtered by, with how many texts each has."""
    return {
        kind: Counter({share.name: share.texts for share in shares})
        for kind, shares in facts.shares.items()
        if len(shares) > (kind == "folder")
    }


def fired_of(
    store: Store, run: int, page_for: Callable[[str], RulePage | None], runs: tuple[Run, ...]
) -> list[Fired]:
    """Return the rules that were on in a run, those that asked most first."""
    told = store.ask(
        "SELECT coalesce(r.rule, b.rule), coalesce(b.severity, r.severity), coalesce(r.summary, ''), coalesce(r.question, ''),"
        " coalesce(b.findings, 0), coalesce(b.documents, 0)"
        " FROM (FROM rules WHERE run = $run) r FULL JOIN (FROM by_rule WHERE run = $run) b USING (rule)"
        " ORDER BY 5 DESC, 1",
        {"run": run},
    )
    by_page: dict[str, list[tuple[Row, int]]] = {}
    most = (
        f"SELECT c.rule, c.n, t.* FROM (SELECT rule, document, count(*) AS n FROM findings WHERE run = $run GROUP BY rule, document"
        f" QUALIFY row_number() OVER (PARTITION BY rule ORDER BY n DESC, document) <= {_MOST}) c"
        f" JOIN ({_ROWS.replace('SELECT d.id', 'SELECT d.document AS document, d.id', 1)}) t USING (document) ORDER BY c.rule, c.n DESC, document"
    )
    for rule, count, _, *row in store.ask(most, {"run": run}):
        by_page.setdefault(rule, []).append((_row(tuple(row)), count))
    trends: dict[str, dict[int, int]] = {}
    for rule, number, count in store.ask("SELECT rule, run, findings FROM by_rule WHERE run <= ?", [run]):
        trends.setdefault(rule, {})[number] = count
    return [
        Fired(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            row[5],
            page_for(row[0]),
            tuple(by_page.get(row[0], ())),
            trend=tuple((run_, trends.get(row[0], {}).get(run_.number, 0)) for run_ in runs),
        )
        for row in told
    ]
