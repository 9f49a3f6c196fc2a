"""Crawls of the web, as WARC and WET files: pages with their addresses."""

# open: a path stays the string that was typed.
# ruff: noqa: PTH123

from __future__ import annotations

from collections.abc import Iterator

from lint.load.files import LARGEST, decode, too_large
from lint.load.sources.item import Item, Table
from lint.model.finding import Problem
from lint.model.typed import Any

_HTML = ("text/html", "application/xhtml")


def read_crawl(path: str, table: Table) -> Iterator[Item]:
    """Yield the HTML pages of responses and the texts of conversions. Raises ImportError with what to install, and OSError."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise ImportError("crawls need warcio; install it with: pip install 'whosays[web]'") from None
    count = 0
    with open(path, "rb") as file:
        try:
            for record in ArchiveIterator(file):
                if item := _page(path, record):
                    count += 1
                    yield item
        except (ArchiveLoadFailed, EOFError, ValueError) as error:
            what = str(error).splitlines()[0] if str(error) else type(error).__name__
            yield Item(f"{path}#{count + 1}", path, Problem(path, f"broken off after {count} pages: {what}"))


def _page(path: str, record: Any) -> Item | None:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    kind, suffix = _kind(record)
    if not suffix:
        return None
    date = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    data = record.content_stream().read(LARGEST + 1)
    known_by = f"{path}#{address}"
    meta = (("url", address), ("date", date))
    if len(data) > LARGEST:
        return Item(known_by, address + suffix, too_large(known_by), meta)
    return Item(known_by, address + suffix, decode(_in_utf_8(data, kind), known_by), meta)


def _kind(record: Any) -> tuple[str, str]:
    """Return the media type of a record that holds a text, and the suffix that stands for its format."""
    if record.rec_type == "conversion":
        return "text/plain", ".txt"
    if record.rec_type != "response" or not record.http_headers:
        return "", ""
    if record.http_headers.get_statuscode() != "200":
        return "", ""
    kind = (record.http_headers.get_header("Content-Type") or "").lower()
    return (
        (kind, ".html") if kind.startswith(_HTML) else (kind, ".txt" if kind.startswith("text/plain") else "")
    )


def _in_utf_8(data: bytes, kind: str) -> bytes:
    """Return a page in UTF-8 by what its media type says of its encoding, or as it is."""
    charset = kind.partition("charset=")[2].split(";")[0].strip(" \"'")
    if not charset or charset in {"utf-8", "utf8"}:
        return data
    try:
        return data.decode(charset).encode()
    except (LookupError, UnicodeError):
        return data
