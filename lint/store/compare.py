"""Two runs side by side: which findings are new, which are gone, which are still there.

A finding is known by its words and their sentence, wherever they stand: a paragraph that is moved, a file that has another
name and a rule that was given another name change nothing. What is about a text as a whole is known by its text.
"""

from __future__ import annotations

from lint.model.typed import Any, NamedTuple
from lint.store.store import Store


class Change(NamedTuple):
    """A finding that only one of the two runs has: ``new`` or ``gone``."""

    what: str
    id: str
    line: int
    column: int
    rule: str
    severity: str
    text: str
    question: str


class Comparison(NamedTuple):
    """What became of the findings of one run in another: the changes in order, and how many are still there."""

    changes: tuple[Change, ...]
    still: int
    renamed: tuple[tuple[str, str], ...] = ()

    def count(self, what: str) -> int:
        """Return how many findings are ``new`` or ``gone``."""
        return sum(1 for change in self.changes if change.what == what)


# Which text of the one run is which of the other: by its id, by all that it says, by the findings that both have.
_TWINS = """
    CREATE OR REPLACE TEMP TABLE twins AS
    WITH a AS (SELECT * FROM documents WHERE run = $old), b AS (SELECT * FROM documents WHERE run = $new),
    same_id AS (SELECT a.document AS old, b.document AS new FROM a JOIN b USING (id)),
    same_text AS (
        SELECT a.document AS old, min(b.document) AS new FROM a JOIN b USING (digest)
        WHERE a.document NOT IN (SELECT old FROM same_id) AND b.document NOT IN (SELECT new FROM same_id)
        GROUP BY a.document),
    known AS (FROM same_id UNION ALL FROM same_text),
    shared AS (
        SELECT x.document AS old, y.document AS new, count(*) AS n
        FROM findings x JOIN findings y ON x.key = y.key
        WHERE x.run = $old AND y.run = $new AND x.scope <> 'document'
          AND x.document NOT IN (SELECT old FROM known) AND y.document NOT IN (SELECT new FROM known)
        GROUP BY ALL)
    FROM known UNION ALL
    SELECT old, arg_max(new, n) FROM shared GROUP BY old"""
# What a finding is known by: words and sentence, or the text that it is about as a whole (in the new run's count).
_NAMED = """
    CREATE OR REPLACE TEMP TABLE named AS
    SELECT f.run, f.document, f.finding, f.rule, t.new AS twin,
           CASE WHEN f.scope = 'document' THEN 'document ' || coalesce(t.new::VARCHAR, 'gone ' || f.document)
                ELSE split_part(f.key, ' ', 2) END AS content
    FROM findings f LEFT JOIN twins t ON f.run = $old AND f.document = t.old WHERE f.run = $old
    UNION ALL
    SELECT run, document, finding, rule, document AS twin,
           CASE WHEN scope = 'document' THEN 'document ' || document ELSE split_part(key, ' ', 2) END
    FROM findings WHERE run = $new"""
# A rule that only the one run knows and one that only the other knows are one if they found the same, mostly.
_RENAMED = """
    WITH gone AS (SELECT rule FROM rules WHERE run = $old EXCEPT SELECT rule FROM rules WHERE run = $new),
    come AS (SELECT rule FROM rules WHERE run = $new EXCEPT SELECT rule FROM rules WHERE run = $old),
    a AS (SELECT DISTINCT rule, content FROM named WHERE run = $old AND rule IN (FROM gone)),
    b AS (SELECT DISTINCT rule, content FROM named WHERE run = $new AND rule IN (FROM come)),
    alike AS (SELECT a.rule AS old, b.rule AS new, count(*) AS n FROM a JOIN b USING (content) GROUP BY ALL)
    SELECT old, arg_max(new, n) FROM alike GROUP BY old
    HAVING 2 * max(n) >= (SELECT count(*) FROM a WHERE rule = old) ORDER BY old"""
# Equal findings are paired text by text, and what is left over wherever it stands: it was moved.
_PAIRED = """
    CREATE OR REPLACE TEMP TABLE paired AS
    WITH one AS (
        SELECT n.* REPLACE (coalesce(m.new, n.rule) AS rule) FROM named n
        LEFT JOIN renamed m ON n.run = $old AND n.rule = m.old),
    here AS (
        SELECT *, row_number() OVER (PARTITION BY run, rule, content, twin ORDER BY document, finding) AS nth FROM one),
    stayed AS (
        SELECT a.document AS old_document, a.finding AS old_finding, b.document AS new_document, b.finding AS new_finding
        FROM (FROM here WHERE run = $old) a JOIN (FROM here WHERE run = $new) b USING (rule, content, twin, nth)),
    rest AS (
        SELECT *, row_number() OVER (PARTITION BY run, rule, content ORDER BY document, finding) AS nth FROM one
        WHERE (run = $old AND (document, finding) NOT IN (SELECT (old_document, old_finding) FROM stayed))
           OR (run = $new AND (document, finding) NOT IN (SELECT (new_document, new_finding) FROM stayed)))
    FROM stayed UNION ALL
    SELECT a.document, a.finding, b.document, b.finding
    FROM (FROM rest WHERE run = $old) a FULL JOIN (FROM rest WHERE run = $new) b USING (rule, content, nth)"""
_CHANGES = """
    SELECT CASE WHEN f.run = $new THEN 'new' ELSE 'gone' END AS what, d.id, f.line, f."column", f.rule, f.severity,
           f.text, f.question
    FROM paired p JOIN findings f
      ON (p.old_document IS NULL AND f.run = $new AND f.document = p.new_document AND f.finding = p.new_finding)
      OR (p.new_document IS NULL AND f.run = $old AND f.document = p.old_document AND f.finding = p.old_finding)
    JOIN documents d ON d.run = f.run AND d.document = f.document
    ORDER BY d.id, f.line, f."column", f.rule, what"""


def compare(store: Store, old: int, new: int) -> Comparison:
    """Compare two runs by their numbers. Raises LookupError for one that is not there."""
    known = [number for (number,) in store.ask("SELECT run FROM runs ORDER BY run")]
    for number in (old, new):
        if number not in known:
            there = ", ".join(map(str, known)) or "none yet"
            raise LookupError(f"no run {number} in {store.path}; there are {there}")
    runs: dict[str, Any] = {"old": old, "new": new}
    store.ask(_TWINS, runs)
    store.ask(_NAMED, runs)
    renamed = store.ask(_RENAMED, runs)
    store.ask("CREATE OR REPLACE TEMP TABLE renamed (old VARCHAR, new VARCHAR)")
    for pair in renamed:
        store.ask("INSERT INTO renamed VALUES (?, ?)", pair)
    store.ask(_PAIRED, runs)
    changes = tuple(Change(*row) for row in store.ask(_CHANGES, runs))
    query = "SELECT count(*) FROM paired WHERE old_document IS NOT NULL AND new_document IS NOT NULL"
    ((still,),) = store.ask(query)
    return Comparison(changes, still, tuple((old_name, new_name) for old_name, new_name in renamed))
