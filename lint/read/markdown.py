"""Markdown → ``Document``: CommonMark with GitHub's, Pandoc's, MyST's and MDX's common extensions."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter

from pyromark import Markdown, Options

from lint.model.text import GLUE, HOLE, Bibliography, Block, Document, Mark, Span
from lint.model.typed import Any
from lint.read import front_matter, html
from lint.read.markdown_inline import find_notes
from lint.read.markdown_runs import Runs, find_runs
from lint.read.markdown_view import MarkdownView
from lint.read.masks import Masked, find_link_comments, masked, without_surrogates
from lint.read.references import find_references
from lint.read.view import fill, spelled_out, standing, trimmed_blocks, trimmed_marks

_PARSER = Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_MATH
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST
    | Options.ENABLE_WIKILINKS
)
_SHORT = 6_000
"""Characters."""
_INLINE = {"Emphasis": 1, "Strong": 2, "Strikethrough": 0, "Superscript": 0, "Subscript": 0}
_new = tuple.__new__  # half the time of the named tuples' own constructors


def read(text: str, name: str = "", *, runs: bool | None = None) -> Document:
    """Read Markdown; any text gives a document, and what the parser does not know stays prose.

    Without ``runs`` all of it is the parser's. The document is the same, and takes more time: unless the text is short, as
    that the expression which finds them would take longer to get ready.
    """
    if runs is None:
        runs = len(text) > _SHORT
    try:
        return _read(text, name, masked(text, name), runs)
    except UnicodeEncodeError:
        return _read(text, name, masked(without_surrogates(text), name), runs)


def _read(text: str, name: str, mask: Masked, runs: bool) -> Document:
    source = mask.text
    base = front_matter.length(text)
    found = find_runs(source, base, _PARSER.reference_definitions) if runs else Runs(source, {})
    reading = _Reading(source, base, found, mask.asides)
    reading.read_events()
    if reading.misread():
        return _read(text, name, mask, runs=False)
    reading.hidden += mask.lines
    prose = reading.prose()
    blocks, notes = reading.blocks, list[Span]()
    if "^" in prose and "^[" in prose:
        from lint.read.notes import (  # imported late: few texts have notes in their sentences
            around,
            trimmed_around,
        )

        inner, notes = find_notes(prose, blocks)
        blocks = sorted([*blocks, *inner], key=itemgetter(1))
        prose = fill(prose, around(notes, tuple(inner)))
    edits, marks = find_references(source, spelled_out(prose, reading.spelled) if reading.spelled else prose)
    more, comments = find_link_comments(text, reading.code)
    prose = fill(prose, edits + more)
    return Document(
        name,
        "markdown",
        text,
        prose,
        trimmed_around(prose, blocks, notes) if notes else trimmed_blocks(prose, blocks),
        trimmed_marks(prose, reading.marks + marks),
        tuple(sorted(reading.comments + mask.comments + comments)),
        spelled=standing(prose, reading.spelled),
        bibliographies=_bibliographies(text, base),
    )


def _bibliographies(text: str, base: int) -> tuple[Bibliography, ...]:
    if "bibliography" not in text and "references:" not in text:
        return ()
    from lint.read.bibliographies import in_directives, in_metadata  # imported late: few texts name one

    return in_metadata(text, base) + (in_directives(text) if "{bibliography}" in text else ())


class _Reading(MarkdownView):
    """One pass over the parser's events: the prose view as it grows, and what was seen on the way."""

    def __init__(self, source: str, base: int, runs: Runs, asides: set[int]) -> None:
        super().__init__(source, base, runs)
        self.asides = asides
        self.links: list[tuple[int, str]] = []
        self.markup: list[Span] | None = None

    def read_events(self) -> None:
        event: Any  # a string or a dict of one key; the parser's union of some twenty is not narrowed here
        low, high, surplus = self.points.stretch(0)
        at, pieces, source = self.points.at, self.pieces, self.source
        for event, where in _PARSER.events_with_range(self.text):
            first, past = where["start"], where["end"]
            if not low <= first < high:
                low, high, surplus = self.points.stretch(first)
            start = first - surplus
            if event.__class__ is str:
                self._signal(event, start, past - first)
                continue
            value = event.get("Text")
            if value is None:
                for kind, data in event.items():
                    _HANDLERS[kind](self, data, start, past - surplus if past < high else at(past))
                continue
            end = start + len(value)
            if (  # most text goes on with its block, and is spelled as it reads
                start == self.pos
                and self.first >= 0
                and past - first == end - start
                and source[start:end] == value
            ):
                pieces.append(value)
                self.pos = end
            else:
                self.put_text(value, start, past - first, past)
        self.end_block()

    def _signal(self, event: str, start: int, width: int) -> None:
        if event == "Rule":
            self.end_block()
        elif start == self.pos and self.first >= 0 and self.source[start] != "\\":
            self.pieces.append(self.source[start : start + width])
            self.pos = start + width
        else:
            self.put_break(start, width)

    def _math(self, _: str, start: int, end: int) -> None:
        """Take a formula, unless its closing ``$`` is the sign of the next sum: ``$5–$10``."""
        money = self.source[end - 2 : end] != "$$" and self.source[end : end + 1].isdigit()
        self.put(start, end, "" if money else HOLE)

    def _display_math(self, _: str, start: int, end: int) -> None:
        self.put(start, end, HOLE)

    def _task(self, _: bool, start: int, end: int) -> None:
        self.put(start, end, HOLE)

    def _note_ref(self, label: str, start: int, end: int) -> None:
        self.marks.append(Mark("note-ref", Span(start, end), label))
        self.put(start, end, GLUE)

    def _html_line(self, _: str, start: int, end: int) -> None:
        if self.markup is not None:
            self.markup.append(Span(start, end))

    def _html_block(self) -> None:
        """Take the text between the tags of an HTML block, split where its block tags split it."""
        lines, self.markup = self.markup or [], None
        if not lines:
            return
        start = lines[0].start
        part = html.read_part(self.source, Span(start, lines[-1].end), self.context[-1])
        for line in lines:
            self.put(*line)
            self.pieces[-1] = part.prose[line.start - start : line.end - start]
        self.first = -1
        self.blocks += part.blocks
        self.marks += part.marks
        self.comments += part.comments
        self.spelled += part.spelled

    def _start(self, tag: Any, start: int, end: int) -> None:
        data: Any = None
        name = tag
        if not isinstance(tag, str):
            ((name, data),) = tag.items()
        if name in _INLINE:
            width = _INLINE[name]
            if width and start >= self.pos:
                self.marks.append(Mark("emphasis", Span(start + width, end - width)))
        elif name == "Link":
            self._link(data, start, end)
        elif name == "Image":
            if start >= self.pos:
                self.marks.append(Mark("image", Span(start, end), data["dest_url"]))
            self.put(start, end, HOLE)
        else:
            self._open(name, data, start, end)

    def _link(self, data: dict[str, Any], start: int, end: int) -> None:
        if data["link_type"] in ("Autolink", "Email"):
            address = ("mailto:" if data["link_type"] == "Email" else "") + data["dest_url"]
            if start >= self.pos:
                self.marks.append(Mark("url", Span(start, end), address))
            self.put(start, end, HOLE)
            self.links.append((-1, ""))
        else:
            self.links.append((start + 1, data["dest_url"]))

    def _open(self, name: str, data: Any, start: int, end: int) -> None:
        """Enter a block: leave the one before, and note what its text will be."""
        self.end_block()
        if name == "Paragraph":
            if start in self.runs and len(self.context) == 1:
                self.take_run(start)
            return
        outer = self.context[-1]
        self.term = self.term or (name == "DefinitionListTitle" and start in self.runs)
        if name == "Heading":
            self.context.append(Block("heading", outer.span, int(data["level"][1]), outer.quoted))
        elif name == "Item":
            if self.asides and _after_signs(self.source, start) in self.asides:
                self.context.append(outer._replace(kind="paragraph"))
            else:
                self.context.append(Block("item", outer.span, outer.level + 1, outer.quoted))
        elif name == "BlockQuote":
            aside = data or (self.asides and _after_signs(self.source, start) in self.asides)
            self.context.append(Block("paragraph", outer.span, outer.level, outer.quoted or not aside))
        elif name in _KINDS:
            self.context.append(outer._replace(kind=_KINDS[name]))
        elif name == "CodeBlock":
            self.code.append(Span(start, end))
            self.pieces.append(HOLE * (end - self.pos))
            self.pos = max(end, self.pos)
        elif name == "HtmlBlock":
            self.markup = []
        if name == "FootnoteDefinition":
            self.marks.append(Mark("note", Span(start, end), data))

    def _end(self, tag: str | dict[str, Any], start: int, end: int) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in _INLINE or name == "Image":
            return
        if name == "Link":
            inner, target = self.links.pop()
            if inner >= 0:
                self.marks.append(Mark("link", Span(inner, max(inner, self.pos)), target))
            return
        if name == "HtmlBlock":
            self._html_block()
        self.end_block()
        if name in _CONTAINERS:
            self.context.pop()


def _after_signs(source: str, at: int) -> int:
    while source[at : at + 1] in ("\t", " ", ">"):
        at += 1
    return at


_KINDS = {
    "TableCell": "cell",
    "FootnoteDefinition": "note",
    "DefinitionListTitle": "item",
    "DefinitionListDefinition": "item",
}
_CONTAINERS = frozenset(("Heading", "Item", "BlockQuote", *_KINDS))
_HANDLERS: dict[str, Callable[[_Reading, Any, int, int], None]] = {
    "Start": _Reading._start,
    "End": _Reading._end,
    "Code": _Reading.take_code,
    "InlineMath": _Reading._math,
    "DisplayMath": _Reading._display_math,
    "FootnoteReference": _Reading._note_ref,
    "TaskListMarker": _Reading._task,
    "InlineHtml": _Reading.take_tag,
    "Html": _Reading._html_line,
}
