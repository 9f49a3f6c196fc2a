"""What the marked elements of a page are: links, notes and what refers to them, titles of works, emphasis."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Block, Mark, Span
from lint.read.elements import Tag
from lint.read.html import is_note
from lint.read.layout import Marked
from lint.read.tokens import unreferenced
from lint.read.view import Edit

_EXPLAINED = frozenset(("abbr", "acronym", "time"))
_KINDS = {"code": "code", "img": "image"}
_new = tuple.__new__
_LONGEST = 5_000
"""Marked text that is longer means nothing: a whole page in bold, one link never ended, thousands inside each other."""
_UNSEEN = str.maketrans("", "", GLUE + HOLE)
_NUMBER = pattern(r"\s*(?:[\[(]?(?:\d{1,4}|[A-Za-z]|[ivx]{1,5})[\])]?|[*†‡§]{1,3})\s*")
_BRACKETED = pattern(r"\s*\[(?:\d{1,4}[a-z]?|[A-Za-z][\w+ .&-]{0,30}\d{2}[a-z]?)\]\s*")
_WORD = pattern(r"\w+|[*†‡§]+")
_ID = pattern(r"(?:id|ID|name|NAME)\s{0,9}=\s{0,9}[\"']?([^\s\"'>]+)")


def resolved(seen: str, marked: Iterable[Marked]) -> tuple[list[Mark], list[Edit]]:
    """Return the marks of a page of which ``seen`` is the prose, and the edits that take note numbers out of it."""
    marks: list[Mark] = []
    numbers: list[Span] = []
    links: list[Marked] = []
    for item in marked:
        start, end, tag = item
        name = tag[2]
        if end - start > _LONGEST and name not in _KINDS:
            continue
        if name == "a":
            links.append(item)
        elif name == "sup":
            if end - start < 400 and _is_number(seen, start, end):
                numbers.append(Span(start, end))
        elif name in _EXPLAINED:
            marks.append(Mark("gloss", Span(start, end), unreferenced(tag.target or "")))
        elif name == "cite":
            if title := " ".join(_said(seen, start, end).split()):
                marks.append(Mark("citation", Span(start, end), title))
        else:
            marks.append(_new(Mark, (_KINDS.get(name, "emphasis"), _new(Span, (start, end)), "")))
    numbers.sort()
    edits = [(*span, GLUE) for span in numbers]
    for item in links:
        span = _new(Span, item[:2])
        target = unreferenced(item[2].target or "")
        if _refers(seen, span, item[2], target, numbers):
            marks.append(Mark("note-ref", span, target))
            edits.append((*span, GLUE))
        else:
            marks.append(_new(Mark, ("link", span, target)))
    marks += [Mark("note-ref", span, "".join(_WORD.findall(_said(seen, *span))[-1:])) for span in numbers]
    return marks, edits


def _refers(seen: str, span: Span, tag: Tag, target: str, numbers: list[Span]) -> bool:
    """Say whether a link is a reference to a note; if it is that of one of the ``numbers``, this goes from them."""
    start, end = span
    if end - start > 400:
        return False
    near = _touching(numbers, span) if numbers else -1
    if near >= 0 or tag.of_note:
        if not _NUMBER.fullmatch(_said(seen, start, end)):
            return False
        if near >= 0:
            del numbers[near]
        return True
    return (
        target[:1] == "#" and "[" in seen[start:end] and bool(_BRACKETED.fullmatch(_said(seen, start, end)))
    )


def _said(seen: str, start: int, end: int) -> str:
    return seen[start:end].translate(_UNSEEN)


def _is_number(seen: str, start: int, end: int) -> bool:
    """Say whether a superscript is the number of a note."""
    before = seen[max(start - 120, 0) : start].translate(_UNSEEN)
    return bool(_NUMBER.fullmatch(said := _said(seen, start, end))) and is_note(said, before[-3:])


def _touching(numbers: list[Span], span: Span) -> int:
    """Return the place of a span that lies in another or around it; -1 for none."""
    after = bisect_right(numbers, span)
    for place in (after - 1, after):
        if 0 <= place < len(numbers):
            start, end = numbers[place]
            if start < span.end and span.start < end:
                return place
    return -1


def with_notes(
    text: str, blocks: tuple[Block, ...], marks: list[Mark]
) -> tuple[tuple[Block, ...], list[Mark]]:
    """Return the blocks with those that are notes named so, and all marks: a link back from a note is none of them."""
    wanted = {mark.target[1:] for mark in marks if mark.kind == "note-ref" and mark.target[:1] == "#"}
    if not wanted:
        return blocks, marks
    places: dict[str, int] = {}
    for found in _ID.finditer(text):
        if found[1] in wanted:
            places.setdefault(found[1], found.start())
    changed = list(blocks)
    ends = [block.span.end for block in blocks]
    kept: list[Mark] = []
    for mark in marks:
        label = mark.target[1:] if mark.kind == "note-ref" else ""
        place = places.get(label, -1) if mark.target[:1] == "#" else -1
        if 0 <= place < mark.span.start:
            continue
        kept.append(mark)
        number = bisect_left(ends, place + 1) if place >= 0 else len(blocks)
        if number < len(blocks) and changed[number].kind not in ("note", "heading"):
            changed[number] = changed[number]._replace(kind="note")
            kept.append(Mark("note", changed[number].span, label))
    return tuple(changed), kept
