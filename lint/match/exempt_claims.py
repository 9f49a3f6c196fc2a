"""Innocent contexts of the rules on certainty, agency and loaded words. See ``exempt``."""

from __future__ import annotations

from collections.abc import Callable

from lint.match.exempt_hedges import sentence_span
from lint.model.context import Context, Match
from lint.model.flat import OPAQUE
from lint.model.pattern import pattern

_SHOWN = pattern(
    r"\b\d{1,3}(?:[.,]\d+)*(?: ?%| per ?cent| of \d|\b(?!\d))|\b(?:table|figure|fig\.|chart|equation|experiments?|measure[ds]?"
    r"|tests?|tested|survey(?:ed)?|data|results|sample|proof|lemma|theorem|participants|researchers|scientists|scholars|historians"
    r"|observed|observations?)\b|\[\d|\(\w+,? (?:19|20)\d\d\)"
    r"|\b(?:according to|minutes show|records show)\b"
)
_BACK = 1_500
"""How far back evidence may lie that earns a conclusion, in characters."""
_BY = pattern(
    r" by (?!(?:mistake|accident|default|now|then|far|chance|hand|law|monday|january|the end|the time)\b)"
)
_OWN = pattern(r"\b(?:i|we|you|users?|readers?)(?: \w+)? (?:will|are|am)\b")
_SCHEDULED = pattern(
    r"\b(?:schedul|under the (?:\w+ )?(?:law|act|plan|agreement|deal|contract|rules|terms)|plans? to|if|unless|when|until|once"
    r"|forecasts?|projections?|projected|model|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at \d|by (?:19|20)\d\d|in (?:19|20)\d\d"
    r"|fear|fears|feared|hope|hopes|hoped|bet|expect|expects|expected|should|would|could)\b"
)
_TIED = pattern(r"bound to(?: \w+)? (?:an?|the|this|that|its|one|any|each|it|them|her|him)\b")
_REASON = pattern(
    r"\b(?:because|so that|otherwise|in order to|since|as it|as they|thanks to|by \w+ing|which (?:means|lets|allows|helps)"
    r"|(?:is|was|are|were) (?:whether|that|how|why|who))\b|: |\d"
)
_TECHNICAL = pattern(
    r"\b(?:(?<!so-)called|defined|denoted|terms?|known as|notation|algorithm|function|class)\b"
)
_WAITED = pattern(
    r"\b(?:when|once|until|unless|whether|where|makes?|making|because|ha(?:ve|s|d|ving)|in|with|leaves?|left|of|any|prove[ds]?"
    r"|proven|established) $"
)
_NO_SUBJECT = pattern(
    r"(?:and|but|or|that|which|who|it|this|these|those|there|what|as|so|believes?|thinks?|then|also|still)\b|.*\b(?:an?|the|its|their)$"
)
_DISPUTED = pattern(
    r" (?:in|for|because|to|of|at|but|and|as|on|about|than|or|with|when|since|that|among|from|one"
    r"|(?:\w+ )?(?:issues?|topics?|matters?|subjects?|questions?|parts?|aspects?|points?|areas?|things?|debates?))\b"
)
_FACTUAL = pattern(
    r"(?:the|a|an|its|his) (?:nazi|soviet|vichy|colonial|apartheid|fascist|taliban|communist|ba'athist|tsarist)\b"
    r"|(?:infamous crimes?|controversial (?:content|material)|disgraced (?:him|her|them|it|my|your)sel\w+)\b"
)
_SEEN = pattern(
    r"brilliant(?: \w+)? (?:light|lights|glow|colou?rs?|white|red|scarlet|blue|green|yellow|orange|sun\w*|stars?|flash\w*|flames?)\b"
)
_LET_GO = pattern(
    r" (?:of )?(?:about |some |nearly |more than )?(?:\d|hundreds|thousands|dozens|(?:\w+ )?(?:staff|workers|employees|people)\b)"
)
_SLIP = pattern(
    r" (?:make (?:an? |the )?(?:error|mistake)s?|point|see|break|broken|compromised|eclipsed|confus\w+|missed|miss|overlook\w*|forg[eo]t\w*"
    r"|lost|lose|abused?|misused?|misread|mistaken|corrupted|damaged|exploited|defeated|bypassed|spoofed|know|put(?=,)"
    r"|get (?:bogged|lost|stuck|carried|caught|wrong|confused)|end up|fall (?:into|for)|run into"
    r"|slip|make [a-z ]{1,20}\btoo)\b"
)
_TOLD = pattern(r" (?:\w+ ){0,2}(?:you|your|users?|readers?)\b")
_COMPARED = pattern(r"\b(?:most|more|less|least|fairly|somewhat|too|so|be|is|was|were|are) $")
_CODE = pattern(
    r"\b(?:functions?|methods?|modules?|apis?|python|compilers?|parsers?|packages?|strings?|variables?|exceptions?|attributes?"
    r"|iterators?|tuples?|pickles?|bytes|servers?|kernel|runtime|version \d|releases?|syntax|interpreter)\b"
)
_DECIDED = pattern(
    r"\b(?:decided|decision|agreed|felt|deemed|judged|(?:considered|thought) (?:too|un\w+|in\w+|better|best))\b"
)
_DECIDING = pattern(
    r"\b(?:[A-Z][\w.-]+|[Tt]hey|[Hh]e|[Ss]he|[Ww]e) (?:\w+ ){0,2}?(?:decided|considered|chose|preferred|agreed|voted|ruled|faced with)\b"
)
_PLEADED = pattern(
    r"\b(?:alleg\w+|asked|urged|demanded|called for|must|should|whether|if|not|never|no|n't|without|nothing|nor|any|when|once)\b"
)


