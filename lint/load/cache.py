"""The compiled rule set, kept between runs: parsing a hundred TOML files costs more than a short check.

The cache is one marshal file in the user's cache directory, named after everything it depends on (our
version, Python's, and the size and time of every rule file). marshal holds data only: a damaged or forged
file can make a load fail, which means reading the rules again, but can run nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
from pathlib import Path
from typing import Any

from lint import __version__
from lint.model.rule import Rule
from lint.model.ruleset import Cues, RuleSet

_FORM = 5
"""Raised whenever the compiled form changes."""


def cache_folder() -> Path:
    """Return the user's cache directory for whosays; ``WHOSAYS_CACHE_DIR`` overrides it."""
    if told := os.environ.get("WHOSAYS_CACHE_DIR"):
        return Path(told)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base else Path.home() / ".cache") / "whosays"


def _fingerprint(folder: Path) -> str:
    """Return a digest of everything that the compiled rules depend on."""
    parts = [__version__, str(_FORM), sys.version, str(folder)]
    for group in sorted(os.scandir(folder), key=lambda e: e.name):
        if group.is_dir():
            for entry in sorted(os.scandir(group.path), key=lambda e: e.name):
                status = entry.stat()
                parts.append(f"{entry.path}:{status.st_size}:{status.st_mtime_ns}")
    # The compilers' own age matters in a checkout, where code changes under one version.
    for module in sorted(Path(__file__).parent.glob("*.py")):
        parts.append(f"{module.name}:{module.stat().st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]


def _pack(ruleset: RuleSet) -> bytes:
    words = {k: tuple(sorted(v)) for k, v in ruleset.words.items()}
    plain = (
        [tuple(rule) for rule in ruleset.rules],
        tuple(ruleset.cues),
        ruleset.class_bits,
        ruleset.priors,
        ruleset.profiles,
        words,
    )
    return marshal.dumps(_plain(plain))


def _plain(value: Any) -> Any:
    """Return a value with named tuples made plain, for marshal."""
    if isinstance(value, tuple):
        return tuple(_plain(v) for v in value)
    if isinstance(value, list):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return value


def _unpack(blob: bytes) -> RuleSet:
    from lint.match.grammar import Frame

    rules, cues, bits, priors, profiles, words = marshal.loads(blob)  # noqa: S302 - data only, see above
    read = []
    for fields in rules:
        rule = Rule(*fields)
        rule.data["frames"] = tuple(Frame(*f) for f in rule.data.get("frames", ()))
        read.append(rule)
    return RuleSet(
        tuple(read), Cues(*cues), bits, priors, profiles, {k: frozenset(v) for k, v in words.items()}
    )


def load_ruleset() -> RuleSet:
    """Return the compiled built-in rules, from the cache where it is fresh."""
    from lint.load import packs_folder

    folder = packs_folder.rules_folder()
    path = cache_folder() / f"rules-{_fingerprint(folder)}.bin"
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError, KeyError, IndexError):
        return _unpack(path.read_bytes())
    from lint.load.packs import load_rules

    ruleset = load_rules(folder)
    with contextlib.suppress(OSError, ValueError):
        _write(path, _pack(ruleset))
    return ruleset


def _write(path: Path, blob: bytes) -> None:
    """Write the cache by rename, so that no reader sees half a file; drop older ones."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_bytes(blob)
    part.replace(path)
    for old in path.parent.glob("rules-*.bin"):
        if old != path:
            with contextlib.suppress(OSError):
                old.unlink()
