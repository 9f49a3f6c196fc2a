"""Innocent contexts of ranks, shares, habits and possibilities: what was measured, argued or given content nearby.

Found by judging real prose. ``_SOFT`` hides a match by default and leaves it a sign for whoever asks for more.
See ``exempt``.
"""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_SOFT = 0.55
_NEAR = 240
"""Characters on either side that are looked at, so that no sentence costs its square."""
_SPEAKER = pattern(r"^(?:Q|A|[A-Z][A-Z .'-]{2,24}|[A-Z][a-z]+(?: [A-Z][a-z]+)?): ")
_I = pattern(r"\b(?:i|i'm|i've|i'd|me|my|afaik|imho)\b")
_IMAGINED = pattern(
    r"\b(?:imagin\w+|hypothetical|possible worlds?|possible that|suppose|novel|fictional|myth|satire)\b"
)
_PERHAPS = pattern(
    r"\b(?:perhaps|maybe|probably|possibly|presumably|evidence that|as if|case for)\b[^.;]{0,60}$"
)
_WONDERED = pattern(r"\b(?:how|whether|what|which|factors? that|hopes?|concern)\b[^.;]{0,50}$")
_SO_THAT = pattern(
    r"\b(?:so that|ensur\w+ that|make sure(?: that)?|mak(?:es|ing) sure(?: that)?|help\w*|if|when) $"
)
_EXPERTS_SAY = pattern(
    r"(?:scientists|academics|doctors|economists) (?:\w+ )?(?:believe|think|expect|fear|know)$"
)
_NOBODY_KNOWS = pattern(
    r"^ (?:exactly|precisely|why|whether|how|what|when|where|who|if|for (?:sure|certain)|yet|different(?:ly)?|their|your)\b|^[.?]"
)
_EVERYTHING = pattern(r"\b(?:everything|what|things?|that|something|nothing) $")
_FACT_KNOWN = pattern(r"\b(?:know|realise|realize|understand)$")
_MEASURE = pattern(
    r"\d,\d{3}|\d ?(?:%|percent|per cent|million|billion|m²|km|metres|meters|feet|tonnes|points)\b|\d ?%"
)
_REASON = pattern(
    r"\b(?:because|thanks to|due to|since (?:it|they|he|she)|as (?:it|they) (?:is|are|has|have)|measured by|by revenue)\b"
)
_MAYBE_THE_BEST = pattern(
    r"\b(?:may|might|could|can|would|must|should|not|n't|never|no|without|hardly|considers? (?:it|him|her|them)sel\w+|race for|so it)"
    r"(?: (?:always|also|well|yet|be|have|been))* (?:one of )?$"
    r"|\b(?:choos\w+|select\w*|pick\w*|find|try|use|using|get|want\w*|need\w*|seek\w*|search\w*|case for|possibly) [^.;]{0,60}$"
)
_BY_SOMEBODY = pattern(
    r"\b[A-Z][\w'-]+ (?:also )?(?:notes|noted|calls|called|ranks|ranked|rates|rated|names|named|hails|hailed|lists|listed|regards|suggests?)\b"
    r"|\b[tT]hey (?:all )?suggest\b"
)
_KNOWN_RANK = pattern(r"\b(?:most populous|best[ -]known)\b")
_OF_A_PART = pattern(
    r"\b(?:i|we|he|she|it|they) (?:have |has |had )?ever$"
    r"|^one of [\w ,-]+ (?:is|was|are|were|of|and)$|^(?:is|are|was|were) the [\w -]+ of$|^are one of a kind$"
    r"|\b(?:roles?|strengths?|weaknesses|lessons?|reasons?|parts?|differences?|things?|examples?|causes?|steps?|points?|features?|mechanisms?"
    r"|properties|characteristics?|aspects?|ways?|questions?|challenges?)$"
)
_RANKED = pattern(r"\b\d{1,2}\. [A-Z][\w ]{2,30}\. ")
_SHORT_OF = pattern(
    r"\b(?:so|too|a|only|only very|what|why|where|if|as|how|sure|assume[ds]?|assuming|hope|ensures?|expect\w*)(?: (?:the|that|a))? $"
)
_MIND = pattern(
    r"\b(?:know|want|think|believe|prefer|like|hate|love|understand|realise|realize|expect|trust|find|agree|care)$"
)
_MADE_PART = pattern(r"\b(?:been|meant|included)\b")
_LIST = pattern(r"\b(?:including|such as|namely)\b")
_DATED = pattern(r"\b(?:1\d{3}|20\d\d)\b|\bcentur(?:y|ies)\b")
_TODAY = pattern(r"[.!?] (?:today|now|nowadays)\b")
_TOLD_NEXT = pattern(r"[.;:] (?:that is|this means|in particular|for example|for instance|specifically)\b")
_ASKED = pattern(
    r"\b(?:see|test|assess|determine|examine|study|ask|evaluate|investigate)\w* (?:if|whether|how)\b[^.;]{0,70}$"
)
_THAT = pattern(r"\b(?:that|which) $")
_WRONG_NEXT = pattern(
    r"^[^.!?]{0,200}[.!?] ?(?:however|but|yet|in fact|still)\b|\b(?:proved|proven|turned out|wrong|but (?:the|this is))\b"
)
_CONCLUDES = pattern(r"\b(?:thus|so|therefore|hence|then) $")
_REPORT_STATES = pattern(
    r"\b(?:reports?|study|studies|review|reviews|paper|committee) (?:states?|concludes?|recommends?|finds?|found|concluded|recommended)\b"
)


