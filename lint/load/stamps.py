"""What the disk says of files without opening them: enough to see which were saved, came or went."""

# os.path: a path stays the string that was typed, and looking at thousands of them stays quick.
# ruff: noqa: PTH100, PTH110, PTH116, PTH118, PTH120, PTH208

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable

from lint.load.baseline import FILE_NAME as BASELINE
from lint.load.settings import FILE_NAMES as SETTINGS_FILES

Stamp = tuple[int, int, int, int] | None
"""Times of change, size and number of a file; None where there is none. An editor that saves changes it in any case."""
Stamps = dict[str, Stamp]

BESIDE = (*SETTINGS_FILES, BASELINE, ".gitignore")
"""Files that say of the texts at or below their folder how they are checked."""
_BIBLIOGRAPHIES = (".bib", ".bibtex", ".biblatex")
_TICK = 0.25
_SETTLED = 0.1
_LOOKS = 20
_LONGEST = 1.0
_SHARE = 50
"""Between two looks passes at least this many times as long as a look takes."""


def stamps_of(paths: Iterable[str]) -> Stamps:
    """Return the stamp of each path, a file's or a folder's."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: str) -> Stamp:
    try:
        told = os.stat(path)
    except (OSError, ValueError):
        return None
    return told.st_mtime_ns, told.st_ctime_ns, told.st_size, told.st_ino


def surroundings(paths: Iterable[str], folders: Iterable[str]) -> list[str]:
    """Return the files that may tell how texts are checked: those in the folders, and any that may come above them.

    One that comes into a folder changes the folder's own stamp.
    """
    inside = {os.path.abspath(folder) for folder in folders}
    found = [
        path for folder in inside for name in BESIDE if os.path.exists(path := os.path.join(folder, name))
    ]
    above: set[str] = set()
    for folder in (*inside, *(os.path.dirname(os.path.abspath(path)) for path in paths)):
        at = folder
        while at not in above:
            above.add(at)
            at = os.path.dirname(at)
    return found + [os.path.join(folder, name) for folder in above - inside for name in BESIDE]


def bibliographies(folders: Iterable[str]) -> list[str]:
    """Return the bibliographies in folders, which texts may name."""
    return _with_suffix(folders, _BIBLIOGRAPHIES)


def rule_files(packs: Iterable[str]) -> list[str]:
    """Return the files and folders of packs of rules."""
    folders = [folder for pack in packs for folder, _, _ in os.walk(pack)]
    return folders + _with_suffix(folders, ".toml")


def _with_suffix(folders: Iterable[str], suffix: str | tuple[str, ...]) -> list[str]:
    found = []
    for folder in folders:
        try:
            found += [os.path.join(folder, n) for n in os.listdir(folder) if n.lower().endswith(suffix)]
        except OSError:  # gone meanwhile, or told by whoever reads it
            continue
    return found


def wait_for_change(
    before: Stamps, look: Callable[[], Stamps], pause: Callable[[float], None] = time.sleep
) -> None:
    """Return once stamps are others than ``before`` and have stopped changing.

    Editors save in several steps, and a tool may write many files: what is half done is waited for, though not for ever.
    """
    while True:
        began = time.perf_counter()
        now = look()
        if now != before:
            break
        pause(min(max(_TICK, _SHARE * (time.perf_counter() - began)), _LONGEST))
    for _ in range(_LOOKS):
        pause(_SETTLED)
        last, now = now, look()
        if now == last:
            return
