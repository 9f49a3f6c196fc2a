"""Rules made ready for a check, once for all texts under the same settings; and a text made ready for its rules."""

from __future__ import annotations

from functools import lru_cache

from lint.load.cache import load_patterns, load_ruleset
from lint.load.fingerprint import forget as forget_files
from lint.match.scan import Scanner
from lint.model.context import NO_ENTRIES, Context, Entries
from lint.model.ruleset import RuleSet
from lint.model.settings import Settings
from lint.model.text import Document
from lint.model.typed import NamedTuple
from lint.read import read
from lint.read.fold import fold
from lint.run import selection


class Prepared(NamedTuple):
    """What depends on the settings alone.

    ``live`` are the numbers of the rules that are on, ``known`` the names of all rules, ``active`` those of the live ones.
    ``cites`` is whether one of these asks for the bibliographies that a text names.
    """

    ruleset: RuleSet
    scanner: Scanner
    live: frozenset[int]
    targets: dict[str, dict[str, float]]
    known: tuple[str, ...]
    active: tuple[str, ...]
    cites: bool


@lru_cache(maxsize=4)
def ruleset_of(packs: tuple[str, ...] = ()) -> RuleSet:
    """Return the built-in rules and those of packs. Raises RuleFileError with all faults of all rule files."""
    load_patterns()
    return load_ruleset(packs)


@lru_cache(maxsize=4)
def _scanner(packs: tuple[str, ...]) -> Scanner:
    return Scanner(ruleset_of(packs).cues)


@lru_cache(maxsize=16)
def prepared_for(settings: Settings) -> Prepared:
    """Return what the rules are under some settings. Raises as ``ruleset_of`` does."""
    ruleset = ruleset_of(settings.packs)
    live = selection.live_rules(ruleset, settings)
    known = tuple(rule.id for rule in ruleset.rules)
    return Prepared(
        ruleset,
        _scanner(settings.packs),
        live,
        selection.targets_of(ruleset, settings),
        known,
        tuple(known[number] for number in sorted(live)),
        any(ruleset.rules[number].data.get("check") == "broken-reference" for number in live),
    )


def context_of(text: str, name: str, prepared: Prepared, settings: Settings, path: str = "") -> Context:
    """Return one text, read and scanned, with what the bibliographies beside ``path`` hold, if it names any.

    Raises ReadError where its reader gives it up.
    """
    document = read(text, name, settings.format, any_language=settings.any_language)
    flat = fold(document)
    return Context(
        flat,
        prepared.scanner.scan(flat),
        prepared.ruleset,
        settings.profile,
        prepared.targets,
        settings.acronyms,
        settings.today,
        settings.measured,
        _entries(document, path) if document.bibliographies and prepared.cites else NO_ENTRIES,
    )


def _entries(document: Document, path: str) -> Entries:
    """Return the entries that a text can cite; without a path, those that it has itself."""
    if not any(mark.kind == "citation" for mark in document.marks):
        return NO_ENTRIES
    if not path and any(named.path for named in document.bibliographies):
        return NO_ENTRIES
    from lint.load.bibliographies import load_entries  # imported late, as few texts name any

    return load_entries(document, path)


def forget() -> None:
    """Read rules anew when they are next needed: a process that lives long outlives what packs were."""
    for known in (prepared_for, _scanner, ruleset_of):
        known.cache_clear()
    forget_files()
