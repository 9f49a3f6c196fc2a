"""What a check of each format imports: a short check waits for imports longer than for its rules."""

from __future__ import annotations

import subprocess
import sys

import pytest

_SLOW = {"typing", "dataclasses", "json", "html", "email", "tree_sitter"}


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.rst"])
def test_everyday_formats_are_read_without_slow_imports(name: str) -> None:
    code = f"import sys; from lint.read import read; read('A *b*.\\n\\nC.\\n', {name!r}); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert _SLOW.isdisjoint(told.stdout.split())
