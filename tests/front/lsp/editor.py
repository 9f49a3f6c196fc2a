"""As much of an editor as the tests need, over the server's standard streams, byte by byte."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

COMMAND = [sys.executable, "-m", "lint.front.cli", "lsp"]
WAIT = 60.0
"""Seconds after which a test gives the server up: a busy machine is no fault of ours."""
Message = dict[str, Any]


class Client:
    """A running server and what it said."""

    def __init__(self, *arguments: str, cwd: Path | None = None, **options: Any) -> None:
        """Start a server; ``options`` are the editor's initialization options."""
        environment = {k: v for k, v in os.environ.items() if k != "WHOSAYS_TRACEBACK"}
        self.process = subprocess.Popen(
            [*COMMAND, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=cwd, env=environment,
        )  # fmt: skip
        self._messages: queue.Queue[Message | None] = queue.Queue()
        self._number = 0
        self.options = {"delay": 0, "pause": 0, **options}
        self.seen: list[Message] = []
        self.configuration: Any = None
        self.shown: dict[str, tuple[int | None, list[Message]]] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(ValueError):  # a test may close the stream
            self._read()

    def _read(self) -> None:
        out = cast("BinaryIO", self.process.stdout)
        while True:
            length = 0
            while line := out.readline().strip():
                if line.lower().startswith(b"content-length"):
                    length = int(line.split(b":")[1])
            if not length:
                self._messages.put(None)
                return
            self._messages.put(json.loads(out.read(length)))

    def raw(self, body: bytes) -> None:
        """Send bytes as they are."""
        stream = cast("BinaryIO", self.process.stdin)
        stream.write(body)
        stream.flush()

    def send(self, message: Message) -> None:
        """Send a message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def notify(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self.send({"method": method, "params": params})

    def request(self, method: str, **params: Any) -> Any:
        """Send a request and return the result, or the whole message where it is an error."""
        self._number += 1
        number = self._number
        self.send({"id": number, "method": method, "params": params})
        answer = self.wait(lambda m: m.get("id") == number and "method" not in m)
        return answer.get("result", answer)

    def wait(self, wanted: Callable[[Message], bool]) -> Message:
        """Return the next message that is wanted; answer what the server asks meanwhile."""
        until = time.monotonic() + WAIT
        while True:
            message = self._messages.get(timeout=max(0.0, until - time.monotonic()))
            if message is None:
                raise EOFError(self.process.stderr.read().decode() if self.process.stderr else "")
            self.seen.append(message)
            if message.get("method") == "textDocument/publishDiagnostics":
                told = message["params"]
                self.shown[told["uri"]] = told.get("version"), told["diagnostics"]
            if "id" in message and "method" in message:
                asked = message["method"] == "workspace/configuration"
                self.send({"id": message["id"], "result": [self.configuration] if asked else None})
            if wanted(message):
                return message

    def start(self, encoding: str = "utf-16", root: Path | None = None, **capabilities: Any) -> Message:
        """Shake hands."""
        result = self.request(
            "initialize",
            processId=None,
            rootUri=root.as_uri() if root else None,
            capabilities={"general": {"positionEncodings": [encoding]}, **capabilities},
            initializationOptions=self.options,
        )
        self.notify("initialized")
        return cast("Message", result["capabilities"])

    def open(self, uri: str, text: str, language: str = "markdown", version: int = 0) -> None:
        """Open a text."""
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", textDocument=item)

    def change(self, uri: str, version: int, *changes: Message) -> None:
        """Change a text."""
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", textDocument=document, contentChanges=list(changes))

    def diagnostics(self, uri: str, version: int | None = None) -> list[Message]:
        """Wait for the next diagnostics of a text, of a version if one is given."""
        message = self.wait(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics"
                and m["params"]["uri"] == uri
                and version in (None, m["params"].get("version"))
            )
        )
        return cast("list[Message]", message["params"]["diagnostics"])

    def actions(self, uri: str, where: Message, *only: str) -> list[Message]:
        """Return what the server offers for a range."""
        context: Message = {"diagnostics": []} | ({"only": list(only)} if only else {})
        found = self.request(
            "textDocument/codeAction", textDocument={"uri": uri}, range=where, context=context
        )
        return cast("list[Message]", found)

    def stop(self) -> int:
        """Say goodbye and return the exit status."""
        self.request("shutdown")
        self.notify("exit")
        status = self.process.wait(WAIT)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                stream.close()
        return status


def applied(text: str, edits: list[Message]) -> str:
    """Return a text after the protocol's edits, in UTF-32 columns."""
    lines = text.splitlines(keepends=True) or [""]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    starts.append(starts[-1])

    def at(position: Message) -> int:
        return starts[min(position["line"], len(starts) - 1)] + int(position["character"])

    for edit in sorted(edits, key=lambda e: at(e["range"]["start"]), reverse=True):
        start, end = at(edit["range"]["start"]), at(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text
