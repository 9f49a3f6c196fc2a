"""The folder in which whosays keeps what it can make anew: compiled rules, patterns, results of earlier checks.

Nothing in it is ever needed, and no run fails for it: what cannot be read is made again, what cannot be written is not kept.
"""

# os.path: pathlib costs 4 ms of every start.
# ruff: noqa: PTH103, PTH105, PTH108, PTH111, PTH118, PTH123, PTH206

from __future__ import annotations

import contextlib
import os
import sys

_VARIABLE = "WHOSAYS_CACHE_DIR"
_OTHERS = 8
"""Files of other installations or versions that are left alone."""
_TAGS = {
    ".gitignore": "# Made by whosays, which can do without this folder: delete it whenever you like.\n*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Made by whosays; see bford.info/cachedir/\n",
}
"""What keeps git and backups from taking the folder for work."""
_PRIVATE_FOLDER = 0o700
_PRIVATE_FILE = 0o600

_chosen = ""
_token = ""


def choose_cache_folder(folder: str) -> None:
    """Keep everything in this folder from now on; ``""`` for the usual one."""
    global _chosen
    _chosen = os.path.abspath(folder) if folder else ""  # noqa: PTH100


def cache_folder() -> str:
    """Return the folder: the one that was chosen, or that ``WHOSAYS_CACHE_DIR`` names, or the user's own."""
    if told := _chosen or os.environ.get(_VARIABLE):
        return told
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(base or os.path.expanduser("~/.cache"), "whosays")


def make_folder(folder: str) -> None:
    """Make a folder inside the cache folder, and that too, each for the user alone. Raises OSError.

    A cache folder that is new or empty is marked, so that git and backups leave it out; one that holds other
    things is not ours to mark.
    """
    top = cache_folder()
    with contextlib.suppress(FileExistsError):
        os.makedirs(os.path.dirname(os.path.abspath(top)), exist_ok=True)  # noqa: PTH100, PTH120
        os.mkdir(top, _PRIVATE_FOLDER)  # noqa: PTH102
    if not os.listdir(top):  # noqa: PTH208
        mark(top)
    inside = os.path.relpath(folder, top).split(os.sep)
    for depth in range(len(inside)):
        with contextlib.suppress(FileExistsError):
            os.mkdir(os.path.join(top, *inside[: depth + 1]), _PRIVATE_FOLDER)  # noqa: PTH102


def mark(folder: str) -> None:
    """Tell git and backups to leave a folder out. Raises OSError."""
    for name, text in _TAGS.items():
        with contextlib.suppress(FileExistsError), open(os.path.join(folder, name), "x") as file:
            file.write(text)


def write_whole(path: str, blob: bytes) -> None:
    """Write a file at once or not at all: no reader, and no run that is killed, leaves half of it. Raises OSError."""
    global _token
    # Process numbers alone are not enough: containers that share the folder have their own.
    _token = _token or os.urandom(4).hex()
    part = f"{path}.{os.getpid()}-{_token}.part"
    try:
        file = os.open(
            part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), _PRIVATE_FILE
        )
        try:
            whole = os.write(file, blob) == len(blob)
        finally:
            os.close(file)
        if not whole:
            raise OSError("the disk is full")
        os.replace(part, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(part)
        raise


def keep(path: str, blob: bytes, prefix: str) -> None:
    """Keep a file in the cache folder, if that is possible; drop the oldest of those whose names begin so."""
    folder, name = os.path.split(path)
    with contextlib.suppress(OSError, ValueError):
        make_folder(folder)
        write_whole(path, blob)
        # Several installations may share the folder: only the oldest files of a kind go.
        others = [e for e in os.scandir(folder) if e.name.startswith(prefix) and e.name != name]
        for entry in sorted(others, key=lambda e: e.stat().st_mtime)[: -_OTHERS or None]:
            with contextlib.suppress(OSError):
                os.unlink(entry.path)
