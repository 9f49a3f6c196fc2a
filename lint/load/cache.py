"""The compiled rule set, kept between runs: parsing a hundred TOML files costs more than a short check.

The cache is one marshal file in the user's cache directory, named after everything it depends on (our
version, Python's, and the size and time of every rule file and compiler). marshal holds data only: a damaged or forged
file can make a load fail, which means reading the rules again, but can run nothing.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from binascii import crc32
from typing import Any

from lint import __version__
from lint.model.rule import Rule
from lint.model.ruleset import Cues, RuleSet

_FORM = 7
"""Raised whenever the compiled form changes."""


def cache_folder() -> str:
    """Return the user's cache directory for whosays; ``WHOSAYS_CACHE_DIR`` overrides it."""
    if told := os.environ.get("WHOSAYS_CACHE_DIR"):
        return told
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111 - pathlib costs 4 ms of every start
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(base or os.path.expanduser("~/.cache"), "whosays")  # noqa: PTH111, PTH118


def _fingerprint(folder: str) -> str:
    """Return a digest of everything that the compiled rules depend on."""
    parts = [__version__, str(_FORM), sys.version, folder]
    code = os.path.dirname(__file__)  # noqa: PTH120
    # Code changes under one version in a checkout, so the compilers' own age matters too.
    for place in (*sorted(e.path for e in os.scandir(folder) if e.is_dir()), folder, code):
        for entry in sorted(os.scandir(place), key=lambda e: e.name):
            if entry.name.endswith((".toml", ".py")):
                status = entry.stat()
                parts.append(f"{entry.name}:{status.st_size}:{status.st_mtime_ns}")
    data = "\n".join(parts).encode()
    return f"{crc32(data):08x}{crc32(data[::-1]):08x}"


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
    from lint.load.packs_folder import rules_folder

    folder = rules_folder()
    path = os.path.join(cache_folder(), f"rules-{_fingerprint(folder)}.bin")  # noqa: PTH118
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError, KeyError, IndexError):
        with open(path, "rb") as file:  # noqa: PTH123
            return _unpack(file.read())
    from lint.load.packs import load_rules

    ruleset = load_rules()
    with contextlib.suppress(OSError, ValueError):
        _write(path, _pack(ruleset))
    return ruleset


def _write(path: str, blob: bytes) -> None:
    """Write the cache by rename, so that no reader sees half a file; drop older ones."""
    folder, name = os.path.split(path)
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    part = f"{path}.{os.getpid()}"
    with open(part, "wb") as file:  # noqa: PTH123
        file.write(blob)
    os.replace(part, path)  # noqa: PTH105
    for entry in os.scandir(folder):
        if entry.name.startswith("rules-") and entry.name != name:
            with contextlib.suppress(OSError):
                os.unlink(entry.path)  # noqa: PTH108
