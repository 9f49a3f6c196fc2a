"""The check ``undefined-acronym``: capitals that the text never spells out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lint.match.words import tally
from lint.model.context import Context, Match
from lint.model.pattern import pattern
from lint.model.rule import Rule
from lint.model.text import Span

# The look back comes after the first capital: a search that begins with a set of characters is a fast one.
_ACRONYM = pattern(r"([A-Z](?<![\w/.&\x1a$@#-][A-Z])[A-Z]{2,5})s?(?![\w/&\x1a(-]|\.\w|:[\w/])")
_ROMAN = pattern(r"[IVXLCDM]+")
_SPOKEN = pattern(r"(?=.{5})(?!.*[AEIOUY]{3}|.*[^AEIOUY]{3}).*[AEIOUY].*[AEIOUY].*")
"""Capitals of five letters or six that can be spoken: a word written large, a surname, a name of its own."""
_SHOUTED = pattern(r"\b[A-Z]{2,}(?:'[A-Z]+)?[,;:]? [A-Z]{2,}\b.*\b[A-Z]{2,}\b")
_INTRODUCES = pattern(r"\s*(?:,? (?:or|short for|which stands for)|stands? for|means|is short for|=) ")
_OPENED = pattern(r"[(\[\"\x93]\s*(?:the |an? |or )?[\"'\x93]?$")
_OPENERS = (" (", ": ", " \x97 ", " \x96 ", " - ")
_GLOSS = frozenset(("link", "url", "note-ref", "citation", "gloss"))
_MOST = 200
"""Distinct acronyms looked up in one text: each look-up reads all of it."""
_SMALL = frozenset(("of", "and", "the", "for", "in", "on", "to", "a", "an", "at", "by", "with", "de", "la"))


def undefined_acronym(context: Context, rule: Rule) -> Iterator[Match]:
    """Find the first use of each acronym of three to six capitals that is nowhere spelled out.

    One that is spelled out only after its first use is found too. Words that are also written in small
    letters somewhere in the text are emphasis, not acronyms.
    """
    if not tally(context).having["acronyms"]:
        return
    known = context.ruleset.words.get("acronym.*", frozenset())
    ours = frozenset(a.lower() for a in context.acronyms)
    for name, start in islice(_first_uses(context), _MOST):
        low = name.lower()
        if low in known or low in ours or _ROMAN.fullmatch(name) or _SPOKEN.fullmatch(name):
            continue
        if _is_word(context, low):
            continue
        defined = _definition(context.flat.text, name)
        if defined < 0 and not _linked(context, name):
            yield Match(rule, start, start + len(name), message=f"{name} is used and never spelled out")
        elif defined > start + 200:
            message = f"{name} is used before it is spelled out"
            yield Match(rule, start, start + len(name), message=message)


def _first_uses(context: Context) -> Iterator[tuple[str, int]]:
    """Yield each acronym of the prose with the place of its first use."""
    flat = context.flat
    seen: set[str] = set()
    counted = tally(context)
    many = frozenset(counted.at_least("acronyms", 2))
    for sentence in counted.having["acronyms"]:
        start, end = flat.sentences[sentence]
        if sentence in many and _SHOUTED.search(flat.text, start, end):
            continue
        for found in _ACRONYM.finditer(flat.text, start, end):
            if found.group(1) not in seen:
                seen.add(found.group(1))
                yield found.group(1), found.start(1)


def _is_word(context: Context, low: str) -> bool:
    """Say whether capitals are an ordinary word written large."""
    if low in context.ruleset.words.get("easy.word", frozenset()):
        return True
    text = context.flat.text
    at = text.find(low)
    while at >= 0:
        if not (text[at - 1].isalnum() or text[at - 1] in "_-" or text[at + len(low)].isalnum()):
            return True
        at = text.find(low, at + 1)
    return False


def _definition(text: str, name: str) -> int:
    """Return where a text spells an acronym out, or -1."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        end += text[end] == "s"
        if not text[end].isalnum() and _spelled_out(text, at, end, name):
            return at
        at = text.find(name, end)
    return -1


def _spelled_out(text: str, start: int, end: int, name: str) -> bool:
    """Say whether one use of an acronym stands in brackets after its name, or its name stands after it."""
    if opened := _OPENED.search(text, max(start - 8, 0), start):
        return _stands_for(text[max(opened.start() - 120, 0) : opened.start()], name)
    if text.startswith(_OPENERS, end):
        return _begins_with(text[end : end + 120], name)
    told = _INTRODUCES.match(text, end)
    return told is not None and _begins_with(text[told.end() : told.end() + 120], name)


def _initials(words: list[str]) -> str:
    return "".join(w[0] for w in words).upper()


def _stands_for(before: str, name: str) -> bool:
    """Say whether the words just before a bracket have the acronym's initials, small words aside."""
    words = re.findall(r"[^\W\d_]+", before)[-len(name) * 2 :]
    if not words:
        return False
    full = [w for w in words if w.lower() not in _SMALL]
    return (
        _initials(words).endswith(name)
        or _initials(full).endswith(name)
        or (bool(full) and _in_order(" ".join(full[-len(name) :]).upper(), name))
    )


def _in_order(words: str, name: str) -> bool:
    """Say whether the letters of the acronym occur in order, from the initial of one of the words on."""
    for start in [0, *(m.end() for m in re.finditer(" ", words))]:
        if words[start] == name[0]:
            at = start
            for char in name:
                at = words.find(char, at) + 1
                if not at:
                    break
            else:
                return True
    return False


def _begins_with(after: str, name: str) -> bool:
    """Say whether the words that follow have the acronym's initials."""
    words = re.findall(r"[^\W\d_]+", after)[: len(name) * 2]
    full = [w for w in words if w.lower() not in _SMALL]
    return _initials(words).startswith(name) or _initials(full).startswith(name)


def _linked(context: Context, name: str) -> bool:
    """Say whether some use of the acronym is a link or carries a note, where it is explained."""
    document = context.flat.document
    return any(m.kind in _GLOSS and _near(document.text, m.span, name) for m in document.marks)


def _near(text: str, span: Span, name: str) -> bool:
    """Say whether a mark covers the acronym or follows it."""
    return name in text[max(span.start - len(name) - 2, 0) : span.end]


CHECKS = {"undefined-acronym": undefined_acronym}
