"""The hooks that are offered, and those that we use ourselves."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from identify import identify
from runners import BIN, ROOT, Home

from lint.front.cli import parser
from lint.read import CODE_SUFFIXES, NAMES, SUFFIXES

MANIFEST: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
HOOKS = {hook["id"]: hook for hook in MANIFEST}
OWN: dict[str, Any] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
RUNNERS = ("pre-commit", "prek")


@pytest.mark.parametrize("runner", RUNNERS)
@pytest.mark.parametrize(
    "command",
    [("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", ".pre-commit-config.yaml")],
)
def test_the_runners_take_it(runner: str, command: tuple[str, str], tmp_path: Path) -> None:
    home = Home(tmp_path)
    done = home.ask(ROOT, str(BIN / runner), *command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_five() -> None:
    assert list(HOOKS) == [
        "whosays",
        "whosays-fix",
        "whosays-changed",
        "whosays-commit-msg",
        "whosays-system",
    ]


@pytest.mark.parametrize("hook", MANIFEST, ids=lambda hook: hook["id"])
def test_a_hook_says_what_runners_must_know(hook: dict[str, Any]) -> None:
    assert hook["description"]
    assert hook["minimum_pre_commit_version"] == "3.2.0"
    assert (
        hook["require_serial"] is True
    )  # whosays shares the work out itself, and a text is asked about once
    message = hook["id"] == "whosays-commit-msg"
    assert hook["stages"] == (["commit-msg"] if message else ["pre-commit", "pre-push", "manual"])
    assert "args" not in hook  # what stands there is lost when somebody gives args of their own
    command, *options = hook["entry"].split()
    assert command == "whosays"
    args = parser(options).parse_args([*options, "--profile", "news", "--format", "json", "a.md"])
    assert args.hook
    assert args.force_exclude != message
    assert hook.get("types") == (None if message else ["text"])


@pytest.mark.parametrize("hook", [h for h in MANIFEST if "files" in h], ids=lambda hook: hook["id"])
def test_a_hook_takes_every_format_that_is_read_but_programs(hook: dict[str, Any]) -> None:
    files = hook["files"]
    suffixes = {suffix for suffix in SUFFIXES if suffix}
    assert {f".{name}" for name in re.search(r"\((\w+(?:\|\w+)+)\)", files)[1].split("|")} == suffixes  # type: ignore[index]
    for suffix in suffixes:
        assert re.search(files, f"docs/a{suffix}")
        assert re.search(files, f"A{suffix.upper()}")
    for name in (
        *(f"a{suffix}" for suffix in {*CODE_SUFFIXES} - suffixes),
        *NAMES,
        "README",
        "amd",
        "a.md.png",
    ):
        assert not re.search(files, name)


def test_identify_has_no_tag_for_every_format(tmp_path: Path) -> None:
    """Why the hooks have ``files``: when this fails, ``types_or`` may be the better way."""
    known = {suffix for suffix in SUFFIXES if suffix and identify.tags_from_filename(f"a{suffix}")}
    assert {".org", ".typ", ".wiki", ".rmd"} & {suffix for suffix in SUFFIXES if suffix} - known


def test_our_own_configuration_uses_our_hooks() -> None:
    (local,) = OWN["repos"]
    ours = {hook["id"]: hook for hook in local["hooks"] if hook["id"] in HOOKS}
    assert set(ours) == {"whosays", "whosays-commit-msg"}
    for name, hook in ours.items():
        assert hook["entry"] == f".venv/bin/{HOOKS[name]['entry']}"
        assert hook["require_serial"] is True
        assert set(hook["stages"]) <= set(HOOKS[name]["stages"])
    assert OWN["default_install_hook_types"] == ["pre-commit", "commit-msg"]


@pytest.mark.parametrize("runner", RUNNERS)
def test_our_own_pages_pass_the_hooks(runner: str, tmp_path: Path) -> None:
    git = ("git", "-C", str(ROOT), "rev-parse", "--show-toplevel")
    if subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip() != str(ROOT):
        pytest.skip("no checkout of git")
    home = Home(tmp_path)
    (tmp_path / ".gitconfig").write_text("[safe]\ndirectory = *\n", "utf-8")
    slow = {"SKIP": "format,types,floors,rules"}  # `make check` has them; no test rewrites our code
    done = home.ask(ROOT, str(BIN / runner), "run", "--all-files", "--show-diff-on-failure", **slow)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "whosays on our own pages" in done.stdout
    message = tmp_path / "COMMIT_EDITMSG"
    message.write_text("Round it\n\nExperts agree that it is right.\n", "utf-8")
    asked = ("run", "--hook-stage", "commit-msg", "--commit-msg-filename", str(message))
    done = home.ask(ROOT, str(BIN / runner), *asked, **slow)
    assert done.returncode == 1
    assert "unsupported-consensus" in done.stdout
