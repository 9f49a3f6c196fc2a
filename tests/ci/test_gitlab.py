"""The component for GitLab: its form, and its script run by the shells that GitLab's runner takes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import yaml
from runner import ROOT
from scratch import CLEAN, git

FILE = ROOT / "templates" / "whosays.yml"
HEAD, JOB = yaml.safe_load_all(FILE.read_text("utf-8"))
INPUTS = HEAD["spec"]["inputs"]
SHELLS = {"bash": ("bash", "-eo", "pipefail"), "sh": (shutil.which("dash") or "sh", "-e")}


def _put_in(value: Any, given: dict[str, str]) -> Any:
    """Put inputs in their places, as GitLab does with what it has read."""
    if isinstance(value, dict):
        return {key: _put_in(each, given) for key, each in value.items()}
    if isinstance(value, list):
        return [_put_in(each, given) for each in value]
    if not isinstance(value, str):
        return value
    return re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda found: given[found[1]], value)


def _given(inputs: dict[str, str]) -> dict[str, str]:
    named = {name.replace("_", "-"): value for name, value in inputs.items()}
    assert set(named) <= set(INPUTS)
    return {name: str(told["default"]) for name, told in INPUTS.items()} | named


def _job(place: Path, shell: str = "sh", env: dict[str, str] | None = None, **inputs: str) -> tuple[int, str]:
    """Run the job's script in a checkout; return its status and its log."""
    job = _put_in(JOB, _given({"requirement": "", "args": "--isolated"} | inputs))["whosays"]
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("CI_")}
    path = os.pathsep.join((str(Path(sys.executable).parent), inherited["PATH"]))
    done = subprocess.run(
        (*SHELLS[shell], "-c", "\n".join(job["script"])), cwd=place, stdin=subprocess.DEVNULL,
        env=inherited | {"PATH": path, "PYTHONUTF8": "1"} | job["variables"] | (env or {}),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout


def _issues(place: Path) -> list[Any]:
    return list(json.loads((place / "gl-code-quality-report.json").read_text("utf-8")))


def test_head_and_job_are_by_the_schema(tmp_path: Path) -> None:
    for name, part in (("head", HEAD), ("job", _put_in(JOB, _given({})))):
        file = tmp_path / f"{name}.yml"
        file.write_text(yaml.safe_dump(part), "utf-8")
        schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
        command = (sys.executable, "-m", "check_jsonschema", *schema, file)
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_no_input_is_part_of_the_script_and_each_is_used() -> None:
    assert "$[[" not in "".join(JOB["whosays"]["script"])
    assert set(re.findall(r"inputs\.([\w-]+)", json.dumps(JOB))) == set(INPUTS)
    assert all(told["description"] for told in INPUTS.values())


@pytest.mark.parametrize("shell", SHELLS)
def test_the_job_writes_what_gitlab_shows(shell: str, repository: Path) -> None:
    (repository / "a b.md").write_text(CLEAN)
    status, log = _job(repository, shell)
    assert status == 1, log
    assert log.startswith("article.md:3:1: warning: ")
    (issue,) = _issues(repository)
    assert issue["location"]["path"] == "article.md"
    assert set(JOB["whosays"]["artifacts"]["reports"].values()) == {
        "gl-code-quality-report.json",
        "whosays-junit.xml",
    }
    assert len(list(ET.parse(repository / "whosays-junit.xml").iter("failure"))) == 1
    assert _job(repository, shell, fail_on="error")[0] == 0
    assert _job(repository, shell, args="--isolated --exit-zero", paths="*.md gone.md")[0] == 3
    assert _job(repository, shell, profile="newz")[0] == 2


@pytest.mark.parametrize("shell", SHELLS)
def test_a_merge_request_is_asked_about_its_own_lines(shell: str, pull_request: tuple[Path, str]) -> None:
    place, base = pull_request
    plain = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    assert _job(place, shell, plain)[0] == 1
    assert sorted(i["location"]["path"] for i in _issues(place)) == ["article.md", "new.md"]
    _job(place, shell, plain, changed_only="false")
    assert len(_issues(place)) == 3
    merged = {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "0" * 40,
        "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": git(place, "rev-parse", "HEAD"),
    }
    assert _job(place, shell, merged)[0] == 0
    assert _issues(place) == []


@pytest.mark.parametrize("name", [name for name in INPUTS if name not in ("stage", "image", "requirement")])
def test_no_input_is_run(name: str, repository: Path) -> None:
    _job(repository, **{name.replace("-", "_"): "$(touch pwned) `touch pwned`; touch pwned #"})
    assert not (repository / "pwned").exists()


def test_the_job_installs_what_it_is_told(repository: Path, tmp_path: Path) -> None:
    """For real, but from a wheel of our own and with the packages of these tests: without an index."""
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "wheel"))
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = (tmp_path / "wheel").glob("*.whl")
    for name in ("pip.py", "venv.py", "lint.py"):
        (repository / name).write_text("raise SystemExit('imported from the repository')\n")
    packages = next(p for p in sys.path if p.endswith("site-packages"))
    env = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PYTHONPATH": packages, "PATH": os.environ["PATH"]}
    status, log = _job(repository, env=env, requirement=str(wheel))
    if "ensurepip" in log:
        pytest.skip("this Python makes no environments with pip")
    assert status == 1, log
    assert len(_issues(repository)) == 1
