"""How long a hook keeps its user waiting: ours, proselint's, and what any hook costs, through each runner.

python bench/hooks.py [--rounds 15]

Each round runs all of them in turn over five Markdown files of 5 KB. *Any hook* is ``ruff --version`` and the start of a Python
that does nothing, as two hooks of one run: what a linter written in Rust and one in Python cannot do without. *First*
is a run after every file was changed, *again* one over the same files.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "hooks"))

from runners import Home, Scratch  # noqa: E402 - it lies with the tests that drive the same runners

FILES, SIZE = 5, 5_000
RATIO = 1.6
_LOCAL = """repos:
  - repo: local
    hooks:
"""
_HOOK = """      - id: {name}
        name: {name}
        entry: {entry}
        language: python
        additional_dependencies: [{needs}]
        types: [markdown]
        require_serial: true
        pass_filenames: {files}
"""
ANY, OURS, PROSELINT = "any hook", "whosays", "proselint"


def configurations(home: Home) -> dict[str, str]:
    """Return what is timed: a name, and the runner's configuration."""
    ruff = _HOOK.format(name="ruff", entry="ruff --version", needs="ruff", files="false")
    empty = _HOOK.format(name="python", entry="python -c ''", needs="", files="false")
    other = _HOOK.format(
        name="proselint", entry="proselint check", needs='"proselint>=0.16,<0.17"', files="true"
    )
    return {ANY: _LOCAL + ruff + empty, OURS: home.config("whosays"), PROSELINT: _LOCAL + other}


def pages() -> list[str]:
    """Return five texts: what our own pages say, without their ends."""
    texts = sorted((path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md")), key=len, reverse=True)
    return [text[: text.rindex("\n\n", 0, SIZE)] + "\n" for text in texts[:FILES]]


def timed(scratch: Scratch, config: str) -> float:
    """Return the seconds of one run over all files."""
    start = time.perf_counter()
    done = scratch.run("run", "--all-files", "--config", config)
    took = time.perf_counter() - start
    assert done.returncode in (0, 1), done.stdout + done.stderr
    assert "Traceback" not in done.stdout, done.stdout
    return took


def measure(home: Home, runner: str, folder: Path, rounds: int) -> dict[str, list[float]]:
    """Return the seconds of every round by what was timed, ours first and again."""
    scratch = Scratch(home, runner, folder / runner)
    texts = pages()
    wanted = configurations(home)
    for name, config in wanted.items():
        scratch.write(f"{name}.yaml", config)
    took: dict[str, list[float]] = {name: [] for name in (ANY, f"{OURS}, first", f"{OURS}, again", PROSELINT)}
    for number in range(-2, rounds):  # the first two make the environments, and warm up
        for at, text in enumerate(texts):
            scratch.write(f"{at}.md", f"{text}\nThis is round {number} of {rounds}.\n")
        scratch.git("add", "--all")
        for name in took:
            seconds = timed(scratch, f"{name.partition(',')[0]}.yaml")
            if number >= 0:
                took[name].append(seconds)
    return took


def main() -> int:
    """Print a table; the status is 1 where a promise is not kept."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    kept = True
    with tempfile.TemporaryDirectory() as name:
        home = Home(Path(name) / "home")
        home.root.mkdir()
        home.make()
        print("| runner | hook | median ms | fastest | times any hook |\n|---|---|---|---|---|")
        for runner in ("pre-commit", "prek"):
            took = measure(home, runner, Path(name), rounds)
            middle = {what: statistics.median(times) for what, times in took.items()}
            for what, seconds in middle.items():
                ratio = seconds / middle[ANY]
                print(
                    f"| {runner} | {what} | {seconds * 1000:.0f} | {min(took[what]) * 1000:.0f} | {ratio:.2f} |"
                )
                if what.startswith(OURS):
                    kept &= ratio <= RATIO and seconds < middle[PROSELINT]
    print("kept" if kept else f"NOT kept: at most {RATIO} times any hook, and less than proselint's")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
