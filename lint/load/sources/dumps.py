"""Dumps of wikis in MediaWiki's XML: their articles, a page at a time."""

# open: a path stays the string that was typed.
# ruff: noqa: PTH123

from __future__ import annotations

import bz2
import gzip
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from lint.load.files import LARGEST, too_large
from lint.load.sources.item import Item, Table
from lint.model.finding import Problem
from lint.model.typed import BinaryIO, cast

_CHUNK = 1 << 16
_PAGES = 4 * LARGEST
"""Bytes without the end of a page after which a dump is given up: its pages are at most a few megabytes."""


def read_dump(path: str, table: Table) -> Iterator[Item]:
    """Yield the articles of a dump: pages of the main namespace that are no redirects, in their last revision there.

    Raises OSError.
    """
    count = 0
    try:
        for page in _pages(path):
            count += 1
            if _text_of(page, "ns") in {"", "0"} and page.find("{*}redirect") is None:
                yield _article(path, page)
    except (ParseError, EOFError, UnicodeDecodeError, ValueError) as error:
        yield Item(f"{path}#{count + 1}", path, Problem(path, f"broken off after {count} pages: {error}"))
    else:
        if not count:
            yield Item(path, path, Problem(path, "no pages: is it a dump of a wiki?"))


def _pages(path: str) -> Iterator[Element]:
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    root: Element | None = None
    pending = 0
    with _opened(path) as file:
        while chunk := file.read(_CHUNK):
            parser.feed(chunk)
            pending += len(chunk)
            for event, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
                if root is None:
                    root = element
                elif event == "end" and element.tag.rpartition("}")[2] == "page":
                    yield element
                    root.clear()  # a page that is done is let go
                    pending = 0
            if pending > _PAGES:
                raise ValueError("no end of a page for very long")
    parser.close()


def _opened(path: str) -> BinaryIO:
    if path.lower().endswith(".bz2"):
        return cast("BinaryIO", bz2.open(path, "rb"))
    if path.lower().endswith(".gz"):
        return cast("BinaryIO", gzip.open(path, "rb"))
    return open(path, "rb")


def _article(path: str, page: Element) -> Item:
    title = _text_of(page, "title")
    known_by = f"{path}#{_text_of(page, 'id') or title}"
    revisions = page.findall("{*}revision")
    name = f"{title.replace('/', '∕')}.wiki"
    if not revisions:
        return Item(known_by, name, Problem(known_by, "a page without a revision"))
    text = _text_of(revisions[-1], "text")
    meta = (("title", title), ("date", _text_of(revisions[-1], "timestamp")[:10]))
    if len(text.encode()) > LARGEST:
        return Item(known_by, name, too_large(known_by), meta)
    return Item(known_by, name, text, meta)


def _text_of(element: Element, tag: str) -> str:
    return element.findtext(f"{{*}}{tag}") or ""
