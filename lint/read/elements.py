"""HTML's elements: which lay out blocks, which are no prose, and what one tag of them means."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE
from lint.model.typed import NamedTuple

EMPHASIS = frozenset(("em", "i", "strong", "b"))
KINDS = {"li": "item", "dd": "item", "dt": "item", "td": "cell", "th": "cell", "caption": "cell"}
CODE = frozenset(("pre", "code", "kbd", "samp", "tt", "listing"))
"""Elements of what is typed or printed by a machine: no prose, and evidence of what is spoken of."""
_SHOWN = (
    "applet audio button canvas iframe math object optgroup option rp rt select svg textarea video".split()
)
_UNSHOWN = "datalist noembed noframes noscript script style template title xmp".split()
HIDDEN = {**dict.fromkeys((*CODE, *_SHOWN), HOLE), **dict.fromkeys(_UNSHOWN, GLUE)}
"""What fills the content of elements that is no prose: a hole for what is seen, glue for what is not."""

VOID = {
    **dict.fromkeys("area base basefont bgsound col link meta param source track wbr".split(), GLUE),
    **dict.fromkeys("embed frame img input keygen".split(), HOLE),
}
"""Elements without content, and what fills them."""

_P_CLOSERS = (
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr listing main menu nav ol p pre search section summary table ul li dd dt"
)
ENDS_P = frozenset(_P_CLOSERS.split())
"""Elements whose start ends an open paragraph."""
BLOCKS = ENDS_P | frozenset(
    "body caption colgroup frameset head html legend optgroup option tbody td tfoot th thead tr".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ALL_ROWS = ("td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup")
IMPLIED = {
    "li": (("li",), ("ul", "ol", "menu", "dir", "td", "th", "table", "blockquote", "section", "article")),
    "dd": (("dd", "dt"), ("dl", "ul", "ol", "td", "th", "table", "blockquote", "section", "article")),
    "td": (("td", "th", "caption"), ("table",)),
    "tr": (("td", "th", "tr", "caption", "colgroup"), ("table",)),
    "tbody": (_ALL_ROWS, ("table",)),
}
"""By an element's name: the elements that its start ends, looked for up to one of the others."""
for _like, _tag in (("dt", "dd"), ("th", "td"), ("thead", "tbody"), ("tfoot", "tbody"), ("caption", "tbody")):
    IMPLIED[_like] = IMPLIED[_tag]
SCOPES = frozenset(("td", "th", "caption", "table"))
"""Elements that the end tag of what is open outside of them does not reach into, unless it is a table's."""
OF_TABLES = frozenset((*_ALL_ROWS, "table"))

_ENDLESS = frozenset(("html", "body", "hr"))
"""Elements whose end tag ends nothing: what stands after it is still of the page."""
_NAME = pattern(r"<(/?)([A-Za-z][^\s/>]*)")
_TELLING = ("lang", "hidden", "role", "display", "nav", "breadcrumb", "skip", "pag")
"""One of them is in each tag whose attributes can hide its content, or set its language."""
_ATTRIBUTE = pattern(r"([^\s=/>\"'][^\s=/>]*)(?:\s*=\s*(\"[^\"]*\"?|'[^']*'?|[^\s>\"']+))?")
_VALUE = r"\s*=\s*(\"[^\"]*\"?|'[^']*'?|[^\s>\"']*)"
_TITLE = pattern(rf"(?i)[\s\"'/]title{_VALUE}")
_TARGETS = {
    "a": pattern(rf"(?i)[\s\"'/]href{_VALUE}"),
    "abbr": _TITLE,
    "acronym": _TITLE,
    "time": pattern(rf"(?i)[\s\"'/]datetime{_VALUE}"),
}
"""Elements that are marked for what an attribute says."""
_NOTE_WORDS = pattern(
    r"(?i)(?:role|class|rel|epub:type)\s*=\s*[\"']?[^\"'>]*?(?:foot-?note|endnote|note-?ref|citation)"
)
_NOTE_TARGET = pattern(r"(?i)#(?:_?fn|foot|endnote|cite|ftn|_ftn|note)")
_SCRIPTED = pattern(r"(?i)\s(?:on[a-z]+|data-[\w-]+|class|id|role|aria-\w+)\s*=")
"""What a script, or its style sheet, knows a link without a target by: it is a control."""
_UNDISPLAYED = pattern(r"(?i)display\s*:\s*none")
_FURNITURE_ROLES = frozenset(
    "navigation search menu menubar menuitem toolbar tablist tab contentinfo doc-toc doc-pagelist".split()
)
_FURNITURE_CLASSES = frozenset(
    "nav navbar navigation navheader navfooter navlinks sidenav topnav breadcrumb breadcrumbs pagination pager"
    " skip-link skiplink".split()
)


