"""HTML inside other formats: where its tags, comments and hidden elements are."""

from __future__ import annotations

import re

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Comment, Mark, Span
from lint.model.typed import NamedTuple
from lint.read.elements import BLOCKS, EMPHASIS, HIDDEN, KINDS
from lint.read.view import Edit, fill

_APART = frozenset(("br", "link", "param", "script", "style", "title"))
"""Elements that stand between the blocks of a Markdown file, though they are none."""

_TAG = pattern(
    r"<(/?)([A-Za-z][\w.:-]*)((?>(?:[^<>\"'{}]|\"[^\"]{0,2000}\"|'[^']{0,2000}'|\{[^{}]{0,500}\}){0,500}))>"
    r"|<[!?][^>]{0,500}>|<!--|(?:\r\n|\r|\n)[ \t]*(?=\r\n|\r|\n)",
)
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


class HtmlView(NamedTuple):
    """What was seen in a stretch of HTML.

    ``breaks`` are (offset, kind, level): from there on text belongs to a new block.
    """

    edits: list[Edit]
    breaks: list[tuple[int, str, int]]
    comments: list[Comment]
    marks: list[Mark]


def scan(text: str, region: Span, outer: str) -> HtmlView:
    """Read the HTML in a region of ``text``; ``outer`` is the kind of block that surrounds it."""
    view = HtmlView([], [(region.start, outer, 0)], [], [])
    part = text[region.start : region.end]
    inner = find_comments(part)
    for start, end in inner:
        span = Span(start + region.start, end + region.start)
        view.comments.append(comment_of(text, span))
        view.edits.append((*span, HOLE))
    part = fill(part, [(*span, HOLE) for span in inner])
    opened: list[Element] = []
    for found in _TAG.finditer(part):
        _take_tag(text, found, region.start, opened, view, outer)
    for element in opened:
        if element.tag in HIDDEN:
            view.edits.append((element.inner, region.end, HOLE))
    return view


def _take_tag(
    text: str, found: re.Match[str], base: int, opened: list[Element], view: HtmlView, outer: str
) -> None:
    start, end = found.start() + base, found.end() + base
    name, closes = found.group(2), bool(found.group(1))
    if opened and opened[-1].tag in HIDDEN and not (closes and name.lower() == opened[-1].tag):
        return
    if not name:
        if not found.group().isspace():
            view.edits.append((start, end, HOLE))
        view.breaks.append((end, outer, 0))
        return
    tag = name.lower()
    # A component of MDX (`<Tabs>`) lays out blocks; only HTML's own inline tags stay inside a sentence.
    splits = name != tag or tag in BLOCKS or tag in _APART
    view.edits.append((start, end, HOLE if splits else GLUE))
    if closes:
        mark, hidden = close(text, opened, tag, start)
        view.marks.extend([mark] if mark else [])
        view.edits.extend([hidden] if hidden else [])
    elif not found.group().endswith("/>"):
        href = _HREF.search(found.group(3)) if tag == "a" else None
        opened.append(Element(tag, end, href.group(1) if href else ""))
    if splits:
        view.breaks.append((end, *_kind(tag, closes, outer)))


def _kind(tag: str, closes: bool, outer: str) -> tuple[str, int]:
    if closes:
        return outer, 0
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return "heading", int(tag[1])
    return KINDS.get(tag, outer), 0
