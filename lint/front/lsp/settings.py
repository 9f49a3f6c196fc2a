"""Which settings hold for each text: its settings files as on the command line, then what the editor says."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path

from lint.front.choices import Choices
from lint.front.focusing import Focusing
from lint.front.lsp.buffers import UTF8, UTF16, UTF32
from lint.front.lsp.judging import Given
from lint.load.baseline import FILE_NAME as BASELINE
from lint.load.settings import FILE_NAME, SettingsError
from lint.model.finding import Problem
from lint.model.focus import Focus
from lint.model.names import did_you_mean, nearest
from lint.model.settings import Settings
from lint.model.typed import Any
from lint.read import CODE_SUFFIXES, SUFFIXES

LANGUAGES = {
    "adoc": "asciidoc",
    "asciidoc": "asciidoc",
    "asciidoctor": "asciidoc",
    "c": "c",
    "cpp": "cpp",
    "gfm": "markdown",
    "git-commit": "commit",
    "gitcommit": "commit",
    "go": "go",
    "html": "html",
    "java": "java",
    "javascript": "javascript",
    "javascriptreact": "javascript",
    "jupyter": "notebook",
    "latex": "latex",
    "mail": "email",
    "markdown": "markdown",
    "mdx": "markdown",
    "mediawiki": "mediawiki",
    "message": "email",
    "mhtml": "html",
    "org": "org",
    "pandoc": "markdown",
    "plaintex": "latex",
    "python": "python",
    "quarto": "markdown",
    "restructuredtext": "rest",
    "rmd": "markdown",
    "rst": "rest",
    "rust": "rust",
    "sh": "shell",
    "shellscript": "shell",
    "tex": "latex",
    "typescript": "typescript",
    "typescriptreact": "tsx",
    "typst": "typst",
    "wikitext": "mediawiki",
    "xhtml": "html",
}
"""Formats by the editors' language identifiers, for texts whose name has no suffix that tells."""
SECTION = "whosays"
"""What the editors call our part of their settings."""
WATCHED = (FILE_NAME, "pyproject.toml", BASELINE)
DELAY, PAUSE = 0.05, 0.5
"""Seconds after the last key until the changed paragraphs are judged, and from then until the whole text is."""
_LISTS = {"select": "select", "extendSelect": "extend_select", "ignore": "ignore", "rules": "rules"}
_ONE = {"profile": "profile", "minConfidence": "min_confidence", "settings": "settings", "today": "today"}
_ENCODINGS = (UTF8, UTF16, UTF32)
_OWN = (
    "delay",
    "pause",
    "lenses",
    "path",
    "positionEncoding",
    "programs",
    "semanticTokens",
    "trace",
    "workspace",
)


def plain(given: Any) -> dict[str, Any]:
    """Return an editor's settings as a dictionary, where pygls has made an object of them; nothing for anything else."""
    return given if isinstance(given, dict) else dict(getattr(given, "__dict__", {}))


