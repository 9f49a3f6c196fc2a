"""Which text is judged when: at once what was changed, after a pause the whole; and what is known of each.

All judging is done by one thread, in turn, so that the editor's messages are read meanwhile. A change makes the check
that it outdates stop.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TypeVar

from lint.front.lsp.buffers import Buffer
from lint.front.lsp.judging import SMALL, Given, Judged, Stop, judge_part, judge_whole
from lint.front.lsp.settings import Standing, Wishes
from lint.model.finding import Problem, fault
from lint.model.text import ReadError

Result = TypeVar("Result")
_log = logging.getLogger(__name__)
_BENCH = ThreadPoolExecutor(1, "whosays")
"""Where all texts of all editors are judged."""


class Open:
    """An open text with what is known of it. ``number`` changes with every new result."""

    def __init__(self, buffer: Buffer) -> None:
        """Know nothing yet."""
        self.buffer = buffer
        self.known: Judged | None = None
        self.given: Given | None = None
        self.number = 0
        self.fresh = asyncio.Event()
        self.task: asyncio.Task[None] | None = None
        self.stop = Event()


class Desk:
    """The texts of one editor. ``on_result`` is called whenever more is known of one."""

    def __init__(self, on_result: Callable[[Open], None]) -> None:
        """Begin without texts and with the usual settings."""
        self.opened: dict[str, Open] = {}
        self.wishes = Wishes({})
        self.folders: list[str] = []
        self._on_result = on_result
        self._standing: Standing | None = None

    @property
    def standing(self) -> Standing:
        """The settings as they are now."""
        if self._standing is None:
            self._standing = Standing(self.wishes, self.folders)
        return self._standing

    def open(self, buffer: Buffer) -> None:
        """Take a text in, and judge it."""
        self.close(buffer.uri)
        self.opened[buffer.uri] = held = Open(buffer)
        self._begin(held, whole=True)

    def changed(self, uri: str) -> None:
        """Judge a text again of which some was changed."""
        if held := self.opened.get(uri):
            self._begin(held, whole=False)

    def close(self, uri: str) -> None:
        """Forget a text."""
        if held := self.opened.pop(uri, None):
            self._end(held)

    def packs(self) -> set[str]:
        """Return the folders (absolute) of the rules that somebody wrote for texts that are open."""
        given = [held.given for held in self.opened.values() if held.given]
        return {os.path.abspath(pack) for one in given for pack in one.settings.packs}  # noqa: PTH100

    def settings_changed(self) -> None:
        """Read all settings anew, and judge every text by them."""
        self._standing = None
        for held in self.opened.values():
            held.known = held.given = None
            self._begin(held, whole=True)

    def end(self) -> None:
        """Stop all work."""
        for uri in list(self.opened):
            self.close(uri)

    async def known_of(self, uri: str) -> Open | None:
        """Return a text with what is known of it as it is now, as soon as it is; None if it was closed."""
        while (held := self.opened.get(uri)) and not held.fresh.is_set():
            await held.fresh.wait()
        return held

    def _begin(self, held: Open, *, whole: bool) -> None:
        self._end(held)
        held.fresh = asyncio.Event()
        held.stop = Event()
        held.task = asyncio.get_running_loop().create_task(self._work(held, whole=whole))

    def _end(self, held: Open) -> None:
        """Stop what is done for a text, and let those who wait for it look again."""
        held.stop.set()
        if held.task:
            held.task.cancel()
        held.fresh.set()

    async def _work(self, held: Open, *, whole: bool) -> None:
        try:
            if not whole and self.wishes.delay:
                await asyncio.sleep(self.wishes.delay)
            held.given = held.given or self.standing.given(held.buffer.path, held.buffer.language)
            await self._judge(held, held.given, whole=whole)
            if held.known and not held.known.whole:
                await asyncio.sleep(self.wishes.pause)
                await self._judge(held, held.given, whole=True)
        except Stop:
            return
        except Exception as error:  # noqa: BLE001 - a fault of ours in one text must not end the server
            _log.exception("%s", held.buffer.uri)
            problem = fault(held.buffer.path, error)
            self._tell(held, Judged(held.buffer.text, "", (), (), (problem,)))

    async def _judge(self, held: Open, given: Given, *, whole: bool) -> None:
        text, edited, known = held.buffer.text, held.buffer.edited, held.known
        stopped = held.stop.is_set
        if whole or not known or not edited or len(text) <= SMALL:
            judged = await on_bench(lambda: _whole(text, given, stopped))
        else:
            judged = await on_bench(lambda: judge_part(known, edited, text, given, stopped))
        self._tell(held, judged)

    def _tell(self, held: Open, judged: Judged) -> None:
        if held.known is None or (judged.findings, judged.problems) != (
            held.known.findings,
            held.known.problems,
        ):
            held.number += 1
        held.known = judged
        held.buffer.settle()
        held.fresh.set()
        self._on_result(held)


def _whole(text: str, given: Given, stopped: Callable[[], bool]) -> Judged:
    try:
        return judge_whole(text, given, stopped)
    except ReadError as error:
        return Judged(text, "", (), (), (Problem(given.name, str(error), error.line),))


async def on_bench(work: Callable[[], Result]) -> Result:
    """Judge something where all is judged, in its turn."""
    return await asyncio.get_running_loop().run_in_executor(_BENCH, work)
