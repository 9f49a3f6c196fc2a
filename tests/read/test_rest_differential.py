"""docutils and our reader see the same words in each construct of the format's documentation."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import rest_oracle as oracle

from lint.read import rest

ROOT = Path(__file__).parents[2]
CONSTRUCTS = tomllib.loads((ROOT / "tests" / "formats" / "rest.toml").read_text("utf-8"))["construct"]
INTENDED = {"body elements": "a subtitle is an option, and options are left out"}
"""Constructs that we read otherwise on purpose, and why."""


@pytest.mark.parametrize("name", [construct["name"] for construct in CONSTRUCTS])
def test_words_are_those_of_docutils(name: str) -> None:
    (text,) = [construct["text"] for construct in CONSTRUCTS if construct["name"] == name]
    ours, theirs = oracle.ours(rest.read(text, "a.rst")), oracle.theirs(text)
    assert (ours == theirs) is (name not in INTENDED), (ours, theirs)
