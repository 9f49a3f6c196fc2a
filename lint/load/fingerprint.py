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
from collections.abc import Iterator
from functools import lru_cache

from lint import __version__
from lint.load.cache_folder import cache_folder, keep
from lint.load.packs_folder import rules_folder

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL for it, which takes 2 ms
except ImportError:
    from hashlib import blake2b

_SUFFIXES = (".py", ".toml", ".tsv")
_DEPTH = 3
"""Folders inside of each other; links may lead back."""
DIGEST = 20
"""Bytes of a digest: nobody finds two texts that have the same."""

__all__ = ["DIGEST", "blake2b", "environment", "forget", "listing"]


@lru_cache(maxsize=16)
def listing(top: str) -> tuple[str, ...]:
    """Return ``relative/path:size:time`` of every file of code and rules below a folder, in order."""
    return tuple(sorted(_listed(top, "")))


def _listed(top: str, inside: str) -> Iterator[str]:
    with os.scandir(os.path.join(top, inside)) as entries:
        for entry in entries:
            name = entry.name
            if name.endswith(_SUFFIXES):
                seen = entry.stat()
                yield f"{inside}{name}:{seen.st_size}:{seen.st_mtime_ns}"
            elif name[0] not in "._" and inside.count("/") < _DEPTH and entry.is_dir():
                yield from _listed(top, f"{inside}{name}/")


@lru_cache(maxsize=16)
def environment(packs: tuple[str, ...] = ()) -> str:
    """Return a digest of all that the result of a text depends on besides the text, its name and its settings.

    Raises OSError for a folder that cannot be listed.
    """
    tops = _tops(packs)
    listed = repr([(os.path.realpath(top), listing(top)) for top in tops])
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
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100
    rules = rules_folder()
    inside = os.path.dirname(rules) == package
    return (package, *(() if inside else (rules,)), *packs)


def _content(tops: tuple[str, ...]) -> bytes:
    digest = blake2b(digest_size=DIGEST)
    for top in tops:
        digest.update(b"folder\0")
        for entry in listing(top):
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
    listing.cache_clear()
    environment.cache_clear()
