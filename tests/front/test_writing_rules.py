"""From nothing to a tested pack, as the guide has it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = str(Path(__file__).parents[2])


def _run(*args: str) -> tuple[int, str]:
    """Run the command in a process of its own, for a process reads each pack once."""
    done = subprocess.run(
        [sys.executable, "-m", "lint.front.cli", *args],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": ROOT, "PYTHONUTF8": "1"},
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_new_rule_passes_and_finds() -> None:
    for kind in ("phrase", "frame"):
        assert _run("new-rule", f"words/our-{kind}", "--kind", kind, "--into", "house")[0] == 0
    status, told = _run("test", "house")
    assert status == 0
    assert "8 passed, 0 failed" in told
    Path("whosays.toml").write_text('packs = ["house"]\n', "utf-8")
    Path("a.txt").write_text("Experts will tell you that it is so at this moment in time.\n", "utf-8")
    _, told = _run("check", "a.txt", "--format", "concise")
    assert "[words/our-phrase]" in told
    assert "[words/our-frame]" in told


def test_a_rule_that_is_there_is_not_touched() -> None:
    assert _run("new-rule", "words/ours", "--into", "house")[0] == 0
    path = Path("house/words/ours.toml")
    path.write_text("# mine\n", "utf-8")
    assert _run("new-rule", "words/ours", "--into", "house")[0] == 2
    assert path.read_text("utf-8") == "# mine\n"


def test_a_rule_can_be_added_while_another_is_half_made() -> None:
    Path("house/words").mkdir(parents=True)
    Path("house/words/half.toml").write_text('kind = "phrase"\n', "utf-8")
    assert _run("new-rule", "words/ours", "--into", "house")[0] == 0


def test_a_pack_may_be_the_current_folder() -> None:
    assert _run("new-rule", "words/ours", "--into", ".")[0] == 0
    Path("whosays.toml").write_text('packs = ["."]\n', "utf-8")
    status, told = _run("test")
    assert status == 0
    assert "4 passed" in told


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written() -> None:
    Path("house").mkdir(mode=0o500)
    status, told = _run("new-rule", "words/ours", "--into", "house")
    assert status == 2
    assert "cannot write" in told


def test_the_guides_own_rule_works() -> None:
    guide = Path(ROOT, "docs", "writing-rules.md").read_text("utf-8")
    rule = guide.split("```toml\n")[1].split("```")[0]
    path = Path("house-style", "words", "long-now.toml")
    path.parent.mkdir(parents=True)
    path.write_text(rule, "utf-8")
    status, told = _run("test", "house-style")
    assert status == 0
    assert told in guide
    path.write_text(rule.replace(">>at this point in time<<", ">>at the present time<<"), "utf-8")
    _, told = _run("test", "house-style")
    assert told in guide
    path.write_text(rule.replace('"suggestion"', '"grave"').replace('"question"]', '"quotd"]'), "utf-8")
    _, told = _run("test", "house-style")
    assert told in guide


def test_a_pack_is_one_however_it_is_spelled(tmp_path: Path) -> None:
    _run("new-rule", "words/ours", "--into", "house")
    Path("whosays.toml").write_text('packs = ["house"]\n', "utf-8")
    status, told = _run("test", str(tmp_path / "house"))
    assert status == 0, told
