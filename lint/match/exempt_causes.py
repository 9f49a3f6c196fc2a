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
    r"|false(?:ly)?|myth|contentions?|theory|argument|arguing|belief|claims?|debated?|idea that|viewpoint|perspective|assum(?:es?|ed|ption)|position"
    r"|blames?|blamed)\b"
)
_PUBLIC = pattern(
    r"\b(?:econom(?:y|ies|ic)|recession\w*|inflation|unemployment|jobs|crimes?|prices|rents|sales|exports?|imports?|trade|turnout"
    r"|relations|violence|migration|immigration|poverty|inequality|wages|profits|demand|currency|investment|investors|mortality"
    r"|popularity|tensions?|shortages?|sanctions|tourism|birth rates?|housing|wars?|voters)\b"
)
_HAPPENED = pattern(
    r"\b(?:collapsed|rose|fell|increased|decreased|dropped|declined|grew|surged|soared|plunged|plummeted|slumped|jumped|doubled|tripled"
    r"|shrank|improved|worsened|deteriorated|rebounded|recovered|slowed|lost|won|failed|closed|rejected|resigned|fled|risen|fallen"
    r"|grown|shrunk|rising|falling|growing|shrinking|went (?:up|down)|gone (?:up|down)|became|stagnated|moved|abandoned)\b"
)
_HAS_CHANGED = pattern(
    r"\b(?:(?:has|have|had) (?:\w+ly )?\w+(?:ed|en)|more|less|fewer|higher|lower|worse|better)\b"
)
_SUPPOSED = pattern(r"\b(?:would|could|should|must|will|can|inevitable)\b")
_BEFORE_EVENT = pattern(
    r"(?:(?:largely|mainly|mostly|partly|in part) )?(?:due to|because of|thanks to|owing to|as a result of|on account of"
    r"|as a consequence of)\b"
)
_ARGUED = pattern(
    r"\b(?:would|could|should|must|argu\w+|claim\w*|if|became|rising|falling|growing|shrinking)\b"
)
# What some class of people foresees, and then a cause as if it had come about.
_FORESEEN = pattern(
    r"\b(?:experts|analysts|observers|economists|critics|officials|many|some|others|commentators|scholars)\b[^.;]{0,30}?"
    r"\b(?:believe|think|expect|fear|predict|say|warn|suggest)\b"
)
_SEEN_BY_ALL = pattern(
    r"[^.,;]{0,40}\b(?:wars?|defeats?|invasion|earthquakes?|floods?|variety|combination|number) ?\b"
)
_CAUSED_BY = pattern(
    r"(?:(?:has|have|had|\w+ly) ){0,2}(?:caused|triggered|sparked|fuell?ed|prompted|precipitated|hastened|accelerated) by "
)
_TECHNICAL = pattern(
    r"\b(?:functions?|methods?|code|compil\w+|files?|modules?|memory|threads?|python|rust|software|bugs?|users?' input|libraries|library|api"
    r"|syntax|types?|objects?|variables?|implementation|bytes?|encod\w+|patch|pep|interpreter|packages?|protein|cells?|genes?|temperature"
    r"|voltage|pressure|gravity|molecules?|enzymes?|acid|species|fish|birds?|animals?|plants?|metabolism|editing error"
    r"|mrna|transcription\w*|receptors?|cytokines?|monocytes|signall?ing|antibod\w+|bristles?)\b"
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


def reason_argued(context: Context, match: Match) -> float:
    """``This is because`` before the reasons for an opinion; only what happened has causes to be found out."""
    flat = context.flat
    low = flat.low
    number = flat.sentence_of(match.start)
    end = flat.sentences[number].end
    if low.startswith(("this ", "that ", "the reason", "the main"), match.start):
        before = flat.sentences[number - 1].start if number else match.start
        if _FORESEEN.search(low, before, match.start):
            return 1.0
        argued = _ARGUED.search(low, before, match.start) or not _HAPPENED.search(low, before, match.start)
        return 0.0 if argued else 1.0
    if _SEEN_BY_ALL.match(low, match.end, end) or low.endswith(
        ("efforts", "task force"), match.start, match.end
    ):
        return 0.0
    if _CAUSED_BY.match(low, match.start, match.end) or low.endswith(
        (" this", " that"), match.start, match.end
    ):
        return 0.0
    if not _BEFORE_EVENT.match(low, match.start, match.end):
        return 1.0
    told = _HAPPENED.search(low, match.end, end) or _HAS_CHANGED.search(low, match.end, end)
    return 1.0 if told and not _SUPPOSED.search(low, match.end, end) else 0.0


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
    "reason-argued": reason_argued,
    "technical": technical,
    "joined-up": joined_up,
}
