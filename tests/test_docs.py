"""What the pages tell people to paste: every YAML can be read and fits its tool, every command line is one."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint.front import arguments

ROOT = Path(__file__).parents[1]
PAGES = sorted(page for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")) if page.is_file())
_BLOCK = re.compile(r"^( *)```(\w*)[^\n]*\n(.*?)^\1```", re.M | re.S)
_SCHEMAS = {
    ".github/workflows/": "github-workflows",
    ".gitlab-ci.yml": "gitlab-ci",
    ".circleci/config.yml": "circle-ci",
    "azure-pipelines.yml": "azure-pipelines",
    "bitbucket-pipelines.yml": "bitbucket-pipelines",
}
"""The schema for the file that a block names in its first line."""


def _blocks(*languages: str) -> Iterator[tuple[str, str]]:
    """Yield page and text of each block of code, without its indentation."""
    for page in PAGES:
        for found in _BLOCK.finditer(page.read_text("utf-8")):
            if found[2] in languages:
                lines = (line.removeprefix(found[1]) for line in found[3].splitlines())
                yield page.relative_to(ROOT).as_posix(), "\n".join(lines) + "\n"


def _commands() -> Iterator[tuple[str, str]]:
    """Yield page and command line of each ``whosays …`` in a block of code."""
    for page, text in _blocks("console", "sh", "yaml", "groovy", "dockerfile", ""):
        joined = text.replace("\\\n", " ")
        for line in joined.splitlines():
            line = line.replace(".venv/bin/whosays", "whosays")
            line = re.sub(r"^\s*(?:\$ |- |(?:- )?(?:run|script|bash|command|sh|entry): *)+[\"']?", "", line)
            for part in re.split(r"\|\|?|&&|;|\s[<>]|[\"']$|[\"']'''?$", line):
                if (part := part.strip()).startswith("whosays "):
                    yield page, re.sub(r"\s#\s.*", "", part).strip()


COMMANDS = sorted(set(_commands()))
YAML = list(_blocks("yaml", "yml"))


@pytest.mark.parametrize(("page", "line"), COMMANDS, ids=[line[:60] for _, line in COMMANDS])
def test_a_command_line_is_one(page: str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = shlex.split(line)[1:]
    words = [word for word in words if word not in ("…", "...")]
    failed = None
    try:
        arguments.parser(words).parse_args(words)
    except SystemExit as stop:
        failed = stop.code
    assert not failed, f"{page}: {line}: {capsys.readouterr().err}"


def test_options_in_the_text_are_options() -> None:
    """In running text, each ``whosays check --option`` names an option of that command."""
    for page in PAGES:
        text = _BLOCK.sub("", page.read_text("utf-8"))
        for command, rest in re.findall(r"`whosays ([a-z-]+)([^`]*)`", text):
            assert command in arguments._COMMANDS, (page.name, command)
            known = _options(command)
            for option in re.findall(r"(?<!\S)--[a-z-]+", rest):
                assert option in known, f"{page.name}: whosays {command} {option}"


def _options(command: str) -> set[str]:
    whole: Any = arguments.parser()
    (commands,) = (action for action in whole._actions if getattr(action, "choices", None))
    return set(commands.choices[command]._option_string_actions)


@pytest.mark.parametrize(("page", "text"), YAML, ids=[f"{page}-{n}" for n, (page, _) in enumerate(YAML)])
def test_yaml_can_be_read_and_fits_its_tool(page: str, text: str, tmp_path: Path) -> None:
    assert list(yaml.safe_load_all(text))
    name = text.partition("\n")[0].removeprefix("# ")
    schema = next((schema for start, schema in _SCHEMAS.items() if name.startswith(start)), "")
    if not schema:
        return
    file = tmp_path / "pasted.yml"
    file.write_text(text, "utf-8")
    transform = ("--data-transform", schema) if schema in ("gitlab-ci", "azure-pipelines") else ()
    checker = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *transform)
    python = ("--regex-variant", "python")  # Azure's schema has patterns that only this engine takes
    done = subprocess.run((*checker, *python, file), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{page}: {done.stdout}"


def test_the_pages_have_both() -> None:
    assert len(COMMANDS) > 15
    assert any(text.startswith("# .github/workflows/") for _, text in YAML)
