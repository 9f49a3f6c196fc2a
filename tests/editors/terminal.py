"""A terminal for editors that cannot do without one."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable

from session import Place

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|[()][A-Z0-9]|[=>]|\][^\x07]*\x07|P[^\x1b]*\x1b\\)")
WAIT = 30.0


class Terminal:
    """A terminal with a program in it. ``seen`` is what the program has written since it was last emptied."""

    def __init__(self, place: Place, *command: str) -> None:
        self._screen, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))
        self.process = subprocess.Popen(
            command, stdin=other, stdout=other, stderr=other, cwd=place.text.parent, env=place.environment(),
            start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(other)
        self.seen = ""

    def read(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self._screen], [], [], left)[0]:
                try:
                    self.seen += _ESCAPES.sub("", os.read(self._screen, 65536).decode("utf-8", "replace"))
                except OSError:
                    return

    def until(self, done: Callable[[], bool], what: str) -> None:
        """Read until something is so."""
        end = time.monotonic() + WAIT
        while not done():
            assert time.monotonic() < end, f"{what} never came:\n{self.seen[-3000:]}"
            self.read(0.1)

    def keys(self, text: str) -> None:
        """Press keys, one after another."""
        self.seen = ""
        for key in text:
            os.write(self._screen, key.encode())
            self.read(0.05)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._screen)
