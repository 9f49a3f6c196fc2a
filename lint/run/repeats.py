"""Many findings of one cue are one finding with a count: nobody reads the same question twelve times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lint.model.finding import Finding, Fix, Related

_TOLD = 20
"""Places that the one finding names; the count tells of the rest."""


def fold_repeats(findings: Sequence[Finding], text: str, most: int) -> tuple[Finding, ...]:
    """Return the findings, those of one rule on the same words folded into the first where there are over ``most``.

    The first takes on the count, the other places and their edits. With ``most`` at 0 nothing is folded.
    """
    if most < 1 or len(findings) <= most:
        return tuple(findings)
    alike: dict[tuple[str, str], list[int]] = {}
    for number, finding in enumerate(findings):
        if finding.scope == "span":
            words = " ".join(text[finding.span.start : finding.span.end].lower().split())
            alike.setdefault((finding.rule, words), []).append(number)
    many = [numbers for numbers in alike.values() if len(numbers) > most]
    folded = {numbers[0]: _folded([findings[n] for n in numbers]) for numbers in many}
    gone = {n for numbers in many for n in numbers[1:]}
    return tuple(folded.get(n, f) for n, f in enumerate(findings) if n not in gone)


def _folded(findings: Sequence[Finding]) -> Finding:
    first = findings[0]
    others = tuple(Related(f.span, "again") for f in findings[1 : _TOLD + 1])
    return first._replace(
        message=f"{first.message} ({len(findings)} times in this text)",
        confidence=max(f.confidence for f in findings),
        related=(*first.related, *others),
        fix=_joined([f.fix for f in findings]),
    )


def _joined(fixes: Iterable[Fix | None]) -> Fix | None:
    """Return one fix of all edits, if there is one for each place."""
    known = [fix for fix in fixes if fix]
    if not known:
        return None
    edits = tuple(edit for fix in known for edit in fix.edits)
    return Fix(edits, all(fix.safe for fix in known), known[0].note)
