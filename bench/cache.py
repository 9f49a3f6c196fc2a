"""What the cache and a second process bring, in one run, side by side.

    python bench/cache.py PATHS… [--files 2000] [--bytes 5000] [--repeat 3]

Texts below the paths are cut into short files in a folder of their own. Over these the command runs with one process and
without results of earlier runs, with two, with two that keep their results, and once all are kept. Then one file of 3 KB
is checked without the cache, with an empty one, and with its result kept. Each is run several times, in turn, and the quickest
counts, for what else runs on the machine only makes it slower. The rules are compiled before. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

SUFFIXES = {".md", ".markdown", ".txt", ".rst"}
SMALL = 3_072
"""Bytes of the small file."""
COMMAND = [
    str(Path(sysconfig.get_path("scripts")) / "whosays"),
    "check",
    "--isolated",
    "--quiet",
    "--format",
    "concise",
]
RESULTS = "results-*"


def pieces(paths: Sequence[Path], size: int) -> Iterator[tuple[str, str]]:
    """Yield the suffix and the text of files that are cut from texts between paragraphs, over and over."""
    files = [p for path in paths for p in ([path] if path.is_file() else sorted(path.rglob("*")))]
    files = [file for file in files if file.suffix in SUFFIXES and file.is_file()]
    if not files:
        raise SystemExit("no texts there")
    for turn, file in enumerate(cycle(files)):
        piece: list[str] = []
        for paragraph in [*file.read_text("utf-8", errors="replace").split("\n\n"), None]:
            if piece and (paragraph is None or sum(map(len, piece)) + len(paragraph) > size):
                # The same text a second time would be one that is known.
                yield file.suffix, "\n\n".join(piece) + "\n" * (1 + turn // len(files))
                piece = []
            if paragraph:
                piece.append(paragraph[:size])


def fill(folder: Path, paths: Sequence[Path], count: int, size: int) -> int:
    """Write files into a folder, a hundred to each of those inside. Returns their bytes."""
    total = 0
    for number, (suffix, text) in zip(range(count), pieces(paths, size), strict=False):
        file = folder / f"{number // 100:02}" / f"{number:04}{suffix}"
        file.parent.mkdir(exist_ok=True)
        total += file.write_text(text, "utf-8")
    return total


def timed(options: Sequence[str], cache: Path, report: Path) -> float:
    """Run the command; return its seconds, and leave its report in a file."""
    environment = {**os.environ, "WHOSAYS_CACHE_DIR": str(cache)}
    with report.open("wb") as out:
        begun = time.perf_counter()
        done = subprocess.run([*COMMAND, *options], stdout=out, stderr=subprocess.DEVNULL, env=environment)
        took = time.perf_counter() - begun
    assert done.returncode in {0, 1}, done.returncode
    return took


def forget(cache: Path) -> None:
    """Delete all results."""
    for folder in cache.glob(RESULTS):
        shutil.rmtree(folder)


def many(folder: Path, cache: Path, repeat: int) -> dict[str, float]:
    """Check all files in each way, in turn; return the best seconds of each."""
    ways = {
        "one process, no cache": ["--jobs", "1", "--no-cache"],
        "two processes, no cache": ["--jobs", "2", "--no-cache"],
        "two processes, empty cache": ["--jobs", "2"],
        "all results kept": ["--jobs", "2"],
    }
    best: dict[str, float] = {}
    for _ in range(repeat):
        reports = []
        for way, options in ways.items():
            if "empty" in way:
                forget(cache)
            report = cache / "report"
            took = timed([*options, str(folder)], cache, report)
            best[way] = min(took, best.get(way, took))
            reports.append(report.read_bytes())
        assert len({*reports}) == 1, "the reports differ"
    return best


def single(file: Path, cache: Path, repeat: int) -> dict[str, float]:
    """Check one small file in each way, in turn; return the best seconds of each."""
    best: dict[str, float] = {}
    for _ in range(repeat):
        forget(cache)
        for way in ("no cache", "empty cache", "result kept"):
            took = timed(["--no-cache"] * (way == "no cache") + [str(file)], cache, cache / "report")
            best[way] = min(took, best.get(way, took))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="texts, or folders of texts")
    parser.add_argument("--files", type=int, default=2_000, help="how many to make of them (default: 2000)")
    parser.add_argument("--bytes", type=int, default=5_000, help="how long each may be (default: 5000)")
    parser.add_argument(
        "--repeat", type=int, default=3, help="runs of each (default: 3); ten times as many of one file"
    )
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place) / "texts", Path(place) / "cache"
        folder.mkdir()
        cache.mkdir()
        total = fill(folder, args.paths, args.files, args.bytes)
        small = folder / "small.md"
        small.write_text(next(pieces(args.paths, SMALL))[1], "utf-8")
        timed([str(small)], cache, cache / "report")
        forget(cache)
        print(
            f"Python {platform.python_version()}, {os.cpu_count()} cores, {args.files} files, {total / 1e6:.1f} MB"
        )
        best = many(folder, cache, args.repeat)
        for way, took in best.items():
            print(f"  {way:28}{took:8.2f} s  {best['one process, no cache'] / took:6.2f} times one process")
        size = sum(p.stat().st_size for top in cache.glob(RESULTS) for p in top.rglob("*") if p.is_file())
        print(f"  {'kept':28}{size / 1e6:8.2f} MB")
        print(f"one file of {small.stat().st_size} bytes")
        for way, took in single(small, cache, 10 * args.repeat).items():
            print(f"  {way:28}{took * 1e3:8.1f} ms")


if __name__ == "__main__":
    sys.exit(main())
