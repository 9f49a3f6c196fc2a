"""The tables of a store and the views on them, as SQL. ``docs/store.md`` describes them for those who ask."""

from __future__ import annotations

VERSION = 1
"""Raised when a table loses a column or one changes its meaning; what an older version wrote is brought up to date."""
MEASURES = (
    "syllables",
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "dale_chall_readability_score",
    "lix",
    "grade",
    "difficulty",
)
SOURCING = ("named", "vague", "vague_ratio", "citations", "links", "quotations")
SCORECARD = (
    "claims",
    "claims_supported",
    "statistics",
    "statistics_supported",
    "hedges_per_1000_words",
    "boosters_per_1000_words",
    "citations_per_1000_words",
    "target_grade",
)
LADDER = ("named", "role", "unnamed", "impersonal")

_SPAN = "start_offset INTEGER, end_offset INTEGER"
_DOUBLES = ", ".join(f"{name} DOUBLE" for name in (*MEASURES, *SOURCING, *SCORECARD))
_RUNGS = ", ".join(f"ladder_{name} INTEGER" for name in LADDER)

TABLES = {
    "runs": """
        run INTEGER PRIMARY KEY, label VARCHAR, started TIMESTAMPTZ NOT NULL, finished TIMESTAMPTZ NOT NULL,
        version VARCHAR NOT NULL, profile VARCHAR, settings VARCHAR, sources VARCHAR[],
        documents INTEGER, problems INTEGER, words BIGINT, findings BIGINT""",
    "rules": """
        run INTEGER NOT NULL, rule VARCHAR NOT NULL, severity VARCHAR, summary VARCHAR, question VARCHAR,
        judged INTEGER, judged_right INTEGER, PRIMARY KEY (run, rule)""",
    "documents": f"""
        run INTEGER NOT NULL, document INTEGER NOT NULL, id VARCHAR NOT NULL, name VARCHAR, folder VARCHAR,
        title VARCHAR, author VARCHAR, section VARCHAR, date VARCHAR, meta MAP(VARCHAR, VARCHAR),
        profile VARCHAR, problem VARCHAR, notes VARCHAR[], words INTEGER, sentences INTEGER, suppressed INTEGER,
        {_DOUBLES}, {_RUNGS}, digest VARCHAR, PRIMARY KEY (run, document)""",
    "findings": f"""
        run INTEGER NOT NULL, document INTEGER NOT NULL, finding INTEGER NOT NULL, rule VARCHAR NOT NULL,
        "group" VARCHAR, severity VARCHAR, confidence DOUBLE, message VARCHAR, question VARCHAR, missing VARCHAR[],
        looked_for VARCHAR, scope VARCHAR, {_SPAN}, line INTEGER, "column" INTEGER, end_line INTEGER,
        end_column INTEGER, text VARCHAR, key VARCHAR, score DOUBLE,
        evidence STRUCT(kind VARCHAR, text VARCHAR, "start" INTEGER, "end" INTEGER, "where" VARCHAR, strength DOUBLE)[],
        related STRUCT("start" INTEGER, "end" INTEGER, note VARCHAR)[], PRIMARY KEY (run, document, finding)""",
    "scores": f"""
        run INTEGER NOT NULL, document INTEGER NOT NULL, sentence INTEGER NOT NULL, {_SPAN}, score DOUBLE""",
}
"""Columns by table. Each run's rows are written once and never changed."""

