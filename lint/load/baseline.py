"""The baseline: findings that an archive had when whosays came, by fingerprint, never by line or wording."""

# os.path: a path stays the string that was typed, and walking thousands of them stays quick.
# ruff: noqa: PTH100, PTH113, PTH118, PTH120, PTH123

from __future__ import annotations

import os
from collections.abc import Mapping

from lint.load.settings import SettingsError
from lint.load.upward import nearest
from lint.model.finding import Problem
from lint.model.typed import NamedTuple

FILE_NAME = "whosays-baseline.json"
_VERSION = 1
Entries = dict[str, dict[str, int]]
"""Fingerprint → how many, by path relative to the baseline's folder, with slashes."""


class Baseline(NamedTuple):
    """A baseline as read: its path, its folder (absolute) and its entries."""

    path: str
    folder: str
    entries: Entries

    def name_of(self, path: str) -> str:
        """Return what the entries call a path."""
        return name_in(self.folder, path)


def name_in(folder: str, path: str) -> str:
    """Return a path as seen from the folder of a baseline."""
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")


def read_baseline(path: str) -> Baseline:
    """Read a baseline. Raises SettingsError (exit status 2) with what is wrong with it."""
    import json  # imported late: most runs have no baseline

    try:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
    except OSError as error:
        raise _wrong(path, f"baseline not readable: {error.strerror}") from None
    except UnicodeDecodeError:
        raise _wrong(path, "baseline is not UTF-8; write it anew with `whosays baseline`") from None
    except json.JSONDecodeError as error:
        message = f"not a baseline: {error.msg}; write it anew with `whosays baseline`"
        raise _wrong(path, message, error.lineno) from None
    if not isinstance(data, dict) or data.get("baseline") != _VERSION or not _is_entries(data.get("files")):
        raise _wrong(path, f"not a baseline of version {_VERSION}; write it anew with `whosays baseline`")
    return Baseline(path, os.path.dirname(os.path.abspath(path)), data["files"])


def _wrong(path: str, message: str, line: int = 0) -> SettingsError:
    return SettingsError((Problem(path, message, line, 2),))


def _is_entries(files: object) -> bool:
    return isinstance(files, dict) and all(
        isinstance(known, dict) and all(type(count) is int and count > 0 for count in known.values())
        for known in files.values()
    )


def write_baseline(path: str, entries: Mapping[str, Mapping[str, int]]) -> None:
    """Write entries, one a line in a stable order, so that a change of one text is a change of its lines.

    Raises OSError.
    """
    import json

    files = {name: dict(sorted(known.items())) for name, known in sorted(entries.items()) if known}
    draft = f"{path}.{os.getpid()}"
    with open(draft, "w", encoding="utf-8", newline="\n") as file:
        json.dump({"baseline": _VERSION, "files": files}, file, indent=1, ensure_ascii=False)
        file.write("\n")
    os.replace(draft, path)  # noqa: PTH105


class BaselineFinder:
    """Finds the baseline of each path: the nearest ``whosays-baseline.json`` from its folder upward.

    ``fixed`` names one for all paths; with ``none`` there is none. Broken ones raise SettingsError once.
    """

    def __init__(self, *, fixed: str = "", none: bool = False) -> None:
        """Read ``fixed`` at once, others as paths ask for them."""
        self._none = none
        self._fixed = read_baseline(fixed) if fixed else None
        self._near: dict[str, Baseline | None] = {}

    def known_in(self, path: str) -> tuple[tuple[str, int], ...]:
        """Return what the baseline of ``path`` knows of it."""
        found = self.nearest(path)
        return tuple(found.entries.get(found.name_of(path), {}).items()) if found else ()

    def nearest(self, path: str) -> Baseline | None:
        """Return the baseline that counts for ``path``."""
        if self._none or self._fixed:
            return self._fixed
        return nearest(path, self._near, _in_folder)


def _in_folder(folder: str) -> Baseline | None:
    path = os.path.join(folder, FILE_NAME)
    return read_baseline(_shown(path)) if os.path.isfile(path) else None


def _shown(path: str) -> str:
    return os.path.relpath(path) if path.startswith(os.getcwd() + os.sep) else path  # noqa: PTH109
