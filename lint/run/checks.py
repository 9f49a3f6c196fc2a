"""Named checks: the closed table of what a rule of kind limit, readability or structure may run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module

from lint.model.context import Context, Match
from lint.model.noted import key_of
from lint.model.rule import Rule

Check = Callable[[Context, Rule], Iterable[Match]]

MODULES = {
    "adversative-chain": "lint.match.openers",
    "allegation-without-reply": "lint.evidence.reply",
    "baseless-comparison": "lint.match.figures",
    "broken-reference": "lint.evidence.pointers",
    "certainty-drift": "lint.match.contradiction",
    "conclusion-contradicts-body": "lint.match.contradiction",
    "document-grade": "lint.match.readability",
    "false-balance-pair": "lint.match.balance",
    "hedge-density": "lint.match.hedging",
    "jargon-density": "lint.match.density",
    "long-paragraph": "lint.match.limit",
    "long-sentence": "lint.match.limit",
    "negation-stack": "lint.match.clauses",
    "no-sources": "lint.evidence.sourcing",
    "nominalisation": "lint.match.nominal",
    "overhedged-fact": "lint.match.hedging",
    "passive-density": "lint.match.density",
    "percent-points": "lint.match.figures",
    "precision-mismatch": "lint.match.figures",
    "repeated-phrase": "lint.match.echo",
    "sentence-rhythm": "lint.match.limit",
    "single-source-dependence": "lint.evidence.paragraphs",
    "stale-date": "lint.match.stale_dates",
    "syntactic-load": "lint.match.clauses",
    "unclear-this": "lint.match.openers",
    "undefined-acronym": "lint.match.acronyms",
    "unsourced-paragraph": "lint.evidence.paragraphs",
    "unsourced-statistic": "lint.match.figures",
    "vague-attribution-ratio": "lint.evidence.sourcing",
    "variant-forms": "lint.match.variants",
    "voice-shift": "lint.match.voice",
    "wall-of-text": "lint.match.limit",
}
"""Where each check lives: in the table ``CHECKS`` of a module. A pack can name one of these and nothing else."""

BY_CUES = frozenset(
    (
        "adversative-chain",
        "allegation-without-reply",
        "certainty-drift",
        "conclusion-contradicts-body",
        "unclear-this",
        "variant-forms",
        "voice-shift",
    )
)
"""Checks that find nothing where no cue of their rule stands: a short text need not wait for their modules."""


@cache
def check_named(name: str) -> Check:
    """Return the check of that name. Raises KeyError if there is none."""
    table: dict[str, Check] = import_module(MODULES[name]).CHECKS
    return table[name]


def find_by_check(context: Context, rules: Sequence[Rule]) -> Iterable[Match]:
    """Run the checks that rules name, each once over the whole document."""
    for rule in rules:
        name = rule.data["check"]
        if name not in BY_CUES or key_of(rule) in context.kept:
            yield from check_named(name)(context, rule)
