"""Anti-support: where the writer left a gap for a source, we are surer that one is missing."""

from __future__ import annotations

from collections.abc import Sequence

from lint.evidence.citations import marks_by_sentence
from lint.model.context import Context
from lint.model.finding import Evidence, Finding
from lint.model.text import Span

PLACEHOLDER = "sourcing/citation-placeholder"
_RAISED = 0.15


def raise_at_gaps(context: Context, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, those that look for evidence surer where their sentence has a gap instead.

    A gap is a placeholder (``[citation needed]``, ``TODO cite``) or a link without a target. It joins what was seen.
    """
    gaps = _gaps(context, findings)
    if not gaps:
        return list(findings)
    flat = context.flat
    return [
        _raised(f, gaps[sentence], flat.document.text)
        if f.looked_for and (sentence := flat.sentence_of(flat.flat(f.span.start))) in gaps
        else f
        for f in findings
    ]


def _gaps(context: Context, findings: Sequence[Finding]) -> dict[int, Span]:
    """Return the first gap of each sentence that has one; a gap behind a full stop is of the sentence before."""
    flat = context.flat
    found: dict[int, Span] = {}
    for finding in findings:
        if finding.rule == PLACEHOLDER:
            at = flat.flat(finding.span.start)
            sentence = flat.sentence_of(at)
            if flat.sentences[sentence].start == at and sentence > flat.block_sentences[flat.block_of(at)][0]:
                sentence -= 1
            found.setdefault(sentence, finding.span)
    for sentence, supports in marks_by_sentence(context).items():
        for support in supports:
            if support.kind == "empty link":
                span = flat.source_span(support.start, max(support.end, support.start + 1))
                found.setdefault(sentence, span)
    return found


def _raised(finding: Finding, gap: Span, text: str) -> Finding:
    evidence = Evidence("gap", gap, text[gap.start : gap.end], "same sentence", 0.0)
    confidence = min(round(finding.confidence + _RAISED, 2), 0.99)
    seen = any(e.kind == "empty link" for e in finding.evidence)
    return finding._replace(
        confidence=confidence, evidence=finding.evidence if seen else (*finding.evidence, evidence)
    )