def earned(context: Context, match: Match) -> float:
    """Figures, tables, tests or sources stand before the conclusion, in its section."""
    flat = context.flat
    block = flat.block_of(match.start)
    first = block
    while first and flat.document.blocks[first].kind != "heading" and block - first < 8:
        first -= 1
    start = max(flat.blocks[first][0], match.start - _BACK)
    return (
        0.0 if OPAQUE in flat.low[start : match.end] or _SHOWN.search(flat.low, start, match.start) else 1.0
    )


def by_somebody(context: Context, match: Match) -> float:
    """The doer follows after by, or has just been seen deciding."""
    start, end = sentence_span(context, match)
    flat = context.flat
    if _DECIDED.search(flat.low, match.start, match.end):
        number = flat.sentence_of(match.start)
        if number > flat.block_sentences[flat.block_of(match.start)][0]:
            start = flat.sentences[number - 1].start
        if _DECIDING.search(flat.text, max(start, match.start - 400), match.start):
            return 0.0
    return 0.0 if _BY.search(context.flat.low, match.end, min(end, match.end + 90)) else 1.0


def own_commitment(context: Context, match: Match) -> float:
    """What I, we or you will do: a promise or an instruction, no forecast."""
    start, _ = sentence_span(context, match)
    return 0.0 if _OWN.search(context.flat.low[max(start, match.start - 24) : match.end]) else 1.0


def scheduled(context: Context, match: Match) -> float:
    """A date, a plan, a law or a condition stands behind the future, or it is only hoped or feared."""
    start, end = sentence_span(context, match)
    return 0.0 if _SCHEDULED.search(context.flat.low, start, end) else 1.0


def tied(context: Context, match: Match) -> float:
    """A name that is bound to a value, a goat that is bound to a post."""
    return 0.0 if _TIED.search(context.flat.low, match.start, match.end + 40) else 1.0


def reason_given(context: Context, match: Match) -> float:
    """Why it matters follows in the sentence: a reason, a list, a figure."""
    _, end = sentence_span(context, match)
    return 0.0 if _REASON.search(context.flat.low, match.end, end) else 1.0


