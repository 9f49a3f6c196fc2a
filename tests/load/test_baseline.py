from __future__ import annotations

from pathlib import Path

import pytest

from lint.load.baseline import FILE_NAME, BaselineFinder, read_baseline, write_baseline
from lint.load.settings import SettingsError


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    write_baseline(str(path), {"b/ü.md": {"y 2": 1, "x 1": 3}, "a.md": {}})
    assert read_baseline(str(path)).entries == {"b/ü.md": {"x 1": 3, "y 2": 1}}
    assert list(tmp_path.iterdir()) == [path]


def test_the_nearest_counts(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    write_baseline(str(tmp_path / FILE_NAME), {"in/deep/a.md": {"x 1": 1}, "b.md": {"x 2": 2}})
    finder = BaselineFinder()
    assert finder.known_in(str(tmp_path / "in" / "deep" / "a.md")) == (("x 1", 1),)
    assert finder.known_in(str(tmp_path / "b.md")) == (("x 2", 2),)
    write_baseline(str(tmp_path / "in" / FILE_NAME), {"deep/a.md": {"y 1": 1}})
    finder = BaselineFinder()
    assert finder.known_in(str(tmp_path / "in" / "deep" / "a.md")) == (("y 1", 1),)
    assert BaselineFinder(none=True).known_in(str(tmp_path / "b.md")) == ()
    fixed = BaselineFinder(fixed=str(tmp_path / FILE_NAME))
    assert fixed.known_in(str(tmp_path / "in" / "deep" / "a.md")) == (("x 1", 1),)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"baseline": 1,\n"files": {', "2: not a baseline: "),
        (b"[]", "not a baseline of version 1"),
        (b'{"baseline": 2, "files": {}}', "not a baseline of version 1"),
        (b'{"baseline": 1, "files": {"a": {"x": "1"}}}', "not a baseline of version 1"),
        (b"\xff", "baseline is not UTF-8"),
    ],
)
def test_a_broken_one_says_what_to_do(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(data)
    with pytest.raises(SettingsError) as caught:
        read_baseline(str(path))
    assert message in str(caught.value)
    assert "whosays baseline" in str(caught.value)
    assert caught.value.problems[0].status == 2
