"""Which words two sentences share, and which are each other's opposite: for rules that compare claims."""

from __future__ import annotations

from functools import lru_cache

from lint.model.context import Context
from lint.model.pattern import pattern

CLASS = "antonym.pair"
"""The lexicon class of opposites; a term is two words with a slash between."""
_WORD = pattern(r"[a-z][a-z-]{2,}")
_COMMON = frozenset(
    "the and for that this with from have been they their there which will would could about into over more some"
    " many most other others than then when what were also only such very just like said says because while may"
    " might can shall should must where after before these those its his her our your has had was are not but"
    " however although though who whom whose one two any all each both same own new out off per yet still even"
    " experts expert analysts analyst critics critic supporters observers believe believes say warn warns argue"
    " argues think thinks claim claims expect expects fear fears hope hopes agree agrees predict predicts lead leads"
    " make makes made take takes get gets give gives people it's that's if so he she it we you i".split()
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "ly", "s", "e", "y")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return a lower-case word without its common endings; crude, and the same for what is one word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls" else word.rstrip("e")


def stems(context: Context, start: int, end: int) -> frozenset[str]:
    """Return the stems of the content words between two flat offsets."""
    found = set(_WORD.findall(context.flat.low, start, end)) - _COMMON
    return frozenset(map(stem, found))


@lru_cache(maxsize=4)
def _table(pairs: frozenset[str]) -> dict[str, frozenset[str]]:
    """Return stem → stems of its opposites."""
    table: dict[str, set[str]] = {}
    for pair in pairs:
        one, _, other = map(str.strip, pair.partition("/"))
        table.setdefault(stem(one), set()).add(stem(other))
        table.setdefault(stem(other), set()).add(stem(one))
    return {word: frozenset(others) for word, others in table.items()}


def opposed(context: Context, one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether a word of one set of stems is the opposite of a word of the other, and neither has both."""
    table = _table(context.ruleset.words.get(CLASS, frozenset()))
    return any(
        bool(table[word] & other) and not table[word] & one and word not in other
        for word in one
        if word in table
    )
