"""``whosays lsp``: how an editor reaches the server, through its standard streams or over a loopback address."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from importlib.util import find_spec

from lint.front.choices import UsageError


def serve(args: Namespace) -> int:
    """Run the command until the editor is gone, or on a port until it is stopped. Raises UsageError."""
    if not find_spec("pygls"):
        raise UsageError(
            "the language server needs pygls, which is not installed: pip install 'whosays[lsp]'"
        )
    gc.set_threshold(200_000, 20, 100)  # as a check has it
    greeting = None
    if args.ws is None and args.tcp is None:
        from lint.front.lsp.greeting import Greeting

        greeting = Greeting(sys.stdin.buffer, sys.stdout.buffer)
        if greeting.ended:
            return 1
    from lint.front.lsp import loops  # only now: it takes longer than the first check

    try:
        if greeting:
            return loops.run(loops.serve_streams(greeting))
        return loops.run(loops.serve_tcp(args.tcp) if args.ws is None else loops.serve_ws(args.ws))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else error
        where = args.tcp if args.ws is None else args.ws
        raise UsageError(f"lsp: cannot listen on {loops.HOST}:{where}: {reason}") from None
    except KeyboardInterrupt:
        return 0
