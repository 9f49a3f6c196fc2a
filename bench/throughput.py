"""Run whosays beside proselint over the same files, in turn: throughput, one small file, peak memory.

    python bench/throughput.py PATHS… [--repeat 3] [--small 20]

Both run as commands, one process each, with their reports as JSON into nothing. proselint gets its own
default checks with its limit of 1,000 findings lifted. whosays gets proselint's default checks and all of its
own rules, also those that its profile leaves off, and measures readability. Both may keep their bytecode,
whatever PYTHONDONTWRITEBYTECODE says: one that was installed has it and a checkout may not, and that is not
what is asked here. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

SUFFIXES = {".md", ".markdown", ".txt", ".rst"}
OURS = "attribution,generalization,hedging,certainty,agency,loaded,sourcing,structure,consistency,readability"
SMALL = 3_072
"""Bytes of the small file."""
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
Command = Callable[[Sequence[str]], list[str]]


class Run(NamedTuple):
    """One process: its wall-clock time and the most memory that it held."""

    seconds: float
    megabytes: float


def script(name: str) -> str:
    """Return the path of a command of this environment."""
    return str(Path(sysconfig.get_path("scripts")) / name)


def whosays(files: Sequence[str]) -> list[str]:
    """Return our command over some files."""
    rules = ("--profile", "general", "--extend-select", OURS)
    alone = ("--isolated", "--jobs", "1", "--no-cache")
    return [script("whosays"), "check", *alone, *rules, "--format", "json", *files]


def proselint(config: Path) -> Command:
    """Return what makes proselint's command over some files."""
    return lambda files: [script("proselint"), "check", "--config", str(config), "-o", "json", *files]


def run(command: list[str]) -> Run:
    """Run a command to its end. Raises RuntimeError unless it checked everything."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"{Path(command[0]).name} exited with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
    return Run(seconds, usage.ru_maxrss * unit / 1e6)


def in_turn(commands: dict[str, list[str]], times: int) -> dict[str, list[Run]]:
    """Run each command so many times, one after the other, so that a slow minute is slow for all."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(times):
        for name, command in commands.items():
            runs[name].append(run(command))
        if sys.stderr.isatty():
            print(f"  {number + 1} of {times}\r", end="", file=sys.stderr, flush=True)
    return runs


def found(paths: Sequence[Path]) -> list[str]:
    """Return the texts among paths and below folders."""
    files = [f for p in paths for f in ([p] if p.is_file() else sorted(p.rglob("*")))]
    return [str(f) for f in files if f.is_file() and (f in paths or f.suffix in SUFFIXES)]


def show(runs: dict[str, list[Run]], megabytes: float) -> None:
    """Print a table and the ratios of the median and of the best run."""
    print(f"  {'':10}{'best':>10}{'median':>10}{'MB/s':>8}{'peak MB':>9}")
    for name, each in runs.items():
        seconds = [r.seconds for r in each]
        middle = statistics.median(seconds)
        peak = max(r.megabytes for r in each)
        print(f"  {name:10}{min(seconds):9.3f}s{middle:9.3f}s{megabytes / middle:8.2f}{peak:9.0f}")
    theirs, ours = ([r.seconds for r in runs[name]] for name in ("proselint", "whosays"))
    middle, best = statistics.median(theirs) / statistics.median(ours), min(theirs) / min(ours)
    print(f"  whosays is {middle:.1f} times as fast (median), {best:.1f} times (best)\n")


def small_file(files: Sequence[str], folder: Path) -> Path:
    """Return the beginning of the first text that is long enough, as a file of its own."""
    for name in files:
        text = Path(name).read_bytes()
        if len(text) >= SMALL:
            path = folder / f"small{Path(name).suffix}"
            path.write_bytes(text[:SMALL].rpartition(b"\n")[0] + b"\n")
            return path
    raise SystemExit(f"no text of {SMALL} bytes among the paths")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="texts, or folders of texts")
    parser.add_argument("--repeat", type=int, default=3, help="runs over all files (default: 3)")
    parser.add_argument("--small", type=int, default=20, help="runs over one 3 KB file (default: 20)")
    args = parser.parse_args()
    files = found(args.paths)
    megabytes = sum(Path(f).stat().st_size for f in files) / 1e6
    versions = ", ".join(f"{name} {version(name)}" for name in ("whosays", "proselint"))
    print(f"{versions}, Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "proselint.json"
        config.write_text(json.dumps({"max_errors": 10_000_000}), "utf-8")
        commands = {"proselint": proselint(config), "whosays": whosays}
        small = small_file(files, Path(folder))
        for make in commands.values():
            run(make([str(small)]))  # both find their caches and their bytecode warm
        print(f"{len(files)} files, {megabytes:.1f} MB, {args.repeat} runs each")
        show(in_turn({n: make(files) for n, make in commands.items()}, args.repeat), megabytes)
        size = small.stat().st_size
        print(f"one file of {size} bytes, start to finish, {args.small} runs each")
        show(in_turn({n: make([str(small)]) for n, make in commands.items()}, args.small), size / 1e6)


if __name__ == "__main__":
    main()
