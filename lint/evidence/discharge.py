"""Does the evidence near a claim discharge what the claim owes? Only what stays open is a finding.

Each support found is worth its strength (``support.STRENGTH``) times its nearness; several combine as
``1 - prod(1 - strength * nearness)``. Of people only the best counts: three others who speak nearby do not make
the nameless any better known. A name inside what is said is topic, not source, and counts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from lint.evidence.attached import find_attached
from lint.evidence.citations import find_citations
from lint.evidence.dates import find_dates
from lint.evidence.figures import find_figures
from lint.evidence.quantities import find_quantities
from lint.evidence.quotations import find_quotation_support
from lint.evidence.sources import find_own_method, find_sources
from lint.evidence.support import STRENGTH, Support
from lint.evidence.times import find_times
from lint.evidence.voices import speaks_on, voice_nearness
from lint.model.context import Context, Match
from lint.model.finding import Evidence
from lint.model.pattern import pattern
from lint.model.typed import NamedTuple

_WORD = pattern(r"[a-z][a-z'-]{3,}")
_COMMON = frozenset(
    "that this with from have been they their there which will would could about into over more some"
    " many most other than then when what were also only such very just like said says because while"
    " where after before these those".split()
)
_ANAPHOR = pattern(
    r"\b(?:the|this|these|those|both|its|their|that) (?:\w+ )?(?:stud(?:y|ies)|report|survey|poll|researchers?|authors?|team|"
    r"figures|findings|data|results|experts|scientists|analysts|panel|review|paper|committee|trial|group)\b"
)
Finder = Callable[[Context, int], Iterator[Support]]
_VOICES: tuple[Finder, ...] = (find_citations, find_sources, find_own_method, find_quotation_support)
_FIGURES: tuple[Finder, ...] = (find_dates, find_quantities, find_times, find_figures)
_SHOWN = 6
"""Pieces of evidence that a finding names."""
_MOST = 32
"""Pieces of evidence of a sort that one sentence can have; with _REACH a bound for a text without full stops."""
_REACH = 2_000
"""Characters beyond which evidence in a claim's own sentence is no longer near it."""
_FAR = 9
"""Sentences of a paragraph looked at below a claim: a bound, so that no paragraph costs its square."""
_NAMED = frozenset(("named person", "named organisation"))
_QUOTATION = "quotation of a named speaker"
_PEOPLE = _NAMED | {_QUOTATION}
_WHO = frozenset(("who", "by_whom"))
_HEADS = frozenset(("number with a unit", "rate", "ratio", "from one figure to another"))
"""Figures that do not count those who speak, though they answer *how many* elsewhere."""
_ANYWHERE = frozenset(("citation", "link", "bare link", "empty link", "own method", "table or figure"))
"""Kinds that speak for their whole sentence, wherever in it they stand."""
_OTHER_CLAUSE = pattern(
    r"[;:\x97\x96]| - | (?:while|but|whereas|although|though|as|how|what|why|where|because|after|before|since|when|if|even|than) "
    r"|, (?:which|who|whom|saying) "
    r"| and (?!others? |many |most |several |fellow |some )"
)


Seen = tuple[float, Support, str]
"""(how far it discharges the claim, what it is, where)."""


class Weighed(NamedTuple):
    """The reckoning of one claim: how much is discharged (0–1), and each thing that was seen, in the text's order."""

    support: float
    seen: list[Seen]


def voices_in(context: Context, sentence: int) -> tuple[Support, ...]:
    """Return who or what speaks for one sentence: citations, named sources, the writer's own work."""
    return _kept(context, sentence, "voices", _VOICES)


def supports_in(context: Context, sentence: int) -> tuple[Support, ...]:
    """Return everything in one sentence that could be evidence."""
    return voices_in(context, sentence) + _kept(context, sentence, "figures", _FIGURES)


def _kept(context: Context, sentence: int, name: str, finders: tuple[Finder, ...]) -> tuple[Support, ...]:
    key = (name, sentence)
    found: tuple[Support, ...] | None = context.kept.get(key)
    if found is None:
        found = context.kept[key] = tuple(s for f in finders for s in islice(f(context, sentence), _MOST))
    return found


def weigh(context: Context, match: Match) -> Weighed:
    """Weigh all evidence near a claim against what its rule obliges it to give."""
    obligations = match.rule.obligation
    seen: list[Seen] = []
    rest, voice = 1.0, 0.0
    for support, nearness, where in nearby(context, match):
        worth = max(strength_of(support.kind, obligations) * nearness, 0.0)
        seen.append((worth, support, where))
        if support.kind in _PEOPLE:
            voice = max(voice, worth)
        else:
            rest *= 1.0 - worth
    return Weighed(1.0 - rest * (1.0 - voice), seen)


def evidence_of(context: Context, weighed: Weighed) -> tuple[Evidence, ...]:
    """Return what weighs most, to be shown: only what becomes a finding needs its words."""
    flat = context.flat
    found: list[Evidence] = []
    for worth, support, where in sorted(weighed.seen, key=lambda seen: -seen[0])[:_SHOWN]:
        span = flat.source_span(support.start, max(support.end, support.start + 1))
        text = flat.document.text[span.start : span.end]
        found.append(Evidence(support.kind, span, text, where, round(worth, 2)))
    return tuple(found)


def strength_of(kind: str, obligations: tuple[str, ...]) -> float:
    """Return how far (0–1) a kind discharges the first obligation, or nearly as well a later one."""
    row = STRENGTH[kind]
    first = row.get(obligations[0], 0.0) if obligations else 0.0
    return max(first, *(0.8 * row.get(o, 0.0) for o in obligations[1:]), 0.0)


