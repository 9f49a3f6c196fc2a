"""What makes a sentence hard to take apart: too many clauses, stacked nouns, stacked negatives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.match.function_words import LITOTES, SUBORDINATORS
from lint.match.phrase import replacement_fix
from lint.match.words import tally
from lint.model.context import Context, Match
from lint.model.pattern import pattern
from lint.model.rule import Rule

_BRACKETS = pattern(
    # What is set between brackets must be words enough to be a thought: no figures, labels or short notes.
    r"\((?:[^()\s\d]+ ){3,}[^()\s\d]+\)|(?: --? | ?\x97 ?| \x96 )[^()]*?(?: --? | ?\x97 ?| \x96 )"
)
_REACH = 2000
"""No sentence is longer; what is, is none, and must not cost the square of its length."""
_SERIAL = pattern(r"(?:,[^,]{1,40}){2,},? (?:and|or|but) ")
_WORDS = pattern(r"[a-z]+(?:-[a-z]+)*")
_OPENING = pattern(rf"\b(?:{'|'.join(sorted(SUBORDINATORS))})\b")


def syntactic_load(context: Context, rule: Rule) -> Iterator[Match]:
    """Find sentences with too many clauses and commas, brackets inside the run, or nouns in a stack.

    Targets: ``commas`` together with ``subordinators``; ``brackets`` (pairs); ``stack`` (nouns).
    """
    counted = tally(context)
    commas = context.target(rule.name, "commas", 4)
    clauses = context.target(rule.name, "subordinators", 3)
    pairs = context.target(rule.name, "brackets", 3)
    stack = int(context.target(rule.name, "stack", 5))
    flat = context.flat
    for sentence in counted.at_least("stackable", stack):
        yield from _stacks(context, rule, *flat.sentences[sentence], stack)
    heavy = {*counted.at_least("subordinators", int(clauses)), *counted.at_least("brackets", int(pairs))}
    for sentence in sorted(heavy):
        start, end = flat.sentences[sentence]
        if message := _load(
            flat.low[start : min(end, start + _REACH)], counted.lengths[sentence], commas, clauses, pairs
        ):
            yield Match(rule, start, end, message=message)


def _load(low: str, words: int, commas: float, clauses: float, pairs: float) -> str:
    """Say what burdens a sentence, or nothing."""
    opened = len(_OPENING.findall(low))
    if opened >= clauses and low.count(", ") > commas and not _SERIAL.search(low):
        return f"{opened} subordinate clauses and {low.count(', ')} commas in {words} words"
    if opened >= clauses + 2 and words > 35:
        return f"{opened} subordinate clauses in {words} words"
    if words > 20 and (found := len(_BRACKETS.findall(low))) >= pairs:
        return f"{found} insertions in brackets or dashes"
    return ""


def _stacks(context: Context, rule: Rule, start: int, end: int, least: int) -> Iterator[Match]:
    """Yield runs of at least ``least`` nouns of the lexicon with nothing between."""
    nouns = context.ruleset.words.get("noun-stack.noun", frozenset())
    flat = context.flat
    run: list[tuple[int, int]] = []
    for found in _WORDS.finditer(flat.low, start, end):
        joined = bool(run) and found.start() == run[-1][1] + 1 and flat.low[found.start() - 1] == " "
        if found.group() in nouns or (joined and found.group() == "change"):
            run = [*run, found.span()] if joined else [found.span()]
            continue
        if len(run) >= least:
            break
        run = []
    if len(run) >= least:
        yield Match(rule, run[0][0], run[-1][1], message=f"{len(run)} nouns in a stack")


_DEGREE = r"(?:(?:at all|altogether|entirely|wholly|an?|so|too|always|necessarily) )?"
_GRANTED = "".join(
    f"(?<!{word} )"
    for word in ("but", "but is", "but it's", "but it is", "if", "while", "although", "though")
)
"""What stands before *not impossible* where that is the point: *hard, if not impossible*; *hard, but not impossible*."""
_NOT_UN = pattern(
    rf"{_GRANTED}\bnot ({_DEGREE})"
    rf"({'|'.join(sorted(LITOTES, key=len, reverse=True))})\b(?! but\b|,? (?:and|or|nor) )"
)
_NO = r"(?:not|never|cannot|no|[a-z]+n't)"
_UNLESS = pattern(
    rf"\b{_NO} (?:[a-z'-]+ ){{1,7}}(?:unless|except) (?:[a-z'-]+ ){{0,5}}?(?:not|no|never|[a-z]+n't)\b"
    r"(?: [a-z'-]+){0,2}"
)
# What cannot fail to happen must: a term where it is defined, and no riddle.
_FAIL = pattern(
    rf"\b(?!cannot|can't){_NO} (?:ever )?(?:fail|fails|failed) to (?!(?:[a-z]+ ){{0,2}}(?:only))[a-z]+"
)
_NONE_WITHOUT = pattern(
    rf"\b{_NO} (?:[a-z'-]+ ){{0,4}}without (?:[a-z'-]+ ){{0,3}}?(?:not|no|never|[a-z]+n't)\b(?: [a-z'-]+)?"
)
_STACKED = ((("unless", "except"), _UNLESS), (("fail",), _FAIL), (("without",), _NONE_WITHOUT))
"""Each expression with words of which one must stand in a sentence where it can match."""
_ONLY = pattern(
    r"not only|not just|not merely|no doubt|if not|whether or not|or not\b|not to mention|no longer"
)


def negation_stack(context: Context, rule: Rule) -> Iterator[Match]:
    """Find ``not un-``, ``not … unless … not``, ``never fail to`` and ``not … without … no``."""
    counted, flat = tally(context), context.flat
    for sentence in counted.at_least("negatives", 2):
        start, end = flat.sentences[sentence]
        low = flat.low[start:end]
        if "not " in low:
            for found in _NOT_UN.finditer(flat.low, start, end):
                yield _litotes(context, rule, found)
        for signs, shape in _STACKED:
            if not any(sign in low for sign in signs):
                continue
            for found in shape.finditer(flat.low, start, end):
                if not _ONLY.search(found.group()):
                    yield Match(rule, *found.span(), message="two negatives to undo")


def _litotes(context: Context, rule: Rule, found: re.Match[str]) -> Match:
    """Return the finding for ``not uncommon``, with the positive as its fix where nothing else is lost."""
    positive = LITOTES[found.group(2)]
    fix = None if found.group(1) else replacement_fix(context, *found.span(), positive)
    return Match(
        rule, *found.span(), message=f"{found.group()!r} says {positive!r} by way of two negatives", fix=fix
    )


CHECKS = {"syntactic-load": syntactic_load, "negation-stack": negation_stack}
