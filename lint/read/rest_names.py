"""Where the references by name of a reStructuredText lead: to addresses, or to places of the same text."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.model.text import Mark, Span
from lint.model.typed import TYPE_CHECKING
from lint.read.rest_inline import normal

if TYPE_CHECKING:
    from lint.read.rest import Reading

_NAMED = pattern(r":name:[ \t]+([^\n]+)")
_LABEL = pattern(r"^[ \t]*\.\.[ \t]+\[#?([^\]\n]{1,80})\]", 8)
_MARKUP = pattern(r"``|`_{0,2}|\*+|\\|:[\w.+:-]{1,60}:(?=`)|(?<=\w)_{1,2}(?!\w)| ?<[^<>]*>(?=`)")
_DEPTH = 20


def resolved(reading: Reading) -> list[Mark]:
    """Return all marks, references by name as links; one that leads nowhere in this text has no target."""
    inline = reading.inline
    if not inline.pending:
        return inline.marks
    anonymous = iter(inline.anonymous)
    targets = dict.fromkeys(map(normal, _implicit(reading)), "#") | inline.targets
    marks = list(inline.marks)
    for (start, end), name in inline.pending:
        target = _follow(targets, normal(name)) if name else next(anonymous, "")
        marks.append(Mark("link", Span(start, end), target))
    return marks


def _follow(targets: dict[str, str], name: str) -> str:
    """Return where a name leads, through other names if need be."""
    for _ in range(_DEPTH):
        target = targets.get(name, "")
        if not target.endswith("_") or target.startswith("#"):  # a name may end so, too
            return target if target != "#" else f"#{name}"
        name = normal(target[:-1].strip("`"))
    return ""


def _implicit(reading: Reading) -> list[str]:
    """Return the names that titles, notes and named elements have."""
    scan = reading.scan
    names = [
        _MARKUP.sub("", scan[block.span.start : block.span.end])
        for block in reading.blocks
        if block.kind == "heading"
    ]
    names += [found[1] for found in _NAMED.finditer(scan)] if ":name:" in scan else []
    return names + [found[1] for found in _LABEL.finditer(scan)] if ".. [" in scan else names
