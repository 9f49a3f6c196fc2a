"""One environment a runner, made once for all tests and all processes that run them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock
from runners import CUT, VERSIONS, Home, Scratch

RUNNERS = ("pre-commit", "prek")
UNREACHED = (
    "NewConnectionError",
    "No matching distribution found",
    "error sending request",
    "Failed to fetch",
    "dns error",
)
"""What pip and uv say where there is no index."""


def _cannot(why: str) -> None:
    """Skip where something is missing; where all must be shown, fail."""
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the processes of one test run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def home(shared: Path) -> Home:
    """Return a home with the repository of the hooks."""
    if not shutil.which("git"):
        _cannot("no git here")
    root = shared / "hooks-home"
    home = Home(root)
    with FileLock(f"{root}.lock"):
        if not root.exists():
            root.mkdir()
            home.make()
    return home


def built(home: Home, runner: str) -> None:
    """Make the runner's environments for both versions, unless they are there."""
    mark = home.root / f"{runner}.built"
    with FileLock(f"{mark}.lock"):
        if not mark.exists():
            told = []
            for version in VERSIONS:
                scratch = Scratch(home, runner, home.root / f"first-{runner}-{version}")
                hooks = ("whosays", "whosays-fix", "whosays-changed", "whosays-commit-msg")
                scratch.hook(*hooks, version=version)
                done = scratch.run("install-hooks")
                told += [done.stdout + done.stderr] if done.returncode else []
            mark.write_text("".join(told), "utf-8")
    why = mark.read_text("utf-8")
    if any(words in why for words in UNREACHED):
        _cannot(f"{runner} reaches no package index here: {why[-500:]}")
    assert not why, f"{runner} cannot make its environment: {why}"


@pytest.fixture(params=RUNNERS)
def runner(request: pytest.FixtureRequest, home: Home) -> str:
    """Return the name of a runner whose environments are made."""
    built(home, request.param)
    return str(request.param)


@pytest.fixture(params=("net", "cut"))
def scratch(request: pytest.FixtureRequest, home: Home, runner: str, tmp_path: Path) -> Scratch:
    """Return a repository of its own, once with the network and once without any."""
    before = () if request.param == "net" else CUT
    if before and subprocess.run([*CUT, "true"], capture_output=True, check=False).returncode:
        _cannot("the network cannot be cut here (unshare)")
    return Scratch(home, runner, tmp_path / "work", before)
