"""The compiled rule set, kept between runs: parsing a hundred TOML files costs more than a short check.

The cache is one marshal file in the user's cache directory, named after everything it depends on (our
version, Python's, and the size and time of every rule file and compiler). marshal holds data only: a
damaged file makes a load fail, which means reading the rules again.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from binascii import crc32
from collections.abc import Sequence

from lint import __version__
from lint.model.frame import Frame
from lint.model.measured import Measure
from lint.model.pattern import hand_in, hand_out
from lint.model.rule import Rule
from lint.model.ruleset import Cues, RuleSet
from lint.model.typed import Any

_new = tuple.__new__  # half the time of the named tuples' own constructors
_OTHERS = 8
"""Caches of other installations or versions that are left alone."""
_FOLDED = "items, folded away"
_FORM = 14
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


def _fingerprint(folder: str, packs: Sequence[str] = ()) -> str:
    """Return a digest of everything that the compiled rules depend on."""
    parts = [__version__, str(_FORM), sys.version, folder]
    code = os.path.dirname(__file__)  # noqa: PTH120
    # Code changes under one version in a checkout, so the compilers' own age matters too.
    folders = [
        p for top in (folder, *packs) for p in (top, *sorted(e.path for e in os.scandir(top) if e.is_dir()))
    ]
    for place in (*folders, code):
        parts.append(place)
        for entry in sorted(os.scandir(place), key=lambda e: e.name):
            if entry.name.endswith((".toml", ".py")):
                status = entry.stat()
                parts.append(f"{entry.name}:{status.st_size}:{status.st_mtime_ns}")
    data = "\n".join(parts).encode()
    return f"{crc32(data):08x}{crc32(data[::-1]):08x}"


def _pack(ruleset: RuleSet) -> bytes:
    texts, entries, keys = ruleset.cues
    # One long string is read back faster than thousands of short ones.
    cues = ("\n".join(texts), entries, "\n".join(keys))
    rules = tuple(r._replace(data=_folded_away(r.data)) if "items" in r.data else r for r in ruleset.rules)
    return marshal.dumps(_plain(tuple(ruleset._replace(cues=cues, rules=rules)), {}))  # type: ignore[arg-type]


class _Unread(dict[str, Any]):
    """A proselint rule's data whose items, the bulk of all rules, are read when one of its cues is found."""

    def __missing__(self, key: str) -> Any:
        if key != "items":
            raise KeyError(key)
        self["items"] = marshal.loads(self.pop(_FOLDED))  # noqa: S302 - data only, see above
        return self["items"]


def _folded_away(data: dict[str, Any]) -> dict[str, Any]:
    rest = {key: value for key, value in data.items() if key != "items"}
    return rest | {_FOLDED: marshal.dumps(data["items"])}


def _plain(value: Any, made: dict[Any, Any]) -> Any:
    """Return a value with named tuples made plain, and equal parts made one: marshal writes each once."""
    if isinstance(value, tuple):
        built: Any = tuple([_plain(v, made) for v in value])
    elif isinstance(value, dict):
        return {k: _plain(v, made) for k, v in value.items()}
    elif isinstance(value, list):
        return [_plain(v, made) for v in value]
    else:
        built = value
    try:
        return made.setdefault((type(built), built), built)
    except TypeError:  # something inside cannot be hashed, so it is not shared
        return built


def _unpack(blob: bytes) -> RuleSet:
    rules, cues, *rest = marshal.loads(blob)  # noqa: S302 - data only, see above
    read = []
    for *fields, data, measured in rules:  # the last fields of a rule
        if frames := data.get("frames"):
            data["frames"] = tuple([_new(Frame, f) for f in frames])
        elif _FOLDED in data:
            data = _Unread(data)
        read.append(Rule._make((*fields, data, Measure(*measured) if measured else None)))
    texts, entries, keys = cues
    return RuleSet(tuple(read), Cues(tuple(texts.split("\n")), entries, tuple(keys.split("\n"))), *rest)


def _patterns_path() -> str:
    return os.path.join(cache_folder(), f"patterns-{_FORM}-{crc32(sys.version.encode()):08x}.bin")  # noqa: PTH118


def load_patterns() -> None:
    """Hand in the patterns that earlier runs compiled; without a cache they are compiled as they come."""
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        with open(_patterns_path(), "rb") as file:  # noqa: PTH123
            version, known = marshal.loads(file.read())  # noqa: S302 - data only, see above
        if version == sys.version:
            hand_in(known)


def save_patterns() -> None:
    """Keep what this run compiled for the next one."""
    if known := hand_out():
        with contextlib.suppress(OSError, ValueError):
            _write(_patterns_path(), marshal.dumps((sys.version, known)), "patterns-")


def load_ruleset(packs: Sequence[str] = ()) -> RuleSet:
    """Return the compiled built-in rules and packs, from the cache where it is fresh.

    Raises RuleFileError with all faults of all rule files.
    """
    from lint.load.packs_folder import rules_folder

    folder = rules_folder()
    path = ""
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError, KeyError, IndexError):
        path = os.path.join(cache_folder(), f"rules-{_fingerprint(folder, packs)}.bin")  # noqa: PTH118
        with open(path, "rb") as file:  # noqa: PTH123
            return _unpack(file.read())
    from lint.load.packs import load_rules

    ruleset = load_rules(packs=packs)
    if path:
        with contextlib.suppress(OSError, ValueError):
            _write(path, _pack(ruleset), "rules-")
    return ruleset


def _write(path: str, blob: bytes, prefix: str) -> None:
    """Write a cache by rename, so that no reader sees half a file; drop the oldest of its kind."""
    folder, name = os.path.split(path)
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    part = f"{path}.{os.getpid()}"
    with open(part, "wb") as file:  # noqa: PTH123
        file.write(blob)
    os.replace(part, path)  # noqa: PTH105
    # Several installations may share the folder: only the oldest files of a kind go.
    others = [e for e in os.scandir(folder) if e.name.startswith(prefix) and e.name != name]
    for entry in sorted(others, key=lambda e: e.stat().st_mtime)[: -_OTHERS or None]:
        with contextlib.suppress(OSError):
            os.unlink(entry.path)  # noqa: PTH108
