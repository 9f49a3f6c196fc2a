"""The prose view of Markdown: what its inline markup and its runs put into it."""

from __future__ import annotations

from lint.model.text import GLUE, HOLE, Block, Comment, Mark, Span
from lint.read import html
from lint.read.elements import tag_of
from lint.read.growing import ParsedView
from lint.read.markdown_runs import CODE_SPAN, Chunk, Runs, may_close

_new = tuple.__new__


class MarkdownView(ParsedView):
    """A view of Markdown, whose runs are put into it where the parser confirms them."""

    def __init__(self, source: str, base: int, runs: Runs) -> None:
        """Begin at offset ``base``."""
        self.text = runs.text[base:] if base else runs.text
        super().__init__(source, base, self.text)
        self.runs = runs.chunks
        self.marks: list[Mark] = []
        self.comments: list[Comment] = []
        self.code: list[Span] = []
        self.term = False  # whether a run was made a term by a definition that comes after it
        self.elements: list[html.Element] = []

    def misread(self) -> bool:
        """Say whether what a run holds changes what comes after: the end of a fence or HTML block, or a term."""
        return self.term or may_close(self.source, self.runs.values())

    def take_run(self, at: int) -> None:
        """Put the run that begins at ``at`` into the view, which is there between two blocks."""
        source, pieces = self.source, self.pieces
        for chunk in self.runs.pop(at):
            kind, start, end, level, markup = chunk
            if markup is not None:
                self._take_marked(chunk)
                continue
            pieces.append(HOLE * (start - self.pos))
            self.pos = end
            if kind == "code":
                self.code.append(Span(start, end))
                pieces.append(HOLE * (end - start))
            elif kind == "html":
                self._take_html(start, end)
            else:
                self.blocks.append(_new(Block, (kind, _new(Span, (start, end)), level, False)))
                text = source[start:end]
                if "`" in text:
                    parts = text.split("`")
                    self._take_code(parts, start)
                    pieces += parts
                else:
                    pieces.append(text)

    def _take_code(self, parts: list[str], at: int) -> None:
        """Blank every other of the parts of a text at ``at``, which stood between two backticks."""
        marks = self.marks
        for number in range(1, len(parts), 2):
            start = at + len(parts[number - 1])
            at = start + len(parts[number]) + 2
            parts[number] = HOLE * (at - start)
            marks.append(_new(Mark, ("code", _new(Span, (start, at)), "")))

    def _take_marked(self, chunk: Chunk) -> None:
        kind, done, end, level, markup = chunk
        for found, address in markup or ():
            start, past = found.span()
            if done < start:
                self.put(done, start)
            done = past
            name = found.lastgroup
            if name == "code":
                self.take_code("", start, past)
            elif name == "tag":
                self.take_tag(found.group(), start, past)
            elif name == "indent":
                self.put(start, start + 1)
            elif name == "stars" or name == "lines":
                width = 1 + len(found[name])
                self.marks.append(_new(Mark, ("emphasis", _new(Span, (start + width, past - width)), "")))
                self.put(start + width, past - width)
            else:
                self._take_anchor(*found.span("anchor"))
                self.marks.append(_new(Mark, ("link", _new(Span, (start + 1, self.pos)), address)))
        if done < end:
            self.put(done, end)
        self.blocks.append(_new(Block, (kind, _new(Span, (self.first, self.pos)), level, False)))
        self.first = -1

    def _take_anchor(self, start: int, end: int) -> None:
        for found in CODE_SPAN.finditer(self.source, start, end):
            if start < found.start():
                self.put(start, found.start())
            self.take_code("", *found.span())
            start = found.end()
        if start < end:
            self.put(start, end)

    def _take_html(self, start: int, end: int) -> None:
        """Take a tag or a comment that stands alone, and the end of its line."""
        token = self.source[start:end]
        filler, line_end = GLUE, "\n"
        if token[1] == "!":
            self.comments.append(html.comment_of(self.source, Span(start, end)))
        elif token[1] != "/" and (tag := tag_of(token)):
            filler = tag.fill[0]
            line_end = tag.hides or line_end
        self.pieces.append(filler * (end - start))
        if end < len(self.source):
            self.pieces.append(line_end)
            self.pos = end + 1

    def take_code(self, _: str, start: int, end: int) -> None:
        """Take a code span."""
        if start >= self.pos:
            self.marks.append(_new(Mark, ("code", _new(Span, (start, end)), "")))
        if start == self.pos and self.first >= 0:
            self.pieces.append(HOLE * (end - start))
            self.pos = end
        else:
            self.put(start, end, HOLE)

    def take_tag(self, value: str, start: int, end: int) -> None:
        """Take a tag or a comment inside a sentence."""
        if start < self.pos:
            return
        if value.startswith("<!--"):
            self.comments.append(html.comment_of(self.source, Span(start, end)))
        tag, closes, target = html.parse_tag(value)
        apart = tag in ("br", "hr", "img") and self.source[end : end + 1] not in "\r\n"
        self.put(start, end, HOLE if apart else GLUE)
        if closes:
            mark, hidden = html.close(self.source, self.elements, tag, start)
            self.marks.extend([mark] if mark else [])
            self.hidden.extend([hidden] if hidden else [])
        elif tag:
            self.elements.append(html.Element(tag, end, target))
