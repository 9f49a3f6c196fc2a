from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from lint.load import cores, processes
from lint.load.processes import is_alone
from lint.load.workers import Answer, Workers

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals")
FORKS = [pytest.param(True, marks=posix, id="copies"), pytest.param(False, id="from nothing")]


class Sums:
    """Adds a number to each task; one that is a word does what the word says."""

    def __init__(self, hello: int) -> None:
        self.hello = hello

    def answer(self, task: object) -> bytes:
        if task == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if task == "leave":
            os._exit(7)
        if task == "print":
            os.write(1, b"x" * 99)
        return repr((task, self.hello)).encode()

    def finish(self) -> None:
        pass


class Broken(Sums):
    def __init__(self, hello: int) -> None:
        os._exit(3)


def answered(
    batches: list[list[object]], number: int = 2, *, forks: bool, service: type[Sums] = Sums
) -> list[Answer]:
    team = Workers(service, 5, number, forks=forks)
    told, found = 0, []
    for batch in batches:
        team.give([(told + place, task) for place, task in enumerate(batch)])
        told += len(batch)
    for answer in team.answers():
        found.append(answer)
        if len(found) == told:
            break
    team.close()
    assert all(process._ended is not None for process in team._processes)
    return sorted(found)


@pytest.mark.parametrize("forks", FORKS)
def test_every_task_is_answered_once(forks: bool) -> None:
    found = answered([[n, n + 1] for n in range(0, 40, 2)], forks=forks)
    assert found == [Answer(n, repr((n, 5)).encode()) for n in range(40)]


@posix
@pytest.mark.parametrize("forks", FORKS)
def test_a_worker_that_is_killed_costs_one_task(forks: bool) -> None:
    found = answered([[0, "die", 2, 3], [4, 5], ["die", "leave", 8]], forks=forks)
    assert [a.number for a in found] == list(range(9))
    assert [(a.number, a.ended) for a in found if a.data is None] == [
        (1, "was killed by signal 9"), (6, "was killed by signal 9"), (7, "ended with status 7"),
    ]  # fmt: skip


@posix
def test_what_a_worker_prints_is_no_answer() -> None:
    found = answered([["print", 1]], 1, forks=False)
    assert [a.data for a in found] == [b"('print', 5)", b"(1, 5)"]


@pytest.mark.parametrize("forks", FORKS)
def test_workers_that_cannot_begin_leave_the_work_to_whoever_asks(forks: bool) -> None:
    assert answered([[1, 2]], forks=forks, service=Broken) == []


def test_no_python_to_start_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes.sys, "executable", "")
    assert not processes.can_start()
    monkeypatch.setattr(processes.sys, "executable", "/no/such/python")
    with pytest.raises(OSError):
        Workers(Sums, 5, 1, forks=False)


def test_work_that_is_broken_off_leaves_no_process() -> None:
    team = Workers(Sums, 5, 3)
    team.give([(0, 0)])
    next(team.answers())
    team.kill()
    for process in team._processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process.number, 0)
    deadline = time.monotonic() + 5
    while any(thread.is_alive() for thread in team._threads) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(thread.is_alive() for thread in team._threads)


@pytest.mark.skipif(sys.platform != "linux", reason="only there are copies safe")
def test_a_process_with_threads_is_not_copied() -> None:
    look = "from lint.load.processes import is_alone; import threading, time; print(is_alone()); "
    look += "threading.Thread(target=time.sleep, args=(9,), daemon=True).start(); print(is_alone())"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True)
    assert done.stdout.split() == ["True", "False"]
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    assert not is_alone()
    stop.set()
    thread.join()


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    """``multiprocessing`` would run the script again in each of its processes."""
    script = tmp_path / "script.py"
    script.write_text(
        "import threading, lint, sys\n"
        "from lint.load.files import TextFile\n"
        "from lint.model.settings import Settings\n"
        "threading.Thread(target=threading.Event().wait, daemon=True).start()\n"  # so that nothing is copied
        "names = [f'{sys.argv[1]}/{n}.md' for n in range(8)]\n"
        "for name in names: open(name, 'w').write('It is so.\\n\\n' * 5000)\n"
        "print('once', len(lint.check_files([TextFile(n, Settings()) for n in names], jobs=2).files))\n"
    )
    done = subprocess.run([sys.executable, script, tmp_path], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("once 8\n", "")


def test_cores_are_those_that_may_be_used(tmp_path: Path) -> None:
    assert 1 <= cores.cores() <= (os.cpu_count() or 1)
    path = tmp_path / "cpu.max"
    for told, count in (("max 100000", 0), ("150000 100000", 2), ("50000 100000", 1), ("", 0)):
        path.write_text(told)
        assert cores._quota(str(path)) == count
    assert cores._quota(f"{path}x") == 0
