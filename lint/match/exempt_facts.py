"""Innocent contexts of superlatives, shares and openers: facts that anybody can look up, cases supposed, objections met.

Found by judging real prose. ``_SOFT`` hides a match by default. See ``exempt``.
"""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_SOFT = 0.55
_NEAR = 260
_ON_THE_MAP = pattern(
    r"\b(?:highest|tallest|largest|biggest|longest|deepest|smallest|driest|wettest|hottest|coldest|northernmost|southernmost"
    r"|brightest|nearest) (?:\w+ ){0,2}(?:mountain|peak|country|countries|state|river|lake|island|range|continent|planet|desert|ocean"
    r"|sea|galaxy|star|moon|organ|bone|mammal|animal|bird|fish|volcano|waterfall|canyon|cave|city|cities|county|province)s?\b"
)
_CLAIMED = pattern(
    r"\b(?:claim(?:s|ed|ing)? to be|consider(?:s|ed)? [^.;]{1,40} to be(?: among)?|said to be|all"
    r"|(?:claim|claims|idea|notion|why|belief|whether|doubt)(?: that)? [^.;]{1,60}(?:is|are|was)?) $"
)
_IS_NOW = pattern(r"\b(?:is|are|was|were|be|become|becomes|remains|'s)(?: \w+)?(?: one of)? $")
_SCOPE = (" in ", " since ", " at ", " scent", " place", " kind")
_NOT_ONE = pattern(r"\bthe available\b|\b(?:is|are|was|were) available$|best foot|\bbest (?:\w+ )?possible\b")
_PART = pattern(
    r"^(?:one of the|(?:is|are|was|were) (?:\w+ )?the) (?:single )?most (?:important|significant) "
    r"(?:to$|jobs?|skills?|tasks?|aspects?|things?|questions?|reasons?|parts?|points?|steps?|lessons?|features?)"
)
_CANNOT = pattern(r" (?:can't|cannot|can not|won't|will not|is no)\b")
_RANKED_FEW = pattern(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|than|stuff|things|one of the) $"
)
_FUTURE = pattern(r"\b(?:will|would)\b")
_ARGUED = pattern(r"(?:it|one|some) (?:could|might|may|can)\b")
_MET = pattern(
    r"\b(?:however|but|reply|not the case|flawed|wrong|mistaken|ignores?|fails?|of course|for example|nevertheless|yet|although|though|only)\b"
)


def known_fact(context: Context, match: Match) -> float:
    """``The highest mountain in Africa`` is on every map; ``claim to be``, ``the best mirrors available``: no boast of ours."""
    low = context.flat.low
    said, before = low[match.start : match.end], low[max(match.start - 60, 0) : match.start]
    if _ON_THE_MAP.search(said) or _NOT_ONE.search(said) or _CLAIMED.search(before) or _PART.search(said):
        return 0.0
    if said.startswith("the best") and _CANNOT.match(low, match.end):
        return 0.0
    if said.endswith(("no other", "unprecedented")) and low.startswith(_SCOPE, match.end):
        return 0.0
    chosen = context.profile == "docs" and said.endswith("available")
    claimed = _IS_NOW.search(before) and not low.startswith((" in ", " on "), match.end)
    return 0.0 if chosen and not claimed else 1.0


def foreseen(context: Context, match: Match) -> float:
    """``Most people will``: a case thought through; ``the three most common``, ``than most people``: no share."""
    low = context.flat.low
    said, before = low[match.start : match.end], low[max(match.start - 16, 0) : match.start]
    if context.profile == "docs" and "driver" in said:
        return 0.0
    return 0.0 if _FUTURE.search(said) or _RANKED_FEW.search(before) else 1.0


def met(context: Context, match: Match) -> float:
    """``It seems that`` infers; ``it could be argued that …, but``: an objection that is met; what may well be so for the reader of a manual."""
    low = context.flat.low
    said = low[match.start : match.end]
    if context.profile == "docs" and said.startswith(
        ("it may", "it might", "it could well", "it could be that")
    ):
        return _SOFT
    if said == "it seems that" or (said.startswith("it seems") and low.startswith(",", match.end)):
        return 0.0
    if not _ARGUED.match(said):
        return 1.0
    _, end = sentence_span(context, match)
    return _SOFT if _MET.search(low, match.end, end + _NEAR) else 1.0


