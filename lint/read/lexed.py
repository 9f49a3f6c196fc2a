"""The comments of languages whose strings and comments one expression tells apart: no parser is asked.

A parser that mends what it cannot read is slow where it is fast to look, and can be kept busy for ever by a text that
is no program. What is here was held against the grammars over thousands of files (``bench/comments_differential.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import Span

_LINE = r"//(?:[^\\\n]++|\\(?s:.))*"
_STRING = r'"(?>(?:[^"\\\n]++|\\(?s:.))*)"'
_LONG_STRING = r'"(?>(?:[^"\\]++|\\(?s:.))*)"'
_CHAR = r"'[^'\\\n]{0,40}(?:\\(?s:.)[^'\\\n]{0,40}){0,9}'"
_C = rf"({_LINE})|(/\*)|{_STRING}|{_CHAR}|\#[ \t]*include[ \t]*<[^>\n]*>"
_LEXERS = {
    "c": pattern(_C),
    "cpp": pattern(
        rf'{_C}|(?<![A-Za-z0-9_])(?:u8|[uUL])?R"([^()\\\s"]{{0,16}})\(|\b[0-9][\w.]{{0,40}}\'\w[\w.\']*'
    ),
    "java": pattern(rf'(//[^\n]*)|(/\*)|"""(?>(?:[^"\\]++|\\(?s:.)|"(?!""))*)"""|{_STRING}|{_CHAR}'),
    "go": pattern(rf"(//[^\n]*)|(/\*)|{_STRING}|{_CHAR}|`[^`]*`"),
    "rust": pattern(
        rf'(//[^\n]*)|(/\*)|\b[bc]?r(#{{0,9}})"|{_LONG_STRING}|\'(?:[^\'\\\n]|\\[^\n][^\'\n]{{0,12}})\''
    ),
}
"""By format. Group 1 is a line comment, group 2 the beginning of a comment that ends where it says so, group 3 what
is between the quotation mark and the bracket of a string without escapes, which ends behind the same.
"""
_NESTED = pattern(r"/\*|\*/")


def is_lexed(form: str) -> bool:
    """Say whether the comments of a language are found here."""
    return form in _LEXERS


def find_comments(text: str, form: str) -> Iterator[Span]:
    """Yield the comments of a program, in order; one that is never ended is none."""
    scan = _LEXERS[form].search
    missing: set[str] = set()  # ends that do not come any more
    pos = 0
    while found := scan(text, pos):
        pos = found.end()
        kind = found.lastindex
        if kind == 1:
            yield Span(found.start(), pos)
        elif kind == 2:
            end = _past_nested(text, pos) if form == "rust" else text.find("*/", pos) + 2
            if end < pos:
                return
            yield Span(found.start(), end)
            pos = end
        elif kind == 3:
            closing = f'"{found[3]}' if form == "rust" else f'){found[3]}"'
            end = -1 if closing in missing else text.find(closing, pos)
            if end < 0:
                missing.add(closing)
            else:
                pos = end + len(closing)


def _past_nested(text: str, pos: int) -> int:
    """Return where a comment of Rust's ends, which may have others inside; -1 where it does not."""
    depth = 1
    found: re.Match[str]
    for found in _NESTED.finditer(text, pos):
        depth += 1 if found[0] == "/*" else -1
        if not depth:
            return found.end()
    return -1
