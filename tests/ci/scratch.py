"""Repositories for jobs to check."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

BAD = "Experts believe that prices will fall.\n"
CLEAN = "The bridge opened in 1932.\n"


def git(folder: Path, *args: str) -> str:
    """Run git as nobody in particular; return what it prints."""
    names = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ("git", *who, *args), cwd=folder, capture_output=True, text=True, check=False, env=os.environ | names
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
