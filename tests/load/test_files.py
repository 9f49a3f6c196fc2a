from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint.load.files import decode, find_files, load_text
from lint.model.finding import Problem


def _make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.\n", "utf-8")


def _below(root: Path) -> list[str]:
    return [Path(p).relative_to(root).as_posix() for p in find_files([str(root)]).paths]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("naïve\r\n".encode(), "naïve\r\n"),
        (b"\xef\xbb\xbfA", "\ufeffA"),
        ("\ufeffhé\n".encode("utf-16-le"), "\ufeffhé\n"),
        ("\ufeffhé\n".encode("utf-16-be"), "\ufeffhé\n"),
        ("\ufeffhé\n".encode("utf-32-le"), "\ufeffhé\n"),
        ("\ufeffhé\n".encode("utf-32-be"), "\ufeffhé\n"),
        (b"a\x0cb\x1b", "a\x0cb\x1b"),
    ],
)
def test_texts_are_decoded_as_they_are(data: bytes, text: str) -> None:
    assert decode(data, "a.md") == text


@pytest.mark.parametrize(
    ("data", "says", "line", "status"),
    [
        (b"", "empty file", 0, 0),
        (b"\xef\xbb\xbf", "empty file", 0, 0),
        (b" \n\t\n", "empty file", 0, 0),
        (b"a\0b", "binary file, not text", 0, 3),
        ("\ufeffa\0b".encode("utf-16-le"), "binary file, not text", 0, 3),
        (b"one\r\ntwo \xff", "not UTF-8 at byte 9 (line 2); save it as UTF-8", 2, 3),
        (b"\xff\xfea\x00b", "not UTF-16-LE at byte 4", 1, 3),
        (b"one\xe2\x80", "not UTF-8 at byte 3 (line 1)", 1, 3),
    ],
)
def test_what_is_no_text_says_why(data: bytes, says: str, line: int, status: int) -> None:
    problem = decode(data, "a.md")
    assert isinstance(problem, Problem)
    assert says in problem.message
    assert (problem.path, problem.line, problem.status) == ("a.md", line, status)


def test_missing_folders_and_loops_say_why(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    for name, says in {
        "none.md": "no such file",
        "": "a folder",
        "loop.md": "leads back to itself",
        "gone.md": "not there",
        "x" * 300: "not readable",
        "a\0b": "not a path",
    }.items():
        problem = load_text(os.path.join(tmp_path, name))  # noqa: PTH118
        assert isinstance(problem, Problem), name
        assert says in problem.message
        assert problem.status == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_says_so(tmp_path: Path) -> None:
    _make(tmp_path, "a.md")
    (tmp_path / "a.md").chmod(0)
    problem = load_text(str(tmp_path / "a.md"))
    assert isinstance(problem, Problem)
    assert "permission denied" in problem.message


def test_folders_give_their_texts_in_order(tmp_path: Path) -> None:
    _make(
        tmp_path,
        "b.md",
        "a/z.txt",
        "a.md",
        "a/b/c.MD",
        "code.py",
        ".hidden/x.md",
        "node_modules/p/x.md",
        "LICENSE",
    )
    assert _below(tmp_path) == ["a/b/c.MD", "a/z.txt", "a.md", "b.md"]


def test_gitignore_is_respected_at_every_level(tmp_path: Path) -> None:
    _make(
        tmp_path,
        "build/x.md",
        "keep.md",
        "docs/draft-1.md",
        "docs/draft-2.md",
        "docs/in/draft-3.md",
        "docs/y.md",
    )
    (tmp_path / ".gitignore").write_text("build/\ndraft-*\n")
    (tmp_path / "docs" / ".gitignore").write_text("!draft-2.md\n/y.md\n")
    assert _below(tmp_path) == ["docs/draft-2.md", "keep.md"]


def test_a_repository_s_outer_patterns_hold_inside(tmp_path: Path) -> None:
    _make(tmp_path, "docs/a.md", "docs/skip.md", "docs/secret.md", "build/x.md")
    (tmp_path / ".git" / "info").mkdir(parents=True)
    (tmp_path / ".git" / "info" / "exclude").write_text("secret.md\n")
    (tmp_path / ".gitignore").write_text("skip.md\nbuild/\n")
    assert _below(tmp_path / "docs") == ["a.md"]
    assert _below(tmp_path / "build") == ["x.md"], "a folder that was named is wanted, ignored or not"


def test_links_cannot_trap_the_walk(tmp_path: Path) -> None:
    _make(tmp_path, "a.md")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    assert _below(tmp_path) == ["a.md", "gone.md", "loop.md"], (
        "broken links are left for the reader to report"
    )


def test_named_files_are_checked_once_whatever_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make(tmp_path, "a.md", "code.py")
    monkeypatch.chdir(tmp_path)
    assert find_files(["code.py", "./code.py", "none.md", "."]).paths == ("code.py", "none.md", "a.md")


def test_a_folder_without_text_is_a_problem(tmp_path: Path) -> None:
    found = find_files([str(tmp_path)])
    assert found.paths == ()
    assert [(p.status, p.message) for p in found.problems] == [
        (3, "no text files in this folder; a file that you name is read whatever its suffix")
    ]


def test_exclusions_hold_in_folders_and_when_forced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(tmp_path, "a.md", "vendor/b.md")
    monkeypatch.chdir(tmp_path)

    def excluded(path: str) -> bool:
        return path.startswith("vendor")

    assert find_files(["."], excluded).paths == ("a.md",)
    assert find_files(["vendor/b.md"], excluded).paths == ("vendor/b.md",)
    assert find_files(["vendor/b.md", "a.md", "vendor"], excluded, force_exclude=True)[:2] == (("a.md",), ())
