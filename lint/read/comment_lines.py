"""The lines of comments and documentation strings, without delimiters: what in them people read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import Span

_LINE_MARK = pattern(r"(?://+[!<]?|#+!?)[ \t]?")
_BLOCK_MARK = pattern(r"/\*[*!]*[ \t]?")
_STAR = pattern(r"[ \t]*\*(?!/)[ \t]?|[ \t]*(?=\*/)")
_DOC_MARK = pattern(r"[rRuUbBfF]{0,2}(\"\"\"|'''|\"|')")
_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LINE_END = pattern(r"[ \t]*(?:\r\n|\r|\n)")
_TAG = pattern(r"[ \t]*[@\\](\w+)(?:\[[\w, ]*\])?[ \t]*(?:\{[^{}\r\n]{0,200}\}[ \t]*)?")
_NAMED = frozenset(
    "param tparam arg argument prop property template throws throw exception retval cvar ivar".split()
)
"""Tags with a name before their prose."""
_NAME = pattern(r"\[?[\w.$:<>]+[^\s\]]*\]?[ \t]*(?:-[ \t]+)?")
_BARE = frozenset(
    """
    author version since type typedef see file fileoverview module copyright license ingroup defgroup addtogroup name class
    struct fn var def enum callback implements extends augments memberof default alias hideinitializer package
    """.split()
)
"""Tags that are followed by no prose."""
_EXAMPLES = frozenset(("example", "code", "verbatim", "snippet", "dontinclude", "include", "dot", "f"))
"""Tags that begin something that is not prose, until the next one."""
_MACHINE = pattern(  # lines for tools, not for people
    r"\s*(?:!|noqa\b|type:|pylint:|pragma\b|flake8|isort:|mypy:|ruff:|fmt:|yapf:|nosec\b|coding[:=]|-\*-|vim?:|ex:"
    r"|eslint|jshint|jslint|prettier-|@?ts-(?:ignore|expect|nocheck|check)|istanbul\b|c8\b|webpack|sourceMappingURL|<reference\b"
    r"|go:|nolint\b|lint:|\+build\b|export \w+$|clang-(?:format|tidy)|NOLINT|NOSONAR|shellcheck\b|cspell)",
    re.IGNORECASE,
)
_CODE = pattern(
    r"[^\r\n]{0,300}[;{}]\s*$|\s*(?:if|elif|for|while|switch|catch)\b[^\r\n]{0,300}[({:]\s*$"
    r"|\s*(?:import|from|export|const|let|var|fn|func|def|class|return|package|use|pub|public|private|static)\b[^\r\n]{0,300}[(){}=;:.]\s*$"
    r"|\s*#\s*(?:include|define|ifn?def|endif|if|else)\b|\s*[\w.\[\]\"'>-]{1,200}\s*(?:[-+*/|&^%]?=|:=|\+\+|--)(?:\s|$)"
    r"|\s*[\w.:>-]{1,200}\([^()\r\n]{0,200}\)[,;]?\s*$|\s*</?\w[^>\r\n]{0,200}>\s*$|\s*[$>]\s|\s*[A-Za-z_]\w*=\S*\s*$"
)
_BANNER = pattern(r"[\s*=~#/+_<>|.-]*$")
LEGAL = pattern(r"SPDX-License-Identifier|\bCopyright\b|\bLicensed under\b", re.IGNORECASE)


def comment_lines(text: str, span: Span) -> Iterator[Span]:
    """Yield the lines of a comment behind their delimiters, line ends included."""
    if not span.start and text.startswith("#!"):
        return  # what runs the script
    is_block = text.startswith("/*", span.start)
    mark = (_BLOCK_MARK if is_block else _LINE_MARK).match(text, span.start, span.end)
    at, past = mark.end() if mark else span.start, span.end
    if is_block and text.endswith("*/", span.start + 2, past):
        past -= 2
    elif not is_block and (end := _LINE_END.match(text, past)):
        past = end.end()  # so that lines below each other are lines of one text
    for line in _lines(text, at, past):
        star = _STAR.match(text, line.start, past) if is_block and line.start > at else None
        yield Span(star.end(), max(line.end, star.end())) if star else line


def doc_lines(text: str, span: Span) -> Iterator[Span]:
    """Yield the lines of a documentation string without quotation marks and common indentation."""
    mark = _DOC_MARK.match(text, span.start, span.end)
    if not mark:
        return
    lines = _lines(text, mark.end(), max(span.end - len(mark[1]), mark.end()))
    bodies = [text[line.start : line.end] for line in lines[1:]]
    indent = min((len(b) - len(b.lstrip(" \t")) for b in bodies if b.strip()), default=0)
    for number, line in enumerate(lines):
        most = len(text[line.start : line.end].rstrip("\r\n"))
        yield Span(line.start + min(indent, most), line.end) if number else line


def _lines(text: str, at: int, past: int) -> list[Span]:
    lines: list[Span] = []
    while at < past and (found := _LINE.match(text, at, past)):
        lines.append(Span(at, found.end()))
        at = found.end()
    return lines


def parts_of(text: str, lines: list[Span], *, is_doc: bool) -> Iterator[list[Span]]:
    """Yield runs of lines that make one text each, without what is there for machines.

    A documentation tag begins a run behind its name. In comments, code that was commented out is left
    out: all of them where most lines are code.
    """
    code = [not is_doc and bool(_CODE.match(text, *line)) for line in lines]
    if sum(code) * 2 > sum(bool(text[line.start : line.end].strip()) for line in lines):
        return
    part: list[Span] = []
    skipping = False
    for line, is_code in zip(lines, code, strict=True):
        machine = _is_for_machines(text, line)
        tag = None if machine else _TAG.match(text, *line)
        if tag:
            skipping = tag[1] in _EXAMPLES
        starts = bool(tag) or skipping or is_code or machine
        if starts and part:
            yield part
            part = []
        if tag and not skipping and tag[1] not in _BARE:
            part.append(Span(_prose_of(text, tag, line), line.end))
        elif not starts:
            part.append(line)
    if part:
        yield part


def _is_for_machines(text: str, line: Span) -> bool:
    written = bool(text[line.start : line.end].strip())
    return written and bool(_MACHINE.match(text, *line) or _BANNER.match(text, *line))


def _prose_of(text: str, tag: re.Match[str], line: Span) -> int:
    """Return where the prose of a tag's line begins: behind its type and its name."""
    at = tag.end()
    name = _NAME.match(text, at, line.end) if tag[1] in _NAMED else None
    return name.end() if name else at
