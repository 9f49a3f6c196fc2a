"""What an editor writes for us is read by us as it was meant, in every format."""

from __future__ import annotations

import pytest

import lint
from lint.front.lsp import written
from lint.front.lsp.actions import differences
from lint.model.settings import Settings
from lint.model.text import Block, Span
from lint.read import FORMATS, read

RULE = "attribution/unsupported-consensus"
CLAIM = "Experts agree that rents fall in towns."
TEXTS = {
    "html": f"<html><body>\n<p>A first paragraph here.</p>\n<p>{CLAIM}</p>\n</body></html>\n",
    "latex": f"\\documentclass{{article}}\n\\begin{{document}}\nA first one.\n\n{CLAIM}\n\\end{{document}}\n",
    "python": f'"""A module.\n\n{CLAIM}\n"""\n',
    "shell": f"#!/bin/sh\n# A script.\n#\n# {CLAIM}\n",
}
PLAIN = f"A first paragraph here.\n\n{CLAIM}\n"
SETTINGS = Settings(profile="news", select=(RULE, "suppression"))


def text_of(form: str) -> str:
    program = form in written._PROGRAMS
    return TEXTS.get(form) or (f"// A program.\n//\n// {CLAIM}\n" if program else PLAIN)


def asked(text: str, form: str) -> tuple[list[str], int]:
    report = lint.check_text(text, name="text", settings=SETTINGS._replace(format=form))
    assert not report.problems
    return [f.rule for f in report.findings], sum(file.suppressed for file in report.files)


def put(text: str, made: written.Insertion) -> str:
    return text[: made.offset] + made.text + text[made.offset :]


WRITABLE = [f for f in FORMATS if f in written.COMMENTS]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("form", [f for f in FORMATS if f not in ("notebook", "email")])
def test_a_stet_for_the_file_is_understood(form: str, newline: str) -> None:
    text = text_of(form).replace("\n", newline)
    assert asked(text, form) == ([RULE], 0)
    made = written.stet_file(text, form, RULE)
    assert made
    after = put(text, made)
    assert asked(after, form) == ([], 1)
    assert newline == "\n" or "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize("form", [f for f in WRITABLE if f in written._BESIDE])
def test_a_stet_beside_is_understood(form: str) -> None:
    text = text_of(form)
    made = written.stet_beside(text, form, RULE, text.index(CLAIM))
    assert made
    assert asked(put(text, made), form) == ([], 1)


@pytest.mark.parametrize("form", WRITABLE)
def test_a_stet_above_is_understood(form: str) -> None:
    text = text_of(form)
    at = text.index(CLAIM)
    block = next(b for b in read(text, "text", form).blocks if b.span.start <= at < b.span.end)
    made = written.stet_above(text, form, RULE, block)
    assert made
    assert asked(put(text, made), form) == ([], 1)


@pytest.mark.parametrize("form", WRITABLE)
def test_a_missing_source_is_marked_after_its_sentence(form: str) -> None:
    text = text_of(form)
    at = text.index(CLAIM)
    made = written.missing_source(text, form, at + 13, read(text, "text", form).blocks)
    assert made.offset == at + len(CLAIM)
    report = lint.check_text(put(text, made), name="text", settings=SETTINGS._replace(format=form))
    assert [f.rule for f in report.findings] == [RULE]  # the mark is not taken for a source


def test_where_a_comment_would_do_harm_none_is_offered() -> None:
    assert written.stet_above("| a | b |", "markdown", RULE, Block("cell", Span(2, 3))) is None
    assert written.stet_beside(PLAIN, "rest", RULE, 30) is None
    assert written.stet_file("{}", "notebook", RULE) is None


@pytest.mark.parametrize(
    ("before", "project", "after"),
    [
        ("", False, 'ignore = ["a/b"]\n'),
        ('profile = "news"\n', False, 'ignore = ["a/b"]\nprofile = "news"\n'),
        ('ignore = ["x"]\n', False, 'ignore = ["a/b", "x"]\n'),
        ("ignore = []\n", False, 'ignore = ["a/b"]\n'),
        ("[[files]]\nignore = []\n", False, 'ignore = ["a/b"]\n[[files]]\nignore = []\n'),
        ("[project]\n[tool.whosays]\n[x]\n", True, '[project]\n[tool.whosays]\nignore = ["a/b"]\n[x]\n'),
        ("[tool.whosays]", True, '[tool.whosays]\nignore = ["a/b"]\n'),
    ],
)
def test_a_rule_is_ignored_where_settings_ignore_rules(before: str, *, project: bool, after: str) -> None:
    assert put(before, written.ignoring(before, "a/b", project=project)) == after


def test_only_lines_that_differ_are_edited() -> None:
    assert list(differences("a\nb\nc\nd\ne\n", "a\nB\nc\nd\nE\n")) == [(2, 4, "B\n"), (8, 10, "E\n")]
    assert list(differences("a\n", "a\n")) == []
    assert list(differences("a\n" * 3000, "b\n" * 3000)) == [(0, 6000, "b\n" * 3000)]
