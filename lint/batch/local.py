"""The engine on this machine: texts from anywhere → batches → processes → the parts of a run.

Each batch becomes one Parquet file, written by whoever checked it. What is done stays done: a run that was killed takes up
the parts it finds, and a process that is killed costs the one text that it was at.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

import pyarrow as pa

from lint import __version__
from lint.batch.check import check_rows
from lint.batch.columns import Row, batch_of, schema
from lint.load.memory import few_collections
from lint.load.sources.item import Item
from lint.model.finding import Problem
from lint.model.settings import Settings
from lint.model.typed import TYPE_CHECKING, Any, NamedTuple
from lint.store.parts import Parts

if TYPE_CHECKING:
    from lint.load.workers import Answer, Workers

_MOST_TEXTS, _MOST_CHARACTERS = 200, 500_000
"""What a batch holds at most: enough to pay for a file of its own, little enough to be held by each process."""
_AHEAD = 3
"""Batches that wait for each process, so that none stands idle while texts are read."""
_TOLD = pa.map_(pa.string(), pa.string())


class Done(NamedTuple):
    """What a batch came to: texts, how many of them could not be checked, words and findings."""

    texts: int = 0
    problems: int = 0
    words: int = 0
    findings: int = 0

    def __add__(self, other: object) -> Done:
        """Add two up."""
        if not isinstance(other, Done):
            return NotImplemented
        return Done(*map(sum, zip(self, other, strict=True)))


class _Batch(NamedTuple):
    """Texts with the number of the first in the run, and the settings that hold for all of them."""

    first: int
    items: list[Item]
    settings: Settings

    def task(self) -> tuple[int, list[tuple[Any, ...]], tuple[Any, ...]]:
        """Return the batch as plain data, which can be sent to another process."""
        plain = [(*item[:2], _plain(item.text), *item[3:]) for item in self.items]
        return self.first, plain, tuple(self.settings)


def part_schema() -> pa.Schema:
    """Return the schema of a part: what ``check_batch`` gives, and what is known of each text besides."""
    more = [
        pa.field("document", pa.int32()),
        pa.field("folder", pa.string()),
        pa.field("meta", _TOLD),
        pa.field("profile", pa.string()),
        pa.field("digest", pa.string()),
        pa.field("source", pa.string()),
    ]
    return pa.schema([*schema(), *more])


def run_batches(
    items: Iterable[Item],
    settings_for: Callable[[Item], Settings],
    parts: Parts,
    *,
    rules: str,
    jobs: int = 1,
    on_progress: Callable[[Done], None] | None = None,
) -> Done:
    """Check texts and leave their parts in ``parts``, in order.

    Args:
        items: The texts, read as they are needed.
        settings_for: What holds for each.
        parts: Where what is done is kept, and where what an earlier run did is found.
        rules: What else a result depends on: a digest of the rules.
        jobs: Processes to share the work among.
        on_progress: Called with the sum so far, for each batch that is done.

    Returns:
        The sum of all. Raises OSError where parts cannot be written.
    """
    run = _Run(parts, rules, on_progress)
    with few_collections():
        if jobs <= 1:
            for batch in batches_of(items, settings_for):
                run.do(batch)
        else:
            run.share(batches_of(items, settings_for), jobs)
    return run.done


def batches_of(items: Iterable[Item], settings_for: Callable[[Item], Settings]) -> Iterator[_Batch]:
    """Yield batches of neighbours that have their settings in common."""
    first, held, size, last = 0, list[Item](), 0, Settings()
    for number, item in enumerate(items):
        settings = settings_for(item)
        length = len(item.text) if isinstance(item.text, str) else 0
        full = len(held) >= _MOST_TEXTS or size + length > _MOST_CHARACTERS
        if held and (full or settings != last):
            yield _Batch(first, held, last)
            first, held, size = number, [], 0
        held.append(item)
        size += length
        last = settings
    if held:
        yield _Batch(first, held, last)


class _Run:
    """What is done so far."""

    def __init__(self, parts: Parts, rules: str, on_progress: Callable[[Done], None] | None) -> None:
        self.done = Done()
        self._parts, self._rules, self._on_progress = parts, rules, on_progress

    def do(self, batch: _Batch) -> None:
        """Check a batch here, unless that was done before."""
        if name := self._new(batch):
            self._add(_written(self._parts, name, batch))

    def share(self, batches: Iterable[_Batch], jobs: int) -> None:
        """Let other processes check batches, a few ahead of them."""
        from lint.load.workers import Workers  # imported late: it needs threads

        workers = Workers(PartDesk, self._parts.folder, jobs)
        try:
            self._share(batches, workers, jobs * _AHEAD)
            workers.close()
        except BaseException:
            workers.kill()
            raise

    def _share(self, batches: Iterable[_Batch], workers: Workers, most: int) -> None:
        waiting: dict[int, tuple[str, _Batch]] = {}
        answers = workers.answers()
        for number, batch in enumerate(batches):
            if not (name := self._new(batch)):
                continue
            waiting[number] = name, batch
            workers.give([(number, (name, batch.task()))])
            while len(waiting) >= most:
                self._take(next(answers, None), waiting)
        while waiting:
            self._take(next(answers, None), waiting)

    def _take(self, answer: Answer | None, waiting: dict[int, tuple[str, _Batch]]) -> None:
        """Take an answer; what was lost with its process is done again text by text, each in a process of its own."""
        if answer is None:  # no process is left, and none can be started
            for name, batch in waiting.values():
                self._add(_written(self._parts, name, batch))
            waiting.clear()
            return
        name, batch = waiting.pop(answer.number)
        if answer.data is not None:
            self._add(_counted(answer.data))
        else:
            self._add(self._alone(name, batch, answer.ended))

    def _alone(self, name: str, batch: _Batch, ended: str) -> Done:
        """Find the text that a process was killed at: check each in a process that may be killed, too."""
        from lint.load.workers import Workers

        items = list(batch.items)
        if len(items) > 1:
            workers = Workers(PartDesk, "", 1)
            try:
                workers.give([(n, ("", batch._replace(items=[item]).task())) for n, item in enumerate(items)])
                answers = workers.answers()
                for _ in batch.items:
                    answer = next(answers, None)
                    if answer is not None and answer.data is None:
                        items[answer.number] = _lost(items[answer.number], answer.ended)
                workers.close()
            except BaseException:
                workers.kill()
                raise
        else:
            items = [_lost(items[0], ended)]
        return _written(self._parts, name, batch._replace(items=items))

    def _new(self, batch: _Batch) -> str:
        """Return the name of a batch's part, or ``""`` where it is there."""
        name = self._parts.name_of(_all_of(batch, self._rules))
        there = self._parts.has(name)
        self._parts.add(name)
        if there:
            self._add(self._parts.counts(name))
            return ""
        return name

    def _add(self, done: Done | tuple[int, ...]) -> None:
        self.done += Done._make(done)
        if self._on_progress:
            self._on_progress(self.done)