def _around(context: Context, match: Match) -> tuple[str, str]:
    """Return what stands before and behind a match in its sentence, as far as ``_NEAR``."""
    start, end = sentence_span(context, match)
    low = context.flat.low
    return low[max(start, match.start - _NEAR) : match.start], low[match.end : min(end, match.end + _NEAR)]


def _said(context: Context, match: Match) -> str:
    return context.flat.low[match.start : match.end]


def spoken(context: Context, match: Match) -> float:
    """Speech in a transcript, or beside an ``I`` that is not quoted: an opinion with its owner."""
    flat = context.flat
    block = flat.blocks[flat.block_of(match.start)][0]
    if _SPEAKER.match(flat.text[block : block + 40]):
        return _SOFT
    near = _I.finditer(flat.low, max(match.start - _NEAR, 0), match.end + _NEAR)
    return _SOFT if any(not flat.quoted(found.start()) for found in near) else 1.0


def then_quoted(context: Context, match: Match) -> float:
    """The next sentence opens with a quotation: who says it is about to be told."""
    flat = context.flat
    end = flat.sentences[flat.sentence_of(match.start)].end
    return _SOFT if any(mark in flat.text[end : end + 6] for mark in ('"', "\x93", "“")) else 1.0


def open_question(context: Context, match: Match) -> float:
    """``No one knows why`` leaves a question open; ``what everybody thinks`` is a thing that is talked about."""
    before, after = _around(context, match)
    if _said(context, match).endswith((" knows", " feels", " understands")) and _NOBODY_KNOWS.search(after):
        return 0.0
    return 0.0 if _EVERYTHING.search(before) else 1.0


def as_they_do(context: Context, match: Match) -> float:
    """``As more and more people read, …``: the background of what is told."""
    return _SOFT if context.flat.low.endswith((" as ", " when "), 0, match.start) else 1.0


def imagined(context: Context, match: Match) -> float:
    """In a story, a myth or a world that is only supposed."""
    return 0.0 if _IMAGINED.search(context.flat.low, max(match.start - _NEAR, 0), match.start) else 1.0


def perhaps(context: Context, match: Match) -> float:
    """``Perhaps``, ``so that``: weighed, or wanted; ``politicians know this``, ``want to know``: a fact, a question.

    That scientists believe something is for attribution to ask about.
    """
    before, after = _around(context, match)
    if _EXPERTS_SAY.match(_said(context, match)) or (
        _said(context, match).endswith(" love") and after.startswith(" to ")
    ):
        return 0.0
    if after.startswith((" to know", " to understand", " to learn", " to find out")) or _SO_THAT.search(
        before
    ):
        return 0.0
    if _FACT_KNOWN.search(_said(context, match)) and after.startswith(
        (" this", " that", " it", " how", " why")
    ):
        return 0.0
    return 0.0 if _PERHAPS.search(before) else 1.0


def measure_given(context: Context, match: Match) -> float:
    """The measure stands in the sentence or the next (``about 3 million people saw it``), or the reason (``because``)."""
    start, end = sentence_span(context, match)
    low = context.flat.low
    flat = context.flat
    next_end = flat.sentences[min(flat.sentence_of(match.start) + 1, len(flat.sentences) - 1)].end
    measured = _MEASURE.search(low, max(start, match.start - _NEAR), min(next_end, match.end + _NEAR))
    return 0.0 if measured or _REASON.search(low, match.end, min(end, match.end + _NEAR)) else 1.0


