from __future__ import annotations

import json
import os
import tempfile
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.front import cli
from lint.front.arguments import parser
from lint.front.choices import Choices
from lint.front.origins import KEYS, TARGETS, rows_for
from lint.load.settings_keys import TOP

NAMES = ("attribution", "hedging", "bare-expert-claim", "readability/long-sentence", "loaded/*", "time")
PATHS = ("a.md", "docs/a.md", "docs/deep/b.txt", "news/c.rst")
GLOBS = ("docs/**", "*.md", "news/", "!docs/deep/")


def _arguments(*argv: str) -> Namespace:
    args = parser(("settings",)).parse_args(["settings", *argv])
    args.paths = [args.path]
    return args


def _list(values: list[str]) -> str:
    return json.dumps(values)


names = st.lists(st.sampled_from(NAMES), max_size=3, unique=True)
tables = st.fixed_dictionaries(
    {},
    optional={
        "profile": st.sampled_from(("news", "docs", "general")).map(json.dumps),
        "select": names.map(_list),
        "extend-select": names.map(_list),
        "ignore": names.map(_list),
        "repeats": st.integers(0, 9).map(str),
        "min-confidence": st.sampled_from(("0", "0.5", "0.75")),
        "fail-on": st.sampled_from(("error", "never")).map(json.dumps),
        "format": st.sampled_from(("plain", "markdown")).map(json.dumps),
        "any-language": st.sampled_from(("true", "false")),
        "acronyms": st.lists(st.sampled_from(("NATO", "WHO", "EU")), max_size=2, unique=True).map(_list),
        "today": st.just('"2026-11-24"'),
        "targets.long-sentence.warning": st.integers(20, 60).map(str),
        "targets.long-paragraph.words": st.integers(90, 200).map(str),
    },
)
excludes = st.lists(st.sampled_from(GLOBS), max_size=3, unique=True)
options = st.lists(
    st.sampled_from(
        (
            ("--select", "hedging,time"),
            ("--extend-select", "loaded"),
            ("--ignore", "hedging,attribution"),
            ("--profile", "policy"),
            ("--strict",),
            ("--min-confidence", "0.9"),
            ("--fail-on", "suggestion"),
            ("--today", "2026-01-02"),
            ("--format-of", "*.md=plain"),
            ("--isolated",),
        )
    ),
    max_size=3,
    unique=True,
)


def _toml(table: dict[str, str]) -> str:
    return "".join(f"{key} = {value}\n" for key, value in table.items())


@given(tables, st.lists(st.tuples(st.sampled_from(GLOBS[:3]), tables), max_size=3), excludes, options)
def test_what_is_shown_is_what_a_check_goes_by(
    table: dict[str, str],
    sections: list[tuple[str, dict[str, str]]],
    exclude: list[str],
    said: list[tuple[str, ...]],
) -> None:
    """Values are those that a check resolves, and each stands at the line that is named for it."""
    text = _toml({**table, "exclude": _list(exclude)})
    text += "".join(f'[[files]]\nglob = "{glob}"\n{_toml(more)}' for glob, more in sections)
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            Path("whosays.toml").write_text(text, "utf-8")
            for path in PATHS:
                args = _arguments(path, *(word for option in said for word in option))
                _holds(path, Choices(args), text.splitlines())
        finally:
            os.chdir(before)


def _holds(path: str, choices: Choices, lines: list[str]) -> None:
    settings, rows = choices.settings_for(path), rows_for(path, choices)
    assert list(dict.fromkeys(row.key for row in rows if not row.key.startswith(TARGETS))) == list(KEYS)
    for key in KEYS:
        value = getattr(settings, key.replace("-", "_"))
        shown = [row.value for row in rows if row.key == key]
        assert shown == (list(value) or [None] if isinstance(value, tuple) else [value])
    numbers = {row.key.removeprefix(TARGETS): row.value for row in rows if row.key.startswith(TARGETS)}
    wanted = {f"{rule}.{name}": n for rule, pairs in settings.targets for name, n in pairs}
    assert numbers.items() >= wanted.items()
    for row in rows:
        if row.origin.source in {"file", "section"}:
            line = lines[row.origin.line - 1]
            assert line.startswith(f"{row.key} = ")
            said = f"{row.value:g}" if isinstance(row.value, float) else str(row.value)
            assert row.value is None or said.lower() in line.lower()
        elif row.origin.source == "option":
            assert row.origin.name.startswith("--")
        if row.key.removeprefix(TARGETS) in wanted:
            assert row.origin.source in {"file", "section"}


