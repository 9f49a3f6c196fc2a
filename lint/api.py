"""The one door: check a text, check files, mend, list and explain rules.

What checks a text (``lint.texts``) is loaded when it is first asked for: a run whose results are all known needs none of it.
"""

from __future__ import annotations

from lint.files import check_files
from lint.model.rule import Rule, RulePage
from lint.model.settings import Settings
from lint.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from lint.texts import check_document as check_document
    from lint.texts import check_part as check_part
    from lint.texts import check_text as check_text
    from lint.texts import fingerprints as fingerprints
    from lint.texts import fix_text as fix_text
    from lint.texts import ladder as ladder
    from lint.texts import reckon as reckon
else:

    def __getattr__(name: str) -> object:
        """Load what is about one text on first use, and keep it: from then on it is found without this."""
        if name.startswith("_"):
            raise AttributeError(name)
        from lint import texts

        globals()[name] = found = getattr(texts, name)
        return found


__all__ = ["check_files", "check_text", "explain", "fix_text", "profiles", "rules"]


def rules(settings: Settings | None = None, *, packs: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    """Return all rules of whosays and of ``packs``, or those that are on under ``settings``.

    Raises RuleFileError with all faults of all rule files.
    """
    from lint.prepare import ruleset_of  # imported late, as in all of these
    from lint.run.selection import live_rules

    ruleset = ruleset_of(settings.packs if settings else packs)
    if settings is None:
        return ruleset.rules
    live = live_rules(ruleset, settings)
    return tuple(rule for number, rule in enumerate(ruleset.rules) if number in live)


def profiles(*, packs: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the names of the profiles."""
    from lint.prepare import ruleset_of

    return tuple(ruleset_of(packs).profiles)


def target_names(*, packs: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Return the names of the numbers that each rule is judged by: all that any profile sets."""
    from lint.prepare import ruleset_of
    from lint.run import selection

    return selection.target_names(ruleset_of(packs))


def explain(name: str, *, packs: tuple[str, ...] = ()) -> RulePage:
    """Return a rule's page by its name, full or short. Raises LookupError with suggestions."""
    from lint.load.pages import load_page
    from lint.prepare import ruleset_of

    return load_page(name, ruleset_of(packs), packs)
