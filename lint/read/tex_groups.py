r"""Arguments of LaTeX commands: where a group or an option ends. What was looked through is never looked at again."""

from __future__ import annotations

from lint.model.pattern import pattern

_BREAK = r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)"
_SHORT = pattern(r"\{[^{}\\%\n]*+\}")
_BRACES = pattern(r"\\[\s\S]|%[^\r\n]*|\{|\}")
_BRACES_OR_BREAK = pattern(r"\\[\s\S]|%[^\r\n]*|\{|\}|\n(?=[ \t]*\r?\n)|\r(?=[ \t]*\r)")
_OPTION = pattern(
    r"[ \t]*(?:\r?\n)?[ \t]*\[((?>(?:[^\[\]{}\\\n]++|\\[\s\S]|\n(?![ \t]*\r?\n)|\{(?>(?:[^{}]++|\{[^{}]*\})*)\}|\[[^\[\]]*\]){0,2000}))\]"
)
_OVERLAY = pattern(r"<[\w,\-+.|: @*]{0,40}>")
_OPENING = pattern(r"(?:[ \t]*(?:%[^\r\n]*)?(?:\r\n|\n|\r))?[ \t]*\{")


def opening(text: str, at: int) -> int:
    """Return where the argument that begins at ``at``, or right after white space, has its text; -1 for none."""
    if text[at : at + 1] == "{":
        return at + 1
    found = _OPENING.match(text, at)
    return found.end() if found else -1


def past_group(text: str, at: int, long: bool = False) -> int:
    """Return where the group ends that opens at ``at``, its brace included.

    One that is never closed ends with the paragraph; a ``long`` one with the text.
    """
    found = _SHORT.match(text, at)
    if found:
        return found.end()
    depth = 0
    for found in (_BRACES if long else _BRACES_OR_BREAK).finditer(text, at):
        sign = text[found.start()]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth <= 0:
                return found.end()
        elif sign in "\n\r":
            return found.start()
    return len(text)


def past_options(text: str, at: int) -> int:
    """Return where the star, the overlay and the options end that may follow a command's name at ``at``."""
    if text[at : at + 1] == "*":
        at += 1
    if text[at : at + 1] == "<" and (found := _OVERLAY.match(text, at)):
        at = found.end()
    while (found := _OPTION.match(text, at)) is not None:
        at = found.end()
    return at


def option(text: str, at: int) -> tuple[int, int]:
    """Return where the text of the option at ``at`` begins and ends; (-1, -1) where there is none."""
    found = _OPTION.match(text, at)
    return found.span(1) if found else (-1, -1)


def past_groups(text: str, at: int, most: int, long: bool = False) -> int:
    """Return where so many groups, with options among them, end; fewer where there are no more."""
    for _ in range(most):
        inner = opening(text, at)
        if inner < 0:
            break
        at = (
            past_options(text, past_group(text, inner - 1, long))
            if most > 1
            else past_group(text, inner - 1, long)
        )
    return at