class Wishes:
    """What the editor's user set for whosays there, beyond the settings files. ``faults`` are mistakes in it."""

    def __init__(self, data: object) -> None:
        """Read the editor's section ``whosays``; what it does not say stays as the settings files have it."""
        given = data if isinstance(data, Mapping) else {}
        self.faults: list[str] = []
        self.delay = self._number(given, "delay", DELAY)
        self.pause = self._number(given, "pause", PAUSE)
        self.lenses = given.get("lenses") is True
        self.tokens = given.get("semanticTokens") is True
        self.workspace = given.get("workspace") is not False
        self.encoding = str(given.get("positionEncoding") or "")
        if self.encoding and self.encoding not in _ENCODINGS:
            wrong, self.encoding = self.encoding, ""
            self.faults.append(
                f"whosays.positionEncoding must be one of {', '.join(_ENCODINGS)}, not {wrong!r}"
            )
        self._options: dict[str, Any] = {}
        for key, value in given.items():
            self._take(str(key), value)

    def _number(self, given: Mapping[str, Any], key: str, usual: float) -> float:
        """Return seconds, of which the editor gives thousandths."""
        value = given.get(key)
        if value is None:
            return usual
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 60_000:
            self.faults.append(f"whosays.{key} must be a number of milliseconds, not {value!r}")
            return usual
        return value / 1000

    def _take(self, key: str, value: object) -> None:
        if key in _OWN or value is None or value in ("", []):
            return
        if key in _LISTS:
            if isinstance(value, list) and all(isinstance(name, str) for name in value):
                self._options[_LISTS[key]] = value
            else:
                self.faults.append(f'whosays.{key} must be a list of strings, such as ["hedging"]')
        elif key == "minConfidence":
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
                self.faults.append(f"whosays.minConfidence must be a number from 0 to 1, not {value!r}")
            else:
                self._options["min_confidence"] = value
        elif key in _ONE:
            if isinstance(value, str):
                self._options[_ONE[key]] = value
            else:
                self.faults.append(f"whosays.{key} must be a string, not {value!r}")
        else:
            names = (*_OWN, *_LISTS, *_ONE)
            self.faults.append(f"no setting whosays.{key}{did_you_mean(nearest(key, names))}")

    def options(self, folders: Iterable[str]) -> Namespace:
        """Return what the command line would say, for the workspace's folders."""
        usual: dict[str, Any] = dict.fromkeys(
            ("select", "extend_select", "ignore", "profile", "min_confidence", "today", "rules", "fail_on")
        )
        usual |= dict.fromkeys(("settings", "baseline", "changed_since", "stdin_filename"))
        usual |= dict.fromkeys(("isolated", "strict", "score", "sentences", "no_baseline"), False)
        return Namespace(
            **(usual | self._options), changed_lines=False, formats=(), paths=list(folders) or ["."]
        )


class Standing:
    """The settings of every text as the files are now; made anew when one of these has changed."""

    def __init__(self, wishes: Wishes, folders: Iterable[str] = ()) -> None:
        """Read what the editor says. ``problems`` gathers the mistakes of all files and of the editor's settings."""
        self.wishes = wishes
        self.problems: dict[str, Problem] = {}
        self._choices: Choices | None = None
        options = wishes.options(folders)
        for attempt in (options, Wishes({}).options(folders)):
            try:
                self._choices = Choices(attempt)
                break
            except ValueError as error:
                self._keep(error)
        self._focusing = Focusing(options)

    def _keep(self, error: ValueError) -> None:
        """Keep the problems that an error brings. Raises it again where it brings none."""
        if not hasattr(error, "problems"):
            raise error
        for problem in error.problems:
            self.problems.setdefault(str(problem), problem)

    def given(self, path: str, language: str) -> Given:
        """Return how the text at ``path`` is to be checked; faulty files are passed over, and kept as problems."""
        settings, focus = Settings(), Focus()
        if self._choices:
            try:
                settings = self._choices.settings_for(path)
                self._choices.raise_problems()
            except ValueError as error:
                self._keep(error)
        try:
            focus = self._focusing.focus_of(path)
        except SettingsError as error:
            self._keep(error)
        suffix = Path(path).suffix.lower()
        if not settings.format and (not suffix or suffix not in {**SUFFIXES, **CODE_SUFFIXES}):
            settings = settings._replace(format=LANGUAGES.get(language, "plain"))
        return Given(path, settings, focus)

    def file_for(self, path: str) -> str:
        """Return the path of the settings file that holds for ``path``, ``""`` where there is none."""
        return self._choices.file_for(path) if self._choices else ""

    def excluded(self, path: str) -> bool:
        """Say whether the settings leave ``path`` out."""
        return bool(self._choices and self._choices.excluded(path))

    def wanted(self, path: str) -> bool:
        """Say whether the settings give ``path`` a format, so that a folder is searched for it."""
        return bool(self._choices and self._choices.wanted(path))
