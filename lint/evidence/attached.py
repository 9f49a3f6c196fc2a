"""What is said of the agent itself, right beside it: names, employers, counts, terms of anonymity."""

from __future__ import annotations

from collections.abc import Iterator

from lint.evidence.sources import CALENDAR, NOBODY
from lint.evidence.support import Support
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_CAP = r"[A-ZÀ-Þ][\w.'&-]*"
_LISTED = pattern(
    rf"(?: (?:who|of|in|from|at|on|for)(?: [a-z]+){{1,3}})?,? (?:including|such as|like|among them|led by|notably|namely) (?:the |Dr |Prof )?{_CAP}"
)
_NAMED_APART = pattern(rf"(?:,| \x97|\x97| \(|:) ?(?:{_CAP} ){{1,3}}(?:and {_CAP}|of {_CAP}|,|\x97|\)|$)?")
_EMPLOYED = pattern(rf" (?:[a-z]+ ){{0,2}}(?:at|from|with|of|for|in) (?:the )?(?:[a-z]+ ){{0,2}}({_CAP})")
_BEFORE = pattern(rf"(?:^|\W)((?:{_CAP}(?:'s)? )+)(?:[a-z-]+ ){{0,2}}$")
_COUNTED = pattern(
    r"(?:\b\d[\d,]{0,20}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?: of (?:the )?\w+)?(?: [a-z-]+){0,2} $"
)
_OF_WHOM = rf"(?:the |an? )?(?:[a-z]+ ){{0,3}}({_CAP}(?: {_CAP})*|\d[\d,]{{0,20}})"
_BY = pattern(rf"\b(?:by|among) {_OF_WHOM}")
# "from" names a holder only right behind the opinion: criticism from Mei Tan, not opium from Vietnam.
_FROM = pattern(rf" from {_OF_WHOM}")
_ACCESS = pattern(
    r"\b(?:who|which) (?:attended|was (?:in|at|present|briefed)|were (?:in|at|present|briefed)|has seen|have seen|had seen|saw|read"
    r"|took part|works?|worked|reviewed|has (?:direct )?knowledge|have (?:direct )?knowledge|had (?:direct )?knowledge)"
    r"|\b(?:familiar with|briefed on|with (?:direct |first-hand )?knowledge of|close to|involved in|present at)\b"
)
_REASON = pattern(
    r"\b(?:because|since|as|for fear|fearing)\b|\bso as not to\b|\bto (?:avoid|protect|discuss|describe)\b|\bin order not to\b"
)
_UNNAMED = pattern(
    r"\b(?:asked not to be (?:named|identified)|on (?:the )?condition of anonymity|declined to be (?:named|identified)|not to be (?:named|identified)"
    r"|speaking anonymously|requested anonymity|did not want to be named)\b"
)
_THE_SAME = pattern(
    r"\W{0,2}(?:the|this|these|both) (?:\w+ )?(?:\w+s?),? who\b|\W{0,2}senior officials (?:spoke|asked)\b"
)
_IN_FRONT = 160
"""Characters in front of an agent in which its employer or its number can stand."""
_SAID = 600
"""Characters on either side of an agent in which the terms of its anonymity can stand."""
# "U.S.", "American", "US officials" tell no employer; no more does a party, a creed or a colour.
_NOT_AN_EMPLOYER = frozenset(
    "us u.s american western european russian british some many most other several republican democratic democrat"
    " gop labour tory conservative liberal muslim christian jewish catholic evangelical black white latino hispanic"
    " asian african-american arab".split()
)
_SIDES = pattern(
    r"(?:critics?|opponents?|detractors?|s[ck]eptics?|supporters?|proponents?|defenders?|backers?|boosters?|believers?"
    r"|apologists?|all(?:y|ies)|loyalists?|rivals?|adversar(?:y|ies)|enthusiasts?|followers?|fans?)$"
)
"""For and against: a name beside them is what they are for or against, not whom they work for."""
_PLACED = (" in ", " of ", " for ")
_OFFICES = ("agent.official", "agent.insider")


