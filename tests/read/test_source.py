from __future__ import annotations

import builtins

import pytest
from seen import blocks, comments, prose

import lint
from lint.model.settings import Settings
from lint.model.text import Document, ReadError
from lint.read import CODE_SUFFIXES, languages, read


def shown(text: str, name: str) -> list[str]:
    document = read(text, name)
    view = prose(document)
    return [view[start:end] for _, (start, end), _, _ in document.blocks]


def test_line_comments_below_each_other_are_one_text() -> None:
    text = "// One\n  // two.\nint a; // three\n// four\n\n// five\n//\n// six\n"
    assert shown(text, "a.c") == ["One\n  ░░ two.", "three", "four", "five", "six"]


def test_stars_and_indentation_of_a_block_are_markup() -> None:
    assert shown("/**\n * One\n * *two*.\n *\n * three */\n", "a.js") == ["One\n ░ ░two░.", "three"]
    assert shown("/* one\n   two */", "a.c") == ["one\n░░░two"]


def test_docstrings_lose_their_indentation() -> None:
    text = 'def f():\n    """One\n    two.\n\n    Three.\n    """\n'
    assert [words for _, words in blocks(read(text, "a.py"))] == ["One\n    two.", "Three."]


def test_tags_begin_texts_of_their_own() -> None:
    text = "/**\n * One\n * @param {T} a - two\n *   three\n * @example\n * code\n * @returns four\n */"
    assert [" ".join(words.split()) for _, words in blocks(read(text, "a.js"))] == [
        "One",
        "two * three",
        "four",
    ]


def test_stet_is_written_in_the_comments_of_the_language() -> None:
    text = "# stet: all: known\n# Experts agree.\n\n# Critics say no.\nx = 1  # stet-line\n"
    document = read(text, "a.py")
    assert [said for said, _ in comments(document)] == ["stet: all: known", "stet-line"]
    settings = Settings(select=("attribution", "suppression"))
    found = lint.check_text(
        "# stet: all: known\n# Experts agree.\n\n# Critics say no.\n", name="a.py", settings=settings
    )
    assert [f.rule for f in found.findings] == ["attribution/ghost-critics"]


def test_wide_characters_and_carriage_returns() -> None:
    document = read("x = '漢𝒳'  # é **b**\r\n# c\r\n", "a.js")
    assert [words for _, words in blocks(document)] == []
    document = read("x = '漢𝒳'  // é **b**\r\n// c\r\n", "a.js")
    assert [words for _, words in blocks(document)] == ["é **b", "c"]


@pytest.mark.parametrize("suffix", CODE_SUFFIXES)
def test_anything_is_read(suffix: str) -> None:
    for text in ("", "\ufeff", "/*", '"""', "// \ud800 a", "#", "'" * 99, "/* a */" * 9, "\0// a"):
        assert read(text, f"a{suffix}").text == text


@pytest.mark.parametrize("suffix", [".py", ".js", ".c", ".rs"])
@pytest.mark.parametrize(
    "text", ["(" * 20_000, "/* " * 20_000, '"' * 20_001, "{" * 20_000 + "}" * 20_000, '((//*{"' * 5_000]
)
def test_what_is_no_program_is_read_or_given_up(suffix: str, text: str) -> None:
    try:
        document = read(text, f"a{suffix}")
    except ReadError:
        return
    assert document.text == text


def test_a_missing_grammar_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: object) -> object:
        if name == "tree_sitter":
            raise ImportError(name)
        return real(name, *args)

    languages._ready.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ReadError, match=r"reading python needs its grammar: pip install 'whosays\[code\]'"):
        read("# a\n", "a.py")
    monkeypatch.undo()
    languages._ready.cache_clear()


def test_a_document_of_a_program_has_its_name() -> None:
    document: Document = read("// a\n", "a.go")
    assert document.format == "go"


def test_no_character_of_a_shell_script_brings_the_reader_down() -> None:
    assert shown("{\U000ee563\n# One 漢字 🙂 two\n", "a.sh") == ["One 漢字 🙂 two"]
