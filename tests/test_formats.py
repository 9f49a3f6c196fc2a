"""Every construct of every format: a probe word is found where, and only where, a reader sees it.

``tests/formats/<format>.toml`` has a ``[[construct]]`` for each construct of the format's own documentation:
its ``name``, a ``text`` in which ``XQZV`` stands wherever a reader of the rendered text reads it as prose,
and ``XQZN`` where nobody does (code, addresses, options, comments), and ``note`` where the choice needs a
reason. A probe in a heading, a cell, a note or a quotation is prose. The table in ``docs/formats.md`` is
drawn from the same files by ``bench/constructs.py``.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import lint
from lint.model.settings import Settings
from lint.read import FORMATS

HERE = Path(__file__).parent
PACK = str(HERE / "formats" / "pack")
FILES = sorted((HERE / "formats").glob("*.toml"))
CONSTRUCTS = [
    pytest.param(path.stem, construct, id=f"{path.stem}: {construct['name']}")
    for path in FILES
    for construct in tomllib.loads(path.read_text("utf-8"))["construct"]
]


def probes(text: str, form: str) -> list[tuple[int, str]]:
    """Return where the probe rule finds something in a text of a format, and the source there."""
    settings = Settings(select=("probe/seen",), packs=(PACK,), format=form, measured=False, repeats=0)
    report = lint.check_text(text, name="text", settings=settings)
    assert not [problem for problem in report.problems if problem.status]
    return [(f.span.start, text[f.span.start : f.span.end]) for f in report.findings]


@pytest.mark.parametrize(("form", "construct"), CONSTRUCTS)
def test_probe_is_found_where_it_is_prose(form: str, construct: dict[str, Any]) -> None:
    text = construct["text"]
    wanted = [(found.start(), "XQZV") for found in re.finditer("XQZV", text)]
    assert wanted or "XQZN" in text
    assert probes(text, form) == wanted


@pytest.mark.parametrize("form", FORMATS)
def test_format_has_constructs(form: str) -> None:
    assert form in {path.stem for path in FILES}


def test_page_has_the_tables() -> None:
    text = (HERE.parent / "docs" / "formats.md").read_text("utf-8")
    import constructs

    assert constructs.page(text) == text, "run python bench/constructs.py"
