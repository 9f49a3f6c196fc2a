r"""``\begin`` and ``\end``: what the environments of LaTeX are to a reader of the page."""

from __future__ import annotations

import re

from lint.model.pattern import pattern
from lint.model.text import Comment, Mark, Span
from lint.read import tex_words as words
from lint.read.tex_groups import option, past_groups, past_options
from lint.read.tex_language import past_foreign
from lint.read.tex_view import Frame, State, TexView

_NAME = pattern(r"[ \t]*\{[ \t]*([^{}\\\r\n]{1,60}?)[ \t]*\}")
_KEYED = pattern(r"[ \t]*\{([^{}]*)\}")
_LAYOUT = pattern(r"[ \t]*\{[^{}\s]*(?:\\[A-Za-z]+[^{}\s]*)?\}")
"""An argument of an unknown environment that is one word: a width, columns, a label."""
_ENDS: dict[str, re.Pattern[str]] = {}


def begin(view: TexView, start: int, past: int) -> int:
    r"""Take a ``\begin``; return where what belongs to it ends."""
    found = _NAME.match(view.text, past)
    return begin_named(view, found[1], start, found.end()) if found else view.fill(start, past)


def end(view: TexView, start: int, past: int) -> int:
    r"""Take an ``\end``; return where it ends."""
    found = _NAME.match(view.text, past)
    return end_named(view, found[1], start, found.end()) if found else view.fill(start, past)


def end_named(view: TexView, name: str, start: int, past: int) -> int:
    """End an environment of this name, and all that is open inside of it; one that is not open ends nothing."""
    if name == "document":
        view.flush(start)
        return view.hole(start, len(view.text))
    if view.open.get(name, 0):
        while view.stack:
            frame = view.stack[-1]
            view.leave(start, past)
            if frame.act == "env" and frame.target == name:
                break
    return view.fill(start, past)


def begin_named(view: TexView, name: str, start: int, past: int) -> int:
    """Begin an environment."""
    base = name.rstrip("*")
    low = base.lower()
    if base in words.MATHS:
        return view.hole(start, _past(view, name, past, raw=False))
    if base in words.RAW or (base not in _KNOWN and words.RAW_NAME.fullmatch(base)):
        return _raw(view, name, start, past)
    if base in words.DRAWN:
        return _left_out(view, name, start, past)
    if base == "document":
        return view.fill(start, past)
    if base in ("otherlanguage", "foreigndisplayquote") or low in words.LANGUAGES:
        return _foreign(view, name, start, past)
    state = view.state
    after = past
    count = words.LAID.get(name, words.LAID.get(base, 0))
    if base in words.TABLES or name in words.TABLES:
        state = State("cell", 0, state.quoted)
        count = words.TABLES.get(name, words.TABLES.get(base, 1))
    elif name in words.LISTS or base in words.LISTS:
        state = State("item", state.level + 1, state.quoted)
    elif base in words.QUOTED:
        state = State(state.kind, state.level, True)
    elif base == "thebibliography":
        state = State("note", 0, True)
    elif base in words.FLOATS:
        state = State("paragraph", 0, state.quoted)
    elif base in words.TITLED or (not count and base not in _PLAIN):
        view.flush(start)
        view.stack.append(Frame("env", past, name, state))
        view.open[name] = view.open.get(name, 0) + 1
        return _title(view, base, start, past)
    if base in ("displaycquote", "displayquote"):
        _cited(view, past)
    after = past_options(view.text, past)
    after = past_groups(view.text, after, count) if count else after
    after = past_options(view.text, after)
    frame = Frame("env", past, name)
    if base in words.FLOATS:
        view.enter_apart(start, frame, state)
    else:
        view.enter(start, frame, state)
    view.open[name] = view.open.get(name, 0) + 1
    return view.fill(start, after)


_KNOWN = words.DRAWN | words.FLOATS | words.TITLED | words.LISTS
_PLAIN = frozenset(
    "abstract center flushleft flushright small footnotesize large titlepage appendix appendices sloppypar subequations samepage"
    " raggedright landscape acknowledgement acknowledgements acknowledgments keywords comment summary figure table".split()
)


def _title(view: TexView, base: str, start: int, past: int) -> int:
    """Read the title that an environment has as its option or argument."""
    text = view.text
    first, last = option(text, past)
    known = base in words.TITLED
    if known and first >= 0 and base != "frame" and "=" not in text[first:last] and text[first:last].strip():
        view.bracket = last
        return view.fill(start, first)
    after = past_options(text, past)
    if text[after : after + 1] != "{":
        return view.fill(start, after)
    if not known:
        while found := _LAYOUT.match(text, after):
            after = past_options(text, found.end())
        if text[after : after + 1] != "{":
            return view.fill(start, after)
    view.enter(
        start,
        Frame("heading" if known else "block", after + 1),
        State("heading" if known else "paragraph", 4, False),
    )
    return view.fill(start, after + 1)


def _cited(view: TexView, past: int) -> None:
    found = _KEYED.match(view.text, past_options(view.text, past))
    if found:
        view.marks.append(Mark("citation", Span(found.start(), found.end()), found[1]))


def _raw(view: TexView, name: str, start: int, past: int) -> int:
    view.flush(start)
    after = _past(view, name, past, raw=True)
    view.marks.append(Mark("code", Span(start, after)))
    return view.hole(start, after)


def _left_out(view: TexView, name: str, start: int, past: int) -> int:
    raw = name == "comment"
    after = _past(view, name, past, raw=raw)
    if raw:
        view.comments.append(
            Comment(Span(start, after), view.text[past:after].rpartition("\\end")[0].strip())
        )
    else:
        view.flush(start)
    return view.hole(start, after)


def _foreign(view: TexView, name: str, start: int, past: int) -> int:
    found = _KEYED.match(view.text, past_options(view.text, past))
    view.flush(start)
    if name.startswith(("other", "foreign")):
        after = found.end() if found else past
        if found and found[1].strip().lower() in words.ENGLISH:
            view.enter(start, Frame("env", past, name), view.state)
            view.open[name] = view.open.get(name, 0) + 1
            return view.fill(start, after)
        past = after
    return view.hole(start, past_foreign(view.text, past))


def _past(view: TexView, name: str, past: int, raw: bool) -> int:
    r"""Return where the environment ends whose content begins at ``past``: if it has no end, with the text.

    Those of its name inside of it are its own, unless nothing in it is a command.
    """
    text = view.text
    if raw:
        at = text.find(f"\\end{{{name}}}", past)
        return at + len(name) + 6 if at >= 0 else len(text)
    ends = view.closers(name)
    shape = _ENDS.get(ends)
    if shape is None:
        if len(_ENDS) > 500:
            _ENDS.clear()
        shape = _ENDS[ends] = re.compile(ends)
    depth = 1
    for found in shape.finditer(text, past):
        if found[1]:
            depth += 1 if found[1] == "begin" else -1
        elif found[2]:
            depth -= 1
        if not depth:
            return found.end()
    return len(text)
