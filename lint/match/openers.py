"""How sentences open: the check ``adversative-chain`` (however, but, however) and the check ``unclear-this``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lint.model.context import Context, Match
from lint.model.finding import Related
from lint.model.noted import noted
from lint.model.pattern import pattern
from lint.model.rule import Rule

_JOINED = pattern(r"(?:,? (?:and|but|while|although|though|because|so|which|when|yet)|;) ")
_HEAVY = frozenset(("however", "nevertheless", "nonetheless", "on the other hand"))
"""Words that turn the whole argument; *but* may turn one sentence, and counts in half the reach."""
_PROSE = frozenset(("paragraph", "item"))


def _openings(context: Context, rule: Rule) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, sentence) of each noted cue that opens a sentence of running prose with a capital."""
    flat = context.flat
    for start, end, _ in noted(context, rule):
        if not flat.text[start].isupper() or flat.low.startswith(", but", end):
            continue
        sentence = flat.sentence_of(start)
        block = flat.document.blocks[flat.sentence_blocks[sentence]]
        opens = flat.sentences[sentence].start == start and not flat.quoted(start)
        if opens and block.kind in _PROSE and not block.quoted:
            yield start, end, sentence


def adversative_chain(context: Context, rule: Rule) -> Iterator[Match]:
    """Find the place where an argument has turned ``turns`` times within ``words`` words.

    Where it mostly turns on *but*, half the words. A chain is reported once, where it becomes one.
    """
    flat = context.flat
    turns = int(context.target(rule.name, "turns", 3))
    reach = context.target(rule.name, "words", 200)
    chain: list[tuple[int, int, int]] = []
    reported = -1
    for opening in _openings(context, rule):
        while chain and not _near(context, chain[0], opening, reach):
            del chain[0]
        chain.append(opening)
        if len(chain) < turns or chain[0][0] <= reported:
            continue
        heavy = sum(flat.low[start:end] in _HEAVY for start, end, _ in chain)
        if not _one_argument(context, chain):
            continue
        if heavy >= turns - 1 or _crowded(context, chain, turns, reach):
            reported = opening[0]
            yield _turned(context, rule, chain)


def _one_argument(context: Context, chain: list[tuple[int, int, int]]) -> bool:
    """Say whether turns belong together: two in one paragraph, or one that opens its own.

    Paragraphs that each propose something and turn it down, one by one, are a list of objections.
    """
    flat = context.flat
    blocks = [flat.sentence_blocks[sentence] for _, _, sentence in chain]
    opens = any(flat.block_sentences[b][0] == turn[2] for b, turn in zip(blocks, chain, strict=True))
    return opens or len(set(blocks)) < len(blocks)


def _crowded(context: Context, chain: list[tuple[int, int, int]], turns: int, reach: float) -> bool:
    """Say whether turns on *but* stand close enough to be one argument: half the reach, two paragraphs at most.

    Where there is nothing but *but*, a quarter: spread out, it is the pace of a column or of a plain tale.
    """
    flat = context.flat
    if all(flat.low.startswith("but", start) for start, _, _ in chain[-turns:]):
        reach /= 2
    first, last = chain[-turns], chain[-1]
    apart = flat.sentence_blocks[last[2]] - flat.sentence_blocks[first[2]]
    return apart <= 1 and flat.text.count(" ", first[0], last[0]) <= reach / 2


def _near(context: Context, first: tuple[int, int, int], last: tuple[int, int, int], reach: float) -> bool:
    """Say whether two turns stand in one stretch of text, with no heading between them."""
    flat = context.flat
    if flat.text.count(" ", first[0], last[0]) > reach:
        return False
    between = range(flat.sentence_blocks[first[2]], flat.sentence_blocks[last[2]] + 1)
    # Items of a list each have their own argument; a list of rejected ideas turns at each of them.
    return all(flat.document.blocks[number].kind == "paragraph" for number in between)


def _turned(context: Context, rule: Rule, chain: list[tuple[int, int, int]]) -> Match:
    flat = context.flat
    words = [flat.text[start:end] for start, end, _ in chain]
    span = flat.text.count(" ", chain[0][0], chain[-1][0])
    message = f"{len(chain)} turns within {span} words: {', '.join(words)}"
    related = tuple(Related(flat.source_span(s, e), "turns here") for s, e, _ in chain[:-1])
    return Match(rule, chain[-1][0], chain[-1][1], message=message, related=related)


def unclear_this(context: Context, rule: Rule) -> Iterator[Match]:
    """Find a sentence that opens with a bare ``this`` after one that says several things."""
    flat = context.flat
    least = context.target(rule.name, "words", 20)
    for start, end, sentence in _openings(context, rule):
        first, _ = flat.block_sentences[flat.sentence_blocks[sentence]]
        if sentence == first:
            continue
        before, past = flat.sentences[sentence - 1]
        joints = _JOINED.findall(flat.low, before, past)
        if flat.low.count(" ", before, past) < least:
            continue
        if len(joints) >= 2:
            related = (Related(flat.source_span(before, past), "may mean any of this"),)
            yield Match(rule, start, end, related=related)


CHECKS: dict[str, Callable[[Context, Rule], Iterable[Match]]] = {
    "adversative-chain": adversative_chain,
    "unclear-this": unclear_this,
}
