"""Neovim with the glue of editors/neovim, headless: the newer file in 0.11 and later, else the older one."""

from __future__ import annotations

from typing import Any

import pytest
from session import FIXED, HERE, OFF, RULE, STEPS, TEXT, Place, editor, findings, in_bytes, prepare


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return prepare(tmp_path_factory.mktemp("neovim"))


@pytest.fixture(scope="module")
def seen(place: Place) -> Any:
    nvim = editor("nvim")
    found = place.run(nvim, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", HERE / "neovim.lua")
    assert not found.get("problem"), found["problem"]
    return found


def step(seen: Any, name: str) -> tuple[str, list[Any]]:
    return next((text, shown) for known, text, shown in seen["steps"] if known == name)


def test_a_finding_lies_on_its_words(seen: Any) -> None:
    text, shown = step(seen, "opened")
    assert text == TEXT
    (_, line, start, end_line, end, severity, message, source) = next(d for d in shown if d[0] == RULE)
    row = text.split("\n")[line].encode()
    assert (line, end_line) == (2, 2)
    assert row[start:end].decode() == "Experts agree"
    assert severity == 1
    assert source == "whosays"
    assert message.startswith("Who says that there is agreement")


def test_the_edits_were_made_and_undone(seen: Any) -> None:
    texts = {name: text for name, text, _ in seen["steps"]}
    assert "漢漢漢字🙂" in texts["undone"]
    assert texts["a line gone"].count("\n") == texts["undone"].count("\n") - 1
    assert texts["all undone"] == texts["read anew"] == TEXT


@pytest.mark.parametrize("name", STEPS)
def test_after_each_edit_a_fresh_check_finds_the_same(seen: Any, name: str) -> None:
    text, shown = step(seen, name)
    assert sorted(tuple(d[:5]) for d in shown) == in_bytes(text, OFF)


def test_the_editors_settings_and_the_files_both_hold(seen: Any) -> None:
    _, shown = step(seen, "opened")
    assert OFF in [f[0] for f in in_bytes(TEXT)]
    assert OFF not in [d[0] for d in shown]


def test_hover_tells_the_reckoning(seen: Any) -> None:
    assert "Looked for:" in seen["hover"]
    assert RULE in seen["hover"]


def test_a_fix_is_made(seen: Any) -> None:
    text, shown = step(seen, "Write")
    assert text == TEXT.replace("due to the fact that", "because")
    assert FIXED not in [d[0] for d in shown]
    assert any("Stet" in title for title in seen["titles"])


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


def test_the_linters_say_the_same_without_a_server(tmp_path_factory: pytest.TempPathFactory) -> None:
    place = prepare(tmp_path_factory.mktemp("linters"))
    script = HERE / "neovim_linters.lua"
    seen = place.run(editor("nvim"), "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", script)
    assert not seen.get("problem"), seen["problem"]
    keys = ("code", "lnum", "col", "end_lnum", "end_col")
    assert sorted(tuple(d[key] for key in keys) for d in seen["lint"]) == in_bytes(TEXT)
    keys = ("code", "row", "col", "end_row", "end_col")
    wanted = [(rule, *(number + 1 for number in place)) for rule, *place in in_bytes(TEXT)]
    assert sorted(tuple(d[key] for key in keys) for d in seen["null_ls"]) == wanted
    assert {d["message"] for d in seen["lint"]} == {f.question or f.message for f in findings(TEXT)}
    assert seen["markdown"] == ["vale", "whosays"]
    assert seen["wrong"] == 0
