"""The layout of a page: its blocks, what is hidden in it and what is marked, in one pass over its tags."""

from __future__ import annotations

from itertools import accumulate

from lint.model.text import GLUE, Block, Comment, Span, Spelled
from lint.model.typed import NamedTuple
from lint.read.elements import (
    ENDS_BLOCK,
    ENDS_P,
    HEADINGS,
    IMPLIED,
    INLINE,
    KINDS,
    OPENS_BLOCK,
    OPENS_MARK,
    Tag,
    is_marked,
    tag_of,
)
from lint.read.nesting import Nesting, State

_CHANGING = frozenset((*KINDS, *HEADINGS, "blockquote", "footer", "table"))
_PAGE = Block("paragraph", Span(0, 0))
_CODE = Tag("", 0, "code")
_LONG = 80
"""A tag of so many characters and more is hardly met again."""
_MOST_KNOWN = 5000
_known: dict[str, Tag] = {}
_new = tuple.__new__


class Opened(NamedTuple):
    """A marked element that is open: its tag, and where its content begins."""

    tag: Tag
    inner: int


class Marked(NamedTuple):
    """What a mark will be made of: where its content is, and its tag."""

    start: int
    end: int
    tag: Tag


class Layout(Nesting):
    """One pass over the pieces of a page: text at the even places, markup at the odd ones.

    Afterwards the pieces are those of the prose view. ``at`` is the place of markup among them.
    """

    def __init__(self, pieces: list[str], base: int, xml: bool, outer: Block = _PAGE) -> None:
        """Begin with nothing open; offsets count from ``base``. In XML a tag may close its own element.

        ``outer`` is the block that surrounds a part of another format.
        """
        super().__init__(outer)
        self.inside = outer is not _PAGE
        self.pieces = pieces
        self.xml = xml
        self.starts = list(accumulate(map(len, pieces), initial=base))
        self.blocks: list[Block] = []
        self.marked: list[Marked] = []
        self.comments: list[Comment] = []
        self.spelled: list[Spelled] = []
        self.literal: list[Span] = []
        self.opened: list[Opened] = []
        self.quotes = 0
        self.first = -1  # the markup after which the open block begins
        self.broken = -2  # the last line break

    def read(self) -> None:
        """Read it all."""
        pieces, states, apart = self.pieces, self.states, self.apart
        known, acts = _known.get, _ACTS
        at = -1
        for token in pieces[1::2]:
            at += 2
            fill = states[-1][1]
            if fill and pieces[at - 1]:
                pieces[at - 1] = fill * len(pieces[at - 1])
            tag = known(token)
            if tag is None:
                if fill and token.startswith("<a ") and "a" not in apart:
                    pieces[at] = GLUE * len(token)
                    continue
                tag = self._learn(token, at)
                if tag is None:
                    continue
            pieces[at] = tag[0]
            act = tag[1]
            if act:
                acts[act](self, tag, at)
            elif apart and tag[2] in apart:
                self._again(tag, token, at)
        if states[-1][1]:
            pieces[-1] = states[-1][1] * len(pieces[-1])
        self._flush(len(pieces), states[-1])
        self.marked += [_new(Marked, (*span, _CODE)) for span in self.code]

    def _learn(self, token: str, at: int) -> Tag | None:
        """Return what a token means that was not met before; None for markup that is no tag, which is taken here."""
        tag = tag_of(token)
        if tag is None:
            self._take_markup(token, at)
        elif self.inside and tag.act == INLINE and token.lstrip("</")[:1].isupper():
            # A component of MDX (`<Tabs>`) lays out blocks; only HTML's own inline tags stay inside a sentence.
            return tag._replace(act=ENDS_BLOCK if token[1] == "/" else OPENS_BLOCK)
        elif len(token) < _LONG:
            if len(_known) > _MOST_KNOWN:
                _known.clear()
            _known[token] = tag
        return tag

    def _take_markup(self, token: str, at: int) -> None:
        start = self.starts[at]
        end = start + len(token)
        if self.xml and token.startswith("<![CDATA["):
            inner = token[9:].removesuffix("]]>")
            fill = self.states[-1].fill
            shown = fill * len(inner) if fill else inner
            self.pieces[at] = GLUE * 9 + shown + GLUE * (len(token) - 9 - len(inner))
            self.literal.append(Span(start, end))
            return
        self.pieces[at] = GLUE * len(token)
        if token.startswith("<!--"):
            self.comments.append(Comment(Span(start, end), token[4:].removesuffix("-->").strip()))

    def _flush(self, at: int, state: State) -> None:
        """End the open block before the markup at ``at``."""
        first = self.first + 1
        if first + 1 == at and (not self.pieces[first] or self.pieces[first].isspace()):
            return
        span = _new(Span, (self.starts[first], self.starts[at]))
        self.blocks.append(_new(Block, (state[3], span, state[4], state[5])))

    def _open_block(self, tag: Tag, at: int) -> None:
        name, names, states = tag[2], self.names, self.states
        before = states[-1]
        if self.paragraphs and name in ENDS_P:
            self.end_paragraph(self.starts[at])
        if name in IMPLIED:
            self.end_implied(name, self.starts[at])
        elif names and names[-1] in HEADINGS and name in HEADINGS:
            self.cut(len(names) - 1, self.starts[at])
        if not states[-1][2]:
            self._flush(at, before)
            self.first = at
        if name == "html" or name == "body":
            if tag[4] and not names:  # what its class is called says nothing of a whole page
                self.enter(tag._replace(hides=""), self.starts[at + 1], -1)
        elif name != "hr" and not (tag[7] and self.xml):
            names.append(name)
            if name == "p":
                self.paragraphs += 1
            if name in _CHANGING or tag[3] or tag[4]:
                self.enter(tag, self.starts[at + 1], len(names) - 1)

    def _end_block(self, tag: Tag, at: int) -> None:
        before = self.states[-1]
        name, names = tag[2], self.names
        depth = len(names) - 1 if names and names[-1] == name else self.depth_of(name)
        if depth >= 0:
            self.cut(depth, self.starts[at])
        if not self.states[-1][2]:
            self._flush(at, before)
            self.first = at

    def _open_apart(self, tag: Tag, at: int) -> None:
        if tag.alone and self.xml:
            return
        if is_marked(tag.name, tag.target):
            self._open_mark(tag, at)
        self.keep(tag.name)
        self.enter(tag, self.starts[at + 1], len(self.names) - 1)

    def _again(self, tag: Tag, token: str, at: int) -> None:
        """Follow a plain inline element while one of its name is kept."""
        if token[1] == "/":
            self.end_apart(tag.name, self.starts[at])
        elif not (tag.alone and self.xml):
            self.keep(tag.name)

    def _open_mark(self, tag: Tag, at: int) -> None:
        name = tag[2]
        if tag[7] and self.xml:
            return
        if self.apart and name in self.apart and tag[1] == OPENS_MARK:
            self.keep(name)
        if self.states[-1][1]:
            return
        self.opened.append(_new(Opened, (tag, self.starts[at + 1])))
        if name == "q":
            self._quote("“‘"[self.quotes % 2], at)
            self.quotes += 1

    def _end_mark(self, tag: Tag, at: int) -> None:
        name, opened = tag[2], self.opened
        if not self.states[-1][1]:
            for place in range(len(opened) - 1, max(-1, len(opened) - 20), -1):
                start = opened[place]
                if start[0][2] == name:
                    if name == "q":
                        self.quotes -= 1
                        self._quote("”’"[self.quotes % 2], at)
                    else:
                        self.marked.append(_new(Marked, (start[1], self.starts[at], start[0])))
                    del opened[place:]
                    break
        if self.apart and name in self.apart:
            self.end_apart(name, self.starts[at])

    def _quote(self, sign: str, at: int) -> None:
        start, end = self.starts[at : at + 2]
        self.spelled.append(Spelled(start, end, sign))
        self.pieces[at] = "<" + GLUE * (end - start - 1)  # a block may begin with it

    def _break(self, tag: Tag, at: int) -> None:
        """End a line; two breaks end the block."""
        if self.states[-1][1]:
            return
        between = self.pieces[at - 1]
        if self.broken == at - 2 and (not between or between.isspace()):
            self._flush(self.broken, self.states[-1])
            self.first = at
        else:
            self.spelled.append(Spelled(self.starts[at], self.starts[at + 1], "\n"))
        self.broken = at

    def _image(self, tag: Tag, at: int) -> None:
        self.marked.append(_new(Marked, (self.starts[at], self.starts[at + 1], tag)))

    def _raw(self, tag: Tag, at: int) -> None:
        """Take an element whose content is none but text: its token has all of it."""


_ACTS = (
    Layout._raw,
    Layout._open_block,
    Layout._end_block,
    Layout._open_mark,
    Layout._end_mark,
    Layout._open_apart,
    Layout._break,
    Layout._image,
    Layout._raw,
)
