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
from collections.abc import Callable, Sequence

from lint import __version__
from lint.load.cache_folder import cache_folder, keep
from lint.load.fingerprint import listing
from lint.load.packs_folder import rules_folder
from lint.model.frame import Frame
from lint.model.measured import Measure
from lint.model.pattern import hand_in, hand_out
from lint.model.rule import Rule
from lint.model.ruleset import Cues, RuleSet
from lint.model.typed import Any

Names = tuple[tuple[str, ...], tuple[str, ...], dict[str, tuple[str, ...]]]
"""Of rules, of profiles, and of the numbers by which each rule is judged."""

_new = tuple.__new__  # half the time of the named tuples' own constructors
_FOLDED = "items, folded away"
_FORM = 14
"""Raised whenever the compiled form changes."""


def _fingerprint(folder: str, packs: Sequence[str] = ()) -> str:
    """Return a digest of everything that the compiled rules depend on."""
    parts = [__version__, str(_FORM), sys.version]
    # Code changes under one version in a checkout, so the compilers' own age matters too.
    for place in (folder, *packs, os.path.dirname(__file__)):  # noqa: PTH120
        parts += [place, *listing(place)]
    data = "\n".join(parts).encode("utf-8", "surrogatepass")
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


_handed_in = False


def _patterns_path() -> str:
    return os.path.join(cache_folder(), f"patterns-{_FORM}-{crc32(sys.version.encode()):08x}.bin")  # noqa: PTH118


def load_patterns() -> None:
    """Hand in the patterns that earlier runs compiled; without a cache they are compiled as they come."""
    global _handed_in
    _handed_in = True
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        with open(_patterns_path(), "rb") as file:  # noqa: PTH123
            version, known = marshal.loads(file.read())  # noqa: S302 - data only, see above
        if version == sys.version:
            hand_in(known)


def save_patterns() -> None:
    """Keep what this run compiled for the next one, next to what it was handed in."""
    if _handed_in and (known := hand_out()):
        with contextlib.suppress(ValueError):
            keep(_patterns_path(), marshal.dumps((sys.version, known)), "patterns-")


def load_ruleset(packs: Sequence[str] = ()) -> RuleSet:
    """Return the compiled built-in rules and packs, from the cache where it is fresh.

    Raises RuleFileError with all faults of all rule files.
    """
    path = ""
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError, KeyError, IndexError):
        path = _path("rules", packs)
        with open(path, "rb") as file:  # noqa: PTH123
            return _unpack(file.read())
    from lint.load.packs import load_rules

    ruleset = load_rules(packs=packs)
    if path:
        with contextlib.suppress(ValueError):
            keep(path, _pack(ruleset), "rules-")
    return ruleset


def is_compiled(packs: Sequence[str] = ()) -> bool:
    """Say whether the compiled rules are in the cache."""
    try:
        return os.path.exists(_path("rules", packs))  # noqa: PTH110
    except OSError:
        return False


def load_names(packs: Sequence[str], load: Callable[[], Names]) -> Names:
    """Return what settings may name, from the cache where it is fresh, else from ``load``, whose errors are raised."""
    path = ""
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        path = _path("names", packs)
        with open(path, "rb") as file:  # noqa: PTH123
            rules, profiles, targets = marshal.loads(file.read())  # noqa: S302 - data only, see above
            return rules, profiles, targets
    names = load()
    if path:
        keep(path, marshal.dumps(names), "names-")
    return names


def _path(kind: str, packs: Sequence[str]) -> str:
    return os.path.join(cache_folder(), f"{kind}-{_fingerprint(rules_folder(), packs)}.bin")  # noqa: PTH118
