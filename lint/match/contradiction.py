"""Two checks that hold later claims against earlier ones: ``conclusion-contradicts-body``, ``certainty-drift``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lint.match.stems import stem, stems
from lint.model.context import Context, Match
from lint.model.finding import Related
from lint.model.flat import OPAQUE
from lint.model.noted import in_quotation, noted, noted_apart
from lint.model.pattern import pattern
from lint.model.rule import Rule
from lint.model.typed import NamedTuple

_CLAUSES = 300
"""Characters on either side of a verb that count as its sentence, however long that is."""
_MOST = 30
"""Denials of one text that are compared: a text has one conclusion, not hundreds."""
_DENIAL = pattern(
    r"(?:(?:is|are|was|were|seems?) )?(?:(?:very |highly )?unlikely to|will not|won't|would not|wouldn't) (?:\w+ly |really |much )?"
    r"(?:change|affect|alter|influence|matter|transform|improve|worsen|damage|harm|reshape)\b"
    r"|(?:will |would )?(?:make|makes) (?:no|little) difference\b"
    r"|(?:will|would|can) have (?:no|little) (?:real |significant |lasting )?(?:impact|effect|influence|bearing)\b"
)
_EFFECT = pattern(
    r"\b(?:will|would|could|may|might|can) (?:\w+ ){0,2}(?:change|affect|alter|influence|transform|reshape|improve|worsen|damage|harm"
    r"|strengthen|weaken|lead to|bring about|cause)\b"
    r"|\b(?:has|have|had) (?:had )?(?:an?|some|significant|considerable|major|great|huge|profound|lasting) (?:\w+ ){0,2}"
    r"(?:impact|effect|influence|bearing)\b"
    r"|\b(?:impact|effect|influence) on\b"
)
_NOT = pattern(r"\b(?:no|not|little|without|never|n't|unlikely) (?:\w+ ){0,3}$")
_EFFECTS = frozenset(
    map(
        stem,
        "change affect alter influence matter impact effect transform improve improvement worsen damage harm unlikely"
        " significant significantly certain difference negative positive conclude discussion discussions".split(),
    )
)
_ATTRIBUTED = pattern(r"\b(?:said|says|told|according to|argued|argues|added|wrote|testified)\b")
_TECHNICAL = pattern(
    r"\b(?:options?|settings?|values?|parameters?|arguments?|fields?|strings?|filters?|operators?|functions?|attributes?|default|enabled?"
    r"|checking|servers?|bytes|headers?|mount|bug|backport\w*|static)\b"
)
"""What a setting does and does not change is no conclusion."""
_RECONCILED = pattern(
    r"\b(?:even (?:if|assuming)|assuming|although|though|despite|while|unless|until|alone|by itself|immediately|overnight|if|in the short)\b"
)


class _Claim(NamedTuple):
    """An effect that is claimed: its flat span, sentence, the stems before it and those of its sentence."""

    start: int
    end: int
    sentence: int
    subject: frozenset[str]
    words: frozenset[str]


def conclusion_contradicts(context: Context, rule: Rule) -> Iterator[Match]:
    """Find a flat denial of an effect that earlier sentences asserted of the same things."""
    denials = [d for d in _denials(context, rule) if not _hedged_away(context, d)][:_MOST]
    if not denials:
        return
    effects = list(_effects(context, denials[-1].start))
    for denial in denials:
        against = [e for e in effects if e.sentence < denial.sentence - 1 and _same_matter(denial, e)]
        if against:
            flat = context.flat
            said = flat.text[against[0].start : against[0].end]
            message = f"{flat.text[denial.start : denial.end]!r}, after the text said {said!r}"
            related = tuple(Related(flat.source_span(e.start, e.end), "said here") for e in against[:5])
            yield Match(rule, denial.start, denial.end, message=message, related=related)


def _denials(context: Context, rule: Rule) -> Iterator[_Claim]:
    past = -1
    for start, _, _ in noted_apart(context, rule):
        sentence = context.flat.sentence_of(start)
        begins = context.flat.sentences[sentence].start
        ends = min(context.flat.sentences[sentence].end, start + 60)
        found = _DENIAL.search(context.flat.low, max(begins, start - 12), ends)
        if found and found.start() >= past:
            past = found.end()
            yield _claim(context, found.start(), found.end(), sentence)


def _hedged_away(context: Context, denial: _Claim) -> bool:
    start, end = context.flat.sentences[denial.sentence]
    start, end = max(start, denial.start - _CLAUSES), min(end, denial.end + _CLAUSES)
    low = context.flat.low
    technical = OPAQUE in low[start:end] or _TECHNICAL.search(low, start, end)
    return bool(technical or _ATTRIBUTED.search(low, start, end) or _RECONCILED.search(low, start, end))


def _effects(context: Context, until: int) -> Iterator[_Claim]:
    for found in _EFFECT.finditer(context.flat.low, 0, until):
        if in_quotation(context, found.start()):
            continue
        sentence = context.flat.sentence_of(found.start())
        begins = context.flat.sentences[sentence].start
        if not _NOT.search(context.flat.low, max(begins, found.start() - 40), found.start()):
            yield _claim(context, found.start(), found.end(), sentence)


def _claim(context: Context, start: int, end: int, sentence: int) -> _Claim:
    begins, ends = context.flat.sentences[sentence]
    begins = max(begins, start - 200)
    ends = min(ends, end + 200)
    return _Claim(
        start,
        end,
        sentence,
        stems(context, begins, start) - _EFFECTS,
        stems(context, begins, ends) - _EFFECTS,
    )


def _same_matter(one: _Claim, other: _Claim) -> bool:
    """Say whether two claims have their subject in common, by two content words or one and another beside it."""
    subject = one.subject & other.subject
    return len(subject) >= 2 or (len(subject) == 1 and len(one.words & other.words) >= 3)


_VERB = pattern(r"(?:not )?(?:\w+ly )?([a-z]{2,})")
_CERTAIN = frozenset(("will", "is going to", "are going to"))
_EMPTY = frozenset(
    ("be", "hav", "do", "mak", "get", "tak", "go", "com", "need", "also", "not", "either", "still")
)


class _Modal(NamedTuple):
    """A modal verb, up to the end of the verb that it governs, with that verb's stem."""

    start: int
    end: int
    sure: bool
    verb: str