def not_ranked(context: Context, match: Match) -> float:
    """``May be the best``, ``choose the fastest``, ``best known``: no rank is claimed, or one that is known."""
    flat = context.flat
    said = _said(context, match)
    before, after = _around(context, match)
    clearer = said.endswith("than ever") and after.startswith(" that")
    if clearer or _KNOWN_RANK.search(said) or (" most important " in said and after.startswith(" for ")):
        return _SOFT
    start, _ = sentence_span(context, match)
    named = _BY_SOMEBODY.search(flat.text, max(start, match.start - 90), match.start)
    listed = _RANKED.search(flat.text, max(match.start - 90, 0), match.start)
    picked = said.startswith("one of") and after.startswith((" is ", " was ", " are ", " were "))
    part = picked or _OF_A_PART.search(said)
    return 0.0 if _MAYBE_THE_BEST.search(before) or named or listed or part else 1.0


def short_of(context: Context, match: Match) -> float:
    """``So few``, ``where most``, ``it is assumed that most``: a shortage, a case or an assumption, and no count."""
    return 0.0 if _SHORT_OF.search(context.flat.low[max(match.start - 16, 0) : match.start]) else 1.0


def usage_in_docs(context: Context, match: Match) -> float:
    """``Most people use``: what is usual, as all of documentation tells; what they know or want is another matter."""
    said = _said(context, match)
    after = context.flat.low[match.end : match.end + 6]
    used = said.endswith((" use", " uses")) or (
        said.endswith(" know") and after.startswith((" that", " how"))
    )
    return _SOFT if used or (context.profile == "docs" and not _MIND.search(said)) else 1.0


def custom_described(context: Context, match: Match) -> float:
    """``Has traditionally been made from``, ``throughout history``: a custom described, or one that nobody doubts; a date."""
    said, (_, after) = _said(context, match), _around(context, match)
    known = said.startswith(("for ", "throughout ", "since ancient"))
    if known or _MADE_PART.search(said) or _LIST.search(after):
        return _SOFT
    now = context.flat.low[match.end : match.end + _NEAR]
    return 0.0 if _DATED.search(after) or _TODAY.search(now) else 1.0


def content_near(context: Context, match: Match) -> float:
    """``May affect their ability to``: a science states a hypothesis; ``that is``, ``if``: the possibility is spelled out."""
    low, said = context.flat.low, _said(context, match)
    before, after = _around(context, match)
    if context.profile in {"science", "docs"} and ("affect" in said or "influence" in said):
        return _SOFT
    if " lead to " in said and _THAT.search(before[-8:]):
        return _SOFT
    wondered = ("affect" in said or "influence" in said or "impact" in said) and _WONDERED.search(before)
    asked = wondered or _ASKED.search(before) or " if " in after
    return _SOFT if asked or _TOLD_NEXT.search(low, match.end, match.end + _NEAR) else 1.0


def borne_out(context: Context, match: Match) -> float:
    """Whether it came so, or what speaks against it, follows: ``but the turnout was higher``, ``However``."""
    return 0.0 if _WRONG_NEXT.search(context.flat.low[match.end : match.end + _NEAR]) else 1.0


def weighed(context: Context, match: Match) -> float:
    """``I think`` owns an opinion, and a design document gives its authors' view; ``thus it seems`` draws a conclusion."""
    said = _said(context, match)
    if said.startswith(("it seems", "it may be", "it might be")):
        concluded = _CONCLUDES.search(context.flat.low[max(match.start - 10, 0) : match.start])
        return _SOFT if concluded or context.profile == "docs" else 1.0
    if said.startswith(("i think", "i believe", "i feel", "we think", "we believe", "we feel")):
        return _SOFT
    own = said.startswith(("i ", "in ", "to my", "from my", "as i", "it is our", "it is my"))
    return _SOFT if own and context.profile in {"docs", "science"} else 1.0


def report_states(context: Context, match: Match) -> float:
    """A report is said to state it; ``anybody's guess whether`` in documentation leaves a behaviour open."""
    before, after = _around(context, match)
    if "guess" in _said(context, match) and context.profile == "docs" and after.startswith(" whether"):
        return 0.0
    return 0.0 if _REPORT_STATES.search(before) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "spoken": spoken,
    "open-question": open_question,
    "as-they-do": as_they_do,
    "imagined": imagined,
    "perhaps": perhaps,
    "measure-given": measure_given,
    "not-ranked": not_ranked,
    "short-of": short_of,
    "usage-in-docs": usage_in_docs,
    "custom-described": custom_described,
    "content-near": content_near,
    "borne-out": borne_out,
    "then-quoted": then_quoted,
    "weighed": weighed,
    "report-states": report_states,
}
