"""A real git tells what changed."""

from __future__ import annotations

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
    changes._top.cache_clear()
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
