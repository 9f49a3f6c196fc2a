from __future__ import annotations

from pathlib import Path

import pytest
from scratch import BAD, CLEAN, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one article that has one finding."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init")
    (folder / "article.md").write_text(f"# Prices\n\n{BAD}", "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "first")
    return folder


@pytest.fixture
def pull_request(repository: Path, tmp_path: Path) -> tuple[Path, str]:
    """The merge of a change, checked out alone as a CI server does, and the commit that the change starts from."""
    git(repository, "switch", "--quiet", "-c", "change")
    (repository / "article.md").write_text(f"# Prices\n\n{BAD}\n{CLEAN}\nCritics say that it is wrong.\n")
    (repository / "new.md").write_text(BAD)
    git(repository, "add", ".")
    git(repository, "commit", "-m", "second")
    git(repository, "switch", "--quiet", "main")
    base = git(repository, "rev-parse", "HEAD")
    git(repository, "merge", "--no-ff", "-m", "merge", "change")
    place = tmp_path / "checkout"
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), str(place))
    return place, base
