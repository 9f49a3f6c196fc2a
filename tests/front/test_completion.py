from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint import api
from lint.front import cli
from lint.front.completion import FILES, FOLDERS, SCRIPTS, offered
from lint.load.profiles import about_profiles
from lint.report import FORMATS

ROOT = Path(__file__).parents[2]


def _values(*words: str) -> list[str]:
    return [value for value, _ in offered(words)]


def test_commands_and_options() -> None:
    assert {"check", "init", "explain"} <= set(_values(""))
    assert _values("chec") == ["check"]
    assert offered(("chec",))[0][1] == "check texts"
    assert _values("--ver") == ["--version"]
    assert _values("check", "--form") == ["--format-of", "--format"]
    assert _values("check", "a.md", "--exi") == ["--exit-zero"]


@pytest.mark.parametrize("words", [("check", "--profile", "ne"), ("check", "--profile", "=", "ne")])
def test_values_of_an_option(words: tuple[str, ...]) -> None:
    assert _values(*words) == ["news"]


def test_values_after_an_equals_sign() -> None:
    assert _values("check", "--profile=ne") == ["--profile=news"]
    assert len(_values("check", "--profile", "=")) == len(about_profiles(()))
    assert _values("check", "--format", "sar") == ["sarif"]
    assert set(_values("check", "--format=")) == {f"--format={name}" for name in FORMATS}
    assert _values("check", "--format-of", "*.inc=mark") == ["*.inc=markdown"]
    assert _values("check", "--fail-on", "n") == ["never"]


def test_names_of_rules() -> None:
    groups = {rule.group for rule in api.rules()}
    assert groups <= set(_values("check", "--select", ""))
    assert "attribution/bare-expert-claim" in _values("explain", "attrib")
    assert _values("explain", "bare-exp") == ["bare-expert-claim"]
    assert _values("check", "--ignore", "time,hedging/modal-s") == ["time,hedging/modal-stack"]
    assert dict(offered(("explain", "bare-exp")))["bare-expert-claim"]


def test_rules_of_packs_and_faulty_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["new-rule", "words/long-now", "--into", "mine"]) == 0
    Path("whosays.toml").write_text('packs = ["mine"]\n', "utf-8")
    assert _values("explain", "words/") == ["words/long-now"]
    Path("whosays.toml").write_text("packs = 3\n", "utf-8")
    assert _values("explain", "words/") == []
    assert "attribution" in _values("explain", "attr")


def test_files_and_folders_are_left_to_the_shell() -> None:
    for words in (
        ("check", "a"),
        ("check", "--settings", ""),
        ("settings", ""),
        ("baseline", "--output", ""),
    ):
        assert offered(words) == [FILES]
    for words in (("init", ""), ("test", ""), ("new-rule", "--into", "x")):
        assert offered(words) == [FOLDERS]


@pytest.mark.parametrize(
    "words", [(), ("check", "--today", ""), ("nothing", ""), ("lsp", ""), ("--", "="), ("=",)]
)
def test_nothing_else_breaks(words: tuple[str, ...]) -> None:
    offered(words)


def test_a_shell_that_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["completion", "tcsh"]) == 2
    assert "completion: no script for 'tcsh'; say one of bash, zsh, fish" in capsys.readouterr().err


# The shells themselves


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the command, two texts, and the script of each shell."""
    folder = tmp_path / "place"
    (folder / "bin").mkdir(parents=True)
    command = folder / "bin" / "whosays"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m lint.front.cli "$@"\n', "utf-8"
    )
    command.chmod(0o755)
    for shell, script in SCRIPTS.items():
        (folder / f"script.{shell}").write_text(script, "utf-8")
    (folder / "mein text.md").write_text("Text.\n", "utf-8")
    (folder / "texts").mkdir()
    return folder


def _environment(place: Path) -> dict[str, str]:
    inherited = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "INPUTRC", "ZDOTDIR"}}
    path = f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {**inherited, "PATH": path, "HOME": str(place), "TERM": "dumb", "PYTHONUTF8": "1", "PS1": "> "}


def _types(place: Path, command: list[str], setup: str, *lines: tuple[str, str]) -> None:
    """Type each line and Tab on a terminal, and wait until the shell has made it what is wanted."""
    leader, follower = pty.openpty()
    with subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, cwd=place, env=_environment(place), start_new_session=True
    ) as shell:  # fmt: skip
        os.close(follower)
        try:
            os.write(leader, f"{setup}\necho rea''dy\n".encode())
            assert "ready\r\n" in _read(leader, "ready\r\n")
            for line, wanted in lines:
                os.write(leader, f"{line}\t".encode())
                assert wanted in _read(leader, wanted)
                os.write(leader, b"\x15echo again\n")  # take the line back
                assert "again\r\n" in _read(leader, "\nagain\r\n")
        finally:
            shell.kill()
            os.close(leader)


def _read(leader: int, until: str) -> str:
    """Read until something is shown, for a minute at most; backspaces are left out."""
    seen, end = "", time.monotonic() + 60
    while until not in seen and time.monotonic() < end:
        if select.select([leader], [], [], 1)[0]:
            seen += os.read(leader, 4096).decode("utf-8", "replace").replace("\x08", "")
    return seen


def _there(*names: str) -> str:
    return next((found for name in names if (found := shutil.which(name))), "") or pytest.skip(
        f"no {names[0]} here"
    )


def test_bash_completes(place: Path) -> None:
    _types(
        place,
        [_there("bash"), "--norc", "--noprofile", "-i"],
        "source script.bash",
        ("whosays chec", "whosays check "),
        ("whosays check --profile ne", "--profile news "),
        ("whosays check --profile=ne", "--profile=news "),
        ("whosays explain bare-exp", "bare-expert-claim "),
        ("whosays check mei", "mein\\ text.md "),
        ("whosays init te", "init texts/"),
    )


def test_zsh_completes(place: Path) -> None:
    _types(
        place,
        [_there("zsh"), "-f", "-i"],
        "PS1='> '; PS2=; autoload -U compinit; compinit -u -D; source ./script.zsh",
        ("whosays chec", "whosays check "),
        ("whosays check --profile ne", "--profile news "),
        ("whosays check --profile=ne", "--profile=news "),
        ("whosays explain bare-exp", "bare-expert-claim "),
        ("whosays check mei", "text.md "),
        ("whosays init te", "init texts/"),
    )


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("whosays chec", "check\tcheck texts"),
        ("whosays check --profile ne", "news\tNews and feature writing"),
        ("whosays check --profile=ne", "--profile=news\tNews and"),
        ("whosays explain bare-exp", "bare-expert-claim\tAn unnamed class"),
        ("whosays check mei", "mein text.md"),
        ("whosays init te", "texts/"),
    ],
)
def test_fish_completes(line: str, wanted: str, place: Path) -> None:
    asked = ("--no-config", "-c", f"source script.fish; complete -C '{line}'")
    done = subprocess.run(
        (_there("fish"), *asked), cwd=place, env=_environment(place), capture_output=True, text=True, timeout=60, check=False
    )  # fmt: skip
    assert wanted in done.stdout, done.stdout + done.stderr
