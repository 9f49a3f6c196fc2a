"""Named speakers around a claim of nameless ones: how near is each to answering who they are?

One of the class (*experts say* … *Mei Tan, an economist*) answers it in part. Most other voices are just the next
ones in the story.
"""

from __future__ import annotations

from bisect import bisect_left

from lint.evidence.support import Support
from lint.model.context import Context, Match
from lint.model.pattern import pattern

_WORD = pattern(r"[a-z][a-z'-]{3,}")
_OFFICE_HOLDER = pattern(r"\b(?:sen|rep|gov|senator|representative|congress(?:man|woman)|governor|mayor)\b")
_PARTISAN = pattern(
    r"\b(?:sen|rep|gov|senator|representative|governor|mayor|republican|democrat|democratic|gop|delegate)\b|\b[rd]-[a-z]"
)
_TURN = pattern(r"\W{0,2}(?:but|however|yet|still|meanwhile|by contrast|on the other)\b")
_FAMILIES = (
    ("agent.expert", "agent.discipline", "agent.observer"),
    ("agent.official",),
    ("agent.insider",),
    ("agent.critic",),
    ("agent.folk",),
    ("agent.media",),
)
"""Classes of agents that may stand for one another: an economist is an example of experts."""


def speaks_on(context: Context, past: int, number: int) -> bool:
    """Say whether a sentence of the paragraph behind a claim's ends the quotation that opens it, with its speaker."""
    flat = context.flat
    if not past < number <= past + 2 or flat.sentence_blocks[past] != flat.sentence_blocks[number]:
        return False
    opens = flat.sentences[past].start
    quotation = bisect_left(flat.quotations, (opens, 0))
    if quotation == len(flat.quotations) or flat.quotations[quotation][0] > opens + 2:
        return False
    return flat.quotations[quotation][1] > flat.sentences[number].start


def voice_nearness(context: Context, match: Match, support: Support, nearness: float) -> float:
    """Return how near a named speaker in another sentence is to a claim of an unnamed one.

    One of the class (*experts say* … *Mei Tan, an economist*) attributes it. Another voice is most often just the
    next one in the story; in the same paragraph it may still be an example, most of all below a topic sentence.
    """
    here = context.flat.sentence_of(match.start)
    step = support.sentence - here
    block = context.flat.sentence_blocks[here]
    inside = context.flat.sentence_blocks[support.sentence] == block
    if step > 1 and not inside:
        step = 1  # the speaker of a quotation that opens the next paragraph
    if step < 0 and nearness >= 0.8:  # an anaphor points back to it
        return nearness
    if _is_of_the_class(context, match, support):
        return 0.6 if inside or step == 1 else 0.4 if step > 0 else 0.25
    if step == 1 and _is_an_example(context, match, here + 1, inside):
        return 0.5
    if step < 0 or not inside:
        return 0.15
    first = context.flat.block_sentences[block][0] == here
    if step == 1:
        return 0.25
    return 0.3 if first else 0.15


def _is_an_example(context: Context, match: Match, sentence: int, inside: bool) -> bool:
    """Say whether the sentence behind a claim gives one of those who spoke in it.

    It lets somebody speak first and tells who it is afterwards; or those before it were of no class that a speaker
    could be told to belong to (*others*, *some Norlanders*), and it goes on ``inside`` the paragraph without a turn.
    """
    start = context.flat.sentences[sentence].start
    if any(mark in context.flat.text[start : start + 3] for mark in '"\x91\x93'):
        return True
    return inside and not _family_of(context, match) and not _TURN.match(context.flat.low, start)


def _is_of_the_class(context: Context, match: Match, support: Support) -> bool:
    """Say whether a named speaker is introduced as one of those whom the claim leaves unnamed."""
    family = _family_of(context, match)
    start, end = context.flat.sentences[support.sentence]
    if not family:
        # Of some Republicans or candidates, one who is told to hold an office for a party is an example.
        party = start > match.start and context.hits.at(match.agent[0], context.bits("agent.person.pl")) > 0
        around = context.flat.low[max(start, support.start - 30) : min(end, support.end + 40)]
        return party and _PARTISAN.search(around) is not None
    starting = context.hits.starting
    near = context.flat.low[max(start, support.start - 12) : support.end]
    if start > match.start and family & context.bits("agent.official") and _OFFICE_HOLDER.search(near):
        return True
    words = _WORD.finditer(context.flat.low, max(start, support.start - 60), min(end, support.end + 90))
    return any(classes & family for word in words for _, classes in starting.get(word.start(), ()))


def _family_of(context: Context, match: Match) -> int:
    """Return the mask of the classes that may stand for the claim's agent; 0 if it is of none."""
    mask = 0
    for _, classes in context.hits.starting.get(match.agent[0], ()):
        mask |= classes
    family = 0
    for names in _FAMILIES:
        if mask & (bits := context.bits(*names)):
            family |= bits
    return family
