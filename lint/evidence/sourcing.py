"""How a whole document is sourced: who speaks in it, named or not, and what else stands behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lint.evidence.citations import marks_by_sentence
from lint.evidence.discharge import voices_in
from lint.evidence.places import places
from lint.evidence.support import Support
from lint.model.context import Context, Match
from lint.model.finding import Related
from lint.model.pattern import pattern
from lint.model.rule import Rule

CLAIM = pattern(
    r"\b\d[\d.,]{0,20}\s?(?:%|per ?cent|percent)|\b(?:doubled|tripled|halved|rose|fell|increased|decreased|caused|leads? to|led to"
    r"|largest|highest|lowest|first|most|worst|best|because|due to|will|has been|have been)\b"
)
FACT = pattern(
    r"\b\d[\d.,]{0,20}\s?(?:%|per ?cent|percent)|\b(?:1[5-9]|20)\d\ds?\b(?!-\d)|\b\d+(?:st|nd|rd|th)[- ]century\b"
    r"|\b(?:million|billion|trillion|doubled|tripled|halved|quadrupled|rose|fell|increased|decreased|caused|led to"
    r"|largest|highest|lowest|greatest|oldest|richest|poorest)\b"
)
"""What only somebody who has counted, dated or compared can know: a definition has none of it."""
NAMED = ("named person", "named organisation", "named report")
_SUPPORTING = (*NAMED, "citation", "link", "own method", "table or figure")


def tally(context: Context) -> dict[str, list[Support]]:
    """Return all supports of the document by kind; found once, kept for the text's check."""
    found: dict[str, list[Support]] | None = context.kept.get("tally")
    if found is None:
        found = context.kept["tally"] = {}
        where = places(context)
        numbers: set[int] = set(marks_by_sentence(context)).union(where.citing, where.speaking, where.own)
        for number in sorted(numbers):
            for support in voices_in(context, number):
                found.setdefault(support.kind, []).append(support)
    return found


def _vague(context: Context) -> list[Match]:
    """Return the vague attributions that the engine matched in this text, one a sentence."""
    low = context.flat.low
    matches = [m for m in context.kept.get("vague", []) if not low.startswith("data ", m.start)]
    by_sentence = {context.flat.sentence_of(m.start): m for m in reversed(matches)}
    return [by_sentence[n] for n in sorted(by_sentence)]


def _named(context: Context) -> int:
    """Return how many attributions are to somebody named."""
    found = tally(context)
    return sum(len(found.get(kind, ())) for kind in NAMED)


def measure(context: Context) -> dict[str, object]:
    """Return the sourcing of the document: counts of attributions by kind, marks and quotations."""
    found = tally(context)
    named, vague = _named(context), len(_vague(context))
    total = named + vague
    return {
        "named": named,
        "vague": vague,
        "vague_ratio": round(vague / total, 2) if total else None,
        "citations": len(found.get("citation", ())),
        "links": len(found.get("link", ())),
        "quotations": len(context.flat.quotations),
    }


def _claims(context: Context) -> Iterator[int]:
    """Yield the sentences in which something is claimed that could be checked."""
    for m in CLAIM.finditer(context.flat.low):
        yield context.flat.sentence_of(m.start())


def _facts(context: Context, most: int) -> int:
    """Count sentences that state a fact that was counted, dated or compared, or that nobody in particular says."""
    vague = len(_vague(context))
    if vague >= most:
        return vague
    flat = context.flat
    return vague + len({flat.sentence_of(m.start()) for m in islice(FACT.finditer(flat.low), 40)})


def no_sources(context: Context, rule: Rule) -> Iterator[Match]:
    """Yield one match for a document of enough claims and no support of any kind."""
    flat = context.flat
    prose = [
        n for n, b in enumerate(flat.document.blocks) if b.kind in {"paragraph", "item"} and not b.quoted
    ]
    words = sum(flat.text.count(" ", *flat.blocks[n]) + 1 for n in prose)
    if words < context.target(rule.name, "words", 150):
        return
    found = tally(context)
    if any(found.get(kind) for kind in _SUPPORTING) or any(q.end - q.start > 25 for q in flat.quotations):
        return
    least = int(context.target(rule.name, "claims", 4))
    claims = len(_vague(context)) + len(set(islice(_claims(context), least)))
    facts = int(context.target(rule.name, "facts", 2))
    if claims >= least and prose and _facts(context, facts) >= facts:
        start, end = flat.sentences[flat.block_sentences[prose[0]][0]]
        message = f"{words} words, at least {claims} claims that could be checked, and no source at all"
        yield Match(rule, start, end, message=message, weighed=True, scope="document")


def vague_ratio(context: Context, rule: Rule) -> Iterator[Match]:
    """Yield one match, at the first vague attribution, where most attributions are vague."""
    vague = _vague(context)
    named = _named(context)
    total = len(vague) + named
    if total < 3 or len(vague) / total <= context.target(rule.name, "ratio", 0.5) or len(vague) < 3:
        return
    flat = context.flat
    related = tuple(
        Related(flat.source_span(m.start, m.end), "unnamed: " + flat.text[m.start : m.end])
        for m in vague[1:12]
    )
    share = f"{len(vague)} of {total}" if named else f"all {total}"
    message = f"{share} attributions are to unnamed people or bodies"
    yield Match(
        rule, vague[0].start, vague[0].end, message=message, related=related, weighed=True, scope="document"
    )


CHECKS = {"no-sources": no_sources, "vague-attribution-ratio": vague_ratio}
