r"""Which parts of a LaTeX source are not in English."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.read.tex_words import ENGLISH, LANGUAGES

_SCOPE = pattern(
    r"\\(?:begin\{otherlanguage\*?\}\{([^{}]*)\}|selectlanguage\s*\{([^{}]*)\}|(?:begin|end)(?=\s*\{)|[\s\S])|%[^\r\n]*|\{|\}"
)
_BABEL = pattern(r"\\usepackage\s*\[([^\]]*)\]\s*\{babel\}")
_MAIN = pattern(r"\\set(?:default|main)language\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}")


def past_foreign(text: str, at: int) -> int:
    """Return where English begins again after a change of language, or where the group around it ends."""
    depth = 0
    for found in _SCOPE.finditer(text, at):
        sign = found[0]
        name = found[1] or found[2]
        if name is not None:
            if name.strip().lower() in ENGLISH:
                return found.start()
            depth += found[1] is not None
        elif sign == "{" or sign == "\\begin":
            depth += 1
        elif sign == "}" or sign == "\\end":
            depth -= 1
            if depth < 0:
                return found.start()
    return len(text)


def is_foreign(preamble: str) -> bool:
    """Say whether a preamble makes another language than English that of the text."""
    found = _MAIN.search(preamble)
    if found:
        return found[1].strip().lower() in LANGUAGES
    found = _BABEL.search(preamble)
    if not found:
        return False
    options = [option.strip().lower() for option in found[1].split(",")]
    main = [option[5:].strip() for option in options if option.startswith("main=")]
    known = main or [option for option in options if option in LANGUAGES or option in ENGLISH]
    return bool(known) and known[-1] in LANGUAGES
