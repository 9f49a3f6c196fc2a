"""``--diff`` gives what git takes, and ``--fix`` writes the same."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from lint.front.cli import main

_GIT = pytest.mark.skipif(not shutil.which("git"), reason="no git here")
_TEXTS = {
    "a.md": "Due to the fact that it rained, we left\r\nprior to noon.\r\nLast\r\n",
    "b c.txt": "In order to go, we went. \x0c\u2028 In order to stay.",
    "d.md": "Nothing to mend.\n",
}


def _lay(folder: Path) -> None:
    for name, text in _TEXTS.items():
        (folder / name).write_bytes(text.encode())


@_GIT
def test_git_applies_the_diff_to_what_fix_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _lay(tmp_path)
    assert main(["check", "--isolated", "--diff", "."]) == 1
    diff = capsys.readouterr().out
    assert (tmp_path / "a.md").read_bytes() == _TEXTS["a.md"].encode()
    subprocess.run(["git", "apply", "-"], input=diff.encode(), check=True)
    applied = {name: (tmp_path / name).read_bytes() for name in _TEXTS}
    _lay(tmp_path)
    main(["check", "--isolated", "--fix", "."])
    assert {name: (tmp_path / name).read_bytes() for name in _TEXTS} == applied
    assert applied["a.md"] == b"Because it rained, we left\r\nbefore noon.\r\nLast\r\n"
    assert applied["b c.txt"].decode() == "To go, we went. \x0c\u2028 To stay."
    capsys.readouterr()
    assert main(["check", "--isolated", "--diff", "."]) == 0
    assert capsys.readouterr().out == ""
