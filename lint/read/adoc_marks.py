"""The signs of AsciiDoc that may be inline markup, and what closes each of them."""

from __future__ import annotations

from lint.model.pattern import pattern

_SIGN = (
    r"\\(?:[^\s\w]|_)|\\(?=[a-z]{3,12}:)|\*\*|__|##|\*(?<![\w;:}]\*)(?=[^\s*])|_(?<![\w;:}]_)(?=[^\s_])|#(?<![\w&;:}]#)(?=[^\s#])"
    r"|``|`(?<![\w;:\"'`}]`)(?=[^\s`])|`'|\"`(?<![\w;:}]\"`)(?=\S)|'`(?<![\w;:`}]'`)(?=\S)|\^(?=[^\s^]{1,200}\^)|~(?=[^\s~]{1,200}~)"
    r"|\+(?<=[ ]\+)(?=[ \t]*(?:\n|\Z))|\+\+\+?|\+(?<![\w;:]\+)(?=[^\s+])|\$\$|\{(?=[\w])|<<(?=[\w#/.:{])|<(?=https?://)|<-|<="
    r"|->|=>|--(?<=[ \n]--)(?=[ \n]|\Z)|--(?<=\w--)(?=\w)|\.\.\.|\(\(|\((?:C|R|TM)\)|\[(?=[\w.#%\[])|:(?=[^\s])|&(?=[#A-Za-z])"
)
SIGN = pattern(_SIGN)
_OLD_CODE = r"|`(?<![\w`]`)(?=[^\s`])"
COMPAT_SIGN = pattern(
    _SIGN[: _SIGN.index("|`(?<!")] + _OLD_CODE + _SIGN[_SIGN.index(r"|\^(") :] + r"|'(?<![\w;:}]')(?=[^\s'])"
)
"""Older texts quote with two backticks and two apostrophes, and emphasise between apostrophes."""
CLOSERS = {
    "*": pattern(r"\*(?<=\S\*)(?!\w)"),
    "_": pattern(r"_(?<=\S_)(?!\w)"),
    "#": pattern(r"#(?<=\S#)(?!\w)"),
    "`": pattern(r"`(?<=\S`)(?![\w\"`]|'(?!\w))"),
    "`-": pattern(r"`(?<=\S`)(?![\w`])"),
    "+": pattern(r"\+(?<=\S\+)(?!\w)"),
    "'": pattern(r"'(?<=\S')(?!\w)"),
    "**": pattern(r"\*\*"),
    "__": pattern(r"__"),
    "##": pattern(r"##"),
    "``": pattern(r"``"),
    "''": pattern(r"''(?!\w)"),
    "++": pattern(r"\+\+"),
    "+++": pattern(r"\+\+\+"),
    "$$": pattern(r"\$\$"),
    '`"': pattern(r"`\"(?<=\S`\")(?!\w)"),
    "`'": pattern(r"`'(?<=\S`')(?!\w)"),
}
