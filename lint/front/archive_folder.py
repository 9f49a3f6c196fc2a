"""The folder of a report: written beside the old pages, and put in their place when all of it is there."""

# os.path: a path stays the string that was typed.
# ruff: noqa: PTH103, PTH104, PTH105, PTH110, PTH112, PTH118, PTH119, PTH208

from __future__ import annotations

import contextlib
import os
import shutil

from lint.front.choices import UsageError

MARKER = ".whosays-report"
_DRAFT, _OLD = ".whosays-new", ".whosays-old"
_OURS = ("data", "rules", "texts", "rules.html", "script.js", "style.css", "texts.html", "index.html")
"""What a report consists of, in the order in which it is put in place: the first page last."""
_TOLD = "The pages beside this file are written by `whosays report`, and written anew by the next run.\n"


def check_folder(folder: str, store: str) -> None:
    """Raise UsageError where a folder has files of somebody else's and was never a report's."""
    if not os.path.isdir(folder):
        if os.path.exists(folder):
            raise UsageError(f"report: {folder!r} is a file; name a folder with -o")
        return
    if os.path.exists(os.path.join(folder, MARKER)):
        return
    name = os.path.basename(store)
    foreign = sorted(
        entry for entry in os.listdir(folder) if not entry.startswith((name, ".whosays-", "whosays.duckdb"))
    )
    if foreign:
        raise UsageError(
            f"report: {folder!r} has files of its own ({', '.join(foreign[:3])}); name a new folder with -o"
        )


class Folder:
    """Where pages are written. Nothing of the old ones changes before ``finish``."""

    def __init__(self, folder: str) -> None:
        """Begin anew beside the old pages. Raises OSError."""
        self._folder = folder
        self._draft = os.path.join(folder, _DRAFT)
        for left in (_DRAFT, _OLD):
            shutil.rmtree(os.path.join(folder, left), ignore_errors=True)
        os.makedirs(self._draft)

    @property
    def draft(self) -> str:
        """Where the new pages are until then."""
        return self._draft

    def write(self, name: str, text: str) -> None:
        """Write a page by its path in the folder. Raises OSError."""
        write_page(self._draft, name, text)

    def finish(self) -> None:
        """Put the new pages in the place of the old, which are removed; files of others stay. Raises OSError."""
        self._mark()
        old = os.path.join(self._folder, _OLD)
        os.makedirs(old, exist_ok=True)
        for name in _OURS:
            here, new = os.path.join(self._folder, name), os.path.join(self._draft, name)
            with contextlib.suppress(FileNotFoundError):
                os.rename(here, os.path.join(old, name))
            with contextlib.suppress(FileNotFoundError):
                os.rename(new, here)
        shutil.rmtree(old, ignore_errors=True)
        self.abandon()

    def abandon(self) -> None:
        """Remove what was written so far."""
        shutil.rmtree(self._draft, ignore_errors=True)

    def _mark(self) -> None:
        with open(os.path.join(self._folder, MARKER), "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(_TOLD)


def write_page(folder: str, name: str, text: str) -> None:
    """Write a page by its path in a folder. Raises OSError."""
    path = os.path.join(folder, *name.split("/"))
    try:
        file = open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: PTH123, SIM115
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH120
        file = open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: PTH123, SIM115
    with file:
        file.write(text)


def write_whole(path: str, text: str) -> None:
    """Write a file by rename, so that it is never seen half. Raises OSError."""
    draft = f"{path}.{os.getpid()}"
    try:
        with open(draft, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:  # noqa: PTH123
            file.write(text)
        os.replace(draft, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.remove(draft)  # noqa: PTH107
        raise
