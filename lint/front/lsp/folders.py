"""The texts of a workspace that are not open: each checked once, and again when its file or the settings change."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lint.front.lsp.buffers import Buffer
from lint.front.lsp.desk import Desk, on_bench
from lint.front.lsp.diagnostics import diagnostic_of_problem, diagnostics_of
from lint.front.lsp.judging import Judged, judge_whole
from lint.front.lsp.settings import Standing
from lint.load.files import find_files, load_text
from lint.model.finding import Problem, fault
from lint.model.text import ReadError
from lint.model.typed import Any, NamedTuple


class Checked(NamedTuple):
    """What is to be shown of a file. ``stamp`` tells whether it still is what was checked; ``number`` is new with it."""

    uri: str
    items: list[dict[str, Any]]
    stamp: tuple[int, int]
    number: int


class Folders:
    """The files below the folders of a workspace."""

    def __init__(self, desk: Desk) -> None:
        """Know of no file yet."""
        self._desk = desk
        self._known: dict[str, Checked] = {}
        self._standing: Standing | None = None
        self._number = 0

    def files(self) -> tuple[str, ...]:
        """Return the paths of the texts in the workspace, without what the settings exclude."""
        standing = self._desk.standing
        if standing is not self._standing:
            self._known.clear()
            self._standing = standing
        if not self._desk.folders:
            return ()
        return find_files(self._desk.folders, standing.excluded, standing.wanted).paths

    async def check(self, path: str, encoding: str) -> Checked | None:
        """Return what is to be shown of a file as it is on disk, None where it is gone."""
        file = Path(path).absolute()
        try:
            state = file.stat()
        except OSError:
            return None
        stamp = state.st_mtime_ns, state.st_size
        if (known := self._known.get(path)) and known.stamp == stamp:
            return known
        text = load_text(path)
        if isinstance(text, Problem):
            items = [diagnostic_of_problem(text)]
        else:
            buffer = Buffer(file.as_uri(), str(file), "", 0, text)
            given = self._desk.standing.given(str(file), "")
            judged = await on_bench(lambda: _judged(buffer, given))
            items = diagnostics_of(buffer, judged.findings, encoding)
            items += map(diagnostic_of_problem, judged.problems)
        self._number += 1
        checked = self._known[path] = Checked(file.as_uri(), items, stamp, self._number)
        return checked


def _judged(buffer: Buffer, given: Any) -> Judged:
    try:
        return judge_whole(buffer.text, given, lambda: False)
    except ReadError as error:
        problem = Problem(given.name, str(error), error.line)
    except Exception as error:  # noqa: BLE001 - one file's fault must not take the others' results
        problem = fault(given.name, error)
    return Judged(buffer.text, "", (), (), (problem,))


def below(paths: Iterable[str], open_paths: Iterable[str]) -> list[str]:
    """Return the paths that are not open: of those the editor knows more than the disk."""
    shown = {str(Path(path).absolute()) for path in open_paths}
    return [path for path in paths if str(Path(path).absolute()) not in shown]
