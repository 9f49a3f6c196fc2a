"""Two checks of sourcing: ``unsourced-paragraph`` and ``single-source-dependence``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lint.evidence.discharge import voices_in
from lint.evidence.sourcing import tally
from lint.evidence.support import Support
from lint.model.context import Context, Match
from lint.model.finding import Related
from lint.model.noted import noted
from lint.model.pattern import pattern
from lint.model.rule import Rule

_AMOUNT = pattern(r"\d[\d.,]*\s?$")
_WORDS = frozenset(("percent", "per cent", "percentage points", "million", "billion", "trillion"))
"""Words of a figure only behind a number."""
_SOURCES = frozenset(
    (
        "citation",
        "link",
        "bare link",
        "named person",
        "named organisation",
        "named report",
        "own method",
        "table or figure",
    )
)
_OFFICIAL = pattern(
    r"\b(?:according to|says?|said|told|report(?:s|ed)?|survey|poll(?:s|ed|ing)?|census|figures|data|statistics|estimate[sd]?|estimates"
    r"|study|studies|filings?|records|announced|showed|shows|found|published|budget|results?|points?|votes?|voters|delegates|ballots?|primary|score[sd]?|season)\b"
)
_BRACKETED = pattern(r"\[[^\[\]]{0,200}(?:\bpp?\. ?\d|op\. cit|ibid)")
_EXAMPLE = pattern(
    r"\b(?:assum(?:e|es|ing)|suppose|for example|example commands?|imagine|take an?|genes?|percentile)\b"
)
"""A sum worked out for the reader, a setting, or what everybody learns at school."""
_AROUND = 1
"""Paragraphs before and behind one in which its source may stand."""


def unsourced_paragraph(context: Context, rule: Rule) -> Iterator[Match]:
    """Find a paragraph with ``claims`` sentences of figures and no source in it or close to it."""
    flat = context.flat
    least = int(context.target(rule.name, "claims", 3))
    by_block: dict[int, set[int]] = {}
    for at in _figures(context, rule):
        by_block.setdefault(flat.block_of(at), set()).add(flat.sentence_of(at))
    for number, sentences in by_block.items():
        block = flat.document.blocks[number]
        if len(sentences) < least or block.kind != "paragraph" or block.quoted:
            continue
        if not _told(context, number) and not any(_sourced(context, near) for near in _near(context, number)):
            start, end = flat.sentences[min(sentences)]
            message = f"{len(sentences)} sentences with figures in this paragraph, and no source for them"
            yield Match(rule, start, end, message=message, weighed=True, scope="paragraph")


def _figures(context: Context, rule: Rule) -> Iterator[int]:
    """Yield where a figure stands: a share, a large amount, something doubled."""
    low = context.flat.low
    for start, end, _ in noted(context, rule):
        if low[start:end] not in _WORDS or _AMOUNT.search(low, max(start - 12, 0), start):
            yield start
    at = low.find("%")
    while at >= 0:
        if low[at - 1].isdigit() or low[at - 2].isdigit():
            yield at
        at = low.find("%", at + 1)


def _near(context: Context, number: int) -> range:
    return range(max(number - _AROUND, 0), min(number + _AROUND + 1, len(context.flat.blocks)))


def _told(context: Context, number: int) -> bool:
    """Say whether a paragraph itself has a quotation or a word that refers to a source."""
    flat = context.flat
    start, end = flat.blocks[number]
    if _EXAMPLE.search(flat.low, start, end):
        return True
    quoted = any(flat.text.find(sign, start, end) >= 0 for sign in ('"', "\x93"))
    return quoted or _noted_in_brackets(context, number) or _OFFICIAL.search(flat.low, start, end) is not None


def _noted_in_brackets(context: Context, number: int) -> bool:
    """Say whether a paragraph or its neighbour has a source note in brackets: ``[Arlen, Rents and Roofs, p. 38]``."""
    near = _near(context, number)
    text = context.flat.low
    start, end = context.flat.blocks[near[0]].start, context.flat.blocks[near[-1]].end
    return text.find("[", start, end) >= 0 and _BRACKETED.search(text, start, end) is not None


def _sourced(context: Context, number: int) -> bool:
    """Say whether a paragraph has a source of any kind."""
    first, past = context.flat.block_sentences[number]
    return any(s.kind in _SOURCES for n in range(first, past) for s in voices_in(context, n))


_OCCASION = pattern(
    r"\b(?:interview(?:s|ed)?|speech|address(?:ed|es)?|rally|town hall|debate|podcast|op-ed|column|statement|tweet(?:s|ed)?"
    r"|twitter|facebook|blog|memoir|book|testi(?:mony|fied)|hearing|press conference|news conference|briefing|monologue"
    r"|remarks|letter|obituar(?:y|ies)|profile|review|show|appear(?:ed|ing|ance)|told reporters"
    r"|(?:cnn|nbc|abc|cbs|fox|msnbc|npr|radio|television|tv))\b",
    2,
)
"""Reports on one speech, interview or book: one voice is what they are about."""
_HEAD = 1500
_NAMED = ("named person", "named organisation", "named report")


def single_source(context: Context, rule: Rule) -> Iterator[Match]:
    """Find a text of at least ``attributions`` attributions of which one source carries the ``share``."""
    found = tally(context)
    if found.get("citation") or len(found.get("link", ())) >= 2:
        return
    named = sorted((s for kind in _NAMED for s in found.get(kind, ())), key=lambda s: s.start)
    vague: list[Match] = context.kept.get("vague", [])
    total = len(named) + len({context.flat.sentence_of(m.start) for m in vague})
    if len(named) < context.target(rule.name, "attributions", 4):
        return
    by_name: dict[str, list[Support]] = {}
    for support in named:
        by_name.setdefault(_surname(context, support), []).append(support)
    if _share_a_surname(context, named):
        return
    name, most = max(by_name.items(), key=lambda pair: len(pair[1]))
    share = context.target(rule.name, "share", 0.7)
    if len(most) < context.target(rule.name, "attributions", 4) or len(most) < share * total:
        return
    if _OCCASION.search(context.flat.text, 0, _HEAD):
        return
    yield _rests_on(context, rule, name, most, total)


def _surname(context: Context, support: Support) -> str:
    return context.flat.text[support.start : support.end].removesuffix("'s").rpartition(" ")[2]


def _share_a_surname(context: Context, named: list[Support]) -> bool:
    """Say whether two people of one surname speak, who cannot be told apart once the first name is gone."""
    full: dict[str, str] = {}
    for support in named:
        words = context.flat.text[support.start : support.end].removesuffix("'s").split(" ")
        if len(words) > 1 and full.setdefault(words[-1], words[-2]) != words[-2]:
            return True
    return False


def _rests_on(context: Context, rule: Rule, name: str, most: list[Support], total: int) -> Match:
    flat = context.flat
    related = tuple(Related(flat.source_span(s.start, s.end), f"{name} again") for s in most[1:8])
    message = f"{len(most)} of {total} attributions are to {name}"
    first = most[0]
    return Match(
        rule, first.start, first.end, message=message, related=related, weighed=True, scope="document"
    )


CHECKS: dict[str, Callable[[Context, Rule], Iterable[Match]]] = {
    "unsourced-paragraph": unsourced_paragraph,
    "single-source-dependence": single_source,
}
