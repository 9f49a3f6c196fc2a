"""Inline markup that dialects of Markdown add, masked so that its parser passes over it.

Each kind is looked for by a sign that a search can skip to, so that a text without it costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Block, Span
from lint.model.typed import NamedTuple
from lint.read.view import Edit, blank

_ROLE = pattern(r"\{([A-Za-z][\w:+-]{0,40})\}(`+)([^`]{1,500})\2(?!`)")
_TARGETED = pattern(r"(?s:(.+?))\s*<[^<>]*>\s*")
_ATTRIBUTES = pattern(r"\{:?[ ]*(?:[#.][A-Za-z_-]|=[a-z]|[a-z][\w-]{0,40}=)[^{}\r\n]{0,200}\}")
_SPAN_START = pattern(r"\[[^\[\]\r\n]{0,300}\Z")
_EMOJI = pattern(r":(?<![\w:/.`]:)[a-z][a-z0-9_+-]{1,40}:(?![\w:/`])")
_EXAMPLE = pattern(r"\(@[\w-]{0,60}\)(?P<gap>[ ]+)?")
_CALLOUT = pattern(
    r"\[!(?!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*$)[A-Za-z][\w|-]{0,40}\][+-]?[ \t]*",
    re.MULTILINE | re.IGNORECASE,
)
_QUOTED = pattern(r"(?:^|\n)[ \t>]*>[ \t]*\Z")
_CONTENTS = pattern(r"\[(?:TOC|toc|\[_?TOC_?\])\](?=[ \t]*$)", re.MULTILINE)
_VERSE = pattern(r"\|(?:[ ][^|\r\n]*)?(?>(?:(?:\r\n|\r|\n)\|(?:[ ][^|\r\n]*)?)*)(?=\r\n|\r|\n|\Z)")
_STROKES = pattern(r"\|(?<=\n\|)[ \n]")
_BRACES = pattern(
    r"\{(?:(?<=[`~]{2}\{)|[A-Za-z][\w:+-]*\}`|:?[ ]*(?:[#.][A-Za-z_-]|=[a-z]|[a-z][\w-]{0,40}=))"
)
_COLONS = pattern(r":(?:(?=::)|(?<![\w:/.`]:)[a-z][a-z0-9_+-]{1,40}:)")
_BANGS = pattern(r"!(?:(?=!! )|(?<=\[!)[A-Za-z])")
_QUESTIONS = pattern(r"\?(?=\?\?\+? )")
_TABS = pattern(r'=(?:(?===[!+]? ")|(?<=\)=)[ \t]*$)', re.MULTILINE)
_SLASHES = pattern(r"/(?<=\n/)//")
_BRACKET = pattern(r"[\[\]]")
_LONGEST = 4_000


class Signs(NamedTuple):
    """Which signs a text has of what its parser does not know."""

    braces: bool
    colons: bool
    bangs: bool
    at: bool
    contents: bool
    strokes: bool
    blocks: bool


def signs_of(text: str) -> Signs | None:
    """Look for each sign by a character that a search can skip to; None where there is none."""
    braces = "{" in text and _BRACES.search(text) is not None
    colons = _COLONS.search(text) is not None
    bangs = _BANGS.search(text) is not None
    at = "@" in text and "(@" in text
    contents = _CONTENTS.search(text) is not None
    strokes = "|" in text and _STROKES.search(text) is not None
    indented = any(sign.search(text) for sign in (_QUESTIONS, _TABS, _SLASHES))
    if not (braces or colons or bangs or at or contents or strokes or indented):
        return None
    blocks = (
        indented
        or (colons and ":::" in text)
        or (bangs and "!!! " in text)
        or (braces and ("``{" in text or "~~{" in text))
    )
    return Signs(braces, colons, bangs, at, contents, strokes, blocks)


def inline_masked(text: str, signs: Signs, lines: list[Edit], asides: set[int]) -> str:
    """Return ``text`` with masks for such markup. Those that are no fillers are added to ``lines``, as holes.

    A callout, which is no quotation, is added to ``asides``.
    """
    if signs.braces:
        text = _ATTRIBUTES.sub(_attributes, _ROLE.sub(_role, text))
    if signs.colons:
        text = _EMOJI.sub(_hole, text)
    if signs.at:
        text = _EXAMPLE.sub(lambda found: _example(found, lines), text)
    if signs.bangs:
        text = _CALLOUT.sub(lambda found: _callout(found, lines, asides), text)
    if signs.contents:
        text = _CONTENTS.sub(_hole, text)
    return _verse(text) if signs.strokes else text


def _hole(found: re.Match[str]) -> str:
    return HOLE * len(found.group())


def _role(found: re.Match[str]) -> str:
    """Show the text of a role that shows it; of others hide the name, and leave the code span to the parser."""
    from lint.read.rest_roles import CITING, POINTING, SHOWN  # imported late: only MyST has roles

    role, ticks, text = found.groups()
    if role.partition(":")[0] in CITING:
        return found.group()
    pointed = _TARGETED.fullmatch(text)
    if role in SHOWN or (pointed and role in POINTING):
        shown = pointed[1] if pointed else text
        before = len(role) + 2 + len(ticks)
        return GLUE * before + shown + GLUE * (len(found.group()) - before - len(shown))
    return HOLE * (len(role) + 2) + found.group()[len(role) + 2 :]


def _attributes(found: re.Match[str]) -> str:
    return GLUE * len(found.group())


def _example(found: re.Match[str], lines: list[Edit]) -> str:
    """Make a numbered example an item, and a reference to one a hole."""
    width = len(found.group())
    start = found.start()
    if found["gap"] and (start == 0 or found.string[start - 1] in "\r\n"):
        lines.append((start, found.end(), HOLE))
        return "- " + HOLE * (width - 3) + " "
    gap = len(found["gap"] or "")
    return HOLE * (width - gap) + " " * gap


def _callout(found: re.Match[str], lines: list[Edit], asides: set[int]) -> str:
    """Make the title of a callout a heading, as it is shown, and take the quotation for none."""
    text, start, width = found.string, found.start(), len(found.group())
    if not _QUOTED.search(text[max(0, start - 40) : start]):
        return found.group()
    asides.add(start)
    lines.append((start, found.end(), HOLE))
    if found.end() == len(text) or text[found.end()] in "\r\n":
        return HOLE * width
    return "#" * min(6, width - 1) + " " * (width - min(6, width - 1))


def _verse(text: str) -> str:
    """Hide the strokes of a line block; one that a row of a table follows is of the table."""
    pieces: list[str] = []
    done = past = 0
    for found in _STROKES.finditer("\n" + text):
        start = found.start() - 1
        if start < past:
            continue
        lines = _VERSE.match(text, start)
        past = lines.end() if lines else start
        if lines and not text[past : past + 3].lstrip("\r\n").startswith("|"):
            pieces += (text[done:start], lines.group().replace("|", GLUE))
            done = past
    return "".join((*pieces, text[done:]))


def find_notes(prose: str, blocks: list[Block]) -> tuple[list[Block], list[Span]]:
    """Return the blocks of the notes that are written inside a sentence, ``^[like this]``, and where they stand."""
    notes: list[Block] = []
    spans: list[Span] = []
    for _, (first, end), level, quoted in blocks:
        if prose.find("^[", first, end) < 0:
            continue
        done = first
        for start, close in sorted(_pairs(prose, first, end)):
            if start < done or prose[start - 1] != "^" or start == first or close - start > _LONGEST:
                continue
            if not blank(prose[start + 1 : close]):
                notes.append(Block("note", Span(start + 1, close), level, quoted))
                spans.append(Span(start - 1, close + 1))
                done = close + 1
    return notes, spans


def _pairs(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where brackets open and close."""
    opened: list[int] = []
    for found in _BRACKET.finditer(prose, start, end):
        if found.group() == "[":
            opened.append(found.start())
        elif opened:
            yield opened.pop(), found.start()
