from __future__ import annotations

import pytest

from lint.model.finding import Edit, Evidence, FileReport, Finding, Fix, Problem, Related, Report
from lint.model.text import Span

TEXT = "A study was cited.\n\tHowever, 専門家 and experts\nbelieve it 👩‍🔬.\n"


@pytest.fixture
def report() -> Report:
    """Two findings with all that a finding can have, a clean file, a problem and a note."""
    start = TEXT.index("experts")
    bare = Finding(
        "attribution/bare-expert-claim",
        Span(start, TEXT.index("believe") + 7),
        "warning",
        0.8712,
        "“experts believe” names nobody",
        "Which experts?",
        ("who",),
        "a named source, a citation",
        (Evidence("link", Span(2, 7), "study", "sentence before", 0.25),),
        (Related(Span(0, 7), "this study"),),
        Fix((Edit(Span(start, start + 7), "the panel"),), False, "name them"),
    )
    whole = Finding(
        "sourcing/no-source", Span(0, len(TEXT)), "error", 0.9, "no source", "Says who?", scope="document"
    )
    files = (
        FileReport(
            "docs/a.md",
            TEXT,
            (whole, bare),
            {
                "grade": 9.34,
                "range": [8.1, 11.0],
                "difficulty": 61,
                "scope": [{"kind": "paragraph", "offset": TEXT.index("believe")}],
            },
            {"named": 0, "vague": 1, "citations": 0, "links": 2},
            12,
            2,
        ),
        FileReport("b.txt", "Fine.\n", (), {"grade": None, "note": "1 word"}, {}, 1),
    )
    problems = (Problem("c.md", "binary file, not text"), Problem("d.md", "empty file", status=0))
    return Report(files, problems)
