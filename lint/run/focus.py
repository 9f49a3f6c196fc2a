"""Leaving out what a baseline knows already, and what stands on lines that nobody changed."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from hashlib import blake2b

from lint.model.finding import Finding, LetOff
from lint.model.flat import Flat
from lint.model.focus import Focus
from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE
from lint.model.typed import NamedTuple

_BETWEEN = pattern(rf"[\s{GLUE}{HOLE}]+")
_DIGEST = 8
"""Bytes: among a million findings of one file two would meet by chance once in a million files."""


class Focused(NamedTuple):
    """The findings that are left, how many a baseline knew, fingerprints of it that occur no more, what is let off."""

    findings: tuple[Finding, ...]
    known: int
    gone: tuple[str, ...]
    let_off: tuple[LetOff, ...] = ()


def fingerprint(finding: Finding, flat: Flat) -> str:
    """Return ``rule digest``: the same for the same words in the same sentence, wherever they stand.

    Lines, layout, markup, the message and the confidence do not count. What is found in a text as a whole
    is known by its rule alone.
    """
    if finding.scope == "document":
        return f"{finding.rule} document"
    start, end = finding.span
    sentence = flat.sentences[flat.sentence_of(flat.flat(start))] if flat.sentences else (0, 0)
    words = _BETWEEN.sub(" ", flat.document.prose[start:end])
    around = flat.text[sentence[0] : sentence[1]]
    digest = blake2b("\0".join((words, around)).encode("utf-8", "surrogatepass"), digest_size=_DIGEST)
    return f"{finding.rule} {digest.hexdigest()}"


def with_keys(
    findings: Iterable[Finding], let_off: Iterable[LetOff], flat: Flat
) -> tuple[tuple[Finding, ...], tuple[LetOff, ...]]:
    """Return findings, shown and let off, each with its fingerprint for a key; those let off in order of position."""
    ordered = sorted(let_off, key=lambda one: (one.finding.span, one.finding.rule))
    return (
        tuple(f._replace(key=fingerprint(f, flat)) for f in findings),
        tuple(
            one._replace(finding=one.finding._replace(key=fingerprint(one.finding, flat))) for one in ordered
        ),
    )


def keep_in_focus(
    shown: Sequence[Finding],
    found: Iterable[Finding],
    flat: Flat,
    focus: Focus,
    active: Collection[str],
    let_off: Sequence[LetOff] = (),
) -> Focused:
    """Return the shown findings that are new and on changed lines, and what is let off there.

    ``found`` are all findings, shown or not: what is known and among them, or of a rule that is not
    ``active``, is not gone.
    """
    kept = tuple(shown)
    let_off = tuple(let_off)
    gone: tuple[str, ...] = ()
    if focus.known:
        left = Counter(dict(focus.known))
        kept = tuple(f for f in shown if not _take(left, fingerprint(f, flat)))
        new = set(map(id, kept))
        let_off += tuple(LetOff(f, "baseline") for f in shown if id(f) not in new)
        there = Counter(fingerprint(f, flat) for f in found)
        missing = Counter(dict(focus.known)) - there
        gone = tuple(sorted(name for name in missing.elements() if name.partition(" ")[0] in active))
    known = len(shown) - len(kept)
    if focus.lines is not None:
        kept = _on_lines(kept, flat.document.text, focus.lines)
        touched = set(map(id, _on_lines([one.finding for one in let_off], flat.document.text, focus.lines)))
        let_off = tuple(one for one in let_off if id(one.finding) in touched)
    return Focused(kept, known, gone, let_off)


def _take(left: Counter[str], name: str) -> bool:
    if left[name] <= 0:
        return False
    left[name] -= 1
    return True


def _on_lines(
    findings: Iterable[Finding], text: str, lines: Sequence[tuple[int, int]]
) -> tuple[Finding, ...]:
    """Keep what touches one of the lines; what is about a whole text only where all of it is new."""
    starts = [0]
    while (at := text.find("\n", starts[-1])) >= 0:
        starts.append(at + 1)
    ends = [*starts[1:], len(text) + 1]
    ordered = sorted(lines)
    spans = [
        (starts[first - 1], ends[min(last, len(ends)) - 1])
        for first, last in ordered
        if 0 < first <= len(starts)
    ]
    is_new = bool(spans) and spans[0][0] == 0 and spans[0][1] >= len(text)
    begins = [span[0] for span in spans]

    def touches(finding: Finding) -> bool:
        if finding.scope == "document":
            return is_new
        at = bisect_right(begins, max(finding.span.end - 1, finding.span.start)) - 1
        return at >= 0 and spans[at][1] > finding.span.start

    return tuple(f for f in findings if touches(f))
