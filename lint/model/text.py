"""A text as a linter sees it: where the prose is, and how it is laid out.

Offsets are code points of ``Document.text``, 0-based, half-open. The prose view has exactly the
length of the text, so an offset in the view *is* the offset in the source.
"""

from __future__ import annotations

from lint.model.typed import NamedTuple

GLUE = "\ufdd0"
"""Fills markup that a reader does not see (``**``, ``](url)``, ``> ``): transparent to matching."""

HOLE = "\ufdd1"
"""Fills what is not prose (code, maths, attributes, front matter): opaque, nothing matches across."""


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Block(NamedTuple):
    """One run of prose that a reader takes in as a unit.

    ``kind`` is ``paragraph``, ``heading``, ``item``, ``cell`` or ``note`` (a footnote's text).
    ``level`` is a heading's level (1–6; 0 for the title of a box, outside the outline), else the nesting
    depth of lists. ``quoted`` is true inside a block quotation.
    """

    kind: str
    span: Span
    level: int = 0
    quoted: bool = False


class Mark(NamedTuple):
    """A piece of markup that can be evidence, or that qualifies its text.

    ``kind`` is ``link`` (span of the visible anchor text; ``target`` the address), ``url`` (a bare or
    bracketed address), ``note-ref`` (``target`` the label), ``note`` (a footnote definition),
    ``citation`` (a citation key, or the text of a ``<cite>`` element), ``gloss`` (a word that its markup
    explains, as ``<abbr title>`` and ``<time datetime>`` do; ``target`` the explanation), ``ref`` (a reference to
    a label of the same text; ``target`` the label), ``emphasis``, ``code`` or ``image``.
    """

    kind: str
    span: Span
    target: str = ""


class Comment(NamedTuple):
    """A comment of the format, without its delimiters: the place where ``stet`` is written."""

    span: Span
    text: str


class Cell(NamedTuple):
    """A cell of a notebook: its number from 1, where its source stands, and where each of its lines begins."""

    number: int
    span: Span
    lines: tuple[int, ...]


class Spelled(NamedTuple):
    """Markup that a reader sees as other characters, never more than it has itself: ``&rsquo;``, ``<br>``, ``<q>``."""

    start: int
    end: int
    seen: str


class Bibliography(NamedTuple):
    """Where entries are that a text cites: the ``path`` of a file as the text gives it, at ``span``.

    Where the text's own metadata lists them, ``keys`` holds them, and there is no path.
    """

    path: str
    span: Span
    keys: tuple[str, ...] = ()


class ReadError(ValueError):
    """A text that its reader gives up; the message says why and what to do. ``line`` is 0 where none is known."""

    def __init__(self, message: str, line: int = 0) -> None:
        """Keep the message and the line."""
        super().__init__(message)
        self.line = line


class Document(NamedTuple):
    """A text, its prose view and its structure, as one reader saw it.

    Invariant: ``len(prose) == len(text)`` and each character of ``prose`` is the source's own,
    ``GLUE`` or ``HOLE``. Blocks are in the order in which they begin. They do not overlap, but one may hold others whole
    (a note that is written inside a sentence): what these show is none of its own. ``cells`` are those of a notebook
    that have prose. A character reference stands in ``prose`` as it is written; ``spelled`` tells, in order, what
    is seen instead where it is read. ``note`` says what was left out, and why. ``bibliographies`` are all that the
    text names; none where it may name others that its reader cannot tell.
    """

    name: str
    format: str
    text: str
    prose: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    comments: tuple[Comment, ...] = ()
    cells: tuple[Cell, ...] = ()
    spelled: tuple[Spelled, ...] = ()
    note: str = ""
    bibliographies: tuple[Bibliography, ...] = ()
