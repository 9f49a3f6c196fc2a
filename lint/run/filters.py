"""What is done to findings after matching: small pure functions from findings to findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from lint.model.finding import Finding, LetOff
from lint.model.names import matches
from lint.model.text import Document
from lint.model.typed import NamedTuple
from lint.run.stet import SUPPRESSION_RULES, UNUSED, Fault, Stet, find_stets

_SURE = 0.99


class Kept(NamedTuple):
    """Findings that stand before the reader, in order, how many a ``stet`` took away, and these."""

    findings: tuple[Finding, ...]
    suppressed: int
    let_off: tuple[LetOff, ...] = ()


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by position, then by rule: the order of every report."""
    return tuple(sorted(findings, key=lambda f: (f.span.start, f.span.end, f.rule)))


def keep_confident(findings: Iterable[Finding], least: float) -> tuple[Finding, ...]:
    """Return the findings that we are at least as sure of as ``least`` (0–1)."""
    return tuple(f for f in findings if f.confidence >= least)


def keep_unignored(findings: Iterable[Finding], ignore: Collection[str]) -> tuple[Finding, ...]:
    """Return the findings whose rule no name in ``ignore`` stands for."""
    return tuple(f for f in findings if not any(matches(name, f.rule) for name in ignore))


def keep_unsuppressed(
    findings: Sequence[Finding],
    document: Document,
    *,
    known_rules: Collection[str],
    active_rules: Collection[str],
    narrowed: bool = False,
) -> Kept:
    """Return the findings that no ``stet`` lets stand, and findings about the ``stet`` comments themselves.

    A ``stet`` that let nothing stand is a finding only if it could have done something: a rule that was
    not active leaves it unjudged. With ``narrowed`` (the run looks at chosen rules only), so does a
    ``stet`` for all rules, a group or a glob.
    """
    if not any("stet" in comment.text.lower() for comment in document.comments):
        return Kept(in_order(findings), 0)
    stets, faults = find_stets(document, known_rules)
    index = _Index(stets)
    used: set[int] = set()
    kept: list[Finding] = []
    let_off: list[LetOff] = []
    for f in findings:
        if covering := index.covering(f):
            used.update(covering)
            let_off.append(LetOff(f, "stet", stets[covering[0]].reason))
        else:
            kept.append(f)
    about = [_about(fault) for fault in faults]
    active = frozenset(active_rules)
    judged = _unused(stets, used, active, narrowed)
    excusing = _Index([stet for stet in stets if not stet.rules.isdisjoint(SUPPRESSION_RULES)])
    about += [f for f in map(_about, judged) if not excusing.covering(f)]
    return Kept(in_order([*kept, *about]), len(let_off), tuple(let_off))


class _Index:
    """Suppressions by where they begin, so that a finding asks only those that may reach it."""

    def __init__(self, stets: Sequence[Stet]) -> None:
        order = sorted(range(len(stets)), key=lambda number: stets[number].reach)
        self._stets = [(number, stets[number]) for number in order]
        self._starts = [stet.reach.start for _, stet in self._stets]
        self._furthest = [0]
        for _, stet in self._stets:
            self._furthest.append(max(self._furthest[-1], stet.reach.end))

    def covering(self, finding: Finding) -> list[int]:
        """Return the numbers of the suppressions that let a finding stand, the nearest first."""
        found: list[int] = []
        at = bisect_right(self._starts, finding.span.start)
        while at and self._furthest[at] > finding.span.start:
            number, stet = self._stets[at - 1]
            if _lets_stand(stet, finding):
                found.append(number)
            at -= 1
        return found


def _lets_stand(stet: Stet, finding: Finding) -> bool:
    if finding.rule not in stet.rules or not (stet.whole or finding.scope != "document"):
        return False
    return stet.reach.start <= finding.span.start < stet.reach.end


def _unused(
    stets: Sequence[Stet], used: Collection[int], active: frozenset[str], narrowed: bool
) -> Iterable[Fault]:
    for number, stet in enumerate(stets):
        if number in used:
            continue
        exact = bool(stet.names) and len(stet.rules) <= len(stet.names)
        could_act = stet.rules <= active if exact else bool(stet.rules & active) and not narrowed
        if stet.rules and could_act:
            what = ", ".join(stet.names) or "any rule"
            message = f"stet is not needed here: nothing of {what} to let stand"
            yield Fault(UNUSED, stet.comment, message, "Is it still needed? If not, delete it.")


def _about(fault: Fault) -> Finding:
    return Finding(fault.rule, fault.span, "warning", _SURE, fault.message, fault.question, ("clarity",))
