"""From all that was found to what may be shown: the strongest, without what a ``stet`` lets stand, sure enough."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lint.model.finding import Finding, LetOff
from lint.model.settings import Settings
from lint.model.text import Document
from lint.model.typed import NamedTuple
from lint.run.engine import keep_strongest
from lint.run.filters import keep_confident, keep_unignored, keep_unsuppressed


class Names(NamedTuple):
    """The rules there are, those that are on, and which yields to which."""

    known: Collection[str]
    active: Collection[str]
    yields: dict[str, frozenset[str]]


class Shown(NamedTuple):
    """What may be shown, how many findings a stet took away, and those of them that would have been shown."""

    findings: tuple[Finding, ...]
    suppressed: int
    let_off: tuple[LetOff, ...]


def keep_shown(findings: Sequence[Finding], document: Document, names: Names, settings: Settings) -> Shown:
    """Keep the strongest, then apply stet, then confidence.

    A stet on a finding that is too unsure to show is not unused.
    """
    sure = [f for f in findings if f.confidence >= settings.min_confidence]
    unsure = [f for f in findings if f.confidence < settings.min_confidence]
    # What is too unsure to show must not make room for itself; it only tells that a stet is in use.
    findings = [*keep_strongest(sure, names.yields), *unsure]
    stood = keep_unsuppressed(
        findings,
        document,
        known_rules=names.known,
        active_rules=names.active,
        narrowed=bool(settings.select),
    )
    return Shown(_wanted(stood.findings, settings), stood.suppressed, _wanted_too(stood.let_off, settings))


def _wanted(findings: Sequence[Finding], settings: Settings) -> tuple[Finding, ...]:
    return keep_unignored(keep_confident(findings, settings.min_confidence), settings.ignore)


def _wanted_too(let_off: Sequence[LetOff], settings: Settings) -> tuple[LetOff, ...]:
    return tuple(one for one in let_off if _wanted((one.finding,), settings))
