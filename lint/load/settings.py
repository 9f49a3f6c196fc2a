"""Settings files → Settings for each file. All mistakes of all files are collected."""

# os.path: a path stays the string that was typed, and walking thousands of them stays quick.
# ruff: noqa: PTH100, PTH109, PTH112, PTH113, PTH118, PTH119, PTH120, PTH123

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import lru_cache

from lint.load.settings_keys import Fault, Known, faults_of
from lint.load.toml_lines import Place, line_of
from lint.load.upward import nearest
from lint.model.finding import Problem
from lint.model.settings import Settings
from lint.model.typed import Any, NamedTuple

FILE_NAME = "whosays.toml"
_PROJECT = "pyproject.toml"
FILE_NAMES = (FILE_NAME, _PROJECT)
"""Files that may hold settings; in one folder the first goes first."""
_ADDING = ("extend-select", "ignore", "acronyms")
_REPLACING = ("profile", "select", "min-confidence", "fail-on", "format", "today", "repeats", "any-language")


class SettingsError(ValueError):
    """Mistakes in settings; ``problems`` has one for each, with file and line and exit status 2."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep all mistakes; the message is one line a mistake."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class SettingsFile(NamedTuple):
    """One settings file as read: ``data`` is valid; globs are relative to ``folder`` (absolute).

    ``packs`` are the folders of rules that it names, as seen from the current folder.
    """

    path: str
    folder: str
    data: dict[str, Any]
    packs: tuple[str, ...] = ()


class Step(NamedTuple):
    """One table of a settings file that holds for a text: its place in the file's data, and what it says."""

    place: Place
    data: dict[str, Any]


KnownWith = Callable[[tuple[str, ...]], Known]
"""The names that settings may use when packs of rules join the built-in ones."""


def read_settings(
    path: str,
    known: Known = Known(),  # noqa: B008 - immutable
    known_with: KnownWith | None = None,
) -> SettingsFile | None:
    """Read one settings file; None where a ``pyproject.toml`` has no ``[tool.whosays]``.

    Raises SettingsError with every mistake in it, or RuleFileError with those in the packs that it names.
    """
    is_project = os.path.basename(path) == _PROJECT
    try:
        with open(path, "rb") as file:
            raw = file.read()
    except OSError as error:
        raise SettingsError((Problem(path, f"settings not readable: {error.strerror}", status=2),)) from None
    if is_project and b"whosays" not in raw:
        return None
    source, data = _parsed(path, raw)
    prefix: tuple[str, ...] = ()
    if is_project:
        prefix = ("tool", "whosays")
        data = data.get("tool", {}).get("whosays")
        if data is None:
            return None
    packs, faults = _packs(path, data, prefix)
    if packs and not faults and known_with:
        known = known_with(packs)
    faults += faults_of(data, known, prefix) if isinstance(data, dict) else []
    if faults:
        problems = (Problem(path, f.message, line_of(source, f.place, f.value), 2) for f in faults)
        raise SettingsError(tuple(problems))
    return SettingsFile(path, os.path.dirname(os.path.abspath(path)), data, packs)


def _packs(path: str, data: Any, prefix: tuple[str, ...]) -> tuple[tuple[str, ...], list[Fault]]:
    """Return the folders that ``packs`` names, which lie relative to the settings file, and those not there."""
    named = data.get("packs") if isinstance(data, dict) else None
    if not isinstance(named, list) or not all(isinstance(name, str) for name in named):
        return (), []  # nothing, or a wrong type, which is told with the other keys
    packs = tuple(os.path.normpath(os.path.join(os.path.dirname(path), name)) for name in named)
    faults = [
        Fault((*prefix, "packs"), f"packs: no folder {name!r} beside this file", name)
        for name, pack in zip(named, packs, strict=True)
        if not os.path.isdir(pack)
    ]
    return packs, faults


def _parsed(path: str, raw: bytes) -> tuple[str, dict[str, Any]]:
    import tomllib  # imported late: most runs of a hook have no settings file

    try:
        source = raw.decode("utf-8-sig")
        return source, tomllib.loads(source)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problem = Problem(path, "settings are not UTF-8; save the file as UTF-8", line, 2)
    except tomllib.TOMLDecodeError as error:
        what = str(error)
        line = int("".join(c for c in what.partition("line ")[2].partition(",")[0] if c.isdigit()) or 1)
        if "end of document" in what:
            line = max(source.rstrip().count("\n") + 1, 1)
        problem = Problem(path, f"not valid TOML: {what}", line, 2)
    raise SettingsError((problem,))


