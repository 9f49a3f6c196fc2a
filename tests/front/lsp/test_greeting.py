"""What is said before pygls is there is what it would have said."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from editor import Client
from lsprotocol.converters import get_converter
from pytest_lsp import client_capabilities

from lint.front.lsp.greeting import Greeting
from lint.front.lsp.server import Server

URI = "file:///nowhere/text.md"
CLAIM = "Experts agree that rents fall.\n"
RULE = "attribution/unsupported-consensus"
CONVERTER = get_converter()


def told(name: str) -> dict[str, Any]:
    """Return the capabilities of a real client, or of one that says next to nothing."""
    made: dict[str, Any] = CONVERTER.unstructure(client_capabilities(name)) if name else {}
    return made


def framed(*messages: Any) -> bytes:
    bodies = [m if isinstance(m, bytes) else json.dumps({"jsonrpc": "2.0", **m}).encode() for m in messages]
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


def initialize(capabilities: Any, options: Any = None) -> dict[str, Any]:
    params = {
        "processId": None,
        "rootUri": None,
        "capabilities": capabilities,
        "initializationOptions": options,
    }
    return {"id": 1, "method": "initialize", "params": params}


def opened(uri: str = URI) -> dict[str, Any]:
    item = {"uri": uri, "languageId": "markdown", "version": 7, "text": CLAIM}
    return {"method": "textDocument/didOpen", "params": {"textDocument": item}}


def heard(*messages: Any) -> tuple[Greeting, list[dict[str, Any]]]:
    out = io.BytesIO()
    greeting = Greeting(io.BytesIO(framed(*messages)), out)
    parts = out.getvalue().split(b"Content-Length: ")[1:]
    return greeting, [json.loads(part.partition(b"\r\n\r\n")[2]) for part in parts]


class Kept:
    """Keeps what the server writes."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def write(self, data: bytes) -> None:
        self.bodies.append(data)

    def close(self) -> None:
        pass


@pytest.mark.parametrize("options", [None, {"semanticTokens": True}, {"profile": "news"}])
@pytest.mark.parametrize("name", ["", "visual-studio-code", "neovim@0.7", "neovim", "emacs"])
def test_the_handshake_is_that_of_the_server(name: str, options: Any) -> None:
    message = initialize(told(name), options)
    _, (answer, *_) = heard(message)
    server, kept = Server(), Kept()
    server.protocol.set_writer(kept, include_headers=False)  # type: ignore[arg-type]
    server.take(framed(message).partition(b"\r\n\r\n")[2])
    wanted = json.loads(kept.bodies[0])
    for name in ("willSave", "willSaveWaitUntil"):  # to some it says that it wants none, which is the same
        assert not wanted["result"]["capabilities"]["textDocumentSync"].pop(name, False)
    assert answer == wanted


def test_the_first_text_is_judged_and_all_is_handed_on() -> None:
    greeting, (_, shown) = heard(initialize({}, {"profile": "news"}), {"method": "initialized"}, opened())
    assert shown["method"] == "textDocument/publishDiagnostics"
    assert shown["params"]["version"] == 7
    assert RULE in [d["code"] for d in shown["params"]["diagnostics"]]
    assert greeting.answered
    assert [json.loads(body)["method"] for body in greeting.bodies] == [
        "initialize",
        "initialized",
        "textDocument/didOpen",
    ]


def test_the_editors_settings_are_waited_for() -> None:
    answer = {"id": "whosays/settings", "result": [{"ignore": [RULE]}]}
    words = initialize({"workspace": {"configuration": True}}, {"profile": "news"}), {"method": "initialized"}
    for rest in ((opened(), answer), (answer, opened())):
        greeting, (_, asked, shown) = heard(*words, *rest)
        assert asked["method"] == "workspace/configuration"
        assert RULE not in [d["code"] for d in shown["params"]["diagnostics"]]
        assert greeting.given == {"ignore": [RULE]}
        assert len(greeting.bodies) == 3


def test_whoever_asks_for_diagnostics_is_left_to_the_server() -> None:
    greeting, said = heard(
        initialize({"textDocument": {"diagnostic": {}}}), {"method": "initialized"}, opened()
    )
    assert len(said) == 1
    assert len(greeting.bodies) == 1  # the others are still to be read


@pytest.mark.parametrize(
    "first",
    [b"{", b"[]", b"5", {"id": 1, "method": "shutdown"}, {"id": 1, "method": "initialize", "params": 5}],
)
def test_what_is_no_handshake_is_the_servers_to_answer(first: Any) -> None:
    greeting, said = heard(first)
    assert not said
    assert not greeting.answered
    assert len(greeting.bodies) == 1


@pytest.mark.parametrize("second", [b"{", opened(), {"id": 5, "method": "shutdown"}])
def test_an_odd_second_message_is_handed_on(second: Any) -> None:
    greeting, said = heard(initialize({}), second)
    assert len(said) == 1
    assert len(greeting.bodies) == 2


def test_an_editor_that_leaves_is_no_fault() -> None:
    assert heard()[0].ended
    assert heard(initialize({}))[0].ended


def test_the_server_goes_on_with_the_same_text() -> None:
    client = Client(profile="news")
    client.start("utf-16")
    client.open(URI, CLAIM, version=7)
    first = client.diagnostics(URI, 7)
    assert RULE in [d["code"] for d in first]
    start = {"line": 0, "character": 0}
    client.change(URI, 8, {"range": {"start": start, "end": start}, "text": "🙂 "})
    moved = client.diagnostics(URI, 8)
    assert moved[0]["range"]["start"]["character"] == first[0]["range"]["start"]["character"] + 3
    assert client.stop() == 0
