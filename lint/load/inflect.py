"""English inflection, so that a lexicon lists lemmas and never types a form twice."""

from __future__ import annotations

from collections.abc import Mapping

from lint.model.pattern import pattern
from lint.model.typed import NamedTuple

_SIBILANT = pattern(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = pattern(r"[^aeiou]y$")
# One vowel between consonants, one syllable: the last consonant doubles (plan → planned).
_DOUBLES = pattern(r"^[^aeiou]*[aeiou][bdgklmnprt]$")
_AFTER_HEAD = pattern(r" (?:of|to|in|on|with|for|at|close to|familiar with|briefed on|on the) ")


class Irregular(NamedTuple):
    """What the rules do not give: see ``rules/lexicons/irregular.toml``."""

    verbs: Mapping[str, tuple[str, str]]
    ing: Mapping[str, str]
    nouns: Mapping[str, str]
    doubling: frozenset[str]
    american: Mapping[str, str]


def _s_form(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    if _SIBILANT.search(word) or word in {"go", "do", "veto", "echo"}:
        return word + "es"
    return word + "s"


def _regular(word: str, doubled: bool) -> tuple[str, str]:
    """Return the regular past and -ing form."""
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word + "d", word[:-1] + "ing"
    if word.endswith("e"):
        return word + "d", word + "ing"
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ied", word + "ing"
    stem = word + word[-1] if doubled or _DOUBLES.match(word) else word
    return stem + "ed", stem + "ing"


def verb_forms(lemma: str, irregular: Irregular) -> dict[str, str]:
    """Return the forms of a verb, or of a verb with a particle (``point out``), by name.

    Keys: ``base``, ``s``, ``past``, ``pp`` (past participle), ``ing``.
    """
    word, space, rest = lemma.partition(" ")
    if word == "be":
        forms = {"base": "are", "s": "is", "past": "were", "pp": "been", "ing": "being"}
    else:
        regular, ing = _regular(word, word in irregular.doubling)
        past, participle = irregular.verbs.get(word, (regular, regular))
        ing = irregular.ing.get(word, ing)
        forms = {"base": word, "s": _s_form(word), "past": past, "pp": participle, "ing": ing}
    return {name: form + space + rest for name, form in forms.items()}


def plural(noun: str, irregular: Irregular) -> str:
    """Return the plural of a noun phrase: of its last word, or of the word before a preposition."""
    found = _AFTER_HEAD.search(noun)
    head, rest = (noun[: found.start()], noun[found.start() :]) if found else (noun, "")
    before, space, last = head.rpartition(" ")
    if last in irregular.nouns:
        last = irregular.nouns[last]
    elif last.endswith("man") and last != "human":
        last = last[:-3] + "men"
    else:
        last = _s_form(last)
    return before + space + last + rest


def spellings(term: str, irregular: Irregular) -> tuple[str, ...]:
    """Return a term as spelled, and its American spelling where it has one."""
    words = [irregular.american.get(w, w) for w in term.split(" ")]
    other = " ".join(words)
    return (term,) if other == term else (term, other)
