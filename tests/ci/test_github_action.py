"""The action for GitHub: its form, its safety, and each of its steps run in a repository of its own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from runner import ACTION, ROOT, Ran, run_action
from scratch import BAD, git

sys.path.append(str(ROOT / "ci"))
import github_action

HERE = {"install": {"python": sys.executable}, "python": {}}
"""Takes the environment of these tests for the one that the action makes."""


def _check(repository: Path, **inputs: object) -> Ran:
    return run_action(repository, made=HERE, **({"args": "--isolated"} | inputs))  # type: ignore[arg-type]


def test_the_action_is_one_by_the_schema() -> None:
    schema = ("--builtin-schema", "vendor.github-actions")
    checker = (sys.executable, "-m", "check_jsonschema", *schema, ROOT / "action.yml")
    done = subprocess.run(checker, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_action_is_safe() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = (zizmor, "--offline", "--no-progress", "--persona=pedantic", ROOT / "action.yml")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_input_is_part_of_a_script_and_each_is_used() -> None:
    steps = ACTION["runs"]["steps"]
    assert not any("${{" in step.get("run", "") for step in steps)
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(steps)))
    assert used == set(ACTION["inputs"])
    assert all("description" in told for told in ACTION["inputs"].values())


def test_the_whole_action_in_an_environment_of_its_own(repository: Path) -> None:
    """Nothing of the repository is imported, whatever its files are called."""
    for name in ("pip.py", "venv.py", "glob.py", "shlex.py", "lint.py", "whosays.py"):
        (repository / name).write_text("raise SystemExit('imported from the repository')\n")
    ran = run_action(repository, python_version="", sarif="out.sarif", args="--isolated")
    if "whosays" not in ran.output and re.search(r"[Cc]onnection|No matching distribution", ran.output):
        pytest.skip("no package index can be reached")
    assert ran.status == 1, ran.output
    assert ran.outputs == {"findings": "1", "status": "1", "sarif": "out.sarif"}
    assert "article.md:3:1: warning: " in ran.output
    assert [re.sub(r" \(0.*", "", c) for c in ran.commands] == [
        "::warning file=article.md,line=3,endLine=3,col=1,endColumn=16,title=attribution/bare-expert-claim"
    ]
    assert ran.summary.startswith("## whosays: 1 finding in 1 file\n")
    assert json.loads((repository / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_the_status_is_that_of_the_check(repository: Path) -> None:
    assert _check(repository).status == 1
    assert _check(repository, fail_on="error").status == 0
    assert _check(repository, args="--isolated --exit-zero").status == 0
    assert _check(repository, args="--isolated --ignore attribution").outputs["findings"] == "0"
    gone = _check(repository, paths="article.md gone.md", args="--isolated --exit-zero")
    assert (gone.status, gone.outputs["findings"], gone.outputs["status"]) == (3, "1", "3")
    assert gone.commands[0] == "::error file=gone.md,line=1::no such file or folder; check the path"
    wrong = _check(repository, profile="newz")
    assert (wrong.status, wrong.outputs["findings"]) == (2, "0")
    assert "no profile 'newz'; did you mean" in wrong.output


def test_paths_are_split_and_globs_put_in_full(repository: Path) -> None:
    (repository / "a b.md").write_text(BAD)
    (repository / "docs" / "more").mkdir(parents=True)
    (repository / "docs" / "one.md").write_text(BAD)
    (repository / "docs" / "more" / "two.md").write_text(BAD)
    assert _check(repository, paths="'a b.md'\ndocs/*.md").outputs["findings"] == "2"
    assert _check(repository, paths="docs/**/*.md").outputs["findings"] == "2"
    assert _check(repository, paths="").outputs["findings"] == "4"
    assert "no such file or folder" in _check(repository, paths="*.rst").output
    assert _check(repository, paths="'a").status == 2


@pytest.mark.parametrize("name", [n for n in ACTION["inputs"] if n not in ("python-version", "extras")])
def test_no_input_is_run(name: str, repository: Path) -> None:
    evil = "$(touch pwned) `touch pwned`; touch pwned #\n::add-mask::x"
    ran = _check(repository, **{name.replace("-", "_"): evil})
    assert not (repository / "pwned").exists()
    assert all(c.startswith(("::warning file=", "::error ")) for c in ran.commands), ran.output


def test_no_text_and_no_name_gives_orders_to_the_runner(repository: Path) -> None:
    folder = repository / "::set-env name=A::"
    folder.mkdir()
    (folder / "##[add-path]x.md").write_text(f"::add-mask::{BAD}\n\n##[error]Experts say so.\n")
    (folder / "::error::gone.md").symlink_to("nowhere")
    ran = _check(repository)
    kinds = [re.match(r"::(\w+) file=(?:\S| )+::", command) for command in ran.commands]
    assert all(kinds), ran.commands
    assert ran.status == 3


def test_ten_of_a_kind_are_shown_and_the_rest_is_told_of(repository: Path) -> None:
    for number in range(14):
        (repository / f"{number}.md").write_text(BAD)
    ran = _check(repository)
    kinds = Counter(command[2:].split(" ")[0] for command in ran.commands)
    assert kinds == {"warning": 10, "notice": 1}
    shown = len(ran.commands) - 1
    left = int(ran.outputs["findings"]) - shown
    assert left == 5
    assert ran.commands[0].endswith(f"{left} more are in the log and in the summary")
    assert len(re.findall(r"^\w+\.md:\d+:\d+: ", ran.output, re.M)) == shown + left
    assert not _check(repository, annotations="false", summary="false").commands


def test_annotations_of_all_kinds_leave_room_for_the_notice() -> None:
    lines = [f"::{kind} file=a.md::{n}\n" for kind in ("error", "warning", "notice") for n in range(12)]
    shown = github_action.first_of_each("".join(lines)).splitlines()
    assert Counter(line[2:].split(" ")[0] for line in shown) == {"error": 10, "warning": 10, "notice": 10}
    assert "7 more" in shown[0]
    assert github_action.first_of_each("".join(lines[:10])) == "".join(lines[:10])


def test_a_summary_that_is_too_large_is_cut_and_says_so() -> None:
    text = "".join(f"- {n}: “größer”\n" for n in range(1000))
    cut = github_action.cut(text, 5000)
    assert len(cut.encode()) <= 5000
    *kept, last = cut.splitlines()
    whole = text.splitlines()
    kept = [line for line in kept if line]
    assert kept == whole[: len(kept)]
    assert last.startswith(f"**{len(whole) - len(kept):,} more lines did not fit")
    assert github_action.cut(text, 50_000) == text


def test_a_pull_request_is_asked_about_its_own_lines(pull_request: tuple[Path, str]) -> None:
    place, base = pull_request
    event = {"pull_request": {"base": {"sha": base}}}
    assert _check(place, event=event).outputs["findings"] == "3"
    changed = _check(place, event=event, changed_only="true")
    lines = re.findall(r"^(\S+:\d+):\d+: ", changed.output, re.M)
    assert lines == ["article.md:7", "new.md:1"], changed.output
    elsewhere = _check(place, event={"before": base}, changed_only="true")
    assert elsewhere.outputs["findings"] == "3"
    queue = _check(place, event={"merge_group": {"base_sha": base}}, changed_only="true")
    assert queue.outputs["findings"] == "2"


def test_a_branch_is_held_against_where_it_left(repository: Path, tmp_path: Path) -> None:
    """With the whole history at hand, what the other branch changed since is no change of this one."""
    old = "One.\n\nTwo.\n"
    (repository / "other.md").write_text(f"{BAD}\n{old}")
    git(repository, "add", ".")
    git(repository, "commit", "-m", "old")
    git(repository, "branch", "change")
    (repository / "other.md").write_text(old)
    git(repository, "commit", "-am", "mended on main")
    base = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "change")
    ran = _check(repository, event={"pull_request": {"base": {"sha": base}}}, changed_only="true")
    assert ran.outputs["findings"] == "0"


def test_a_base_that_cannot_be_had_is_told(pull_request: tuple[Path, str]) -> None:
    place, base = pull_request
    git(place, "remote", "set-url", "origin", "/nowhere")
    ran = _check(place, event={"pull_request": {"base": {"sha": base}}}, changed_only="true")
    assert ran.status == 2
    assert "give actions/checkout fetch-depth: 0" in ran.commands[0]
    shutil.rmtree(place / ".git")
    assert _check(place, event={"pull_request": {"base": {"sha": base}}}, changed_only="true").status == 2
