"""proselint's checks → our rules, as plain data; the only module that imports proselint's rule base."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import product

from lint.load.lexicons import folded
from lint.load.proselint_groups import family
from lint.load.proselint_patterns import ANCHORED, SWEPT, EndlessError, expand
from lint.match.proselint_items import Item, Sweep, endings
from lint.model.rule import Rule
from lint.model.typed import Any

Cue = tuple[str, int, int]
"""(folded literal, number of the rule, number of the item in the rule)."""
_Entry = tuple[tuple[str, ...], Item] | Sweep
_SAFE = frozenset(("spelling.ally_ly", "spelling.ance_ence", "spelling.ely_ly"))
"""Plain misspellings, with one right spelling whatever the house: safe to mend unasked."""

_SUMMARIES = {
    "a.m. / p.m": "Times of day",
    "GLAAD": "Words for people of another sexual orientation",
    "Malaproprisms": "Malapropisms",
    "Cliches are cliché": "Clichés",
}
"""What to call a check whose module calls itself by its source, or misspells itself."""


def load_proselint() -> tuple[list[Rule], list[Cue]]:
    """Return a rule for each path that proselint's checks have, and the cues of these rules.

    ``Rule.data`` holds ``path``, ``items`` and ``sweeps`` (tuples in the order of the fields of ``Item``
    and ``Sweep``) and ``safe``. Raises TypeError for a kind of check that this version does not know.
    """
    from proselint.config import DEFAULT

    rules: list[Rule] = []
    cues: list[Cue] = []
    for number, (path, members) in enumerate(_by_path().items()):
        entries = [e for check, _ in members for e in _entries(check)]
        items = _distinct(e for e in entries if not isinstance(e, Sweep))
        sweeps = tuple(tuple(e) for e in entries if isinstance(e, Sweep))
        default = any(members[0][0].matches_partial(k) for k, on in DEFAULT["checks"].items() if on)
        data: dict[str, Any] = {"path": path, "items": tuple(_trimmed(i) for _, i in items), "sweeps": sweeps}
        data["safe"] = path in _SAFE
        rules.append(_rule(path, members[0][1], default, data))
        for index, (texts, _) in enumerate(items):
            cues += [(cue, number, index) for cue in sorted({folded(t) for t in texts})]
    return rules, cues


def _by_path() -> dict[str, list[tuple[Any, str]]]:
    """Return proselint's checks, each with the first line of its module's words, by path."""
    import proselint.checks as package

    found: dict[str, list[tuple[Any, str]]] = {}
    seen: set[int] = set()
    modules = sorted(pkgutil.walk_packages(package.__path__, "proselint.checks."), key=lambda m: m.name)
    for name in (m.name for m in modules if not m.ispkg):  # a package only repeats its modules' checks
        module = importlib.import_module(name)
        for check in module.__register__:
            if id(check) not in seen:
                seen.add(id(check))
                found.setdefault(check.path, []).append((check, _summary(module.__doc__ or "")))
    return found


def _summary(doc: str) -> str:
    """Return the first line of a module's words that says something (not ``---``), without its full stop."""
    first = doc.strip().partition("\n")[0].strip().rstrip(".")
    return _SUMMARIES.get(first, first)


def _trimmed(item: Item) -> tuple[Any, ...]:
    """Return an item's values without those at the end that are the default: a literal needs but four."""
    values = list(item)
    defaults = Item._field_defaults
    while Item._fields[len(values) - 1] in defaults and values[-1] == defaults[Item._fields[len(values) - 1]]:
        values.pop()
    return tuple(values)


def _rule(path: str, summary: str, default: bool, data: dict[str, Any]) -> Rule:
    kin = family(path)
    return Rule(
        f"proselint/{path}",
        "proselint",
        summary,
        kin.question,
        (kin.obligation,),
        kin.severity,
        kin.prior,
        "",
        (),
        (),
        default,
        data,
    )


def _distinct(entries: Any) -> list[tuple[tuple[str, ...], Item]]:
    """Drop entries that another repeats in other capitals, or without its closing full stop."""
    kept: dict[tuple[object, ...], tuple[tuple[str, ...], Item]] = {}
    for texts, item in entries:
        key = (item.how, item.text if item.cased else item.text.lower())
        if (item.how, key[1].rstrip(".")) not in kept:
            kept.setdefault(key, (texts, item))
    return list(kept.values())


