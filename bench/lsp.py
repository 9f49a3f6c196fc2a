"""How long an editor waits: from the last key to the diagnostics, beside a full check of the same text in the same run.

    python bench/lsp.py FOLDER [--edits 500]

The server runs in a process of its own and is spoken to as an editor speaks to it, over its standard streams, with its delay
left out. Texts of 50 KB and 1 MB are put together from the folder's Markdown files. Edits fall at random places: a letter,
a word, a few letters taken out, now and then a new line. Then the time from the start of the process to the first
diagnostics, beside the command's on the same file; and the memory that many open texts take. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import Any, BinaryIO, cast

from lint import api
from lint.model.settings import Settings

SIZES = {"50 KB": 50_000, "1 MB": 1_000_000}
WORDS = "the some experts agree that perhaps a study shows , . new many it is said was".split()
URI = "file:///bench/text.md"


class Client:
    """As much of an editor as it takes to wait for diagnostics."""

    def __init__(self) -> None:
        """Start a server."""
        command = [str(Path(sysconfig.get_path("scripts"), "whosays")), "lsp"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._in = cast("BinaryIO", self.process.stdin)
        self._out = cast("BinaryIO", self.process.stdout)
        options = {"delay": 0, "pause": 60_000, "profile": "docs"}
        capabilities = {"general": {"positionEncodings": ["utf-32"]}}
        self.send(
            "initialize",
            id=0,
            processId=None,
            rootUri=None,
            capabilities=capabilities,
            initializationOptions=options,
        )
        self.receive(lambda message: message.get("id") == 0)
        self.send("initialized")

    def send(self, method: str, id: int | None = None, **params: Any) -> None:  # noqa: A002 - the protocol's name
        """Send a message."""
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        body = json.dumps(message | ({"id": id} if id is not None else {})).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._in.flush()

    def receive(self, wanted: Any) -> dict[str, Any]:
        """Return the next message that is wanted."""
        while True:
            length = 0
            while line := self._out.readline().strip():
                if line.lower().startswith(b"content-length"):
                    length = int(line.split(b":")[1])
            if not length:
                raise EOFError("the server is gone")
            body = self._out.read(length)
            if wanted(message := json.loads(body)):
                return cast("dict[str, Any]", message)

    def open(self, text: str, uri: str = URI) -> None:
        """Open a text and wait for its diagnostics."""
        item = {"uri": uri, "languageId": "markdown", "version": 0, "text": text}
        self.send("textDocument/didOpen", textDocument=item)
        self.receive(
            lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri
        )

    def change(self, version: int, place: tuple[int, int], end: tuple[int, int], text: str) -> float:
        """Change the text and return the seconds until its diagnostics were there."""
        where = {
            name: dict(zip(("line", "character"), at, strict=True))
            for name, at in (("start", place), ("end", end))
        }
        start = time.perf_counter()
        self.send(
            "textDocument/didChange",
            textDocument={"uri": URI, "version": version},
            contentChanges=[{"range": where, "text": text}],
        )
        self.receive(lambda m: m.get("params", {}).get("version") == version)
        return time.perf_counter() - start

    def memory(self) -> float:
        """Return the megabytes that the server holds (Linux)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1000

    def end(self) -> None:
        """Stop the server."""
        self.process.kill()
        self.process.communicate()


def edit(lines: list[str], rng: random.Random) -> tuple[tuple[int, int], tuple[int, int], str]:
    """Change the lines at a random place and return the change."""
    row = rng.randrange(len(lines))
    column = rng.randint(0, len(lines[row]))
    kind = rng.random()
    until, text = column, ""
    if kind < 0.5:
        text = rng.choice("etaoin ")
    elif kind < 0.75:
        text = f" {rng.choice(WORDS)} "
    elif kind < 0.95:
        until = min(len(lines[row]), column + rng.randint(1, 5))
    else:
        text = "\n"
    whole = lines[row][:column] + text + lines[row][until:]
    lines[row : row + 1] = whole.split("\n")
    return (row, column), (row, until), text


def latency(text: str, edits: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each wait, and of full checks of the text in between."""
    rng = random.Random(7)
    lines = text.split("\n")
    settings = Settings(profile="docs")
    client = Client()
    waits, checks = [], []
    client.open(text)
    for version in range(1, edits + 1):
        waits.append(client.change(version, *edit(lines, rng)))
        if version % max(edits // 20, 1) == 0:
            now = "\n".join(lines)
            start = time.perf_counter()
            api.check_text(now, name="text.md", settings=settings)
            checks.append(time.perf_counter() - start)
    client.end()
    return waits, checks


def first(text: str) -> tuple[float, float]:
    """Return the seconds from the start to the first diagnostics, and those of the command on the same file."""
    served, run = [], []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "text.md")
        file.write_text(text, "utf-8")
        command = [
            str(Path(sysconfig.get_path("scripts"), "whosays")),
            "check",
            "--profile",
            "docs",
            "--format",
            "json",
            str(file),
        ]
        for _ in range(7):
            start = time.perf_counter()
            client = Client()
            client.open(text)
            served.append(time.perf_counter() - start)
            client.end()
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
            run.append(time.perf_counter() - start)
    return statistics.median(served), statistics.median(run)


def many(texts: list[str], count: int) -> float:
    """Return the megabytes of a server that holds so many texts open."""
    client = Client()
    for number in range(count):
        client.open(texts[number % len(texts)], f"file:///bench/{number}.md")
    held = client.memory()
    client.end()
    return held


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="Markdown files")
    parser.add_argument("--edits", type=int, default=500, help="edits of each text (default: 500)")
    parser.add_argument("--texts", type=int, default=2000, help="texts held open (default: 2000)")
    args = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    texts = [file.read_text("utf-8") for file in sorted(args.folder.rglob("*.md"))]
    whole = "\n\n".join(texts)
    print(f"{args.edits} edits each; milliseconds from the last key to the diagnostics")
    for name, size in SIZES.items():
        waits, checks = latency(whole[:size], args.edits)
        full = statistics.median(checks)
        p50, p95 = statistics.median(waits), sorted(waits)[int(len(waits) * 0.95)]
        print(f"  {name:6} p50 {1000 * p50:6.1f}   p95 {1000 * p95:6.1f}   full check {1000 * full:6.1f}"
              f"   ratios {p50 / full:.3f} {p95 / full:.3f}")  # fmt: skip
    for name, size in {"3 KB": 3_000, **SIZES}.items():
        served, run = first(whole[:size])
        print(
            f"  {name:6} first diagnostics {1000 * served:6.0f}   command {1000 * run:6.0f}   ratio {served / run:.2f}"
        )
    sys.stdout.flush()
    held = many(texts, args.texts)
    size = sum(map(len, texts)) / len(texts) / 1000
    print(f"  {args.texts} texts open, {size:.0f} KB on average: {held:.0f} MB")


if __name__ == "__main__":
    main()
