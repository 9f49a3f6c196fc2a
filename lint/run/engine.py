"""One pass over a text: cues, what each kind of rule makes of them, what evidence leaves open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lint.evidence.discharge import evidence_of, weigh
from lint.match import frame, proselint
from lint.match.exempt import factor
from lint.match.triggers import trigger_table
from lint.model.context import Context, Match
from lint.model.finding import SEVERITIES, Finding
from lint.model.rule import Rule
from lint.run.checks import find_by_check
from lint.run.gaps import raise_at_gaps
from lint.run.owed import ask_once

LEAST = 0.3
"""Below this confidence a match is no finding, however low the confidence asked for."""
_VAGUE = frozenset(
    (
        "bare-expert-claim",
        "quantified-vague-agents",
        "unsupported-consensus",
        "anonymous-individual-source",
        "ghost-critics",
        "unspecified-reports",
        "folk-attribution",
        "impersonal-passive-report",
        "evidence-without-study",
        "unnamed-holders",
    )
)
"""Rules whose findings are vague attributions, counted against the named ones."""
_STYLE = frozenset(("clarity", "concision"))
"""Obligations that other words would meet, whichever list names them."""
_WHOLE = frozenset(("limit", "readability", "structure"))
EXEMPTED = frozenset(("phrase", "frame", "structure"))
"""Kinds whose matches may be innocent."""
Judge = Callable[[Context, Match], Finding | None]


def find_all(context: Context, live: frozenset[int], judge: Judge | None = None) -> list[Finding]:
    """Return the findings of one text under the rules numbered in ``live``, unfiltered and in order.

    ``judge`` stands in for ``find_one``, as where each reckoning is to be kept.
    """
    found = judge or find_one
    rules = context.ruleset.rules
    findings = []
    vague: list[Match] = []
    for match in cue_matches(context, live):
        if finding := found(context, match):
            findings.append(finding)
            if match.rule.name in _VAGUE and finding.confidence >= 0.5:
                vague.append(match)
    context.kept["vague"] = vague
    whole = [rules[n] for n in sorted(live) if rules[n].kind in _WHOLE]
    findings += [f for m in find_by_check(context, whole) if (f := found(context, m))]
    ours = [rules[n] for n in sorted(live) if rules[n].kind == "proselint"]
    if ours:
        findings += [f for m in proselint.find(context, ours) if (f := found(context, m))]
    ordered = sorted(findings, key=lambda f: (f.span, f.rule))
    return ask_once(raise_at_gaps(context, ordered), context.flat.document.text)


def cue_matches(context: Context, live: frozenset[int]) -> Iterator[Match]:
    """Yield what the judges make of each cue; one match a rule and place."""
    table = trigger_table(context.ruleset, live)
    matcher = table.matcher(context.flat, context.hits)
    kept = context.kept
    for start, end, triggers in context.hits.fired:
        triggered = table[triggers]
        for name, index in triggered.noted:
            if name in kept:
                kept[name].append((start, end, index))
            else:
                kept[name] = [(start, end, index)]
        for judge, rule, index in triggered.asked:
            if (match := judge(context, rule, index, start, end)) is not None:
                yield match
        if triggered.frames and (bits := table.allowed(triggered, matcher, start, end)):
            for rule, shape in triggered.chosen(bits):
                if (match := frame.judge(context, matcher, rule, shape, start, end)) is not None:
                    yield match


def find_one(context: Context, match: Match) -> Finding | None:
    """Turn a match into a finding, unless it is innocent or its obligation is discharged."""
    rule = match.rule
    cue = cue_of(context, match)
    confidence = precision_of(context, match, cue) * match.parse
    evidence = match.evidence
    if not match.weighed:
        confidence *= factor(context, match) if rule.kind in EXEMPTED else 1.0
        if confidence < LEAST:
            return None
        if rule.looked_for:
            weighed = weigh(context, match)
            confidence *= 1.0 - weighed.support
            if confidence < LEAST:
                return None
            evidence = evidence_of(context, weighed)
    if confidence < LEAST:
        return None
    return Finding(
        rule.id,
        context.flat.source_span(match.start, match.end),
        match.severity or rule.severity,
        round(min(max(confidence, 0.01), 0.99), 2),
        match.message or rule.summary,
        match.question or _question(context, rule, match),
        rule.obligation,
        rule.looked_for,
        evidence,
        match.related,
        match.fix,
        match.scope,
        cue,
    )


def cue_of(context: Context, match: Match) -> str:
    """Return the words that set a rule off, where the rule has words of its own."""
    start, end = match.agent if match.agent[1] else (match.start, match.end)
    return context.flat.low[start:end] if match.agent[1] or match.rule.kind == "phrase" else ""


def precision_of(context: Context, match: Match, cue: str) -> float:
    """Return how often such a match is right; a check's own figure moves with what its rule measured."""
    rule = match.rule
    if not context.measured or rule.measured is None:
        return match.prior or rule.prior
    measured = rule.precision(context.profile, cue)
    return match.prior * measured / rule.prior if match.prior else measured


def _question(context: Context, rule: Rule, match: Match) -> str:
    """Return the rule's question with its agent filled in."""
    if "{agent}" not in rule.question:
        return rule.question
    start, end = match.agent if match.agent[1] else (match.start, match.end)
    return rule.question.replace("{agent}", context.flat.low[start:end])


def keep_strongest(findings: Iterable[Finding], yields: dict[str, frozenset[str]]) -> list[Finding]:
    """Keep one finding per obligation and place.

    Of two findings of one rule that overlap the wider stays; a finding yields to an overlapping one of
    a rule that its own rule names in ``yields_to``; of several marks that ask for other words in the same place one
    stays, ours before proselint's.
    A finding about the whole document overlaps everything.
    """
    findings = list(findings)
    whole = {f.rule for f in findings if f.scope == "document"}
    findings = [f for f in findings if f.scope == "document" or whole.isdisjoint(yields.get(f.rule, ()))]
    kept: dict[int, Finding] = {}
    near: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.span.start, -f.span.end, -f.confidence)):
        near = [k for k in near if k.span.end > finding.span.start]
        rivals = [k for k in near if k.scope == finding.scope == "span"]
        if any(beats(k, finding, yields) for k in rivals):
            continue
        for loser in [k for k in rivals if beats(finding, k, yields)]:
            del kept[id(loser)]
            near.remove(loser)
        kept[id(finding)] = finding
        near.append(finding)
    return list(kept.values())


def beats(a: Finding, b: Finding, yields: dict[str, frozenset[str]]) -> bool:
    """Say whether ``a`` makes ``b`` superfluous."""
    if a.rule == b.rule:
        return True
    if a.rule in yields.get(b.rule, ()):
        return True
    return b.rule.startswith("proselint/") and _asks_as_much(a, b)


def _asks_as_much(a: Finding, b: Finding) -> bool:
    """Say whether ``a`` asks for other words where ``b``, of proselint, does, too.

    *At this point in time* is wordy, redundant and a cliché to three lists: one mark is enough.
    """
    if a.span == b.span and a.fix == b.fix and not a.rule.startswith("proselint/"):
        return True
    inside = a.span.start <= b.span.start and b.span.end <= a.span.end
    # A sentence that is too long says nothing of the words in it.
    near = a.span == b.span or "concision" in a.missing or a.rule.startswith("proselint/")
    milder = SEVERITIES.index(b.severity) <= SEVERITIES.index(a.severity)
    style = bool(a.missing and b.missing) and _STYLE.issuperset((*a.missing, *b.missing))
    return inside and near and milder and style
