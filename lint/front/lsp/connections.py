"""How an editor reaches the server: through its standard streams, or over a loopback address."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import re
import sys
from argparse import Namespace

from lint.model.typed import Any

_HOST = "127.0.0.1"
_LARGEST = 64_000_000
"""Bytes of the largest message, which may hold a whole text of 32 MB."""


def serve(args: Namespace) -> int:
    """Run the command until the last client is gone, or for ever on a port. Raises UsageError."""
    from lint.front.choices import UsageError

    try:
        import pygls.lsp.server  # noqa: F401 - is it there?
    except ImportError:
        raise UsageError(
            "the language server needs pygls, which is not installed: pip install 'whosays[lsp]'"
        ) from None
    gc.set_threshold(200_000, 20, 100)  # as a check has it
    if not os.environ.get("WHOSAYS_TRACEBACK"):  # what is wrong goes to the editor's log, in a line
        logging.getLogger("pygls").setLevel(logging.CRITICAL)
        logging.getLogger("lint").setLevel(logging.CRITICAL)
    try:
        if args.ws is not None:
            asyncio.run(_serve_ws(args.ws))
        elif args.tcp is not None:
            asyncio.run(_serve_tcp(args.tcp))
        else:
            return asyncio.run(_serve_streams())
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else error
        raise UsageError(f"lsp: cannot listen on {_HOST}:{args.tcp or args.ws}: {reason}") from None
    except KeyboardInterrupt:
        return 0
    return 0


async def _serve_streams() -> int:
    from pygls.io_ import StdinAsyncReader, StdoutWriter

    from lint.front.lsp.server import Server

    server = Server()
    server.protocol.set_writer(StdoutWriter(sys.stdout.buffer))
    try:
        await server.read_from(StdinAsyncReader(sys.stdin.buffer))
    finally:
        server.close()
    return 0 if server.ended_well else 1


async def _serve_tcp(port: int) -> None:
    from lint.front.lsp.server import Server

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server = Server()
        server.protocol.set_writer(writer)
        try:
            await server.read_from(reader)
        finally:
            server.close()
            writer.close()

    listening = await asyncio.start_server(connected, _HOST, port)
    _say_where("tcp", listening.sockets[0].getsockname()[1])
    async with listening:
        await listening.serve_forever()


class _Frames:
    """Each message as one frame of text, which is what editors in browsers take."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket

    def write(self, data: bytes) -> Any:
        return self._socket.send(data.decode())

    def close(self) -> Any:
        return self._socket.close()


async def _serve_ws(port: int) -> None:
    from websockets.asyncio.server import serve as listen

    from lint.front.lsp.server import Server

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
    async with listen(connected, _HOST, port, origins=origins, max_size=_LARGEST) as listening:
        _say_where("ws", next(iter(listening.sockets)).getsockname()[1])
        await listening.serve_forever()


def _say_where(kind: str, port: int) -> None:
    """Say which port was taken: with port 0 the system chooses one."""
    sys.stderr.write(f"whosays: note: listening on {kind}://{_HOST}:{port}\n")
    sys.stderr.flush()
