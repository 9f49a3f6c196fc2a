"""Many files, checked by real processes: killed, interrupted, side by side, with and without what is kept."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint import files as checking
from lint.load import results
from lint.load.cache_folder import cache_folder
from lint.load.files import TextFile
from lint.model.settings import Settings

FILES = 160
posix = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
SAID = (
    "Experts agree that plan {n} may fail. Studies show that most people in town {n} are worried.",
    "The bridge was built in 1931, said Mei Tan, an engineer at Norbank.",
    "It could possibly be argued that the figures of {n} rose dramatically in recent years.",
    "It is widely believed that report {n} is the best ever. Critics say otherwise.",
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of a few hundred texts, in which no two are the same, and some cannot be read."""
    folder = tmp_path_factory.mktemp("archive")
    for n in range(FILES):
        lines = [SAID[(n + k) % len(SAID)].format(n=n) for k in range(6 + n % 9)]
        place = folder / f"part {n % 7}" / f"é{n:03}.md"
        place.parent.mkdir(exist_ok=True)
        place.write_text("\n\n".join(lines), "utf-8")
    (folder / "bad.txt").write_bytes(b"caf\xe9 au lait")
    (folder / "empty.md").write_text("")
    return folder


@pytest.fixture(scope="module")
def truth(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the report of one process that keeps nothing."""
    begun = start(archive, tmp_path_factory.mktemp("none"), "--jobs", "1", "--no-cache")
    out, err = begun.told()
    assert err.count("\n") == 2
    assert begun.returncode == 3
    assert len(json.loads(out)["files"]) == FILES
    return out


class Run(subprocess.Popen[bytes]):
    """A check; what it writes goes to files, so that it never waits for a reader."""

    out: Path
    err: Path

    def told(self) -> tuple[str, str]:
        """Wait for its end. Returns what it has written to stdout and to stderr."""
        self.wait(60)
        return self.out.read_text("utf-8"), self.err.read_text("utf-8")


def start(archive: Path, cache: Path, *options: str) -> Run:
    """Start a check in a session of its own, which has a cache folder of its own but the compiled rules of all."""
    keeping = () if "--no-cache" in options else ("--cache-dir", str(cache))
    asked = ("check", *keeping, "--isolated", "--format", "json", *options, ".")
    out, err = (cache.parent / f"{random.random()}.{name}" for name in ("out", "err"))
    with out.open("wb") as told, err.open("wb") as said:
        run = Run(
            [sys.executable, "-m", "lint.front.cli", *asked],
            cwd=archive, stdout=told, stderr=said, start_new_session=True,
            env={**os.environ, "PYTHONPATH": str(Path(checking.__file__).parents[1]), "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
    run.out, run.err = out, err
    return run


@pytest.fixture
def cache(tmp_path: Path, truth: str) -> Path:
    """Return a cache folder with compiled rules and patterns, and no results."""
    (tmp_path / "cache").mkdir()
    for path in Path(cache_folder()).glob("*.bin"):
        shutil.copy(path, tmp_path / "cache")
    return tmp_path / "cache"


def session(number: int) -> list[int]:
    """Return the processes of a session that are there."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == number and fields[0] != "Z":
            found.append(int(place.parent.name))
    return found


def gone(number: int, seconds: float = 10) -> bool:
    """Wait for the end of all processes of a session; say whether it came."""
    end = time.monotonic() + seconds
    while session(number) and time.monotonic() < end:
        time.sleep(0.01)
    return not session(number)


def kept(cache: Path) -> int:
    return len(list((cache / results._FOLDER).glob("??/*")))


def until_kept(cache: Path, least: int, running: Run) -> None:
    """Wait until a run has kept some results, or has ended."""
    while running.poll() is None and kept(cache) < least:
        time.sleep(0.002)


def test_many_processes_and_what_is_kept_change_nothing(archive: Path, cache: Path, truth: str) -> None:
    for options in (["--jobs", "3", "--no-cache"], ["--jobs", "2"], ["--jobs", "2"], ["--jobs", "1"], []):
        assert start(archive, cache, *options).told()[0] == truth
    assert kept(cache) == FILES


@posix
def test_a_run_that_is_killed_leaves_nothing_wrong(archive: Path, cache: Path, truth: str) -> None:
    chance = random.Random(6)
    for least in (1, 60, 110):
        running = start(archive, cache, "--jobs", "2")
        until_kept(cache, least, running)
        time.sleep(chance.random() / 50)
        with contextlib.suppress(ProcessLookupError):
            os.kill(running.pid, signal.SIGKILL)  # its workers must notice by themselves
        running.told()
        assert gone(running.pid)
    assert start(archive, cache, "--jobs", "2").told()[0] == truth
    assert start(archive, cache, "--jobs", "2").told()[0] == truth


@posix
def test_ctrl_c_ends_everything_at_once_and_says_nothing(archive: Path, cache: Path, truth: str) -> None:
    interrupted = 0
    for least in (1, 50) * 4:  # on a busy machine a run may end before it is interrupted
        shutil.rmtree(cache / results._FOLDER, ignore_errors=True)
        running = start(archive, cache, "--jobs", "2")
        until_kept(cache, least, running)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGINT)
        out, err = running.told()
        assert gone(running.pid)
        if running.returncode == 130:
            assert (truth.startswith(out), err) == (True, "")
            interrupted += 1
        else:
            assert out == truth
        if interrupted == 2:
            break
    assert interrupted
    assert start(archive, cache).told()[0] == truth


