"""The scorecard of one text: who speaks in it and on what evidence, how often it hedges and boosts.

Reckoned only when asked for, from cues and evidence that a check has found anyway.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from re import Pattern

from lint.evidence.attached import find_attached
from lint.evidence.discharge import voices_in, weigh
from lint.evidence.sourcing import CLAIM, NAMED, tally
from lint.match.exempt import factor
from lint.match.hedging import hedges_by_sentence
from lint.model.context import Context, Match
from lint.model.pattern import pattern
from lint.model.rule import Rule
from lint.model.typed import Any
from lint.run.engine import cue_matches

LADDER = ("named", "role", "unnamed", "impersonal")
"""The rungs of attribution, from the best: a named person or body, a role or a class of people at an organisation,
unnamed people, a passive or a phrase without anybody."""
_RUNGS = dict.fromkeys(
    "bare-expert-claim quantified-vague-agents unsupported-consensus ghost-critics folk-attribution"
    " anonymous-individual-source".split(),
    "unnamed",
) | dict.fromkeys(
    "impersonal-passive-report reputation-passive hearsay-adverb unspecified-reports evidence-without-study"
    " nominal-attribution poll-without-particulars unnamed-holders".split(),
    "impersonal",
)
_QUALIFIED = frozenset(("class at an organisation", "qualified anonymity", "partly qualified anonymity"))
_CITED = frozenset(("citation", "link", "named report", "own method"))
_INNOCENT = 0.3
"""A cue in a context that leaves less than this of it attributes nothing."""
_OFFICE = pattern(
    r"\b(?:the|its|their|his|her|a|an) (?:[a-z-]+ ){0,2}(?:spokes(?:man|woman|person)|ministry|minister|department|police|government"
    r"|court|judge|council|mayor|agency|company|firm|bank|union|university|commission|committee|board|embassy|prosecutors?"
    r"|manufacturer|regulator|hospital|museum) (?:[a-z]+ly )?(?:said|says|told|announced|added|wrote|confirmed|denied|warned|argued)\b"
)
_AT_A_BODY = pattern(r"\b([a-z]+) (?:at|from|with|for|of|in) (?:the )?$")
_STATISTIC = pattern(
    r"\d\s?(?:%|per ?cent\b|percentage points?\b|million\b|billion\b|trillion\b|times (?:as|more|less|higher|lower)\b)|[$£\x80]\s?\d"
    r"|\b(?:one|two|three|four|\d+) (?:in|out of) (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
    r"|\b(?:a third|two[- ]thirds|a quarter|three[- ]quarters|one[- ]third) of\b|\bdoubled\b|\btripled\b|\bhalved\b"
)
_MONTH_BEFORE = pattern(r"\b(?:in|on|of|since|until|by|from|last|next|this|early|late|mid|\d) $")
_BOOSTERS = tuple(
    f"booster.{name}"
    for name in "adverb absolute presupposing opener no-doubt truth-is proof future emphatic".split()
)
_CLAIMING = Rule("sourcing/claim", "structure", "", "", ("source",), "suggestion", 0.5, "", (), (), True, {})
"""What any claim owes: a source. It is no rule of its own and reports nothing."""
_ANSWERED = 0.5
_PROSE = frozenset(("paragraph", "item", "cell", "quote"))


def score(context: Context, measures: dict[str, object]) -> dict[str, Any]:
    """Return the scorecard of a text, given its measures of readability.

    ``attributions`` counts the rungs of ``LADDER``; ``claims`` and ``statistics`` have ``total`` and ``supported``;
    ``per_1000_words`` has ``citations``, ``hedges`` and ``boosters`` (None below 100 words); ``usual`` has the
    profile's band for the latter two where one was measured; ``readability`` has the ``grade`` and its ``target``.
    """
    counted = measures.get("words", 0)
    words = counted if isinstance(counted, int) else 0
    found = tally(context)
    cited = sum(len(found.get(kind, ())) for kind in ("citation", "link"))
    return {
        "attributions": attributions(context),
        "claims": _supported(context, CLAIM),
        "statistics": _supported(context, _STATISTIC),
        "per_1000_words": {
            "citations": _rate(cited, words),
            "hedges": _rate(sum(1 for _ in hedges(context)), words),
            "boosters": _rate(sum(1 for _ in boosters(context)), words),
        },
        "usual": _usual(context),
        "readability": {
            "grade": measures.get("grade"),
            "target": context.target("document-grade", "grade", 12),
        },
    }


def _rate(count: int, words: int) -> float | None:
    return round(1000 * count / words, 1) if words >= 100 else None


def _usual(context: Context) -> dict[str, Any]:
    """Return the profile's bands, those that it leaves out from the general one."""
    profiles = context.ruleset.profiles
    both = (profiles.get(name, {}).get("usual", {}) for name in ("general", context.profile))
    return {key: list(band) for usual in both for key, band in usual.items()}


