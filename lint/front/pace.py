"""How a long run goes: a line that is drawn again on a terminal, a line a minute elsewhere."""

from __future__ import annotations

import sys
import time

from lint.front.progress import Line
from lint.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from lint.batch.local import Done

_PATIENCE, _EVERY, _ELSEWHERE = 1.0, 0.2, 60.0


class Pace(Line):
    """Told of what is done, it tells of texts, words and findings, and of words a second."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Start the clock."""
        super().__init__()
        self._began = self._shown = time.monotonic()
        self._quiet = quiet

    def __call__(self, done: Done) -> None:
        """Tell of what is done so far, if it is time."""
        now = time.monotonic()
        if self._quiet or now - self._shown < (_EVERY if self.on else _ELSEWHERE):
            return
        if now - self._began < _PATIENCE:
            return
        self._shown = now
        rate = done.words / (now - self._began)
        told = f"{done.texts:,} texts, {done.words:,} words, {done.findings:,} findings; {rate:,.0f} words a second"
        if done.problems:
            told += f"; {done.problems:,} could not be checked"
        if self.on:
            self.draw(told)
        else:
            sys.stderr.write(f"whosays: {told}\n")
            sys.stderr.flush()
