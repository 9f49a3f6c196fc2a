"""Innocent contexts that judging real prose brought to light: what a genre writes so, what is answered nearby.

A factor of ``_SOFT`` hides a match by default and leaves it a sign of doubt for whoever asks for more. See ``exempt``.
"""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_SOFT = 0.55
_SHORTEST_ABSTRACT, _LONGEST_ABSTRACT = 400, 4_000
_OWN_RESULTS = pattern(
    r"\b(?:we|our|here|this (?:study|paper|report|work)|these (?:results|data|findings|studies|observations)|in vitro)\b"
)
_POLLED = pattern(
    r"\b(?:polls?|polled|polling|pollsters?|surveys?|surveyed|percent|per cent|percentage)\b|\d ?%"
)
_NAMED_POLL = pattern(
    r"\b[A-Z][\w./-]+ (?:[\w./-]+ ){0,4}(?:[Pp]oll|[Ss]urvey)\b|\b(?:poll|survey) (?:by|from|for|of) (?:the )?[A-Z\d]"
    r"|\b[A-Z][\w.&-]+ (?:surveyed|polled|interviewed) (?:(?:about|some|over|more than|nearly|almost) )?\d"
)
_NEAR, _LEDE = 400, 300
"""Characters on either side that are looked at, so that no sentence costs its square; those of a headline and a lede."""
_PARTICIPLE = pattern(
    r"\b(?:attributes?|associated|connected|related|linked|held|kept|based|needed|required|used|stored)$"
)
_COMPOUND = pattern(
    r"\b(?:data|statistics|numbers|figures|research) (?:\w+ly )?(?:links?|ties?|points? to|reports?|reported|supports?|supported"
    r"|documents?|found|connects?|identify|identifies|estimates?|highlights?|reflects?)$"
)
_WOULD_SHOW = pattern(r"\b(?:will|would|could|may|might|can) ")
_SHOWN = pattern(r" (?:that|how|why|an?|the|no|little|much|more|less|this|these|[a-z]+ed)\b")
_OF_A_KIND = pattern(
    r"\b(?:fundraising|fault|police|court|financial|finance|annual|quarterly|earnings|inspection|squadron|witness|bug|crash|error"
    r"|weather|poll|disclosure|campaign|state news|state|official) $"
)
_CONSIDERS_DOING = pattern(r" \w+ing\b")
_KNOWS_A_FACT = pattern(
    r",? (?:that|what|how|why|who|whether|the truth|better|this|it|[a-z]+ (?:is|are|was|were))\b|[.,]"
)
_FROM_WHOM = pattern(r",? (?:(?:both|even|especially|mostly) )?(?:from|by|among|inside|within|as|back) ")
_FEELS_A_THING = pattern(
    r" (?:the|an?|no|any|some|his|her|its|their|in|at|for|free|safe|well|good|better|bad|worse|sick|ill|pain|hot|cold|comfortable"
    r"|like)\b|[.,;]"
)
_THAT_SO = pattern(r" (?:that|he|she|it|they|the|this|these|those|there|his|her|its|their)\b")
_MAY_BE = pattern(r"\b(?:may|might|can|could|would|should|not) $")
_UNDERTAKES = pattern(
    r"\b(?:agreed|agree|offered|offer|decided|decide|refused|refuse|vowed|promised|prefer|hope|hoped|expect|expected"
    r"|threatened|asked|want|wanted) to "
)
_OFFICE = pattern(r"^(?:prosecutors|investigators|authorities|the authorities|detectives)\b")
_THEY_FEEL = pattern(
    r"\b(?:supporters|fans|loyalists|backers|allies|rivals|conservatives|liberals|progressives|moderates"
    r"|groups)\b.*(?<!have) (?:hope|hoped|thought|view|viewed|wonder|wondered|feel|felt|see|saw|know|knew)\b"
    r"|\b(?:prove[ds]?|holds?|held)$|\bsupporters (?:\w+ )*(?:called for|urged)$"
)
_PROGRAMS = pattern(
    r"\b(?:drivers?|editors?|guests?|consumers?|providers?|writers?|clients?|workers?|executors?|managers?"
    r"|listeners?|handlers?|speakers?|followers?|leaders?|authorit(?:y|ies)|witness(?:es)?|representatives?)\b"
)
_COUNTED = pattern(r"\b(?:two|three|four|five|six|a dozen|\d+|and) $")
_LEADER_AND = pattern(r"\b(?:he|she|they|we|i|[\w-]+) and (?:his|her|their|our|my) (?:\w+ )?$")
_BY_MANY = pattern(r"\b(?:widely|generally|commonly|often|popularly|universally)\b")
_STUDY_BY = pattern(
    r"\A(?: \w+){0,3} (?:by|from|in) (?:\w+ ){0,4}[A-Z]|\b(?:report|study|paper|analysis|poll|survey)\b[^.]{0,30} (?:by|from) (?:the )?[A-Z]"
)
_COULD = pattern(r"\b(?:could|can|may|might|must) ")
_REPORTED_BY = pattern(r"\b(?:according to|reported|alleges?|lawsuit|complaint|reports?|testified|told)\b")
_ACCLAIM_OF_A_PART = pattern(
    r"^(?:one of the |(?:is|are|was|were) (?:\w+ )?the )(?!world|country|nation|region|industry)"
)
_SPECIFIC = pattern(r"\b\w+(?:ing|ory|ive) effects?$")
_CONTENT_FOLLOWS = pattern(r"^(?:it(?: is|'s)|there is|the possibility exists)\b")
_AMOUNTS = ("in a ", "a degree of", "a certain degree", "a certain amount", "a certain level")
_EITHER_BE = pattern(r" or (?:may|might) not$")


