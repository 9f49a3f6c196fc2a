"""The grammar of frames, and how frames match."""

import pytest

from lint.match.frames import FrameMatcher
from lint.match.grammar import FrameError, parse_frame
from lint.match.scan import Scanner, make_cues
from lint.read import read
from lint.read.fold import fold

CLASSES = {
    "agent.expert": frozenset(("experts", "analysts", "leading minds")),
    "verb.says": frozenset(("say", "said", "believe")),
    "determiner.some": frozenset(("some", "many", "a number of")),
    "grammar.adverb": frozenset(("often", "also")),
}
BITS = {"agent.expert": 1, "verb.says": 2}


def match(frame: str, text: str) -> str | None:
    compiled = parse_frame(frame, BITS, CLASSES)
    terms = sorted(CLASSES["agent.expert"] | CLASSES["verb.says"])
    masks = [1 if t in CLASSES["agent.expert"] else 2 for t in terms]
    flat = fold(read(text, "a.txt"))
    hits = Scanner(make_cues(terms, masks, [((0, 0),)] * len(terms))).scan(flat)
    matcher = FrameMatcher(flat, hits, CLASSES["grammar.adverb"])
    for start, end, _ in hits.fired:
        if any(mask & compiled.anchor for _, mask in hits.starting.get(start, ())):
            found = matcher.match(compiled, start, end)
            if found:
                return flat.text[found[0] : found[1]]
    return None


@pytest.mark.parametrize(
    ("frame", "text", "found"),
    [
        ("{agent.expert} {verb.says}", "Here experts say so.", "experts say"),
        ("{agent.expert} {adverb}? {verb.says}", "Experts often say so.", "Experts often say"),
        ("{agent.expert} {adverb}? {verb.says}", "Experts rarely say so.", "Experts rarely say"),
        ("{agent.expert} {adverb}? {verb.says}", "Experts, say, agree.", None),
        (
            "{determiner.some} {agent.expert}! {verb.says}",
            "A number of experts say so.",
            "A number of experts say",
        ),
        ("{determiner.some}? {agent.expert}! {verb.says}", "The experts say so.", "experts say"),
        ("{agent.expert} {verb.says} / that", "Experts say that it is.", "Experts say"),
        ("{agent.expert} {verb.says} / that", "Experts say it is.", None),
        (", / {verb.says} {agent.expert}! /", "It is, say experts.", "say experts"),
        (", / {verb.says} {agent.expert}! /", "They say experts know.", None),
        ("{agent.expert} {gap:3} {verb.says}", "Experts in the field say so.", "Experts in the field say"),
        ("{agent.expert} {gap:1} {verb.says}", "Experts in the field say so.", None),
        (
            "{agent.expert} (who know | {gap:2}) {verb.says}",
            "Experts who know say so.",
            "Experts who know say",
        ),
        ("{start} / {agent.expert} {verb.says} /", "Experts say so.", "Experts say"),
        ("{start} / {agent.expert} {verb.says} /", "Here experts say so.", None),
        (
            "according to {name} {agent.expert}!",
            "So it is, according to Leeds experts.",
            "according to Leeds experts",
        ),
        ("{number} {agent.expert}! {verb.says}", "Then 12 analysts said so.", "12 analysts said"),
        ("{agent.expert} {verb.says}", "Leading\n  minds believe it.", "Leading minds believe"),
    ],
)
def test_frames(frame: str, text: str, found: str | None) -> None:
    assert match(frame, text) == found


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        ("{agent.exprt}", "no lexicon class"),
        ("(a | b {agent.expert}", "not closed"),
        ("? {agent.expert}", "follows nothing"),
        ("only words", "needs one lexicon slot"),
        ("a / {agent.expert} / b / c", "at most lead / body / tail"),
        ("word! {agent.expert}", "must follow a slot"),
        ("{agent.expert} )", "out of place"),
    ],
)
def test_faults_are_named(frame: str, reason: str) -> None:
    with pytest.raises(FrameError, match=reason):
        parse_frame(frame, BITS, CLASSES)
