from __future__ import annotations

import errno
import os
import pty
import select
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint import __version__
from lint.front import cli, init
from lint.front.hook_entry import NoPlaceError, has_entry, with_entry
from lint.front.surveying import guess, survey
from lint.load.settings import SettingsFinder, read_settings

ROOT = Path(__file__).parents[2]
ENTRY = "- repo: ../whosays\n  rev: v1\n  hooks:\n    - id: whosays\n"
CLAIM = "Experts agree that the bridge is safe. Many people say so.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repo"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def _lay(**files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/").replace("_dot_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _run(capsys: pytest.CaptureFixture[str], *argv: str, status: int = 0) -> str:
    assert cli.main(["init", *argv]) == status
    told = capsys.readouterr()
    return told.out + told.err


def _tree(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


# What is seen


@pytest.mark.parametrize(
    ("path", "glob", "profile"),
    [
        ("docs/a.md", "/docs/**", "docs"),
        ("site/content/posts/2024/a.md", "/site/content/posts/**", "opinion"),
        ("docs/blog/a.md", "/docs/blog/**", "opinion"),
        ("News/a.txt", "/News/**", "news"),
        ("README.md", "/README.md", "docs"),
        ("tool/README.rst", "**/README.rst", "docs"),
        ("a.tex", "*.tex", "science"),
        ("pages/a.wiki", "*.wiki", "encyclopedic"),
        ("notes/a.md", "", "general"),
        ("documents.md", "", "general"),
    ],
)
def test_a_kind_is_guessed(path: str, glob: str, profile: str) -> None:
    assert guess(path)[:2] == (glob, profile)


def test_texts_are_counted_as_a_check_would_find_them(here: Path) -> None:
    (here / ".git").mkdir()
    _lay(
        docs__a_dot_md="one two three\n", b_dot_rst="four\n", c_dot_md_dot_in="x\n", build__d_dot_md="x y z\n",
        LICENSE_dot_txt="x " * 50, a_dot_py="# x\n", _dot_gitignore="build/\n",
    )  # fmt: skip
    seen = survey(".")
    assert (seen.texts, seen.words, seen.exact) == (2, 4, True)
    assert seen.formats == {"markdown": 1, "rest": 1}
    assert seen.templates == {"*.md.in": "markdown"}
    assert seen.excluded == ("LICENSE*",)
    assert seen.program == ".py"
    assert seen.profile == "docs"


def test_of_very_many_texts_a_part_is_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.front.surveying._READ_AT_MOST", 3)
    for number in range(20):
        Path(f"{number}.md").write_text("one two\n", "utf-8")
    seen = survey(".")
    assert (seen.texts, seen.words, seen.exact) == (20, 40, False)


# What is written


def test_settings_hook_and_baseline_are_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / ".git").mkdir()
    _lay(docs__a_dot_md=CLAIM * 9, posts__b_dot_md="# Mine\n", README_dot_md="Read me.\n")
    told = _run(capsys)
    assert "whosays.toml             written: profile docs; opinion for posts/**\n" in told
    assert "whosays-baseline.json    written: " in told
    assert (
        "  git add whosays.toml .pre-commit-config.yaml whosays-baseline.json\n  pre-commit install " in told
    )
    finder = SettingsFinder()
    assert [finder.settings_for(p).profile for p in ("docs/a.md", "posts/b.md", "README.md", "x.md")] == [
        "docs", "opinion", "docs", "docs",
    ]  # fmt: skip
    assert not finder.problems
    hook = yaml.safe_load(Path(".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"][0]
    assert (hook["id"], hook["language"]) == ("whosays", "system")
    assert cli.main(["check", "--quiet"]) == 0


def test_what_is_there_stays(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / ".git").mkdir()
    _lay(a_dot_md=CLAIM)
    _run(capsys)
    before = _tree(here)
    told = _run(capsys)
    assert _tree(here) == before
    assert "whosays.toml             is there already and stays as it is; it holds for these texts" in told
    assert ".pre-commit-config.yaml  has a hook of whosays already" in told
    assert "whosays-baseline.json    is there already and stays as it is; `whosays baseline` brings" in told


def test_settings_of_the_project_or_above_hold(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _lay(pyproject_dot_toml='[tool.whosays]\nprofile = "news"\n', deep__a_dot_md="Text.\n")
    told = _run(capsys, "deep")
    assert "is there already and stays as it is" in told
    assert not Path("deep/whosays.toml").exists()


def test_a_dry_run_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / ".git").mkdir()
    _lay(a_dot_md=CLAIM, _dot_pre_dash_commit="")
    before = _tree(here)
    told = _run(capsys, "--dry-run", "--schema")
    assert _tree(here) == before
    assert "--- whosays.toml would be:\n#:schema ./whosays.schema.json\n" in told
    assert "Nothing was written." in told


def test_without_git_an_empty_folder_gets_settings_alone(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _run(capsys)
    assert told.startswith("No texts in . yet.")
    assert set(_tree(here)) == {"whosays.toml"}
    assert "git add" not in told
    assert read_settings("whosays.toml")


def test_a_text_without_findings_needs_no_baseline(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _lay(a_dot_md="The bridge opened.\n")
    assert "whosays-baseline.json  not needed: a check finds nothing today" in _run(capsys)
    assert not Path("whosays-baseline.json").exists()


def test_in_a_folder_of_a_repository_the_hook_goes_to_its_top(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / ".git").mkdir()
    _lay(books__a_dot_md="The bridge opened.\n")
    told = _run(capsys, "books", "--no-baseline")
    assert set(_tree(here)) == {"books/a.md", "books/whosays.toml", ".pre-commit-config.yaml"}
    assert "whosays check books" in told


def test_choices_on_the_command_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / ".git").mkdir()
    _lay(a_dot_md=CLAIM)
    _run(capsys, "--profile", "news", "--repo", "https://example.org/whosays", "--schema", "--no-baseline")
    assert set(_tree(here)) == {"a.md", "whosays.toml", "whosays.schema.json", ".pre-commit-config.yaml"}
    repo = yaml.safe_load(Path(".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]
    assert (repo["repo"], repo["rev"]) == ("https://example.org/whosays", f"v{__version__}")
    assert SettingsFinder().settings_for("a.md").profile == "news"


def test_mistakes_are_one_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no profile 'mews'; did you mean 'news'?" in _run(capsys, "--profile", "mews", status=2)
    assert "init: no folder 'nowhere'" in _run(capsys, "nowhere", status=2)
    assert not _tree(here)


def test_a_folder_that_cannot_be_written(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    def refuse(*args: object, **more: object) -> object:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(init, "open", refuse, raising=False)
    told = _run(capsys, status=2).splitlines()
    assert told[-1].startswith("whosays: error: init: cannot write whosays.toml: Read-only file system; ")


def test_odd_names_make_sound_settings(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / ".git").mkdir()
    for folder in ('a "b"/posts', "über mich/docs", "-x/news"):
        Path(folder).mkdir(parents=True)
        Path(folder, "t.md").write_text("Text, and a line of it.\n", "utf-8")
    told = _run(capsys, "--yes")
    finder = SettingsFinder()
    kinds = {
        p: finder.settings_for(f"{p}/t.md").profile for p in ('a "b"/posts', "über mich/docs", "-x/news")
    }
    assert not finder.problems
    assert list(kinds.values()) == ["opinion", "docs", "news"]
    assert "Next:" in told


# The hook's entry


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "repos:\n  - repo: ../whosays\n"),
        ("# ours\n---\n", "# ours\n---\nrepos:\n  - repo: ../whosays\n"),
        ("repos: []\n", "repos:\n  - repo: ../whosays\n"),
        ("repos: []  # none\nfail_fast: true\n", "repos:\n  - repo: ../whosays\n"),
        ("repos:\n- repo: a\n  hooks: [{id: x}]\n", "  hooks: [{id: x}]\n- repo: ../whosays\n  rev: v1\n"),
        ("repos:\n    -   repo: a\n        hooks:\n        -   id: x\n", "        -   id: x\n    - repo: ../whosays\n"),
        ("repos:\n  - repo: a\n    hooks:\n      - id: x\n\n# the end\nci:\n  skip: [x]\n", "- id: x\n  - repo: ../whosays\n"),
        ("repos:\n  - repo: a\n    hooks:\n      - id: x", "      - id: x\n  - repo: ../whosays\n"),
        ("repos:  # all\n  # first\n  - repo: a  # A\n    hooks:\n      - id: x\n", "- id: x\n  - repo: ../whosays\n"),
        ("default_stages: [pre-commit]\nrepos:\n", "repos:\n  - repo: ../whosays\n"),
    ],
)  # fmt: skip
def test_an_entry_is_added_after_the_others(before: str, after: str) -> None:
    whole = with_entry(before, ENTRY)
    assert after in whole
    old, new = yaml.safe_load(before) or {}, yaml.safe_load(whole)
    assert new["repos"][:-1] == (old.get("repos") or [])
    assert new["repos"][-1] == {"repo": "../whosays", "rev": "v1", "hooks": [{"id": "whosays"}]}
    assert {k: v for k, v in new.items() if k != "repos"} == {k: v for k, v in old.items() if k != "repos"}
    lines = iter(whole.splitlines())
    assert all(line in lines for line in before.splitlines() if not line.startswith("repos: []"))
    assert has_entry(whole)
    assert not has_entry(before)


def test_line_ends_are_kept() -> None:
    whole = with_entry("repos:\r\n  - repo: a\r\n    hooks: []\r\n", ENTRY)
    assert whole.count("\r\n") == whole.count("\n") == 7


@pytest.mark.parametrize("config", ["repos: [{repo: a, hooks: []}]\n", "ci: {}\n", "{repos: []}\n"])
def test_what_has_no_place_is_left_to_people(
    config: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(NoPlaceError):
        with_entry(config, ENTRY)
    (here / ".git").mkdir()
    Path(".pre-commit-config.yaml").write_text(config, "utf-8")
    told = _run(capsys)
    assert "--- to be added to .pre-commit-config.yaml:\n" in told
    assert Path(".pre-commit-config.yaml").read_text("utf-8") == config


@pytest.mark.parametrize("hook", ["whosays", "whosays-changed", '"whosays-fix"'])
def test_a_hook_that_is_there_is_seen(hook: str) -> None:
    assert has_entry(f"repos:\n  - repo: x\n    hooks:\n      - id: {hook}\n")
    assert not has_entry(f"repos: []\n# - id: {hook}\n")
    assert not has_entry("repos:\n  - repo: x\n    hooks:\n      - id: whosaysnot\n")


# On a terminal


def _on_a_terminal(folder: Path, answers: str, *argv: str) -> str:
    """Run the command on a terminal of its own, and return what it showed."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-P", "-m", "lint.front.cli", "init", *argv]
    with subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, cwd=folder, env=environment
    ):
        os.close(follower)
        os.write(leader, answers.encode())
        shown = b""
        while select.select([leader], [], [], 30)[0]:
            try:
                more = os.read(leader, 4096)
            except OSError:  # Linux says so when the other side is gone
                break
            shown += more
            if not more:
                break
    os.close(leader)
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_is_asked(here: Path) -> None:
    (here / ".git").mkdir()
    _lay(docs__a_dot_md=CLAIM, posts__b_dot_md="Text.\n")
    shown = _on_a_terminal(here, "mews\nnews\n\nn\nn\n")
    assert "What kind of text is most of it? [docs] " in shown
    assert "There is no kind 'mews'; did you mean 'news'?" in shown
    assert "And posts/**? [opinion] " in shown
    assert set(_tree(here)) == {"docs/a.md", "posts/b.md", "whosays.toml"}
    data = tomllib.loads(Path("whosays.toml").read_text("utf-8"))
    assert data["profile"] == "news"
    assert [section["profile"] for section in data["files"]] == ["opinion"]


def test_yes_asks_nothing_and_the_end_of_input_writes_nothing(here: Path) -> None:
    _lay(a_dot_md=CLAIM)
    assert "init: stopped; nothing was written" in _on_a_terminal(here, "\x04")
    assert set(_tree(here)) == {"a.md"}
    assert "[general]" not in _on_a_terminal(here, "", "--yes")
    assert set(_tree(here)) == {"a.md", "whosays.toml", "whosays-baseline.json"}
