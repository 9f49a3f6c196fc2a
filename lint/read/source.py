"""Programs → ``Document``: their comments and documentation strings, read as the prose that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import HOLE, Comment, Document, Span
from lint.model.typed import NamedTuple
from lint.read.comment_lines import LEGAL, comment_lines, doc_lines, parts_of
from lint.read.embedded import Assembly, Embedded, Piece
from lint.read.languages import GRAMMARS, find_comments
from lint.read.lexed import find_comments as find_lexed
from lint.read.lexed import is_lexed
from lint.read.offsets import CodePoints
from lint.read.view import fill, standing, trimmed_blocks, trimmed_marks

_STET = pattern(r"stet\b", re.IGNORECASE)
_INLINE = pattern(
    r"\{@\w+[^{}\r\n]{0,200}\}|[@\\](?:c|p|a|e|ref|link|cite)[ \t]+[\w.:()#/-]+|(?<!`)`[^`\r\n]{1,200}`(?!`)"
)


class _Token(NamedTuple):
    """A comment or a documentation string."""

    span: Span
    is_doc: bool


def read(text: str, name: str, form: str) -> Document:
    """Read a program in the language that ``form`` names. Raises ReadError where its grammar is not installed."""
    seen = Assembly(text)
    comments: list[Comment] = []
    inner = GRAMMARS[form].inner
    for group in _groups(text, _tokens(text, form)):
        for lines in _texts(text, group, comments):
            for part in parts_of(text, lines, is_doc=group[0].is_doc):
                _add(seen, part, inner)
    prose = seen.prose()
    return Document(
        name,
        form,
        text,
        prose,
        trimmed_blocks(prose, seen.blocks),
        trimmed_marks(prose, seen.marks),
        tuple(sorted(seen.comments + comments)),
        spelled=tuple(seen.spelled),
    )


def _add(seen: Assembly, part: list[Span], inner: str) -> None:
    from lint.read import read as read_any  # the room's door, which opens after its rooms

    text = seen.text
    embedded = Embedded(text, [Piece(line, text[line.start : line.end]) for line in part])
    if embedded.text.strip():
        document = read_any(embedded.text, inner, any_language=True)
        holes = [(*found.span(), HOLE) for found in _INLINE.finditer(embedded.text)]
        prose = fill(document.prose, holes)
        seen.add(embedded, document._replace(prose=prose, spelled=standing(prose, document.spelled)))


def _tokens(text: str, form: str) -> list[_Token]:
    if is_lexed(form):
        return [_Token(span, False) for span in find_lexed(text, form)]
    at = CodePoints(text).at
    found = find_comments(form, text.encode("utf-8", "surrogatepass"))
    return [_Token(Span(at(start), at(end)), is_doc) for start, end, is_doc in found]


def _groups(text: str, tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Yield comments that belong together: line comments on lines of their own, one below the other."""
    group: list[_Token] = []
    for token in tokens:
        if group and not _goes_on(text, group[-1], token):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _goes_on(text: str, before: _Token, token: _Token) -> bool:
    """Say whether a line comment stands right below another of its kind, and both alone on their lines."""
    if before.is_doc or token.is_doc or text.startswith("/*", token.span.start):
        return False
    (start, end), (begin, _) = before.span, token.span
    # Some grammars take a line comment's end into it, others do not.
    breaks = text.count("\n", end, begin) + text.endswith("\n", start, end)
    alone = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    alike = text[start : start + 3].rstrip() == text[begin : begin + 3].rstrip() or text[start] == "#"
    return breaks == 1 and alone and alike and not text[end:begin].strip()


def _texts(text: str, group: list[_Token], comments: list[Comment]) -> Iterator[list[Span]]:
    """Yield the lines of a group, split where a ``stet`` stands, which is put aside; no lines of a licence."""
    if LEGAL.search(text, group[0].span.start, group[-1].span.end):
        return
    lines: list[Span] = []
    for span, is_doc in group:
        own = list(doc_lines(text, span) if is_doc else comment_lines(text, span))
        said = " ".join(text[line.start : line.end].strip() for line in own)
        if _STET.match(said) and not is_doc:
            comments.append(Comment(span, said))
            yield lines
            lines = []
        else:
            lines += own
    yield lines
