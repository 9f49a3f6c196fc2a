"""Which settings hold for each file: its settings files, then the command line."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable
from functools import partial

from lint import api
from lint.load.cache import Names, load_names
from lint.load.settings import SettingsError, SettingsFile, SettingsFinder, covers
from lint.load.settings_keys import Known, is_day, unknown_rule
from lint.model.finding import Problem
from lint.model.names import did_you_mean, nearest
from lint.model.settings import Settings
from lint.model.typed import Any
from lint.read import FORMATS

STRICT = 0.3
_KNOWING_AGAIN = frozenset(("gitlab", "sarif"))
"""Formats whose readers know a finding again."""
_ADDING = ("extend_select", "ignore")


class UsageError(ValueError):
    """A mistake on the command line; its one problem says what to do."""

    def __init__(self, message: str) -> None:
        """Keep the message."""
        super().__init__(message)
        self.problems = (Problem("", message, status=2),)


def known_names(packs: tuple[str, ...]) -> Known:
    """Return the names that settings and options may use. Raises RuleFileError for faulty packs."""
    return Known(*load_names(packs, partial(_names, packs)))


def _names(packs: tuple[str, ...]) -> Names:
    from lint.run.stet import SUPPRESSION_RULES  # imported late: names are nearly always known

    rules = (*(rule.id for rule in api.rules(packs=packs)), *SUPPRESSION_RULES)
    return rules, api.profiles(packs=packs), api.target_names(packs=packs)


def packs_of(args: Namespace) -> tuple[str, ...]:
    """Return the packs that ``--rules`` names."""
    return tuple(os.path.normpath(folder) for folder in args.rules or ())


def packs_here(args: Namespace) -> tuple[str, ...]:
    """Return the packs that the settings of the current folder name, and those of ``--rules``.

    Raises SettingsError with the mistakes in these settings and in their packs.
    """
    more = packs_of(args)
    finder = SettingsFinder(
        known_names(more), known_with=lambda packs: known_names(packs_joined(packs, more))
    )
    packs = finder.packs_for("text")
    if finder.problems:
        raise SettingsError(tuple(finder.problems))
    return packs_joined(packs, more)


def packs_joined(*lists: Iterable[str]) -> tuple[str, ...]:
    """Return folders in order, each once however it is spelled."""
    return tuple({os.path.realpath(pack): pack for packs in lists for pack in packs}.values())


def joined(*lists: Iterable[str]) -> tuple[str, ...]:
    """Return the values of several lists in order, each once."""
    return tuple(dict.fromkeys(value for values in lists for value in values))


def listed(values: Iterable[str] | None) -> tuple[str, ...]:
    """Return the names of an option that may be repeated and take commas."""
    return tuple(name for value in values or () for part in value.split(",") if (name := part.strip()))


class Choices:
    """Settings by path, with the command line's word last.

    ``given`` holds the fields of Settings that options set; ``strict`` is whether ``--strict`` says how sure.
    """

    def __init__(self, args: Namespace) -> None:
        """Check the options' names at once. Raises UsageError, or SettingsError for ``--settings``."""
        more = packs_of(args)
        known = known_names(more)
        self._finder = SettingsFinder(
            known,
            fixed=args.settings or "",
            isolated=args.isolated,
            known_with=lambda packs: known_names(packs_joined(packs, more)),
        )
        packs: tuple[str, ...] = ()
        if args.select or args.extend_select or args.ignore or args.profile:
            # These may name a rule or a profile of a pack that the settings of a text name.
            paths = [*(getattr(args, "paths", None) or ["."]), getattr(args, "stdin_filename", None) or "."]
            places = dict.fromkeys(os.path.join(path, "text") for path in paths)  # noqa: PTH118
            packs = packs_joined(*map(self._finder.packs_for, places))
        self.raise_problems()
        self._formats = _formats(getattr(args, "format_of", None) or ())
        self.strict: bool = args.strict and args.min_confidence is None
        self.given = _changes(args, known_names(packs_joined(packs, more)) if packs else known)

    def settings_for(self, path: str) -> Settings:
        """Return what holds for ``path``."""
        settings = self._finder.settings_for(path)
        if "select" in self.given:  # a choice on the command line starts anew
            settings = settings._replace(extend_select=(), ignore=())
        added: dict[str, Any] = {
            name: joined(getattr(settings, name), self.given[name]) for name in _ADDING if name in self.given
        }
        if "packs" in self.given:
            added["packs"] = packs_joined(settings.packs, self.given["packs"])
        if form := self.format_of(path):
            added["format"] = form
        return settings._replace(**(self.given | added))

    def wanted(self, path: str) -> bool:
        """Say whether the command line or the settings give ``path`` a format."""
        return bool(self.format_of(path)) or self._finder.names_format(path)

    def format_of(self, path: str) -> str:
        """Return the format that ``--format-of`` gives ``path``; the last that fits holds."""
        return next((form for glob, form in reversed(self._formats) if covers((glob,), path)), "")

    def file_for(self, path: str) -> str:
        """Return the path of the settings file that holds for ``path``, ``""`` where there is none."""
        return self._finder.file_for(path)

    def settings_file(self, path: str) -> SettingsFile | None:
        """Return the settings file that holds for ``path``, as read."""
        return self._finder.settings_file(path)

    def excluded(self, path: str) -> bool:
        """Say whether the settings leave ``path`` out."""
        return self._finder.excluded(path)

    def raise_problems(self) -> None:
        """Raise SettingsError with all mistakes in all settings files read so far, if any."""
        if self._finder.problems:
            raise SettingsError(tuple(self._finder.problems))


