"""An HTML or XHTML source cut into text and markup, as the HTML standard's tokenizer cuts it.

Each alternative takes what it has begun to the end, if need be to the end of the file: nothing is looked at
twice, so that no input takes more than linear time.
"""

from __future__ import annotations

from collections.abc import Sequence

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Span, Spelled
from lint.read.view import UNSEEN, Edit, fill

_ATTRIBUTES = r"(?>(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?)*)"
_RAW_NAMES = "script style textarea title xmp iframe noembed noframes".split()
_RAW = "|".join(
    rf"(?i:{name})(?=[\s/>]){_ATTRIBUTES}(?<!/)>(?>(?:[^<]++|<(?!/(?i:{name})[\s/>]))*)"
    for name in _RAW_NAMES
)
# In HTML the slash of ``<script/>`` ends nothing. Where the next of its name begins before one ends, XML was meant.
_RAW_AS_WELL = "|".join(
    rf"(?i:{name})(?=[\s/>]){_ATTRIBUTES}(?<=/)>(?>(?:[^<]++|<(?!/?(?i:{name})[\s/>]))*)(?=</(?i:{name}))"
    for name in _RAW_NAMES
)
_COMMENT = r"!--(?:-?>|(?>(?:[^-]++|-(?!-!?>))*)(?:--!?>|\Z))"
_TAG = rf"/?[A-Za-z]{_ATTRIBUTES}(?:>|\Z)"
_CDATA = r"!\[CDATA\[(?>(?:[^\]]++|\](?!\]>))*)(?:\]\]>|\Z)"
_BOGUS = r"[!?][^>]*+(?:>|\Z)|/[^>]++(?:>|\Z)|/>"
_PROCESSING = r"\?(?>(?:[^?]++|\?(?!>))*)(?:\?>|\Z)"

HTML_TOKENS = pattern(rf"(<(?:(?=[sStTxXiInN])(?:{_RAW}|{_RAW_AS_WELL})|{_TAG}|{_COMMENT}|{_BOGUS}))")
XML_TOKENS = pattern(rf"(<(?:(?=[sStTxXiInN])(?:{_RAW})|{_TAG}|{_COMMENT}|{_CDATA}|{_PROCESSING}|{_BOGUS}))")

PROLOG = pattern(
    r"\s*+(?:<\?xml(?>(?:[^?]++|\?(?!>))*)\?>)?\s*+(?:<!--(?>(?:[^-]++|-(?!->))*)-->\s*+){0,20}"
    r"<!DOCTYPE(?>[^>\[\"']++|\"[^\"]*+\"|'[^']*+'){0,20}\[(?P<subset>(?>(?:[^\]\"']++|\"[^\"]*+\"|'[^']*+')*))\]\s*+>"
)
"""The beginning of an XML document that declares entities of its own. They are neither expanded nor fetched."""
DECLARED = pattern(r"<!ENTITY\s+([\w.:-]+)\s")

_REFERENCE = pattern(r"&(?:#(?:[0-9]{1,9};?|[xX][0-9a-fA-F]{1,8};?)|[A-Za-z][A-Za-z0-9]{1,31};?)")
_NAMED = pattern(r"&([\w.:-]{1,60});")
_LONGEST = 6  # of the names that may lack their semicolon


def find_spelled(
    prose: str, declared: frozenset[str] = frozenset(), literal: Sequence[Span] = ()
) -> tuple[list[Spelled], list[Edit]]:
    """Find the character references of a prose view: what is seen for them, and edits for those without a sign.

    An entity of the document's own (``declared``) is a hole: what it stands for is not looked up. In the ``literal``
    stretches, which are in order, an ampersand is one.
    """
    spelled: list[Spelled] = []
    edits: list[Edit] = []
    known: dict[str, tuple[int, str]] = {}
    if literal:
        prose = fill(prose, [(*span, HOLE) for span in literal])
    if declared:
        edits = [(*m.span(), HOLE) for m in _NAMED.finditer(prose) if m[1] in declared]
        prose = fill(prose, edits)
    for found in _REFERENCE.finditer(prose):
        written = found.group()
        start = found.start()
        size, seen = known[written] if written in known else known.setdefault(written, _seen(written))
        if seen in UNSEEN:
            edits.append((start, start + size, GLUE))
        elif seen:
            spelled.append(Spelled(start, start + size, seen))
    return spelled, edits


def unreferenced(value: str) -> str:
    """Return an attribute's value with its character references resolved."""
    if "&" in value:
        from html import unescape

        value = unescape(value)
    return value.strip()


def _seen(written: str) -> tuple[int, str]:
    """Return how much of what looks like a reference is one, and what is seen for it: empty for nothing."""
    from html import unescape  # imported late: its table of names takes its time
    from html.entities import html5

    if written[1] == "#":
        return len(written), unescape(written) or "\u200b"
    name = written[1:]
    if name in html5:
        return len(written), html5[name]
    for size in range(min(len(name), _LONGEST), 1, -1):
        if name[:size] in html5:
            return size + 1, html5[name[:size]]
    return 0, ""
