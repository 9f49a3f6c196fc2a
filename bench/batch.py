"""An archive through ``whosays report``: beside ``check`` on the same bytes, with one process and two, and how much memory.

    python bench/batch.py PATHS… [--megabytes 50 500] [--document 5000]

Texts below PATHS are cut at paragraphs into documents of some 5 KB and dealt out again and again until there are enough.
All is run as commands in one go, without kept results. Memory is that of the command and all its processes together, looked
at ten times a second (each page that they share counts once, where the system tells). Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

_WHOSAYS = (sys.executable, "-m", "lint.front.cli")
_SUFFIXES = {".md", ".rst", ".txt"}


def paragraphs(paths: list[Path]) -> list[str]:
    """Return the paragraphs of all texts below paths."""
    files = [
        f for p in paths for f in ([p] if p.is_file() else sorted(p.rglob("*"))) if f.suffix in _SUFFIXES
    ]
    found = [
        part for file in files for part in file.read_text("utf-8", "replace").split("\n\n") if part.strip()
    ]
    if not found:
        sys.exit("no texts there")
    return found


def documents(parts: list[str], size: int, megabytes: float) -> Iterator[str]:
    """Yield documents of about ``size`` characters until there are so many megabytes."""
    deal = random.Random(1)
    left = megabytes * 1e6
    while left > 0:
        held: list[str] = []
        while sum(map(len, held)) < size:
            at = deal.randrange(len(parts))
            held += parts[at : at + 6]
        text = "\n\n".join(held) + "\n"
        left -= len(text.encode())
        yield text


def run(*command: str) -> tuple[float, float]:
    """Return the seconds that a command takes, and the most megabytes that it and its processes held."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    most = 0.0
    ended = threading.Event()

    def look() -> None:
        nonlocal most
        while not ended.wait(0.1):
            most = max(most, held_by(process.pid))

    watcher = threading.Thread(target=look)
    watcher.start()
    _, complaint = process.communicate()
    seconds = time.perf_counter() - start
    ended.set()
    watcher.join()
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}\n{complaint}")
    return seconds, most


def held_by(pid: int) -> float:
    """Return the megabytes of a process and of those that it started."""
    total = 0.0
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) / 1000
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                total += held_by(int(child))
    except OSError:  # it has ended meanwhile
        pass
    return total


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--megabytes", nargs="+", type=float, default=[50.0, 500.0])
    parser.add_argument("--document", type=int, default=5000)
    args = parser.parse_args()
    parts = paragraphs(args.paths)
    print(f"{'MB':>6}{'texts':>9}  {'':34}{'seconds':>9}{'MB/s':>7}{'beside':>8}{'memory MB':>11}")
    for megabytes in args.megabytes:
        with tempfile.TemporaryDirectory() as made:
            measure(Path(made), documents(parts, args.document, megabytes), megabytes)


def measure(folder: Path, texts: Iterator[str], megabytes: float) -> None:
    """Write the texts as files and as one table, run all commands and print a line for each."""
    files = folder / "files"
    count = 0
    with (folder / "texts.jsonl").open("w", encoding="utf-8") as table:
        for count, text in enumerate(texts, 1):
            place = files / f"{count // 1000:04}"
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{count}.md").write_text(text, "utf-8")
            table.write(json.dumps({"id": str(count), "text": text}) + "\n")
    os.environ["WHOSAYS_CACHE_DIR"] = str(folder / "cache")
    check = (
        *_WHOSAYS,
        "check",
        "--isolated",
        "--no-cache",
        "--exit-zero",
        "--format",
        "json",
        "--output",
        os.devnull,
    )
    report = (*_WHOSAYS, "report", "--isolated", "--quiet", "--suffix", ".md")
    run(*check, "--jobs", "1", str(files / "0000" / "1.md"))  # rules are compiled and patterns kept
    first = 0.0
    for told, command in (
        ("check, 1 process", (*check, "--jobs", "1", str(files))),
        ("check with scores, 1 process", (*check, "--score", "--sentences", "--jobs", "1", str(files))),
        (
            "report, 1 process",
            (*report, "--jobs", "1", "-o", str(folder / "r1"), str(folder / "texts.jsonl")),
        ),
        (
            "report, 2 processes",
            (*report, "--jobs", "2", "-o", str(folder / "r2"), str(folder / "texts.jsonl")),
        ),
    ):
        seconds, most = run(*command)
        first = first or seconds
        rate = megabytes / seconds
        print(
            f"{megabytes:6.0f}{count:9,}  {told:34}{seconds:9.1f}{rate:7.2f}{first / seconds:8.2f}{most:11.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
