"""Quotations and who speaks them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from lint.evidence.sources import find_sources
from lint.evidence.support import Support
from lint.model.context import Context

_LEAST = 15
"""Characters of a quotation that quotes somebody; shorter ones are titles and scare quotes."""


def find_quotation_support(context: Context, sentence: int) -> Iterator[Support]:
    """Yield the quotations of one sentence whose speaker the sentence names."""
    flat = context.flat
    if not flat.quotations:
        return
    start, end = flat.sentences[sentence]
    first, past = (bisect_left(flat.quotations, (at, at)) for at in (start, end))
    spans = [span for span in flat.quotations[first:past] if span.end - span.start >= _LEAST]
    if spans and any(True for _ in find_sources(context, sentence)):
        for span in spans:
            yield Support("quotation of a named speaker", span.start, span.end, sentence)
