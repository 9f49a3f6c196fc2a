"""Lexicon files → cues by class, with their inflected forms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lint.load.inflect import Irregular, plural, spellings, verb_forms
from lint.model.finding import Problem

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


def read_toml(path: Path, problems: list[Problem]) -> dict[str, Any]:
    """Read a TOML file that need not exist; a fault in it goes to ``problems``."""
    try:
        return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        problems.append(Problem(str(path), f"not valid TOML: {error}", status=2))
        return {}


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
        for name, values in data.items():
            if "union" not in values:
                _add_class(f"{path.stem}.{name}", values, irregular, found)
        for name, values in data.items():
            if "union" in values:
                _add_union(path.stem, name, values, irregular, found)
        whole = found.classes.setdefault(f"{path.stem}.*", set())
        whole.update(*(found.classes[f"{path.stem}.{name}"] for name in data))
    return found