class SettingsFinder:
    """Finds the nearest settings of each path, reading each settings file once.

    ``fixed`` names one file that serves all paths; ``isolated`` means that no file is looked for.
    Mistakes are kept in ``problems`` and the file's settings are left at their defaults, so that one
    run shows all mistakes of all files.
    """

    def __init__(
        self,
        known: Known = Known(),  # noqa: B008 - immutable
        *,
        fixed: str = "",
        isolated: bool = False,
        known_with: KnownWith | None = None,
    ) -> None:
        """Read ``fixed`` at once; other files as paths ask for them."""
        self.problems: list[Problem] = []
        self._known = known
        self._known_with = known_with
        self._isolated = isolated
        self._near: dict[str, SettingsFile | None] = {}
        self._fixed = self._read(fixed) if fixed else None
        if self._fixed:  # globs of a file that was named hold from where the command runs
            self._fixed = self._fixed._replace(folder=os.getcwd())

    def settings_for(self, path: str) -> Settings:
        """Return the settings for the text at ``path`` (which need not exist)."""
        file = self.settings_file(path)
        if file is None:
            return Settings()
        settings = Settings(exclude=tuple(file.data.get("exclude", ())), packs=file.packs)
        for step in steps_of(file, path):
            settings = apply(settings, step.data)
        return settings

    def file_for(self, path: str) -> str:
        """Return the path of the settings file that holds for ``path``, ``""`` where there is none."""
        file = self.settings_file(path)
        return file.path if file else ""

    def packs_for(self, path: str) -> tuple[str, ...]:
        """Return the packs of the settings for ``path``."""
        file = self.settings_file(path)
        return file.packs if file else ()

    def excluded(self, path: str) -> bool:
        """Say whether the nearest settings exclude ``path``; a folder's path ends in a slash."""
        file = self.settings_file(path.rstrip("/"))
        globs = tuple(file.data.get("exclude", ())) if file else ()
        return bool(file and globs and covers(globs, path, file.folder))

    def names_format(self, path: str) -> bool:
        """Say whether a ``[[files]]`` section of the nearest settings gives ``path`` a format."""
        file = self.settings_file(path)
        return file is not None and any(
            "format" in section and covers(globs_of(section), path, file.folder)
            for section in file.data.get("files", ())
        )

    def settings_file(self, path: str) -> SettingsFile | None:
        """Return the settings file that holds for ``path``, as read."""
        if self._isolated or self._fixed:
            return self._fixed
        return nearest(path, self._near, self._in_folder)

    def _in_folder(self, folder: str) -> SettingsFile | None:
        for name in FILE_NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (found := self._read(path)):
                return found
        return None

    def _read(self, path: str) -> SettingsFile | None:
        shown = os.path.relpath(path) if os.path.abspath(path).startswith(os.getcwd() + os.sep) else path
        try:
            return read_settings(shown, self._known, self._known_with)
        except ValueError as error:  # mistakes in settings, or in the packs that they name
            if not hasattr(error, "problems"):
                raise
            self.problems += error.problems
            return None


def steps_of(file: SettingsFile, path: str) -> Iterator[Step]:
    """Yield the tables of a settings file that hold for ``path``, the later over the earlier."""
    yield Step((), file.data)
    for number, section in enumerate(file.data.get("files", ())):
        if covers(globs_of(section), path, file.folder):
            yield Step(("files", number), section)


def globs_of(section: dict[str, Any]) -> tuple[str, ...]:
    """Return the globs of a ``[[files]]`` section."""
    glob = section["glob"]
    return (glob,) if isinstance(glob, str) else tuple(glob)


@lru_cache(256)
def _spec(globs: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec  # imported late: it costs 20 ms and most settings have no glob

    return GitIgnoreSpec.from_lines(globs)


def covers(globs: tuple[str, ...], path: str, folder: str = "") -> bool:
    """Say whether one of the globs, relative to ``folder`` or the current one, stands for ``path``."""
    if globs == ("*",):  # as the hook for commit messages has it, which need not wait for pathspec
        return True
    slash = "/" if path.endswith("/") else ""
    inside = os.path.relpath(os.path.abspath(path), folder or os.getcwd()).replace(os.sep, "/")
    return bool(_spec(globs).match_file(inside + slash))


def deciding(globs: tuple[str, ...], path: str, folder: str) -> str:
    """Return the glob that has the last word on ``path``, ``""`` where none speaks of it."""
    slash = "/" if path.endswith("/") else ""
    inside = os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
    at = _spec(globs).check_file(inside + slash).index
    return globs[at] if at is not None else ""


def apply(settings: Settings, data: dict[str, Any]) -> Settings:
    """Return ``settings`` changed by one table: lists that add are joined, the rest is replaced."""
    changes: dict[str, Any] = {}
    for key in _REPLACING:
        if key in data:
            value = str(data[key]) if key == "today" else data[key]
            changes[key.replace("-", "_")] = tuple(value) if isinstance(value, list) else value
    for key in _ADDING:
        name = key.replace("-", "_")
        changes[name] = (*getattr(settings, name), *data.get(key, ()))
    if "targets" in data:
        changes["targets"] = _joined(settings.targets, data["targets"])
    return settings._replace(**changes)


Targets = tuple[tuple[str, tuple[tuple[str, float], ...]], ...]


def _joined(old: Targets, new: dict[str, dict[str, float]]) -> Targets:
    merged = {rule: dict(numbers) for rule, numbers in old}
    for rule, numbers in new.items():
        short = rule.rpartition("/")[2]
        merged[short] = merged.get(short, {}) | {name: float(n) for name, n in numbers.items()}
    return tuple((rule, tuple(numbers.items())) for rule, numbers in merged.items())
