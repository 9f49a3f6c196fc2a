"""Asciidoctor, where it is installed, and our reader see the same words in each construct of the format's documentation."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from lint.read import asciidoc

ROOT = Path(__file__).parents[2]
CONSTRUCTS = tomllib.loads((ROOT / "tests" / "formats" / "asciidoc.toml").read_text("utf-8"))["construct"]
INTENDED = {
    "attribute reference": "what a counter counts is not known",
    "bibliography": "a citation is no word of the page without its extension",
    "diagram": "it is a drawing with an extension",
    "other macro": "an extension knows it",
    "quotation": "who is quoted is read where it is written",
    "quotation as in Markdown": "who is quoted is read where it is written",
    "passthrough": "what is passed through as code of a page is left out",
}
"""Constructs that we read otherwise on purpose, and why."""

pytestmark = pytest.mark.skipif(not shutil.which("asciidoctor"), reason="asciidoctor is not installed")


@pytest.fixture(scope="module")
def pages() -> tuple[ModuleType, dict[str, str]]:
    import adoc_oracle as oracle

    made = oracle.rendered(construct["text"] for construct in CONSTRUCTS)
    return oracle, dict(zip((construct["name"] for construct in CONSTRUCTS), made, strict=True))


@pytest.mark.parametrize("name", [construct["name"] for construct in CONSTRUCTS])
def test_words_are_those_of_asciidoctor(name: str, pages: tuple[ModuleType, dict[str, str]]) -> None:
    oracle, made = pages
    (text,) = [construct["text"] for construct in CONSTRUCTS if construct["name"] == name]
    ours, theirs = oracle.ours(asciidoc.read(text, "a.adoc")), oracle.theirs(made[name])
    assert (ours == theirs) is (name not in INTENDED), (ours, theirs)
