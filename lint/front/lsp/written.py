"""What an editor writes into a text for us, in each format's own form: ``stet`` comments, a mark that a source is missing."""

from __future__ import annotations

from collections.abc import Sequence

from lint.model.lines import LineIndex
from lint.model.pattern import pattern
from lint.model.text import Block
from lint.model.typed import NamedTuple

COMMENTS = {
    "asciidoc": ("// ", ""),
    "commit": ("# ", ""),
    "html": ("<!-- ", " -->"),
    "latex": ("% ", ""),
    "markdown": ("<!-- ", " -->"),
    "mediawiki": ("<!-- ", " -->"),
    "org": ("# ", ""),
    "plain": ("<!-- ", " -->"),
    "rest": (".. ", ""),
    "typst": ("// ", ""),
}
"""How a comment begins and ends, in formats in which one may be written anywhere in the text."""
_PROGRAMS = {
    "c": "// ",
    "cpp": "// ",
    "go": "// ",
    "java": "// ",
    "javascript": "// ",
    "python": "# ",
    "rust": "// ",
    "shell": "# ",
    "tsx": "// ",
    "typescript": "// ",
}
_BESIDE = frozenset(("html", "latex", "markdown", "mediawiki", "plain"))
"""Formats in which a comment may end a line of text."""
_ON_TOP = frozenset(("latex",))
"""Formats in which what stands at the end may be after the end of the text."""
_MISSING = {
    "html": "<sup>[citation needed]</sup>",
    "mediawiki": "{{citation needed}}",
}
_END = pattern(r"[.!?…][\"'”’»)\]]*(?=\s|$)")
_LEAD = pattern(r"[ \t>]*")
_SHEBANG = pattern(r"\ufeff?(?:#![^\r\n]*(?:\r\n|\n|\r))?")


class Insertion(NamedTuple):
    """A text to put in at a code-point offset."""

    offset: int
    text: str


def stet_beside(text: str, form: str, rule: str, offset: int) -> Insertion | None:
    """Return what lets findings of a rule stand that begin on the line of ``offset``."""
    if form not in _BESIDE:
        return None
    before, after = COMMENTS[form]
    lines = LineIndex(text)
    line = lines.position(offset).line
    end = lines.offset(line, 1) + len(lines.line_text(line).rstrip())
    return Insertion(end, f" {before}stet: {rule}{after}")


def stet_above(text: str, form: str, rule: str, block: Block) -> Insertion | None:
    """Return what lets findings of a rule stand in a whole paragraph, heading or list item."""
    if form not in COMMENTS or block.kind in ("cell", "note"):
        return None
    before, after = COMMENTS[form]
    lines = LineIndex(text)
    line = lines.position(block.span.start).line
    start = lines.offset(line, 1)
    lead = _LEAD.match(lines.line_text(line))
    newline = newline_of(text)
    gap = newline if form == "rest" else ""
    comment = f"{lead[0] if lead else ''}{before}stet: {rule}{after}{newline}{gap}"
    return Insertion(start, comment)


def stet_file(text: str, form: str, rule: str) -> Insertion | None:
    """Return what lets findings of a rule stand in the whole text."""
    newline = newline_of(text)
    if form in _PROGRAMS:
        found = _SHEBANG.match(text)
        return Insertion(found.end() if found else 0, f"{_PROGRAMS[form]}stet-file: {rule}{newline * 2}")
    if form not in COMMENTS:
        return None
    before, after = COMMENTS[form]
    comment = f"{before}stet-file: {rule}{after}{newline}"
    if form in _ON_TOP:
        return Insertion(1 if text.startswith("\ufeff") else 0, comment)
    return Insertion(len(text), (newline if text.endswith(("\n", "\r")) else newline * 2) + comment)


def missing_source(text: str, form: str, end: int, blocks: Sequence[Block]) -> Insertion:
    """Return the mark that a source is missing, after the sentence in which a finding ends at ``end``."""
    last = max((b.span.end for b in blocks if b.span.start < end <= b.span.end), default=end)
    found = _END.search(text, end, last)
    mark = _MISSING.get(form, " [citation needed]")
    return Insertion(found.end() if found else end, mark)


def newline_of(text: str) -> str:
    """Return the line end that a text uses first."""
    found = text.find("\n")
    return "\r\n" if found > 0 and text[found - 1] == "\r" else "\r" if found < 0 and "\r" in text else "\n"


def ignoring(text: str, rule: str, *, project: bool) -> Insertion:
    """Return what makes a settings file ignore a rule; ``project`` is true for a ``pyproject.toml``."""
    header = pattern(r"(?m)^[ \t]*\[tool\.whosays\][^\n]*(?:\n|$)").search(text) if project else None
    start = header.end() if header else 0
    following = pattern(r"(?m)^[ \t]*\[").search(text, start)
    end = following.start() if following else len(text)
    known = pattern(r"(?m)^[ \t]*ignore[ \t]*=[ \t]*\[\s*").search(text, start, end)
    if known:
        return Insertion(known.end(), f'"{rule}"' if text[known.end() :].startswith("]") else f'"{rule}", ')
    gap = "" if not header or text[start - 1 : start] == "\n" else "\n"
    return Insertion(start, f'{gap}ignore = ["{rule}"]\n')
