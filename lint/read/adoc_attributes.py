"""The attributes of AsciiDoc: those of a block, and those of a document that ``{name}`` stands for."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.model.text import Span

_PART = pattern(
    r"[ \t]*(?:([\w-]{1,60})[ \t]*=[ \t]*)?(?:\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|([^,\n]*))[ \t]*(?:,|\Z)"
)
_STYLE = pattern(r"[^.#%]*")
_OPTION = pattern(r"%([\w-]+)")
_SIMPLE = pattern(r"[\w\x80-\uffff](?:[\w .,'()/&;-]|[\x80-\ufdcf])*")
"""A value that is shown as it is written."""

PREDEFINED: dict[str, str | None] = {
    "empty": "", "blank": "", "sp": " ", "nbsp": "\xa0", "zwsp": "", "wj": "", "apos": "'", "quot": '"', "lsquo": "‘",
    "rsquo": "’", "ldquo": "“", "rdquo": "”", "deg": "°", "plus": "+", "brvbar": "¦", "vbar": "|", "amp": "&", "lt": "<",
    "gt": ">", "startsb": "[", "endsb": "]", "caret": "^", "asterisk": "*", "tilde": "~", "backslash": "\\", "backtick": "`",
    "two-colons": "::", "two-semicolons": ";;", "cpp": "C++", "cxx": "C++", "pp": "++",
}  # fmt: skip
"""What stands for a sign in every document."""

CODE = frozenset(
    "listing source literal pass stem latexmath asciimath comment a2s actdiag blockdiag bytefield ditaa dot erd graphviz"
    " gnuplot mermaid msc nomnoml nwdiag packetdiag pikchr plantuml rackdiag salt seqdiag shaape smcat svgbob syntrax umlet"
    " vega vegalite wavedrom".split()
)
"""Styles of blocks that are not prose."""


class Attributes:
    """What the lines of attributes above a block say of it, so far."""

    __slots__ = ("named", "options", "positional", "style")

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.style = ""
        self.positional: list[Span] = []
        self.named: dict[str, Span] = {}
        self.options: list[str] = []

    def read(self, scan: str, pos: int, end: int) -> None:
        """Take what stands between the brackets of a line."""
        if scan[pos : pos + 1] == "[":
            return
        self.positional = []
        while found := _PART.match(scan, pos, end):
            span = Span(*next((found.span(n) for n in (2, 3, 4) if found[n] is not None), (pos, pos)))
            if found[1]:
                self.named[found[1].lower()] = span
            else:
                self.positional.append(span)
            pos = found.end()
            if pos >= end:
                break
        if self.positional:
            first = scan[slice(*self.positional[0])].strip()
            style = _STYLE.match(first)
            if style and style[0]:
                self.style = style[0].strip()
            self.options += _OPTION.findall(first)
        for name in ("options", "opts"):
            if name in self.named:
                self.options += scan[slice(*self.named[name])].replace(" ", "").split(",")

    def value(self, scan: str, name: str) -> str:
        """Return a named value, or nothing."""
        span = self.named.get(name)
        return scan[slice(*span)].strip() if span else ""

    def credit(self) -> Span | None:
        """Return where a quotation's author and source are named, if they are."""
        spans = [span for span in self.positional[1:3] if span.start < span.end]
        spans += [self.named[name] for name in ("attribution", "citetitle") if name in self.named]
        return Span(min(spans).start, max(span.end for span in spans)) if spans else None


PLAIN = Attributes()
"""Nothing said: never written to."""


def simple(value: str) -> str | None:
    """Return what a document shows for a value; None where that is not known without its processor."""
    value = value.strip()
    return value if not value or (_SIMPLE.fullmatch(value) and "--" not in value) else None
