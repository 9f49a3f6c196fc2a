"""HTML put together from values: what is not markup by its type is escaped, so nothing of a text can become any."""

from __future__ import annotations

from urllib.parse import quote

from lint.report.visible import visible

_VOID = frozenset(("br", "input", "link", "meta"))
_EMPTY = frozenset(("path", "rect"))
"""Elements of drawings, which close themselves."""


class Markup(str):
    """A piece of HTML that is whole and safe to stand in a page. Only this module and constants make any."""

    __slots__ = ()


NOTHING = Markup("")


def escaped(text: str) -> Markup:
    """Return text as HTML that shows just this text: no control characters, nothing that turns its direction."""
    if isinstance(text, Markup):
        return text
    return Markup(_written(visible(text)))


def _written(text: str) -> str:
    # Five searches for one character each are many times faster than a table, and most texts have none.
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;")


def element(name: str, /, *children: str, **attributes: str | int | bool | None) -> Markup:
    """Return an element. Children that are not markup are escaped, and the values of attributes always are.

    A name may end in an underscore, as Python's own words need it (``class_``), and has one for each hyphen.
    True stands for an attribute without a value; with False or None there is none.
    """
    told = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{told}>")
    if name in _EMPTY:
        return Markup(f"<{name}{told}/>")
    return Markup(f"<{name}{told}>{''.join(map(escaped, children))}</{name}>")


def filled(form: Markup, *parts: str | int) -> Markup:
    """Return a constant piece of HTML with each ``%s`` in it filled: for what a page has thousands of."""
    return Markup(form % tuple([part if isinstance(part, int) else escaped(part) for part in parts]))


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{_written(visible(str(value)))}"'


def link(anchor: str, /, *children: str, **attributes: str | int | bool | None) -> Markup:
    """Return a link to a place of the same page, the only kind there is: none leads out, none runs anything."""
    return element("a", *children, href=f"#{anchor}", **attributes)


def anchor_of(text: str) -> str:
    """Return what a place is called in links: readable, without blanks or anything that an address cannot have."""
    return quote(text, safe="/:~,", errors="surrogatepass")
