"""Where each setting of a text comes from: a default, a profile, a line of a settings file, or an option.

Values are those that ``Choices`` resolves; here they are only traced back, so that there is one way to resolve them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lint.front.choices import Choices
from lint.load.settings import SettingsFile, Step, globs_of, steps_of
from lint.load.toml_lines import Place, line_of
from lint.model.settings import Settings
from lint.model.typed import Any, NamedTuple
from lint.prepare import ruleset_of
from lint.run.selection import target_layers

KEYS = (
    "profile", "select", "extend-select", "ignore", "repeats", "min-confidence", "fail-on", "exclude", "packs",
    "format", "any-language", "acronyms", "today",
)  # fmt: skip
"""The keys of a settings file in the order in which they are documented; ``targets`` follow by themselves."""
TARGETS = "targets."
_STARTING_ANEW = ("select", "extend-select", "ignore")
"""Lists of the settings that ``--select`` drops: what options say counts alone."""
_OPTIONS = {"packs": "--rules", "format": "--format-of"}


class Origin(NamedTuple):
    """Where a value comes from.

    ``source`` is ``default``, ``profile`` (``name`` is its name), ``option`` (``name`` is the option), ``file`` or
    ``section``: these have the ``path`` and ``line`` of a settings file, and a section has its glob as ``name``.
    """

    source: str
    name: str = ""
    path: str = ""
    line: int = 0

    def __str__(self) -> str:
        """Return the origin in words."""
        if self.source == "default":
            return "default"
        if self.source == "profile":
            return f"profile {self.name}"
        if self.source == "option":
            return self.name
        return f"{self.path}:{self.line}" + (f", for {self.name}" if self.source == "section" else "")


class Row(NamedTuple):
    """One value of one key (an item of a list, or None where the list is empty) with its origin."""

    key: str
    value: Any
    origin: Origin


class _Written:
    """A settings file with its lines."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file
        self._source = Path(file.path).read_text("utf-8-sig")
        self._prefix: Place = ("tool", "whosays") if Path(file.path).name == "pyproject.toml" else ()

    def name_of(self, key: str, value: str, step: Step) -> str:
        """Return how a table writes an item of a list, ``""`` where it does not have it: packs are resolved paths."""
        named: list[str] = step.data[key]
        if key == "packs":
            return dict(zip(self._file.packs, named, strict=True)).get(value, "")
        return value if value in named else ""

    def origin(self, step: Step, key: Place, value: str = "") -> Origin:
        line = line_of(self._source, (*self._prefix, *step.place, *key), value)
        glob = ", ".join(globs_of(step.data)) if step.place else ""
        return Origin("section" if step.place else "file", glob, self._file.path, line)


def rows_for(path: str, choices: Choices) -> list[Row]:
    """Return every setting of the text at ``path``, as ``choices`` resolves it, with its origin.

    Raises SettingsError for mistakes in its settings file.
    """
    settings = choices.settings_for(path)
    choices.raise_problems()
    file = choices.settings_file(path)
    written = _Written(file) if file else None
    steps = tuple(steps_of(file, path)) if file else ()
    rows: list[Row] = []
    for key in KEYS:
        field = key.replace("-", "_")
        value = getattr(settings, field)
        if isinstance(value, tuple):
            rows += _listed(key, value, choices, steps, written)
        else:
            rows.append(Row(key, value, _scalar(key, path, choices, steps, written)))
    return rows + list(_targets(settings, steps, written))


def _scalar(key: str, path: str, choices: Choices, steps: Sequence[Step], written: _Written | None) -> Origin:
    if key.replace("-", "_") in choices.given or (key == "format" and choices.format_of(path)):
        return Origin("option", option_of(key, choices))
    for step in reversed(steps):
        if written and key in step.data:
            return written.origin(step, (key,))
    return Origin("default")


def option_of(key: str, choices: Choices) -> str:
    """Return the option that sets a key."""
    if key == "min-confidence" and choices.strict:
        return "--strict"
    return _OPTIONS.get(key, f"--{key}")


def _listed(
    key: str, values: tuple[str, ...], choices: Choices, steps: Sequence[Step], written: _Written | None
) -> Iterator[Row]:
    """Yield a row for each item of a list, from the first table that names it; the last ``select`` stands alone."""
    anew = "select" in choices.given and key in _STARTING_ANEW
    naming = () if anew else tuple(step for step in steps if key in step.data)
    if key == "select":
        naming = naming[-1:]
    for value in values:
        origin = Origin("option", option_of(key, choices))
        for step in naming:
            if written and (name := written.name_of(key, value, step)):
                origin = written.origin(step, (key,), name)
                break
        yield Row(key, value, origin)
    if not values and written and naming:
        yield Row(key, None, written.origin(naming[-1], (key,)))
    elif not values:
        yield Row(key, None, Origin("option", "--select") if anew else Origin("default"))


def _targets(settings: Settings, steps: Sequence[Step], written: _Written | None) -> Iterator[Row]:
    """Yield the numbers of rules: the last of the profiles and tables that sets one."""
    found: dict[str, Row] = {}
    for profile, targets in target_layers(ruleset_of(settings.packs), settings):
        for rule, numbers in targets.items():
            for name, number in numbers.items():
                key = f"{TARGETS}{rule}.{name}"
                origin = Origin("profile", profile) if profile else _target(rule, name, steps, written)
                found[key] = Row(key, number, origin)
    yield from found.values()


def _target(rule: str, name: str, steps: Sequence[Step], written: _Written | None) -> Origin:
    for step in reversed(steps):
        for full, numbers in step.data.get("targets", {}).items():
            if written and full.rpartition("/")[2] == rule and name in numbers:
                return written.origin(step, ("targets", full, name))
    return Origin("default")
