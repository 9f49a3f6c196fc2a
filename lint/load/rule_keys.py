"""What a rule file may say: every key, what it takes, and what is wrong with what it was given."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lint.load.toml_lines import Place
from lint.match.exempt import EXEMPTIONS
from lint.match.refine import REFINERS
from lint.model.finding import SEVERITIES
from lint.model.names import did_you_mean, nearest
from lint.model.pattern import pattern
from lint.model.rule import CHECK_NAMES, OBLIGATIONS
from lint.model.typed import Any, NamedTuple
from lint.read import FORMATS

_KNOWN = {
    "kind", "summary", "question", "obligation", "severity", "prior", "looked_for", "exempt", "yields_to",
    "default", "why", "see", "bad", "good", "false_alarms", "fix_note",
}  # fmt: skip
KIND_KEYS = {
    "phrase": {"phrases", "lexicon", "pairs", "safe", "message"},
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


_EXAMPLE_KEYS = ("text", "why", "format", "profile", "document")
_MARKED = pattern(r">>(?s:.*?)<<")


class Fault(NamedTuple):
    """One mistake: where in the data, what about it, and in which string of a list."""

    place: Place
    message: str
    value: str = ""


def rule_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """Yield each fault in one rule file."""
    for key in ("kind", "summary", "question", "severity", "prior"):
        if key not in data:
            yield Fault((), f"the rule has no {key!r}")
    kind = data.get("kind", "phrase")
    if isinstance(kind, str) and kind in KIND_KEYS:
        if not any(data.get(key) for key in _FINDS_BY[kind]):
            yield Fault(("kind",), f"a rule of kind {kind!r} needs {' or '.join(_FINDS_BY[kind])}")
        known = _KNOWN | KIND_KEYS[kind]
        for key in data:
            if key not in known:
                near = _instead(key, tuple(sorted(known)))
                yield Fault((key,), f"unknown key {key!r} in a rule of kind {kind!r}{near}")
    else:
        yield Fault(("kind",), f"no kind {kind!r}{_instead(str(kind), tuple(KIND_KEYS))}")
    yield from _wrong_types(data)
    yield from _unknown_names(data)
    yield from _poor_examples(data)


def _wrong_types(data: dict[str, Any]) -> Iterator[Fault]:
    for key in ("summary", "question", "severity", "looked_for", "why", "refine", "check", "message"):
        if not isinstance(data.get(key, ""), str):
            yield Fault((key,), f"{key} must be a string")
    for key in ("obligation", "exempt", "yields_to", "see", "phrases", "lexicon", "pairs", "safe", "frames"):
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            yield Fault((key,), f'{key} must be a list of strings, such as ["…"]')
        elif not all(item.strip() for item in value):
            yield Fault((key,), f"{key} holds an empty string")
    if not isinstance(data.get("default", True), bool):
        yield Fault(("default",), "default must be true or false")
    sets = data.get("sets", [])
    if not isinstance(sets, list) or not all(
        isinstance(forms, list) and len(forms) > 1 and all(isinstance(form, str) for form in forms)
        for forms in sets
    ):
        yield Fault(("sets",), 'sets must be lists of two forms or more, such as [["email", "e-mail"]]')
    prior = data.get("prior", 0.5)
    if isinstance(prior, bool) or not isinstance(prior, int | float) or not 0 < prior < 1:
        yield Fault(("prior",), f"prior must be a number between 0 and 1, not {prior!r}")


def _unknown_names(data: dict[str, Any]) -> Iterator[Fault]:
    tables: tuple[tuple[str, str, Collection[str]], ...] = (
        ("obligation", "obligation", OBLIGATIONS),
        ("exempt", "exemption", (*EXEMPTIONS, "nothing")),
    )
    for key, what, known in tables:
        values = data.get(key, ())
        for name in values if isinstance(values, list) else ():
            if isinstance(name, str) and name not in known:
                yield Fault((key,), f"no {what} {name!r}{_instead(name, tuple(known), key)}", name)
    for key, what, known in (
        ("severity", "severity", SEVERITIES),
        ("refine", "refinement", tuple(REFINERS)),
        ("check", "check", CHECK_NAMES),
    ):
        if isinstance(data.get(key), str) and data[key] not in known:
            yield Fault((key,), f"no {what} {data[key]!r}{_instead(str(data[key]), known)}")


def _poor_examples(data: dict[str, Any]) -> Iterator[Fault]:
    for part in ("bad", "good"):
        examples = data.get(part, [])
        if not isinstance(examples, list) or not all(isinstance(e, dict) for e in examples):
            yield Fault((part,), f"{part} must be tables with a text: [[{part}]]")
            continue
        if len(examples) < 2:
            yield Fault((), f"a rule needs at least two {part} examples; there are {len(examples)}")
        for number, example in enumerate(examples):
            yield from _poor_example((part, number), example)


def _poor_example(place: Place, example: dict[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with one example; ``place`` is its part and its number from 0."""
    part, number = place
    name = f"{part} example {int(number) + 1}"
    for key in example:
        if key not in _EXAMPLE_KEYS:
            yield Fault((*place, key), f"unknown key {key!r} in {name}{_instead(key, _EXAMPLE_KEYS)}")
    text = example.get("text")
    if not isinstance(text, str):
        yield Fault(place, f"{name} has no text")
        return
    told = example.get("format", FORMATS[0])
    if told not in FORMATS:
        yield Fault((*place, "format"), f"no text format {told!r}{_instead(str(told), FORMATS)}")
    marked = len(_MARKED.findall(text))
    if part == "bad" and (text.count(">>"), text.count("<<")) != (marked, marked):
        yield Fault(place, f"{name} has a >> without its <<, or the other way round")
    elif part == "bad" and not marked and not example.get("document"):
        yield Fault(place, f"{name} marks no span with >> and <<")


def _instead(name: str, known: Collection[str], key: str = "") -> str:
    """Return the nearest known name, or all of them where they are few, as the tail of a message."""
    if near := did_you_mean(nearest(name, known)):
        return near
    return (
        "; `whosays explain exemptions` lists them" if key == "exempt" else f"; there are {', '.join(known)}"
    )
