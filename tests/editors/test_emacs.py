"""Emacs in batch mode with the glue of editors/emacs: Eglot and lsp-mode, and the command in Flymake and Flycheck."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest
from session import FIXED, HERE, OFF, RULE, STEPS, TEXT, Place, editor, in_characters, prepare

LIBRARIES = "/usr/share/emacs/site-lisp/elpa"


def library(emacs: str, name: str) -> None:
    """Skip the test where Emacs has no such library."""
    look = f"""(progn (setq package-directory-list (cons "{LIBRARIES}" package-directory-list)) (package-initialize)
        (kill-emacs (if (locate-library "{name}") 0 1)))"""
    done = subprocess.run([emacs, "-Q", "--batch", "--eval", look], check=False, capture_output=True)
    if done.returncode:
        pytest.skip(f"Emacs has no {name} here")


@pytest.fixture(scope="module", params=["eglot", "lsp-mode"])
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, Any]:
    emacs = editor("emacs")
    library(emacs, request.param)
    place = prepare(tmp_path_factory.mktemp("emacs"))
    seen = place.run(emacs, "-Q", "--batch", "-l", HERE / "emacs.el", CLIENT=request.param)
    assert not seen.get("problem"), seen["problem"]
    return place, seen


@pytest.fixture
def seen(run: tuple[Place, Any]) -> Any:
    return run[1]


def step(seen: Any, name: str) -> tuple[str, list[Any]]:
    return next((text, shown) for known, text, shown in seen["steps"] if known == name)


def test_a_finding_lies_on_its_words(seen: Any) -> None:
    text, shown = step(seen, "opened")
    assert text == TEXT
    (_, line, start, end_line, end, severity, message) = next(d for d in shown if d[0] == RULE)
    assert (line, end_line) == (2, 2)
    assert text.split("\n")[line][start:end] == "Experts agree"
    assert severity in ("eglot-error", 1)
    assert message.startswith("Who says that there is agreement")


@pytest.mark.parametrize("name", [name for name in STEPS if name != "read anew"])
def test_after_each_edit_a_fresh_check_finds_the_same(seen: Any, name: str) -> None:
    text, shown = step(seen, name)
    assert sorted(tuple(d[:5]) for d in shown) == in_characters(text, OFF)


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
    assert any("Stet:" in title for title in seen[name])


def test_a_missing_source_is_marked(seen: Any) -> None:
    text, _ = step(seen, "Mark")
    assert "rents fall. [citation needed] 👩‍👩‍👧" in text


def test_the_server_stops_with_the_editor(run: tuple[Place, Any]) -> None:
    assert run[0].servers() == []


def test_the_command_says_the_same_without_a_server(tmp_path_factory: pytest.TempPathFactory) -> None:
    place = prepare(tmp_path_factory.mktemp("linters"))
    seen = place.run(editor("emacs"), "-Q", "--batch", "-l", HERE / "emacs_linters.el")
    assert not seen.get("problem"), seen["problem"]
    wanted = in_characters(TEXT)
    assert sorted(map(tuple, seen["flymake"])) == wanted
    assert sorted(map(tuple, seen["compile"])) == sorted((line + 1, column) for _, line, column, *_ in wanted)
    if seen["flycheck"] is not None:
        assert sorted(map(tuple, seen["flycheck"])) == wanted
