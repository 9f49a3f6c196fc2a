"""What a finding is known by from one run to the next: the key that a baseline has for it, and a number among equals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lint.model.finding import Finding
from lint.model.typed import NamedTuple


class Identity(NamedTuple):
    """A baseline's key, and which of the findings of its text with this key one is, from 1."""

    key: str
    number: int


def identities(findings: Iterable[Finding], text: str) -> Iterator[Identity]:
    """Yield what each finding of a text is known by; one that was made without a key, by its rule and its words."""
    seen: Counter[str] = Counter()
    for f in findings:
        key = f.key or f"{f.rule} {'document' if f.scope == 'document' else _words(f, text)}"
        seen[key] += 1
        yield Identity(key, seen[key])


def _words(f: Finding, text: str) -> str:
    return " ".join(text[f.span.start : f.span.end].split())
