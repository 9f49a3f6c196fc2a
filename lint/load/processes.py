"""A process that answers tasks: how it is started, talked to and ended, on each system."""

from __future__ import annotations

import gc
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

from lint.load.memory import few_collections
from lint.load.packed import from_bytes, to_bytes
from lint.model.typed import TYPE_CHECKING, Any, BinaryIO, NoReturn, cast

if TYPE_CHECKING:
    from typing import Protocol

    class Desk(Protocol):
        """Where tasks are answered."""

        def answer(self, task: Any) -> bytes:
            """Return the answer to a task, whatever it is."""

        def finish(self) -> None:
            """Do what is left to do when there are no more."""

    Service = Callable[[Any], Desk]

_LENGTH = struct.Struct("<Q")
_READY = b"ready"
# What a process that was not forked runs. It finds modules where this process does, and nothing where it happens to stand.
_START = (
    "import marshal, sys;"
    "path, module, name = marshal.load(sys.stdin.buffer);"
    "sys.path[:] = path;"
    "import importlib;"
    "importlib.import_module('{processes}').attend(getattr(importlib.import_module(module), name))"
)


class Process:
    """One worker, seen from here."""

    def __init__(self, number: int, to: BinaryIO, back: BinaryIO, wait: Callable[[], int]) -> None:
        """Keep the process's number, the pipes to it and back, and what waits for its end and returns its code."""
        self.number = number
        self.to, self.back = to, back
        self._wait = wait
        self._ended: int | None = None
        self._ready = False

    def is_ready(self) -> bool:
        """Wait until the process can work; say whether it can."""
        self._ready = self._ready or self.receive() == _READY
        return self._ready

    def send(self, value: Any) -> None:
        """Send a task. A process that has ended is noticed when its answer is waited for."""
        with suppress(OSError, ValueError):
            write(self.to, to_bytes(value))

    def receive(self) -> bytes | None:
        """Return the next answer; None where the process has ended."""
        try:
            return read(self.back)
        except (OSError, ValueError):
            return None

    def close(self) -> None:
        """Let the process end, and wait for it."""
        with suppress(OSError, ValueError):
            self.to.close()
        self.wait()

    def kill(self) -> None:
        """End the process."""
        if self._ended is None:
            with suppress(OSError):
                os.kill(self.number, getattr(signal, "SIGKILL", signal.SIGTERM))

    def wait(self) -> str:
        """Wait for the end of the process, and say how it ended, in words that follow *its process*."""
        if self._ended is None:
            self._ended = self._wait()
            for pipe in (self.to, self.back):
                with suppress(OSError, ValueError):
                    pipe.close()
        return (
            f"was killed by signal {-self._ended}" if self._ended < 0 else f"ended with status {self._ended}"
        )


def write(pipe: BinaryIO, data: bytes) -> None:
    """Write one message. Raises OSError where nobody reads any more."""
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def read(pipe: BinaryIO) -> bytes | None:
    """Read one message; None at the end of the pipe, or where the last is not whole."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    return data if len(data) == length else None


def can_start() -> bool:
    """Say whether this process can have others: not where Python is a part of another program."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


def is_alone() -> bool:
    """Say whether a copy of this process is safe, and so the quickest start: on Linux, where it has one thread only.

    A lock that another thread holds would stay locked in the copy for ever. On macOS the system's own libraries
    have threads that no one sees.
    """
    try:
        return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208
    except OSError:
        return False


def fork(service: Service, hello: Any, others: Iterable[Process]) -> Process:
    """Start a process as a copy of this one: what is loaded here is loaded there. Raises OSError."""
    tasks, to = os.pipe()
    back, answers = os.pipe()
    with _uninterrupted():
        number = os.fork()
        if not number:
            _be_copy(service, hello, (tasks, answers), (to, back), others)
    os.close(tasks)
    os.close(answers)
    return Process(number, os.fdopen(to, "wb"), os.fdopen(back, "rb"), lambda: _status_of(number))


def _be_copy(
    service: Service,
    hello: Any,
    ours: tuple[int, int],
    theirs: tuple[int, int],
    others: Iterable[Process],
) -> NoReturn:
    """Work as a copy of the process that asks, and never return into what it was doing."""
    status = 1
    try:
        gc.freeze()  # what is here stays, and looking through it would copy its pages
        for pipe in theirs:
            os.close(pipe)
        for other in others:  # a pipe that is open here as well would outlive its owner
            other.to.close()
            other.back.close()
        _work(service(hello), os.fdopen(ours[0], "rb"), os.fdopen(ours[1], "wb"))
        status = 0
    finally:
        os._exit(status)


def _status_of(number: int) -> int:
    try:
        return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
    except ChildProcessError:  # somebody else has waited for it
        return 0


def spawn(service: Service, hello: Any, _others: Iterable[Process] = ()) -> Process:
    """Start a process from nothing, with the Python that runs here. Raises OSError."""
    options: dict[str, Any] = {}
    if sys.platform == "win32":
        options["creationflags"] = subprocess.CREATE_NEW_PROCESS_GROUP  # Ctrl-C is for this process
    with _uninterrupted():
        process = subprocess.Popen(  # noqa: S603 - Python itself
            [sys.executable, "-c", _START.format(processes=__name__)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            **options,
        )
    to, back = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
    with suppress(OSError):  # it has ended already, which is noticed when its answer is waited for
        to.write(to_bytes((sys.path, service.__module__, service.__qualname__)))
        write(to, to_bytes(hello))
    return Process(process.pid, to, back, process.wait)


def attend(service: Service) -> None:
    """Work as a process that ``spawn`` has started. What anything prints goes to stderr, for stdout is for answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    tasks = sys.stdin.buffer
    status = 1
    try:
        if (hello := read(tasks)) is not None:
            _work(service(from_bytes(hello)), tasks, answers)
        status = 0
    finally:
        os._exit(status)


def _work(desk: Desk, tasks: BinaryIO, answers: BinaryIO) -> None:
    """Answer tasks until there are no more, or nobody waits for the answers."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C is for the process that asks, which then ends this one
    with suppress(OSError), few_collections():
        write(answers, _READY)
        while (batch := read(tasks)) is not None:
            for task in from_bytes(batch):
                write(answers, desk.answer(task))
        desk.finish()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start a process that does not hear Ctrl-C before it has said that it will not."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
