"""Work shared among processes.

The processes are ours from end to end, for ``multiprocessing`` asks scripts to guard their main module, leaves tracebacks
behind Ctrl-C, and stops altogether when one of its processes is killed. Here each worker reads tasks from a pipe and writes
answers to another, both as plain data. It ends when its pipe does, however the process at the other end has ended.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress

from lint.load.processes import Process, fork, is_alone, spawn
from lint.model.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lint.load.processes import Service

_PATIENCE = 0.5
"""Seconds between two looks for Ctrl-C, which does not interrupt a wait on Windows."""
Batch = Sequence[tuple[int, Any]]
"""Tasks, each with its number."""


class Answer(NamedTuple):
    """What came of a task: the worker's answer, or None and how its process ended."""

    number: int
    data: bytes | None
    ended: str = ""


class Workers:
    """Processes that answer tasks, one thread here for each.

    ``service`` is what answers, ``hello`` what it is made with. A worker that is killed costs the one task that it was
    at; the others of its batch go to the process that takes its place.
    """

    def __init__(self, service: Service, hello: Any, number: int, *, forks: bool | None = None) -> None:
        """Start the processes: as copies of this one where ``forks`` (by default where that is safe)."""
        self._service, self._hello = service, hello
        self._leading = number
        self._batches: queue.SimpleQueue[Batch | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._processes: list[Process] = []
        copies = is_alone() if forks is None else forks
        try:
            for _ in range(number):
                start = fork if copies else spawn
                self._processes.append(start(service, hello, self._processes))
        except BaseException:
            self.kill()
            raise
        self._threads = [
            threading.Thread(target=self._lead, args=(process,), daemon=True) for process in self._processes
        ]
        for thread in self._threads:
            thread.start()

    def give(self, batch: Batch) -> None:
        """Hand over tasks to whoever is free first."""
        self._batches.put(batch)

    def answers(self) -> Iterator[Answer]:
        """Yield answers in the order in which they come, for as long as any process is left to give some."""
        while self._leading:
            with suppress(queue.Empty):
                answer = self._answers.get(timeout=_PATIENCE)
                if answer is None:
                    self._leading -= 1
                else:
                    yield answer

    def close(self) -> None:
        """Let the processes end by themselves, and wait for that."""
        self._closed.set()
        for _ in self._threads:
            self._batches.put(None)
        for thread in self._threads:
            thread.join()

    def kill(self) -> None:
        """End the processes now: nobody waits for their answers any more."""
        self._closed.set()
        with suppress(queue.Empty):
            while True:
                self._batches.get_nowait()
        for process in tuple(self._processes):
            process.kill()
            self._batches.put(None)
        for process in tuple(self._processes):
            process.wait()

    def _lead(self, process: Process) -> None:
        """Hand batches to one process, and to those that take its place, and take their answers."""
        try:
            while process.is_ready() and (batch := self._batches.get()) is not None:
                left = self._answered(process, batch)
                if left is None:
                    continue
                if self._closed.is_set():
                    return
                process.wait()
                # There are threads now, so a copy of this process is not safe any more.
                process = spawn(self._service, self._hello, ())
                self._processes.append(process)
                if self._closed.is_set():
                    process.kill()
                if left:
                    self._batches.put(left)
            process.close()
        except OSError:  # no process can be started: the others, or whoever asks, do the work
            pass
        finally:
            self._answers.put(None)

    def _answered(self, process: Process, batch: Batch) -> Batch | None:
        """Pass on the answers to a batch. Returns None, or what is left of it where the process has ended."""
        process.send([task for _, task in batch])
        for place, (number, _) in enumerate(batch):
            data = process.receive()
            if data is None:
                self._answers.put(Answer(number, None, "" if self._closed.is_set() else process.wait()))
                return batch[place + 1 :]
            self._answers.put(Answer(number, data))
        return None
