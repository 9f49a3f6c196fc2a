"""proselint's patterns → literal cues, where a pattern is short and finite; else what to verify at a cue.

The patterns that are neither are few and known: they stand in two tables, keyed as proselint writes them.
"""

from __future__ import annotations

from lint.model.typed import NamedTuple

_ITSELF = (
    "least best first last beginning end start idea notion thing things moment purpose reason same fact act nature heart"
    " front back top bottom edge core essence place day people definition existence"
    " few little"
).split()
"""What *the very* points at (*the very idea*, *at the very least*), and counts: *very few* is less than *few*."""
_DENIED = "".join(
    f"(?<!{no} {verb})"
    for no in (r"\bnot", r"n['\x92]t", r"\bnever")
    for verb in ("", "be ", "seem ", "look ", "a ", "all that ")
)
"""*Not very useful* is less than *not useful*: without the word it would say more than its writer means."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYTIME = r"\d{{1,2}} ?{0}\.?m\.? {1}"


class EndlessError(ValueError):
    """A pattern stands for more texts than are worth listing."""


class Anchored(NamedTuple):
    """A pattern with a literal piece: the pieces to look for, the expression to verify, how far it leads."""

    cues: tuple[str, ...]
    regex: str
    lead: int = 0


def expand(pattern: str) -> tuple[str, ...]:
    """Return every text that a pattern stands for, longest first; EndlessError if it is no finite list.

    Knows literals, escapes, groups, alternatives, ``?`` and sets of single characters. A full stop that was
    left unescaped is taken for a full stop, as it was meant.
    """
    texts, at = _branches(pattern, 0)
    if at != len(pattern) or len(texts) > 64:
        raise EndlessError(pattern)
    return tuple(sorted(dict.fromkeys(texts), key=lambda t: (-len(t), t)))


def _branches(pattern: str, at: int) -> tuple[list[str], int]:
    """Read alternatives up to a closing parenthesis or the end."""
    done: list[str] = []
    open_ = [""]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            done, open_, at = done + open_, [""], at + 1
            continue
        atom, at = _atom(pattern, at)
        if pattern[at : at + 1] == "?":
            atom, at = [*atom, ""], at + 1
        elif pattern[at : at + 1] in {"*", "+", "{"}:
            raise EndlessError(pattern)
        open_ = [head + tail for head in open_ for tail in atom]
    return done + open_, at


def _atom(pattern: str, at: int) -> tuple[list[str], int]:
    """Read one character, set or group; return its texts and where it ends."""
    char = pattern[at]
    if char == "\\":
        if pattern[at + 1].isalnum():
            raise EndlessError(pattern)
        return [pattern[at + 1]], at + 2
    if char == "(":
        at += 3 if pattern.startswith("(?:", at) else 1
        if pattern[at] == "?":
            raise EndlessError(pattern)
        texts, end = _branches(pattern, at)
        return texts, end + 1
    if char == "[":
        end = pattern.index("]", at)
        if set(pattern[at + 1 : end]) & set("^-\\"):
            raise EndlessError(pattern)
        return list(pattern[at + 1 : end]), end + 1
    if char in "^$*+{":
        raise EndlessError(pattern)
    return [char], at + 1


ANCHORED: dict[str, Anchored] = {
    _DAYTIME.format("a", "in the morning"): Anchored(
        ("in the morning",), r"\b\d{1,2} ?a\.?m\.? in the morning\b", 9
    ),
    _DAYTIME.format("p", "in the evening"): Anchored(
        ("in the evening",), r"\b\d{1,2} ?p\.?m\.? in the evening\b", 9
    ),
    _DAYTIME.format("p", "at night"): Anchored(("at night",), r"\b\d{1,2} ?p\.?m\.? at night\b", 9),
    _DAYTIME.format("p", "in the afternoon"): Anchored(
        ("in the afternoon",), r"\b\d{1,2} ?p\.?m\.? in the afternoon\b", 9
    ),
    r"from \d+[^ \t\n\r\f\v\w_\.]\d+": Anchored(("from",), r"\bfrom \d+[^ \n\w.\x1a]\d+"),
    f"(?:{'|'.join(_MONTHS)}), \\d{{3,}}": Anchored(
        tuple(f"{m}," for m in _MONTHS), rf"\b(?:{'|'.join(_MONTHS)}), \d{{3,}}"
    ),
    f"(?:{'|'.join(_MONTHS)}) of \\d{{3,}}": Anchored(
        tuple(f"{m} of" for m in _MONTHS), rf"\b(?:{'|'.join(_MONTHS)}) of \d{{3,}}"
    ),
    r"\B\$[\d]* ?(?:dollars|usd|us dollars)\b": Anchored(
        ("dollars", "usd"), r"(?<!\w)\$\d* ?(?:us dollars|dollars|usd)\b", 30
    ),
    r"more than .{1,10} all": Anchored(("more than",), r"\bmore than [^\n]{1,10} all\b"),
    "In recent years, an increasing number of [a-zA-Z]{3,}sts have": Anchored(
        ("in recent years, an increasing number of",),
        r"\bin recent years, an increasing number of [a-z]{3,40}sts have\b",
    ),
    r"up to \d{1,3}% ?[-\x{2014}\x{2013}]{0,3} ?(?:or|and) more\W?": Anchored(
        ("up to",), r"\bup to \d{1,3}% ?[-\x97\x96]{0,3} ?(?:or|and) more\b"
    ),
    r"p = 0.0{2,4}": Anchored(("p = 0.00", "p = 0.000", "p = 0.0000"), r"\bp = 0\.0{2,4}"),
    r"\bvery(?! well)\b": Anchored(
        ("very",), rf"\b(?<!\bthis )(?<!\bthat ){_DENIED}very\b(?! (?:well|{'|'.join(_ITSELF)})\b)"
    ),
    r"\bMeantime,\B": Anchored(("meantime,",), r"\bMeantime,(?!\w)"),
    r"\b[;,] meantime,\B": Anchored(("; meantime,", ", meantime,"), r"(?<=\w)[;,] meantime,(?!\w)"),
    r"\bthe 'take-home message'\B": Anchored(
        ("the 'take-home message'", "the \x91take-home message'"), r"\bthe ['\x91]take-home message'(?!\w)"
    ),
    r"\B'till?\b": Anchored(("'til", "'till"), r"(?<!\w)'till?\b"),
}
"""Patterns that have a literal piece though they are endless."""

SWEPT: dict[str, tuple[str, str]] = {
    r"\d{1,2} ?[ap]m": ("figure", r"\b\d{1,2} ?[ap]m\b"),
    r"\d{1,2}[ap]\.?m\.?": ("figure", r"\b\d{1,2}[ap]\.?m\b\.?"),
    r"12 ?[ap]\.?m\.?": ("figure", r"\b12 ?[ap]\.?m\b\.?"),
    r"\d0\'s": ("figure", r"\b\d0's\b"),
    r"\d\d\d0\'s": ("figure", r"\b\d\d\d0's\b"),
    r"\d+ ?x ?\d+": ("figure", r"\b(?!0x)\d+ ?x ?\d+\b"),
    r"\s[^\s-]+ly-": ("adverb-hyphen", ""),
    r"\w!": ("exclamation", ""),
    r"\w*(?:!|\?){2,}": ("hyperbole", ""),
    r"\.\.\.": ("ellipsis", ""),
    r"\. {3}": ("wide-gap", ""),
    r"\"[\w\s\d]+\"": ("straight-quotes", ""),
    r"(?<![A-Za-z'-])(\w+(?:\s+\w+){0,3})(\s+\1)+(?![A-Za-z'-])": ("repetition", ""),
}
"""Patterns without any literal cue: the sweep that finds them, and its expression if it takes one."""
