"""The image's recipe: it takes what there is and no more, pinned, as nobody in particular."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from pathspec import GitIgnoreSpec
from runner import ROOT

TEXT = (ROOT / "Dockerfile").read_text("utf-8")
STEPS = [
    line.split(maxsplit=1)
    for line in re.sub(r"\\\n\s*", " ", TEXT).splitlines()
    if line and not line.startswith("#")
]


def _all(word: str) -> list[str]:
    return [rest for step, rest in STEPS if step == word]


def test_what_is_copied_is_there_and_reaches_the_builder() -> None:
    ignored = GitIgnoreSpec.from_lines((ROOT / ".dockerignore").read_text("utf-8").splitlines())
    copied = [part for rest in _all("COPY") if "--from" not in rest for part in rest.split()[:-1]]
    assert {"lint", "rules", "requirements/run.txt", "pyproject.toml"} <= set(copied)
    for path in copied:
        assert (ROOT / path).exists()
        assert not ignored.match_file(path), path
    for path in (".git", ".venv", "tests", "lint/__pycache__", "whosays.toml"):
        assert ignored.match_file(f"{path}/x" if "." in path[:1] else path), path


def test_packages_are_pinned_and_hashed() -> None:
    installed = re.findall(r"pip --python \S+ install ([^&]+)", " ".join(_all("RUN")))
    assert installed
    assert all("--require-hashes" in each or "--no-deps --no-index" in each for each in installed)


def test_nobody_in_particular_runs_it() -> None:
    assert _all("USER")[-1].isdecimal()
    assert _all("ENTRYPOINT") == ['["whosays"]']
    assert STEPS[-1] == ["FROM", "plain"], (
        "the image without git is what is built unless another is asked for"
    )


def test_no_registry_is_named() -> None:
    assert all(re.match(r"(?:python:|plain$)", rest.split(" AS ")[0]) for rest in _all("FROM"))


def test_a_linter_has_nothing_to_say() -> None:
    hadolint = shutil.which("hadolint")
    if not hadolint:
        pytest.skip("hadolint is not installed here")
    done = subprocess.run(
        (hadolint, "--failure-threshold", "warning", ROOT / "Dockerfile"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
