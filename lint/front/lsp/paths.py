"""Where the editor's texts lie."""

from __future__ import annotations

import os
from pathlib import Path

from pygls.uris import to_fs_path


def path_of_uri(uri: object) -> str | None:
    """Return the path of a ``file:`` address, None for any other."""
    return to_fs_path(uri) if isinstance(uri, str) and uri.startswith("file:") else None


def path_of(uri: str, folders: list[str]) -> str:
    """Return the path of a text; for one that has none, a name in the first folder, so that its settings hold."""
    if path := path_of_uri(uri):
        return path
    name = uri.rpartition("/")[2].rpartition(":")[2] or "untitled"
    return str(Path(folders[0] if folders else ".", name))


def place_of(uri: str) -> str:
    """Return what is the same for the same file, however an editor spells its address."""
    return os.path.normcase(path_of(uri, []))
