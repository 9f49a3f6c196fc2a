"""The prose view of a Typst source as it grows: headings, items, emphasis and content in brackets."""

from __future__ import annotations

from lint.model.text import Block, Mark, Span
from lint.read.tex_view import Frame, State, TexView
from lint.read.typst_words import HIDDEN, INLINE, KIND

_MARKED = 100


class Scope:
    """What content in brackets begins anew: its items, by the columns of their markers, and whether a heading is open."""

    __slots__ = ("base", "heading", "items")

    def __init__(self, base: State) -> None:
        """Begin with a paragraph, or whatever ``base`` is."""
        self.base = base
        self.items: list[int] = []
        self.heading = False


class TypstView(TexView):
    """The pieces of the view so far, and the blocks and marks found."""

    def __init__(self, source: str) -> None:
        """Begin; what is scanned has one kind of line end, at the same length."""
        super().__init__(source.replace("\r\n", " \n").replace("\r", "\n") if "\r" in source else source)
        self.source = source
        self.scopes = [Scope(self.state)]
        self.terms: list[int] = []  # where terms end that are described
        self.fresh = -1  # where the text of a line of markup begins
        self._begins = 0  # the line that was looked at last, and the next
        self._next = 0
        self.hidden = 0  # so many brackets around are not read

    def line_start(self, pos: int) -> int:
        """Return where the line begins that holds ``pos``, which is never less than it was before."""
        while self._next <= pos:
            self._begins = self._next
            self._next = self.text.find("\n", self._begins) + 1 or len(self.text) + 1
        return self._begins

    def words(self, start: int, end: int) -> None:
        """Take text."""
        if start < end:
            if self.hidden:
                self.hole(start, end)
                return
            if self.first < 0:
                self.first = start
            self.pieces.append(self.source[start:end])

    def _rest(self) -> State:
        """Return what a block is that is no heading."""
        scope = self.scopes[-1]
        if not scope.items:
            return scope.base
        depth = scope.base.level if scope.base.kind == "item" else 0
        return State("item", depth + len(scope.items), scope.base.quoted)

    def begin_heading(self, pos: int, level: int) -> None:
        """Begin a heading, which ends with its line."""
        self.flush(pos)
        self.scopes[-1].heading = True
        self.state = State("heading", level, self.state.quoted)

    def end_line(self, pos: int) -> None:
        """End a heading."""
        self.end_emphasis()
        self.flush(pos)
        self.scopes[-1].heading = False
        self.state = self._rest()

    def begin_item(self, indent: int, pos: int) -> None:
        """Begin an item whose marker stands at a column."""
        self.flush(pos)
        self.scopes[-1].items.append(indent)
        self.state = self._rest()

    def leave_items(self, indent: int, pos: int) -> None:
        """Come to a line at a column: it ends the items whose markers stand there or further right."""
        items = self.scopes[-1].items
        if items[-1] >= indent:
            self.end_emphasis()
            self.flush(pos)
            while items and items[-1] >= indent:
                items.pop()
            self.state = self._rest()

    def end_paragraph(self, pos: int) -> None:
        """Come to a blank line."""
        self.end_emphasis()
        self.flush(pos)
        if self.scopes[-1].heading:
            self.end_line(pos)

    def end_emphasis(self) -> None:
        """Drop the emphasis that is open."""
        while self.stack and self.stack[-1].act == "sign":
            self.stack.pop()

    def toggle(self, sign: str, start: int) -> int:
        """Begin or end emphasis by a sign; return where to go on."""
        stack = self.stack
        for place in range(len(stack) - 1, max(len(stack) - 3, -1), -1):
            if stack[place].act != "sign":
                break
            if stack[place].target == sign:
                if len(stack) < _MARKED:
                    self.marks.append(Mark("emphasis", Span(stack[place].inner, start)))
                del stack[place:]
                return self.fill(start, start + 1)
        stack.append(Frame("sign", start + 1, sign))
        return self.fill(start, start + 1)

    def open_bracket(self, start: int) -> int:
        """Take a bracket in text."""
        self.stack.append(Frame("bracket"))
        self.words(start, start + 1)
        return start + 1

    def close_bracket(self, start: int) -> int:
        """Take a bracket that closes: content, or one in text."""
        self.end_emphasis()
        if not self.stack or self.stack[-1].act == "bracket":
            if self.stack:
                self.stack.pop()
            self.words(start, start + 1)
            return start + 1
        return self.close_content(start)

    def open_content(self, name: str, start: int, *, inline: bool, target: str = "") -> int:
        """Go into the content that a function of this name is given; return where its text begins."""
        last = name.rpartition(".")[2]
        inner = start + 1
        note = last == "footnote" and not self.hidden
        self.hidden += last in HIDDEN
        frame = Frame("content", inner, f"{last} {target}")
        kind = KIND.get(last, "")
        state = State(
            kind or "paragraph", 1 if kind == "heading" else 0, self.state.quoted or last == "quote"
        )
        if note:
            self.marks.append(Mark("note-ref", Span(start, inner)))
            self.enter_apart(start, frame, state)
        elif inline and (last in INLINE or not kind):
            self.stack.append(frame)
            state = self.state
        else:
            self.enter(start, frame, state)
        self.fill(start, inner)
        self.scopes.append(Scope(state))
        return inner

    def close_content(self, start: int) -> int:
        """Leave the innermost content, whose bracket closes at ``start``."""
        name, _, target = self.stack[-1].target.partition(" ")
        inner = self.stack[-1].inner
        if self.scopes[-1].heading:
            self.end_line(start)
        elif self.scopes[-1].items:
            self.leave_items(-1, start)
        self.scopes.pop()
        self.hidden -= name in HIDDEN
        if target and not self.hidden and len(self.stack) < _MARKED:
            self.marks.append(Mark("link", Span(inner, start), target))
        elif name == "footnote" and not self.hidden and len(self.stack) < _MARKED:
            self.marks.append(Mark("note", Span(inner, start)))
        self.leave(start, start + 1)
        return self.fill(start, start + 1)

    def split_terms(self) -> list[Block]:
        """Return the blocks in order, terms apart from their descriptions."""
        blocks = self.ordered()
        if not self.terms:
            return blocks
        made: list[Block] = []
        terms = iter([*self.terms, len(self.text) + 1])
        term = next(terms)
        for block in blocks:
            start, end = block.span
            while term <= start:
                term = next(terms)
            if term < end and block.kind == "item":
                made += [block._replace(span=Span(start, term)), block._replace(span=Span(term + 1, end))]
            else:
                made.append(block)
        return made
