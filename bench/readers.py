"""How fast each format is read, beside splitting the same text into words with ``re`` in the same run.

    python bench/readers.py PATHS… [--repeat 5]

For every format with files among the paths: megabytes a second of the reader alone (text to document), of
``re``'s word tokenization of the same texts, their ratio, and how much longer ten times the text takes: of the
largest file, which the processor's caches may hold while they do not hold it ten times over; and of that file
repeated up to 1 MB, which they hold neither way. Times are the processor's, so that other work on the machine
counts little.
Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import gc
import re
import time
from collections.abc import Callable
from pathlib import Path

from lint.model.text import ReadError
from lint.read import CODE_SUFFIXES, SUFFIXES, format_of, read

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_MOST = 8_000_000
_LARGE = 1_000_000


def seconds(work: Callable[[], object], repeat: int) -> float:
    """Return the best time of several."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def texts_by_format(paths: list[Path]) -> dict[str, list[tuple[str, str]]]:
    """Return (name, text) pairs by format, up to some 8 MB of each."""
    files = [f for p in paths for f in ([p] if p.is_file() else sorted(p.rglob("*"))) if f.is_file()]
    found: dict[str, list[tuple[str, str]]] = {}
    size: dict[str, int] = {}
    for file in files:
        if file.suffix.lower() not in {**SUFFIXES, **CODE_SUFFIXES}:
            continue
        form = format_of(file.name)
        try:
            text = file.read_text("utf-8")
            read(text, file.name)
        except (UnicodeDecodeError, ReadError):
            continue
        if size.get(form, 0) < _MOST:
            size[form] = size.get(form, 0) + len(text.encode())
            found.setdefault(form, []).append((file.name, text))
    return found


def tenfold(text: str, name: str, repeat: int) -> float:
    """Return how many times as long ten times the text takes."""
    return seconds(lambda: read(text * 10, name), 2) / seconds(lambda: read(text, name), repeat)


def main() -> None:
    """Measure and print."""
    gc.set_threshold(200_000, 20, 100)  # as a check has it
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    print(
        f"{'format':12}{'files':>6}{'MB':>7}{'reader MB/s':>13}{'words MB/s':>12}{'ratio':>7}{'10x file':>10}{'10x 1 MB':>10}"
    )
    for form, texts in sorted(texts_by_format(args.paths).items()):
        megabytes = sum(len(text.encode()) for _, text in texts) / 1e6
        ours = seconds(lambda t=texts: [read(text, name) for name, text in t], args.repeat)
        words = seconds(lambda t=texts: [_WORD.findall(text) for _, text in t], args.repeat)
        name, text = max(texts, key=lambda pair: len(pair[1]))
        grown = [tenfold(text * times, name, args.repeat) for times in (1, _LARGE // len(text) + 1)]
        print(
            f"{form:12}{len(texts):6}{megabytes:7.1f}{megabytes / ours:13.1f}{megabytes / words:12.1f}"
            f"{words / ours:7.2f}"
            + "".join(f"{times:9.1f}x" if form != "notebook" else f"{'-':>10}" for times in grown)
        )


if __name__ == "__main__":
    main()
