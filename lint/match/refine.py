"""What a frame rule may still do with its match: a closed table of named steps (``refine = "…"``).

A frame says where a claim stands. A step sees the whole match and may narrow its span, add a fix or
drop it, which slots alone cannot say.
"""

from __future__ import annotations

from collections.abc import Callable

from lint.match.associations import offer_association
from lint.match.deletion import deletion
from lint.match.phrase import replacement_fix
from lint.model.context import Context, Match
from lint.model.finding import Edit, Fix, Related
from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Span

_NO_CLASS = frozenset("some many most others several few a still".split())
_BEFORE_VERB = pattern(r"[\w'-]+")
_NO_NOUN = frozenset(
    "have has had are were do did don't didn't who in on at within among from of by express expressed voice voiced raise"
    " raised now also still even just never always often long".split()
)
Refiner = Callable[[Context, Match], Match | None]

_DOUBT = pattern(r"\b(?:may|might|could)\b")
_SEEMING = pattern(r"(?P<seem>seem|appear)(?P<form>s|ed)? to (?P<verb>\w+)$")


def keep_one_hedge(context: Context, match: Match) -> Match:
    """Offer to drop one of two hedges: an adverb beside a modal, or ``seems to`` before ``suggest``."""
    low = context.flat.low
    said = low[match.start : match.end]
    first, past = match.agent
    found = _SEEMING.search(said)
    if found:
        kept = said[: found.start()] + _inflected(found["verb"], found["form"] or "")
    elif " " not in low[first:past] and (first, past) != (match.start, match.end):
        kept = " ".join((low[match.start : first] + low[past : match.end]).split())
    else:
        return match
    return match._replace(fix=replacement_fix(context, match.start, match.end, kept))


def _inflected(verb: str, form: str) -> str:
    if form != "ed":
        return verb + form
    return {"imply": "implied", "hint": "hinted"}.get(verb, verb + ("d" if verb.endswith("e") else "ed"))


def drop_opener(context: Context, match: Match) -> Match:
    """Offer to delete an opening frame and begin with the claim itself."""
    flat = context.flat
    at = match.end + (2 if flat.low[match.end] == "," else 1)
    if not flat.low[at].isalnum():
        return match
    first = flat.source_span(at, at + 1)
    span = Span(flat.source(match.start), first.end)
    prose = flat.document.prose[span.start : span.end]
    if GLUE in prose or HOLE in prose or first.end - first.start > 1:
        return match
    return match._replace(fix=Fix((Edit(span, flat.document.text[first.start].upper()),), safe=False))


def doubt_in_claim(context: Context, match: Match) -> Match | None:
    """Report the possibility inside what nobody in particular believes, not the believers.

    The believers are the business of the attribution rules, which ask who they are.
    """
    flat = context.flat
    if context.profile == "docs" and flat.low.startswith("it is suggested", match.start):
        return None  # a manual's advice
    doubts = list(_DOUBT.finditer(flat.low, match.end, match.complement))
    if not doubts:
        return None
    whose = Related(flat.source_span(match.start, match.end), "whose belief this is")
    return match._replace(
        start=doubts[-1].start(), end=match.complement, complement=match.end, related=(whose,)
    )


def no_speaker(context: Context, match: Match) -> Match:
    """The anchor is spoken of and does not speak: what stands beside it is no evidence of who says so."""
    start, end = match.agent
    question = match.rule.question.replace("{agent}", context.flat.low[start:end])
    return match._replace(agent=(0, 0), question=question)


def pronoun_speaks(context: Context, match: Match) -> Match:
    """Where the anchor is no class of people, they stand before it (``some nurses say``) or behind (``anger among nurses``).

    A bare ``some`` is of no class that could be asked for.
    """
    start, end = match.agent
    low = context.flat.low
    if context.hits.at(start, context.bits("agent.*", "metonym.group.pl")) == end:
        return match
    if match.end > end:
        first = low.rfind(" ", end, match.end) + 1
        past = match.end
    else:
        words = [w for w in _BEFORE_VERB.finditer(low, match.start, start) if not w.group().endswith("ly")]
        first, past = words[1 if len(words) > 1 and words[1].group() not in _NO_NOUN else 0].span()
    bare = low[first:past] in _NO_CLASS
    question = "Who are they, and how many?" if bare else match.question
    return match._replace(agent=(first, past), question=question)


def whole_claim(context: Context, match: Match) -> Match:
    """The match is the claim itself: a name inside it is what it is about, not who vouches for it."""
    return no_speaker(context, match)._replace(complement=match.start)


def drop_word(context: Context, match: Match) -> Match:
    """Offer to delete the words found, with the comma or the space that goes with them."""
    return no_speaker(context, match)._replace(fix=deletion(context, match, safe=False))


def drop_frame(context: Context, match: Match) -> Match:
    """The same where what is left claims no more and no less: safe."""
    return no_speaker(context, match)._replace(fix=deletion(context, match, safe=True))


def keep_weaker(context: Context, match: Match) -> Match:
    """Offer to drop the certain one of two words that clash: ``clearly may`` is *may*, ``will possibly`` too."""
    said = context.flat.low[match.start : match.end]
    start, end = match.agent
    anchor = context.flat.low[start:end]
    if said.startswith(("will ", "must ")):
        return match._replace(fix=replacement_fix(context, match.start, match.end, "may"))
    rest = " ".join(said.replace(anchor, " ", 1).split())
    if len(rest.split()) != 1:
        return match
    return match._replace(fix=replacement_fix(context, match.start, match.end, rest))


REFINERS: dict[str, Refiner] = {
    "keep-one-hedge": keep_one_hedge,
    "drop-opener": drop_opener,
    "drop-word": drop_word,
    "drop-frame": drop_frame,
    "keep-weaker": keep_weaker,
    "doubt-in-claim": doubt_in_claim,
    "no-speaker": no_speaker,
    "pronoun-speaks": pronoun_speaks,
    "whole-claim": whole_claim,
    "offer-association": offer_association,
}
