"""Citations in the format's own form and in plain text: links, notes, keys, author–year, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lint.evidence.places import places
from lint.evidence.support import Support
from lint.model.context import Context
from lint.model.pattern import pattern
from lint.model.text import Mark

_NAMED = r"[A-ZÀ-Þ][\w'\x96-]+"
_AUTHOR_YEAR = pattern(
    rf"\((?:see |cf\. |e\.g\.,? )?{_NAMED}(?:[ ,&]+(?:and |et al\.?|{_NAMED}))*,? (?:1[5-9]|20)\d\d[a-z]?\b[^()]*\)"
    rf"|{_NAMED}(?:(?:,| and| &) {_NAMED})*(?: et al\.?)? \((?:1[5-9]|20)\d\d[a-z]?\)"
    rf"|\((?:{_NAMED}|[A-Z]{{2,}})[^()]{{0,60}}?\b(?:1[5-9]|20)\d\d[^()]*\)"
)
_NUMBERED = pattern(r"(?<![\w\]])\[\d{1,3}(?:\s?[-\x96,;]\s?\d{1,3})*\]|(?<=[\w.,;])[²³¹]{1,3}")
_IDENTIFIER = pattern(
    r"\b(?:10\.\d{4,9}/\S+|arXiv:\s?\d{4}\.\d{4,5}|PMC?ID:?\s?\d{5,9}|ISBN[-: \d]{10,}|RFC\s?\d{3,5}|CVE-\d{4}-\d{4,7}"
    r"|ISO(?:/IEC)?\s?\d{3,5}|NCT\d{8}|PEP\s?\d{1,4}|Directive \d{2,4}/\d+)\b"
)
_TABLE = pattern(
    r"\b(?:[Tt]able|[Ff]igure|[Ff]ig\.|[Cc]hart|Appendix|Annex|Exhibit|Listing|[Ss]ection|[Cc]hapter) ?[A-Z]?\d+"
)
_BARE_ANCHOR = frozenset(("here", "this", "link", "this link", "source", "more", "read more", "click here"))
_OF_NO_TABLE = ("\\eqref", "\\pageref")
_EMPTY_TARGET = pattern(r"^(?:#|)$|//(?:www\.)?example\.(?:com|org|net)\b")
_DAY = pattern(r"(?:1[5-9]|20)\d\d-\d\d")
"""What a ``<time datetime>`` says where it stands for a date, not for an hour or a duration."""


def _of_mark(mark: Mark, text: str) -> str:
    """Return the kind of support that a mark is, or nothing."""
    if mark.kind in {"note-ref", "citation"}:
        return "citation"
    if mark.kind == "url":
        return "empty link" if _EMPTY_TARGET.search(mark.target) else "link"
    if mark.kind == "link":
        if _EMPTY_TARGET.search(mark.target):
            return "empty link"
        return "bare link" if text.strip().lower() in _BARE_ANCHOR else "link"
    if mark.kind == "ref" and not text.startswith(_OF_NO_TABLE):
        return "table or figure"
    return "date" if mark.kind == "gloss" and _DAY.match(mark.target) else ""


def marks_by_sentence(context: Context) -> dict[int, list[Support]]:
    """Return the document's marks that are support, by the sentence that they stand in."""
    found: dict[int, list[Support]] | None = context.kept.get("marks")
    if found is None:
        found = context.kept["marks"] = {}
        flat = context.flat
        source = flat.document.text
        for mark in flat.document.marks:
            kind = _of_mark(mark, source[mark.span.start : mark.span.end])
            if kind and flat.sentences:
                # A note's number stands after the full stop; it belongs to the sentence before.
                at = flat.flat(mark.span.start)
                number = flat.sentence_of(max(at - (2 if kind == "citation" else 0), 0))
                end = max(flat.flat(mark.span.end), at)
                found.setdefault(number, []).append(Support(kind, at, end, number))
    return found


def find_citations(context: Context, sentence: int) -> Iterator[Support]:
    """Yield the citations of one sentence."""
    yield from marks_by_sentence(context).get(sentence, ())
    where = places(context)
    start, end = context.flat.sentences[sentence]
    text = context.flat.text
    if sentence not in where.citing and text[end : end + 2] != " [":
        return
    if sentence in where.years:
        yield from _found("citation", _AUTHOR_YEAR.finditer(text, start, end), sentence)
    if sentence in where.brackets or text[end : end + 2] == " [":
        # A marker after the full stop belongs to the sentence that it closes.
        past = min(end + 8, len(text)) if text[end : end + 2] == " [" else end
        yield from _found("citation", _NUMBERED.finditer(text, start, past), sentence)
    if sentence in where.identifiers:
        yield from _found("citation", _IDENTIFIER.finditer(text, start, end), sentence)
    if sentence in where.tables:
        yield from _found("table or figure", _TABLE.finditer(text, start, end), sentence)


def _found(kind: str, matches: Iterable[re.Match[str]], sentence: int) -> Iterator[Support]:
    return (Support(kind, m.start(), m.end(), sentence) for m in matches)
