"""Lexicon files → cues by class, with their inflected forms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from lint.load.inflect import Irregular, plural, spellings, verb_forms
from lint.load.toml_lines import Place, line_of
from lint.model.finding import Problem
from lint.model.names import did_you_mean, nearest
from lint.model.pattern import pattern
from lint.model.typed import Any, NamedTuple

_AT_LINE = pattern(r"line (\d+)")
_KEYS = ("terms", "inflect", "pairs", "union", "without", "precision")
_INFLECTED = ("verb", "noun")

# Forms that go together: what a plural and a singular subject take, and either of them.
_TOGETHER = {"base": ("", "pl"), "s": ("", "sg"), "past": ("", "pl", "sg"), "pp": (), "ing": ()}


class Lexicons(NamedTuple):
    """All word classes. ``classes`` maps ``file.class`` (and ``file.class.form``) to folded terms.

    ``pairs`` maps a class to its (term, replacement) pairs; ``priors`` to its estimated precision.
    """

    classes: dict[str, set[str]]
    pairs: dict[str, dict[str, str]]
    priors: dict[str, float]


def folded(term: str) -> str:
    """Return a term as it stands in the folded, lower-case text."""
    return " ".join(term.replace("\u2019", "'").lower().split())


def load_irregular(path: Path) -> Irregular:
    """Read ``irregular.toml``."""
    data = tomllib.loads(path.read_text("utf-8"))
    verbs = {k: (v[0], v[1]) for k, v in data["verbs"].items()}
    doubling = frozenset(data["doubling"]["verbs"])
    return Irregular(verbs, data["ing"], data["nouns"], doubling, data["american"])


def _forms(term: str, inflect: str, irregular: Irregular) -> Iterator[tuple[str, str]]:
    """Yield (form name, form) for each form of a term; the name is empty for the class as a whole."""
    for spelled in spellings(term, irregular):
        if inflect == "verb":
            for name, form in verb_forms(spelled, irregular).items():
                yield name, form
                for joint in _TOGETHER[name]:
                    yield joint, form
        elif inflect == "noun":
            many = plural(spelled, irregular)
            yield from (("", spelled), ("", many), ("sg", spelled), ("pl", many))
        else:
            yield "", spelled


def _add_union(stem: str, name: str, data: dict[str, Any], irregular: Irregular, into: Lexicons) -> None:
    """Add a class that joins others of its file, form by form, ``without`` some of their terms."""
    less: set[str] = set()
    for term in data.get("without", ()):
        less.update(folded(form) for _, form in _forms(term, data.get("inflect", ""), irregular))
    for part in data["union"]:
        whole = f"{stem}.{part}"
        for other in [n for n in into.classes if n == whole or n.startswith(f"{whole}.")]:
            into.classes.setdefault(f"{stem}.{name}{other[len(whole) :]}", set()).update(
                into.classes[other] - less
            )


def _add_class(name: str, data: dict[str, Any], irregular: Irregular, into: Lexicons) -> None:
    into.classes.setdefault(name, set())
    for term in (*data.get("terms", ()), *data.get("pairs", ())):
        for form, text in _forms(term, data.get("inflect", ""), irregular):
            into.classes.setdefault(f"{name}.{form}" if form else name, set()).add(folded(text))
    if "pairs" in data:
        into.pairs.setdefault(name, {}).update({folded(k): v for k, v in data["pairs"].items()})
    if "precision" in data:
        into.priors[name] = data["precision"]


def parse_toml(path: Path, text: str, problems: list[Problem]) -> dict[str, Any] | None:
    """Parse the text of a TOML file; None where it is none, which goes to ``problems`` with its line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = int(found.group(1)) if (found := _AT_LINE.search(str(error))) else text.count("\n") + 1
        problems.append(Problem(str(path), f"not valid TOML: {error}", line, 2))
        return None


def read_toml(path: Path, problems: list[Problem]) -> dict[str, Any]:
    """Read a TOML file that need not exist; a fault in it goes to ``problems``."""
    try:
        text = path.read_text("utf-8") if path.is_file() else ""
    except (UnicodeDecodeError, OSError) as error:
        problems.append(Problem(str(path), f"not readable: {error}", status=2))
        return {}
    return parse_toml(path, text, problems) or {}


def _faults(name: str, values: Any, data: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    """Yield (place, message) for each fault in one class of a lexicon."""
    if not isinstance(values, dict):
        yield (name,), f"{name} must be a table with terms: [{name}]"
        return
    for key, value in values.items():
        place = (name, key)
        if key not in _KEYS:
            tail = did_you_mean(nearest(key, _KEYS)) or f"; there are {', '.join(_KEYS)}"
            yield place, f"unknown key {key!r} in a class{tail}"
        elif key in {"terms", "union", "without"}:
            if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
                yield place, f'{key} must be a list of words, such as ["…"]'
            elif key == "union":
                yield from ((place, f"no class {v!r} in this file") for v in value if v not in data)
        elif key == "pairs":
            if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
                yield place, "pairs must be a table of words and what to write instead"
        elif key == "inflect" and value not in _INFLECTED:
            yield place, f"inflect must be one of {', '.join(_INFLECTED)}, not {value!r}"
        elif key == "precision" and (isinstance(value, bool) or not isinstance(value, int | float)):
            yield place, f"precision must be a number between 0 and 1, not {value!r}"


def load_lexicons(folders: Sequence[Path], problems: list[Problem]) -> Lexicons:
    """Read every lexicon of the folders; ``file.*`` is the union of a file's classes.

    A later folder may add terms to a class, and classes to a file, of an earlier one.
    """
    irregular = load_irregular(folders[0] / "irregular.toml")
    found = Lexicons({}, {}, {})
    for path in (file for folder in folders for file in sorted(folder.glob("*.toml"))):
        if path.name == "irregular.toml":
            continue
        data = read_toml(path, problems)
        faults = [fault for name, values in data.items() for fault in _faults(name, values, data)]
        if faults:
            text = path.read_text("utf-8")
            problems += [Problem(str(path), message, line_of(text, at), 2) for at, message in faults]
            continue
        for name, values in data.items():
            if "union" not in values:
                _add_class(f"{path.stem}.{name}", values, irregular, found)
        for name, values in data.items():
            if "union" in values:
                _add_union(path.stem, name, values, irregular, found)
        whole = found.classes.setdefault(f"{path.stem}.*", set())
        whole.update(*(found.classes[f"{path.stem}.{name}"] for name in data))
    return found
