"""Addresses, note references and citations that are written in the text itself, in any format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Mark, Span
from lint.read.view import Edit

Found = tuple[Mark, str]
"""(what was found, what fills it in the prose view; empty to leave the text as it is)."""

_STOP = f'\\s<>"“”«»`|{GLUE}{HOLE}、。，'
_AMP = f"(?<=&){GLUE}{{4}}"  # what is left of the ``&amp;`` of an address once it is spelled out
_URL = pattern(f"https?://[^{_STOP}]+(?:{_AMP}[^{_STOP}]+)*")
_WWW = pattern(f"www\\.[^{_STOP}]+\\.[^{_STOP}]+(?:{_AMP}[^{_STOP}]+)*")
_LOCAL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-"
_DOMAIN = pattern(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![\w-])")
_BRACKET = pattern(r"\[([^\[\]]{1,300})\](_(?!\w))?")
_NUMBERS = pattern(r"[1-9]\d{0,2}(?:\s?[,;–-]\s?[1-9]\d{0,2})*")
_LABEL = pattern(r"#?[\w.-]*|\*")
_PAGES = pattern(r"\bpp?\.\s?\d")
_KEYS = pattern(r"(?:^|(?<=[\s;(-]))@\{?(\w[\w:.#$%&+?<>~/-]*\w|\w)")
_AUTHOR = pattern(r"@([A-Za-z][\w:-]*\d\d[a-z]?)(?![\w@])")
_ROLE = pattern(r"\{(?:foot)?cite[a-z:]*\}(`+)([^`]+)\1|:(?:foot)?cite(?::\w+)*:(`)([^`]+)`")

_ROLE_HINT = pattern(r"cite[\w:]{0,60}\}?`")  # begins with a letter that a search can skip to


def find_references(source: str, prose: str) -> tuple[list[Edit], list[Mark]]:
    """Find references in a prose view, of which ``source`` is the text; code in it is not looked at."""
    edits: list[Edit] = []
    marks: list[Mark] = []
    for mark, filler in _all(source, prose):
        marks.append(mark)
        if filler:
            edits.append((*mark.span, filler))
    return edits, marks


def _all(source: str, prose: str) -> Iterator[Found]:
    """Try each kind only where a letter of it occurs: most texts have none of most kinds."""
    if "://" in prose:
        yield from _addresses(_URL, prose, "")
    if "www." in prose:
        yield from _addresses(_WWW, prose, "http://")
    if "@" in prose:
        yield from _at_signs(prose)
    if "[" in prose:
        yield from _brackets(source, prose)
    if _ROLE_HINT.search(source):
        yield from _roles(source, prose)


def _addresses(pattern: re.Pattern[str], prose: str, scheme: str) -> Iterator[Found]:
    for found in pattern.finditer(prose):
        start = found.start()
        if start and (prose[start - 1].isalnum() or prose[start - 1] in "/@"):
            continue
        address = _without_closing(found.group())
        target = scheme + address.replace(GLUE, "")
        yield Mark("url", Span(start, start + len(address)), target), HOLE


def _without_closing(address: str) -> str:
    """Cut punctuation that belongs to the sentence; a bracket stays if the address opened it."""
    size = len(address)
    opened = address.count("(")
    closed = address.count(")")
    while size:
        last = address[size - 1]
        if last == ")" and closed > opened:
            closed -= 1
        elif last not in ".,;:!?'’*_]}…":
            break
        size -= 1
    return address[:size]


def _at_signs(prose: str) -> Iterator[Found]:
    """Find e-mail addresses, and authors cited in the running text (``@smith2020 shows``)."""
    at = prose.find("@")
    while at >= 0:
        before = prose[max(0, at - 64) : at]
        name = len(before) - len(before.rstrip(_LOCAL))
        domain = _DOMAIN.match(prose, at + 1) if name else None
        author = None if name else _AUTHOR.match(prose, at)
        if domain:
            span = Span(at - name, domain.end())
            yield Mark("url", span, f"mailto:{prose[span.start : span.end]}"), HOLE
        elif author:
            yield Mark("citation", Span(at, author.end()), author.group(1)), ""
        at = prose.find("@", at + 1)


def _brackets(source: str, prose: str) -> Iterator[Found]:
    for found in _BRACKET.finditer(prose):
        inner, rest = found.groups()
        start, end = found.span()
        if start and source[start - 1] == "\\":
            continue
        if inner[0] == "^" and not any(c.isspace() for c in inner) and len(inner) > 1:
            yield Mark("note-ref", Span(start, end), inner[1:]), GLUE
        elif (rest and _LABEL.fullmatch(inner)) or _NUMBERS.fullmatch(inner):
            yield Mark("note-ref", Span(start, end), inner), GLUE
        elif "@" in inner and (keys := _KEYS.findall(inner)):
            yield Mark("citation", Span(start, end), "; ".join(keys)), GLUE
        elif "p." in inner and _PAGES.search(inner):
            yield Mark("citation", Span(start, end), " ".join(inner.replace(GLUE, "").split())), GLUE


def _roles(source: str, prose: str) -> Iterator[Found]:
    """Find MyST and Sphinx citations; one inside code shows no opening in the prose view."""
    for found in _ROLE.finditer(source):
        if prose[found.start()] in "{:":
            yield Mark("citation", Span(*found.span()), found.group(2) or found.group(4)), GLUE
