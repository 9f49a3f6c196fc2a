"""Whatever a client sends, however it goes: the server serves on, or ends and leaves nothing behind."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editor import COMMAND, WAIT, Client

URI = "file:///nowhere/text.md"
TEXT = "Experts agree that rents fall.\n"
RULE = "attribution/unsupported-consensus"


@pytest.fixture
def client() -> Iterator[Client]:
    started = Client(profile="news")
    started.start("utf-32")
    yield started
    started.process.kill()
    started.process.wait()


def serves(client: Client) -> bool:
    """Say whether a text is still judged."""
    client.open(URI, TEXT)
    return RULE in [d["code"] for d in client.diagnostics(URI)]


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


@pytest.mark.parametrize(
    "body",
    [
        framed(b"{"),
        framed(b"\xff\xfe"),
        framed(b"[]"),
        framed(b"5"),
        framed(b'"jsonrpc"'),
        framed(b"{}"),
        framed(b'{"jsonrpc": "2.0"}'),
        framed(b'{"jsonrpc": "1.0", "id": 1, "method": "shutdown"}'),
        framed(b'{"jsonrpc": "2.0", "id": 77, "result": null}'),
        framed(b'{"jsonrpc": "2.0", "id": null, "method": "textDocument/hover", "params": {}}'),
        framed(b'{"jsonrpc": "2.0", "id": 4, "error": {"code": 1, "message": "no"}}'),
        framed(b'{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 12345}}'),
        framed(b'{"jsonrpc": "2.0", "method": "$/unknown", "params": {"a": [1]}}'),
        framed(
            b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": {"uri": 5}}}'
        ),
        framed(b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": null}'),
        framed(
            b'{"jsonrpc": "2.0", "method": "workspace/didChangeConfiguration", "params": {"settings": 7}}'
        ),
        b"Content-Length: abc\r\n\r\n",
        b"Nonsense: 5\r\n\r\n",
        b"\r\n\r\n\r\n",
    ],
)
def test_nonsense_is_survived(client: Client, body: bytes) -> None:
    client.raw(body)
    assert serves(client)


def test_a_faulty_request_is_answered(client: Client) -> None:
    answer = client.request("textDocument/hover", textDocument={"uri": 5})
    assert answer["error"]["code"] == -32602
    assert client.request("no/such", a=1)["error"]["code"] == -32601
    assert serves(client)


def test_texts_that_are_not_open(client: Client) -> None:
    where = {"line": 0, "character": 0}
    client.change("file:///nowhere/else.md", 3, {"text": "new"})
    client.notify("textDocument/didClose", textDocument={"uri": "file:///nowhere/else.md"})
    document = {"uri": "file:///nowhere/else.md"}
    assert client.request("textDocument/hover", textDocument=document, position=where) is None
    assert client.actions(document["uri"], {"start": where, "end": where}) == []
    assert client.request("textDocument/diagnostic", textDocument=document)["items"] == []


def test_positions_out_of_range(client: Client) -> None:
    client.open(URI, TEXT)
    client.diagnostics(URI)
    far = {"line": 4_000_000, "character": 2_147_483_647}
    client.change(URI, 1, {"range": {"start": far, "end": far}, "text": "Many agree.\n"})
    assert RULE in [d["code"] for d in client.diagnostics(URI, 1)]
    assert client.request("textDocument/hover", textDocument={"uri": URI}, position=far) is None
    assert client.actions(URI, {"start": far, "end": far}) == []
    back = {"start": {"line": 0, "character": 9}, "end": {"line": 0, "character": 2}}
    client.change(URI, 2, {"range": back, "text": ""})
    assert RULE in [d["code"] for d in client.diagnostics(URI, 2)]


def test_requests_that_are_cancelled_are_answered_all(client: Client) -> None:
    client.open(URI, TEXT * 2000)
    numbers = range(1000, 1050)
    for number in numbers:
        params = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 3}}
        client.send({"id": number, "method": "textDocument/hover", "params": params})
        client.notify("$/cancelRequest", id=number)
    left = set(numbers)
    while left:
        left.discard(client.wait(lambda m: m.get("id") in left and "method" not in m)["id"])
    assert serves(client)


def test_a_client_that_dies_leaves_no_server_behind(client: Client) -> None:
    client.open(URI, TEXT * 20_000)
    for stream in (client.process.stdin, client.process.stdout):
        assert stream
        stream.close()
    assert client.process.wait(WAIT) == 1


def test_a_client_that_says_goodbye() -> None:
    client = Client()
    client.start()
    client.open(URI, TEXT * 20_000)
    assert client.stop() == 0


def test_exit_without_shutdown(client: Client) -> None:
    client.notify("exit")
    assert client.process.wait(WAIT) == 1


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_memory_stays_flat(client: Client) -> None:
    def held() -> int:
        status = Path(f"/proc/{client.process.pid}/status").read_text("ascii")
        return int(status.partition("VmRSS:")[2].split()[0])

    client.open(URI, TEXT * 300)
    client.diagnostics(URI)
    sizes = []
    for version in range(1, 10_001):
        place = {"line": version % 300, "character": 0}
        if version % 2:
            client.change(URI, version, {"range": {"start": place, "end": place}, "text": "So "})
        else:
            before = {"line": (version - 1) % 300, "character": 0}
            end = {"line": (version - 1) % 300, "character": 3}
            client.change(URI, version, {"range": {"start": before, "end": end}, "text": ""})
        if version % 500 == 0:
            client.diagnostics(URI, version)
            client.seen.clear()
            sizes.append(held())
    assert max(sizes[10:]) < 1.15 * max(sizes[:5])


class Over:
    """A client over a socket, as simple as can be."""

    def __init__(self, send: Any, receive: Any) -> None:
        self.send, self.receive = send, receive

    async def talk(self, name: str) -> list[str]:
        """Open a text and return the rules found in it."""
        capabilities: dict[str, Any] = {}
        options = {"delay": 0, "profile": "news"}
        params = {
            "processId": None,
            "rootUri": None,
            "capabilities": capabilities,
            "initializationOptions": options,
        }
        await self.send({"id": 1, "method": "initialize", "params": params})
        while (await self.receive()).get("id") != 1:
            pass
        item = {"uri": f"file:///nowhere/{name}.md", "languageId": "markdown", "version": 1, "text": TEXT}
        await self.send({"method": "initialized", "params": {}})
        await self.send({"method": "textDocument/didOpen", "params": {"textDocument": item}})
        while True:
            message = await self.receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                assert message["params"]["uri"] == item["uri"]
                return [d["code"] for d in message["params"]["diagnostics"]]


@pytest.fixture
def port(request: pytest.FixtureRequest) -> Iterator[int]:
    environment = {k: v for k, v in os.environ.items() if k != "WHOSAYS_TRACEBACK"}
    server = subprocess.Popen(
        [*COMMAND, request.param, "0"], stderr=subprocess.PIPE, text=True, env=environment
    )
    assert server.stderr
    yield int(server.stderr.readline().strip().rpartition(":")[2])
    assert server.poll() is None, server.stderr.read()
    server.terminate()
    server.communicate(timeout=WAIT)


def message_of(body: Any) -> bytes:
    return json.dumps({"jsonrpc": "2.0", **body}).encode()


async def over_tcp(port: int) -> tuple[Over, Any]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)

    async def send(body: Any) -> None:
        writer.write(framed(message_of(body)))
        await writer.drain()

    async def receive() -> Any:
        length = 0
        while line := (await reader.readline()).strip():
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
        return json.loads(await reader.readexactly(length))

    return Over(send, receive), writer


async def over_ws(port: int) -> tuple[Over, Any]:
    from websockets.asyncio.client import connect

    frames = await connect(f"ws://127.0.0.1:{port}", max_size=None)

    async def send(body: Any) -> None:
        await frames.send(message_of(body).decode())

    async def receive() -> Any:
        frame = await frames.recv()
        assert isinstance(frame, str)  # what editors in browsers take
        return json.loads(frame)

    return Over(send, receive), frames


@pytest.mark.parametrize(("port", "connect"), [("--tcp", over_tcp), ("--ws", over_ws)], indirect=["port"])
def test_two_clients_at_once_and_a_third_after_one_died(port: int, connect: Any) -> None:
    async def all_of_them() -> None:
        one, closing = await connect(port)
        two, _ = await connect(port)
        found = await asyncio.gather(one.talk("one"), two.talk("two"))
        assert all(RULE in rules for rules in found)
        closed = closing.close()
        if asyncio.iscoroutine(closed):
            await closed
        three, _ = await connect(port)
        assert RULE in await three.talk("three")
        await two.send({"id": 9, "method": "shutdown"})
        while (await two.receive()).get("id") != 9:
            pass
        await two.send({"method": "exit"})
        four, _ = await connect(port)
        assert RULE in await four.talk("four")

    asyncio.run(asyncio.wait_for(all_of_them(), WAIT))


@pytest.mark.parametrize("port", ["--ws"], indirect=True)
def test_a_page_from_elsewhere_is_refused(port: int) -> None:
    from websockets.exceptions import InvalidStatus
    from websockets.sync.client import connect

    with pytest.raises(InvalidStatus):
        connect(f"ws://127.0.0.1:{port}", origin="https://elsewhere.example.com")  # type: ignore[arg-type]
    with connect(f"ws://127.0.0.1:{port}", origin="http://localhost:8080"):  # type: ignore[arg-type]
        pass


def test_a_port_that_is_taken_is_said_in_a_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = str(taken.getsockname()[1])
        done = subprocess.run(
            [*COMMAND, "--tcp", number], capture_output=True, text=True, check=False, timeout=WAIT
        )
    assert done.returncode == 2
    assert (
        done.stderr == f"whosays: error: lsp: cannot listen on 127.0.0.1:{number}: Address already in use\n"
    )


def test_the_server_gives_its_terminal_back() -> None:
    def hears() -> None:  # what runs in the background of a shell inherits deaf ears
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    server = subprocess.Popen([*COMMAND, "--tcp", "0"], stderr=subprocess.PIPE, text=True, preexec_fn=hears)
    assert server.stderr
    assert "listening on tcp://127.0.0.1:" in server.stderr.readline()
    server.send_signal(signal.SIGINT)
    start = time.monotonic()
    assert server.wait(WAIT) == 0
    assert "Traceback" not in server.stderr.read()
    assert time.monotonic() - start < WAIT
