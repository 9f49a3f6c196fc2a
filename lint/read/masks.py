"""What dialects of Markdown add that its parser does not know, blanked out before it parses.

A mask keeps the length of the text. ``HOLE`` stands for what is inside a sentence; a line that is all
markup becomes blank, so that it also ends the paragraph before it, as its dialect has it.
"""

from __future__ import annotations

import re

from lint.model.pattern import pattern
from lint.model.text import HOLE, Comment, Span
from lint.model.typed import NamedTuple
from lint.read.markdown_inline import inline_masked, signs_of
from lint.read.view import Edit

_CODE = (
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n\r]*$.*?(?:^[ \t>]*(?P=fence)|\Z)|(?P<ticks>`+)[^`]{1,2000}(?P=ticks)"
)
_SHORTCODE = pattern(r"(?P<hole>\{(?:\{[^{}\r\n]{1,500}\}|%[^{}\r\n]{1,500}%)\})")
_CURLY = pattern(r"\{(?:\{(?:[^{}]|\{[^{}]{0,200}\}){1,500}\}\}?|[%#][^{}]{1,500}[%#])\}")
_ANGLED = pattern(
    r"<(?:\?(?:php\b|=)(?>(?:[^?]++|\?(?!>))*)(?:\?>|\Z)|%[^<>%]{0,500}(?:%?>[^<>%]{1,500}){0,9}%>)"
)
_BRACES = r"\{(?>(?:[^{}]|\{(?>(?:[^{}]|\{(?>(?:[^{}]|\{[^{}]{0,500}\}){0,500})\}){0,500})\}){0,1000})\}"
_MDX = pattern(
    rf"{_CODE}|(?P<line>^(?:import|export)\b(?=[^\r\n]*[{{'\"=]).*?(?=^[ \t]*$|\Z))"
    rf"|\{{\s*/\*(?P<comment>(?:(?!\{{/\*).){{0,4000}}?)\*/\s*\}}|(?P<hole>{_BRACES})",
    re.MULTILINE | re.DOTALL,
)
_LINK_COMMENT = pattern(
    r"^[ \t>]*(\[(?://|_|comment)\]:[ \t]*(?:#|<>)[ \t]*[(\"'](.*)[)\"'])[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_LINK_COMMENT_HINT = pattern(r"\[(?://|_|comment)\]:", re.IGNORECASE)
_NOT_LINE_END = pattern(r"[^\r\n]")
_SURROGATE = pattern(r"[\ud800-\udfff]")


class Masked(NamedTuple):
    """A text to parse, the comments that were in its masks, its masked lines as holes, and where its asides begin.

    An aside is masked as an item of a list or a quotation, and is none.
    """

    text: str
    comments: list[Comment]
    lines: list[Edit]
    asides: set[int]


def masked(text: str, name: str) -> Masked:
    """Return ``text`` with what is markup in its dialect masked; its length stays."""
    seen = Masked("", [], [], set())
    braces = "{" in text
    if name.lower().endswith(".mdx"):
        text = _mask(_MDX, text, seen)
    elif braces and ("{{" in text or "{%" in text):
        text = _mask(_SHORTCODE, text, seen)
    signs = signs_of(text)
    if signs and signs.blocks:
        from lint.read.markdown_directives import Blocks  # imported late: most texts have none

        blocks = Blocks(text)
        text = blocks.masked()
        seen.lines.extend(blocks.lines)
        seen.asides.update(blocks.asides)
    return seen._replace(text=inline_masked(text, signs, seen.lines, seen.asides) if signs else text)


def without_surrogates(text: str) -> str:
    """Return ``text`` for a parser that speaks UTF-8, which has no lone surrogates."""
    return _SURROGATE.sub(HOLE, text)


def templates_masked(text: str) -> str:
    """Return a page with holes for what a template language puts into it, at the same length."""
    if "{{" in text or "{%" in text or "{#" in text:
        text = _CURLY.sub(_hole, text)
    if "<?php" in text or "<?=" in text or "<%" in text:
        text = _ANGLED.sub(_hole, text)
    return text


def _hole(found: re.Match[str]) -> str:
    return HOLE * len(found.group())


def find_link_comments(text: str, code: list[Span]) -> tuple[list[Edit], list[Comment]]:
    """Find ``[//]: # (…)`` outside ``code``: a link definition that people use as a comment."""
    edits: list[Edit] = []
    comments: list[Comment] = []
    if _LINK_COMMENT_HINT.search(text):
        for found in _LINK_COMMENT.finditer(text):
            span = Span(*found.span(1))
            if not any(start <= span.start < end for start, end in code):
                edits.append((*span, HOLE))
                comments.append(Comment(span, found.group(2).strip()))
    return edits, comments


def _mask(pattern: re.Pattern[str], text: str, seen: Masked) -> str:
    def blank(found: re.Match[str]) -> str:
        groups = found.groupdict()
        if groups.get("line") is not None:
            seen.lines.append((*found.span(), HOLE))
            return _NOT_LINE_END.sub(" ", found.group())
        if groups.get("comment") is not None:
            seen.comments.append(Comment(Span(*found.span()), groups["comment"].strip()))
        elif groups.get("hole") is None:
            return found.group()
        markup = found.group()
        if "\n" in markup or "\r" in markup:
            return _NOT_LINE_END.sub(HOLE, markup)
        return HOLE * len(markup)

    return pattern.sub(blank, text)
