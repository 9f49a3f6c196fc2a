"""From all that was found to what may be shown: the strongest, without what a ``stet`` lets stand, sure enough."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lint.model.finding import Finding
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


def keep_shown(
    findings: Sequence[Finding], document: Document, names: Names, settings: Settings
) -> tuple[tuple[Finding, ...], int]:
    """Keep the strongest, then apply stet, then confidence; and say how many a stet took away.

    A stet on a finding that is too unsure to show is not unused.
    """
    sure = [f for f in findings if f.confidence >= settings.min_confidence]
    unsure = [f for f in findings if f.confidence < settings.min_confidence]
    # What is too unsure to show must not make room for itself; it only tells that a stet is in use.
    findings = [*keep_strongest(sure, names.yields), *unsure]
    stood, suppressed = keep_unsuppressed(
        findings,
        document,
        known_rules=names.known,
        active_rules=names.active,
        narrowed=bool(settings.select),
    )
    return keep_unignored(keep_confident(stood, settings.min_confidence), settings.ignore), suppressed
