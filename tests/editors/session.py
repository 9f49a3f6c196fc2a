"""What the tests of all editors share: a text, a folder to write it in, and what a fresh check says of it.

Each editor runs once, without anyone's start-up files, by a script in its own language which loads the glue that
users load. It writes down what it had to show; the tests read that.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import lint
from lint.model.finding import Finding
from lint.model.settings import Settings

HERE = Path(__file__).parent
EDITORS = HERE.parents[1] / "editors"
WAIT = 90
"""Seconds after which an editor is given up: a busy machine is no fault of ours."""
RULE = "attribution/unsupported-consensus"
FIXED = "readability/wordy-phrase"
OFF = "attribution/bare-expert-claim"
"""The rule that the editor's own settings turn off."""
TEXT = (
    "# Rents 🏠\n\n"
    "🙂 漢字 Experts agree that rents fall. 👩‍👩‍👧 It is due to the fact that few pay.\n\n"
    "Der 𝔉ürst: analysts believe that the naïve 市場 is overvalued.\n"
)
STEPS = ["opened", "lines above", "astral characters before", "a line gone", "undone", "all undone",
         "typed at the end", "empty", "back", "read anew"]  # fmt: skip
"""What the scripts do to the text, after which they write down text and diagnostics."""
Shown = tuple[str, int, int, int, int]
"""What an editor shows of a finding: its rule, then line and column of its start and of its end, in its own terms."""


class Place(NamedTuple):
    """A folder of its own for one run of an editor."""

    folder: Path

    @property
    def text(self) -> Path:
        """The text that is opened."""
        return self.folder / "work" / "text.md"

    def environment(self) -> dict[str, str]:
        """The environment of the editor: a home of its own, and our command first on its path."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "WHOSAYS_", "VIM", "NVIM"))}
        home = str(self.folder / "home")
        path = f"{self.folder / 'bin'}{os.pathsep}{kept['PATH']}"
        ours = {
            "HOME": home,
            "PATH": path,
            "XDG_CONFIG_HOME": home,
            "XDG_DATA_HOME": home,
            "XDG_STATE_HOME": home,
        }
        ours |= {"LC_ALL": "C.UTF-8", "TERM": "xterm", "PYTHONUTF8": "1"}
        ours |= {"EDITORS": str(EDITORS), "TEXT": str(self.text), "SEEN": str(self.folder / "seen.json")}
        return kept | ours | {"RULE_OFF": OFF}

    def run(self, *command: str | Path, **more: str) -> Any:
        """Run an editor to its end and return what its script wrote down; ``more`` is for its environment."""
        done = subprocess.run(
            [str(part) for part in command], cwd=self.text.parent, env=self.environment() | more, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False, timeout=WAIT,
        )  # fmt: skip
        seen = self.folder / "seen.json"
        assert seen.exists(), f"{command[0]} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
        return json.loads(seen.read_text("utf-8"))

    def servers(self) -> list[int]:
        """Return the servers that were started and still run, a moment after the editor quit."""
        pids = [int(pid) for pid in (self.folder / "pids").read_text().split()]
        assert pids, "no server was started"
        for _ in range(100):
            if not any(_runs(pid) for pid in pids):
                break
            time.sleep(0.1)
        return [pid for pid in pids if _runs(pid)]


def _runs(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def prepare(folder: Path, settings: str = 'profile = "news"\n') -> Place:
    """Write the text, its settings file and a command ``whosays`` that notes its process."""
    place = Place(folder)
    for name in ("bin", "home", "work"):
        (folder / name).mkdir()
    (folder / "work" / "whosays.toml").write_text(settings, "utf-8")
    place.text.write_text(TEXT, "utf-8")
    command = folder / "bin" / "whosays"
    command.write_text(
        f'#!/bin/sh\n[ "$1" != lsp ] || echo $$ >> "{folder / "pids"}"\nexec "{sys.executable}" -m lint.front.cli "$@"\n'
    )
    command.chmod(0o755)
    (folder / "pids").touch()
    return place


def editor(*names: str) -> str:
    """Return the first of these commands that is there; skip the test where none is."""
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"{names[0]} is not installed here")


def findings(text: str, *ignored: str) -> tuple[Finding, ...]:
    """Return what a fresh check finds in a text."""
    settings = Settings(profile="news", ignore=ignored) if ignored else Settings(profile="news")
    report = lint.check_text(text, name="text.md", settings=settings)
    return tuple(report.findings)


def in_bytes(text: str, *ignored: str) -> list[Shown]:
    """Return what an editor should show that counts lines from 0 and columns in bytes from 0."""
    return sorted(
        _shown(text, finding, lambda row: len(row.encode())) for finding in findings(text, *ignored)
    )


def in_characters(text: str, *ignored: str) -> list[Shown]:
    """Return what an editor should show that counts lines and characters from 0."""
    return sorted(_shown(text, finding, len) for finding in findings(text, *ignored))


def _shown(text: str, finding: Finding, width: Any) -> Shown:
    start, end = finding.span
    end = start if finding.scope == "document" else end
    ends = [(text.count("\n", 0, at), width(text[text.rfind("\n", 0, at) + 1 : at])) for at in (start, end)]
    return (finding.rule, *ends[0], *ends[1])
