"""Folders → the text files below them, without what git ignores."""

# os.path: a path stays the string that was typed, and walking thousands of them stays quick.
# ruff: noqa: PTH100, PTH110, PTH118, PTH119, PTH120, PTH123, PTH206

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable

from pathspec import GitIgnoreSpec

from lint.load.files import Excluded, Files, Wanted, has_text_suffix
from lint.model.finding import Problem

_SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})

Ignores = tuple[tuple[str, GitIgnoreSpec], ...]
"""(absolute folder, its patterns), from the outermost folder inwards."""


def walk(folder: str, excluded: Excluded, wanted: Wanted) -> Files:
    """Return the text files below ``folder``, sorted by path, and the folders that cannot be listed.

    Hidden files and folders are left out. Links to folders are not followed, so no loop is entered;
    links to files are, and one that leads nowhere is left for its reader to report.
    """
    found: list[str] = []
    problems: list[Problem] = []
    folders: list[str] = []
    waiting = [(folder, _ignores_above(os.path.abspath(folder)))]
    while waiting:
        here, outer = waiting.pop()
        folders.append(here)
        try:
            with os.scandir(here) as listing:
                entries = sorted(listing, key=lambda e: e.name)
        except OSError as error:
            problems.append(Problem(here, f"folder not readable: {error.strerror}"))
            continue
        ignores = outer + _ignores_of(os.path.abspath(here), entries)
        for entry in entries:
            if _is_left_out(entry.name):
                continue
            path = entry.name if here == "." else os.path.join(here, entry.name)
            if entry.is_dir(follow_symlinks=False):
                if not _ignored(f"{path}/", ignores) and not excluded(f"{path}/"):
                    waiting.append((path, ignores))
            elif _is_text(entry, path, wanted) and not _ignored(path, ignores) and not excluded(path):
                found.append(path)
    paths = sorted(found, key=lambda p: p.split(os.sep))
    return Files(tuple(paths), tuple(problems), tuple(folders))


def passed_over(path: str, wanted: Wanted) -> str:
    """Return why a walk from the current folder, or from the folder of ``path``, does not take ``path``; or ``""``."""
    inside = os.path.relpath(path)
    parts = [os.path.basename(path)] if inside.startswith("..") else inside.split(os.sep)
    for name in parts:
        if _is_left_out(name):
            return f"{name} is hidden" if name.startswith(".") else f"folders called {name} are passed over"
    if not has_text_suffix(path) and not wanted(path):
        return "its suffix is none that folders are searched for"
    full = os.path.abspath(path)
    folder = full
    while (outer := os.path.dirname(folder)) != folder:  # a pattern may leave out any folder above
        slash = "" if folder == full else "/"
        if _ignored(f"{folder}{slash}", _ignores_in(outer)):
            return ".gitignore leaves it out"
        folder = outer
        if os.path.exists(os.path.join(folder, ".git")):
            break
    return ""


def _ignores_in(folder: str) -> Ignores:
    with contextlib.suppress(OSError), os.scandir(folder) as listing:
        return _ignores_above(folder) + _ignores_of(folder, list(listing))
    return ()


def _is_left_out(name: str) -> bool:
    return name.startswith(".") or name in _SKIPPED


def _is_text(entry: os.DirEntry[str], path: str, wanted: Wanted) -> bool:
    if not has_text_suffix(entry.name) and not wanted(path):
        return False
    if not entry.is_symlink():
        return entry.is_file()
    try:
        return not entry.is_dir()
    except OSError:  # a link that loops: the reader says so
        return True


def _patterns(path: str) -> GitIgnoreSpec | None:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return GitIgnoreSpec.from_lines(file.read().splitlines())
    except (OSError, ValueError):  # git, too, goes on without patterns that it cannot read
        return None


def _ignores_of(folder: str, entries: Iterable[os.DirEntry[str]]) -> Ignores:
    if not any(entry.name == ".gitignore" for entry in entries):
        return ()
    spec = _patterns(os.path.join(folder, ".gitignore"))
    return ((folder, spec),) if spec else ()


def _ignores_above(folder: str) -> Ignores:
    """Return the patterns that the repository's outer folders lay on ``folder``.

    A folder that they ignore as a whole was named on purpose, so then they do not count.
    """
    above: list[str] = []
    at = folder
    while not os.path.exists(os.path.join(at, ".git")):
        outer = os.path.dirname(at)
        if outer == at:
            return ()
        at = outer
        above.append(at)
    files = [(at, os.path.join(at, ".git", "info", "exclude"))]
    files += [(outer, os.path.join(outer, ".gitignore")) for outer in reversed(above)]
    ignores = tuple((where, spec) for where, name in files if (spec := _patterns(name)))
    return () if _ignored(f"{folder}/", ignores) else ignores


def _ignored(path: str, ignores: Ignores) -> bool:
    """Say whether the patterns leave ``path`` out; the innermost folder with an opinion decides."""
    slash = "/" if path.endswith("/") else ""
    full = os.path.abspath(path)
    for folder, spec in reversed(ignores):
        inside = os.path.relpath(full, folder).replace(os.sep, "/")
        if (include := spec.check_file(inside + slash).include) is not None:
            return include
    return False
