from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lint.front.arguments import _COMMANDS

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "bench"))

from manpage import page  # noqa: E402


def _there(name: str) -> str:
    return shutil.which(name) or pytest.skip(f"no {name} here")


def _shown(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout


@pytest.fixture
def kept(tmp_path: Path) -> str:
    path = tmp_path / "whosays.1"
    path.write_text(page(), "utf-8")
    return str(path)


def test_groff_has_nothing_to_complain_about(kept: str) -> None:
    shown = _shown([_there("groff"), "-ww", "-man", "-Tutf8", "-P-cbou", kept])
    for command in _COMMANDS:
        assert f"whosays {command}\n" in shown
    assert "--statistics" in shown
    assert "~" not in shown.replace("~/", "")


def test_mandoc_has_nothing_to_complain_about(kept: str) -> None:
    """The page has no date, which would be another's at every release; mandoc misses it and nothing else."""
    command = [_there("mandoc"), "-T", "lint", "-W", "warning", kept]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    complaints = (done.stdout + done.stderr).splitlines()
    assert [line for line in complaints if "missing date" not in line] == []


def test_man_shows_it(kept: str) -> None:
    man = _there("man")
    done = subprocess.run([man, "-l", kept], capture_output=True, text=True, timeout=60, check=False)
    if "has been minimized" in done.stdout:  # containers put another command in its place
        pytest.skip("no manual pages here")
    assert done.returncode == 0
    assert "who says?" in done.stdout
