"""All rules of a run, compiled: the cues of one automaton and what each of them sets off."""

from __future__ import annotations

from lint.model.rule import Rule
from lint.model.typed import Any, NamedTuple

Trigger = tuple[int, int]
"""(number of the rule, number of the frame, phrase or check inside the rule)."""


CLASSES_BY_NAME = (
    "agent.*",
    "agent.critic",
    "agent.discipline",
    "agent.expert",
    "agent.folk",
    "agent.insider",
    "agent.media",
    "agent.observer",
    "agent.official",
    "agent.person.pl",
    "evidence.*",
    "opinion.*",
    "marker.*",
    "verb.attributes",
    "jargon.*",
    "metonym.capital",
    "metonym.group.pl",
    "metonym.state",
    "metonym.institution",
    "modal.open",
    "modal.seeming",
    "hedge.possibility",
    "hedge.appearance",
    "hedge.hearsay",
    "hedge.adaptor",
    "hedge.in-certain",
    "booster.adverb",
    "booster.presupposing",
    "booster.opener",
    "booster.emphatic",
    "shield.impersonal",
    "shield.opener",
)
"""Lexicon classes that code asks for by name; only these and the classes of frames become cues."""


WORDS_BY_NAME = (
    "determiner.*",
    "grammar.adverb",
    "jargon.office",
    "nominal.*",
    "nominal.action",
    "nominal.change",
    "noun-stack.noun",
    "acronym.*",
    "antonym.pair",
)
"""Lexicon classes that code looks words up in."""

Entry = tuple[int, int, int, tuple[Trigger, ...], bool]
"""(1 if a space leads the pattern, 1 if one ends it, class mask, triggers, whether the pattern alone is proof)."""


class Cues(NamedTuple):
    """The literal cues of all rules, lexicons and proselint checks: parallel tuples, one entry a cue.

    ``texts`` are folded and lower-case. An entry's mask is
    over ``RuleSet.class_bits``; its triggers say which rules look at the place where the cue stands. ``keys``
    are the cues' longest words, empty where one has only signs.
    """

    texts: tuple[str, ...]
    entries: tuple[Entry, ...]
    keys: tuple[str, ...]


class RuleSet(NamedTuple):
    """Compiled rules. ``class_bits`` maps a lexicon class (``agent.expert``) to its bit mask.

    ``priors`` maps a class to its estimated precision where its lexicon gives one. ``switches`` holds,
    for each profile, what it turns on and its numbers, as its file says. ``words`` has the terms of the few
    classes that code looks words up in. ``yields`` maps a rule to those whose findings replace its own.
    """

    rules: tuple[Rule, ...]
    cues: Cues
    class_bits: dict[str, int]
    priors: dict[str, float]
    profiles: dict[str, dict[str, Any]]
    words: dict[str, frozenset[str]]
    yields: dict[str, frozenset[str]]
