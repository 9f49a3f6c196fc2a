"""The loops in which servers answer: one editor at the standard streams, or as many as come to a port."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import sys
from collections.abc import Coroutine

from pygls.io_ import StdinAsyncReader, StdoutWriter

from lint.front.lsp.server import Server
from lint.model.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lint.front.lsp.greeting import Greeting

HOST = "127.0.0.1"
_LARGEST = 64_000_000
"""Bytes of the largest message, which may hold a whole text of 32 MB."""


def run(serving: Coroutine[Any, Any, int]) -> int:
    """Run a loop to its end. Returns the exit status; raises OSError where a port cannot be had."""
    if not os.environ.get("WHOSAYS_TRACEBACK"):  # what is wrong goes to the editor's log, in a line
        logging.getLogger("pygls").setLevel(logging.CRITICAL)
        logging.getLogger("lint").setLevel(logging.CRITICAL)
    return asyncio.run(serving)


async def serve_streams(greeting: Greeting) -> int:
    """Serve the editor at the other end of the standard streams. Returns the exit status."""
    server = Server()
    server.take_over(greeting, StdoutWriter(sys.stdout.buffer))
    try:
        await server.read_from(StdinAsyncReader(sys.stdin.buffer))
    finally:
        server.close()
    return 0 if server.ended_well else 1


async def serve_tcp(port: int) -> int:
    """Serve whoever connects to a port of the loopback."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server = Server()
        server.protocol.set_writer(writer)
        try:
            await server.read_from(reader)
        finally:
            server.close()
            writer.close()

    listening = await asyncio.start_server(connected, HOST, port)
    _say_where("tcp", listening.sockets[0].getsockname()[1])
    async with listening:
        await listening.serve_forever()
    return 0


class _Frames:
    """Each message as one frame of text, which is what editors in browsers take."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket

    def write(self, data: bytes) -> Any:
        return self._socket.send(data.decode())

    def close(self) -> Any:
        return self._socket.close()


async def serve_ws(port: int) -> int:
    """Serve whoever connects to a port of the loopback by WebSocket."""
    from websockets.asyncio.server import serve as listen  # imported late: few editors are in browsers

    async def connected(socket: Any) -> None:
        server = Server()
        server.protocol.set_writer(_Frames(socket), include_headers=False)
        try:
            async for frame in socket:
                server.take(frame)
                if server.ended:
                    break
        finally:
            server.close()

    # A page from elsewhere that the user's browser shows must not reach the user's texts.
    origins = [None, re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?")]
    async with listen(connected, HOST, port, origins=origins, max_size=_LARGEST) as listening:
        _say_where("ws", next(iter(listening.sockets)).getsockname()[1])
        await listening.serve_forever()
    return 0


def _say_where(kind: str, port: int) -> None:
    """Say which port was taken: with port 0 the system chooses one."""
    sys.stderr.write(f"whosays: note: listening on {kind}://{HOST}:{port}\n")
    sys.stderr.flush()
