"""The one door: check a text, check files, list and explain rules.

``check_text`` is pure and is what the command, the hook, the server and a batch worker all call.
"""

from __future__ import annotations

from functools import lru_cache

from lint.evidence.sourcing import measure as measure_sourcing
from lint.load.cache import load_ruleset
from lint.match import readability
from lint.match.scan import Scanner
from lint.model.context import Context
from lint.model.finding import FileReport, Report
from lint.model.names import matches
from lint.model.rule import Rule, RulePage
from lint.model.ruleset import RuleSet
from lint.model.settings import Settings
from lint.read import read
from lint.read.fold import fold
from lint.run import selection
from lint.run.engine import find_all, keep_strongest
from lint.run.filters import keep_confident, keep_unsuppressed

__all__ = ["check_files", "check_text", "explain", "profiles", "rules"]


@lru_cache(maxsize=1)
def _ruleset() -> RuleSet:
    return load_ruleset()


@lru_cache(maxsize=8)
def _prepared(
    settings: Settings,
) -> tuple[RuleSet, Scanner, frozenset[int], dict[str, dict[str, float]], dict[str, frozenset[str]]]:
    """Compile what depends on the settings alone: the automaton with the cues of the live rules."""
    ruleset = _ruleset()
    live = selection.live_rules(ruleset, settings)
    yields = {r.id: _full_names(ruleset, r.yields_to) for r in ruleset.rules if r.yields_to}
    return ruleset, Scanner(ruleset.cues, live), live, selection.targets_of(ruleset, settings), yields


def _full_names(ruleset: RuleSet, patterns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(r.id for r in ruleset.rules for p in patterns if matches(p, r.id))


def check_text(text: str, *, name: str = "<text>", settings: Settings = Settings()) -> Report:  # noqa: B008
    """Check one text.

    Args:
        text: The text as the file has it, with its own line ends and BOM.
        name: What to call it; its suffix gives the format unless ``settings.format`` does.
        settings: Which rules, which profile, how sure.

    Returns:
        A report of one file: findings in order of position, readability and sourcing.
    """
    ruleset, scanner, live, targets, yields = _prepared(settings)
    document = read(text, name, settings.format)
    flat = fold(document)
    context = Context(flat, scanner.scan(flat), ruleset, settings.profile, targets, settings.acronyms)
    findings = keep_strongest(find_all(context, live), yields)
    findings = keep_confident(findings, settings.min_confidence)
    known = [rule.id for rule in ruleset.rules]
    active = [ruleset.rules[number].id for number in live]
    kept, suppressed = keep_unsuppressed(findings, document, known_rules=known, active_rules=active)
    measures = readability.measure(context)
    words = measures.get("words", 0)
    return Report(
        (
            FileReport(
                name,
                text,
                tuple(kept),
                measures,
                measure_sourcing(context),
                words if isinstance(words, int) else 0,
                suppressed,
            ),
        )
    )


def rules(settings: Settings | None = None) -> tuple[Rule, ...]:
    """Return all rules, or those that are on under ``settings``."""
    ruleset = _ruleset()
    if settings is None:
        return ruleset.rules
    live = selection.live_rules(ruleset, settings)
    return tuple(rule for number, rule in enumerate(ruleset.rules) if number in live)


def profiles() -> tuple[str, ...]:
    """Return the names of the profiles."""
    return tuple(_ruleset().profiles)


def explain(name: str) -> RulePage:
    """Return a rule's page by its name, full or short. Raises LookupError with suggestions."""
    from lint.load.pages import load_page

    return load_page(name, _ruleset())
