"""What the beginnings of lines say on a wiki's page: headings, lists, tables, rules, code."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.read.wiki_view import FLOW, INLINE, LINE, State, WikiView

_BLANK = pattern(r"(?:[ \t\r]*\n)+")
_LIST = pattern(r"[*#:;]+[ \t]*")
_RULE = pattern(r"-{4,}")
_SPACES = pattern(r"[ \t]+")
_TERM = pattern(r"(?>(?:[^:\[\]{}<\n]+|\[\[?[^\[\]\n]*\]\]?|\{\{[^{}\n]*\}\}|<[^<>\n]*>|:(?=\S))*):(?=\s)")
_CELL_ATTRIBUTES = pattern(
    r"(?>(?:[^|!\[\]{}<\n]+|!(?!!)|\{\{[^{}\n]*\}\})*)\|(?!\|)"
    r"|\s*(?:[a-z-]{2,20}\s?=\s?(?:\"[^\"\n|]*\"|[\w#%;-]+)\s?){1,9}(?=\{\{)"
)


def take_newline(view: WikiView, _: str, start: int, past: int) -> int:
    """Take a line end after which a block may begin."""
    if view.tokens is LINE:
        view.flush(start)
        view.tokens = FLOW
    blank = _BLANK.match(view.text, past, view.stop)
    if blank:
        view.flush(start)
        past = blank.end()
    view.pieces.append(view.text[start:past])
    return begin_line(view, past)


def begin_line(view: WikiView, pos: int) -> int:
    """Take the sign that a line begins with, if it has one; return where its text begins."""
    text, stop = view.text, view.stop
    if view.tokens is not FLOW or pos >= stop:
        return pos
    sign = text[pos]
    if sign in "*#:;":
        return _item(view, pos)
    if sign == "=":
        return _heading(view, pos)
    if sign in "|!":
        return _table_line(view, pos) if view.tables else pos
    if sign == "{":
        return _table(view, pos) if text.startswith("{|", pos) else pos
    if sign == "-":
        rule = _RULE.match(text, pos, stop)
        if rule:
            view.flush(pos)
            return view.fill(pos, rule.end())
    elif sign == " " or sign == "\t":
        return _indented(view, pos)
    return pos


def _item(view: WikiView, pos: int) -> int:
    found = _LIST.match(view.text, pos, view.stop)
    if not found:
        return pos
    past = found.end()
    if view.text.startswith("{|", past):
        view.fill(pos, past)
        return _table(view, past)
    signs = found[0].rstrip()
    view.begin(pos, "item", min(len(signs), 99))
    view.fill(pos, past)
    if signs[-1] == ";":
        term = _TERM.match(view.text, past, view.stop)
        if term:
            state = view.state
            view.within(past, term.end() - 1)
            view.flush(term.end() - 1)
            view.state = state
            return view.fill(term.end() - 1, term.end())
    return past


def _line_end(view: WikiView, pos: int) -> int:
    end = view.text.find("\n", pos, view.stop)
    return end if end >= 0 else view.stop


def _visible_end(text: str, pos: int, end: int) -> int:
    """Return where a line ends without white space and comments behind it."""
    while True:
        while end > pos and text[end - 1] in " \t\r":
            end -= 1
        opened = text.rfind("<!--", pos, end - 3) if text.startswith("-->", end - 3) else -1
        if opened < 0:
            return end
        end = opened


def _heading(view: WikiView, pos: int) -> int:
    text = view.text
    end = _visible_end(text, pos, _line_end(view, pos))
    size = end - pos
    opening = size - len(text[pos:end].lstrip("="))
    closing = size - len(text[pos:end].rstrip("="))
    level = min(opening, closing, (size - 1) // 2, 6)
    if level < 1:
        return pos
    view.begin(pos, "heading", level)
    view.fill(pos, pos + level)
    end -= level
    view.within(pos + level, end)
    view.flush(end)
    return view.fill(end, end + level)


def _indented(view: WikiView, pos: int) -> int:
    """Take a line that begins with white space: code, unless it is a row of a table or markup of another kind."""
    text = view.text
    found = _SPACES.match(text, pos, view.stop)
    past = found.end() if found else pos
    sign = text[past : past + 1]
    if text.startswith("{|", past) or (sign in ("|", "!") and view.tables):
        view.pieces.append(text[pos:past])
        return begin_line(view, past)
    if text[pos] != " " or sign in "<{[\r" or view.home.quoted or view.home.kind == "note":
        return pos
    view.flush(pos)
    end = _line_end(view, pos)
    comment = text.find("<!--", past, end)
    return view.hole(pos, comment if comment >= 0 else end)


def _options(view: WikiView, pos: int) -> int:
    """Leave out what stands on the line of a table or a row."""
    end = _line_end(view, pos)
    comment = view.text.find("<!--", pos, end)
    return view.fill(pos, comment if comment >= 0 else end)


def _table(view: WikiView, pos: int) -> int:
    view.flush(pos)
    view.enter("table", State("cell", 0, view.home.quoted))
    view.tables += 1
    return _options(view, pos)


def _table_line(view: WikiView, pos: int) -> int:
    text = view.text
    view.flush(pos)
    second = text[pos + 1 : pos + 2]
    view.header = text[pos] == "!"
    if not view.header:
        if second == "}":
            view.leave("table")
            return view.fill(pos, pos + 2)
        if second == "-":
            return _options(view, pos)
    return _cell(view, pos, pos + 2 if second == "+" and not view.header else pos + 1)


def _cell(view: WikiView, start: int, past: int) -> int:
    found = _CELL_ATTRIBUTES.match(view.text, past, view.stop)
    return view.fill(start, found.end() if found else past)


def take_bars(view: WikiView, _: str, start: int, past: int) -> int:
    """Take what parts the cells of a line."""
    if not view.tables or view.tokens is INLINE:
        return view.put(start, past)
    if view.text[start] == "!" and not view.header:
        return view.put(start, past)
    view.flush(start)
    return _cell(view, start, past)
