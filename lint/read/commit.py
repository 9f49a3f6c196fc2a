"""Git's commit messages → ``Document``: what their writer wrote, without what git and other tools put there."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Block, Comment, Document, Span
from lint.read.paragraphs import Reading
from lint.read.plain import holes_between
from lint.read.references import find_references
from lint.read.signs import take_sign
from lint.read.view import Edit, fill, trimmed_blocks, trimmed_marks

_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SCISSORS = pattern(r"(?:^|(?<=[\r\n]))(\S{1,10}) -{20,30} ?(?:>8|8<) ?-{20,30}[ \t]*(?=[\r\n]|\Z)")
_SIGN = "#"
"""What git's own lines begin with, unless the scissors line or git's instructions show another sign."""
_TOLD = pattern(r"(?:^|(?<=[\r\n]))(\S{1,10}) with '(\S{1,10})' will be (?:ignored|kept)")
_PASSED_ON = pattern(r"(?:fixup|squash|amend)! |Merge (?:branch|commit|pull request|remote-tracking|tag)\S* ")
"""Subjects that are another commit's, or git's own."""
_REVERTED = pattern(r"(?:Revert|Reapply) \"")
_SCOPE = pattern(r"[\w./*+-]{1,60}(?:\([^()\r\n]{1,60}\))?!?:[ \t]+(?=\S)")
"""What a subject begins with by many a project's custom: ``feat(parser): …``, ``net/ipv4: …``."""
_TRAILER = pattern(r"([A-Za-z][\w-]{0,60})[ \t]?: ?\S[^\r\n]*|\(cherry picked from commit [^\r\n]*")
_FOLDED = pattern(r"[ \t]+\S")
_TOOLS = frozenset(
    "bug bugs cc change-id closes closing fix fixes git-svn-id issue issues jira link ref refs resolves see ticket".split()
)
_FENCE = pattern(r"[ \t]{0,3}(`{3,}|~{3,})")
_ITEM = pattern(r"[ \t]*(?:[-*•+]|\d{1,3}[.)])[ \t]+\S")
_INDENTED = pattern(r"(?: {4}|\t| {1,3}\t)[ \t]*\S")
_CODE = pattern(r"`[^`\r\n]{1,200}`")


def read(text: str, name: str = "") -> Document:
    """Read a message as git hands it to its editor and to hooks; any text gives a document."""
    kept, edits, comments = _own_lines(text)
    subject = next((line for line in kept if text[line.start : line.end].strip()), None)
    if subject:
        edits += _of_subject(text, subject)
    edits += _of_trailers(text, kept)
    edits += _of_code(text, kept)
    reading = Reading(fill(text, edits), take_sign)
    prose = reading.read()
    if text.startswith("\ufeff"):
        prose = HOLE + prose[1:]
    prose = fill(prose, [(*found.span(), HOLE) for found in _CODE.finditer(prose)])
    more, marks = find_references(text, prose)
    prose = fill(prose, more)
    blocks = trimmed_blocks(prose, reading.blocks)
    if blocks and subject and blocks[0].kind == "paragraph" and blocks[0].span.end <= subject.end:
        blocks = (Block("heading", blocks[0].span, 1), *blocks[1:])
    prose = fill(prose, holes_between(comments, blocks))
    marked = trimmed_marks(prose, reading.marks + marks)
    return Document(name, "commit", text, prose, blocks, marked, tuple(comments))


def _own_lines(text: str) -> tuple[list[Span], list[Edit], list[Comment]]:
    """Return the lines that stay in the message, what hides the others, and the comments among these."""
    sign, end = _sign_and_end(text)
    kept: list[Span] = []
    edits: list[Edit] = [(end, len(text), HOLE)] if end < len(text) else []
    comments: list[Comment] = []
    for found in _LINE.finditer(text, 0, end):
        span = Span(*found.span())
        if found.group().startswith(sign):
            inner = Span(span.start, span.start + len(found.group().rstrip("\r\n")))
            edits.append((*inner, GLUE))
            comments.append(Comment(inner, text[inner.start + len(sign) : inner.end].strip()))
        elif span.start < span.end:
            kept.append(span)
    return kept, edits, comments


def _sign_and_end(text: str) -> tuple[str, int]:
    """Return what git's lines begin with, and where the message ends: git drops what is below the scissors."""
    if scissors := _SCISSORS.search(text):
        return scissors[1], scissors.start()
    told = _TOLD.search(text)
    return (told[1] if told and told[1] == told[2] else _SIGN), len(text)


def _of_subject(text: str, line: Span) -> Iterator[Edit]:
    """Yield what of the subject is not its writer's: another commit's subject, or the name of a part."""
    start, end = line
    if _PASSED_ON.match(text, start, end):
        yield start, start + len(text[start:end].rstrip("\r\n")), HOLE
    elif reverted := _REVERTED.match(text, start, end):
        yield reverted.end() - 1, max(text.rfind('"', start, end) + 1, reverted.end()), HOLE
    elif scope := _SCOPE.match(text, start, end):
        yield *scope.span(), HOLE


def _of_trailers(text: str, lines: list[Span]) -> Iterator[Edit]:
    """Yield the lines that are trailers; beside one that is sure, all that look so in the last paragraph are."""
    paragraphs: list[list[Span]] = [[]]
    for line in lines:
        if text[line.start : line.end].strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    if not paragraphs[-1]:
        paragraphs.pop()
    for number, paragraph in enumerate(paragraphs[1:], 2):
        found = [_TRAILER.match(text, *line) for line in paragraph]
        sure = [bool(match and _is_a_tools(match[1] or "")) for match in found]
        inside = False
        for line, match, certain in zip(paragraph, found, sure, strict=True) if any(sure) else ():
            alike = bool(match) and number == len(paragraphs)
            inside = certain or alike or (inside and bool(_FOLDED.match(text, *line)))
            if inside:
                yield line.start, line.start + len(text[line.start : line.end].rstrip("\r\n")), HOLE


def _is_a_tools(name: str) -> bool:
    """Say whether a trailer of this name is for tools or the record: ``Signed-off-by``, ``Fixes``."""
    low = name.lower()
    return not name or low in _TOOLS or low.endswith("-by") or ("-" in name and name[0].isupper())


def _of_code(text: str, lines: list[Span]) -> Iterator[Edit]:
    """Yield fenced code, and what is indented by four spaces between blank lines and in no list."""
    fence = ""
    is_fresh, in_list, in_code = True, False, False
    for start, end in lines:
        line = text[start:end].rstrip("\r\n")
        opening = _FENCE.match(line)
        if fence or opening:
            yield start, start + len(line), HOLE
            if not fence and opening:
                fence = opening[1][0]
            elif opening and opening[1][0] == fence:
                fence = ""
        elif not line.strip():
            is_fresh = True
        else:
            if _ITEM.match(line):
                in_list = True
            elif is_fresh and not line[0].isspace():
                in_list = False
            in_code = bool(_INDENTED.match(line)) and not in_list and (is_fresh or in_code)
            is_fresh = False
            if in_code:
                yield start, start + len(line), HOLE