def _said(context: Context, match: Match) -> str:
    return context.flat.low[match.start : match.end]


def in_an_abstract(context: Context, match: Match) -> float:
    """A scientific abstract tells its own results and cites nothing; the paper does."""
    if context.profile != "science":
        return 1.0
    abstract: bool | None = context.kept.get("abstract")
    if abstract is None:
        flat = context.flat
        titled = len(flat.blocks) == 2 and len(flat.low) >= _SHORTEST_ABSTRACT
        own = titled or _OWN_RESULTS.search(flat.low) is not None
        abstract = context.kept["abstract"] = own and len(flat.low) <= _LONGEST_ABSTRACT
    return _SOFT if abstract else 1.0


def specified(context: Context, match: Match) -> float:
    """A specification: ``it is expected that``, ``is said to be closed`` lay down, and report no belief."""
    if context.profile != "docs":
        return 1.0
    said = _said(context, match)
    laid_down = said.startswith("it ") and not _BY_MANY.search(said)
    return _SOFT if laid_down or said.endswith(" to be") else 1.0


def polled(context: Context, match: Match) -> float:
    """A poll is spoken of in the sentence or beside it: what people think was asked, and that rule asks on."""
    flat = context.flat
    here = flat.sentence_of(match.start)
    start = flat.sentences[max(here - 1, 0)].start
    end = flat.sentences[min(here + 1, len(flat.sentences) - 1)].end
    near = _POLLED.search(flat.low, max(start, match.start - _NEAR), min(end, match.end + _NEAR))
    return 0.0 if near else 1.0


def poll_named(context: Context, match: Match) -> float:
    """The poll is named before or after; what a headline and a first sentence sum up, further below."""
    flat = context.flat
    if "exit poll" in flat.low[max(match.start - 6, 0) : match.end]:
        return 0.0
    reach = _NEAR if match.start > _LEDE else 5 * _NEAR
    near = _NAMED_POLL.search(flat.text, max(match.start - _NEAR, 0), match.end + reach)
    return 0.0 if near else 1.0


def noun_after(context: Context, match: Match) -> float:
    """``Data attributes``, ``the data link layer``: nothing is shown; ``fundraising reports``: which is said."""
    said = _said(context, match)
    if _PARTICIPLE.search(said):
        return 0.0
    if _WOULD_SHOW.search(said) or (_COMPOUND.search(said) and not _claims(context, said, match.end)):
        return 0.0
    return 0.0 if _OF_A_KIND.search(context.flat.low, max(match.start - 24, 0), match.start) else 1.0


