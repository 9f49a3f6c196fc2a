"""The house rules that types and linters do not see: who may touch the world, and what a name may be."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "lint"
FILES = sorted(p for p in PACKAGE.rglob("*.py") if "rules" not in p.relative_to(PACKAGE).parts)
PURE = ("model", "read", "match", "evidence", "run", "report")
"""The rooms below ``load``: str in, values out."""
FLOORS = {
    "model": 0, "match": 1, "evidence": 1, "read": 1, "report": 2, "load": 2, "run": 2, "prepare": 3, "texts": 4, "files": 5, "api": 6, "store": 7, "batch": 8, "front": 9, "__init__": 10
}  # fmt: skip
"""How high each room lies; ``lint/__init__.py`` opens the door for whoever imports it."""
ROOMS = {*PURE, "load", "store", "batch", "front"}
WORLDLY = {
    "asyncio", "ctypes", "datetime", "fileinput", "glob", "http", "io", "logging", "multiprocessing",
    "os", "pathlib", "random", "select", "shutil", "signal", "socket", "ssl", "subprocess", "sys", "tempfile", "threading",
    "time", "tomllib", "urllib",
}  # fmt: skip
"""Modules through which one reaches a disk, a clock, a terminal, a process or a net."""
HARMLESS = {"io": {"StringIO"}, "sys": {"byteorder", "intern", "maxsize"}, "urllib.parse": {"quote"}}
OUTSIDE = {"open", "print", "input", "exec", "eval", "compile", "breakpoint", "__import__"}
"""Built-in functions that do, or that could."""
SAYING_NOTHING = {"base", "common", "helper", "helpers", "impl", "manager", "misc", "util", "utils"}
DATA = {"lint/match/syllable_table.py", "lint/evidence/support.py"}
"""Modules that are tables, as long as their subject."""
LINES_OF_A_FILE, LINES_OF_A_FUNCTION = 320, 60
"""Generous: the habit is 250 and 8, and a gate at the habit would only be worked around."""


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), path)


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {alias.name for alias in node.names}
            yield from () if names <= HARMLESS.get(node.module, set()) else (node.module.partition(".")[0],)


def _called(tree: ast.AST) -> Iterator[str]:
    """Yield the names of built-in functions that are called or handed on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id


def _public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Yield what a module offers: functions, classes and the methods of those classes."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for node in tree.body:
        if isinstance(node, kinds) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (n for n in node.body if isinstance(n, kinds) and not n.name.startswith("_"))


pure = pytest.mark.parametrize("path", [p for p in FILES if _room(p) in PURE], ids=_name)
every = pytest.mark.parametrize("path", FILES, ids=_name)


def test_every_room_is_known() -> None:
    found = {p.name for p in PACKAGE.iterdir() if p.is_dir() and any(p.glob("*.py"))}
    assert found == ROOMS
    assert {p.stem for p in PACKAGE.glob("*.py")} == {"__init__", "api", "files", "texts", "prepare"}


@pure
def test_nothing_below_load_imports_the_world(path: Path) -> None:
    assert WORLDLY.isdisjoint(_imported(_tree(path))), sorted(WORLDLY & set(_imported(_tree(path))))


@pure
def test_nothing_below_load_opens_prints_or_asks(path: Path) -> None:
    assert OUTSIDE.isdisjoint(_called(_tree(path))), sorted(OUTSIDE & set(_called(_tree(path))))


@every
def test_only_the_front_prints_and_runs_nothing_it_was_given(path: Path) -> None:
    called = set(_called(_tree(path)))
    assert called.isdisjoint(OUTSIDE - {"open", "print"})
    assert _room(path) == "front" or "print" not in called


@every
def test_modules_that_are_named_in_strings_keep_to_the_floors(path: Path) -> None:
    """The import contract reads import statements; what ``import_module`` is given is held to it here."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            parts = node.value.split(".")
            if parts[0] == "lint" and len(parts) > 1 and parts[1] in FLOORS:
                assert FLOORS[parts[1]] < FLOORS[_room(path)], node.value


_TABLES = ("lint/run/checks.py", "lint/read/__init__.py", "lint/read/languages.py", "lint/report/__init__.py")


@pure
def test_what_is_imported_by_name_is_a_name_of_ours(path: Path) -> None:
    if "importlib" in set(_imported(_tree(path))):
        assert _name(path) in _TABLES, "closed tables of checks, readers, grammars and reports are enough"


@every
def test_what_is_public_says_what_it_is(path: Path) -> None:
    tree = _tree(path)
    assert ast.get_docstring(tree), "the module has no docstring"
    assert [node.name for node in _public(tree) if not ast.get_docstring(node)] == []


@every
def test_no_name_says_nothing(path: Path) -> None:
    words = set(path.stem.lower().split("_"))
    assert words.isdisjoint(SAYING_NOTHING)
    classes = [n.name for n in ast.walk(_tree(path)) if isinstance(n, ast.ClassDef)]
    assert [c for c in classes if c.lower().endswith(tuple(SAYING_NOTHING))] == []


@pytest.mark.parametrize("path", [p for p in FILES if _name(p) not in DATA], ids=_name)
def test_a_file_and_its_functions_can_be_taken_in(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LINES_OF_A_FILE
    long = {
        f"{node.name}: {length} lines"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LINES_OF_A_FUNCTION
    }
    assert not long


@every
def test_no_group_is_repeated_possessively(path: Path) -> None:
    """Python before 3.11.5 (Debian 12 has 3.11.2) matches ``(?:…)*+`` wrongly; ``(?>(?:…)*)`` is right in all."""
    written = [
        n.value for n in ast.walk(_tree(path)) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    ]
    assert [w for w in written if re.search(r"\)(?:[*+?]|\{\d*,?\d*\})\+", w)] == []


def test_the_import_contract_covers_every_room() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    layers = {room.strip() for layer in contract["layers"] for room in layer.split("|")}
    assert contract["exhaustive"]
    assert layers == ROOMS | {"api", "files", "texts", "prepare"}
