from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint.load import stamps


def test_a_stamp_tells_every_way_of_saving(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    seen = [stamps.stamps_of([str(file)])]
    file.write_text("one")
    seen.append(stamps.stamps_of([str(file)]))
    file.write_text("two")  # in place, of the same length
    seen.append(stamps.stamps_of([str(file)]))
    (tmp_path / "b").write_text("six")
    times = file.stat()
    os.utime(tmp_path / "b", ns=(times.st_atime_ns, times.st_mtime_ns))
    (tmp_path / "b").replace(file)  # another file, of the same length and time
    seen.append(stamps.stamps_of([str(file)]))
    assert len({tuple(s.items()) for s in seen}) == 4
    assert stamps.stamps_of(["\0"]) == {"\0": None}


def test_what_is_half_done_is_waited_for() -> None:
    """A file goes, comes back empty, and is filled; then two looks agree."""
    states = iter([1, 1, None, 2, 3, 4, 4, 5])
    pauses: list[float] = []
    before = {"a": (1, 1, 1, 1)}

    def look() -> stamps.Stamps:
        state = next(states)
        return {"a": state and (state, 1, 1, 1) if state != 1 else (1, 1, 1, 1)}

    stamps.wait_for_change(before, look, pauses.append)
    assert next(states) == 5
    assert len(pauses) == 2 + 4


def test_what_never_stops_changing_is_not_waited_for() -> None:
    numbers = iter(range(2, 1000))
    pauses: list[float] = []
    stamps.wait_for_change({}, lambda: {"a": (next(numbers), 1, 1, 1)}, pauses.append)
    assert sum(pauses) < 3


def test_what_may_come_above_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / ".gitignore").write_text("")
    monkeypatch.chdir(inner)
    found = stamps.surroundings(["c.md"], ["."])
    assert str(inner / ".gitignore") in found
    assert str(inner / "whosays.toml") not in found, "the folder's own stamp tells of what comes into it"
    assert {str(tmp_path / "whosays.toml"), str(tmp_path / "a" / "pyproject.toml")} <= set(found)