def attributions(context: Context) -> dict[str, int]:
    """Return how many attributions stand on each rung of the ladder."""
    counts = dict.fromkeys(LADDER, 0)
    for _, _, rung in rungs(context):
        counts[rung] += 1
    return counts


def rungs(context: Context) -> list[tuple[int, int, str]]:
    """Return (start, end, rung) of every attribution in the folded text, in order; none overlaps another."""
    found = tally(context)
    ends: dict[int, int] = {}
    for kind in NAMED:
        for support in found.get(kind, ()):
            ends[support.start] = max(support.end, ends.get(support.start, 0))
    named = sorted(ends)
    placed = [(at, ends[at], "role" if _speaks_for(context, at) else "named") for at in named]
    taken = {context.flat.sentence_of(start) for start in named}
    past = -1
    for start, end, rung in sorted(_below(context, taken)):
        name = bisect_left(named, start)
        if start >= past and not (name < len(named) and named[name] < end):
            placed.append((start, end, rung))
            past = end
    return sorted(placed)


def _speaks_for(context: Context, start: int) -> bool:
    """Say whether the name at ``start`` is that of a body, after the people who speak: analysts at Norbank."""
    low = context.flat.low
    found = _AT_A_BODY.search(low, max(start - 40, 0), start)
    return bool(found and context.hits.at(found.start(1), context.bits("agent.*")) >= found.end(1))


def _below(context: Context, named: set[int]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, rung) of attributions to nobody named, also of those that overlap."""
    rules = context.ruleset.rules
    numbers = frozenset(n for n, r in enumerate(rules) if r.name in _RUNGS and r.group == "attribution")
    for match in cue_matches(context, numbers):
        if factor(context, match) * match.parse < _INNOCENT:
            continue
        sentence = context.flat.sentence_of(match.start)
        if any(s.kind in _CITED for s in voices_in(context, sentence)):
            continue
        qualified = any(s.kind in _QUALIFIED for s in find_attached(context, match))
        yield match.start, match.end, "role" if qualified else _RUNGS[match.rule.name]
    flat = context.flat
    for office in _OFFICE.finditer(flat.low):
        if flat.sentence_of(office.start()) not in named and not flat.quoted(office.start()):
            yield office.start(), office.end(), "role"


def _supported(context: Context, sign: Pattern[str]) -> dict[str, int]:
    """Return how many sentences hold a sign of a claim, and for how many evidence near them answers."""
    flat = context.flat
    first: dict[int, tuple[int, int]] = {}
    for found in sign.finditer(flat.low):
        sentence = flat.sentence_of(found.start())
        if sentence not in first and _is_claimed(context, sentence, found.start()):
            first[sentence] = found.span()
    supported = 0
    for sentence, (start, end) in first.items():
        # The whole sentence is what is said, so a speaker anywhere in it speaks for it.
        match = Match(_CLAIMING, start, end, complement=flat.sentences[sentence].end)
        supported += weigh(context, match).support >= _ANSWERED
    return {"total": len(first), "supported": supported}


def _is_claimed(context: Context, sentence: int, at: int) -> bool:
    """Say whether the writer claims it: in running prose, outside quotations."""
    flat = context.flat
    block = flat.document.blocks[flat.sentence_blocks[sentence]]
    return block.kind in _PROSE and not block.quoted and not flat.quoted(at)


def hedges(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the spans of the writer's own hedges, without those of speakers and the month of May."""
    flat = context.flat
    for found in hedges_by_sentence(context).values():
        for hedge in found:
            if not flat.quoted(hedge.start) and not _is_month(context, hedge.start, hedge.end):
                yield hedge.start, hedge.end


def _is_month(context: Context, start: int, end: int) -> bool:
    flat = context.flat
    if flat.text[start:end] != "May":
        return False
    return bool(
        _MONTH_BEFORE.search(flat.low[max(start - 8, 0) : start]) or flat.low[end + 1 : end + 2].isdigit()
    )


def boosters(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the spans of the writer's own boosters, the longest where several begin."""
    flat, mask, past = context.flat, context.bits(*_BOOSTERS), -1
    for start in sorted(context.hits.starting):
        end = context.hits.at(start, mask)
        if end > 0 and start >= past and not flat.quoted(start):
            yield start, end
            past = end