def find_attached(context: Context, match: Match) -> Iterator[Support]:
    """Yield what qualifies the agent of a claim where it stands."""
    flat = context.flat
    owed = match.rule.obligation
    if "by_whom" in owed:
        yield from _holder(context, match)
    start, end = match.agent
    if not end or ("who" not in owed and "which_study" not in owed):
        return
    text = flat.text
    sentence = flat.sentence_of(start)
    first, past = flat.sentences[sentence]
    after = min(past, end + 160)
    if found := _LISTED.match(text, end, after) or _NAMED_APART.match(text, end, after):
        yield Support("enumeration", found.start() + 1, found.end(), sentence)
    elif (found := _EMPLOYED.match(text, end, after)) and _employs(
        context, match, found.start(1), found.end()
    ):
        yield Support("class at an organisation", found.start(1), found.end(1), sentence)
    in_front = tuple(_in_front(context, first, match.agent, sentence))
    yield from in_front
    if "why_anonymous" in owed:
        yield from _anonymity(
            context, sentence, start, any(s.kind == "class at an organisation" for s in in_front)
        )


def _employs(context: Context, match: Match, name: int, past: int) -> bool:
    """Say whether the name behind an agent is its employer: no month, no place, nothing that it is for or against."""
    flat = context.flat
    start, end = match.agent
    name_of = flat.low[name:past].rstrip(".,")
    # What stands behind the verb is what is said; only an agent that comes last has its employer after it.
    if past > (match.end if match.end > end else end + 40) or name_of in CALENDAR or name_of in NOBODY:
        return False
    if not flat.low.startswith(_PLACED, end):
        return True
    in_office = context.hits.at(start, context.bits(*_OFFICES)) > 0
    placed = flat.low.startswith(" in ", end) and not in_office
    return not placed and not _SIDES.search(flat.low[start:end])


def _holder(context: Context, match: Match) -> Iterator[Support]:
    """Yield the named or counted holder after ``by``, ``among`` or ``from``."""
    flat = context.flat
    sentence = flat.sentence_of(match.start)
    past = min(flat.sentences[sentence].end, match.end + 90)
    found = _FROM.match(flat.text, match.end, past) or _BY.search(flat.text, match.end, past)
    if found:
        counted = found.group(1)[0].isdigit()
        kind = "count with a base" if counted else "named person"
        yield Support(kind, found.start(1), found.end(1), sentence)


def _in_front(context: Context, first: int, agent: tuple[int, int], sentence: int) -> Iterator[Support]:
    near, start = first, agent[0]
    if start - first > _IN_FRONT:  # from a whole word on
        near = max(context.flat.text.find(" ", start - _IN_FRONT, start), start - _IN_FRONT)
    text = context.flat.text[near:start]
    if found := _COUNTED.search(text):
        yield Support("count with a base", near + found.start(), near + found.end() - 1, sentence)
    found = _BEFORE.search(text)
    if not found or _SIDES.search(context.flat.low[slice(*agent)]):
        return
    at, name = near + found.start(1), found.group(1).strip()
    known = context.ruleset.words["determiner.*"]
    while name and ((word := name.split(" ")[0].lower()) in known or word in NOBODY):
        # "Some", "Other" and "With" open the sentence; what follows them may be the employer.
        at += len(name) - len(name := name.partition(" ")[2])
    head = name.split(" ")[0].lower().rstrip("'s")
    opens = (
        (at <= first + 1 or text[: found.start(1)].endswith(": "))
        and " " not in name
        and not name.rstrip(".").isupper()
    )
    if not name or head in _NOT_AN_EMPLOYER or (opens and (head in NOBODY or not _is_name(context, name))):
        return
    yield Support("class at an organisation", at, at + len(name), sentence)


def _is_name(context: Context, word: str) -> bool:
    """Say whether the word that opens a sentence is a name: it comes again, and never without its capital."""
    text = context.flat.text
    return text.count(f" {word}") > 1 and text.find(f" {word.lower()}") < 0


def _anonymity(context: Context, sentence: int, at: int, body: bool) -> Iterator[Support]:
    """Yield how far an unnamed source is qualified: role and ``body``, access, reason for anonymity."""
    low = context.flat.low
    first, past = context.flat.sentences[sentence]
    start, end = max(first, at - _SAID), min(past, at + _SAID)
    if sentence + 1 < len(context.flat.sentences):
        next_start, next_end = context.flat.sentences[sentence + 1]
        if _THE_SAME.match(low, next_start, min(next_end, next_start + _SAID)):
            end = min(next_end, next_start + _SAID)  # "The official, who asked not to be named because"
    unnamed = _UNNAMED.search(low, start, end)
    access = _ACCESS.search(low, start, end)
    reason = unnamed and _REASON.search(low, unnamed.end(), min(end, unnamed.end() + 40))
    where = unnamed or access
    slots = sum((bool(access), bool(reason), body))
    if where and slots >= 2:
        whole = slots == 3 or (access and reason)
        kind = "qualified anonymity" if whole else "partly qualified anonymity"
        yield Support(kind, where.start(), where.end(), sentence)
