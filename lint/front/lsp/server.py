"""What the server answers to each message of the protocol."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Generator, Mapping
from functools import partial
from importlib.metadata import version
from threading import Event

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.io_ import run_async
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from lint.front.lsp.answers import ANSWERS, Answers
from lint.front.lsp.buffers import UTF16, Buffer
from lint.front.lsp.desk import Desk, Open
from lint.front.lsp.diagnostics import diagnostic_of_problem, diagnostics_of
from lint.front.lsp.paths import path_of, place_of
from lint.front.lsp.settings import SECTION, Wishes, plain
from lint.front.lsp.surroundings import SURROUNDINGS, Surroundings
from lint.model.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pygls.io_ import AsyncReader

    from lint.front.lsp.greeting import Greeting

_log = logging.getLogger(__name__)
_PATIENCE = 1.0
"""Seconds in which a client that can pull diagnostics is expected to; after them they are pushed to it."""
CHECK_WORKSPACE = "whosays.checkWorkspace"


class Protocol(LanguageServerProtocol):
    """The protocol as pygls speaks it, but for what we know better.

    The texts are ours: pygls ends lines at form feeds and U+2028. A request whose parameters make no sense is
    answered, and the end of one client does not end the process.
    """

    _server: Server

    def send(self, method: str, params: object) -> None:
        """Send a notification of plain values, which needs no conversion."""
        self._send_data({"jsonrpc": self.VERSION, "method": method, "params": params})

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Read a message; where that fails, say so to whoever waits for the answer."""
        try:
            return super().structure_message(data)
        except Exception:
            if isinstance(data.get("id"), int | str) and "method" in data:
                error = JsonRpcInvalidParams(f"{data['method']}: the parameters make no sense")
                self._send_response(data["id"], error=error.to_response_error())
            raise

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """Count columns as the editor's user says where the editor itself does not say.

        Some count bytes or characters, which the protocol lets them only where they tell.
        """
        general = params.capabilities.general
        wished = Wishes(plain(params.initialization_options)).encoding
        if wished and not (general and general.position_encodings):
            told = types.GeneralClientCapabilities(position_encodings=[wished])
            params.capabilities.general = told
        return (yield from super().lsp_initialize(params))

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Hand the text on."""
        self._server.did_open(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Hand the changes on."""
        self._server.did_change(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Hand the end of the text on."""
        self._server.did_close(params.text_document.uri)

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: object) -> None:  # type: ignore[override]
        """End this connection."""
        self._server.end(well=self._shutdown)


class Server(LanguageServer):
    """One editor's server."""

    protocol: Protocol

    def __init__(self) -> None:
        """Register what is answered."""
        super().__init__(SECTION, version(SECTION), protocol_cls=Protocol)
        self.desk = Desk(self._on_result)
        self.surroundings = Surroundings(self)
        self.ended = self.ended_well = False
        self._stop = Event()
        self.pulls = self._pushes = False
        self.told: dict[str, tuple[int, int]] = {}
        self._closed: set[str] = set()
        self._shown: dict[str, str] = {}
        self.answers = Answers(self)
        self.register(ANSWERS)
        for name, method in SURROUNDINGS.items():
            self.feature(name)(partial(getattr(self.surroundings, method)))
        self.command(CHECK_WORKSPACE)(partial(self.answers.check_workspace))

    def register(self, answers: Mapping[str, tuple[str, Any]]) -> None:
        """Let methods of our answers answer: pygls marks what it calls, and no method can be marked."""
        for name, (method, options) in answers.items():
            self.feature(name, options)(partial(getattr(self.answers, method)))

    # The connection

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Write what went wrong to the editor's log: it is nothing that a writer must see."""
        params = types.LogMessageParams(type=types.MessageType.Error, message=f"whosays: {error}")
        self.window_log_message(params)

    async def read_from(self, reader: AsyncReader) -> None:
        """Answer messages until the editor says exit or is gone."""
        await run_async(self._stop, reader, self.protocol, error_handler=self.report_server_error)

    def take_over(self, greeting: Greeting, writer: Any) -> None:
        """Go on where a greeting ended: what it answered is not answered again."""
        bodies = list(greeting.bodies)
        if greeting.answered:
            self.protocol.set_writer(_Nowhere())
            self.take(bodies.pop(0))
            if greeting.given is not None:
                self.surroundings.wish(greeting.given)
                self.surroundings.asked = True
        self.protocol.set_writer(writer)
        self.surroundings.say_again()
        for body in bodies:
            self.take(body)

    def take(self, message: str | bytes) -> None:
        """Answer one message that came by itself, without headers."""
        try:
            self.protocol.handle_message(json.loads(message, object_hook=self.protocol.structure_message))
        except Exception as error:  # noqa: BLE001 - the next message may be better
            _log.exception("a message was not understood")
            self.report_server_error(error, JsonRpcInvalidParams)

    def end(self, *, well: bool) -> None:
        """Take note that the editor said exit."""
        self.ended, self.ended_well = True, well
        self._stop.set()

    def close(self) -> None:
        """Stop all work."""
        self.desk.end()

    @property
    def encoding(self) -> str:
        """The units in which client and server count columns."""
        told = self.server_capabilities.position_encoding or UTF16
        return str(getattr(told, "value", told))

    # The texts

    def did_open(self, item: types.TextDocumentItem) -> None:
        """Take in a text that was opened."""
        path = path_of(item.uri, self.desk.folders)
        self._closed.discard(item.uri)
        if self.pulls:
            self.unshow(place_of(item.uri))
        self.desk.open(Buffer(item.uri, path, item.language_id, item.version, item.text))

    def did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take in changes to an open text."""
        uri = params.text_document.uri
        if held := self.desk.opened.get(uri):
            held.buffer.change(params.text_document.version, params.content_changes, self.encoding)
            self.desk.changed(uri)

    def did_close(self, uri: str) -> None:
        """Forget a text, and what was shown of it."""
        self.desk.close(uri)
        self.told.pop(uri, None)
        if self.pulls:
            self._closed.add(uri)
        else:
            self.protocol.send("textDocument/publishDiagnostics", {"uri": uri, "diagnostics": []})

    def take_closed(self) -> list[str]:
        """Return, once, what was closed: VS Code shows the last answer about it until it is told otherwise."""
        closed = list(self._closed)
        self._closed.clear()
        return closed

    def _on_result(self, held: Open) -> None:
        """Show what is known now: push it, or have the editor ask again where it has an older answer."""
        self.surroundings.show_faults()
        told = self.told.get(held.buffer.uri)
        if self.pulls:
            if told and told != (held.buffer.version, held.number) and told[0] == held.buffer.version:
                self._refresh()
        elif self._pushes or not self._can_pull():
            self._push(held)
        else:
            asyncio.get_running_loop().call_later(_PATIENCE, self._push_unless_pulled)

    def _push(self, held: Open) -> None:
        buffer = held.buffer
        params = {"uri": buffer.uri, "version": buffer.version, "diagnostics": self.items(held)}
        self.protocol.send("textDocument/publishDiagnostics", params)

    def _push_unless_pulled(self) -> None:
        """Push to an editor that could ask and never does."""
        if not self.pulls and not self._pushes:
            self._pushes = True
            for held in self.desk.opened.values():
                if held.known:
                    self._push(held)

    def items(self, held: Open) -> list[dict[str, Any]]:
        """Return the diagnostics of a text, as far as it is known."""
        known = held.known
        if known is None:
            return []
        items = diagnostics_of(held.buffer, known.findings, self.encoding)
        return items + [diagnostic_of_problem(problem) for problem in known.problems]

    def pulled(self) -> None:
        """Take note that the editor asks for diagnostics itself: what was pushed would show twice."""
        if not self.pulls and self._pushes:
            for uri in self.desk.opened:
                self.protocol.send("textDocument/publishDiagnostics", {"uri": uri, "diagnostics": []})
        self.pulls = True

    def show(self, uri: str, items: list[dict[str, Any]]) -> None:
        """Push what was found in a file that is not open."""
        self._shown[place_of(uri)] = uri
        self.protocol.send("textDocument/publishDiagnostics", {"uri": uri, "diagnostics": items})

    def unshow(self, place: str = "") -> None:
        """Take back what was pushed of a file, or of all: the editor asks for it now, and it would show twice."""
        for shown in [place] if place else list(self._shown):
            if uri := self._shown.pop(shown, ""):
                self.protocol.send("textDocument/publishDiagnostics", {"uri": uri, "diagnostics": []})

    def _can_pull(self) -> bool:
        told = self.client_capabilities.text_document
        return bool(told and told.diagnostic)

    def _refresh(self) -> None:
        workspace = self.client_capabilities.workspace
        if workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
            self.workspace_diagnostic_refresh(None)


class _Nowhere:
    """Where an answer goes that was given before."""

    def write(self, data: bytes) -> None:
        """Drop it."""

    def close(self) -> None:
        """Do nothing."""
