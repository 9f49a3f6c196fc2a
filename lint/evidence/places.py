"""Where evidence could stand in a text, by sentence: one walk over the cues that were found anyway."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from lint.model.context import Context

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BRACKET = re.compile(r"\[\d|[\xb9\xb2\xb3]")

BySentence = dict[int, list[int]]


class Places(NamedTuple):
    """Flat offsets of cues by sentence number: reporting verbs, ``according to``, reports, and so on."""

    verbs: BySentence
    according: BySentence
    reports: BySentence
    identifiers: BySentence
    tables: BySentence
    own: BySentence
    years: BySentence
    brackets: BySentence


def places(context: Context) -> Places:
    """Return the places of one text; made once, kept for its check."""
    found: Places | None = context.kept.get("places")
    if found is None:
        found = context.kept["places"] = _find(context)
    return found


def _find(context: Context) -> Places:
    flat = context.flat
    found = Places({}, {}, {}, {}, {}, {}, {}, {})
    bits = context.bits
    kinds = (
        (bits("verb.attributes"), found.verbs),
        (bits("marker.according"), found.according),
        (bits("marker.report", "marker.report-mass"), found.reports),
        (bits("marker.identifier"), found.identifiers),
        (bits("marker.table"), found.tables),
        (bits("marker.own"), found.own),
    )
    every = 0
    for mask, _ in kinds:
        every |= mask
    verbs = kinds[0][0]
    text, starts = flat.text, flat.sentence_starts
    for at, reaches in context.hits.starting.items():
        joint = reaches[0][1]
        for _, mask in reaches[1:]:
            joint |= mask
        if not joint & every:
            continue
        number = max(bisect_right(starts, at) - 1, 0)
        # A capital makes a verb a noun: the United States, the Reports section.
        if joint & verbs and text[at].islower():
            found.verbs.setdefault(number, []).append(at)
        if joint & ~verbs & every:
            for mask, into in kinds[1:]:
                if joint & mask:
                    into.setdefault(number, []).append(at)
    for pattern, into in ((_YEAR, found.years), (_BRACKET, found.brackets)):
        for m in pattern.finditer(text):
            into.setdefault(flat.sentence_of(m.start()), []).append(m.start())
    return found
