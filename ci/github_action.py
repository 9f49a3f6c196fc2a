"""The step of action.yml that checks: inputs in variables → one run of whosays → log, annotations, summary, outputs.

It runs in the environment that the action made, whose ``whosays`` lies beside this Python.
"""

from __future__ import annotations

import glob
import os
import secrets
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

SHOWN = 10
"""Annotations of a kind that GitHub shows of one step; it drops the others without a word."""
LARGEST = 1_000_000
"""Bytes of a summary that are written: GitHub shows none that is larger than a MiB."""
_KINDS = ("error", "warning", "notice")


class InputError(ValueError):
    """What keeps the step from its work, in a line that says what to do."""


def main(env: Mapping[str, str]) -> int:
    """Run the step. Returns its exit status."""
    folder = Path(tempfile.mkdtemp(prefix="whosays-", dir=env.get("RUNNER_TEMP")))
    try:
        command = [*_whosays(), *arguments(env, folder)]
    except InputError as error:
        print(f"::error title=whosays::{error}")
        return 2
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", flush=True)  # no text and no file name gives orders to the runner
    status = subprocess.run(command, check=False).returncode
    log = _text(folder / "log")
    print(log, end="")
    print(f"::{token}::")
    if _is_on(env, "ANNOTATIONS"):
        print(first_of_each(_text(folder / "annotations")), end="")
    if _is_on(env, "SUMMARY") and (place := env.get("GITHUB_STEP_SUMMARY")):
        with Path(place).open("a", encoding="utf-8", newline="\n") as file:
            file.write(cut(_text(folder / "summary"), LARGEST))
    _put_out(env, findings=log.count("\n"), status=status, sarif=_sarif(env))
    return status


def _whosays() -> list[str]:
    """Return the command: the script, for ``python -m`` would import what lies in the folder that is checked."""
    name = "whosays.exe" if os.name == "nt" else "whosays"
    return [str(Path(sys.executable).with_name(name))]


def arguments(env: Mapping[str, str], folder: Path) -> list[str]:
    """Return the arguments of whosays, whose reports go to ``folder``. Raises InputError."""
    found = ["check", *_words(env, "ARGS")]
    found += [f"--{name}={value}" for name in ("profile", "fail-on") if (value := _input(env, name))]
    if _is_on(env, "CHANGED_ONLY") and (base := base_of(env)):
        found += [f"--changed-since={base}", "--changed-lines"]
    for form, file in (("concise", "log"), ("github", "annotations"), ("markdown", "summary")):
        found += ["--format", form, "--output", str(folder / file)]
    if sarif := _sarif(env):
        found += ["--format", "sarif", f"--output={sarif}", "--no-suppressed"]
    return [*found, "--", *paths(_words(env, "PATHS"))]


def paths(named: list[str]) -> list[str]:
    """Return paths with globs put in full, as a shell does: one that fits nothing stays, to be complained of."""
    return [
        path
        for name in named or ["."]
        for path in (not Path(name).exists() and sorted(glob.glob(name, recursive=True))) or [name]  # noqa: PTH207
    ]


def base_of(env: Mapping[str, str]) -> str:
    """Return the commit that a pull request or a merge queue starts from, ``""`` elsewhere. Raises InputError."""
    sha = env.get("BASE_SHA", "")
    if not sha:
        return ""
    if _git("cat-file", "-e", f"{sha}^{{commit}}") is None:
        # A checkout has one commit unless it was asked for more.
        _git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", sha)
        if _git("cat-file", "-e", f"{sha}^{{commit}}") is None:
            raise InputError(
                f"changed-only: commit {sha} is not here and cannot be fetched; give actions/checkout fetch-depth: 0"
            )
    return (_git("merge-base", sha, "HEAD") or "").strip() or sha


def _git(*args: str) -> str | None:
    """Return what git prints, None where it fails."""
    try:
        done = subprocess.run(("git", *args), capture_output=True, text=True, check=False)
    except OSError as error:
        raise InputError(f"changed-only: cannot run git: {error.strerror}") from None
    return done.stdout if done.returncode == 0 else None


def first_of_each(annotations: str) -> str:
    """Return the annotations that GitHub shows, which come with the gravest and surest first.

    Where there are more, a notice says so; it takes the place of one.
    """
    lines = annotations.splitlines(keepends=True)
    room = dict.fromkeys(_KINDS, SHOWN)
    room["notice"] -= max(Counter(map(_kind, lines)).values(), default=0) > SHOWN
    shown = []
    for line in lines:
        room[_kind(line)] -= 1
        if room[_kind(line)] >= 0:
            shown.append(line)
    if more := len(lines) - len(shown):
        told = f"GitHub shows {SHOWN} annotations of a kind: {more:,} more are in the log and in the summary"
        shown.insert(0, f"::notice title=whosays::{told}\n")
    return "".join(shown)


def _kind(line: str) -> str:
    return next(kind for kind in _KINDS if line.startswith(f"::{kind}"))


def cut(text: str, largest: int) -> str:
    """Return a summary of at most so many bytes, of whole lines, with a last one that tells what is missing."""
    data = text.encode()
    if len(data) <= largest:
        return text
    kept = data[: data.rfind(b"\n", 0, largest - 200) + 1]
    left = data[len(kept) :].count(b"\n")
    return f"{kept.decode()}\n**{left:,} more lines did not fit: GitHub shows 1 MiB. The log has every finding.**\n"


def _input(env: Mapping[str, str], name: str) -> str:
    return env.get(f"INPUT_{name.upper().replace('-', '_')}", "").strip()


def _is_on(env: Mapping[str, str], name: str) -> bool:
    return _input(env, name).lower() in ("true", "yes", "on", "1")


def _words(env: Mapping[str, str], name: str) -> list[str]:
    try:
        return shlex.split(_input(env, name))
    except ValueError as error:
        raise InputError(f"{name.lower()}: {error}") from None


def _sarif(env: Mapping[str, str]) -> str:
    return " ".join(_input(env, "SARIF").splitlines())


def _text(path: Path) -> str:
    """Return a report, empty where the run came to nothing."""
    return path.read_text("utf-8") if path.exists() else ""


def _put_out(env: Mapping[str, str], **values: object) -> None:
    if place := env.get("GITHUB_OUTPUT"):
        with Path(place).open("a", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{name}={value}\n" for name, value in values.items())


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.exit(main(os.environ))
