"""E-mail → ``Document``: what its writer wrote, without headers, signatures, attachments and what is replied to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lint.model.pattern import pattern
from lint.model.text import Document, Span
from lint.model.typed import NamedTuple
from lint.read import page, plain
from lint.read.embedded import Assembly, Embedded, Piece
from lint.read.view import trimmed_blocks, trimmed_marks

_END = r"(?:\r\n|\r|\n)"
_HEADERS = pattern(
    rf"(?:\ufeff|(?:\s*{_END})?From [^\r\n]*{_END})?(?=[!-9;-~]+:)"
    rf"(?:(?:[!-9;-~]+:[^\r\n]*|[ \t]+[^\r\n]*)(?:{_END}|\Z))*(?:[ \t]*{_END}|\Z)"
)
_FIELD = pattern(rf"^([!-9;-~]+):[ \t]*((?:[^\r\n]|{_END}[ \t]+(?=\S))*)", re.MULTILINE)
_BOUNDARY = pattern(r"boundary=(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
_ENDING = pattern(
    rf"^(?:-- ?{_END}|_{{20,}}[ \t]*{_END}|-{{4,}} ?(?:Original|Forwarded) Message ?-{{4,}}|Sent from my [^\r\n]*{_END}?\s*\Z)",
    re.MULTILINE,
)
_REPLY = pattern(
    rf"^On [^\r\n]{{5,200}}(?:{_END}[^\r\n>][^\r\n]{{1,120}})? (?:wrote|writes):[ \t]*$", re.MULTILINE
)
_ENCODED = pattern(rf"=[ \t]*{_END}|(?:=[0-9A-Fa-f]{{2}})+")
_MOST_PARTS = 1_000
_DEEPEST = 20


class _Part(NamedTuple):
    """A part of a message: its body, what it is, and how it is encoded."""

    body: Span
    kind: str
    encoding: str
    is_attached: bool


def read(text: str, name: str = "") -> Document:
    """Read a message; any text gives a document, and one without headers is all body."""
    seen = Assembly(text)
    encoded = 0
    for part in _wanted(list(_parts(text, Span(0, len(text))))):
        if part.encoding == "base64":
            encoded += 1
            continue
        reader = page if part.kind == "text/html" else plain
        for written in _written(text, part):
            pieces = list(_pieces(text, written, quoted=part.encoding == "quoted-printable"))
            if any(piece.value.strip() for piece in pieces):
                body = Embedded(text, pieces)
                seen.add(body, reader.read(body.text, "body"))
    prose = seen.prose()
    return Document(
        name,
        "email",
        text,
        prose,
        trimmed_blocks(prose, seen.blocks),
        trimmed_marks(prose, seen.marks),
        tuple(sorted(seen.comments)),
        spelled=tuple(seen.spelled),
        note="its text is encoded (base64) and not checked; save it decoded" if encoded else "",
    )


def _parts(text: str, span: Span, depth: int = 0) -> Iterator[_Part]:
    """Yield the parts of a message, or of a part that has parts."""
    headers = _HEADERS.match(text, *span)
    body = Span(headers.end() if headers else span.start, span.end)
    fields = {k.lower(): v for k, v in _FIELD.findall(headers.group())} if headers else {}
    kind = fields.get("content-type", "text/plain").partition(";")[0].strip().lower()
    boundary = _BOUNDARY.search(fields.get("content-type", ""))
    if kind.startswith("multipart/") and boundary and depth < _DEEPEST:
        mark = re.escape(boundary[1] or boundary[2])
        edges = list(
            re.finditer(rf"^--{mark}(--)?[ \t]*(?:{_END}|\Z)", text[body.start : body.end], re.MULTILINE)
        )
        for edge, after in pairwise(edges[:_MOST_PARTS]):
            if not edge[1]:
                inner = Span(body.start + edge.end(), body.start + after.start())
                yield from _parts(text, inner, depth + 1)
        return
    attached = fields.get("content-disposition", "").lower().startswith("attachment")
    yield _Part(body, kind, fields.get("content-transfer-encoding", "").strip().lower(), attached)


def _wanted(parts: list[_Part]) -> list[_Part]:
    """Return the parts that are read: plain text where there is some, else HTML."""
    shown = [part for part in parts if not part.is_attached]
    return [p for p in shown if p.kind == "text/plain"] or [p for p in shown if p.kind == "text/html"]


def _written(text: str, part: _Part) -> Iterator[Span]:
    """Yield the stretches that the writer wrote, up to a signature or to a message that is passed on."""
    start, end = part.body
    if part.kind == "text/plain":
        ending = _ENDING.search(text, start, end)
        end = ending.start() if ending else end
        for reply in _REPLY.finditer(text, start, end):
            yield Span(start, reply.start())
            start = reply.end()
    yield Span(start, end)


def _pieces(text: str, span: Span, *, quoted: bool) -> Iterator[Piece]:
    """Yield the text of a stretch; quoted-printable is decoded, and a soft line break joins what it parts."""
    start = span.start
    escapes: list[Span] = []
    value: list[str] = []
    done = start
    for found in _ENCODED.finditer(text, *span) if quoted else ():
        first, past = found.span()
        value.append(text[done:first])
        done = past
        if found.group()[-1] in "\r\n":
            yield Piece(Span(start, first), "".join(value), tuple(escapes))
            start, escapes, value = past, [], []
            continue
        for char, width in _decoded(found.group()):
            escapes.append(Span(first, first + width))
            value.append(char)
            first += width
    value.append(text[done : span.end])
    yield Piece(Span(start, span.end), "".join(value), tuple(escapes))


def _decoded(encoded: str) -> Iterator[tuple[str, int]]:
    """Yield each character of a run of ``=XX``, with the number of characters that spell it."""
    data = bytes.fromhex(encoded.replace("=", ""))
    try:
        text, codec = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:  # the charset that mail most often means where it is not UTF-8
        text, codec = data.decode("latin-1"), "latin-1"
    for char in text:
        yield char, 3 * len(char.encode(codec))
