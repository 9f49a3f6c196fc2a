"""Where evidence could stand in a text, by sentence: one walk over the cues that were found anyway."""

from __future__ import annotations

from bisect import bisect_right

from lint.model.context import Context
from lint.model.digits import years
from lint.model.pattern import pattern
from lint.model.typed import NamedTuple

_BRACKET = pattern(r"\[\d")
_RAISED = pattern("[\xb9\xb2\xb3]")
_LONE_NAME = 32
"""Without a capital inside the sentence, only a name that opens it right before its verb can speak."""

BySentence = dict[int, list[int]]


class Places(NamedTuple):
    """Flat offsets of cues by sentence number: reporting verbs, ``according to``, reports, and so on.

    ``citing`` and ``speaking`` are the sentences with anything of a citation, or of a source; ``speaks`` is the
    mask of the verbs.
    """

    verbs: BySentence
    according: BySentence
    reports: BySentence
    identifiers: BySentence
    tables: BySentence
    own: BySentence
    years: BySentence
    brackets: BySentence
    citing: set[int]
    speaking: set[int]
    speaks: int


def places(context: Context) -> Places:
    """Return the places of one text; made once, kept for its check."""
    found: Places | None = context.kept.get("places")
    if found is None:
        found = context.kept["places"] = _find(context)
    return found


def _find(context: Context) -> Places:
    flat = context.flat
    bits = context.bits
    found = Places({}, {}, {}, {}, {}, {}, {}, {}, set(), set(), bits("verb.attributes"))
    kinds = (
        (found.speaks, found.verbs),
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
    text, low, starts = flat.text, flat.low, flat.sentence_starts
    for at, reaches in context.hits.starting.items():
        joint = reaches[0][1]
        for _, mask in reaches[1:]:
            joint |= mask
        if not joint & every:
            continue
        number = max(bisect_right(starts, at) - 1, 0)
        if joint & verbs and _may_have_a_speaker(text, low, starts[number], at):
            found.verbs.setdefault(number, []).append(at)
        if joint & ~verbs & every:
            for mask, into in kinds[1:]:
                if joint & mask:
                    into.setdefault(number, []).append(at)
    _find_signs(context, found)
    found.citing.update(found.years, found.brackets, found.identifiers, found.tables)
    found.speaking.update(found.verbs, found.according, found.reports)
    return found


def _find_signs(context: Context, found: Places) -> None:
    """Add the years, bracketed numbers and raised numbers, each only where its first sign occurs at all."""
    flat = context.flat
    for at in years(context):
        found.years.setdefault(flat.sentence_of(at), []).append(at)
    for signs, first, into in (
        (_BRACKET, ("[",), found.brackets),
        (_RAISED, ("\xb9", "\xb2", "\xb3"), found.brackets),
    ):
        if any(sign in flat.text for sign in first):
            for m in signs.finditer(flat.text):
                into.setdefault(flat.sentence_of(m.start()), []).append(m.start())


def _may_have_a_speaker(text: str, low: str, start: int, at: int) -> bool:
    """Say whether a capital stands near enough to a verb for a name to be its subject.

    A capital on the verb makes it a noun: the United States, the Reports section.
    """
    if not text[at].islower():
        return False
    return (
        at - start <= _LONE_NAME
        or text[start + 1 : at] != low[start + 1 : at]
        or text[at : at + 48] != low[at : at + 48]
    )
