"""Deleting words so that a sentence is left: with their comma, their capital and the article before them."""

from __future__ import annotations

from lint.model.context import Context, Match
from lint.model.finding import Edit, Fix
from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Span

_CLAUSE_BEGINS = pattern(
    r"(?:[,;:(\x96\x97] ?|\b(?:but|and|however|though|although|so|while|because|that|since) )$"
)
_RUN_UP = pattern(r"(?:that|is|known|knows|know|saying|say|mistake|aware)$")
_TOLD_TO = pattern(r"(?:it|it's|all|you)\b.* (?:is|to)$")
_MEASURED = pattern(r"(?:\b(?:so|too|very|as|quite|how|most|more|less)|ly) $")
_ADVERB = pattern(r"(?:ly|doubt|question|dispute|doubtless|of course|enough)$")
_PAIR = pattern(r"(?:\w+ly|not|world|truly|perhaps) [\w-]+$")
_GOES_ON = pattern(r" (?!(?:for|in|of|to|and|or|but|with|on|at|by|than|as|from)\b)[a-z]")
_PLAIN_WORD = pattern(r"[^\W\d_]+(?:['\x92-][^\W\d_]+)*(?![\w(@/\\:]|\.\w)(?<![A-Z])")
_ARTICLE = pattern(r"\ban? $")


def deletion(context: Context, match: Match, safe: bool) -> Fix | None:
    """Return the edit that deletes a match, or None where no sentence would be left, or markup is inside."""
    flat = context.flat
    low = flat.low
    start, past = match.start, match.end
    opens = flat.sentences[flat.sentence_of(start)].start >= start - 1
    if not _can_go(low, start, past, opens):
        return None
    if not opens and low[start - 2 : start] == ", " and low[past] in ",.;":
        start, past = start - 2, past + (low[past] == ",")
    elif opens:
        past += 2 if low[past] in ",:" else 1
    elif low[past] == " ":
        past += 1
    elif low[start - 1] == " ":
        start -= 1
    if opens and not low[past].isalnum():
        return None
    return _edit(context, start, past, opens, safe)


def _can_go(low: str, start: int, past: int, opens: bool) -> bool:
    """Say whether a sentence is left without the words: an adverb, a run-up, an adjective before its noun."""
    said = low[start:past]
    begins = opens or bool(_CLAUSE_BEGINS.search(low[max(start - 12, 0) : start]))
    if _RUN_UP.search(said) and " " in said:
        return begins and (low[past] == " " or (low[past] == "," and not said.endswith("that")))
    if said.startswith(("it ", "it's ", "there ", "all ", "you ")):
        return opens and bool(_TOLD_TO.match(said))
    if " " in said and not _ADVERB.search(said) and not _PAIR.match(said):
        return False
    if (low[start - 1] == "(" and low[past] == ")") or _MEASURED.search(low[max(start - 12, 0) : start]):
        return False
    return bool(begins or _ADVERB.search(said) or _GOES_ON.match(low, past))


def _edit(context: Context, start: int, past: int, opens: bool, safe: bool) -> Fix | None:
    flat = context.flat
    article = _ARTICLE.search(flat.low[max(start - 4, 0) : start])
    first = flat.source_span(past, past + 1)
    if opens and first.end - first.start > 1:  # its capital would have a spelling of its own
        return None
    if opens and flat.text[past].islower() and not _PLAIN_WORD.match(flat.text, past):
        return None  # a name of a program's, in which a capital is another name
    kept = flat.document.text[first.start].upper() if opens else ""
    if article:
        start -= article.end() - article.start()
        kept = flat.text[start] + ("n " if flat.low[past] in "aeiou" else " ")
    span = Span(flat.source(start), first.start + opens)
    prose = flat.document.prose[span.start : span.end]
    return None if GLUE in prose or HOLE in prose else Fix((Edit(span, kept),), safe)
