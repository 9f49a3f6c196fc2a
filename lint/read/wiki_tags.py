"""Elements of HTML and of extensions on a wiki's page, and its comments."""

from __future__ import annotations

from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import Comment, Span
from lint.read.elements import attributes, tag_of
from lint.read.wiki_lines import begin_line
from lint.read.wiki_view import LINE, State, WikiView

_NAME = pattern(r"</?([A-Za-z][A-Za-z0-9]*)")
_END_NAME = pattern(r"</([A-Za-z][A-Za-z0-9]*)\s*>")
_INLINE = frozenset(
    """
    abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rb rp rt rtc ruby s samp small span strike strong sub sup time tt
    u var noinclude onlyinclude section translate tvar languages includeonly
    """.split()
)
_LINES = "div center p section aside figure ul ol dl table tr tbody thead tfoot hr details summary".split()
_HOLES = "math chem ce score timeline hiero graph mapframe maplink imagemap inputbox categorytree charinsert script style youtube embedvideo".split()
_CODE = "pre syntaxhighlight source templatedata".split()
_UNSEEN = "includeonly templatestyles indicator".split()
_ITEMS = frozenset(("li", "dd", "dt"))
_CELLS = frozenset(("td", "th", "caption"))
_TITLE = pattern(r"title\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_BREAK_AGAIN = pattern(r"\s*<br\b[^<>]*>")
_CAPTION = pattern(
    r"^[ \t]*(?:[Ff]ile|[Ii]mage|[^\n|:]{1,40}):[^\n|]*\|(?:(?:alt|link|lang|page)[ ]*=[^\n|]*(?:\||$)){0,9}",
    8,
)
_CLOSING_CHARS = 2_000
"""So far the end of an element inside of a sentence is looked for."""


def take_tag(view: WikiView, token: str, start: int, past: int) -> int:
    """Take what begins with an angle bracket."""
    if token[1] == "!":
        return _comment(view, start, past)
    found = _NAME.match(token)
    name = found[1].lower() if found else ""
    act = _TAGS.get(name)
    if act is not None:
        return act(view, name, token, start, past)
    if view.ends is None:
        view.ends = frozenset(map(str.lower, _END_NAME.findall(view.text)))
    # An element of an extension that is not known is shown without its tags; what has no end tag is none.
    return view.fill(start, past) if name in view.ends else view.put(start, start + 1)


def _comment(view: WikiView, start: int, past: int) -> int:
    text = view.text
    end = text.find("-->", past, view.stop)
    inner, past = (end, end + 3) if end >= 0 else (view.stop, view.stop)
    view.comments.append(Comment(Span(start, past), text[start + 4 : inner].strip()))
    view.fill(start, past)
    if start == 0 or text[start - 1] == "\n":
        return begin_line(view, past)
    return past


def _closing(view: WikiView, name: str, past: int, far: int = 0) -> tuple[int, int]:
    """Return where the end tag of an element stands; (-1, -1) where it does not come."""
    stop = min(view.stop, past + far) if far else view.stop
    if (name, stop) in view.missing:
        return -1, -1
    shape = _ENDS.get(name)
    if shape is None:
        shape = _ENDS[name] = pattern(rf"</(?i:{name})\s*>")
    found = shape.search(view.text, past, stop)
    if not found:
        view.missing.add((name, stop))
        return -1, -1
    return found.span()


_ENDS = {"ref": pattern(r"</(?i:ref)\s*>")}


def _ref(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    if token[1] == "/":
        return view.fill(start, past)
    label = attributes(token.removesuffix("/>") + " >").get("name", "") if "name" in token else ""
    if not view.listing:
        view.mark("note-ref", start, past, label)
    if token[-2] == "/":
        return view.fill(start, past)
    inner, end = _closing(view, "ref", past)
    if inner < 0:
        return view.fill(start, past)
    view.mark("note", past, inner, label)
    return view.apart(start, (past, inner), end, "note")


def _references(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    view.flush(start)
    view.listing = token[1] != "/" and token[-2] != "/"
    return view.fill(start, past)


def _nowiki(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    view.fill(start, past)
    if token[1] == "/" or token[-2] == "/":
        return past
    inner, end = _closing(view, name, past)
    if inner < 0:
        return past
    view.put(past, inner)
    return view.fill(inner, end)


def _opaque(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    """Take an element whose content is no prose."""
    if token[1] == "/":
        return view.fill(start, past)
    if token[-2] == "/":
        return view.hole(start, past)
    inner, end = _closing(view, name, past)
    if inner < 0:
        return view.hole(start, past)
    if name in _CODE:
        if "inline" not in token:
            view.flush(start)
        view.mark("code", past, inner)
    return view.hole(start, end)


def _unseen(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    inner, end = _closing(view, name, past) if token[1] != "/" and token[-2] != "/" else (-1, past)
    return view.fill(start, end if inner >= 0 else past)


def _line(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    """Take an element that ends the block before it and after it."""
    if view.tokens is not LINE:
        view.flush(start)
    if token[1] != "/":
        tag = tag_of(token)
        if tag and (tag.hides or _foreign(tag.lang)):
            return _skip(view, name, start, past, 0)
    return view.fill(start, past)


def _skip(view: WikiView, name: str, start: int, past: int, far: int) -> int:
    """Leave an element out, with those of its name inside of it."""
    depth = 1
    end = past
    while depth:
        inner, after = _closing(view, name, end, far)
        if inner < 0:
            return view.hole(start, past)
        depth += view.text.count(f"<{name}", end, inner) - 1
        end = after
    return view.hole(start, end)


def _foreign(lang: str) -> bool:
    return bool(lang) and lang[:2] != "en"


def _quotation(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    view.flush(start)
    if token[1] == "/":
        view.leave(name)
    elif token[-2] != "/":
        view.enter(name, State("paragraph", 0, True))
    view.fill(start, past)
    return past


def _item(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    view.flush(start)
    if token[1] != "/":
        view.state = State("item", 1, view.home.quoted)
    return view.fill(start, past)


def _cell(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    view.flush(start)
    if token[1] != "/":
        view.state = State("cell", 0, view.home.quoted)
    return view.fill(start, past)


def _heading(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    view.flush(start)
    if token[1] != "/":
        view.state = State("heading", int(name[1]), view.home.quoted)
    return view.fill(start, past)


def _break(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    again = _BREAK_AGAIN.match(view.text, past, view.stop)
    if again:
        if view.tokens is not LINE:
            view.flush(start)
        return view.fill(start, again.end())
    return view.spell(start, past, " ")


def _gallery(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    view.flush(start)
    inner, end = _closing(view, name, past) if token[1] != "/" and token[-2] != "/" else (-1, -1)
    if inner < 0:
        return view.fill(start, past)
    pos = view.fill(start, past)
    for found in _CAPTION.finditer(view.text, past, inner):
        if found.end() < pos:
            continue
        view.fill(pos, found.end())
        last = view.text.find("\n", found.end(), inner)
        pos = last if last >= 0 else inner
        view.within(found.end(), pos)
        view.flush(pos)
    return view.fill(pos, end)


def _image(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    """Take a picture as wikis that are no MediaWiki have it."""
    if token[1] != "/":
        view.mark("image", start, past)
        return view.hole(start, past)
    return view.fill(start, past)


def _anchor(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    if token[1] != "/" and (target := attributes(token).get("href", "")):
        inner, _ = _closing(view, name, past, _CLOSING_CHARS)
        if inner >= 0:
            view.mark("link", past, inner, target)
    return view.fill(start, past)


def _inline(view: WikiView, name: str, token: str, start: int, past: int) -> int:
    if token[1] == "/" or token[-2] == "/":
        return view.spell(start, past, "”") if name == "q" else view.fill(start, past)
    tag = tag_of(token)
    if tag and (tag.hides or _foreign(tag.lang)):
        inner, _ = _closing(view, name, past, _CLOSING_CHARS)
        if inner >= 0 and name in _CODES:
            view.mark("code", past, inner)
        return _skip(view, name, start, past, _CLOSING_CHARS)
    if name == "q":
        return view.spell(start, past, "“")
    if name == "abbr" or name == "cite":
        title = _TITLE.search(token)
        inner, _ = _closing(view, name, past, _CLOSING_CHARS)
        if inner >= 0 and name == "cite":
            view.mark("citation", past, inner, " ".join(view.text[past:inner].split()))
        elif inner >= 0 and title:
            view.mark("gloss", past, inner, title[1] or title[2] or "")
    return view.fill(start, past)


_CODES = frozenset(("code", "kbd", "samp", "tt"))
_TAGS: dict[str, Callable[[WikiView, str, str, int, int], int]] = {
    **dict.fromkeys(_INLINE, _inline),
    **dict.fromkeys(_LINES, _line),
    **dict.fromkeys((*_HOLES, *_CODE), _opaque),
    **dict.fromkeys(_UNSEEN, _unseen),
    **dict.fromkeys(("blockquote", "poem"), _quotation),
    **dict.fromkeys(_ITEMS, _item),
    **dict.fromkeys(_CELLS, _cell),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "ref": _ref,
    "references": _references,
    "nowiki": _nowiki,
    "br": _break,
    "img": _image,
    "a": _anchor,
    "gallery": _gallery,
}
"""What is done at a tag; one that is not here is text, as the wiki shows it."""