class _Governed(NamedTuple):
    """A modal verb in its sentence: the subject's stems, the object's."""

    start: int
    end: int
    sentence: int
    sure: bool
    verb: str
    subject: frozenset[str]
    objects: frozenset[str]


def certainty_drift(context: Context, rule: Rule) -> Iterator[Match]:
    """Find a claim that is certain now and was only possible before, with nothing in between to make it so."""
    open_by_verb: dict[str, list[_Governed]] = {}
    for modal in _governed(context, rule):
        known = open_by_verb.setdefault(modal.verb, [])
        if not modal.sure:
            known.append(modal)
            del known[:-_KEPT]
            continue
        if earlier := [m for m in known if m.sentence < modal.sentence and _same_claim(m, modal)]:
            flat = context.flat
            was = flat.text[earlier[-1].start : earlier[-1].end]
            message = f"{was!r} before, {flat.text[modal.start : modal.end]!r} now"
            related = tuple(Related(flat.source_span(m.start, m.end), "less sure here") for m in earlier[-3:])
            yield Match(rule, modal.start, modal.end, message=message, related=related)


_KEPT = 6


def _modals(context: Context, rule: Rule) -> list[_Modal]:
    """Return the modals in front of a verb that stands under both kinds: few do, and the rest is costly."""
    low = context.flat.low
    found: list[_Modal] = []
    for start, past, _ in noted(context, rule):
        verb = _VERB.match(low, past + 1)
        if verb and not low.startswith(" not", past):
            sure = low[start:past] in _CERTAIN
            found.append(_Modal(start, verb.end(), sure, stem(verb.group(1))))
    both = {m.verb for m in found if m.sure} & {m.verb for m in found if not m.sure}
    return [m for m in found if m.verb in both]


def _governed(context: Context, rule: Rule) -> Iterator[_Governed]:
    flat = context.flat
    for start, end, sure, verb in _modals(context, rule):
        if in_quotation(context, start):
            continue
        sentence = flat.sentence_of(start)
        begins, ends = flat.sentences[sentence]
        if flat.low.endswith("?", begins, ends) or _CONDITIONAL.search(
            flat.low, max(begins, start - _CLAUSES), start
        ):
            continue
        subject = stems(context, max(begins, start - 60), start)
        yield _Governed(start, end, sentence, sure, verb, subject, stems(context, end, min(ends, end + 80)))


_CONDITIONAL = pattern(r"\b(?:if|unless|whether|when|until|provided|hope|hopes|fear|fears)\b")


def _same_claim(one: _Governed, other: _Governed) -> bool:
    """Say whether two modals say one thing of one subject."""
    subject, objects = one.subject & other.subject, one.objects & other.objects
    least = 2 if one.verb in _EMPTY else 1
    return len(subject) >= 1 and len(objects) >= least and len(subject | objects) >= 3


CHECKS: dict[str, Callable[[Context, Rule], Iterable[Match]]] = {
    "conclusion-contradicts-body": conclusion_contradicts,
    "certainty-drift": certainty_drift,
}
