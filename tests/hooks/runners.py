"""What runs hooks: a real pre-commit and a real prek over a real git, in homes of their own.

The hooks come from a repository that is made of the files as they are now, with a tag for each of two versions.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASIDE = ("tests", "docs", "editors")
"""Folders that no wheel is built from."""
BIN = Path(sys.executable).parent
VERSIONS = ("v0.1.0", "v0.2.0")
CUT = ("unshare", "--map-root-user", "--net")
"""Before a command: it sees no network, not even the machine itself."""
CONFIG = """[user]
name = Ada
email = ada@example.com
[init]
defaultBranch = main
[protocol "file"]
allow = always
[safe]
directory = *
[advice]
detachedHead = false
"""

Done = subprocess.CompletedProcess[str]


class Home:
    """Where the runners keep their environments, and the repository that the hooks come from."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.hooks = root / "whosays"

    def environment(self) -> dict[str, str]:
        """Return a user's variables, of which none is the caller's git's, Python's or hook runner's."""
        strange = (
            "GIT_",
            "PRE_COMMIT",
            "PREK",
            "PYTHON",
            "VIRTUAL_ENV",
            "WHOSAYS",
            "COLUMNS",
            "NO_COLOR",
            "LC_",
            "XDG_",
        )
        kept = {k: v for k, v in os.environ.items() if not k.startswith(strange)}
        caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        mine = [Path.home() / ".config" / "pip" / "pip.conf", Path.home() / ".pip" / "pip.conf"]
        config = {key: str(file) for file in mine if file.exists() for key in ("PIP_CONFIG_FILE",)}
        return {
            "PIP_CACHE_DIR": str(caches / "pip"),
            "UV_CACHE_DIR": str(caches / "uv"),
            **config,
            **kept,
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.root),
            "XDG_CACHE_HOME": str(self.root / "cache"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "PRE_COMMIT_HOME": str(self.root / "pre-commit"),
            "PREK_HOME": str(self.root / "prek"),
            "PREK_UV_SOURCE": "pip",
            "LC_ALL": "C",
        }

    def make(self) -> None:
        """Make the repository of the hooks: what the later version calls them differs."""
        (self.root / ".gitconfig").write_text(CONFIG, "utf-8")
        self.hooks.mkdir()
        self.run(self.hooks, "git", "init", "--quiet")
        for part in ROOT.iterdir():
            if part.name in ASIDE or (part.name[0] == "." and part.name != ".pre-commit-hooks.yaml"):
                continue
            if part.is_dir():
                shutil.copytree(
                    part, self.hooks / part.name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
                )
            else:
                shutil.copy(part, self.hooks / part.name)
        manifest = self.hooks / ".pre-commit-hooks.yaml"
        for version in VERSIONS:
            told = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
            manifest.write_text(told.replace("name: whosays\n", f"name: whosays {version}\n"), "utf-8")
            self.run(self.hooks, "git", "add", "--all")
            self.run(self.hooks, "git", "commit", "--quiet", "--message", version)
            self.run(self.hooks, "git", "tag", version)

    def run(self, folder: Path, *command: str, **more: str) -> Done:
        """Run a command that must succeed."""
        done = self.ask(folder, *command, **more)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        return done

    def ask(self, folder: Path, *command: str, **more: str) -> Done:
        """Run a command, whatever comes of it."""
        return subprocess.run(
            command,
            cwd=folder,
            env=self.environment() | more,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=300,
            check=False,
        )

    def config(self, *hooks: str, version: str = VERSIONS[0]) -> str:
        """Return a configuration with hooks of this repository: each a name, or a name and its keys in YAML."""
        listed = "".join(f"      - id: {hook}\n" for hook in hooks)
        return f"repos:\n  - repo: {self.hooks}\n    rev: {version}\n    hooks:\n{listed}"


class Scratch:
    """A repository in which somebody writes."""

    def __init__(self, home: Home, runner: str, folder: Path, before: tuple[str, ...] = ()) -> None:
        """Take the runner's name, and what goes before each command of git's or the runner's."""
        self.home, self.runner, self.folder, self.before = home, runner, folder, before
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet")

    def git(self, *args: str) -> Done:
        """Run git, which must succeed."""
        return self.home.run(self.folder, *self.before, "git", *args)

    def hook(self, *hooks: str, version: str = VERSIONS[0], types: tuple[str, ...] = ("pre-commit",)) -> None:
        """Write the configuration, commit it, and install the runner into git."""
        (self.folder / ".pre-commit-config.yaml").write_text(
            self.home.config(*hooks, version=version), "utf-8"
        )
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Begin")
        asked = [part for kind in types for part in ("--hook-type", kind)]
        assert self.run("install", *asked).returncode == 0

    def run(self, *args: str, **more: str) -> Done:
        """Run the hook runner."""
        return self.home.ask(self.folder, *self.before, str(BIN / self.runner), *args, **more)

    def write(self, name: str, text: str) -> Path:
        """Write a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def stage(self, name: str, text: str) -> Path:
        """Write a file and stage it."""
        path = self.write(name, text)
        self.git("add", "--", name)
        return path

    def commit(self, *args: str, message: str = "Say more", **more: str) -> tuple[int, str]:
        """Try to commit what is staged. Returns the status, and all that was said."""
        done = self.home.ask(self.folder, *self.before, "git", "commit", "--message", message, *args, **more)
        return done.returncode, done.stdout + done.stderr
