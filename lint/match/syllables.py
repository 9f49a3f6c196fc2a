"""How many syllables an English word has: rules over its letters, and a table of what they get wrong.

Vowel groups are counted, then silent ones taken off (``-e``, ``-ed``, ``-es``, ``-ely``) and split ones
added (``-ia-``, ``-ion``, ``-ing`` after a vowel, ``-le``). ``bench/syllables.py`` measures the rules and the
table against the CMU Pronouncing Dictionary and writes the table anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lint.model.pattern import pattern

# Both work on many words at once, one a line.
# Each branch begins with a literal, so that the search can skip to it and look back from there.
_SILENT = pattern(
    r"e(?<=[^aeiouy\n]e)(?:(?='|$)|(?=work|thing|one$|line|man|men|land|name))|ed$(?<=[^aeiouytd\n]ed)"
    r"|es$(?<=[bdfhjklmnpqrtvw]es)(?<![sc]hes)|e(?<=[^aeioul\n]e)(?:ly|ments?|ful|less|ness|fully)$|[gq]ues?$"
    r"|e(?<=[vlrmn]e)(?=some|where|fore|time|body)|al(?<=ical)(?=ly)",
    re.MULTILINE,
)
_SPLIT = pattern(
    r"ia(?<=[^cstng\n]ia)(?!r|n$|ns$|ge)|i(?<=ri)(?=al)|ia(?<=[cstng]ia)(?=t)|ion(?<=[^aeiouytcsgxln\n]ion)"
    r"|ious(?<=[^cstgx\n]ious)|le(?<=[^aeiouyrl\n]le)(?:(?='|$)|[sd](?='|$))|ism"
    r"|y(?<=[aeou]y)(?=[aeio])(?!e[ds]?$|er)|io(?<=[^sctgln\n]io)(?!n|u)|eo(?!u|n$|p|r)|ua(?<=[^gq\n]ua)|uou|ui(?<=[^qgbl\n]ui)(?=n|t[iy])"
    r"|ing(?<=[aeiouy]ing)|n't(?<=[sd]n't)|ire[sd]?$|i(?<=[^ctsgh\n]i)(?=e(?:n[tc]|ty))"
    r"|i(?<=[^aeiou\n][lntdrpvmk]i)(?=e(?:r|st)$)|e(?<=cre)(?=at[eio])|'s(?<=[sxz]'s)",
    re.MULTILINE,
)
_VOWELS = bytes(i if i == 10 else 97 if chr(i) in "aeiouy" else 32 for i in range(256))
"""Turns a word into its vowel groups between spaces."""
_exceptions: dict[str, int] = {}


def by_rule(word: str) -> int:
    """Return the syllables that the rules alone give a lower-case word; at least 1."""
    return _many_by_rule([word])[0]


def _many_by_rule(words: Sequence[str]) -> list[int]:
    """Return what the rules give each of many words: three passes over all of them cost least."""
    if not words:
        return []
    lines = "\n".join(words)
    vowels = lines.encode("latin-1", "replace").translate(_VOWELS).split(b"\n")
    silent = _SILENT.sub("\0", lines).split("\n")
    split = _SPLIT.sub("\0", lines).split("\n")
    return [
        # No vowel: spelled out, letter by letter (``html``, ``cnn``).
        max(groups - less.count("\0") + more.count("\0"), 1)
        if (groups := len(v.split()))
        else max(len(word), 1)
        for word, v, less, more in zip(words, vowels, silent, split, strict=True)
    ]


def count_syllables(word: str) -> int:
    """Return the syllables of one lower-case word without hyphens; at least 1."""
    return count_many((word,))[word]


def count_many(words: Iterable[str]) -> dict[str, int]:
    """Return the syllables of each of many lower-case words without hyphens."""
    if not _exceptions:
        from lint.match.syllable_table import EXCEPTIONS  # imported late: a quarter of a millisecond

        _exceptions.update((w, n) for n, several in EXCEPTIONS.items() for w in several.split())
    found: dict[str, int] = {}
    ruled: dict[str, str] = {}
    for word in words:
        known = _exceptions.get(word, 0)
        if not known:
            stem = word[:-2] if word.endswith("'s") and word[-3:-2] not in "sxz" else word
            known = _exceptions.get(stem, 0)
            if not known:
                ruled[word] = stem
        found[word] = known
    found.update(zip(ruled, _many_by_rule(list(ruled.values())), strict=True))
    return found