def part_of_name(context: Context, match: Match) -> float:
    """Capitals inside a sentence, or in the word behind: a name or a title; or half of a compound."""
    flat = context.flat
    start, _ = sentence_span(context, match)
    after = flat.text[match.end + 1 : match.end + 2]
    inside = match.start > start + 2
    if flat.text[match.end] == "-":
        return 0.0
    return 0.0 if flat.text[match.start].isupper() and (inside or after.isupper()) else 1.0


def term_introduced(context: Context, match: Match) -> float:
    """``The so-called happy path`` gives a thing its name."""
    start, end = sentence_span(context, match)
    low = context.flat.low
    return 0.0 if OPAQUE in low[start:end] or _TECHNICAL.search(low, start, end) else 1.0


def asked_for(context: Context, match: Match) -> float:
    """Under a negation, a demand or a doubt: nothing is said to have been done."""
    start, _ = sentence_span(context, match)
    return 0.0 if _PLEADED.search(context.flat.low, max(start, match.start - 60), match.start) else 1.0


def until_clear(context: Context, match: Match) -> float:
    """``When it is clear that`` and ``they have no doubt``: no claim that it is so."""
    return 0.0 if _WAITED.search(context.flat.low[max(match.start - 12, 0) : match.start]) else 1.0


def no_subject(context: Context, match: Match) -> float:
    """The subject is a pronoun or stands farther off: what will go on is not said here."""
    return 0.0 if _NO_SUBJECT.match(context.flat.low, match.start, match.end) else 1.0


def disputed_matter(context: Context, match: Match) -> float:
    """A controversial issue is one that people dispute; ``is controversial`` and ``less so`` tell that they do."""
    low = context.flat.low
    at = low.index(" ", match.start)
    before = low[max(match.start - 12, 0) : match.start]
    innocent = _DISPUTED.match(low, at) or _FACTUAL.match(low, match.start) or _COMPARED.search(before)
    return 0.0 if innocent else 1.0


def brightness(context: Context, match: Match) -> float:
    """A brilliant light is bright: the eye's word, no praise."""
    return 0.0 if _SEEN.match(context.flat.low, match.start) else 1.0


def instruction(context: Context, match: Match) -> float:
    """``It is important that you``: told to the reader, who may be told why elsewhere."""
    return 0.0 if _TOLD.match(context.flat.low, match.end) else 1.0


def of_the_rope(context: Context, match: Match) -> float:
    """To let go of a rope dismisses nobody."""
    low = context.flat.low
    return 1.0 if low[match.start : match.end] != "let go" or _LET_GO.match(low, match.end) else 0.0


def slip(context: Context, match: Match) -> float:
    """``Easy to make a mistake`` warns the reader, and ``you just need to know`` spares them the rest."""
    return 0.0 if _SLIP.match(context.flat.low, match.end) else 1.0


def in_code(context: Context, match: Match) -> float:
    """What a program will do is its specification, and what it ignores was meant to be; what was decided, people did."""
    start, end = sentence_span(context, match)
    low = context.flat.low
    if _DECIDED.search(low, match.start, match.end):
        return 1.0
    return 0.0 if OPAQUE in low[start:end] or _CODE.search(low, start, end) else 1.0


EXEMPTIONS: dict[str, Callable[[Context, Match], float]] = {
    "earned": earned,
    "by-somebody": by_somebody,
    "own-commitment": own_commitment,
    "scheduled": scheduled,
    "tied": tied,
    "reason-given": reason_given,
    "part-of-name": part_of_name,
    "term-introduced": term_introduced,
    "asked-for": asked_for,
    "until-clear": until_clear,
    "disputed-matter": disputed_matter,
    "no-subject": no_subject,
    "brightness": brightness,
    "instruction": instruction,
    "of-the-rope": of_the_rope,
    "slip": slip,
    "in-code": in_code,
}
