"""Node's programs, for editors and readers of reports: a test is skipped where they, or npm's registry, are not there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

OLDEST = 20
_LATEST = "node_modules/.package-lock.json"
_CUT_OFF = re.compile(
    r"\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b"
)
_QUICK = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000", "--prefer-offline")
PATIENCE = 300


def pins(folder: Path) -> Any:
    """Return the folder's lock file. Whatever it pins, it pins by hash, and it names no host to get it from."""
    manifest = json.loads((folder / "package.json").read_text("utf-8"))
    exact = manifest.get("dependencies", {}) | manifest["devDependencies"]
    assert all(version[0].isdigit() for version in exact.values())
    pinned = json.loads((folder / "package-lock.json").read_text("utf-8"))
    assert all(
        "resolved" not in row and "integrity" in row for name, row in pinned["packages"].items() if name
    )
    return pinned


def need_packages(folder: Path) -> None:
    """Install what the folder's lock file pins, unless it is there; skip the test where that cannot be."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("node and npm are not installed")
    version = _run(["node", "--version"], folder).stdout
    if int(version.lstrip("v").partition(".")[0]) < OLDEST:
        pytest.skip(f"node {version.strip()} is older than {OLDEST}")
    with _alone(folder):
        _install(folder)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process of the tests installs into a folder."""
    try:
        import fcntl
    except ImportError:  # Windows: there one process runs the tests
        yield
        return
    with (folder / "package.json").open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _install(folder: Path) -> None:
    there, pinned = folder / _LATEST, folder / "package-lock.json"
    if there.exists() and there.stat().st_mtime >= pinned.stat().st_mtime:
        return
    done = _run(["npm", "ci", *_QUICK], folder)
    if done.returncode and _CUT_OFF.search(done.stderr):
        pytest.skip("npm's registry cannot be reached")
    assert done.returncode == 0, done.stdout + done.stderr
    there.touch()


def npm_run(script: str, folder: Path, **environment: str) -> str:
    """Run a script of the folder's package, which must end well; return what it printed."""
    done = _run(["npm", "run", script], folder, **environment)
    assert done.returncode == 0, f"npm run {script}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _run(command: list[str], folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which(command[0]) or command[0]
    environment = {**os.environ, "NO_COLOR": "1", "NO_UPDATE_NOTIFIER": "1", **more}
    return subprocess.run(
        [program, *command[1:]], cwd=folder, env=environment, capture_output=True, text=True,
        encoding="utf-8", stdin=subprocess.DEVNULL, timeout=PATIENCE, check=False,
    )  # fmt: skip
