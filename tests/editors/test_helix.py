"""Helix with the settings of editors/helix, on a terminal of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from session import EDITORS, RULE, TEXT, Place, editor, prepare
from terminal import Terminal


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    made = prepare(tmp_path_factory.mktemp("helix"), 'profile = "general"\n')
    (made.folder / "home" / "helix").mkdir()
    shutil.copy(EDITORS / "helix" / "languages.toml", made.folder / "home" / "helix")
    return made


@pytest.fixture
def helix(place: Place) -> Iterator[Terminal]:
    terminal = Terminal(place, editor("hx", "helix"), "text.md")
    yield terminal
    terminal.close()


def at_the_finding(terminal: Terminal) -> None:
    """Go to the first diagnostic, which selects its words, once it is shown beside its line."""
    terminal.until(lambda: "Who says that there is agreement" in terminal.seen, "the diagnostic")
    terminal.keys("gg]d")
    terminal.read(0.3)


def saved(terminal: Terminal, place: Place) -> str:
    """Save the text and return it."""
    terminal.keys(":w\r")
    terminal.until(lambda: place.text.read_text("utf-8") != TEXT, "the saved text")
    return place.text.read_text("utf-8")


def test_a_finding_lies_on_its_words(helix: Terminal, place: Place) -> None:
    at_the_finding(helix)
    helix.keys("d")
    assert saved(helix, place) == TEXT.replace("Experts agree", "", 1)


def test_a_finding_lies_on_its_words_after_edits(helix: Terminal, place: Place) -> None:
    at_the_finding(helix)
    helix.keys("ggO🚀🚀 A 漢字 line\r\x1b")
    helix.keys("ggjjjjgh")
    helix.keys("i🚀漢\x1b")
    helix.read(1.5)
    helix.keys("gg]d")
    helix.read(0.3)
    helix.keys("d")
    after = saved(helix, place)
    assert "🚀漢🙂 漢字  that rents fall." in after
    assert "Experts agree" not in after


def test_hover_tells_the_reckoning(helix: Terminal) -> None:
    at_the_finding(helix)
    helix.keys(" k")
    helix.until(lambda: "Looked for" in helix.seen, "the hover")


def test_a_finding_is_let_stand_and_the_server_stops_with_the_editor(helix: Terminal, place: Place) -> None:
    at_the_finding(helix)
    helix.keys(" a")
    helix.until(lambda: "on this line" in helix.seen, "the actions")
    helix.keys("\x0e\r")
    assert f"<!-- stet: {RULE} -->" in saved(helix, place)
    helix.keys(":q!\r")
    helix.until(lambda: helix.process.poll() is not None, "the end")
    assert place.servers() == []