def test_every_key_is_shown() -> None:
    assert {*KEYS, "targets", "files"} == {*TOP}


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.chdir(tmp_path)

    def run(*argv: str) -> dict[str, Any]:
        capsys.readouterr()
        assert cli.main(["settings", "--format", "json", *argv]) == 0
        data: dict[str, Any] = json.loads(capsys.readouterr().out)
        return data

    return run


def _from(data: dict[str, Any], key: str) -> list[tuple[Any, dict[str, Any]]]:
    return [(row["value"], row["from"]) for row in data["settings"] if row["key"] == key]


def test_the_projects_file_counts_with_its_lines(told: Any) -> None:
    Path("pyproject.toml").write_text(
        '[project]\nname = "x"\n\n[tool.whosays]\nprofile = "news"\nignore = [\n  "time",\n  "hedging",\n]\n',
        "utf-8",
    )
    data = told("a.md")
    assert data["settings_file"] == "pyproject.toml"
    assert _from(data, "profile") == [("news", {"source": "file", "path": "pyproject.toml", "line": 5})]
    assert [(value, at["line"]) for value, at in _from(data, "ignore")] == [("time", 7), ("hedging", 8)]


def test_packs_are_shown_as_found_and_at_their_lines(told: Any) -> None:
    for name in ("mine", "house"):
        assert cli.main(["new-rule", f"words/of-{name}", "--into", name]) == 0
    Path("docs").mkdir()
    Path("docs/whosays.toml").write_text('packs = [\n  "../house",\n]\n', "utf-8")
    data = told("docs/a.md", "--rules", "mine")
    assert _from(data, "packs") == [
        ("house", {"source": "file", "path": "docs/whosays.toml", "line": 2}),
        ("mine", {"source": "option", "name": "--rules"}),
    ]


def test_why_a_file_is_not_found_in_folders(told: Any) -> None:
    Path(".git").mkdir()
    Path(".gitignore").write_text("/build/\n", "utf-8")
    Path("whosays.toml").write_text('exclude = ["old/"]\n[[files]]\nglob = "*.go"\nformat = "go"\n', "utf-8")
    for folder in ("build", "build/deep", "old"):
        Path(folder).mkdir()
    for path, why in (
        ("a.md", None),
        ("a.go", None),
        ("a.py", "its suffix is none that folders are searched for"),
        (".github/a.md", ".github is hidden"),
        ("node_modules/a.md", "folders called node_modules are passed over"),
        ("build/deep/a.md", ".gitignore leaves it out"),
        ("old/a.md", "excluded"),
    ):
        assert told(path)["found_in_folders"] == {"is": why is None, "why": why}
    assert told("old/a.md")["excluded"] == {"is": True, "why": "old/ at whosays.toml:1"}


def test_the_format_and_why(told: Any) -> None:
    Path("whosays.toml").write_text('[[files]]\nglob = "*.inc"\nformat = "rest"\n', "utf-8")
    assert told("a.tex")["format"] == {"name": "latex", "why": "by its suffix .tex"}
    assert told("README")["format"] == {"name": "plain", "why": "its name has no suffix"}
    assert told("a.odd")["format"] == {"name": "plain", "why": "the suffix .odd is not known"}
    assert told("a.inc")["format"] == {"name": "rest", "why": "whosays.toml:3, for *.inc"}
    assert told("a.inc", "--format-of", "*.inc=org")["format"] == {"name": "org", "why": "--format-of"}


def test_the_baseline_and_the_settings_file(told: Any) -> None:
    assert told("a.md")["settings_file"] is None
    Path("whosays-baseline.json").write_text('{"baseline": 1, "files": {"a.md": {"time/x 00": 3}}}', "utf-8")
    assert told("a.md")["baseline"] == {"path": "whosays-baseline.json", "known": 3}
    assert told("a.md", "--no-baseline")["baseline"] is None
    assert told(".")["format"] is None