def _changes(args: Namespace, known: Known) -> dict[str, Any]:
    """Return the fields of Settings that options set."""
    changes: dict[str, Any] = {}
    for field in ("select", "extend_select", "ignore"):
        names = listed(getattr(args, field))
        for name in names:
            if message := unknown_rule(name, known.rules):
                raise UsageError(f"--{field.replace('_', '-')}: {message}")
        if names:
            changes[field] = names
    if args.profile:
        check_profile(args.profile, known.profiles)
        changes["profile"] = args.profile
    if args.strict:
        changes["min_confidence"] = STRICT
    if args.min_confidence is not None:
        changes["min_confidence"] = args.min_confidence
    if args.today:
        if not is_day(args.today):
            raise UsageError(f"--today: {args.today!r} is no day such as 2026-11-24")
        changes["today"] = args.today
    if args.score:
        named = [name for name, _ in args.formats] or ["console"]
        if not {"console", "json"} & {*named}:
            raise UsageError(f"--score: {named[0]} has no room for it; use --format console or json")
        changes["score"] = True
    if args.sentences:
        named = [name for name, _ in args.formats] or ["console"]
        if "json" not in named:
            raise UsageError(f"--sentences: {named[0]} has no room for it; use --format json")
        changes["sentences"] = True
    keys = getattr(args, "keys", False)  # of check alone
    if keys and "json" not in {name for name, _ in args.formats}:
        raise UsageError("--keys: only JSON has room for them; use --format json")
    if keys or not _KNOWING_AGAIN.isdisjoint(name for name, _ in args.formats):
        changes["traced"] = True
    if args.fail_on:
        changes["fail_on"] = args.fail_on
    if args.rules:
        changes["packs"] = packs_of(args)
    return changes


def _formats(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the (glob, format) pairs of ``--format-of``. Raises UsageError for one that is neither."""
    pairs = []
    for value in values:
        glob, equals, form = (part.strip() for part in value.rpartition("="))
        if not (glob and equals):
            raise UsageError(f"--format-of: {value!r} is no GLOB=FORMAT, such as *.inc=markdown")
        if form not in FORMATS:
            tail = did_you_mean(nearest(form, FORMATS)) or f"; there are {', '.join(FORMATS)}"
            raise UsageError(f"--format-of: no text format {form!r}{tail}")
        pairs.append((glob, form))
    return tuple(pairs)


def check_profile(name: str, profiles: tuple[str, ...]) -> None:
    """Raise UsageError unless there is such a profile."""
    if name not in profiles:
        tail = did_you_mean(nearest(name, profiles)) or f"; there are {', '.join(profiles)}"
        raise UsageError(f"--profile: no profile {name!r}{tail}")