_RATE = "round(1000.0 * count(f.rule) / nullif(any_value(d.words), 0), 3)"
VIEWS = {
    "latest": "SELECT max(run) AS run FROM runs",
    "by_rule": """
        SELECT f.run, f.rule, any_value(f."group") AS "group", any_value(f.severity) AS severity, count(*) AS findings,
               count(DISTINCT f.document) AS documents,
               round(1000.0 * count(*) / nullif(any_value(r.words), 0), 3) AS per_1000_words,
               round(avg(f.confidence), 3) AS confidence
        FROM findings f JOIN runs r USING (run) GROUP BY f.run, f.rule""",
    "by_group": """
        SELECT f.run, f."group", f.severity, count(*) AS findings, count(DISTINCT f.document) AS documents,
               round(1000.0 * count(*) / nullif(any_value(r.words), 0), 3) AS per_1000_words
        FROM findings f JOIN runs r USING (run) GROUP BY f.run, f."group", f.severity""",
    "by_document": f"""
        SELECT d.run, d.document, any_value(d.id) AS id, any_value(d.title) AS title, any_value(d.author) AS author,
               any_value(d.section) AS section, any_value(d.date) AS date, any_value(d.folder) AS folder,
               any_value(d.words) AS words, count(f.rule) AS findings, {_RATE} AS per_1000_words,
               any_value(d.grade) AS grade, any_value(d.target_grade) AS target_grade, any_value(d.problem) AS problem
        FROM documents d LEFT JOIN findings f USING (run, document) GROUP BY d.run, d.document""",
    "ladder": "SELECT run, "
    + ", ".join(f"coalesce(sum(ladder_{name}), 0)::BIGINT AS {name}" for name in LADDER)
    + " FROM documents GROUP BY run",
    "trend": """
        SELECT run, label, started, documents, words, findings,
               round(1000.0 * findings / nullif(words, 0), 3) AS per_1000_words, problems
        FROM runs ORDER BY run""",
    "hot_spots": """
        SELECT s.run, s.document, d.id, s.sentence, s.start_offset, s.end_offset, s.score
        FROM scores s JOIN documents d USING (run, document) WHERE s.score >= 0.5""",
}
"""What most people ask, ready made."""


def statements() -> list[str]:
    """Return the SQL that makes an empty store."""
    made = [f"CREATE TABLE {name} ({columns})" for name, columns in TABLES.items()]
    made += [f"CREATE VIEW {name} AS {query}" for name, query in VIEWS.items()]
    return [
        "CREATE TABLE about (key VARCHAR PRIMARY KEY, value VARCHAR)",
        f"INSERT INTO about VALUES ('whosays.store', '{VERSION}')",
        *made,
    ]


def insertions(parts: str) -> dict[str, str]:
    """Return, by table, the SQL that takes in a run's parts; parameters ``$run`` and those of the query ``parts``."""
    measures = ", ".join(f"readability.{name}" for name in MEASURES)
    sourcing = ", ".join(f"sourcing.{name}" for name in SOURCING)
    scorecard = ", ".join(f"scorecard.{name}" for name in SCORECARD)
    rungs = ", ".join(f"scorecard.{name}" for name in LADDER)
    told = ", ".join(f"meta['{key}']" for key in ("title", "author", "section", "date"))
    inside = "f.start >= s.start AND f.start < s.end"
    return {
        "documents": f"""
            INSERT INTO documents SELECT $run, document, id, name, folder, {told}, meta, profile, problem, notes, words,
            readability.sentences, suppressed, {measures}, {sourcing}, {scorecard}, {rungs}, digest FROM {parts}""",
        "findings": f"""
            INSERT INTO findings
            SELECT $run, document, n, f.rule, f."group", f.severity, f.confidence, f.message, f.question, f.missing,
                   f.looked_for, f.scope, f.start, f."end", f.line, f."column", f.end_line, f.end_column, f.text, f.key,
                   list_max([s.score FOR s IN sentences IF {inside}]),
                   f.evidence, f.related
            FROM (SELECT document, sentences, unnest(findings) AS f, generate_subscripts(findings, 1) AS n FROM {parts})""",
        "scores": f"""
            INSERT INTO scores SELECT $run, document, n, s.start, s."end", s.score
            FROM (SELECT document, unnest(sentences) AS s, generate_subscripts(sentences, 1) AS n FROM {parts})""",
    }