def _entries(check: Any) -> Iterator[_Entry]:
    """Yield what one check looks for."""
    kind = type(check.check_type).__name__
    if kind == "function":
        yield from _of_function(check)
    elif kind in {"Existence", "ExistenceSimple"}:
        texts = getattr(check.check_type, "items", None) or (check.check_type.pattern,)
        for text in texts:
            yield from _of_pattern(check, text, "", check.message)
    elif kind in {"PreferredForms", "PreferredFormsSimple"}:
        for text, to in check.check_type.items.items():
            yield from _preferred(check, text, to)
    elif kind == "Consistency":
        for pair in check.check_type.term_pairs:
            yield _of_pair(check, pair)
    elif kind == "ReverseExistence":
        words = " ".join(sorted(check.check_type.allowed))
        yield Sweep("uncommon-word", words, check.message)
    else:
        raise TypeError(f"proselint's check {check.path!r} is of an unknown kind, {kind}")


def _preferred(check: Any, text: str, to: str) -> Iterator[_Entry]:
    to = re.sub(r"\\(.)", r"\1", to)
    yield from _of_pattern(check, text, to, check.message.format(to, "{}"))


def _of_pattern(check: Any, text: str, to: str, message: str) -> Iterator[_Entry]:
    """Yield the entry for one pattern: finite, anchored or swept."""
    opts = check.engine.opts
    padding = getattr(check.check_type, "padding", None)
    item = Item(
        "literal",
        text,
        to,
        message,
        not opts.case_insensitive,
        padding is not None and padding.name == "STRICT_WORDS_IN_TEXT",
        check.flags.allow_quotes,
        skip=check.offset[0],
    )
    if text in SWEPT:
        name, regex = SWEPT[text]
        yield Sweep(name, regex, message, to, item.cased, item.quotes, check.flags.ppm_threshold)
        return
    if text in ANCHORED:
        cues, regex, lead = ANCHORED[text]
        yield cues, item._replace(how="anchor", text=regex, lead=lead)
        return
    try:
        texts = expand(text)
    except EndlessError:
        raise TypeError(f"proselint's check {check.path!r} has an unknown pattern, {text!r}") from None
    yield from _finite(texts, item)


def _finite(texts: tuple[str, ...], item: Item) -> Iterator[_Entry]:
    """Yield literals; where one lies inside another, the longest that fits is the one to report."""
    nested = any(a != b and f" {a} " in f" {b} " for a, b in product(texts, texts))
    if nested:
        regex = rf"\b(?:{'|'.join(map(re.escape, texts))})(?!\w)"
        yield texts, item._replace(how="variant", text=regex, lead=max(map(len, texts)))
        return
    for text in texts:
        yield (text,), item._replace(text=text)


def _of_pair(check: Any, pair: tuple[str, str]) -> _Entry:
    if not pair[0].isalpha():
        return Sweep("sentence-spacing", "", check.message)
    cues = tuple(word + ending for word in pair for ending in endings(word))
    return cues, Item("pair", "|".join(pair), "", check.message)


def _of_function(check: Any) -> Iterator[_Entry]:
    """Yield what the checks that proselint wrote as functions look for, from their modules' tables."""
    name = check.check_type.__name__
    module = importlib.import_module(check.check_type.__module__)
    if name == "_check_but_paragraphs":
        yield Sweep("but-paragraph", "", check.message, "", True)
    elif name == "_check_greylist":
        for term, why in module.GREYLISTED_TERMS.items():
            cues = tuple(term + ending for ending in ("", "s", "d"))
            yield cues, Item("stem", term, "", check.message.format(term, why))
    elif name == "_check_waxed":
        for wax, (adverb, to) in product(module.WAXES, module.MODIFIERS.items()):
            yield from _preferred(check, f"{wax} {adverb}", f"{wax} {to}")
    elif name == "_check_venery":
        for generic, (animal, to) in product(module.GENERIC_TERMS, module.TERM_MAP):
            yield from _preferred(check, f"{generic} of {animal}", f"{to} of {animal}")
    elif name == "_check_uncomparables":
        for pair in product(module.COMPARATORS, module.UNCOMPARABLES):
            if pair not in module.EXCEPTIONS:
                yield from _of_pattern(check, " ".join(pair), "", check.message)
    elif name == "_check_fancy_uncomparables":
        for pair in product(module.FANCY_COMPARATORS, module.UNCOMPARABLES):
            cue = " ".join(pair)
            yield (cue,), Item("anchor", rf"(?<!\bat )\b{cue}\b", "", check.message)
    else:
        raise TypeError(f"proselint's check {check.path!r} is an unknown function, {name}")
