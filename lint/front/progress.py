"""A progress line on stderr, for people who wait."""

from __future__ import annotations

import sys
import time

_PATIENCE = 1.0
_EVERY = 0.1
_BAR = 24


class Line:
    """One line on stderr that is drawn again and again, where stderr is a terminal."""

    def __init__(self) -> None:
        """Look where stderr goes."""
        self.on = sys.stderr.isatty()
        self._drawn = False

    def draw(self, text: str) -> None:
        """Put a text in the place of what the line shows."""
        self._drawn = True
        sys.stderr.write(f"\r{text}\x1b[K")
        sys.stderr.flush()

    def clear(self) -> None:
        """Wipe the line, so that nothing of it stays beside the report."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._drawn = False


class Progress(Line):
    """Shows how many files are done once a run has lasted a second; silent off a terminal."""

    def __init__(self) -> None:
        """Start the clock."""
        super().__init__()
        self._began = self._shown = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """Draw ``done`` of ``total``, at most ten times a second."""
        now = time.monotonic()
        if not self.on or now - self._began < _PATIENCE or now - self._shown < _EVERY:
            return
        self._shown = now
        filled = _BAR * done // max(total, 1)
        bar = "#" * filled + "." * (_BAR - filled)
        self.draw(f"[{bar}] {done:,}/{total:,} files")
