"""What GitHub's runner does with a composite action, as far as ours needs it: ``run`` steps in bash, files and commands."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


class Ran(NamedTuple):
    """What came of an action: the status of its last step, what it printed, its summary and its outputs."""

    status: int
    output: str
    summary: str
    outputs: dict[str, str]

    @property
    def commands(self) -> list[str]:
        """The lines that the runner obeys: none between ``stop-commands`` and its token."""
        found, token = [], ""
        for line in self.output.splitlines():
            if token:
                token = "" if line.strip() == f"::{token}::" else token
            elif line.startswith("::stop-commands::"):
                token = line.removeprefix("::stop-commands::")
            elif line.lstrip().startswith("::") or "##[" in line:
                found.append(line)
        return found


def run_action(
    repository: Path,
    *,
    event: dict[str, Any] | None = None,
    made: dict[str, dict[str, str]] | None = None,
    **inputs: str,
) -> Ran:
    """Run the action in a repository. ``made`` has outputs of steps that are not run, by their ids."""
    given = {name: str(told.get("default", "")) for name, told in ACTION["inputs"].items()}
    for name, value in inputs.items():
        assert name.replace("_", "-") in given
        given[name.replace("_", "-")] = value
    context: dict[str, Any] = {"inputs": given, "github": {"event": event or {}}, "steps": {}}
    for step_id, outputs in (made or {}).items():
        context["steps"][step_id] = {"outputs": outputs}
    temp = repository.with_name(f"{repository.name}-temp")
    temp.mkdir(exist_ok=True)
    output, summary, status = "", "", 0
    for step in ACTION["runs"]["steps"]:
        if step["id"] in context["steps"] or ("if" in step and not _holds(step["if"], context)):
            continue
        done, more, outputs = _run(step, context, repository, temp)
        output, summary, status = output + done.stdout, summary + more, done.returncode
        context["steps"][step["id"]] = {"outputs": outputs}
        if status:
            break
    outputs = {name: _put_in(told["value"], context) for name, told in ACTION["outputs"].items()}
    return Ran(status, output, summary, outputs)


def _run(
    step: dict[str, Any], context: dict[str, Any], repository: Path, temp: Path
) -> tuple[subprocess.CompletedProcess[str], str, dict[str, str]]:
    files = {name: temp / f"{step['id']}-{name}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("")
    script = temp / f"{step['id']}.sh"
    script.write_text(step["run"], "utf-8")
    inherited = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV", "BASE_SHA")}
    env = inherited | {"GITHUB_ACTION_PATH": str(ROOT), "RUNNER_TEMP": str(temp), "GITHUB_ACTIONS": "true"}
    env |= {name: str(file) for name, file in files.items()}
    env |= {name: _put_in(value, context) for name, value in step.get("env", {}).items()}
    shell = {"bash": ("bash", "--noprofile", "--norc", "-eo", "pipefail")}[step["shell"]]
    done = subprocess.run(
        (*shell, script), cwd=repository, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    lines = files["GITHUB_OUTPUT"].read_text("utf-8").splitlines()
    return done, files["GITHUB_STEP_SUMMARY"].read_text("utf-8"), dict(line.split("=", 1) for line in lines)


def _put_in(value: str, context: dict[str, Any]) -> str:
    return _EXPRESSION.sub(lambda found: _value(found[1], context), str(value))


def _value(expression: str, context: dict[str, Any]) -> str:
    """Return the value of ``a.b.c || 'text'``, which is the first that is not empty."""
    for part in expression.split("||"):
        value: Any = context
        if literal := re.fullmatch(r"\s*'([^']*)'\s*", part):
            value = literal[1]
        else:
            for name in part.strip().split("."):
                value = value.get(name) if isinstance(value, dict) else None
        if value:
            return str(value)
    return ""


def _holds(condition: str, context: dict[str, Any]) -> bool:
    found = re.fullmatch(r"([\w.-]+) != ''", condition)
    assert found, condition
    return bool(_value(found[1], context))
