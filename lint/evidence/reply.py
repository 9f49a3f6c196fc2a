"""The check ``allegation-without-reply``: somebody named is accused, and the text records no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.model.context import Context, Match
from lint.model.noted import noted_apart
from lint.model.pattern import pattern
from lint.model.rule import Rule

_NAME = r"(?:[A-Z][\w.'\x92-]*)(?: (?:of the |of |de |van |al-)?[A-Z][\w.'\x92-]*){0,4}"
_OF = r"of (?!being (?:too|so|un)|(?:having|showing) an? )(?:\w+ly )?[a-z]"
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
# Neither accused nor accuser has a name, and the charge has no content: a smear that nobody can answer.
_VAGUE = pattern(
    r"((?:an?|the|another|its|their|his|her)(?: [a-z-]+){1,3}),? (?:that|who|which) (?:was|were|has been|have been)"
    r" (?:[a-z]+ )?accused of (?:wrongdoing|misconduct|impropriet(?:y|ies)|irregularities|corruption)\b(?! by)"
)
_PLACED = pattern(r"\b(?:in|of|from|at|near|across|throughout|outside) (?:the )?$")
_WRONG = pattern(
    r"\b(?:brib\w+|fraud\w*|corrupt\w*|steal\w*|stole\w*|theft|launder\w+|embezzl\w+|kickbacks?|dump\w+|pollut\w+|abus\w+"
    r"|rap(?:e|ed|ing)|assault\w*|harass\w+|molest\w+|murder\w*|kill\w*|tortur\w+|war crimes?|genocide|spying|espionage"
    r"|treason|hack\w+|cyberattacks?|interfer\w+|meddl\w+|rigg\w+|lying|lied|mislead\w*|misled|deceiv\w+|cheat\w+"
    r"|plagiari\w+|forg(?:ed|ing|ery)|falsif\w+|cover(?:ing|ed)? up|cover-up|obstruct\w+|perjury|breach\w*|violat\w+"
    r"|wrongdoing|misconduct|negligen\w+|malpractice|discriminat\w+|insider trading|tax evasion|evad\w+"
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
    accused = list(_accusations(context, rule))
    last, answered = _replies(context) if accused else (0, set())
    told: set[str] = set()
    for start, end, name in accused:
        if name not in told and last < start - _BEFORE and not _answers(context, name, end, answered):
            told.add(name)
            message = f"{name} is accused, and no answer is recorded"
            yield Match(rule, start, end, message=message)


def _answers(context: Context, name: str, end: int, answered: set[str]) -> bool:
    """Say whether a denial anywhere, or a statement right behind the accusation, is by whom it was made against."""
    own = _WORD.findall(name.lower())[-1]
    if own in answered:
        return True
    behind = context.flat.sentences[context.flat.sentence_of(end - 1)].end
    said = _STATED.search(context.flat.low, behind, behind + _BEHIND)
    if said is None:
        return False
    return own in _WORD.findall(context.flat.low, max(behind, said.start() - _SUBJECT), said.start())


def _replies(context: Context) -> tuple[int, set[str]]:
    """Return where the last answer of any kind stands, or a place before the text, and the words before every denial."""
    last = -2 * _BEFORE
    answered: set[str] = set()
    low = context.flat.low
    for reply in _REPLY.finditer(low):
        last = reply.start()
        if _DENIAL.match(low, last):
            answered.update(_WORD.findall(low, max(last - _SUBJECT, 0), last))
    return last, answered


def _accusations(context: Context, rule: Rule) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, who) of each accusation of something wrong, in the writer's own words."""
    for at, past, _ in noted_apart(context, rule):
        begins, ends = context.flat.sentences[context.flat.sentence_of(at)]
        found = _accused(context, at, past, begins, ends)
        if found:
            stop = _STOP.search(context.flat.text, max(found.end(), past), ends)
            yield min(found.start(1), at), stop.start() if stop else ends, found.group(1)


def _accused(context: Context, at: int, past: int, begins: int, ends: int) -> re.Match[str] | None:
    """Return the match with the name of who is accused at a cue, or nothing."""
    flat = context.flat
    if flat.low.startswith("under", at):
        return _INVESTIGATED.search(flat.text, max(begins, at - 80), past)
    if not _WRONG.search(flat.low, at, min(ends, at + 160)):
        return None
    found = _VAGUE.search(flat.low, max(begins, at - 80), min(ends, at + 40))
    if found and found.end() > at:
        return found
    found = _PASSIVE.search(flat.text, max(begins, at - 80), min(ends, at + 40))
    if found and found.end() > at:
        return None if _PLACED.search(flat.low, max(begins, found.start() - 16), found.start()) else found
    return _ACTIVE.match(flat.text, past, min(ends, past + 120))


_BEFORE = 600
"""Characters in front of an accusation in which an answer may stand already."""
_BEHIND = 200
_STATED = pattern(r"\b(?:said|says|told|called)\b")
_SUBJECT = 60
"""Characters before a denial in which stands whose it is."""
_DENIAL = pattern(r"(?:den(?:y|ied|ies)|reject|dismiss|refut|disput|declin|plead)")
_WORD = pattern(r"[\w-]+")
_STOP = pattern(r"[.;:!?,]")

CHECKS = {"allegation-without-reply": allegation_without_reply}
