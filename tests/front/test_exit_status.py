"""The exit status under every format, with what is meant to change it and what must not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from lint.front import cli
from lint.report import FORMATS

BAD = "Experts believe that prices will fall.\n"
MILD = "The committee utilized it.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a text with a warning, one with a suggestion, one with nothing, one that is no text."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WHOSAYS_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "mild.md").write_text(MILD)
    (tmp_path / "clean.md").write_text("The bridge opened in 1932.\n")
    (tmp_path / "broken.md").write_bytes(b"a\x00b")
    return tmp_path


def _status(*args: str) -> int:
    return cli.main(["check", *args])


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("args", "status"),
    [
        (("bad.md",), 1),
        (("mild.md",), 0),
        (("clean.md",), 0),
        (("mild.md", "--fail-on", "suggestion"), 1),
        (("bad.md", "--fail-on", "error"), 0),
        (("bad.md", "--fail-on", "never"), 0),
        (("bad.md", "--exit-zero"), 0),
        (("bad.md", "--exit-zero", "--fail-on", "suggestion"), 0),
        (("bad.md", "broken.md"), 3),
        (("bad.md", "broken.md", "--exit-zero"), 3),
        (("broken.md", "--exit-zero", "--fail-on", "never"), 3),
        (("gone.md", "--exit-zero"), 3),
        (("bad.md", "--exit-zero", "--profile", "newz"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_the_status_does_not_depend_on_the_format(
    form: str, args: tuple[str, ...], status: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _status(*args, "--format", form) == status
    assert _status(*args, "--format", form, "--output", "report", "--format", "concise") == status
    assert "Traceback" not in capsys.readouterr().err


def test_settings_say_what_fails_and_options_have_the_last_word(folder: Path) -> None:
    (folder / "whosays.toml").write_text(
        'fail-on = "suggestion"\n[[files]]\nglob = "bad.md"\nfail-on = "error"\n'
    )
    assert _status("mild.md") == 1
    assert _status("bad.md") == 0
    assert _status("bad.md", "mild.md") == 1
    assert _status("bad.md", "mild.md", "--fail-on", "error") == 0
    assert _status("mild.md", "--exit-zero") == 0


def test_what_a_baseline_knows_fails_nothing_and_hides_no_problem(folder: Path) -> None:
    assert cli.main(["baseline", "bad.md"]) == 0
    assert _status("bad.md") == 0
    assert _status("bad.md", "--no-baseline") == 1
    assert _status("bad.md", "broken.md") == 3
    assert _status("bad.md", "broken.md", "--exit-zero") == 3
    (folder / "bad.md").write_text(f"{BAD}\nCritics say it is wrong.\n")
    assert _status("bad.md") == 1
    assert _status("bad.md", "--exit-zero") == 0
    (folder / "whosays-baseline.json").write_text("{")
    assert _status("bad.md", "--exit-zero") == 2


def test_lines_that_were_not_changed_fail_nothing(folder: Path) -> None:
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    for command in (("init",), ("add", "."), ("commit", "-m", "first")):
        subprocess.run((*git, *command), check=True, capture_output=True)
    assert _status("--changed-lines") == 0
    (folder / "bad.md").write_text(f"{BAD}\nIt opened.\n")
    assert _status("--changed-lines") == 0
    assert _status("--changed-since", "HEAD") == 1
    (folder / "mild.md").write_text(f"{MILD}\n{BAD}")
    assert _status("--changed-lines") == 1
    assert _status("--changed-lines", "--exit-zero") == 0
    assert _status("--changed-lines", "--fail-on", "error") == 0
    (folder / "broken.md").write_bytes(b"a\x00c")
    assert _status("--changed-lines", "--exit-zero") == 3
    assert _status("--changed-since", "nowhere", "--exit-zero") == 2
