"""Innocent contexts of attribution rules: own work, parties to an agreement, dated statements."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern
from lint.model.text import Mark, Span

_OWN = pattern(
    r"\b(?:our|my|this|these|present|current|own|such|both|its|their|his|her|the (?:same|above|following|present))\b"
)
_PARTIES = pattern(
    r" (?:to (?!disagree)|with (?:him|her|them|us|me|you|each|this|the \w+ (?:that|who))|in (?:number|gender|person|case))"
)
_DATA = pattern(r"\b(?:data|light|energy|power|water|food|sound|open|news|information|revenue|income|code) $")
_LEGAL = pattern(
    r" (?:the |a |to |having )?(?:charges?|counts?|guilt|guilty|crime|murder|theft|fraud|offences?|offenses?)\b"
)
_PLAINTIFF = pattern(
    r"\b(?:sued|sues|suing|damages|plaintiffs?|claimants?|negligence|(?:civil|circuit|high|county|small claims|employment) (?:court|tribunal))\b"
)
_IN_COURT = 240
"""Characters around a claim in which a court hears it."""
_DATED = pattern(
    r"\b(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:\d|in\b)"
    r"|\b(?:on|last|this|earlier this|late) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year)\b"
    r"|\b(?:in|since) (?:1[89]|20)\d\d\b|\b(?:in|during|at) (?:a|an|his|her|the) (?:\w+ ){0,2}(?:interview|speech|rally|debate|letter"
    r"|statement|hearing|tweet|post|essay|book|report|paper|address|press conference|meeting|memo|email|op-ed)\b"
)
_CITED = pattern(
    r"\[(\d{1,3}(?:\s?[-\x96,;]\s?\d{1,3})*)\]|\(([^()]*(?:1[5-9]|20)\d\d[^()]*)\)|\b[A-Z][\w'-]+(?: et al\.?)? \((?:1[5-9]|20)\d\d"
)
_REACH = 2_000
"""Characters of an endless paragraph that are looked at on either side of a statement for its date."""
_NOTES = pattern(r" ?(?:\[\d{1,3}\]){1,9}")
_SEVERAL = pattern(r"[-\x96,;]|\band\b|review|meta-anal")
_LONG_AGO = pattern(
    r"\b(?:[Mm]edi[a]?eval|[Aa]ncient|[Cc]ontemporary|[Ee]arly|[Tt]raditional|[Vv]ictorian|at the time|[a-z]+teenth-century)\b"
    r"|\b(?:thought|felt|noted|regarded|considered|believed|hoped|feared|refer to|recogni[sz]e|typically \w+)$"
    r"|\b(?:[Mm]ost|[Mm]ajority|[Mm]inority|agree|disagree|agreed)\b"
)
_NO_VERB = pattern(
    r"(?!according|by )[^,]*(?<!appear)(?<!appears)(?<!seem)(?<!seems)(?<!tend)(?<!continue) (?:to|are|is|was|were|in|be|the|an?|of|on) \w+$"
)
_COUNTED = pattern(r"\b(?:\d+|two|three|four|five|both|all) $")
_IN_A_PAPER = pattern(
    r" (?:in|by|from) (?:the )?(?:[a-z]+ )?(?:(?:news)?paper|magazine|daily|weekly|agency|outlet|site|website|journal|broadcaster) [\"\x93]?[A-Z]"
)
_HOPED = pattern(
    r"\b(?:hope|hopes|hoped|guess|suppose|trust|wish|pray|sure|let us|let's|until|so that|when|once|where"
    r"|at first|initially|originally)(?: that)?(?: now| at least)?,? $"
)
_TOLD_BY = pattern(
    r"\bas (?:[a-z]+ ){0,3}[\w.'-]+ (?:told [\w. ]{2,30}|said|says|put it|wrote|noted|testified), $"
)
_OF_THE_FEW = pattern(
    r" (?:among|between|by|of) (?:all |all the |the |these |those |our )?(?:two|three|four|five|six|seven|eight|nine|ten|both)\b"
)
_DEBATED_AT = pattern(
    r" (?:on|in|at) (?:social media|twitter|facebook|[a-z ]{0,20}(?:forums?|lists?|meetings?|pubs?))\b"
)
_OWN_PROJECT = pattern(
    r" (?:in|within|among) (?:the )?(?:[a-z-]+ ){0,2}(?:project|community|team|group|committee|maintainers|developers)\b"
)
_EXAMINERS = pattern(
    r"questioned by (?:[a-z]+ ){0,3}(?:prosecutors|police|detectives|investigators|officers|agents|lawyers|lawmakers|authorities|officials)$"
)
_SUCH_AS = pattern(r",? (?:such as|including|like) (?:the )?(?:[a-z-]+ ){0,4}[A-Z]")
_NO_PEOPLE = pattern(r" of (?!the (?:paper|news|story)\b)[a-z]")
_LIST_OF = pattern(
    r", (?:including|such as) (?:Dr |Prof\.? |Mr |Ms )?[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,4}(,| and)?"
)


def own_work(context: Context, match: Match) -> float:
    """The writer's own study, or one that a determiner points back to."""
    start, _ = sentence_span(context, match)
    low = context.flat.low
    at = match.agent[0] or match.start
    return 0.0 if _OWN.search(low[max(start, at - 28) : at]) else 1.0


def parties(context: Context, match: Match) -> float:
    """Parties agree to a thing or with a person; subject and verb agree in number."""
    return 0.0 if _PARTIES.match(context.flat.low, match.end) else 1.0


def data_sources(context: Context, match: Match) -> float:
    """Sources of data, light or energy say nothing."""
    at = match.agent[0] or match.start
    return 0.0 if _DATA.search(context.flat.low[max(at - 20, 0) : at]) else 1.0


