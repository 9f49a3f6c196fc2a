"""The first words with an editor, before pygls is there: its import takes several times what a check takes.

The handshake is answered and the first text that is opened is judged, as the server does it. Everything that was heard is then
handed to the server, which takes over without answering twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from lint.front.lsp.buffers import UTF8, UTF16, UTF32, Buffer
from lint.front.lsp.diagnostics import diagnostic_of_problem, diagnostics_of
from lint.front.lsp.judging import judge_whole
from lint.front.lsp.paths import path_of, path_of_uri
from lint.front.lsp.settings import SECTION, Standing, Wishes, plain
from lint.model.typed import Any, BinaryIO

_ASKED = "whosays/settings"
"""The id of our one question to the editor."""
CAPABILITIES: dict[str, Any] = {
    "textDocumentSync": {"openClose": True, "change": 2, "save": True},
    "hoverProvider": True,
    "codeActionProvider": {"codeActionKinds": ["quickfix", "source.fixAll.whosays"]},
    "codeLensProvider": {"resolveProvider": False},
    "executeCommandProvider": {"commands": ["whosays.checkWorkspace"]},
    "diagnosticProvider": {
        "interFileDependencies": False,
        "workspaceDiagnostics": True,
        "identifier": "whosays",
    },
    "workspace": {"workspaceFolders": {"supported": True, "changeNotifications": True}, "fileOperations": {}},
}
"""What the server will say of itself; a test holds the two together."""


class Greeting:
    """What was heard: ``bodies`` of messages in order; ``answered`` if the first was a handshake and has its answer.

    ``given`` are the editor's settings where it was asked for them.
    """

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        """Listen until the first text was judged, or something is said that only the server can answer."""
        self.bodies: list[bytes] = []
        self.answered = False
        self.given: Any = None
        self.ended = False
        self._in, self._out = incoming, outgoing
        first = self._hear()
        if first.get("method") == "initialize" and isinstance(first.get("params"), dict) and "id" in first:
            self._shake_hands(first["id"], first["params"])

    def _hear(self) -> dict[str, Any]:
        """Return the next message and keep it; an empty one where none can be made out."""
        length = 0
        while line := self._in.readline():
            name, _, value = line.partition(b":")
            if name.strip().lower() == b"content-length" and value.strip().isdigit():
                length = int(value)
            if length and not line.strip():
                break
        body = self._in.read(length)
        self.ended = not body
        if body:
            self.bodies.append(body)
        try:
            message = json.loads(body)
        except ValueError:
            return {}
        return message if isinstance(message, dict) else {}

    def _say(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._out.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._out.flush()

    def _shake_hands(self, number: object, params: dict[str, Any]) -> None:
        from lint import __version__

        told = _tree(params.get("capabilities"))
        options = params.get("initializationOptions")
        wishes = Wishes(options)
        encoding = encoding_of(told("general", "positionEncodings"), wishes.encoding)
        capabilities = {"positionEncoding": encoding, **CAPABILITIES}
        if wishes.tokens:
            from lint.front.lsp.tokens import TYPES

            legend = {"tokenTypes": list(TYPES), "tokenModifiers": []}
            capabilities["semanticTokensProvider"] = {"legend": legend, "full": True}
        about = {"name": SECTION, "version": __version__}
        self._say({"id": number, "result": {"capabilities": capabilities, "serverInfo": about}})
        self.answered = True
        if told("textDocument", "diagnostic") is not None:
            return  # it asks for diagnostics itself, which is the server's to answer
        if self._hear().get("method") != "initialized":
            return
        if told("workspace", "configuration"):
            items = {"items": [{"section": SECTION}]}
            self._say({"id": _ASKED, "method": "workspace/configuration", "params": items})
        self._wait_for_text(
            bool(told("workspace", "configuration")), plain(options), _folders(params), encoding
        )

    def _wait_for_text(self, asked: bool, begun: dict[str, Any], folders: list[str], encoding: str) -> None:
        """Judge the first text that is opened, once the editor's settings are known."""
        opened: dict[str, Any] | None = None
        while asked or opened is None:
            heard = self._hear()
            if asked and heard.get("id") == _ASKED and "method" not in heard:
                self.bodies.pop()  # it is the answer to us
                asked = False
                given = heard.get("result")
                if isinstance(given, list) and given and isinstance(given[0], dict):
                    self.given = given[0]
            elif heard.get("method") == "textDocument/didOpen" and opened is None:
                opened = heard
            else:
                return
        item = _tree(opened)("params", "textDocument")
        if isinstance(item, dict) and all(
            isinstance(item.get(k), str) for k in ("uri", "languageId", "text")
        ):
            wishes = Wishes(begun | plain(self.given))
            self._judge(item, Standing(wishes, folders), folders, encoding)

    def _judge(self, item: dict[str, Any], standing: Standing, folders: list[str], encoding: str) -> None:
        """Show what is to be asked of a text. What goes wrong is the server's to tell, which judges it again."""
        path, version = path_of(item["uri"], folders), item.get("version")
        buffer = Buffer(item["uri"], path, item["languageId"], 0, item["text"])
        try:
            given = standing.given(path, item["languageId"])
            judged = judge_whole(buffer.text, given, lambda: False)
        except Exception:  # noqa: BLE001
            return
        items = diagnostics_of(buffer, judged.findings, encoding)
        items += map(diagnostic_of_problem, judged.problems)
        params = {"uri": buffer.uri, "version": version, "diagnostics": items}
        self._say({"method": "textDocument/publishDiagnostics", "params": params})


def encoding_of(offered: object, wished: str = "") -> str:
    """Return the first of the editor's position encodings that we know, or UTF-16.

    Where it offers none, its user may have said how it counts: some editors count otherwise and do not tell.
    """
    known = offered if isinstance(offered, list) else []
    if wished and not known:
        return wished
    return next((name for name in known if name in (UTF8, UTF16, UTF32)), UTF16)


def _folders(params: dict[str, Any]) -> list[str]:
    listed = params.get("workspaceFolders")
    named = [f.get("uri") for f in listed if isinstance(f, dict)] if isinstance(listed, list) else []
    paths: Iterable[str | None] = map(path_of_uri, named or [params.get("rootUri")])
    return [path for path in paths if path] or [p for p in [params.get("rootPath")] if isinstance(p, str)]


def _tree(data: object) -> Any:
    """Return what gives the value at the end of some keys, None where there is none."""

    def at(*keys: str) -> Any:
        inner = data
        for key in keys:
            inner = inner.get(key) if isinstance(inner, dict) else None
        return inner

    return at
