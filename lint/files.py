"""Many files: each read, checked under its own settings, by one process or by several.

A file whose result is kept from an earlier run is not checked. What is left is work, and other processes are started only
when there is enough of it to pay for them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress

from lint.load.cache_folder import cache_folder, choose_cache_folder
from lint.load.files import TextFile, load_text
from lint.load.memory import few_collections
from lint.load.packed import from_bytes, packed, to_bytes, unpacked
from lint.load.results import Results
from lint.model.finding import Problem, Report, fault
from lint.model.focus import Focus
from lint.model.settings import Settings
from lint.model.text import ReadError
from lint.model.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lint.load.workers import Workers

_WORTH = 250_000, 60_000
"""Bytes of text that are worth a process of their own: what it starts from nothing, or is a copy, takes as long."""
_BATCH, _BATCH_FILES = 40_000, 16
"""Bytes and files handed to a worker at once: few enough to share the work evenly, enough to pay for the hand-over."""


_SAME, _OTHER = b"=", b"!"
"""How an answer begins: it is about the text that was asked about, or about what the file holds by now."""


class _Miss(NamedTuple):
    """A text that is to be checked."""

    number: int
    text: str
    key: bytes


def check_files(
    files: Sequence[TextFile],
    *,
    jobs: int = 1,
    on_progress: Callable[[int, int], None] | None = None,
    cache: bool = False,
) -> Report:
    """Check files, each under its own settings.

    Args:
        files: Paths with settings. A file that cannot be read or checked becomes a problem.
        jobs: Processes to share the work among, at most; the order of the report does not depend on it.
        on_progress: Called with (files done, files in all) as the work goes on.
        cache: Whether to take results of earlier checks from the user's cache folder, and to keep them there.

    Returns:
        One report: files in the order given, and all problems.
    """
    with few_collections():
        reports = _Run(files, jobs, on_progress, Results(kept=cache)).reports()
    return Report(
        tuple([file for report in reports for file in report.files]),
        tuple([problem for report in reports for problem in report.problems]),
    )


class _Run:
    """One check of many files."""

    def __init__(
        self,
        files: Sequence[TextFile],
        jobs: int,
        on_progress: Callable[[int, int], None] | None,
        results: Results,
    ) -> None:
        self._files, self._results, self._on_progress = files, results, on_progress
        self._jobs = min(jobs, len(files))
        self._reports: dict[int, Report] = {}

    def reports(self) -> list[Report]:
        """Return the report on each file, in order."""
        if self._jobs > 1:
            self._share()
        else:
            for number in range(len(self._files)):
                if miss := self._looked_up(number):
                    self._check(miss)
        from lint.load.cache import save_patterns  # imported late, as what it saves is that of checks

        save_patterns()
        self._results.sweep()
        return [self._reports[number] for number in range(len(self._files))]

    def _done(self, number: int, report: Report) -> None:
        self._reports[number] = report
        if self._on_progress:
            self._on_progress(len(self._reports), len(self._files))

    def _looked_up(self, number: int) -> _Miss | None:
        """Find the result of a file. Returns its text if it must be checked."""
        file = self._files[number]
        text = load_text(file.path)
        if isinstance(text, Problem):
            self._done(number, Report((), (text,)))
            return None
        key = self._results.key_of(text, file)
        if report := self._results.find(key, text, file.path):
            self._done(number, report)
            return None
        return _Miss(number, text, key)

    def _check(self, miss: _Miss) -> None:
        file = self._files[miss.number]
        report, depends = checked(miss.text, file)
        if self._results.kept and depends is not None:
            self._results.keep(miss.key, to_bytes((depends, packed(report, file.path))))
        self._done(miss.number, report)

    def _share(self) -> None:
        """Look all files up, the largest first; check what is left here, or by others if it is much."""
        sizes = [_size_of(file.path) for file in self._files]
        order = sorted(range(len(sizes)), key=sizes.__getitem__, reverse=True)
        ahead = sum(sizes)
        waiting: dict[int, _Miss] = {}
        given: dict[int, _Miss] = {}
        weight, workers = 0, None
        try:
            for number in order:
                ahead -= sizes[number]
                if miss := self._looked_up(number):
                    waiting[number] = miss
                    weight += len(miss.text)
                if workers is None and weight >= 2 * min(_WORTH) and self._jobs > 1:
                    workers = self._start(weight, ahead)
                if workers and (weight >= _BATCH or len(waiting) >= _BATCH_FILES):
                    given |= self._give(workers, waiting)
                    weight = 0
            if workers:
                given |= self._give(workers, waiting)
                self._take(workers, given)
                workers.close()
        except BaseException:
            if workers:
                workers.kill()
            raise
        for miss in (*waiting.values(), *given.values()):
            self._check(miss)

    def _start(self, weight: int, ahead: int) -> Workers | None:
        """Start processes if there is enough to do for two: so many bytes of text for certain, and what may be ahead."""
        from lint.load.processes import can_start, is_alone  # imported late: one process has no use for it

        worth = _WORTH[is_alone()]
        number = min(self._jobs, (weight + ahead) // worth)
        if weight < 2 * worth or number < 2 or not can_start():
            return None
        from lint.load.workers import Workers

        with suppress(ValueError):  # mistakes in packs are told for each file
            _warm(self._files[0].settings)
        try:
            return Workers(Desk, (self._results.kept, cache_folder()), number)
        except OSError:  # the system has no room for more of them
            self._jobs = 1
            return None

    def _give(self, workers: Workers, waiting: dict[int, _Miss]) -> dict[int, _Miss]:
        """Hand over what waits, in batches, and return it."""
        given = dict(waiting)
        waiting.clear()
        batch: list[tuple[int, Any]] = []
        weight = 0
        for number, miss in given.items():
            file = self._files[number]
            batch.append((number, (file.path, tuple(file.settings), tuple(file.focus), miss.key)))
            weight += len(miss.text)
            if weight >= _BATCH or len(batch) >= _BATCH_FILES:
                workers.give(batch)
                batch, weight = [], 0
        if batch:
            workers.give(batch)
        return given

    def _take(self, workers: Workers, given: dict[int, _Miss]) -> None:
        """Take answers for as long as there are some; what is given and gets none stays in ``given``."""
        if not given:
            return
        for answer in workers.answers():
            miss = given.pop(answer.number)
            path = self._files[answer.number].path
            if answer.data is None:
                report = Report((), (_lost(path, answer.ended),))
            else:
                text, value = _told(answer.data, miss.text)
                report = unpacked(value, path, text)
            self._done(answer.number, report)
            if not given:
                return


def _lost(path: str, ended: str) -> Problem:
    what = f"could not be checked: its process {ended}, perhaps for want of memory; try it with --jobs 1"
    return Problem(path, what)


def _size_of(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116
    except (OSError, ValueError):
        return 0


def _warm(settings: Settings) -> None:
    """Load here what copies of this process need, or compile once what others would each."""
    from lint.load.cache import is_compiled
    from lint.load.processes import is_alone

    if is_alone() or not is_compiled(settings.packs):
        from lint.prepare import prepared_for

        prepared_for(settings)


def _told(data: bytes, text: str) -> tuple[str, Any]:
    """Return the text that a worker's answer is about, and the packed report."""
    blob = data[len(_SAME) :]
    if data.startswith(_OTHER):
        text, blob = from_bytes(blob)
    return text, from_bytes(blob)[1]