def listed(context: Context, match: Match) -> float:
    """What is said to exist is listed right after a colon."""
    _, end = sentence_span(context, match)
    return 0.4 if ":" in context.flat.text[match.end : end] else 1.0


def supposed_to(context: Context, match: Match) -> float:
    """``supposed to`` is *should*, and ``apparently`` an observation where the writer looked."""
    return 0.0 if context.flat.low.startswith(" to ", match.end) else 1.0


def single_source(context: Context, match: Match) -> float:
    """Keep only a plural claim with exactly one citation, or one name in its list; a historian may tell what people thought."""
    start, end = sentence_span(context, match)
    flat = context.flat
    text = flat.text[match.end : _past_the_notes(flat.text, end)]
    if _LONG_AGO.search(flat.text, max(start, match.start - 40), match.end):
        return 0.0
    names = _LIST_OF.match(flat.text, match.end)
    if names:
        return 0.0 if names.group(1) == " and" or ", and" in text[:90] else 1.0
    found = list(_CITED.finditer(text))
    span = Span(flat.source(start), max(flat.source(end + 1) - 1, flat.source(end)))
    every = flat.document.marks
    first = bisect_left(every, span.start, key=_begins)
    past = bisect_right(every, span.end, lo=first, key=_begins)
    marks = [m for m in every[first:past] if m.kind in _MARKS]
    if len(found) + len(marks) != 1 or (marks and _SEVERAL.search(marks[0].target)):
        return 0.0
    return 0.0 if found and _SEVERAL.search(found[0].group(1) or found[0].group(2) or "") else 1.0


def _past_the_notes(text: str, end: int) -> int:
    """Return where the notes end that stand behind a full stop: they are the sentence's own."""
    notes = _NOTES.match(text, end)
    return notes.end() if notes else end


_MARKS = frozenset(("link", "url", "note-ref", "citation"))


def _begins(mark: Mark) -> int:
    return mark.span.start


def legal_act(context: Context, match: Match) -> float:
    """To admit a charge or confess a crime is an act, and what a plaintiff claims is a claim: no colouring."""
    low = context.flat.low
    if _LEGAL.match(low, match.end):
        return 0.0
    near = max(match.start - _IN_COURT, 0), match.end + _IN_COURT
    return 0.0 if "claim" in low[match.start : match.end] and _PLAINTIFF.search(low, *near) else 1.0


def own_words(context: Context, match: Match) -> float:
    """The statement is quoted in its sentence or the next, goes on behind, or is one's own (``I have always said``).

    A standing denial is itself the answer that a charge is owed.
    """
    low = context.flat.low
    if low.endswith((" i ", " we "), 0, match.start) or low.startswith((",", ":"), match.end):
        return 0.0
    if low.endswith("denied", match.start, match.end):
        return 0.0
    start, end = sentence_span(context, match)
    every = context.flat.quotations
    near = every[bisect_left(every, (start,)) : bisect_left(every, (end + 161,))]
    return 0.0 if any(q.end - q.start > 12 for q in near) else 1.0


def dated_here(context: Context, match: Match) -> float:
    """The paragraph dates the statement, or says at what occasion it fell."""
    first, past = context.flat.blocks[context.flat.block_of(match.start)]
    near = max(first, match.start - _REACH), min(past, match.end + _REACH)
    return 0.0 if _DATED.search(context.flat.low, *near) else 1.0


def verb_elsewhere(context: Context, match: Match) -> float:
    """``Estimates of the funds needed to maintain``, ``the 3 estimates differ``: the writer's own; or the paper is named."""
    flat = context.flat
    said = flat.low[match.start : match.end]
    if _NO_VERB.match(said) or _COUNTED.search(flat.low, max(match.start - 8, 0), match.start):
        return 0.0
    return 0.0 if _IN_A_PAPER.match(flat.text, match.end) else 1.0


def hoped_for(context: Context, match: Match) -> float:
    """``I hope we can all agree``, ``when there is a consensus``, ``as her lawyer told us, doctors agree``: nothing is claimed.

    ``Among the four partners`` it can be asked for; a manual tells what its own project agreed on, and that opinions vary.
    """
    start, _ = sentence_span(context, match)
    before = context.flat.low[max(start, match.start - 90) : match.start]
    if _HOPED.search(before) or _TOLD_BY.search(before):
        return 0.0
    low = context.flat.low
    if context.profile == "docs" and (
        _OWN_PROJECT.match(low, match.end) or low.endswith(" vary", 0, match.end)
    ):
        return 0.0
    return 0.0 if _OF_THE_FEW.match(low, match.end) or _DEBATED_AT.match(low, match.end) else 1.0


def no_opinion(context: Context, match: Match) -> float:
    """``Questioned by prosecutors`` tells what was done, ``two sources of power`` are nobody; ``such as Norbank`` names one."""
    low = context.flat.low
    said = low[match.start : match.end]
    if said.endswith(" sources") and _NO_PEOPLE.match(low, match.end):
        return 0.0
    return 0.0 if _EXAMINERS.match(said) or _SUCH_AS.match(context.flat.text, match.end) else 1.0


EXEMPTIONS = {
    "own_work": own_work,
    "parties": parties,
    "data_sources": data_sources,
    "listed": listed,
    "supposed_to": supposed_to,
    "single_source": single_source,
    "legal_act": legal_act,
    "own_words": own_words,
    "dated_here": dated_here,
    "verb-elsewhere": verb_elsewhere,
    "hoped-for": hoped_for,
    "no-opinion": no_opinion,
}
