"""How many syllables an English word has: rules over its letters, and a table of what they get wrong.

Vowel groups are counted, then silent ones taken off (``-e``, ``-ed``, ``-es``, ``-ely``) and split ones
added (``-ia-``, ``-ion``, ``-ing`` after a vowel, ``-le``). ``bench/syllables.py`` measures the rules and the
table against the CMU Pronouncing Dictionary and writes the table anew.
"""

from __future__ import annotations

from lint.model.pattern import pattern

_GROUP = pattern(r"[aeiouy]+")
# Each branch begins with a literal, so that the search can skip to it and look back from there.
_SILENT = pattern(
    r"e(?<=[^aeiouy]e)(?:(?='|$)|(?=work|thing|one$|line|man|men|land|name))|ed$(?<=[^aeiouytd]ed)"
    r"|es$(?<=[bdfhjklmnpqrtvw]es)(?<![sc]hes)|e(?<=[^aeioul]e)(?:ly|ments?|ful|less|ness|fully)$|[gq]ues?$"
    r"|e(?<=[vlrmn]e)(?=some|where|fore|time|body)|al(?<=ical)(?=ly)"
)
_SPLIT = pattern(
    r"ia(?<=[^cstng]ia)(?!r|n$|ns$|ge)|i(?<=ri)(?=al)|ia(?<=[cstng]ia)(?=t)|ion(?<=[^aeiouytcsgxln]ion)"
    r"|ious(?<=[^cstgx]ious)|le(?<=[^aeiouyrl]le)(?:(?='|$)|[sd](?='|$))|ism"
    r"|y(?<=[aeou]y)(?=[aeio])(?!e[ds]?$|er)|io(?<=[^sctgln]io)(?!n|u)|eo(?!u|n$|p|r)|ua(?<=[^gq]ua)|uou|ui(?<=[^qgbl]ui)(?=n|t[iy])"
    r"|ing(?<=[aeiouy]ing)|n't(?<=[sd]n't)|ire[sd]?$|i(?<=[^ctsgh]i)(?=e(?:n[tc]|ty))"
    r"|i(?<=[^aeiou][lntdrpvmk]i)(?=e(?:r|st)$)|e(?<=cre)(?=at[eio])|'s(?<=[sxz]'s)"
)
_exceptions: dict[str, int] = {}


def by_rule(word: str) -> int:
    """Return the syllables that the rules alone give a lower-case word; at least 1."""
    groups = len(_GROUP.findall(word))
    if groups == 0:  # no vowel: spelled out, letter by letter (``html``, ``cnn``)
        return max(len(word), 1)
    return max(groups - len(_SILENT.findall(word)) + len(_SPLIT.findall(word)), 1)


def count_syllables(word: str) -> int:
    """Return the syllables of one lower-case word without hyphens; at least 1."""
    if not _exceptions:
        from lint.match.syllable_table import EXCEPTIONS  # imported late: a quarter of a millisecond

        _exceptions.update((w, n) for n, words in EXCEPTIONS.items() for w in words.split())
    if (known := _exceptions.get(word)) is not None:
        return known
    stem = word[:-2] if word.endswith("'s") and word[-3:-2] not in "sxz" else word
    return _exceptions.get(stem) or by_rule(stem)
