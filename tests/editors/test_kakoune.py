"""Kakoune with kakoune-lsp and the lines of editors/kakoune, on a terminal of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from session import EDITORS, TEXT, Place, editor, prepare
from terminal import Terminal


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    editor("kak-lsp")
    made = prepare(tmp_path_factory.mktemp("kakoune"), 'profile = "general"\n')
    (made.folder / "home" / "kak").mkdir()
    glue = (EDITORS / "kakoune" / "whosays.kak").read_text("utf-8")
    (made.folder / "home" / "kak" / "kakrc").write_text("eval %sh{kak-lsp}\n" + glue, "utf-8")
    return made


@pytest.fixture
def kakoune(place: Place) -> Iterator[Terminal]:
    terminal = Terminal(place, editor("kak"), "text.md")
    terminal.until(lambda: "💡" in terminal.seen, "the server's first word")
    yield terminal
    if terminal.process.poll() is None:  # or kakoune-lsp would stay for half an hour
        terminal.keys("\x1b:q!\r")
        terminal.read(2)
    terminal.close()


def at_the_finding(terminal: Terminal) -> None:
    terminal.read(0.5)
    terminal.keys("gg:lsp-find-error\r")
    terminal.read(0.5)


def saved(terminal: Terminal, place: Place) -> str:
    terminal.keys(":w\r")
    terminal.until(lambda: place.text.read_text("utf-8") != TEXT, "the saved text")
    return place.text.read_text("utf-8")


def test_a_finding_lies_on_its_words(kakoune: Terminal, place: Place) -> None:
    at_the_finding(kakoune)
    kakoune.keys("d")
    assert saved(kakoune, place) == TEXT.replace("Experts agree", "", 1)


def test_hover_and_actions_and_the_end(kakoune: Terminal, place: Place) -> None:
    at_the_finding(kakoune)
    kakoune.keys(":lsp-hover\r")
    kakoune.until(lambda: "Looked for" in kakoune.seen, "the hover")
    kakoune.keys(":lsp-code-actions\r")
    kakoune.until(lambda: "Stet" in kakoune.seen, "the actions")
    kakoune.keys("\x0e\r")
    assert "rents fall. [citation needed] 👩‍👩‍👧" in saved(kakoune, place)
    kakoune.keys(":q!\r")
    kakoune.until(lambda: kakoune.process.poll() is not None, "the end")
    assert place.servers() == []
