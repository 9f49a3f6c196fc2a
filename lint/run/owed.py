"""One question per obligation and clause: who claims it is asked once, where a nameless agent says *may*."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lint.model.finding import Finding, Related
from lint.model.pattern import pattern

EVASION = "hedging/compound-evasion"
_REACH = 300
_RAISED = 0.05
_SURE = 0.5
"""An agent below this has support nearby, and is left to it."""
_OTHER_CLAUSE = pattern(r"[.;:!?\n] |, (?:and|but|while|whereas|although|though) ")


def ask_once(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return the findings, in order, with each obligation asked for once in a clause.

    Where a nameless agent believes what only may be, ``who`` stays with the attribution, which we are then surer of,
    and the possibility asks what is left: how likely it is.
    """
    halves = [n for n, f in enumerate(findings) if f.rule == EVASION and "who" in f.missing]
    if not halves:
        return list(findings)
    found = list(findings)
    agents = [
        n
        for n, f in enumerate(findings)
        if f.confidence >= _SURE and f.group == "attribution" and "who" in f.missing
    ]
    starts = [findings[n].span.start for n in agents]
    for half in halves:
        evasion = found[half]
        past = bisect_right(starts, evasion.span.start)
        near = agents[bisect_left(starts, evasion.span.start - _REACH) : past]
        owed = {o for n in near if _one_clause(found[n], evasion, text) for o in found[n].missing}
        for number in near:
            if _one_clause(found[number], evasion, text):
                found[number] = _surer(found[number], evasion)
        if owed:
            left = tuple(o for o in evasion.missing if o not in owed)
            found[half] = evasion._replace(missing=left, question="How likely is it?")
    return found


def _one_clause(agent: Finding, evasion: Finding, text: str) -> bool:
    """Say whether an agent and a possibility behind it belong to one clause."""
    gap = evasion.span.start - agent.span.end
    if not 0 <= gap <= _REACH:
        return False
    return not _OTHER_CLAUSE.search(text, agent.span.end, evasion.span.start)


def _surer(agent: Finding, evasion: Finding) -> Finding:
    confidence = min(agent.confidence + _RAISED, 0.99)
    related = (*agent.related, Related(evasion.span, "and what they say only may be so"))
    return agent._replace(confidence=round(confidence, 2), related=related)
