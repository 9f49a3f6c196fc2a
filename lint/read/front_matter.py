"""What stands before the prose of a Markdown file: a byte order mark and a metadata block."""

from __future__ import annotations

from lint.model.pattern import pattern

_END = r"(?:\r\n|\r|\n)"
_BLOCK = pattern(
    rf"\ufeff?(?:---[ \t]*{_END}(?!\s*{_END})(?:[^\r\n]*{_END})*?(?:---|\.\.\.)"
    rf"|\+\+\+[ \t]*{_END}(?:[^\r\n]*{_END})*?\+\+\+)[ \t]*(?:{_END}|\Z)"
)


def length(text: str) -> int:
    """Return how many characters the byte order mark and the YAML or TOML block take up.

    A block is metadata only at the very start and only when it is closed; a ``---`` that a blank line
    follows is a rule.
    """
    found = _BLOCK.match(text)
    if found:
        return found.end()
    return 1 if text.startswith("\ufeff") else 0
