"""Runs each ``tests/cli/*.toml``: the command as a process of its own, in a folder of its own.

A case has ``args``, ``status`` and any of ``stdin``, ``env``, ``stdout`` (exact), ``stdout_contains``,
``stdout_not_contains``, and the same for ``stderr``. ``[files]`` maps a path to its text, or to one of
``{base64 = "…"}``, ``{symlink = "target"}``, ``{repeat = "…", times = 9, then = "…"}``, ``{folder = true}``
or ``{text = "…", mode = "000"}``.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

CASES = sorted(Path(__file__).with_name("cli").glob("*.toml"))
ROOT = Path(__file__).parents[1]


def _lay(folder: Path, name: str, content: Any) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    match content:
        case str(text):
            path.write_bytes(text.encode())
        case {"base64": data}:
            path.write_bytes(base64.b64decode(data))
        case {"symlink": target}:
            path.symlink_to(target)
        case {"repeat": text, "times": times, "then": end}:
            path.write_bytes(text.encode() * times + end.encode())
        case {"text": text, "mode": mode}:
            path.write_text(text, "utf-8")
            path.chmod(int(mode, 8))
        case {"folder": True}:
            path.mkdir()
        case _:
            raise ValueError(f"no such form of file: {content}")


def _environment(case: dict[str, Any]) -> dict[str, str]:
    inherited = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    path = os.pathsep.join(filter(None, (str(ROOT), inherited.get("PYTHONPATH"))))
    return {**inherited, "PYTHONPATH": path, "PYTHONUTF8": "1", **case.get("env", {})}


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_command(path: Path, tmp_path: Path) -> None:
    case = tomllib.loads(path.read_text("utf-8"))
    files = case.get("files", {})
    if os.geteuid() == 0 and any(isinstance(f, dict) and "mode" in f for f in files.values()):
        pytest.skip("root reads everything")
    for name, content in files.items():
        _lay(tmp_path, name, content)
    stdin = case.get("stdin", "")
    done = subprocess.run(
        [sys.executable, "-m", "lint.front.cli", *case["args"]],
        input=stdin.encode() if isinstance(stdin, str) else base64.b64decode(stdin["base64"]),
        capture_output=True,
        cwd=tmp_path,
        env=_environment(case),
        timeout=60,
        check=False,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    shown = f"stdout:\n{out[:4000]}\nstderr:\n{err[:4000]}"
    assert "Traceback" not in err, shown
    assert done.returncode == case["status"], shown
    for stream, text in (("stdout", out), ("stderr", err)):
        if stream in case:
            assert text == case[stream]
        for part in case.get(f"{stream}_contains", ()):
            assert part in text, shown
        for part in case.get(f"{stream}_not_contains", ()):
            assert part not in text, shown


def test_there_are_cases() -> None:
    assert CASES
