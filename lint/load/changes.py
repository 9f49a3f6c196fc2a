"""What changed since a revision, as git tells it."""

# os.path: paths stay as git gives them.
# ruff: noqa: PTH118, PTH119, PTH120

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from functools import lru_cache

from lint.model.finding import Problem

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_PLAIN = ("-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "diff.noprefix=false")
_DIFF = ("--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--find-renames")


class GitError(ValueError):
    """Git could not tell; the one problem says why (exit status 2)."""

    def __init__(self, message: str) -> None:
        """Keep the message."""
        super().__init__(message)
        self.problems = (Problem("", message, status=2),)


class Changes:
    """The files of the repositories of some paths that differ from ``revision``, with their new lines.

    A file that git does not know and does not ignore is all new. Raises GitError where there is no git, no
    repository, or no such revision.
    """

    def __init__(self, revision: str) -> None:
        """Keep the revision; each repository is asked when one of its paths is."""
        self.revision = revision
        self._changed: dict[str, dict[str, bool]] = {}

    def touches(self, path: str) -> bool:
        """Say whether a file differs from the revision."""
        return os.path.realpath(path) in self._of(path)

    def lines(self, path: str) -> tuple[tuple[int, int], ...]:
        """Return the (first, last) lines of a file that are not as they were, from 1."""
        full = os.path.realpath(path)
        is_new = self._of(path).get(full)
        if is_new is None:
            return ()
        if is_new:
            return ((1, _ALL),)
        folder = os.path.dirname(full)
        told = _git(folder, "diff", "--unified=0", *_DIFF, self.revision, "--", os.path.basename(full))
        hunks = [(int(first), int(count or b"1")) for first, count in _HUNK.findall(told)]
        return tuple((first, first + count - 1) for first, count in hunks if count)

    def _of(self, path: str) -> dict[str, bool]:
        """Return the changed files of a path's repository: full path → whether it is all new."""
        top = _top(os.path.dirname(os.path.realpath(path)) or ".")
        if top not in self._changed:
            _git(top, "rev-parse", "--verify", "--quiet", f"{self.revision}^{{commit}}", what=self.revision)
            differing = _git(top, "diff", "--name-only", "-z", "--diff-filter=d", *_DIFF, self.revision)
            unknown = _git(top, "ls-files", "-z", "--others", "--exclude-standard")
            self._changed[top] = {
                os.path.realpath(os.path.join(top, os.fsdecode(name))): new
                for told, new in ((differing, False), (unknown, True))
                for name in told.split(b"\0")
                if name
            }
        return self._changed[top]


_ALL = 1 << 60


@lru_cache(256)
def _top(folder: str) -> str:
    return os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n"))


def _git(folder: str, *args: str, what: str = "") -> bytes:
    """Return what a git command prints. Raises GitError."""
    command: Sequence[str] = ("git", *_PLAIN, *args)
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise GitError(f"--changed-since: cannot run git: {error.strerror}") from None
    if done.returncode == 0:
        return done.stdout
    if what:
        raise GitError(f"--changed-since: git knows no revision {what!r} here")
    reason = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
    raise GitError(f"--changed-since: {reason[-1].removeprefix('fatal: ')}")
