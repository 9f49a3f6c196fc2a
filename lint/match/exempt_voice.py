"""Innocent contexts of boosters, labels, praise and importance: what is conceded, argued or told. See ``exempt``."""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_CONCEDING = (
    "of course", "certainly", "no doubt", "naturally", "doubtless", "obviously", "undoubtedly", "there is no doubt",
    "there's no doubt",
)  # fmt: skip
_TURN = pattern(r"(?:, (?:but|yet|though|although|however)\b|; (?:but|however|still)\b| but )")
_TURN_NEXT = pattern(
    r"\W*(?:but|yet|however|still|nevertheless|nonetheless|even so|that said|\(?having said)\b"
)
_DEGREE = pattern(
    r"\b(?:more|most|less|least|as|so|too|quite|very|how|equally|rather|fairly|an?|the|these|those|such) $"
)
_GRANTED = pattern(r"\b(?:while|although|though|even if) [^,;]{0,40}$")
_HOW = pattern(r"\b(?:should|must|to|can|will|may|could|would) (?:clearly|plainly)$")
_NO_CLAIM = pattern(
    r" not(?: the (?:first|only|last)\b|[.!?,;]| (?:at|in|on|all|every|always|everyone)\b)| (?:left|remains|remained|about)\b"
)
_TEST = pattern(
    r"manifestly (?:un(?:founded|reasonable|lawful|just|fit|fair|safe|suitable|constitutional)|ill-founded|excessive"
    r"|disproportionate|inadmissible|illegal|inadequate|insufficient|erroneous|wrong|contrary to|absurd|made public"
    r"|in(?:appropriate|compatible|correct|consistent))\b"
)
"""What a court asks of a claim or an order: the adverb is a part of the test."""
_PREMISE = pattern(
    r"\b(?:given|because|since (?:it|they|he|she|we|the|there|this|these)|once we|by definition|as long as|so long as"
    r"|for this reason|to summari[sz]e|in summary|from the previous section|in the next section|by [a-z]+ing"
    r"|as (?:it|they|he|she) (?:is|are|was|were|has|have)|as we (?:discuss|argue|show|saw)\w*)\b|, then,|\((?:see|cf)\b| (?:--|\x97|\x96|—|–) "
)
_SUPPOSED = pattern(
    r"\b(?:as long as|so long as|by definition|without|scenario|because|thanks to|does(?: not|n't) (?:mean|imply)"
    r"|guaranteed to (?:all|any|both|each|every\w*|the|those|us|them|an?))\b|\((?:see|cf)\b|\bin section\b"
)
_BECAUSE_NEXT = pattern(r"\W*(?:this is because|that is because|after all|the reason)\b")
_TURNED_OUT = pattern(r" be (?:correct|right|wrong|true|false|mistaken|prophetic|unfounded)\b")
_SEEMING = pattern(r"\b(?:seems?|appears?|turns? out)(?: to)?(?: have)? $")
_WHOSE = pattern(
    r" (?:of|from|underway since)\b|[^.;,:]{0,40} (?:among|between|within)\b|: [\"\x93]"
    r"|[^.;]{0,40} on (?:the )?(?:[\w@.-]+ ){0,2}(?:[\w@.-]*-(?:list|sig|devel|dev)|(?:mailing )?lists?|forums?|newsgroups?|tracker)\b"
    r"|[^.;]{0,40}\((?:see |(?:#|issues? )\d)| for (?:various|many|several) reasons\b"
    r"| in (?:his|her|their|the (?:talks|negotiations))\b| (?:ideas?|issues?|topics?|questions?|points?|areas?|because|not only)\b"
    r"|,? (?:but|and) deemed\b"
)
_THEY_WHO = pattern(r"(?:several|others|critics|supporters|opponents|detractors|many) ")
"""Those who talk, in the sentence behind."""
_SINGLED_OUT = pattern(
    r"\b(?:only|what|which|whichever|whatever|when|whenever|thing|item|step|identifies|multiple) (?:[^.;]{0,40} )?$"
    r"|\b(?:by|can|may|might|could|to|will|would) $"
)
_OWNED = pattern(r"\b(?:that|this|his|her|its|their|our|my|some of that) $")
_SCANT = pattern(r"\b(?:little|few|no|less|hardly any|never)\b")
_KNOWN_FOR = pattern(r"known (?:for|as|by|to|in|among|about)\b")
_OPPOSED = pattern(
    r"\b(?:draw|drew|drawn|draws|drawing|spark\w*|provok\w+|prompt\w+|met with|rais\w+) (?:\w+ ){0,2}"
    r"(?:criticisms?|protests?|condemnation|opposition|outcry|lawsuits?|objections?|anger)\b"
    r"|\b(?:accused of|convicted|designated|outlawed|banned|listed|attack(?:ed|s|ing)|killed|bomb\w*)\b|-linked\b"
)
_INSTANCE = pattern(r",? (?:such as|like|including)\b|[^.;,]{0,40}, such as\b")
_MEASURED = pattern(
    r" (?:[a-z]+ )?\d| (?:number|amount|array|variety|range|sensitivity|specificity|turn|upset|surprise|defeat|victory|reversal|possibility"
    r"|collapse)s?\b"
)
_VERB = pattern(r"(?:revered|celebrated|esteemed|acclaimed|famed) (?:as|by|in|for|far|among|with)\b")
_DOES = pattern(
    r" [\"\x93]?[a-z]+ing\b| the [a-z]+ing of\b|[^.;]{0,60}, (?:(?:[a-z]+ly )?[a-z]+ing|namely)\b|[^.;]{0,60}\((?:see|cf)\b"
)
_EXPLAINED = pattern(
    r"\W*(?:they|this|these|he|she|it|since|because|by [a-z]+ing|for (?:example|instance|this)|without|when|if|thus|some|(?:the )?first|far from)\b"
)
_NAMED_THERE = pattern(
    r"(?: of [a-z ]{3,30})?,? (?:is [a-z]+ing|(?:is|are|was|were|would be|will be) (?:how|whether|what|that|to|the|[a-z]+ion)\b"
    r"|like\b|such as\b|as\b|including\b|of [a-z]+,|of whether\b)|,? namely\b|[^.;]{0,60}, namely\b|:|[^.;]{0,20}\((?:see|cf)\b"
)
_COUNTED = pattern(r"\b(?:two|three|four|five|few|couple of|number of|several|such|these|those|other|both) $")
_WOULD = pattern(
    r"\b(?:can|could|would|will|may|might|should|to)(?: have)? $|\bonly\b.{0,60}$|\b(?:as such|thus|therefore|hence), \w+ $"
)
_REPORTED = pattern(r"\b(?:indicated|reports?|reported|adds?|added|suggests?|shows?) that [^.;]{0,140}$")
_OUTLINED = pattern(r" (?:terms of|[^.;]{0,30} (?:delivering|providing|carrying|by [a-z]+ing))\b")
_TO_WHOM = pattern(r" to [a-z]|, ")
_IS_THIS = pattern(r"(?: [\w'-]+){0,6} (?:is|was|are|were|would be|will be)\b")
_POSSESSED = pattern(r"'s ")


