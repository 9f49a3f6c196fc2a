"""A real git tells what changed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from lint.load import changes
from lint.load.changes import Changes, GitError

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="no git here")


def git(folder: Path, *args: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    subprocess.run(["git", *who, *args], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    changes._tops.clear()
    git(tmp_path, "init", "-q")
    (tmp_path / "kept.md").write_text("one\n")
    (tmp_path / 'a "b" ü.md').write_text("one\ntwo\nthree\nfour\n")
    (tmp_path / "gone.md").write_text("one\n")
    (tmp_path / ".gitignore").write_text("out/\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    (tmp_path / 'a "b" ü.md').write_text("one\n2\nthree\nfour\nfive\nsix\n")
    (tmp_path / "gone.md").unlink()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "fresh.md").write_text("one\n")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "built.md").write_text("one\n")
    return tmp_path


def test_files_and_lines_that_differ(repo: Path) -> None:
    since = Changes("HEAD")
    assert since.touches(str(repo / 'a "b" ü.md'))
    assert since.touches(str(repo / "in" / "fresh.md"))
    assert not since.touches(str(repo / "kept.md"))
    assert not since.touches(str(repo / "out" / "built.md"))
    assert since.lines(str(repo / 'a "b" ü.md')) == ((2, 2), (5, 6))
    ((first, last),) = since.lines(str(repo / "in" / "fresh.md"))
    assert (first, last > 10**9) == (1, True)
    assert since.lines(str(repo / "kept.md")) == ()


def test_what_is_staged_counts_and_what_was_committed_since(repo: Path) -> None:
    git(repo, "add", ".")
    assert Changes("HEAD").lines(str(repo / 'a "b" ü.md')) == ((2, 2), (5, 6))
    git(repo, "commit", "-qm", "second")
    assert not Changes("HEAD").touches(str(repo / 'a "b" ü.md'))
    assert Changes("HEAD~1").lines(str(repo / 'a "b" ü.md')) == ((2, 2), (5, 6))


def test_what_git_does_not_know_is_a_usage_error(
    repo: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.raises(GitError, match="git knows no revision 'nope' here"):
        Changes("nope").touches(str(repo / "kept.md"))
    with pytest.raises(GitError, match="git knows no revision '--output=x' here"):
        Changes("--output=x").touches(str(repo / "kept.md"))
    assert not (repo / "x").exists()
    with pytest.raises(GitError, match="not a git repository"):
        Changes("HEAD").touches(str(tmp_path_factory.mktemp("bare") / "a.md"))


def test_a_renamed_file_is_not_all_new(repo: Path) -> None:
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "second")
    git(repo, "mv", 'a "b" ü.md', "in/b\nc.md")
    (repo / "in" / "b\nc.md").write_text("one\n2\n3\nfour\nfive\nsix\n")
    (repo / "kept.md").unlink()
    (repo / "kept.md").symlink_to("in/fresh.md")
    git(repo, "config", "diff.renames", "false")
    git(repo, "config", "diff.interHunkContext", "9")
    git(repo, "config", "color.ui", "always")
    since = Changes("HEAD")
    assert since.lines(str(repo / "in" / "b\nc.md")) == ((3, 3),)
    assert since.lines(str(repo / "in" / "fresh.md")) == ()


def test_before_the_first_commit_everything_is_new(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "a.md").write_text("one\ntwo\n")
    git(tmp_path, "add", ".")
    assert Changes("HEAD").lines(str(tmp_path / "a.md")) == ((1, 2),)
    with pytest.raises(GitError, match="git knows no revision 'main' here"):
        Changes("main").touches(str(tmp_path / "a.md"))


def test_since_a_branch_was_left(repo: Path) -> None:
    git(repo, "branch", "topic")
    git(repo, "commit", "-qam", "on main")
    git(repo, "stash", "-q", "--include-untracked")
    git(repo, "checkout", "-q", "topic")
    (repo / "kept.md").write_text("one\ntwo\n")
    git(repo, "commit", "-qam", "on topic")
    for revision in ("master...topic", "master...", "master...HEAD"):
        branch = revision.replace("master", _first_branch(repo))
        assert Changes(branch).lines(str(repo / "kept.md")) == ((2, 2),)
        assert not Changes(branch).touches(str(repo / 'a "b" ü.md'))
    with pytest.raises(GitError, match="git knows no revision 'nope' here"):
        Changes("nope...topic").touches(str(repo / "kept.md"))


def _first_branch(repo: Path) -> str:
    told = subprocess.run(
        ["git", "branch", "--format=%(refname:short)"], cwd=repo, capture_output=True, text=True, check=True
    )
    return next(name for name in told.stdout.split() if name != "topic")


def test_what_git_tells_its_hooks_does_not_lead_elsewhere(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = repo / "in" / "other"
    other.mkdir()
    git(other, "init", "-q")
    (other / "a.md").write_text("one\n")
    monkeypatch.chdir(repo)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index.lock")
    monkeypatch.setenv("GIT_PREFIX", "in/")
    since = Changes("HEAD")
    assert since.lines("in/fresh.md")
    assert since.lines('a "b" ü.md') == ((2, 2), (5, 6))
    assert since.lines("in/other/a.md")
    assert not since.touches("kept.md")


def test_a_repository_that_is_kept_elsewhere(
    repo: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path_factory.mktemp("kept") / "git"
    (repo / ".git").rename(kept)
    monkeypatch.chdir(repo)
    monkeypatch.setenv("GIT_DIR", str(kept))
    monkeypatch.setenv("GIT_WORK_TREE", str(repo))
    assert Changes("HEAD").lines('a "b" ü.md') == ((2, 2), (5, 6))
    assert not Changes("HEAD").touches("kept.md")


def test_somebody_else_s_repository_is_told_with_git_s_advice(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    with pytest.raises(
        GitError, match=r"dubious ownership in repository at .*; run git config --global --add safe.directory"
    ):
        Changes("HEAD").touches(str(repo / "kept.md"))
