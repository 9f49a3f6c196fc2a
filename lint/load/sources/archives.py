"""Zip and tar archives: the texts in them, read where they lie; nothing is unpacked to the disk."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from posixpath import basename, splitext

from lint.load.files import LARGEST, decode, too_large
from lint.load.sources.item import Item, Table
from lint.load.sources.metadata import told_in
from lint.model.finding import Problem
from lint.read import SUFFIXES

MOST_MEMBERS = 5_000_000
MOST_BYTES = 200_000_000_000
"""What is read of one archive at most: a bomb is told of and left."""


def read_zip(path: str, table: Table) -> Iterator[Item]:
    """Yield the texts of a zip archive. Raises OSError."""
    try:
        with zipfile.ZipFile(path) as archive:
            budget = _Budget()
            for member in archive.infolist():
                if member.is_dir() or not _is_text(member.filename):
                    continue
                name = f"{path}/{member.filename}"
                if not budget.allows(min(member.file_size, LARGEST)):
                    yield Item(name, name, _too_much(path))
                    return
                yield _of_zip(archive, member, name)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        yield Item(path, path, Problem(path, f"no zip archive that can be read: {error}"))


def _of_zip(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Item:
    if member.file_size > LARGEST:
        return Item(name, name, too_large(name))
    if member.flag_bits & 1:
        return Item(name, name, Problem(name, "encrypted; unpack it, and check the folder"))
    try:
        with archive.open(member) as file:
            return _text(file.read(LARGEST + 1), name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error, LZMAError) as error:
        return Item(name, name, Problem(name, f"damaged in the archive: {error}"))


def read_tar(path: str, table: Table) -> Iterator[Item]:
    """Yield the texts of a tar archive, compressed or not, as they come. Raises OSError."""
    try:
        with tarfile.open(path, "r|*") as archive:
            budget = _Budget()
            for member in archive:
                if not member.isfile() or not _is_text(member.name):
                    if not budget.allows(member.size):  # what is passed over is unpacked, too
                        yield Item(path, path, _too_much(path))
                        return
                    continue
                name = f"{path}/{member.name}"
                if not budget.allows(member.size):
                    yield Item(name, name, _too_much(path))
                    return
                if member.size > LARGEST:
                    yield Item(name, name, too_large(name))
                elif file := archive.extractfile(member):
                    yield _text(file.read(LARGEST + 1), name)
    except (tarfile.TarError, EOFError, zlib.error, LZMAError) as error:
        yield Item(path, path, Problem(path, f"no tar archive that can be read to its end: {error}"))


class _Budget:
    """How much more of an archive is read."""

    def __init__(self) -> None:
        self._members, self._bytes = MOST_MEMBERS, MOST_BYTES

    def allows(self, size: int) -> bool:
        """Take a member of ``size`` bytes from what is left, and say whether it was there."""
        self._members -= 1
        self._bytes -= size
        return self._members >= 0 and self._bytes >= 0


def _too_much(path: str) -> Problem:
    return Problem(
        path, f"left after {MOST_MEMBERS:,} members or {MOST_BYTES // 10**9} GB; unpack it, and check parts"
    )


def _is_text(name: str) -> bool:
    """Say whether a member is one that a folder's walk would take: a text by its suffix, and not hidden."""
    suffix = splitext(name)[1].lower()
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in name.split("/"))
    return (
        bool(suffix)
        and suffix in SUFFIXES
        and not hidden
        and bool(basename(name))
        and "__MACOSX/" not in name
    )


def _text(data: bytes, name: str) -> Item:
    text = decode(data, name)
    if isinstance(text, Problem):
        return Item(name, name, text)
    return Item(name, name, text, told_in(text, name))
