"""Where many texts come from: files, tables, archives, dumps of wikis and of the web, one after another.

Each is streamed: at most one text, and one batch of a table, is held at a time. What cannot be read becomes an item
with a problem in the place of its text, so that no text is missing without a word.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from lint.load.files import Excluded, Wanted, find_files
from lint.load.sources.item import Item, Table
from lint.load.sources.metadata import told_in
from lint.model.finding import Problem

__all__ = ["Item", "Table", "read_sources"]

Reader = Callable[[str, Table], Iterator[Item]]
_READERS = {
    ".parquet": (".tables", "read_parquet"),
    ".csv": (".tables", "read_csv"),
    ".tsv": (".tables", "read_csv"),
    ".jsonl": (".tables", "read_json_lines"),
    ".ndjson": (".tables", "read_json_lines"),
    ".zip": (".archives", "read_zip"),
    ".tar": (".archives", "read_tar"),
    ".tar.gz": (".archives", "read_tar"),
    ".tgz": (".archives", "read_tar"),
    ".tar.bz2": (".archives", "read_tar"),
    ".tar.xz": (".archives", "read_tar"),
    ".xml": (".dumps", "read_dump"),
    ".xml.gz": (".dumps", "read_dump"),
    ".xml.bz2": (".dumps", "read_dump"),
    ".warc": (".crawls", "read_crawl"),
    ".warc.gz": (".crawls", "read_crawl"),
    ".wet": (".crawls", "read_crawl"),
    ".wet.gz": (".crawls", "read_crawl"),
}
"""What holds many texts, by suffix: imported when there is one."""
_PATTERN = frozenset("*?[")


def _no_path(path: str) -> bool:
    return False


def read_sources(
    paths: Iterable[str],
    table: Table = Table(),  # noqa: B008
    *,
    excluded: Excluded = _no_path,
    wanted: Wanted = _no_path,
) -> Iterator[Item]:
    """Yield the texts of files, folders, globs and of what holds many, in a stable order.

    A folder gives the files that ``whosays check`` would look at, and what holds many only where it is named or a
    glob stands for it. A path given twice is read once.
    """
    seen: set[str] = set()
    for path in _expanded(paths):
        full = os.path.abspath(path)  # noqa: PTH100 - strings, as everywhere in this room
        if full in seen:
            continue
        seen.add(full)
        if reader := _reader(path):
            yield from _guarded(reader, path, table)
            continue
        found = find_files([path], excluded, wanted)
        for problem in found.problems:
            yield Item(problem.path, problem.path, problem)
        for file in found.paths:
            if file == path or os.path.abspath(file) not in seen:  # noqa: PTH100
                seen.add(os.path.abspath(file))  # noqa: PTH100
                yield _file(file)


def _expanded(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if os.path.exists(path) or _PATTERN.isdisjoint(path):  # noqa: PTH110
            yield path
            continue
        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207
        yield from found or [path]  # what stands for nothing is told of as a path that is not there


def _reader(path: str) -> Reader | None:
    name = os.path.basename(path).lower()  # noqa: PTH119
    suffixes = [suffix for suffix in _READERS if name.endswith(suffix)]
    if not suffixes or os.path.isdir(path):  # noqa: PTH112
        return None
    module, function = _READERS[max(suffixes, key=len)]
    reader: Reader = getattr(import_module(module, __name__), function)
    return reader


def _guarded(reader: Reader, path: str, table: Table) -> Iterator[Item]:
    """Yield what a reader yields, and what ends it before the end as its last item."""
    try:
        yield from reader(path, table)
    except OSError as error:
        yield Item(path, path, Problem(path, f"not readable: {error.strerror or error}"))
    except ImportError as error:
        yield Item(path, path, Problem(path, str(error)))


def _file(path: str) -> Item:
    from lint.load.files import load_text

    text = load_text(path)
    if isinstance(text, Problem):
        return Item(path, path, text, path=path)
    return Item(path, path, text, told_in(text, path), path)
