"""HTML inside other formats: where its tags, comments and hidden elements are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Block, Comment, Mark, Span, Spelled
from lint.model.typed import NamedTuple
from lint.read.elements import EMPHASIS, HIDDEN
from lint.read.view import Edit, fill, spelled_out

_TAG = pattern(
    r"<(/?)([A-Za-z][\w.:-]*)((?>(?:[^<>\"'{}]|\"[^\"]{0,2000}\"|'[^']{0,2000}'|\{[^{}]{0,500}\}){0,500}))>"
)
_LONGEST = 5_000
"""Marked text that is longer means nothing."""
_EMPTY_LINE = pattern(r"(?:\r\n|\r|\n)[ \t]*(?=\r\n|\r|\n)")
_HREF = pattern(r"\bhref\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)


_NUMBERED = pattern(
    r"\s*(?:\[\^?\w{1,4}\](?:\([^()]*\))?|<a\b[^>]*>\s*\[?\w{1,4}\]?\s*</a>|[*†‡§]|(?<![\d\s])\d{1,3}(?:[,–-]\d{1,3})*)\s*"
)


class Element(NamedTuple):
    """An element that is open: its name, where its content begins and what it points to."""

    tag: str
    inner: int
    target: str


def parse_tag(markup: str) -> tuple[str, bool, str]:
    """Return a tag's lower-case name ('' when it is no tag), whether it closes, and its ``href``."""
    found = _TAG.match(markup)
    if not found or not found.group(2):
        return "", False, ""
    href = _HREF.search(found.group(3)) if found.group(2) in "aA" else None
    return found.group(2).lower(), bool(found.group(1)), href.group(1) if href else ""


def find_comments(text: str) -> list[Span]:
    """Return the span of each closed comment; one that is never closed comments out nothing."""
    spans: list[Span] = []
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        spans.append(Span(start, end + 3))
        start = text.find("<!--", end + 3)
    return spans


def comment_of(text: str, span: Span) -> Comment:
    """Return the comment at ``span``, which takes in the delimiters."""
    return Comment(span, text[span.start + 4 : span.end - 3].strip())


def close(text: str, opened: list[Element], tag: str, end: int) -> tuple[Mark | None, Edit | None]:
    """Close the innermost open ``tag``, whose content ends at ``end``: what it marks, what it hides."""
    for at in range(len(opened) - 1, max(-1, len(opened) - 20), -1):
        if opened[at].tag == tag:
            element = opened[at]
            del opened[at:]
            return _meaning(text, element, end)
    return None, None


def _meaning(text: str, element: Element, end: int) -> tuple[Mark | None, Edit | None]:
    tag, inner, target = element
    span = Span(inner, end)
    if tag in HIDDEN:
        return Mark("code", span, ""), (inner, end, HOLE)
    if end - inner > _LONGEST:
        return None, None
    if tag == "a" and target:
        return Mark("link", span, target), None
    if tag in EMPHASIS:
        return Mark("emphasis", span, ""), None
    if tag == "cite":
        return Mark("citation", span, " ".join(text[inner:end].split())), None
    if tag == "sup" and is_note(text[inner:end], text[max(inner - 80, 0) : inner].rpartition("<")[0][-3:]):
        return Mark("note-ref", span, "".join(re.findall(r"\w+", text[inner:end])[-1:])), (inner, end, GLUE)
    return None, None


def is_note(content: str, before: str) -> bool:
    """Tell a note number from an exponent: brackets, a link, or a word or stop right before it, not a unit."""
    if not _NUMBERED.fullmatch(content):
        return False
    return (
        not content.strip().isalnum()
        or before[-1:] in '.,;:!?)]"”’'
        or (len(before) >= 3 and before[-3:].isalpha())
    )


class Part(NamedTuple):
    """What a stretch of HTML shows: its prose view, and what was seen in it, by offset in the whole text."""

    prose: str
    blocks: list[Block]
    marks: list[Mark]
    comments: list[Comment]
    spelled: list[Spelled]


def read_part(text: str, region: Span, outer: Block) -> Part:
    """Read the HTML in a region of ``text`` that is surrounded by a block such as ``outer``.

    A comment that is never closed comments out nothing: what comes after it is not passed over in silence.
    """
    # Imported late: most texts have no part of HTML that is a block of its own.
    from lint.read.layout import Layout
    from lint.read.page_marks import resolved
    from lint.read.tokens import HTML_TOKENS, find_spelled

    base = region.start
    part = text[base : region.end]
    opened = part.rfind("<!--")
    unclosed = opened >= 0 and part.find("-->", opened + 2) < 0
    if unclosed:
        part = f"{part[:opened]}{HOLE * 4}{part[opened + 4 :]}"
    pieces = HTML_TOKENS.split(part)
    layout = Layout(pieces, 0, xml=False, outer=outer)
    layout.read()
    prose = "".join(pieces)
    references, edits = find_spelled(prose) if "&" in prose else ([], [])
    spelled = sorted(layout.spelled + references)
    marks, noted = resolved(spelled_out(prose, spelled), layout.marked)
    blocks = [b for block in layout.blocks for b in _paragraphs(part, block)] if unclosed else layout.blocks
    return Part(
        fill(prose, edits + noted),
        [block._replace(span=_shifted(block.span, base)) for block in blocks],
        [mark._replace(span=_shifted(mark.span, base)) for mark in marks],
        [comment._replace(span=_shifted(comment.span, base)) for comment in layout.comments],
        [Spelled(start + base, end + base, seen) for start, end, seen in spelled],
    )


def _paragraphs(part: str, block: Block) -> Iterator[Block]:
    """Split a block at its empty lines."""
    start, end = block.span
    for found in _EMPTY_LINE.finditer(part, start, end):
        yield block._replace(span=Span(start, found.start()))
        start = found.end()
    yield block._replace(span=Span(start, end))


def _shifted(span: Span, base: int) -> Span:
    return Span(span.start + base, span.end + base)