def nearby(context: Context, match: Match) -> Iterator[tuple[Support, float, str]]:
    """Yield each support around a claim with its nearness (0–1) and the distance in words."""
    flat = context.flat
    here = flat.sentence_of(match.start)
    yield from ((s, 1.0, "beside the agent") for s in find_attached(context, match))
    yield from _in_the_sentence(context, match, here)
    words = _content(context, here)
    asks_who = _asks_who(match)
    study = "which_study" in match.rule.obligation
    for number, where in _neighbours(context, here):
        nearness = _nearness(context, here, number, words)
        # Figures and dates speak for their own sentence; only an anaphor takes them from the one before. A
        # size that is owed may come in the next.
        figures = not asks_who and (
            number == here - 1 or (number == here + 1 and match.rule.obligation[:1] == ("how_much",))
        )
        for support in supports_in(context, number) if figures else voices_in(context, number):
            if support.kind in _PEOPLE and _is_topic(context, here, support):
                yield support, 0.0, f"{where}, named as a topic of the claim"
            elif support.kind in _PEOPLE or (
                support.kind == "named report" and (number < here or (asks_who and not study))
            ):
                yield support, voice_nearness(context, match, support, nearness), where
            else:
                yield support, nearness, where


def _asks_who(match: Match) -> bool:
    """Say whether the claim first of all owes a speaker: figures about other things are then no answer."""
    return match.rule.obligation[:1] != () and match.rule.obligation[0] in _WHO


def _in_the_sentence(context: Context, match: Match, here: int) -> Iterator[tuple[Support, float, str]]:
    """Yield what stands in the claim's own sentence; a quotation counts as far as its speaker does."""
    near = [s for s in supports_in(context, here) if abs(s.start - match.start) <= _REACH]
    spoken = any(s.kind in _NAMED and in_slot(context, match, s) for s in near)
    asks_who = _asks_who(match)
    for support in near:
        counted = in_slot(context, match, support) and not (asks_who and support.kind in _HEADS)
        counts = spoken if support.kind == _QUOTATION else counted
        yield (
            support,
            0.95 if counts else 0.0,
            "same sentence" if counts else "same sentence, inside what is said",
        )


def in_slot(context: Context, match: Match, support: Support) -> bool:
    """Say whether a support in the claim's own sentence speaks for the claim rather than inside it."""
    if support.kind in _ANYWHERE:
        return True
    begins = match.complement or match.end
    if support.kind in _PEOPLE and match.agent[1] <= support.start < match.end and match.agent[0]:
        return False  # "officials who spoke with the Courier said"
    if support.kind in _PEOPLE or support.kind == "named report":
        low = context.flat.low
        named_in_front = support.end <= match.start
        in_tail = low.rfind("according to", match.start, support.start) >= 0
        clause = context.flat.text[min(match.start, support.start) : max(match.end, support.start)]
        if in_tail:
            return True
        # Another clause's speaker vouches for that clause: "Critics object, while Mei Tan said …".
        return not _OTHER_CLAUSE.search(clause) and (named_in_front or support.end <= begins)
    if match.complement and support.start >= match.complement:
        # In "scientists say X cuts risk by 50 %" the figure is the claim, not a headcount.
        return support.kind == "date" and "when" in match.rule.obligation[:1]
    return True


def _neighbours(context: Context, here: int) -> Iterator[tuple[int, str]]:
    """Yield the sentences around one, within its paragraph and a sentence beyond it."""
    flat = context.flat
    first, past = flat.block_sentences[flat.sentence_blocks[here]]
    kind = flat.document.blocks[flat.sentence_blocks[here]].kind
    for number in range(max(0, here - 2), min(len(flat.sentences), max(min(past, here + _FAR), here + 4))):
        if number == here:
            continue
        inside = first <= number < past
        other = flat.document.blocks[flat.sentence_blocks[number]].kind
        far = abs(number - here) > 1 and not speaks_on(context, past, number)
        if not inside and (far or other != kind or kind == "cell"):
            continue
        yield number, _where(number - here, inside)


def _is_topic(context: Context, here: int, support: Support) -> bool:
    """Say whether the claim's own sentence is about the person who speaks beside it."""
    start, end = context.flat.sentences[here]
    text = context.flat.text
    return text[support.start : support.end].split(" ")[-1] in text[start:end]


def _where(step: int, inside: bool) -> str:
    side = {1: "next sentence", -1: "sentence before"}.get(step, "same paragraph")
    return side if inside or abs(step) > 1 else f"{side}, across the paragraph"


def _nearness(context: Context, here: int, number: int, words: frozenset[str]) -> float:
    """Return how near a neighbour sentence is to the claim (catalogue: distance weights)."""
    step = number - here
    if step < 0:
        start, end = context.flat.sentences[here]
        anaphor = _ANAPHOR.search(context.flat.low, start, end)
        return (0.8 if step == -1 else 0.5) if anaphor else (0.45 if step == -1 else 0.15)
    shares = bool(words & _content(context, number))
    if step == 1:
        return 0.6 if shares else 0.2
    return 0.3 if shares else 0.15


def _content(context: Context, sentence: int) -> frozenset[str]:
    """Return the content words of a sentence, roughly stemmed."""
    key = ("content", sentence)
    found: frozenset[str] | None = context.kept.get(key)
    if found is None:
        start, end = context.flat.sentences[sentence]
        words = set(_WORD.findall(context.flat.low, start, end)) - _COMMON
        found = frozenset(w[:6] for w in words)
        context.kept[key] = found
    return found
