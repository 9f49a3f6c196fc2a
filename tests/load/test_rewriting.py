from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint.load.files import load_text, write_text
from lint.model.finding import Problem


def test_mode_encoding_and_mark_stay(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        path = tmp_path / encoding
        path.write_bytes("One 漢\r\n".encode(encoding))
        path.chmod(0o640)
        text = load_text(str(path))
        assert isinstance(text, str)
        assert write_text(str(path), text, text.replace("One", "Two")) is None
        assert path.read_bytes() == "Two 漢\r\n".encode(encoding)
        assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["utf-16", "utf-8", "utf-8-sig"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("one")
    (tmp_path / "link").symlink_to("real")
    assert write_text(str(tmp_path / "link"), "one", "two") is None
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "two"


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("three")
    problem = write_text(str(path), "one", "two")
    assert problem == Problem(str(path), "not fixed: the file was changed meanwhile; run again")
    assert path.read_text() == "three"


def test_what_cannot_be_written_says_so(tmp_path: Path) -> None:
    problem = write_text(str(tmp_path / "none"), "one", "two")
    assert problem
    assert "not fixed: cannot be written" in problem.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_is_closed_keeps_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    tmp_path.chmod(0o500)
    try:
        assert write_text(str(path), "one", "two")
        assert path.read_text() == "one"
    finally:
        tmp_path.chmod(0o700)
