"""What a user gets: the wheel has the rules and the types, and works where nothing else of ours is."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from lint import __version__

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _run(*args: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "COLUMNS"}}
    environment |= {"PYTHONUTF8": "1", "NO_COLOR": "1", **more}
    return subprocess.run(
        [sys.executable, *map(str, args)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = _run("-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    pip = ("-m", "pip", "--disable-pip-version-check", "--no-input")
    done = _run(*pip, "install", "--quiet", "--no-deps", "--no-index", "--target", folder, wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def _whosays(installed: Path, cwd: Path, *args: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the installed command: ``-P`` and the path keep the checkout out of it."""
    start = f"import sys; sys.path.insert(0, {str(installed)!r}); from lint.front.cli import main; sys.exit(main())"
    return _run("-P", "-c", start, *args, cwd=cwd, WHOSAYS_CACHE_DIR=str(cwd / "cache"))


def test_the_wheel_has_every_rule_the_types_and_the_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {f"lint/{p.relative_to(ROOT).as_posix()}" for p in (ROOT / "rules").rglob("*") if p.is_file()}
    assert {"lint/rules/measured.toml", "lint/rules/scores/science.tsv"} <= rules
    assert rules <= names
    assert "lint/py.typed" in names
    assert f"whosays-{__version__}.dist-info/licenses/LICENSE" in names
    own = {"lint", f"whosays-{__version__}.dist-info", f"whosays-{__version__}.data"}
    assert {name.partition("/")[0] for name in names} == own
    shared = {name for name in names if name.startswith(f"whosays-{__version__}.data/")}
    assert shared == {f"whosays-{__version__}.data/data/share/man/man1/whosays.1"}


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    info = f"whosays-{__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        about = message_from_bytes(archive.read(f"{info}/METADATA"))
        commands = archive.read(f"{info}/entry_points.txt").decode()
    assert (about["Name"], about["Version"], about["Requires-Python"]) == ("whosays", __version__, ">=3.11")
    assert "whosays = lint.front.cli:run" in commands


def test_an_installed_wheel_checks_a_text(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text(
        "# Rates\n\nThe currency is overvalued, analysts believe.\n", "utf-8"
    )
    done = _whosays(installed, tmp_path, "check", "--isolated", "--format", "concise", "article.md")
    assert done.returncode == 1, done.stderr
    assert "article.md:3:29: warning:" in done.stdout
    assert "attribution/bare-expert-claim" in done.stdout
    assert not done.stderr


def test_an_installed_wheel_reads_its_own_rules(installed: Path, tmp_path: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); from lint.load.packs_folder import rules_folder as f; print(f())"
    done = _run("-P", "-c", code, cwd=tmp_path)
    assert Path(done.stdout.strip()) == installed / "lint" / "rules"


def test_the_version_is_one(installed: Path, tmp_path: Path) -> None:
    done = _whosays(installed, tmp_path, "--version")
    assert done.stdout.strip() == f"whosays {__version__}"
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "lint/__init__.py"


@pytest.mark.parametrize("name", ["build", "dev", "run"])
def test_requirements_are_pinned_hashed_and_name_no_host(name: str) -> None:
    lines = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith(" ")]
    assert pins
    assert all("==" in pin and pin.endswith("\\") for pin in pins)
    assert all(line.strip().startswith("--hash=sha256:") for line in lines if line.startswith(" "))


def test_every_dependency_is_pinned() -> None:
    pinned = (ROOT / "requirements" / "run.txt").read_text("utf-8")
    for dependency in PROJECT["project"]["dependencies"]:
        name = dependency.partition(">")[0].replace("_", "-").lower()
        assert f"{name}==" in pinned


def test_nothing_but_sources_is_kept_in_the_package() -> None:
    """What was downloaded or built beside them would go into every wheel."""
    git = ("git", "-C", str(ROOT), "ls-files", "lint", "rules")
    listed = subprocess.run(git, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no checkout of git")
    assert {Path(name).suffix for name in listed.stdout.split()} <= {
        ".py",
        ".toml",
        ".tsv",
        ".txt",
        ".typed",
        ".md",
        "",
    }