def conceded(context: Context, match: Match) -> float:
    """``Of course`` and ``no doubt`` before a *but* or under a *while*: granted to the other side, not asserted."""
    flat = context.flat
    start, end = sentence_span(context, match)
    if _GRANTED.search(flat.low[max(start, match.start - 60) : match.start]):
        return 0.0
    if not flat.low.startswith(_CONCEDING, match.start):
        return 1.0
    if _TURN.search(flat.low, match.end, end):
        return 0.0
    after = flat.sentence_of(match.start) + 1
    if after == flat.block_sentences[flat.block_of(match.start)][1]:
        return 1.0
    return 0.0 if _TURN_NEXT.match(flat.low, flat.sentences[after].start) else 1.0


def not_asserted(context: Context, match: Match) -> float:
    """``More obviously`` compares, ``must clearly show`` is manner, ``certainly not the first`` is nothing new.

    ``(obviously)``, alone in its brackets, says that nothing is told; ``manifestly unfounded`` is a legal test.
    """
    low = context.flat.low
    if (low[match.start - 1] == "(" and low[match.end] == ")") or _TEST.match(low, match.start):
        return 0.0
    compared = _DEGREE.search(low[max(match.start - 10, 0) : match.start])
    manner = _HOW.search(low[max(match.start - 10, 0) : match.end])
    return 0.0 if compared or manner or _NO_CLAIM.match(low, match.end) else 1.0


def premised(context: Context, match: Match) -> float:
    """The premise stands in the sentence (``given that``, ``because``, ``see section 3``)."""
    start, end = sentence_span(context, match)
    low = context.flat.low
    return 0.0 if low.startswith("as ", start) or _PREMISE.search(low, start, end) else 1.0


