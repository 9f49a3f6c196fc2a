"""Vim with the glue of editors/vim: the language server by ALE, and the command by ``:make``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from session import (
    FIXED,
    HERE,
    OFF,
    RULE,
    STEPS,
    TEXT,
    Place,
    editor,
    findings,
    in_bytes,
    in_characters,
    prepare,
)

ALE = Path("/usr/share/vim-ale")
VIM = ("-u", "NONE", "-i", "NONE", "-N", "-es", "-S")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return prepare(tmp_path_factory.mktemp("vim"))


@pytest.fixture(scope="module")
def seen(place: Place) -> Any:
    vim = editor("vim.nox", "vim")
    if not ALE.is_dir():
        pytest.skip("vim-ale is not installed here")
    found = place.run(vim, *VIM, HERE / "vim.vim")
    assert not found.get("problem"), found["problem"]
    return found


def step(seen: Any, name: str) -> tuple[str, list[Any]]:
    return next((text, shown) for known, text, shown in seen["steps"] if known == name)


def test_a_finding_lies_on_its_words(seen: Any) -> None:
    text, shown = step(seen, "opened")
    assert text == TEXT
    (_, line, start, end_line, end, kind, message) = next(d for d in shown if d[0] == RULE)
    assert (line, end_line) == (2, 2)
    assert text.split("\n")[line].encode()[start:end].decode() == "Experts agree"
    assert kind == "E"
    assert message.startswith("Who says that there is agreement")


@pytest.mark.parametrize("name", [name for name in STEPS if name != "read anew"])
def test_after_each_edit_a_fresh_check_finds_the_same(seen: Any, name: str) -> None:
    text, shown = step(seen, name)
    assert sorted(tuple(d[:5]) for d in shown) == in_bytes(text, OFF)


def test_the_edits_were_made_and_undone(seen: Any) -> None:
    texts = {name: text for name, text, _ in seen["steps"]}
    assert "漢漢漢字🙂" in texts["undone"]
    assert texts["all undone"] == TEXT


def test_hover_tells_the_reckoning(seen: Any) -> None:
    assert "Looked for:" in seen["hover"]
    assert RULE in seen["hover"]


def test_a_fix_is_made(seen: Any) -> None:
    text, shown = step(seen, "Write")
    assert text == TEXT.replace("due to the fact that", "because")
    assert FIXED not in [d[0] for d in shown]


@pytest.mark.parametrize("name", ["on this line", "in this paragraph"])
def test_a_finding_is_let_stand(seen: Any, name: str) -> None:
    text, shown = step(seen, name)
    assert "stet" in text
    assert RULE not in [d[0] for d in shown]


def test_a_missing_source_is_marked(seen: Any) -> None:
    text, _ = step(seen, "Mark")
    assert "rents fall. [citation needed] 👩‍👩‍👧" in text


def test_the_server_stops_with_the_editor(seen: Any, place: Place) -> None:
    assert place.servers() == []


def test_the_list_of_errors_reads_the_report(tmp_path_factory: pytest.TempPathFactory) -> None:
    place = prepare(tmp_path_factory.mktemp("make"))
    seen = place.run(editor("vim.nox", "vim"), *VIM, HERE / "vim_make.vim")
    assert not seen.get("problem"), seen["problem"]
    assert sorted(tuple(item[1:3]) for item in seen["make"]) == sorted(shown[1:3] for shown in in_bytes(TEXT))
    assert sorted(item[3] for item in seen["make"]) == ["", "e", "w"]
    # Where nothing is made of it, a column counts characters.
    assert sorted(tuple(item[1:3]) for item in seen["any"]) == sorted(
        shown[1:3] for shown in in_characters(TEXT)
    )
    assert seen["left"] == 0
    for found in findings(TEXT):
        assert any(found.message in item[0] and f"[{found.rule}]" in item[0] for item in seen["make"])
