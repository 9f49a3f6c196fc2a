"""What changed since a revision, as git tells it."""

# os.path: paths stay as git gives them.
# ruff: noqa: PTH109, PTH118, PTH120

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence

from lint.model.finding import Problem

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_FILE = re.compile(rb"^diff --git ", re.MULTILINE)
_PLAIN = ("-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "diff.noprefix=false")
_DIFF = (
    *(
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--no-relative",
        "--ignore-submodules",
        "--find-renames",
    ),
    *("--unified=0", "--inter-hunk-context=0", "--diff-filter=d"),
)
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells its hooks of the repository at hand: taken on, it would hold for every other folder, too."""
_FORK = "..."
_ALL = ((1, 1 << 60),)

Lines = tuple[tuple[int, int], ...]
"""(first, last) lines, from 1."""


class GitError(ValueError):
    """Git could not tell; the one problem says why (exit status 2)."""

    def __init__(self, message: str) -> None:
        """Keep the message."""
        super().__init__(message)
        self.problems = (Problem("", message, status=2),)


class Changes:
    """The files of the repositories of some paths that differ from ``revision``, with their new lines.

    ``main...topic`` stands for the commit at which ``topic`` left ``main``, as it does for ``git diff``. Before a
    repository's first commit everything differs from ``HEAD``. A file that git does not know and does not ignore is
    all new. Raises GitError where there is no git, no repository, or no such revision.
    """

    def __init__(self, revision: str) -> None:
        """Keep the revision; each repository is asked when one of its paths is."""
        self.revision = revision
        self._revisions: dict[str, str] = {}
        self._changed: dict[str, frozenset[str]] = {}
        self._lines: dict[str, dict[str, Lines]] = {}

    def touches(self, path: str) -> bool:
        """Say whether a file differs from the revision."""
        full = os.path.realpath(path)
        return full in self._of(_top(os.path.dirname(full)))

    def lines(self, path: str) -> Lines:
        """Return the (first, last) lines of a file that are not as they were, from 1."""
        full = os.path.realpath(path)
        top = _top(os.path.dirname(full))
        if full not in self._of(top):
            return ()
        if (
            top not in self._lines
        ):  # of all files at once: of one alone, git could not tell that it was renamed
            told = _git(top, "diff", "--raw", "--patch", "-z", *_DIFF, self._revision(top))
            self._lines[top] = {_full(top, name): lines for name, lines in _lines_of(told)}
        return self._lines[top].get(full, _ALL)  # git knows nothing of it

    def _of(self, top: str) -> frozenset[str]:
        """Return the full paths of the changed files of a repository."""
        if top not in self._changed:
            differing = _git(top, "diff", "--name-only", "-z", *_DIFF, self._revision(top))
            unknown = _git(top, "ls-files", "-z", "--others", "--exclude-standard")
            names = (differing + unknown).split(b"\0")
            self._changed[top] = frozenset(_full(top, name) for name in names if name)
        return self._changed[top]

    def _revision(self, top: str) -> str:
        """Return the revision as a repository knows it, so that it cannot be taken for an option."""
        if top not in self._revisions:
            self._revisions[top] = _resolved(top, self.revision)
        return self._revisions[top]


def _resolved(top: str, revision: str) -> str:
    if _FORK in revision:
        left, _, right = revision.partition(_FORK)
        ours, theirs = _commit(top, left or "HEAD"), _commit(top, right or "HEAD")
        try:
            return _told(top, "merge-base", ours, theirs)
        except GitError:  # nothing in common: then it is what was before
            return ours
    if revision == "HEAD" and _is_unborn(top):
        return _told(top, "hash-object", "-t", "tree", os.devnull)
    return _commit(top, revision)


def written_by_git(folder: str) -> tuple[str, ...]:
    """Return the files that git writes where a revision or what it knows becomes another. Raises GitError."""
    own = _told(folder, "rev-parse", "--absolute-git-dir")
    return tuple(os.path.join(own, name) for name in ("HEAD", "index", os.path.join("logs", "HEAD")))


def _commit(top: str, revision: str) -> str:
    asked = ("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    return _told(top, *asked, what=revision)


def _is_unborn(top: str) -> bool:
    """Say whether a repository's branch has no commit yet."""
    try:
        _git(top, "rev-parse", "--verify", "--quiet", "HEAD")
    except GitError:
        return True
    return False


def _lines_of(told: bytes) -> Iterator[tuple[bytes, Lines]]:
    """Yield each file of a diff with its new lines; its names stand before the patches, in the same order."""
    names, _, patches = told.partition(b"\0\0")
    fields = iter(names.split(b"\0"))
    patch = iter(_FILE.split(patches)[1:])
    for field in fields:
        if not field.startswith(b":"):
            continue
        kind = field[field.rindex(b" ") + 1 :][:1]
        name = next(fields)
        if kind in b"RC":
            name = next(fields)
        if kind == b"U":  # not merged yet, and without a patch
            continue
        hunks = next(patch, b"")
        if kind == b"T":  # a link became a file: one patch takes away, another brings
            hunks += next(patch, b"")
        found = [(int(first), int(count or b"1")) for first, count in _HUNK.findall(hunks)]
        yield name, tuple((first, first + count - 1) for first, count in found if count)


def _full(top: str, name: bytes) -> str:
    """Return a name of git's as a path; a link that changed is not the file that it leads to."""
    return os.path.normpath(os.path.join(top, os.fsdecode(name)))


_tops: dict[str, str] = {}


def _top(folder: str) -> str:
    """Return the top folder of the repository that holds ``folder``, as git has it."""
    at = folder
    while not os.path.lexists(os.path.join(at, ".git")):
        outer = os.path.dirname(at)
        if outer == at:  # kept elsewhere, and named by the environment; or no repository at all
            at = os.getcwd() if os.environ.get("GIT_DIR") else folder
            break
        at = outer
    if at not in _tops:
        _tops[at] = os.path.realpath(os.fsdecode(_git(at, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    return _tops[at]


def _told(folder: str, *args: str, what: str = "") -> str:
    return os.fsdecode(_git(folder, *args, what=what).strip())


def _git(folder: str, *args: str, what: str = "") -> bytes:
    """Return what a git command prints. Raises GitError."""
    command: Sequence[str] = ("git", *_PLAIN, *args)
    own = os.path.lexists(os.path.join(folder, ".git"))
    environment = {k: v for k, v in os.environ.items() if not (own and k in _OF_A_HOOK)}
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise GitError(f"--changed-since: cannot run git: {error.strerror}") from None
    if done.returncode == 0:
        return done.stdout
    if what:
        raise GitError(f"--changed-since: git knows no revision {what!r} here")
    raise GitError(f"--changed-since: {_reason(done.stderr)}")


def _reason(stderr: bytes) -> str:
    """Return git's reason in one line, with the command that it advises for a folder of somebody else's."""
    lines = [line.strip() for line in stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    fatal = next((line.removeprefix("fatal: ") for line in lines if line.startswith("fatal: ")), "")
    advice = next((f"; run {line}" for line in lines if line.startswith("git config")), "")
    return (fatal or (lines or ["git failed"])[-1]) + advice
