"""Contexts in which a cue is innocent: a closed table of named tests, named by rule files.

Each returns a factor for the confidence: 0 removes the match, 1 leaves it as it is. Source: the rule
catalogue's exemptions (its section 5 and ``exemptions.toml``).
"""

from __future__ import annotations

from collections.abc import Callable

from lint.match import (
    exempt_causes,
    exempt_claims,
    exempt_facts,
    exempt_figures,
    exempt_folk,
    exempt_genres,
    exempt_groups,
    exempt_hedges,
    exempt_minds,
    exempt_professions,
    exempt_ranks,
    exempt_sources,
    exempt_times,
    exempt_told,
    exempt_verbs,
    exempt_voice,
)
from lint.model.context import Context, Match
from lint.model.pattern import pattern
from lint.model.rule import Rule

Exemption = Callable[[Context, Match], float]

_MENTION = pattern(
    r"\b(?:words?|phrases?|terms?|expressions?|say(?:ing)?|saying|writes?|wrote|called|titled|entitled|like|such as) "
    r"[\"'\x93\x91]?$"
)
_IMPERATIVE = pattern(
    r"^(?:discuss|explain|describe|compare|list|summari[sz]e|imagine|suppose|do not|don't|avoid)\b"
)
_CONDITION = pattern(
    r"\b(?:if|unless|whether|suppose|assuming|provided|in case|until|ensur(?:e|es|ed|ing)|ma(?:ke|kes|king|de) (?:sure|certain))\b"
    r"(?:(?! - )[^,;\x96\x97]){0,60}$"
)
_BETWEEN = r"(?:(?!(?:some|many|most|several|few|other|that|which|who|where|as|and|but|if|because|what)\b)[a-z-]+ ){0,2}$"
_DEFINITE = pattern(rf"(?:\b(?:the|these|those|this|both|such|our|my|your|whose)|'s|s') {_BETWEEN}")
_THAT = pattern(rf"\bthat {_BETWEEN}")
_OWNED = pattern(rf"\b(?:his|her|its|their) {_BETWEEN}")
_DEFINING = pattern(r"\b(?:if|when|iff|whenever) ")
_INFINITIVE = pattern(r"\b(?:to|let|help) (?:the )?$")
_DONE_TO = pattern(r" (?:by|in|for|at) ")
_A_NOUN = pattern(r" (?:the|an?|his|her|its|their|this|no)(?: [a-z]+ly)? [a-z]+$")
_TO_DO = pattern(r"(?<!continue)(?<!continued)(?<!began)(?<!begin)(?<!point)(?<!pointed)(?<!come) to [a-z]+$")
_OBJECTS = pattern(
    r"\b(?:accused|blamed|called|cited|considered|consulted|credited|critici[sz]ed|condemned|described|expected|interviewed"
    r"|named|praised|quoted|recommended|regarded|reported|seen|suspected|told|viewed)$"
)
_LONGEST_HEADLINE = 200
_LONGEST_FIRST, _STORY = 130, 8
"""Characters of a first sentence that may be the headline of a story of so many sentences."""
_NEGATED = pattern(r"\b(?:not|no|never|n't|without|hardly|scarcely)(?: \w+)? $")
_OCCUPATION = pattern(
    r"\b(?:film|food|art|arts|music|theatre|theater|literary|book|restaurant|television|tv|dance|drama|architecture|movie"
    r"|radio|wine|jazz|opera|fashion|design|game|cultural|social|chief|times|guardian|post|magazine)(?:'s)? $"
)


def _before(context: Context, match: Match, reach: int = 80) -> str:
    start = context.flat.sentences[context.flat.sentence_of(match.start)].start
    return context.flat.low[max(start, match.start - reach) : match.start]


def quoted(context: Context, match: Match) -> float:
    """Inside quotation marks or a block quotation: the words are the speaker's."""
    flat = context.flat
    block = flat.document.blocks[flat.block_of(match.start)]
    return 0.0 if block.quoted or flat.quoted(match.start) else 1.0


def mention(context: Context, match: Match) -> float:
    """Mentioned, not used: after ``the phrase`` and the like, or as the whole of a quotation."""
    return 0.0 if _MENTION.search(_before(context, match, 24)) and context.flat.quoted(match.start) else 1.0


def question(context: Context, match: Match) -> float:
    """In a question or a task set to the reader."""
    start, end = context.flat.sentences[context.flat.sentence_of(match.start)]
    low = context.flat.low
    ends = low[max(start, end - 8) : end].rstrip("\"')\x94")
    return 0.0 if ends.endswith("?") or _IMPERATIVE.match(low[start : start + 24]) else 1.0


def heading(context: Context, match: Match) -> float:
    """In a heading, a headline or a table cell, which has no room for a source."""
    kind = context.flat.document.blocks[context.flat.block_of(match.start)].kind
    if kind in {"heading", "cell", "note"} or _is_headline(context, match):
        return 0.4
    return 0.4 if context.profile == "news" and _opens_the_story(context, match) else 1.0