def supposed(context: Context, match: Match) -> float:
    """The forecast hangs on a case, or its reason is given in the sentence or at once behind it."""
    flat = context.flat
    if _SUPPOSED.search(flat.low, *sentence_span(context, match)):
        return 0.0
    after = flat.sentence_of(match.start) + 1
    if after == flat.block_sentences[flat.block_of(match.start)][1]:
        return 1.0
    return 0.0 if _BECAUSE_NEXT.match(flat.low, flat.sentences[after].start) else 1.0


def turned_out(context: Context, match: Match) -> float:
    """``Been proven to be right`` by what came later, or what only seems so: no proof is claimed."""
    low = context.flat.low
    seeming = _SEEMING.search(low[max(match.start - 24, 0) : match.start])
    return 0.0 if seeming or _TURNED_OUT.match(low, match.end) else 1.0


def whose_attention(context: Context, match: Match) -> float:
    """Who attends or talks is told there, or there is little of it; ``the step that is being considered``, one of many."""
    low = context.flat.low
    if _SINGLED_OUT.search(low[max(match.start - 60, 0) : match.start]):
        return 0.0
    after = context.flat.sentence_of(match.start) + 1
    inside = after < context.flat.block_sentences[context.flat.block_of(match.start)][1]
    if inside and _THEY_WHO.match(low, context.flat.sentences[after].start):
        return 0.0
    drawn = low.startswith(" to ", match.end) and " drawing " in low[match.start : match.end]
    told = (
        drawn
        or _WHOSE.match(low, match.end)
        or (
            low.startswith("attention", match.start)
            and _OWNED.search(low[max(match.start - 14, 0) : match.start])
        )
    )
    return 0.0 if told or _SCANT.search(low, match.start, match.end) else 1.0


def known_for(context: Context, match: Match) -> float:
    """``It is well known for its tours``: a reputation, not a claim that everyone knows."""
    return 0.0 if _KNOWN_FOR.search(context.flat.low, match.start, match.end + 8) else 1.0


def opposed_there(context: Context, match: Match) -> float:
    """Who objects or who is meant is told in the sentence; and anti-racist is not racist."""
    flat = context.flat
    if flat.low[max(match.start - 1, 0) : match.start] == "-":
        return 0.0
    told = _INSTANCE.match(flat.low, match.end) or _OPPOSED.search(flat.low, *sentence_span(context, match))
    return 0.0 if told else 1.0


def measured_there(context: Context, match: Match) -> float:
    """``Boasts a 45-point lead``, ``an amazing number``, ``revered as``: a figure, a turn of speech, a verb."""
    low = context.flat.low
    return 0.0 if _MEASURED.match(low, match.end) or _VERB.match(low, match.start) else 1.0


def role_told(context: Context, match: Match) -> float:
    """What it does follows (``a key role in training nurses``), or it is only supposed to."""
    flat = context.flat
    before = flat.low[max(match.start - 80, 0) : match.start]
    start, _ = sentence_span(context, match)
    if _REPORTED.search(flat.low, max(start, match.start - 200), match.start):
        return 0.0
    if flat.low.startswith("play", match.start):
        if _OUTLINED.match(flat.low, match.end):
            return 0.0
        after = flat.sentence_of(match.start) + 1
        last = after == flat.block_sentences[flat.block_of(match.start)][1]
        explained = not last and _EXPLAINED.match(flat.low, flat.sentences[after].start)
        return 0.0 if explained or _WOULD.search(before) or _DOES.match(flat.low, match.end) else 1.0
    after = flat.sentence_of(match.start) + 1
    if after < flat.block_sentences[flat.block_of(match.start)][1] and _EXPLAINED.match(
        flat.low, flat.sentences[after].start
    ):
        return 0.0
    begins = flat.sentences[after - 1].start
    if flat.low.startswith(("given ", "since ", "because ", "as "), begins):
        return 0.0
    if flat.low.startswith("reflecting the value", match.start) or before.endswith(" as "):
        return 0.0
    if flat.low.startswith("critical issues that ", match.start):
        return 0.0
    if _TO_WHOM.match(flat.low, match.end) or (
        flat.low.startswith("one of", match.start) and _IS_THIS.match(flat.low, match.end)
    ):
        return 0.0
    somebody = _POSSESSED.search(flat.low, match.start, match.end) or before.endswith(
        ("among ", "among the ")
    )
    told = somebody or _COUNTED.search(before) or _NAMED_THERE.match(flat.low, match.end)
    return 0.0 if told else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "conceded": conceded,
    "not-asserted": not_asserted,
    "premised": premised,
    "supposed": supposed,
    "turned-out": turned_out,
    "whose-attention": whose_attention,
    "known-for": known_for,
    "opposed-there": opposed_there,
    "measured-there": measured_there,
    "role-told": role_told,
}
