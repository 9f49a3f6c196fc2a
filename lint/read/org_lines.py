"""Lines of Org: runs of ordinary ones, where blocks and drawers end, headlines."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from lint.model.pattern import pattern

_ORDINARY = (
    r"(?:[^\s*\[%|+#:\\C0-9-]|[0-9]++(?![.)](?:\s|\Z))|\*++(?!\s|\Z)|\[(?!fn:)|%(?!%\()|\+(?![\s-]|\Z)|#(?![\s+]|\Z)"
    r"|\\(?!begin\{)|C(?!LOCK:)|-(?!-{4}|\s|\Z))"
)
"""How a line begins that can be nothing but text."""
LINE = pattern(r"([ \t]*+)([^\n]*+)(?:\n|\Z)")
BLANK = pattern(r"(?>(?:[^\S\n]*+\n)+)|[^\S\n]++\Z")
_HEADLINE = pattern(r"^\*+[ \t]", re.MULTILINE)
_END = pattern(r"^[ \t]*+(?:#\+end(:|_\S+)|(:end:))[ \t]*$", re.MULTILINE | re.IGNORECASE)
_LATEX_END = pattern(r"\\end\{([A-Za-z0-9*]{1,40})\}[ \t]*$", re.MULTILINE)


@lru_cache(128)
def run(floor: int) -> re.Pattern[str]:
    """Return the pattern of ordinary lines that stand together, each indented by more than ``floor``.

    Groups: 1 the lines, without the indentation of the first; 2 blank lines behind them.
    """
    eighths, rest = divmod(floor + 1, 8)
    tabs = rf"(?: {{8}}| {{0,7}}\t){{{eighths}}}" if eighths else ""
    indent = rf"{tabs}(?: {{{rest}}}| {{0,7}}\t)[ \t]*+" if rest else rf"{tabs}[ \t]*+"
    return pattern(
        rf"{indent}({_ORDINARY}[^\n]*+(?>(?:\n{indent}{_ORDINARY}[^\n]*+)*))(?:(\n[^\S\n]*\n\s*?(?=[^\n]|\Z)(?<=\n))|\n|\Z)"
    )


@lru_cache(32)
def headline_up_to(level: int) -> re.Pattern[str]:
    """Return the pattern of the line start before a headline of this level or a higher one."""
    return pattern(rf"^\*{{1,{min(level, 9999)}}}[ \t]", re.MULTILINE)


class Ends:
    """Where the blocks, drawers and LaTeX environments of a text end: each end is looked up, never searched for."""

    def __init__(self, scan: str) -> None:
        """Begin; nothing is looked at before it is asked for."""
        self.scan = scan
        self._ends: dict[str, list[int]] | None = None
        self._latex: dict[str, list[int]] | None = None
        self._section = -1

    def section(self, pos: int) -> int:
        """Return where the next headline begins, or the end of the text."""
        if self._section <= pos:
            found = _HEADLINE.search(self.scan, pos + 1)
            self._section = found.start() if found else len(self.scan)
        return self._section

    def end(self, name: str, pos: int, limit: int) -> int:
        """Return where the line begins that ends a block, ``:`` a dynamic one or ``drawer``; -1 if none does."""
        if self._ends is None:
            self._ends = {}
            for found in _END.finditer(self.scan):
                key = "drawer" if found[2] else found[1].lower()
                self._ends.setdefault(key, []).append(found.start())
        return _after(self._ends.get(name, ()), pos, limit)

    def latex_end(self, name: str, pos: int, limit: int) -> int:
        """Return where the end of a LaTeX environment stands; -1 if it does not."""
        if self._latex is None:
            self._latex = {}
            for found in _LATEX_END.finditer(self.scan):
                self._latex.setdefault(found[1], []).append(found.start())
        return _after(self._latex.get(name, ()), pos, limit)


def _after(places: list[int] | tuple[int, ...], pos: int, limit: int) -> int:
    number = bisect_left(places, pos)
    return places[number] if number < len(places) and places[number] < limit else -1