def _claims(context: Context, said: str, end: int) -> bool:
    """Say whether a claim follows the verb, where it might be half of a compound or a program's column."""
    if said.endswith("point to"):
        return False
    low = context.flat.low
    only_that = said.endswith(("reports", "report", "reflect", "reflects", "supported"))
    return low.startswith(" that ", end) if only_that else _SHOWN.match(low, end) is not None


def from_whom(context: Context, match: Match) -> float:
    """Who holds it follows (``from rivals``), or what it emerged as; ``no doubt`` is nobody's doubt."""
    if " no " in _said(context, match):
        return 0.0
    return 0.0 if _FROM_WHOM.match(context.flat.low, match.end) else 1.0


def may_be(context: Context, match: Match) -> float:
    """``May be dismissed as``, ``is not celebrated as``: no reputation is claimed."""
    if " not " in _said(context, match):
        return 0.0
    return 0.0 if _MAY_BE.search(context.flat.low, max(match.start - 10, 0), match.start) else 1.0


def undertaken(context: Context, match: Match) -> float:
    """``Agreed to``, ``offered to``, ``could call on``: an act, and no statement."""
    low = context.flat.low
    if _COULD.search(low, match.start, match.end) or low.endswith(" considering", 0, match.end):
        return _SOFT
    return 0.0 if _UNDERTAKES.search(low, match.start, min(match.end + 4, len(low))) else 1.0


def believed_in(context: Context, match: Match) -> float:
    """``Believe in``, ``feel the sting``, ``considered moving``: trust, a feeling, a plan, an acquaintance, and no opinion."""
    said, low = _said(context, match), context.flat.low
    if said == "some thought":
        return 1.0 if _THAT_SO.match(low, match.end) else 0.0
    if said.endswith((" feel", " felt")):
        return 0.0 if _FEELS_A_THING.match(low, match.end) else 1.0
    if said.endswith((" considered", " consider")) and _CONSIDERS_DOING.match(low, match.end):
        return 0.0
    if said.endswith(" know") and not _KNOWS_A_FACT.match(low, match.end):
        return 0.0
    return 0.0 if low.startswith((" in ", " back "), match.end) else 1.0


def beside_a_count(context: Context, match: Match) -> float:
    """``Two others said``, ``Ana Ruiz and others say``, ``better than many hoped``: counted, led by one who is named, a turn of speech."""
    low = context.flat.low
    before = low[max(match.start - 16, 0) : match.start]
    if before.endswith(("than ", "as ")) and not low.startswith("some ", match.start):
        return 0.0
    others = low.startswith("others ", match.start) and _COUNTED.search(before)
    return 0.0 if others or (low.startswith("other ", match.start) and before.endswith("and ")) else 1.0


def office_speaks(context: Context, match: Match) -> float:
    """``Prosecutors said``, ``authorities say``: in the news an office speaks of its own case."""
    if context.profile != "news":
        return 1.0
    return _SOFT if _OFFICE.search(_said(context, match)) else 1.0


def sides_of_a_person(context: Context, match: Match) -> float:
    """What supporters feel is no statement (``supporters hope``); those who were named, or counted in shares, are known."""
    low = context.flat.low
    if _THEY_FEEL.search(_said(context, match)) or low.endswith(("these ", "those "), 0, match.start):
        return 0.0
    start, end = sentence_span(context, match)
    shares = low.find("%", max(start, match.start - _NEAR), min(end, match.end + _NEAR)) >= 0
    return 0.0 if shares else 1.0


def program_speaks(context: Context, match: Match) -> float:
    """In documentation drivers, editors and guests are programs, and hold no views."""
    if context.profile != "docs":
        return 1.0
    return 0.0 if _PROGRAMS.search(_said(context, match)) else 1.0


def in_a_list(context: Context, match: Match) -> float:
    """``From rivals, unions and mayors``: a summing up of camps, which the text goes through one by one."""
    whose = _said(context, match).startswith("in the ")
    return 0.0 if not whose and context.flat.low.startswith((", ", " and "), match.end) else 1.0