INLINE, OPENS_BLOCK, ENDS_BLOCK, OPENS_MARK, ENDS_MARK, OPENS_APART, BREAK, IMAGE, RAW = range(9)
"""What is to be done at a tag: nothing more, enter or leave a block, a mark, a part that is hidden or in another
language, break the line, note an image, fill all of the token."""
_MARKED = frozenset((*EMPHASIS, "a", "abbr", "acronym", "cite", "sup", "time", "q"))
_RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())
_new = tuple.__new__


class Tag(NamedTuple):
    """What a tag means.

    ``fill`` stands for it in the view, as long as itself. ``hides`` fills the content: empty for prose, else GLUE or
    HOLE. ``lang`` is the language that it sets. ``target`` is where it leads, or the
    explanation, and None without either; ``of_note`` says that it leads to a note.
    """

    fill: str
    act: int
    name: str
    hides: str = ""
    lang: str = ""
    target: str | None = None
    of_note: bool = False
    alone: bool = False


def attributes(token: str) -> dict[str, str]:
    """Return the attributes of a tag by lower-case name; the first of two of the same name holds."""
    found: dict[str, str] = {}
    name = _NAME.match(token)
    for key, value in _ATTRIBUTE.findall(token, name.end() if name else 1):
        found.setdefault(key.lower(), unquoted(value))
    return found


def unquoted(value: str) -> str:
    """Return an attribute's value without its quotes."""
    return value.strip(value[0]) if value[:1] in {'"', "'"} else value


def tag_of(token: str) -> Tag | None:
    """Return what a tag means; None for markup that is no tag."""
    found = _NAME.match(token)
    if not found:
        return None
    name = found[2].lower()
    fill = VOID.get(name, GLUE) * len(token)
    if found[1]:
        return Tag(fill, _end(name), name)
    if name in _RAW:
        return Tag(HIDDEN[name] * len(token), RAW, name)
    hidden = HOLE if name == "nav" else HIDDEN.get(name, "")
    if hidden == HOLE and name not in CODE:
        fill = HOLE * len(token)  # it is seen, be it empty
    lang, target, of_note = "", None, False
    if found.end() + 1 < len(token):
        if name in _TARGETS and (value := _TARGETS[name].search(token)):
            target = unquoted(value[1])
            if name == "a":
                if target[:11].lower() == "javascript:" or (target in ("", "#") and _SCRIPTED.search(token)):
                    target = None
                elif "#" in target:
                    of_note = bool(_NOTE_TARGET.match(target) or _NOTE_WORDS.search(token))
        low = token.lower()
        if any(map(low.__contains__, _TELLING)):
            own = attributes(token)
            lang = (own.get("lang") or own.get("xml:lang", "")).lower()
            hidden = hidden or hides(own)
    act = _start(name, bool(hidden or lang), target)
    return _new(Tag, (fill, act, name, hidden, lang, target, of_note, token[-2] == "/"))


def _start(name: str, apart: bool, target: str | None) -> int:
    if name in BLOCKS:
        return OPENS_BLOCK
    if name == "br":
        return BREAK
    if name in VOID:
        return IMAGE if name == "img" else INLINE
    if apart:
        return OPENS_APART
    return OPENS_MARK if is_marked(name, target) else INLINE


def is_marked(name: str, target: str | None) -> bool:
    """Say whether an element's text is marked: a link that leads somewhere, a word with an explanation."""
    return name in _MARKED and (name not in _TARGETS or target is not None)


def _end(name: str) -> int:
    if name in BLOCKS:
        return ENDS_BLOCK if name not in _ENDLESS else INLINE
    if name == "br":
        return BREAK
    return ENDS_MARK if name in _MARKED else INLINE


def hides(own: dict[str, str]) -> str:
    """Return what fills an element with these attributes; empty where its content is shown."""
    if "hidden" in own or own.get("aria-hidden", "").lower() == "true":
        return GLUE
    if _UNDISPLAYED.search(own.get("style", "")):
        return GLUE
    if not _FURNITURE_ROLES.isdisjoint(own.get("role", "").lower().split()):
        return HOLE
    return "" if _FURNITURE_CLASSES.isdisjoint(own.get("class", "").lower().split()) else HOLE