class Desk:
    """Where a process checks files for another. A task is a path, its settings, its focus and its key."""

    def __init__(self, hello: tuple[bool, str]) -> None:
        """Keep results or not, and where."""
        kept, folder = hello
        choose_cache_folder(folder)
        self._results = Results(kept=kept)

    def answer(self, task: tuple[str, tuple[Any, ...], tuple[Any, ...], bytes]) -> bytes:
        """Check a file. The answer holds its text where that is no more what the key stands for, and the report."""
        path, settings, focus, key = task
        file = TextFile(path, Settings._make(settings), Focus._make(focus))
        text = load_text(path)
        if isinstance(text, Problem):
            return _SAME + to_bytes((None, packed(Report((), (text,)), path)))
        found = self._results.key_of(text, file)
        report, depends = checked(text, file)
        blob = to_bytes((depends, packed(report, path)))
        if self._results.kept and depends is not None:
            self._results.keep(found, blob)
        return _SAME + blob if found == key else _OTHER + to_bytes((text, blob))

    def finish(self) -> None:
        """Keep what was compiled."""
        from lint.load.cache import save_patterns

        save_patterns()


def checked(text: str, file: TextFile) -> tuple[Report, tuple[tuple[str, str], ...] | None]:
    """Check one text. Returns also the bibliographies that the report depends on, None where it is not to be kept."""
    from lint.texts import check_document

    path = file.path
    try:
        report, document = check_document(
            text, name=path, settings=file.settings, focus=file.focus, path=path
        )
    except ReadError as error:
        return Report((), (Problem(path, str(error), error.line),)), None
    except Exception as error:  # noqa: BLE001 - one file's fault must not take the others' results
        return Report((), (fault(path, error),)), None
    if not document.bibliographies:
        return report, ()
    from lint.load.bibliographies import states_seen  # imported late: few texts name any

    return report, states_seen(document, path)