def with_a_leader(context: Context, match: Match) -> float:
    """``She and her supporters``: somebody who is known speaks, others along."""
    at = match.agent[0] or match.start
    return 0.0 if _LEADER_AND.search(context.flat.low, max(at - 24, 0), at) else 1.0


def resolved(context: Context, match: Match) -> float:
    """``Many thought that he might fail, but …``: how it came out is told."""
    _, end = sentence_span(context, match)
    return 0.4 if context.flat.low.find(", but ", match.end, min(end, match.end + _NEAR)) >= 0 else 1.0


def study_named(context: Context, match: Match) -> float:
    """Whose study it was follows (``a study last year by economists at …``)."""
    return 0.4 if _STUDY_BY.search(context.flat.text[match.end : match.end + _NEAR // 2]) else 1.0


def reported_by(context: Context, match: Match) -> float:
    """The sentence says by whom it was reported or alleged."""
    start, end = sentence_span(context, match)
    low = context.flat.low
    start, end = max(start, match.start - _NEAR), min(end, match.end + _NEAR)
    outside = _REPORTED_BY.search(low, start, match.start) or _REPORTED_BY.search(low, match.end, end)
    return 0.0 if outside else 1.0


def who_or_what_named(context: Context, match: Match) -> float:
    """Research is needed on a thing that is named, opinions differ among people who are; one waits on purpose."""
    said, low = _said(context, match), context.flat.low
    if said.endswith("wait and see"):
        return 0.0 if low.endswith(("to ", "can ", "we ", "will "), 0, match.start) else 1.0
    if said.endswith(("needed", "required", "warranted")):
        return 0.0 if low.startswith((" on ", " in ", " into ", " to "), match.end) else 1.0
    return 0.0 if said.endswith("differ") and low.startswith(" among ", match.end) else 1.0


def praise_of_a_part(context: Context, match: Match) -> float:
    """``The most important part is``: documentation that tells what matters, and ranks nothing in the world."""
    if context.profile != "docs":
        return 1.0
    return _SOFT if _ACCLAIM_OF_A_PART.search(_said(context, match)) else 1.0


def with_content(context: Context, match: Match) -> float:
    """The possibility has a content: ``it is possible that the court …``, ``may have inhibiting effects``.

    A science that says what may play a role in what states a hypothesis, documentation what a program may do.
    """
    said = _said(context, match)
    if _CONTENT_FOLLOWS.search(said) or _SPECIFIC.search(said):
        return _SOFT
    if _EITHER_BE.search(said) and context.flat.low.startswith(" be ", match.end):
        return _SOFT
    if context.profile == "science" and " play " in said:
        return _SOFT
    return _SOFT if context.profile == "docs" and "effect" not in said and "impact" not in said else 1.0


def degree_in_docs(context: Context, match: Match) -> float:
    """``Is somewhat ugly`` gives its reason beside it; documentation weighs ``to some extent``."""
    said = _said(context, match)
    if " certain c" in said or " certain s" in said or "reasons" in said:
        return 1.0
    blurred = said.split(" ", 1)[0] in {"is", "are", "was", "were", "seems", "seemed", "remains", "remained"}
    return _SOFT if context.profile == "docs" or blurred or said.startswith(_AMOUNTS) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "abstract": in_an_abstract,
    "specified": specified,
    "polled": polled,
    "poll-named": poll_named,
    "noun-after": noun_after,
    "from-whom": from_whom,
    "may-be": may_be,
    "undertaken": undertaken,
    "believed-in": believed_in,
    "with-a-leader": with_a_leader,
    "in-a-list": in_a_list,
    "office-speaks": office_speaks,
    "program-speaks": program_speaks,
    "sides-of-a-person": sides_of_a_person,
    "beside-a-count": beside_a_count,
    "resolved": resolved,
    "study-named": study_named,
    "reported-by": reported_by,
    "who-or-what-named": who_or_what_named,
    "praise-of-a-part": praise_of_a_part,
    "with-content": with_content,
    "degree-in-docs": degree_in_docs,
}