def _lost(item: Item, ended: str) -> Item:
    what = f"could not be checked: its process {ended}, perhaps for want of memory"
    return item._replace(text=Problem(item.id, what))


def _all_of(batch: _Batch, rules: str) -> Iterator[bytes]:
    """Yield all that a batch's results depend on."""
    yield f"{__version__} {rules} {batch.first} {batch.settings!r}".encode("utf-8", "surrogatepass")
    for item in batch.items:
        yield repr((item.id, item.name, item.meta, item.path)).encode("utf-8", "surrogatepass")
        text = item.text if isinstance(item.text, str) else f"\0{item.text}"
        yield text.encode("utf-8", "surrogatepass")


class PartDesk:
    """Where a process checks batches for another. A task is the name of a part and what goes into it."""

    def __init__(self, folder: str) -> None:
        """Keep the folder of the parts; without one nothing is written."""
        self._parts = Parts(folder)

    def answer(self, task: tuple[str, tuple[int, list[tuple[Any, ...]], tuple[Any, ...]]]) -> bytes:
        """Check a batch, write its part, and answer what it came to."""
        name, (first, plain, settings) = task
        items = [Item(known, called, _spoken(text), meta, path) for known, called, text, meta, path in plain]
        batch = _Batch(first, items, Settings._make(settings))
        done = _written(self._parts, name, batch) if name else _checked(batch)[1]
        return " ".join(map(str, done)).encode()

    def finish(self) -> None:
        """Keep the patterns that were compiled."""
        from lint.load.cache import save_patterns

        save_patterns()


def _counted(data: bytes) -> Done:
    return Done._make(map(int, data.split()))


def _plain(text: str | Problem) -> str | tuple[Any, ...]:
    return text if isinstance(text, str) else tuple(text)


def _spoken(text: str | tuple[Any, ...]) -> str | Problem:
    return text if isinstance(text, str) else Problem._make(text)


def _written(parts: Parts, name: str, batch: _Batch) -> Done:
    made, done = _checked(batch)
    parts.write(name, made)
    return done


def _checked(batch: _Batch) -> tuple[pa.RecordBatch, Done]:
    """Check a batch, and return its part and what it came to."""
    rows = check_rows([(i.text, _sound(i.id), _sound(i.name), i.path) for i in batch.items], batch.settings)
    sources = [i.text if isinstance(i.text, str) else None for i in batch.items]
    columns = [
        *batch_of(rows).columns,
        pa.array(range(batch.first, batch.first + len(rows)), pa.int32()),
        pa.array([_sound(os.path.dirname(i.path or i.name)) for i in batch.items], pa.string()),  # noqa: PTH120
        pa.array([list(i.meta) for i in batch.items], _TOLD),
        pa.array([batch.settings.profile] * len(rows), pa.string()),
        pa.array([_digest(text) for text in sources], pa.string()),
        pa.array([None if text is None else _sound(text) for text in sources], pa.string()),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=part_schema()), _sum(rows)


def _sum(rows: list[Row]) -> Done:
    files = [row.file for row in rows if row.file]
    problems = sum(1 for row in rows if row.problem)
    return Done(len(rows), problems, sum(f.words for f in files), sum(len(f.findings) for f in files))


def _digest(text: str | None) -> str | None:
    from hashlib import blake2b

    if text is None:
        return None
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _sound(text: str) -> str:
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text
