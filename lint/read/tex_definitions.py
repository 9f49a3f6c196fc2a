r"""Commands that a LaTeX source defines for itself: what their names tell of what they show."""

from __future__ import annotations

from collections.abc import Mapping

from lint.model.pattern import pattern
from lint.model.typed import Any
from lint.read.tex_groups import opening, past_group, past_options
from lint.read.tex_words import MATHS

Act = tuple[Any, Any]
"""What is to be done at a command, and what is told to it."""

_DEFINED = pattern(r"\*?[ \t]*(?:\{[ \t]*\\([A-Za-z@]+)[ \t]*\}|\\([A-Za-z@]+)|\{([^{}\\]*)\})")
_PARAMETERS = pattern(r"[ \t]*[^{}\r\n%\\]{0,100}(?=\{)")
_NUMBER = pattern(r"\[(\d)\]|#(\d)(?!.{0,20}#\d)")
_BEGINS = pattern(r"\s*\\begin\s*\{([A-Za-z]+\*?)\}\s*(?:\{[^{}]*\})?\s*")
_ENDS = pattern(r"\s*\\end\s*\{([A-Za-z]+\*?)\}\s*")
_ALIAS = pattern(r"\s*\\([A-Za-z]+)\s*(?:\[[^\[\]]*\])?\{\s*#1\s*\}(?:\\xspace)?\s*")
_CODE = pattern(r"\\(?:texttt|ttfamily|tt|lstinline|verb|url|path|nolinkurl)(?![A-Za-z])")
_FORMULA = pattern(r"\$|\\(?:ensuremath|math[a-z]+|operatorname|frac|sqrt)(?![A-Za-z])")
_WORDS = pattern(
    r"\s*(?:\\(?:text(?:sf|sc|rm|bf|it|sl|up|md|normal)|emph|proglang|pkg|mbox|text|acro)\s*\{)?"
    r"([^\W_][\w .,&'/-]{0,60})\}?(?:\\xspace)?(?:\{\})?\s*"
)
"""A body that is but words, in some type."""


class Definitions:
    """What was defined so far: own commands, and short names of environments."""

    def __init__(self) -> None:
        """Begin with none."""
        self.own: dict[str, Act] = {}
        self.begins: dict[str, str] = {}
        self.ends: dict[str, str] = {}

    def define(
        self, text: str, command: str, past: int, known: Mapping[str, Act], derived: Mapping[str, Act]
    ) -> int:
        """Take a definition by ``command``, the name of which begins at ``past``; return where it ends."""
        found = _DEFINED.match(text, past)
        if not found:
            return past
        name = found[1] or found[2] or ""
        at = past_options(text, found.end())
        if command == "let":
            other = _DEFINED.match(text, at + (text[at : at + 1] == "="))
            if not other:
                return at
            if name and other[2] in known:
                self.own[name] = known[other[2]]
            return other.end()
        if command.endswith(("DocumentCommand", "DocumentEnvironment")):
            at = past_options(text, past_group(text, opening(text, at) - 1) if opening(text, at) > 0 else at)
        elif parameters := _PARAMETERS.match(text, at):
            at = parameters.end()
        inner = opening(text, at)
        if inner < 0:
            return at
        end = past_group(text, inner - 1, long=True)
        if name:
            number = _NUMBER.search(text, found.end(), inner)
            self._learn(
                name,
                int(number[1] or number[2]) if number else 0,
                text[inner : end - 1] if end - inner < 400 else "#",
                known,
                derived,
            )
        if command.lower().endswith("environment"):
            inner = opening(text, end)
            end = past_group(text, inner - 1, long=True) if inner > 0 else end
        return end

    def _learn(
        self, name: str, count: int, body: str, known: Mapping[str, Act], derived: Mapping[str, Act]
    ) -> None:
        if (found := _BEGINS.fullmatch(body)) and found[1].rstrip("*") in MATHS:
            self.begins[name] = found[1]
        elif (found := _ENDS.fullmatch(body)) and found[1].rstrip("*") in MATHS:
            self.ends[name] = found[1]
        elif (found := _ALIAS.fullmatch(body)) and found[1] in known:
            self.own[name] = known[found[1]]
        elif not body.strip("% \n"):
            self.own[name] = (derived["nothing"][0], count)
        elif not count and name not in known and (found := _WORDS.fullmatch(body)):
            self.own[name] = (derived["words"][0], found[1].strip())
        elif name not in known and "#" in body:
            if _CODE.search(body):
                self.own[name] = derived["code"]
            elif _FORMULA.search(body):
                self.own[name] = derived["formula"]

    def closers(self, name: str) -> str:
        r"""Return an expression for the ends of an environment: its own, and the short names of it.

        Group 1 is ``begin`` or ``end``, group 2 a short name of the end.
        """
        from re import escape

        short = "|".join(escape(short) for short, meant in self.ends.items() if meant == name) or "(?!)"
        return rf"\\(begin|end)\s*\{{{escape(name)}\}}|\\({short})(?![A-Za-z@])|\\[\s\S]|%[^\r\n]*"
