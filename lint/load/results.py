"""Results of earlier checks: what was found in a text is found again where nothing that it depends on has changed.

A result is one small file, named after a digest of all that it depends on: the text, how it is read, every setting,
what of it is to be shown, our code and rules, the libraries below. It is written at once or not at all, and begins with a digest of
itself: one that is damaged, or that another run deletes, is a text that is checked once more. So runs side by side need
not know of each other.
"""

# os.path: pathlib costs 4 ms of every start.
# ruff: noqa: PTH108, PTH116, PTH118, PTH123

from __future__ import annotations

import contextlib
import os
import time

from lint.load.cache_folder import cache_folder, make_folder, mark, write_whole
from lint.load.files import TextFile
from lint.load.fingerprint import DIGEST, blake2b, environment
from lint.load.packed import from_bytes, unpacked
from lint.model.finding import Report
from lint.model.focus import Focus
from lint.model.settings import Settings
from lint.model.typed import TYPE_CHECKING, Any
from lint.read import format_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORM = 1
"""Raised whenever the form of an entry changes."""
_FOLDER = f"results-{_FORM}"
_SWEPT = "swept"
_DAY = 86_400
KEPT = 30 * _DAY
"""Seconds after which a result that was not used goes."""
MOST = 200_000_000
"""Bytes that all results together may have; what is beyond goes, what was not used for longest first."""
_LARGEST = 4_000_000
_BLOCK = 4096
"""Bytes that a file takes on the disk at least."""


class Results:
    """The results that are kept, and the keys by which they are."""

    def __init__(self, *, kept: bool = True) -> None:
        """Say where results lie; with ``kept`` false there are keys alone."""
        self.kept = kept
        self._folder = os.path.join(cache_folder(), _FOLDER) if kept else ""
        self._writes, self._wrote = kept, False
        self._begun: dict[tuple[Settings, Focus, tuple[str, str]], Any] = {}

    def key_of(self, text: str, file: TextFile) -> bytes:
        """Return the digest of all that the result of a text depends on, but for bibliographies that it names."""
        told = file.settings, file.focus, _form_of(file)
        if told not in self._begun:  # texts under the same settings begin alike
            self._begun[told] = self._begin(*told)
        digest = self._begun[told].copy()
        digest.update(text.encode("utf-8", "surrogatepass"))
        key: bytes = digest.digest()
        return key

    def _begin(self, settings: Settings, focus: Focus, form: tuple[str, str]) -> Any:
        around = ""
        if self.kept:
            try:
                around = environment(settings.packs)
            except OSError:  # what results would depend on cannot be told
                self.kept = self._writes = False
        told = repr((_FORM, around, tuple(settings), tuple(focus), form))
        return blake2b(told.encode("utf-8", "surrogatepass") + b"\0", digest_size=DIGEST)

    def find(self, key: bytes, text: str, path: str) -> Report | None:
        """Return the result with this key, of a text at this path, if there is one and it still holds."""
        if not self.kept:
            return None
        try:
            with open(self._path(key), "rb") as file:
                if time.time() - os.fstat(file.fileno()).st_mtime > _DAY:
                    os.utime(self._path(key))  # in use
                blob = file.read()
            if blob[:DIGEST] != _seal(key, blob[DIGEST:]):
                return None
            depends, result = from_bytes(blob[DIGEST:])
            if depends and not _hold(depends, path):
                return None
            return unpacked(result, path, text)
        except (OSError, ValueError, EOFError, TypeError, IndexError, MemoryError):
            return None

    def keep(self, key: bytes, blob: bytes) -> None:
        """Keep a result, if that is possible: ``blob`` is what bibliographies it depends on, and it itself, packed."""
        if not self._writes or len(blob) > _LARGEST:
            return
        path = self._path(key)
        try:
            try:
                write_whole(path, _seal(key, blob) + blob)
            except FileNotFoundError:  # the first of its folder, or somebody has deleted all
                new = not os.path.exists(self._folder)  # noqa: PTH110
                make_folder(os.path.dirname(path))  # noqa: PTH120
                if new:
                    mark(self._folder)
                write_whole(path, _seal(key, blob) + blob)
            self._wrote = True
        except OSError:  # full, or not ours to write: every other would fail in the same way
            self._writes = False

    def sweep(self) -> None:
        """Once a day, after a run that kept something, delete what was not used for long, and what is too much."""
        if not self._wrote:
            return
        now = time.time()
        stamp = os.path.join(self._folder, _SWEPT)
        with contextlib.suppress(OSError):
            with contextlib.suppress(FileNotFoundError):
                if now - os.stat(stamp).st_mtime < _DAY:
                    return
            write_whole(stamp, b"")
            _sweep(self._folder, now)

    def _path(self, key: bytes) -> str:
        name = key.hex()
        return os.path.join(self._folder, name[:2], name[2:])


def _form_of(file: TextFile) -> tuple[str, str]:
    """Return how a file is read: in which format, and, for XHTML is read otherwise than HTML, its suffix."""
    return file.settings.format or format_of(file.path), os.path.splitext(file.path)[1].lower()  # noqa: PTH122


def _seal(key: bytes, blob: bytes) -> bytes:
    seal: bytes = blake2b(blob, digest_size=DIGEST, key=key).digest()
    return seal


def _hold(depends: tuple[tuple[str, str], ...], path: str) -> bool:
    """Say whether the bibliographies that a result depends on are what they were."""
    from lint.load.bibliographies import state_of  # imported late: few texts name any

    return all(state_of(name, path) == state for name, state in depends)


def _sweep(folder: str, now: float) -> None:
    entries = sorted(_entries(folder), reverse=True)
    room = MOST
    for used, size, path in entries:
        room -= size
        age = now - used
        if age > KEPT or room < 0 or (age > _DAY and path.endswith(".part")):
            with contextlib.suppress(OSError):
                os.unlink(path)


def _entries(folder: str) -> Iterator[tuple[float, int, str]]:
    """Yield when each result was used last, the bytes that it takes, and its path."""
    for inner in os.scandir(folder):
        if len(inner.name) == 2 and inner.is_dir(follow_symlinks=False):
            for entry in os.scandir(inner.path):
                with contextlib.suppress(OSError):
                    seen = entry.stat(follow_symlinks=False)
                    yield seen.st_mtime, max(seen.st_size, _BLOCK), entry.path
