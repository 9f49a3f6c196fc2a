"""Innocent contexts of the causation rules. See ``exempt``."""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.flat import OPAQUE
from lint.model.pattern import pattern

_TRIAL = pattern(
    r"\b(?:randomi[sz]ed|randomly|placebo|double-blind|controlled trial|experiments?|experimental|quasi-experiment\w*|natural experiment"
    r"|instrumental variable|meta-analys[ei]s|clinical trial|rct|rcts|mendelian|mice|rats|in vitro|sham)\b"
)
_DENIED = pattern(
    r"n't\b|\b(?:not|no|never|cannot|neither|nor|without|hardly|whether|deny|denied|denies|dispute[sd]?|rather than"
    r"|false(?:ly)?|myth|contentions?|theory|argument|belief|claims?|debated?)\b"
)
_PUBLIC = pattern(
    r"\b(?:econom(?:y|ies|ic)|recession\w*|inflation|unemployment|jobs|crimes?|prices|rents|sales|exports?|imports?|trade|turnout"
    r"|relations|violence|migration|immigration|poverty|inequality|wages|profits|demand|currency|investment|investors|mortality"
    r"|popularity|tensions?|shortages?|sanctions|tourism|birth rates?|housing|wars?|voters)\b"
)
_TECHNICAL = pattern(
    r"\b(?:functions?|methods?|code|compil\w+|files?|modules?|memory|threads?|python|rust|software|bugs?|users?' input|libraries|library|api"
    r"|syntax|types?|objects?|variables?|implementation|bytes?|encod\w+|patch|pep|interpreter|packages?|protein|cells?|genes?|temperature"
    r"|voltage|pressure|gravity|molecules?|enzymes?|acid|species|fish|birds?|animals?|plants?|metabolism|editing error)\b"
)
_STATE = pattern(r"\b(?:had|has|have|is|are|was|were|been|being|be) (?:\w+ly )?\w+(?: to| in)?$")
# Case counts: the US is not us.
_OWN = pattern(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|us|me)\b")
_JOINED = pattern(
    r" (?:an? |the |its |his |her |their |your |each |one |any |every |other )?(?:\w+ )?(?:e-?mail|accounts?|address\w*|pages?|sites?|websites?"
    r"|articles?|networks?|internet|devices?|computers?|servers?|phones?|grid|mains|rail\w*|roads?|stations?|bus|buses|river|city|town|island"
    r"|port|sea|inflation|price|dollar|euro|index|contract|pay|university|college|institute|school|church|museum|league|club|team)\b"
)


def trial_named(context: Context, match: Match) -> float:
    """An experiment is named in the sentence or the one before."""
    flat = context.flat
    number = flat.sentence_of(match.start)
    start = flat.sentences[max(number - 1, 0)].start
    return 0.0 if _TRIAL.search(flat.low, start, flat.sentences[number].end) else 1.0


def cause_denied(context: Context, match: Match) -> float:
    """``Does not show that``, ``no evidence that``: the cause is denied or left open."""
    start, _ = sentence_span(context, match)
    return 0.0 if _DENIED.search(context.flat.low, max(start, match.start - 120), match.end) else 1.0


def public_event(context: Context, match: Match) -> float:
    """Only what happens to a town, a country or a market needs a finding: machines and cells have mechanisms."""
    flat = context.flat
    number = flat.sentence_of(match.start)
    start, end = flat.sentences[max(number - 1, 0)].start, flat.sentences[number].end
    if not technical(context, match):
        return 0.0
    told = flat.low.startswith(("this ", "that ", "the reason", "the main"), match.start)
    return 1.0 if _PUBLIC.search(flat.low, start if told else flat.sentences[number].start, end) else 0.5


def technical(context: Context, match: Match) -> float:
    """In software or in a laboratory things are joined, and nobody hints at a cause."""
    flat = context.flat
    number = flat.sentence_of(match.start)
    start, end = flat.sentences[max(number - 1, 0)].start, flat.sentences[number].end
    return 0.0 if OPAQUE in flat.low[start:end] or _TECHNICAL.search(flat.low, start, end) else 1.0


def state_told(context: Context, match: Match) -> float:
    """``Had increased confidence``, ``is improving``: what was so, not what one thing did to another."""
    return 0.0 if _STATE.search(context.flat.low, match.start, match.end) else 1.0


def own_choice(context: Context, match: Match) -> float:
    """One's own reasons need no proof."""
    flat = context.flat
    number = flat.sentence_of(match.start)
    start = flat.sentences[number].start
    told = flat.low.startswith(("this ", "that ", "the ", "that's "), match.start)
    first = flat.sentences[max(number - 1, 0)].start if told else start
    return 0.0 if _OWN.search(flat.text, first, flat.sentences[number].end) else 1.0


def joined_up(context: Context, match: Match) -> float:
    """Joined by a wire, a road or a contract: no cause is hinted at."""
    return 0.0 if _JOINED.match(context.flat.low, match.end) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "trial-named": trial_named,
    "cause-denied": cause_denied,
    "public-event": public_event,
    "own-choice": own_choice,
    "state-told": state_told,
    "technical": technical,
    "joined-up": joined_up,
}
