"""Innocent contexts of verbs that judge a speaker: nouns, demands, prizes, and a judgement that is given. See ``exempt``."""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_NEAR = 260
_NOUN = pattern(r"(?:'s|s'|\b(?:his|her|its|their|our|[A-Z]\w*(?:ish|ian|ese|an))) $")
_THING = pattern(
    r"\b(?:story|legend|tradition|myth|folklore|suit|lawsuit|complaint|petition|filing|indictment|analysis|study|studies|data|it|this|which"
    r"|table|figure|memorandum|report"
    r"|document|documents|transcript|email|emails|letter|book|poll|survey|rust|python|compiler|program|times|post|politico) $"
)
_OF_ONESELF = pattern(r"\b(?:i|we|having|nature|fate|reason)(?: have| had)? $")
_PERSON = pattern(r"\b(?:he|she|they|who) $")
_OBJECT = pattern(
    r" (?:the|a|an|his|her|its|their|that) (?:[\w-]+ )?(?:prize|nomination|title|lead|victory|seat"
    r"|credit|crown|throne|lives|life|mantle|failure|election"
    r"|race|defeat|point|need|spot|win|limits?|facts?|relevant|award|majority|rights?)\b"
)
_OWN_FAULT = pattern(
    r" (?:[\w'-]+ ){1,5}(?:mistakes?|errors?|wrong|fallen short|fell short|failed|lost|inaccurate)\b"
)
_HELD = pattern(r"^(?:boast(?:s|ed)?|clarif(?:y|ies|ied))$")
_CLAUSE = pattern(r" (?:that|he|she|it|they|there)\b")
_DEMAND = pattern(
    r" (?:that )?(?:[\w'-]+ ){1,9}(?:must|should|ought)\b| (?:that )?(?:[\w'-]+ ){1,5}(?:be|go|stop|leave|stay|pay|apologi[sz]e"
    r"|resign|release|return|make|take)\b"
)
_JUDGED = pattern(
    r"\b(?:wrongly|falsely|incorrectly|disingenuously|rightly|correctly|hardly|mistakenly|baselessly|officially)\b"
)
_CONTRADICTED = pattern(
    r"\b(?:however|in fact|actually|really|not the case|not true|untrue|false|falsely|no evidence|no record|misleading|even as|despite|denied"
    r"|contrary|inaccurate|inaccurately|debunked|contradict\w*|fact.check\w*|stretched the truth|although|while|though|ran counter|photo)\b"
    r"|[.!?] (?:but|yet|that's|that is not)\b|\bbut\b"
)


def no_judgement(context: Context, match: Match) -> float:
    """``Mr Roe's claims``, ``boasts a harbour``, ``claimed the prize``: a noun, a thing, an act; a fault admitted; no colour.

    News points out facts.
    """
    low, text = context.flat.low, context.flat.text
    said = low[match.start : match.end]
    before = text[max(match.start - 24, 0) : match.start]
    verb = said.rpartition(" ")[2]
    if said.startswith("claims") and _NOUN.search(before):
        return 0.0
    if _THING.search(before.lower()) or _OBJECT.match(low, match.end):
        return 0.0
    if _OWN_FAULT.match(low, match.end) or _OF_ONESELF.search(before.lower()):
        return 0.0
    if context.profile == "news" and said.endswith(" out"):
        return 0.55
    if "reveal" in verb and not _PERSON.search(before.lower()):
        return 0.0
    return 0.0 if _HELD.search(verb) and not _CLAUSE.match(low, match.end) else 1.0


def demanded(context: Context, match: Match) -> float:
    """``Insisted that she go``: a demand, which is what the verb says."""
    said = context.flat.low[match.start : match.end]
    if "insist" not in said:
        return 1.0
    return 0.0 if _DEMAND.match(context.flat.low, match.end) else 1.0


def judgement_given(context: Context, match: Match) -> float:
    """The judgement is made outright or borne out nearby: ``wrongly claimed``, ``claimed … In fact``."""
    low = context.flat.low
    if _JUDGED.search(low, match.start, match.end):
        return 0.0
    start, _ = sentence_span(context, match)
    near = _CONTRADICTED.search(low, max(start, match.start - 90), match.start)
    return 0.0 if near or _CONTRADICTED.search(low, match.end, match.end + _NEAR) else 1.0


def words_follow(context: Context, match: Match) -> float:
    """The speaker's own words follow in the sentence or the next: the reader can judge."""
    after = context.flat.text[match.end : match.end + 150]
    return 0.6 if any(mark in after for mark in ('"', "\x93", "“")) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "no-judgement": no_judgement,
    "demanded": demanded,
    "judgement-given": judgement_given,
    "words-follow": words_follow,
}