def settled(context: Context, match: Match) -> float:
    """``It all depends on the weather`` says on what; ``given that the future is uncertain`` builds on it."""
    low = context.flat.low
    said = low[match.start : match.end]
    if said.endswith(("depends", "circumstances")) and low.startswith((" on ", " of "), match.end):
        return 0.0
    if said.endswith("uncertain") and (said.startswith("that") or low.endswith("that ", 0, match.start)):
        return 0.0
    explained = said.endswith(("complex issue", "pros and cons", "factors")) and _MET_NEXT.match(
        low, match.end
    )
    return 0.0 if explained else 1.0


def exemplified(context: Context, match: Match) -> float:
    """``In certain cases. For instance``: a case follows; ``to some degree, everyone``: weighed, and not left at that."""
    low = context.flat.low
    said, before = low[match.start : match.end], low[max(match.start - 10, 0) : match.start]
    start, end = sentence_span(context, match)
    if low.startswith(("for example", "for instance"), start):
        return 0.0
    if _EXAMPLE_NEXT.match(low, end) or _SEE.search(low, match.end, end) or before.endswith("at least "):
        return 0.0
    if said.startswith(("in some sense", "to a large")):
        return _SOFT
    return (
        _SOFT
        if said.startswith(("to some ", "to a certain ", "to a great ")) and low[match.end] not in ".;!?"
        else 1.0
    )


def by_its_nature(context: Context, match: Match) -> float:
    """``A patch may or may not work`` defines, ``may have no effect`` says which, ``such as`` and ``since`` tell more."""
    low = context.flat.low
    said, before = low[match.start : match.end], low[max(match.start - 40, 0) : match.start]
    if " or " in said:
        start, _ = sentence_span(context, match)
        generic = (
            match.start <= start + 1
            or low.startswith(("a ", "an ", "some "), start)
            or _GENERIC.search(before)
        )
        return 0.0 if generic or context.profile in {"encyclopedic", "docs", "science"} else 1.0
    if before.endswith("'") or (context.profile == "docs" and "impact the" in said):
        return 0.0
    if _NONE.search(said) or (said.startswith("anything") and before.endswith("where ")):
        return 0.0
    _, end = sentence_span(context, match)
    return 0.0 if _TELLS_MORE.search(low, match.end, min(end, match.end + 60)) else 1.0


def thinks_for(context: Context, match: Match) -> float:
    """``The party thinks for the worker``, ``a free market will continue to``: no mind is given to it."""
    low = context.flat.low
    said = low[match.start : match.end]
    market = said.endswith("market will continue to")
    return 0.0 if market or (said.endswith(" thinks") and low.startswith(" for ", match.end)) else 1.0


def shown_by_case(context: Context, match: Match) -> float:
    """``Historically, a kiln``: a label; ``many have never``: some of them; a case or a year in the next sentence shows it."""
    low = context.flat.low
    if low.endswith(("many ", "most ", "some "), 0, match.start) or _LABEL.match(low, match.end):
        return 0.0
    _, end = sentence_span(context, match)
    return 0.0 if _CASE_NEXT.search(low, match.end, min(end, match.end + _NEAR) + _NEXT) else 1.0


_LABEL = pattern(r" an? (?:\w+ ){1,2}(?:fitted|made|used|kept|built|filled|of)\b")
_CASE_NEXT = pattern(
    r"\b(?:for example|for instance|but (?:the )?(?:current|new|latest)|1[5-9]\d\d|20[0-2]\d|over the (?:last|past)"
    r"|however, (?:in recent|today|now|since))\b"
)
_NEXT = 120
_MET_NEXT = pattern(
    r",? (?:in particular|notably|especially|besides|mainly|chiefly|among)\b|[.:] (?:on the one hand|for a given|for example|for instance|among)\b"
)
_EXAMPLE_NEXT = pattern(r"\W{0,4}(?:for (?:example|instance)|e\.g\.|think of|such as|as an example|one is)\b")
_SEE = pattern(r"\((?:see|cf)\b|\[\*\]|\bsuch as\b|\be\.g\.")
_GENERIC = pattern(r"\b(?:an?|some|these|any|other|each|every)(?: [a-z'-]+){1,3} $")
_NONE = pattern(r"\b(?:no|little|not)\b")
_TELLS_MORE = pattern(r"\b(?:such as|since|because|when|as)\b")

EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "known-fact": known_fact,
    "foreseen": foreseen,
    "met": met,
    "settled": settled,
    "thinks-for": thinks_for,
    "shown-by-case": shown_by_case,
    "exemplified": exemplified,
    "by-its-nature": by_its_nature,
}