def _opens_the_story(context: Context, match: Match) -> bool:
    """Say whether a short sentence opens a news story: its headline, as plain text writes one."""
    sentences = context.flat.sentences
    first = context.flat.sentence_of(match.start) == 0 and len(sentences) >= _STORY
    return first and sentences[0].end - sentences[0].start <= _LONGEST_FIRST


def _is_headline(context: Context, match: Match) -> bool:
    """Say whether the sentence Has Capitals Like a Headline, as plain text writes one."""
    start, end = context.flat.sentences[context.flat.sentence_of(match.start)]
    if end - start > _LONGEST_HEADLINE:
        return False
    words = [w for w in context.flat.text[start:end].split() if len(w) > 3]
    return len(words) > 4 and sum(w[0].isupper() for w in words) > 0.8 * len(words)


def condition(context: Context, match: Match) -> float:
    """Under an ``if``, an ``until`` or an ``ensure``: a case supposed or wished for, not a claim made."""
    return 0.3 if _CONDITION.search(_before(context, match)) else 1.0


def definite(context: Context, match: Match) -> float:
    """The class was introduced before (``the experts``, ``these analysts``, ``its critics``)."""
    flat = context.flat
    at, past = match.agent if match.agent[1] else (match.start, match.end)
    start = flat.sentences[flat.sentence_of(match.start)].start
    before = flat.low[max(start, at - 40) : at]
    plural = flat.low[past - 1] == "s"
    if _DEFINITE.search(before) or (not plural and _THAT.search(before)):
        return 0.4
    if not _OWNED.search(before):
        return 1.0
    hired = context.hits.at(at, context.bits("agent.discipline")) > 0
    return 0.75 if plural and not hired else 0.4


def definition(context: Context, match: Match) -> float:
    """A term is being defined (``a string is said to be balanced if``)."""
    flat = context.flat
    _, end = flat.sentences[flat.sentence_of(match.start)]
    if flat.text[match.end : match.end + 3].strip()[:1] in ('"', "\x93", "\x91", "\x1a", "'"):
        return 0.0
    return 0.0 if _DEFINING.search(flat.low, match.end, end) else 1.0


def negated(context: Context, match: Match) -> float:
    """Under a negation."""
    return 0.3 if _NEGATED.search(_before(context, match, 24)) else 1.0


def occupation(context: Context, match: Match) -> float:
    """A film critic, a Times critic: an occupation, not an opponent."""
    at = match.agent[0] or match.start
    return 0.0 if _OCCUPATION.search(context.flat.low[max(at - 24, 0) : at]) else 1.0


def infinitive(context: Context, match: Match) -> float:
    """The verb is an infinitive or a noun after ``to``/``for``: nobody has said anything."""
    return 0.0 if _INFINITIVE.search(_before(context, match, 16)) else 1.0


def employed(context: Context, match: Match) -> float:
    """Done to the agent (``experts hired by``), to be done (``activists to join``), a noun (``officials in the state``)."""
    low = context.flat.low
    begun = max(match.agent[1], match.start)
    if match.end > begun and (_A_NOUN.search(low, begun, match.end) or _TO_DO.search(low, begun, match.end)):
        return 0.0
    if not _DONE_TO.match(low, match.end):
        return 1.0
    by = low.startswith(" by ", match.end)
    return 0.0 if by or _OBJECTS.search(low, match.start, match.end) else 1.0


EXEMPTIONS: dict[str, Exemption] = {
    **exempt_sources.EXEMPTIONS,
    **exempt_folk.EXEMPTIONS,
    **exempt_facts.EXEMPTIONS,
    **exempt_hedges.EXEMPTIONS,
    **exempt_groups.EXEMPTIONS,
    **exempt_times.EXEMPTIONS,
    **exempt_professions.EXEMPTIONS,
    **exempt_claims.EXEMPTIONS,
    **exempt_figures.EXEMPTIONS,
    **exempt_causes.EXEMPTIONS,
    **exempt_genres.EXEMPTIONS,
    **exempt_ranks.EXEMPTIONS,
    **exempt_minds.EXEMPTIONS,
    **exempt_told.EXEMPTIONS,
    **exempt_verbs.EXEMPTIONS,
    **exempt_voice.EXEMPTIONS,
    "quoted": quoted,
    "mention": mention,
    "question": question,
    "heading": heading,
    "condition": condition,
    "definite": definite,
    "definition": definition,
    "negated": negated,
    "occupation": occupation,
    "infinitive": infinitive,
    "employed": employed,
}
ALWAYS = ("quoted", "mention")
"""Applied to every phrase and frame; ``exempt = ["nothing"]`` in a rule file lifts them."""


def exemptions_of(rule: Rule) -> tuple[str, ...]:
    """Return the names of a rule's exemptions with those that always count."""
    return rule.exempt if "nothing" in rule.exempt else (*ALWAYS, *rule.exempt)


def factor(context: Context, match: Match) -> float:
    """Return the product of the factors that the rule's exemptions give; 0 as soon as one removes it."""
    total = 1.0
    for name in exemptions_of(match.rule):
        if name != "nothing":
            total *= EXEMPTIONS[name](context, match)
        if total == 0.0:
            return 0.0
    return total
