"""One rule file → one rule, or all that is wrong with it."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from lint.match.exempt import EXEMPTIONS
from lint.match.refine import REFINERS
from lint.model.finding import SEVERITIES, Problem
from lint.model.names import did_you_mean, nearest
from lint.model.pattern import pattern
from lint.model.rule import CHECK_NAMES, OBLIGATIONS, Rule

_AT_LINE = pattern(r"line (\d+)")
_KNOWN = {
    "kind", "summary", "question", "obligation", "severity", "prior", "looked_for", "exempt", "yields_to",
    "default", "why", "see", "bad", "good", "false_alarms", "fix_note",
}  # fmt: skip
_KIND_KEYS = {
    "phrase": {"phrases", "lexicon", "pairs", "message"},
    "frame": {"frames", "message", "complement", "refine"},
    "limit": {"check"},
    "readability": {"check"},
    "structure": {"check", "phrases", "lexicon", "sets"},
}
_FINDS_BY = {
    "phrase": ("phrases", "lexicon", "pairs"),
    "frame": ("frames",),
    "limit": ("check",),
    "readability": ("check",),
    "structure": ("check",),
}
"""The keys of which a rule needs one: without them it would load and never find anything."""


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a pack in a stable order, without lexicons and profiles."""
    return [p for p in sorted(folder.glob("*/*.toml")) if p.parent.name not in {"lexicons", "profiles"}]


def read_rule(path: Path, problems: list[Problem]) -> Rule | None:
    """Read one rule file; its faults go to ``problems`` and there is no rule then."""
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem(str(path), f"rule file not readable: {error}", status=2))
        return None
    except tomllib.TOMLDecodeError as error:
        line = int(found.group(1)) if (found := _AT_LINE.search(str(error))) else 1
        problems.append(Problem(str(path), f"not valid TOML: {error}", line, 2))
        return None
    faults = list(_faults(data))
    problems += [Problem(str(path), message, _line_of(text, key), 2) for key, message in faults]
    if faults:
        return None
    return Rule(
        f"{path.parent.name}/{path.stem}",
        data["kind"],
        data["summary"],
        data["question"],
        tuple(data.get("obligation", ())),
        data["severity"],
        float(data["prior"]),
        data.get("looked_for", ""),
        tuple(data.get("exempt", ())),
        tuple(data.get("yields_to", ())),
        bool(data.get("default", True)),
        {key: data[key] for key in _KIND_KEYS[data["kind"]] if key in data},
    )


def _faults(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (key, message) for each fault in one rule file."""
    for key in ("kind", "summary", "question", "severity", "prior"):
        if key not in data:
            yield "", f"the rule has no {key!r}"
    kind = data.get("kind", "phrase")
    if kind not in _KIND_KEYS:
        yield "kind", f"no kind {kind!r}{_instead(str(kind), tuple(_KIND_KEYS))}"
        return
    if not any(data.get(key) for key in _FINDS_BY[kind]):
        yield "kind", f"a rule of kind {kind!r} needs {' or '.join(_FINDS_BY[kind])}"
    for key in data:
        if key not in _KNOWN | _KIND_KEYS[kind]:
            near = _instead(key, tuple(sorted(_KNOWN | _KIND_KEYS[kind])))
            yield key, f"unknown key {key!r} in a rule of kind {kind!r}{near}"
    yield from _wrong_types(data)
    yield from _unknown_names(data)
    yield from _poor_examples(data)


def _wrong_types(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in ("kind", "summary", "question", "severity", "looked_for", "why", "refine", "check", "message"):
        if not isinstance(data.get(key, ""), str):
            yield key, f"{key} must be a string"
    for key in ("obligation", "exempt", "yields_to", "see", "phrases", "lexicon", "pairs", "frames"):
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            yield key, f'{key} must be a list of strings, such as ["…"]'
    sets = data.get("sets", [])
    if not isinstance(sets, list) or not all(
        isinstance(forms, list) and len(forms) > 1 and all(isinstance(form, str) for form in forms)
        for forms in sets
    ):
        yield "sets", 'sets must be lists of two forms or more, such as [["email", "e-mail"]]'
    prior = data.get("prior", 0.5)
    if isinstance(prior, bool) or not isinstance(prior, int | float) or not 0 < prior < 1:
        yield "prior", f"prior must be a number between 0 and 1, not {prior!r}"


def _unknown_names(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    tables: tuple[tuple[str, str, Collection[str]], ...] = (
        ("obligation", "obligation", OBLIGATIONS),
        ("exempt", "exemption", (*EXEMPTIONS, "nothing")),
    )
    for key, what, known in tables:
        values = data.get(key, ())
        for name in values if isinstance(values, list) else ():
            if name not in known:
                yield key, f"no {what} {name!r}{_instead(str(name), tuple(known))}"
    for key, what, known in (
        ("severity", "severity", SEVERITIES),
        ("refine", "refinement", tuple(REFINERS)),
        ("check", "check", CHECK_NAMES),
    ):
        if key in data and data[key] not in known:
            yield key, f"no {what} {data[key]!r}{_instead(str(data[key]), known)}"


def _poor_examples(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for part in ("bad", "good"):
        examples = data.get(part, [])
        if not isinstance(examples, list) or not all(
            isinstance(e, dict) and isinstance(e.get("text"), str) for e in examples
        ):
            yield part, f"{part} must be tables with a text: [[{part}]]"
        elif len(examples) < 2:
            yield "", f"a rule needs at least two {part} examples; there are {len(examples)}"
        elif part == "bad":
            for number, example in enumerate(examples):
                if ">>" not in example["text"] and not example.get("document"):
                    yield "bad", f"bad example {number + 1} marks no span with >> and <<"


def _instead(name: str, known: Collection[str]) -> str:
    return did_you_mean(nearest(name, known)) or f"; there are {', '.join(known)}"


def _line_of(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if key and line.strip().startswith((key, f"[[{key}", f"[{key}")):
            return number
    return 1