@posix
def test_a_worker_that_is_killed_costs_its_own_file(archive: Path, cache: Path, truth: str) -> None:
    running = start(archive, cache, "--jobs", "2", "--no-cache")
    while running.poll() is None and len(session(running.pid)) < 3:
        time.sleep(0.002)
    for worker in [number for number in session(running.pid) if number != running.pid][:1]:
        time.sleep(0.05)
        with contextlib.suppress(ProcessLookupError):  # on a busy machine it may have ended
            os.kill(worker, signal.SIGKILL)
    out, err = running.told()
    assert gone(running.pid)
    whole, left = json.loads(truth), json.loads(out)
    lost = {p["path"] for p in left["problems"]} - {p["path"] for p in whole["problems"]}
    assert len(lost) <= 1
    assert left["files"] == [file for file in whole["files"] if file["path"] not in lost]
    assert ("killed by signal 9" in err) == bool(lost)


def test_runs_side_by_side_are_both_right(archive: Path, cache: Path, truth: str) -> None:
    running = [start(archive, cache, "--jobs", jobs) for jobs in ("2", "2", "1")]
    assert [run.told()[0] for run in running] == [truth] * 3
    assert kept(cache) == FILES


def test_a_folder_that_is_deleted_meanwhile_does_no_harm(archive: Path, cache: Path, truth: str) -> None:
    running = start(archive, cache, "--jobs", "2")
    while running.poll() is None:
        shutil.rmtree(cache, ignore_errors=True)
        time.sleep(0.05)
    assert running.told()[0] == truth


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WHOSAYS_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


@pytest.mark.parametrize("alone", [True, False], ids=["copies", "from nothing"])
def test_a_file_that_changes_while_it_waits_is_told_as_it_was_checked(
    folder: Path, alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if alone and sys.platform != "linux":
        pytest.skip("nothing is copied here")
    monkeypatch.setattr("lint.load.workers.is_alone", lambda: alone)
    monkeypatch.setattr(checking, "_WORTH", (20, 20))
    files = [TextFile(str(folder / f"{n}.md"), Settings()) for n in range(9)]
    for file in files:
        Path(file.path).write_text("Experts agree on the plan.\n" * 3)
    read = checking.load_text

    def changing(path: str) -> object:
        text = read(path)
        Path(path).write_text("Nobody knows.\n\nStudies show that it rains.\n")
        return text

    monkeypatch.setattr(checking, "load_text", changing)
    report = checking.check_files(files, jobs=2, cache=True)
    monkeypatch.undo()
    monkeypatch.setenv("WHOSAYS_CACHE_DIR", str(folder / "cache"))
    told = {file.path: file.text[:7] for file in report.files}
    assert set(told.values()) <= {"Experts", "Nobody "}
    for file in report.files:
        assert all(file.text[f.span.start : f.span.end] for f in file.findings)
    assert checking.check_files(files, cache=True) == checking.check_files(files)


def test_little_work_is_done_by_one_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [TextFile(str(folder / f"{n}.md"), Settings()) for n in range(20)]
    for file in files:
        Path(file.path).write_text("Experts agree on the plan.\n")
    monkeypatch.setattr(checking._Run, "_start", None)
    done: list[tuple[int, int]] = []
    report = checking.check_files(files, jobs=8, on_progress=lambda *told: done.append(told))
    assert [file.path for file in report.files] == [file.path for file in files]
    assert done == [(n, 20) for n in range(1, 21)]


def test_work_is_done_here_where_no_process_can_be_started(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [TextFile(str(folder / f"{n}.md"), Settings()) for n in range(9)]
    for file in files:
        Path(file.path).write_text("Experts agree on the plan.\n")
    monkeypatch.setattr(checking, "_WORTH", (20, 20))
    monkeypatch.setattr("lint.load.workers.is_alone", lambda: False)
    monkeypatch.setattr("lint.load.processes._START", "raise SystemExit(1)")
    assert len(checking.check_files(files, jobs=2).findings) == 9
    monkeypatch.setattr("lint.load.processes.sys.executable", "/no/such/python")
    assert len(checking.check_files(files, jobs=2).findings) == 9
    monkeypatch.setattr("lint.load.processes.can_start", lambda: False)
    assert len(checking.check_files(files, jobs=2).findings) == 9
