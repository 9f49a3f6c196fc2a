"""A progress line on stderr, for people who wait."""

from __future__ import annotations

import sys
import time

_PATIENCE = 1.0
_EVERY = 0.1
_BAR = 24


class Progress:
    """Shows how many files are done once a run has lasted a second; silent off a terminal."""

    def __init__(self) -> None:
        """Start the clock."""
        self._began = self._shown = time.monotonic()
        self._on = sys.stderr.isatty()
        self._drawn = False

    def __call__(self, done: int, total: int) -> None:
        """Draw ``done`` of ``total``, at most ten times a second."""
        now = time.monotonic()
        if not self._on or now - self._began < _PATIENCE or now - self._shown < _EVERY:
            return
        self._shown, self._drawn = now, True
        filled = _BAR * done // max(total, 1)
        bar = "#" * filled + "." * (_BAR - filled)
        sys.stderr.write(f"\r[{bar}] {done:,}/{total:,} files")
        sys.stderr.flush()

    def clear(self) -> None:
        """Wipe the line, so that nothing of it stays beside the report."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._drawn = False
