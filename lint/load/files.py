"""Paths → texts. What cannot be read as text comes back as a Problem, never as silence."""

# os.path: a path stays the string that was typed, and walking thousands of them stays quick.
# ruff: noqa: PTH100, PTH101, PTH105, PTH108, PTH112, PTH114, PTH116, PTH118, PTH119, PTH123

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterable

from lint.model.finding import Problem
from lint.model.focus import Focus
from lint.model.settings import Settings
from lint.model.typed import NamedTuple
from lint.read import NAMES, SUFFIXES

# UTF-32's little-endian mark begins with UTF-16's, so it is tried first.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_REASONS = {
    errno.ENOENT: "no such file or folder; check the path",
    errno.ENOTDIR: "no such file or folder; check the path",
    errno.EACCES: "not readable: permission denied",
    errno.EPERM: "not readable: permission denied",
    errno.EISDIR: "a folder, not a text file",
    errno.ELOOP: "a symbolic link that leads back to itself",
}
LARGEST = 32_000_000
"""Bytes of the largest file that is read: some twenty novels."""
_TEXT = tuple(suffix for suffix in SUFFIXES if suffix)
EMPTY = "empty file: nothing to check"
Excluded = Callable[[str], bool]
"""Whether the settings leave a path out."""
Wanted = Callable[[str], bool]
"""Whether the settings give a path a format, so that a folder's walk takes it in whatever its suffix."""


class TextFile(NamedTuple):
    """A file to check, how, and what of it."""

    path: str
    settings: Settings
    focus: Focus = Focus()


class Files(NamedTuple):
    """The paths found, in a stable order, what kept us from finding more, and the folders that were searched."""

    paths: tuple[str, ...]
    problems: tuple[Problem, ...]
    folders: tuple[str, ...] = ()


def load_text(path: str) -> str | Problem:
    """Return a file's text, or the Problem that kept us from reading it.

    A byte order mark stays in the text as U+FEFF, so that offsets are the file's; line ends stay as they
    are. An empty file gives a Problem of status 0: a note, which does not change the exit status.
    """
    try:
        with open(path, "rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                return too_large(path)
            data = file.read(LARGEST + 1)  # what is no file has no size
    except (OSError, ValueError) as error:
        return Problem(path, _reason(error, path))
    return decode(data, path)


def write_text(path: str, before: str, after: str) -> Problem | None:
    """Put ``after`` in the place of ``before`` in a file, at once or not at all.

    Encoding, byte order mark and mode stay; a link stays a link to the file that is written. A file that is
    not as it was read is left alone. Returns the Problem that kept us from writing.
    """
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    draft = os.path.join(folder, f".{name}.{os.getpid()}.whosays")
    try:
        with open(target, "rb") as file:
            data = file.read()
        encoding = encoding_of(data)
        if data != before.encode(encoding):
            return Problem(path, "not fixed: the file was changed meanwhile; run again")
        with open(draft, "xb") as file:
            os.chmod(draft, os.stat(target).st_mode & 0o7777)
            file.write(after.encode(encoding))
        os.replace(draft, target)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        return Problem(path, f"not fixed: cannot be written: {error.strerror or error}")
    return None


def encoding_of(data: bytes) -> str:
    """Return the encoding that a byte order mark tells, or UTF-8. The mark is a character of the text."""
    return next((e for mark, e in _MARKS if data.startswith(mark)), "utf-8")


def decode(data: bytes, name: str) -> str | Problem:
    """Return the text that ``data`` holds, or a Problem that names the file ``name``."""
    if not data:
        return Problem(name, EMPTY, status=0)
    if len(data) > LARGEST:
        return too_large(name)
    encoding = encoding_of(data)
    if encoding == "utf-8" and b"\0" in data:
        return Problem(
            name, "binary file, not text (it has NUL bytes); leave it out with exclude in whosays.toml"
        )
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return _undecodable(name, data, error)
    if "\0" in text:
        return Problem(
            name, "binary file, not text (it has NUL characters); leave it out with exclude in whosays.toml"
        )
    return text if text.strip("\ufeff \t\r\n") else Problem(name, EMPTY, status=0)


def too_large(name: str) -> Problem:
    """Return the problem of a text that is larger than ``LARGEST``."""
    return Problem(name, f"larger than {LARGEST // 1_000_000} MB; split it, or leave it out with exclude")


def _undecodable(name: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start].decode(error.encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    what = error.encoding.upper()
    message = f"not {what} at byte {error.start} (line {line}); save it as UTF-8"
    return Problem(name, message, line)


def _reason(error: OSError | ValueError, path: str) -> str:
    if not isinstance(error, OSError):
        return f"not a path that can be opened: {error}"
    if error.errno == errno.ENOENT and os.path.islink(path):
        return "a symbolic link to a file that is not there"
    return _REASONS.get(error.errno or 0, f"not readable: {error.strerror or error}")


def _no_path(path: str) -> bool:
    return False


def has_text_suffix(name: str) -> bool:
    """Say whether a name has a suffix of a text's format (a program is none), or is one that git gives to messages."""
    base = os.path.basename(name)
    return base.lower().endswith(_TEXT) or base in NAMES


def find_files(
    paths: Iterable[str],
    excluded: Excluded = _no_path,
    wanted: Wanted = _no_path,
    *,
    force_exclude: bool = False,
    only_known: bool = False,
) -> Files:
    """Expand folders into the text files below them; keep named files as they are.

    ``excluded`` says whether the settings leave a path out (a folder's path ends in a slash). It holds
    inside folders; for paths that were named it holds only with ``force_exclude``, as hooks need it. With
    ``only_known`` a named file is kept where a folder's walk would take it: by its suffix, or if it is ``wanted``.
    A path given twice is checked once.
    """
    found: dict[str, str] = {}
    problems: list[Problem] = []
    folders: list[str] = []
    for path in paths:
        is_folder = os.path.isdir(path)
        if force_exclude and excluded(f"{path}/" if is_folder else path):
            continue
        if not is_folder:
            if only_known and not wanted(path) and not has_text_suffix(path):
                continue
            found.setdefault(os.path.abspath(path), path)
            continue
        from lint.load.folders import walk  # imported late: named files need no ignore patterns

        below = walk(path, excluded, wanted)
        problems += below.problems
        folders += below.folders
        if not below.paths and not below.problems:
            problems.append(
                Problem(
                    path, "no text files in this folder; a file that you name is read whatever its suffix"
                )
            )
        for file in below.paths:
            found.setdefault(os.path.abspath(file), file)
    return Files(tuple(found.values()), tuple(problems), tuple(folders))
