"""An editor in a browser, over a WebSocket: one types, sees the underline, and clicks on what is offered."""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from node import PATIENCE, need_packages, npm_run, pins

import lint
from lint.front.lsp.buffers import UTF16, units_of
from lint.model.settings import Settings

FOLDER = Path(__file__).with_name("browser")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def page() -> Iterator[str]:
    """The address of the page, on this machine only."""
    served = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(FOLDER)))
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}/page.html"
    served.shutdown()
    served.server_close()


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server that browsers can reach."""
    command = [sys.executable, "-m", "lint.front.cli", "lsp", "--ws", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        said = re.search(r"ws://127\.0\.0\.1:\d+", process.stderr.readline())
        assert said
        yield said[0]
        process.kill()


def expected(text: str) -> list[tuple[str, int, int]]:
    """What the command finds, in the browser's units."""
    report = lint.check_text(text, name="text.md", settings=Settings(profile="news"))
    (file,) = report.files
    places = [
        (f.rule, f.span.start, f.span.start if f.scope == "document" else f.span.end) for f in file.findings
    ]
    return sorted(
        (rule, units_of(text[:start], UTF16), units_of(text[:end], UTF16)) for rule, start, end in places
    )


def found(shown: dict[str, Any]) -> list[tuple[str, int, int]]:
    return sorted((one["rule"], one["from"], one["to"]) for one in shown["found"])


def test_its_pins_name_no_host() -> None:
    assert pins(FOLDER)["name"] == "whosays-in-a-browser"


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
def test_one_types_sees_the_question_and_mends(page: str, server: str, tmp_path: Path) -> None:
    need_packages(FOLDER)
    npm_run("build", FOLDER, NODE_PATH=str(FOLDER / "node_modules"))
    kept = Path(os.environ.get("WHOSAYS_SCREENSHOTS") or tmp_path)
    done = subprocess.run(
        [shutil.which("node") or "node", "drive.mjs", f"{page}?server={server}", str(CHROMIUM), str(kept)],
        cwd=FOLDER, capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout)
    for moment in ("typed", "moved", "mended"):
        assert found(shown[moment]) == expected(shown[moment]["text"])
    assert "".join(shown["underlined"]) == "Experts agree"
    assert shown["typed"]["text"].endswith(
        "\n\n🏠 漢字 Experts agree that rents fall. It is due to the fact that few pay."
    )
    agreed = next(f for f in shown["typed"]["found"] if f["rule"] == "attribution/unsupported-consensus")
    assert agreed["severity"] == "error"
    assert any(offer.startswith("Stet: ") for offer in agreed["offers"])
    assert "It is because few pay." in shown["mended"]["text"]
