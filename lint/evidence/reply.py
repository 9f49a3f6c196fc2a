"""The check ``allegation-without-reply``: somebody named is accused, and the text records no answer."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.context import Context, Match
from lint.model.pattern import pattern
from lint.model.rule import Rule

_NAME = r"(?:[A-Z][\w.'\x92-]*)(?: (?:of the |of |de |van |al-)?[A-Z][\w.'\x92-]*){0,4}"
_OF = r"of (?!being (?:too|so|un))(?:\w+ly )?[a-z]"
_PASSIVE = pattern(
    rf"({_NAME}),? (?:(?:has|have|had) been |is |are |was |were |stands? |stood )"
    rf"(?:also |once |recently |repeatedly |again )?accused {_OF}"
)
_ACTIVE = pattern(
    rf" (?:the |its |his |her |their |(?:[a-z-]+ ){{0,3}})?({_NAME}),? (?:[a-z, ]{{0,40}} )?{_OF}"
)
_INVESTIGATED = pattern(
    rf"({_NAME}),? (?:(?:has|have) been |is |are |was |were )under (?:criminal |federal )?investigation"
)
_WRONG = pattern(
    r"\b(?:brib\w+|fraud\w*|corrupt\w*|steal\w*|stole\w*|theft|launder\w+|embezzl\w+|kickbacks?|dump\w+|pollut\w+|abus\w+"
    r"|rap(?:e|ed|ing)|assault\w*|harass\w+|molest\w+|murder\w*|kill\w*|tortur\w+|war crimes?|genocide|spying|espionage"
    r"|treason|hack\w+|cyberattacks?|interfer\w+|meddl\w+|rigg\w+|lying|lied|mislead\w*|misled|deceiv\w+|cheat\w+"
    r"|plagiari\w+|forg(?:ed|ing|ery)|falsif\w+|cover(?:ing|ed)? up|cover-up|obstruct\w+|perjury|breach\w*|violat\w+"
    r"|wrongdoing|misconduct|negligen\w+|malpractice|discriminat\w+|exploit\w+|insider trading|tax evasion|evad\w+"
    r"|manipulat\w+|illegal\w*|unlawful\w*|crimes?|misus\w+|misappropriat\w+|extort\w+|blackmail\w*|threaten\w+"
    r"|intimidat\w+|smuggl\w+|trafficking)\b"
)
_REPLY = pattern(
    r"\b(?:den(?:y|ies|ied|ying|ial|ials)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)"
    r"|disput(?:e|es|ed|ing)|rebut\w*|respond(?:s|ed)|repl(?:ied|ies)|declined (?:to|an|a|requests?|comment)"
    r"|not (?:immediately )?(?:respond|return|reply|answer|comment)|no comment|could not be (?:immediately )?reached"
    r"|refused to comment|plead(?:ed|s)?|not guilty|innocen(?:t|ce)|apologi[sz]\w+|admit(?:ted|s)|acknowledged|confess\w+"
    r"|convict(?:ed|ion)|found guilty|sentenced|acquitted|cleared of|defend(?:ed|s)|insisted that (?:he|she|they|it)"
    r"|countered|(?:shot|fired|hit) back|called the (?:claims?|allegations?|accusations?|charges?)|baseless|unfounded"
    r"|untrue|lawyers? (?:for|said|says)|in (?:his|her|its|their) defen[cs]e)\b"
)


def allegation_without_reply(context: Context, rule: Rule) -> Iterator[Match]:
    """Find the first accusation against each named person or body of a text that has no reply of any kind."""
    flat = context.flat
    if "accus" not in flat.low and "under " not in flat.low:
        return
    last = -2 * _BEFORE
    for reply in _REPLY.finditer(flat.low):
        last = reply.start()
    told: set[str] = set()
    for start, end, name in _accusations(context):
        if name not in told and last < start - _BEFORE and not _quoted(context, start):
            told.add(name)
            message = f"{name} is accused, and no answer is recorded"
            yield Match(rule, start, end, message=message)


def _quoted(context: Context, at: int) -> bool:
    return context.flat.quoted(at) or context.flat.document.blocks[context.flat.block_of(at)].quoted


def _accusations(context: Context) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, who) of each accusation of something wrong."""
    flat = context.flat
    at = flat.low.find("accus")
    while at >= 0:
        sentence = flat.sentence_of(at)
        begins, ends = flat.sentences[sentence]
        word = flat.low[at : at + 9].partition(" ")[0]
        if _WRONG.search(flat.low, at, min(ends, at + 160)):
            found = _PASSIVE.search(flat.text, max(begins, at - 80), min(ends, at + 40))
            if not found or found.end() < at:
                past = at + len(word)
                found = _ACTIVE.match(flat.text, past, min(ends, past + 120)) if word in _VERBS else None
            if found:
                stop = _STOP.search(flat.text, max(found.end(), at), ends)
                yield min(found.start(1), at), stop.start() if stop else ends, found.group(1)
        at = flat.low.find("accus", at + 5)
    at = flat.low.find("under ")
    while at >= 0:
        begins, ends = flat.sentences[flat.sentence_of(at)]
        found = _INVESTIGATED.search(flat.text, max(begins, at - 80), min(ends, at + 40))
        if found and found.end() > at:
            yield found.start(1), found.end(), found.group(1)
        at = flat.low.find("under ", at + 6)


_BEFORE = 600
"""Characters in front of an accusation in which an answer may stand already."""
_VERBS = frozenset(("accused", "accuses", "accuse", "accusing"))
_STOP = pattern(r"[.;:!?,]")

CHECKS = {"allegation-without-reply": allegation_without_reply}
