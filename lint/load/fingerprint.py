"""What results depend on besides a text and its settings: our code, the rules, the packs, the libraries below.

Names, sizes and times are looked at in every run, for that takes less than a millisecond. What they stand for, a
digest of the content, is kept: two installations of the same code and rules share their results.
"""

# os.path: pathlib costs 4 ms of every start.
# ruff: noqa: PTH118, PTH119, PTH120, PTH123, PTH208

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Collection, Iterator
from functools import lru_cache

from lint import __version__
from lint.load.cache_folder import cache_folder, keep
from lint.load.packs_folder import rules_folder

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL for it, which takes 2 ms
except ImportError:
    from hashlib import blake2b

_SUFFIXES = (".py", ".toml", ".tsv")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100
_APART = frozenset(("front", "report", "batch"))
"""Rooms of our code that have no say in what is found: they lie above what checks a text, or beside it."""
_DEPTH = 3
"""Folders inside of each other; links may lead back."""
DIGEST = 20
"""Bytes of a digest: nobody finds two texts that have the same."""

_BEGAN = time.time_ns()
_newest = 0
"""When the youngest of all files was changed that were looked at."""

__all__ = ["DIGEST", "blake2b", "environment", "forget", "listing"]


def listing(top: str, without: Collection[str] = ()) -> tuple[str, ...]:
    """Return ``relative/path:size:time`` of every file of code and rules below a folder, in order.

    ``without`` names folders right below it that are left out.
    """
    return tuple(sorted(_below(top, "", without)))


def _below(top: str, inside: str, without: Collection[str] = ()) -> Iterator[str]:
    files, folders = _listed(os.path.join(top, inside) if inside else top)
    for file in files:
        yield inside + file
    for name in folders if inside.count("/") < _DEPTH else ():
        if name not in without:
            yield from _below(top, f"{inside}{name}/")


@lru_cache(maxsize=256)
def _listed(folder: str) -> tuple[list[str], list[str]]:
    """Return the files of a folder, each with its size and time, and the names of the folders in it."""
    global _newest
    files, folders = [], []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.endswith(_SUFFIXES):
                seen = entry.stat()
                _newest = max(_newest, seen.st_mtime_ns)
                files.append(f"{name}:{seen.st_size}:{seen.st_mtime_ns}")
            elif name[0] not in "._" and entry.is_dir():
                folders.append(name)
    return files, folders


@lru_cache(maxsize=16)
def environment(packs: tuple[str, ...] = ()) -> str:
    """Return a digest of all that the result of a text depends on besides the text, its name and its settings.

    Raises OSError for a folder that cannot be listed, and where something has changed since this process began: it
    may work with what was there before.
    """
    tops = _tops(packs)
    listed = repr([(os.path.realpath(top), _entries(top)) for top in tops])
    if _newest > _BEGAN:
        raise OSError("code or rules have changed meanwhile")
    seen = blake2b(listed.encode("utf-8", "surrogatepass"), digest_size=DIGEST).hexdigest()
    path = os.path.join(cache_folder(), f"code-{seen}.bin")
    with contextlib.suppress(OSError):
        with open(path, "rb") as file:
            known = file.read()
        if len(known) == 2 * DIGEST and known[:DIGEST] == _check(known[DIGEST:]):
            return _with_libraries(known[DIGEST:].hex())
    content = _content(tops)
    keep(path, _check(content) + content, "code-")
    return _with_libraries(content.hex())


def _check(content: bytes) -> bytes:
    return blake2b(content, digest_size=DIGEST).digest()


def _tops(packs: tuple[str, ...]) -> tuple[str, ...]:
    rules = rules_folder()
    inside = os.path.dirname(rules) == _PACKAGE
    return (_PACKAGE, *(() if inside else (rules,)), *packs)


def _entries(top: str) -> tuple[str, ...]:
    return listing(top, _APART if top == _PACKAGE else ())


def _content(tops: tuple[str, ...]) -> bytes:
    digest = blake2b(digest_size=DIGEST)
    for top in tops:
        digest.update(b"folder\0")
        for entry in _entries(top):
            name = entry.rsplit(":", 2)[0]
            with open(os.path.join(top, name), "rb") as file:
                data = file.read()
            digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogatepass") + data)
    return digest.digest()


def _with_libraries(content: str) -> str:
    """Join a digest with the versions of Python and of what is installed, which the names of folders tell."""
    installed: set[str] = set()
    for folder in sys.path:
        if os.path.basename(folder) in ("site-packages", "dist-packages"):
            with contextlib.suppress(OSError):
                installed.update(name for name in os.listdir(folder) if name.endswith(".dist-info"))
    told = repr((content, __version__, sys.version, sys.platform, sorted(installed)))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=DIGEST).hexdigest()


def forget() -> None:
    """Look at the files anew when they are next asked about."""
    global _newest
    _newest = 0
    _listed.cache_clear()
    environment.cache_clear()
