"""One article in all formats: whatever it is written in, the same questions are asked of the same words.

``tests/formats/article/article.md`` is ours; the others are what Pandoc made of it, for instance
``pandoc -f markdown -t rst -s --metadata title=Harrowby article.md -o article.rst``. Titles and footnotes, which
formats keep in different places, have nothing to ask.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import lint
from lint.model.settings import Settings
from lint.model.text import GLUE, HOLE
from lint.read import read
from lint.read.view import spelled_out

FOLDER = Path(__file__).parent / "formats" / "article"
FIRST = FOLDER / "article.md"
SETTINGS = Settings(profile="news", measured=False, repeats=0)


def asked(path: Path) -> list[tuple[str, str]]:
    """Return the rule and the words of each finding, as a reader sees them."""
    text = path.read_text("utf-8")
    report = lint.check_text(text, name=path.name, settings=SETTINGS)
    assert not [problem for problem in report.problems if problem.status]
    document = read(text, path.name)
    seen = spelled_out(document.prose, document.spelled)
    found = []
    for finding in report.findings:
        if finding.scope != "document":
            words = seen[finding.span.start : finding.span.end].replace(GLUE, "").replace(HOLE, " ")
            found.append((finding.rule, " ".join(words.replace("’", "'").split())))
    return sorted(found)


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_every_format_asks_the_same(path: Path) -> None:
    wanted = asked(FIRST)
    assert len(wanted) >= 8
    assert asked(path) == wanted
