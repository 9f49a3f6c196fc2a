"""Readability and sourcing beside the text: a line above the whole and above each section, where settings ask for it."""

from __future__ import annotations

from collections.abc import Iterator

from lint.front.lsp.diagnostics import owes_source
from lint.front.lsp.judging import Judged
from lint.report.totals import plural


def lenses_of(known: Judged) -> Iterator[tuple[int, str]]:
    """Yield (offset, what to say) for a text and its sections, as they were when the text was last judged whole."""
    measures = known.measures
    if measures.words:
        said = [plural(int(measures.words), "word")]
        said += [f"reading grade {measures.grade:.1f}"] if measures.grade else []
        said += [f"attributions: {measures.named:.0f} named, {measures.vague:.0f} vague"]
        yield 0, " · ".join(said)
    for number, (offset, grade) in enumerate(measures.sections):
        following = measures.sections[number + 1 : number + 2]
        end = following[0][0] if following else len(known.text)
        unsourced = sum(owes_source(f) for f in known.findings if offset <= f.span.start < end)
        said = [f"reading grade {grade:.1f}"]
        said += [f"{plural(unsourced, 'claim')} without a source"] if unsourced else []
        yield min(offset, len(known.text)), " · ".join(said)
