"""The check ``nominalisation``: verbs that hide in nouns, and chains of such nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lint.match.hidden_verbs import FORMS, LIGHT, VERBS, inflected
from lint.match.phrase import replacement_fix
from lint.match.words import tally
from lint.model.context import Context, Match
from lint.model.finding import Fix
from lint.model.pattern import pattern
from lint.model.rule import Rule

_WITH = r"(?:[a-z]+(?:-[a-z]+)* ){0,2}?"
"""Up to two words, taken for adjectives, between the article and the noun."""
_CHANGES = (
    r"\b(?:leads?|led|leading|contributes?|contributed|contributing) to|\b(?:results?|resulted|resulting) in"
    r"|\b(?:bring|brings|brought|bringing) about|\b(?:cause|causes|caused|causing)"
)
_NOUN = r"[a-z]{3,}(?:tion|sion|ment|ance|ence|isation|ization|ation)s?"
_CHAIN = pattern(
    rf"\b({_NOUN})"
    rf"((?: (?:of|for|in|by|to|on|with)(?: the| an?| its| their| our| this)?(?: [a-z]+)? {_NOUN}\b){{3,}})"
)
_PLAIN = pattern(
    r"(?:informa|sta|sec|func|op|ques|posi|na|loca|applica|documenta|ac|excep|men|por|frac|instruc|transac"
    r"|collec|genera|popula|educa|rela|sta|direc|func|situa|tradi|sugges|men|organi[sz]a|associa|founda)tions?"
    r"|(?:ver|ses|ten|expres|exten|televi|mis|mil|pen|vi|permis|dimen|profes|pas)(?:s?ions?|lions?)"
    r"|(?:govern|depart|environ|mo|docu|ele|com|seg|state|argu|develop|apart|instru|parlia|imple|experi)ments?"
    r"|(?:sci|sent|audi|experi|evid|refer|influ|confer|insur|dist|inst|bal|fin|ambul|fr|ch|d|sequ|ess|differ)"
    r"[ae]nces?"
)
"""Nouns in these endings that nobody feels as verbs."""


@lru_cache(maxsize=4)
def _patterns(action: frozenset[str], change: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile the two frames over the lexicon's nouns."""
    # Each branch begins with a literal and looks back at its end, so that the search can skip to it.
    forms = "|".join(rf"{form}(?<!\w{form})" for form in sorted(FORMS, key=len, reverse=True))
    nouns = "|".join(sorted(sorted(action), key=len, reverse=True))
    changes = "|".join(sorted(sorted(change), key=len, reverse=True))
    # An action in the singular wants an article; ``the`` points to a thing already known.
    acted = (
        rf"({forms}) ((?:an? |some |further |any )?{_WITH})({nouns})\b"
        r"(?! (?:process|plan|letter|paper|form|tool|team))"
    )
    changed = (
        rf"(?:{_CHANGES}) (?:an? |some |any |the |further ){_WITH}(?:{changes})\b"
        r"(?: (?:of|in) (?:the |its |their )?[a-z]+)?"
    )
    return pattern(acted), pattern(changed)


def nominalisation(context: Context, rule: Rule) -> Iterator[Match]:
    """Find a light verb with the noun of the true verb, a change that is led to, and chains of such nouns."""
    words = context.ruleset.words
    action, change = words.get("nominal.action", frozenset()), words.get("nominal.change", frozenset())
    if not action or not change:
        return
    acted, changed = _patterns(action, change)
    counted, flat = tally(context), context.flat
    for sentence in counted.having["nominals"]:
        start, end = flat.sentences[sentence]
        for found in acted.finditer(flat.low, start, end):
            if (match := _acted(context, rule, found, action)) is not None:
                yield match
        for found in changed.finditer(flat.low, start, end):
            yield Match(rule, *found.span())
    for sentence in counted.at_least("abstracts", 4):
        yield from _chains(context, rule, *flat.sentences[sentence])


def _acted(context: Context, rule: Rule, found: re.Match[str], action: frozenset[str]) -> Match | None:
    """Judge ``made a quick decision``: the verb must be one that says nothing with this noun."""
    light, between, noun = found.groups()
    lemma, form = FORMS[light]
    singular = noun[:-1] if noun.endswith("s") and noun[:-1] in action else noun
    verb = VERBS.get(singular, "")
    if not between.startswith(_ARTICLES) and (singular != noun or noun != "consideration"):
        return None
    if verb not in LIGHT[lemma] or any(w not in _DEGREES for w in between.split()[1:]):
        return None
    start, end = found.span()
    fix, end = _fix(context, start, end, verb, form, between)
    return Match(rule, start, end, fix=fix, message=f"the verb here is {verb!r}")


_ARTICLES = ("a ", "an ", "some ", "further ", "any ")
"""Without one of these the noun is a thing of its own: *made decisions*, *makes array comparisons hard*."""
_DEGREES = frozenset(
    (
        "brief",
        "careful",
        "clear",
        "conscious",
        "detailed",
        "full",
        "quick",
        "rapid",
        "slight",
        "thorough",
        "unilateral",
    )
)
"""What an adverb can say as well; with any other adjective the noun is wanted (*an informed decision*)."""


def _fix(
    context: Context, start: int, end: int, verb: str, form: int, between: str
) -> tuple[Fix | None, int]:
    """Return the edit that puts the verb in, where no adjective would be lost, and the span's end."""
    low = context.flat.low
    if between.strip() not in {"a", "an", ""} or verb == "":
        return None, end
    after = low[end : end + 4]
    if after.startswith(" of ") or (after.startswith(" to ") and verb == "consider"):
        end += 3
    elif low[end] == " " and low[end + 1 :].startswith(("in ", "about ", "by ", "from ", "between ")):
        return None, end
    return replacement_fix(context, start, end, inflected(verb, form)), end


def _chains(context: Context, rule: Rule, start: int, end: int) -> Iterator[Match]:
    """Yield four or more such nouns in a row that prepositions join."""
    for found in _CHAIN.finditer(context.flat.low, start, end):
        nouns = [w for w in re.findall(_NOUN + r"\b", found.group()) if not _PLAIN.fullmatch(w)]
        if len(nouns) >= 4:
            yield Match(
                rule,
                *found.span(),
                message=f"{len(nouns)} nouns in a row that were verbs: {', '.join(nouns)}",
            )


CHECKS = {"nominalisation": nominalisation}
