"""What a link of Org leads to: another page, a place of the same file, a picture, a source."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.model.text import Mark, Span

_SCHEME = pattern(r"([A-Za-z][\w+.-]*):(.*)", 16)
_PICTURE = pattern(r"(?i)\S.*\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|eps|ico|xpm|pbm|xbm)\s*\Z")
_CITING = pattern(r"(?:\w*cite\w*|bibentry)\Z")
_KEY = pattern(r"\w[\w:./-]*\w|\w")
_ESCAPED = pattern(r"\\([\\\[\]])")


def link_mark(path: str, text: str, span: Span) -> Mark:
    """Return what a link is: with a ``text``, a ``link``, unless it shows no words; else an address or the like.

    A link to a place of the same file without a text is a ``ref``. Its ``target`` begins with ``#`` (an identifier) or ``*``
    (a headline), or is a name.
    """
    target = " ".join(_ESCAPED.sub(r"\1", path).split())
    found = _SCHEME.match(target)
    if found and _CITING.match(found[1]):
        return Mark("citation", span, "; ".join(_KEY.findall(found[2])))
    if text and not _PICTURE.match(text):
        return Mark("link", span, target)
    if _PICTURE.match(text or target):
        return Mark("image", span, target)
    return Mark("url" if found or target[:1] in "/.~" else "ref", span, target)
