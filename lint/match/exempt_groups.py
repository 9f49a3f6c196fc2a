"""Innocent contexts of the generalization rules. See ``exempt``."""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_SAID = pattern(
    r"\b(?:said|says?|saying|told|tells|according to|announced|wrote|writes|testified|tweeted"
    r"|argue[ds]?|added|explained"
    r"|insist(?:ed|s)|claim(?:ed|s)|noted|stated|warn(?:ed|s)?|suggested|acknowledged|contend(?:ed|s)?"
    r"|believes?|thinks?"
    r"|thought|described|(?<!so-)called|predict(?:ed|s)?)\b"
)
_NOT_ALL = pattern(
    r"\b(?:not|if|when|that|almost|nearly|does|do|did|like|than|as|from|of|with|where|sure|so|ensures?"
    r"|probably|perhaps"
    r"|until|because) $"
)
_POINTED_AT = pattern(r"\b(?:the|at|its|their|his|her|whose) $")
_CLAUSE = pattern(r", |; | that ")
_IT = pattern(r"(?:\w+ )?(it) ")
_NORM = pattern(
    r"\b(?:must|shall|should|may|are (?:required|entitled|eligible|expected|advised|encouraged|free"
    r"|allowed|permitted))\b"
)
_PART = pattern(
    r"(?:\b(?:some|many|most|few|several|other|those|these|the|our|my|his|her|their|its|your|both|two"
    r"|three|four|five|six"
    r"|seven|eight|nine|ten|\d[\d,]*|hundreds?|thousands?|millions?|dozens?|number|majority|of|fellow"
    r"|for|to|with|by|among|from|as"
    r"|than|like|between|and|or|help|about|against)|'s|s')(?: [\w-]+)? $|-$"
)
_BEFORE_THE = pattern(r"\b(?:of|for|to|with|by|among|from|than|like|on|at|in|and|or|against|between) $")
_SOFTWARE = pattern(
    r"\b(?:returns?|returned|raises?|supported|implement|function|method|module|class|api|library"
    r"|syntax|python"
    r"|compiler|parser)"
)
_COMPARED = pattern(r"\b(?:more|less) \w+ than|[a-z]er than")
_NO_RANK = pattern(r"\bmost (?:of|recent|recently|common|commonly|likely|basic|general)\b|\bonly other\b")


def attributed(context: Context, match: Match) -> float:
    """Somebody is said to say it: whether that somebody is named is the business of attribution."""
    start, end = sentence_span(context, match)
    low = context.flat.low
    outside = _SAID.search(low, start, match.start) or _SAID.search(low, match.end, end)
    return 0.0 if outside else 1.0


def negated_all(context: Context, match: Match) -> float:
    """``Not everyone`` and ``almost everyone`` are no claim about all."""
    before = context.flat.low[max(match.start - 12, 0) : match.start]
    return 0.0 if _NOT_ALL.search(before) else 1.0


def normative(context: Context, match: Match) -> float:
    """A rule with force: what all must do, not what all do."""
    return 0.0 if _NORM.search(context.flat.low, match.start, match.end + 12) else 1.0


def some_of_them(context: Context, match: Match) -> float:
    """Part of the group, or a group in one place: counted, owned, pointed at."""
    start, _ = sentence_span(context, match)
    low = context.flat.low
    before = low[max(start, match.start - 40) : match.start]
    part = _BEFORE_THE if low.startswith("the ", match.start) else _PART
    return 0.0 if part.search(before) else 1.0


def superlative_most(context: Context, match: Match) -> float:
    """``The most people`` counts them; it is no share."""
    before = context.flat.low[max(match.start - 8, 0) : match.start]
    return 0.0 if _POINTED_AT.search(before) else 1.0


def class_of_them(context: Context, match: Match) -> float:
    """``The world's richest countries`` is a class with a name, unless one of them is picked out."""
    said = context.flat.low[match.start : match.end]
    if _NO_RANK.search(said) or ("than ever" in said and not _COMPARED.search(said)):
        return 0.0
    plural = said.endswith("s") and not said.endswith(("ss", "us", "is"))
    return 0.0 if plural and "'s " in said and not said.startswith("one of") else 1.0


def pronoun(context: Context, match: Match) -> float:
    """``It`` stands for something else than a state, a capital or an institution named before."""
    flat = context.flat
    found = _IT.match(flat.low, match.start)
    if not found:
        return 1.0
    at = found.start(1)
    start, _ = sentence_span(context, match)
    mask = context.bits("metonym.capital", "metonym.state", "metonym.institution")
    first = next((p for p in range(start, min(start + 3, at)) if flat.low[p].isalnum()), start)
    return 1.0 if any(context.hits.at(p, mask) > 0 for p in _clause_starts(flat.low, first, at)) else 0.0


def _clause_starts(low: str, first: int, at: int) -> list[int]:
    """Return where the clauses before ``at`` begin: there stands what ``it`` goes on about."""
    return [first, *(m.end() for m in _CLAUSE.finditer(low, first, at))]


def own_company(context: Context, match: Match) -> float:
    """A company that writes about itself as we."""
    return 0.5 if " we " in context.flat.low[match.start : match.end + 200] else 1.0


def software(context: Context, match: Match) -> float:
    """What a program has always done is its specification."""
    start, end = sentence_span(context, match)
    return 0.0 if _SOFTWARE.search(context.flat.low, start, end) else 1.0


def correlative(context: Context, match: Match) -> float:
    """``The more …, the more …`` tells how two things go together."""
    return 0.0 if context.flat.low.endswith("the ", 0, match.start) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "attributed": attributed,
    "not-all": negated_all,
    "normative": normative,
    "some-of-them": some_of_them,
    "superlative-most": superlative_most,
    "class-of-them": class_of_them,
    "pronoun": pronoun,
    "own-company": own_company,
    "software": software,
    "correlative": correlative,
}
