"""Terminal colours: a table of ANSI codes by what a piece of text is."""

from __future__ import annotations

_CODES = {
    "heading": "1;4",
    "place": "1",
    "rule": "36",
    "question": "1",
    "error": "31",
    "warning": "33",
    "suggestion": "34",
    "good": "32",
    "dim": "2",
}


class Paint:
    """Colours text by its role, or leaves it alone."""

    __slots__ = ("_on",)

    def __init__(self, on: bool) -> None:
        """Switch colours on or off."""
        self._on = on

    def __call__(self, role: str, text: str) -> str:
        """Return ``text`` in the colour of ``role``; a role without one stays plain."""
        code = _CODES.get(role)
        return f"\x1b[{code}m{text}\x1b[0m" if self._on and code and text else text
