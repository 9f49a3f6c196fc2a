"""How hard a text is to read: measures by document, section and paragraph, and the check of its grade."""

from __future__ import annotations

from collections.abc import Iterator

from lint.match.formulas import FORMULAS, GRADES, difficulty
from lint.match.words import Counts, Tally, field, tally, unpacked
from lint.model.context import Context, Match
from lint.model.rule import Rule
from lint.model.typed import Any, NamedTuple

LAST_GRADE = 18
"""The last year of school and study that a grade can mean."""
LEAST_WORDS = 100
LEAST_SENTENCES = 5
SMOG_SENTENCES = 30
"""Below these a formula's number means nothing, so none is given."""


class Part(NamedTuple):
    """A part of the document: the prose blocks ``blocks`` under the heading block ``heading`` (-1: none)."""

    kind: str
    heading: int
    blocks: tuple[int, ...]


def sections(context: Context, counted: Tally) -> list[Part]:
    """Return the runs of prose between headings, in order; what precedes the first heading is one too."""
    known: list[Part] | None = context.kept.get("sections")
    if known is None:
        known = context.kept["sections"] = _sections(context, counted)
    return known


def _sections(context: Context, counted: Tally) -> list[Part]:
    found: list[Part] = []
    prose = frozenset(counted.prose)
    heading = -1
    blocks: list[int] = []
    for number, block in enumerate(context.flat.document.blocks):
        if block.kind == "heading":
            if blocks:
                found.append(Part("section", heading, tuple(blocks)))
            heading, blocks = number, []
        elif number in prose:
            blocks.append(number)
    if blocks:
        found.append(Part("section", heading, tuple(blocks)))
    return found


class Graded(NamedTuple):
    """The counts of a part, why it gets no grade (or nothing), its scores and its grades, lowest first."""

    counts: Counts
    sentences: int
    short: str
    scores: dict[str, float | None]
    grades: list[float]


def graded(context: Context, counted: Tally, blocks: tuple[int, ...]) -> Graded:
    """Return what the formulas say of some blocks; worked out once, for the check and the report."""
    known: dict[tuple[int, ...], Graded] = context.kept.setdefault("graded", {})
    found = known.get(blocks)
    if found is None:
        counts, sentences = counts_of(counted, blocks)
        short = too_short(counts, sentences)
        easy_words = bool(context.ruleset.words.get("easy.word"))
        values = dict.fromkeys(FORMULAS) if short else scores(counts, sentences, easy_words)
        ordered = [] if short else grades(values)
        found = known[blocks] = Graded(counts, sentences, short, values, ordered)
    return found


def counts_of(counted: Tally, blocks: tuple[int, ...]) -> tuple[Counts, int]:
    """Return the counts of some blocks and the number of their sentences."""
    total = sum(map(counted.blocks.__getitem__, blocks))
    return unpacked(total), sum(map(counted.turns.__getitem__, blocks))


def too_short(counts: Counts, sentences: int) -> str:
    """Say why no grade is given, or nothing."""
    if counts.words >= LEAST_WORDS and sentences >= LEAST_SENTENCES:
        return ""
    have = f"{counts.words} word{'s' * (counts.words != 1)} in {sentences} sentence{'s' * (sentences != 1)}"
    return f"{have}; a grade needs {LEAST_WORDS} words and {LEAST_SENTENCES} sentences"


def scores(counts: Counts, sentences: int, easy_words: bool = True) -> dict[str, float | None]:
    """Return each formula's number, unrounded; None for one that the text or the installation cannot feed."""
    found: dict[str, float | None] = {}
    for name, formula in FORMULAS.items():
        usable = (name != "smog_index" or sentences >= SMOG_SENTENCES) and (
            name != "dale_chall_readability_score" or easy_words
        )
        found[name] = formula(counts, sentences) if usable else None
    return found


def median(ordered: list[float]) -> float:
    """Return the middle of sorted numbers; ``statistics`` would cost 15 ms to import."""
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def grades(found: dict[str, float | None]) -> list[float]:
    """Return the school grades among scores, lowest first."""
    return sorted(value for name in GRADES if (value := found[name]) is not None)


def _described(context: Context, counted: Tally, blocks: tuple[int, ...]) -> dict[str, Any]:
    """Return the measures of one part, rounded, without a number where the part is too short."""
    counts, sentences, short, values, ordered = graded(context, counted, blocks)
    found: dict[str, Any] = {"words": counts.words, "sentences": sentences, "syllables": counts.syllables}
    if short:
        found |= values
    else:
        found |= {name: None if value is None else round(value, 2) for name, value in values.items()}
    found["grade"] = round(median(ordered), 1) if ordered else None
    easy_words = values["dale_chall_readability_score"] is not None
    found["difficulty"] = round(difficulty(counts, sentences)) if easy_words else None
    found["range"] = [round(ordered[0], 1), round(ordered[-1], 1)] if ordered else None
    if short:
        found["note"] = short
    elif sentences < SMOG_SENTENCES:
        found["smog_note"] = f"{sentences} sentences; SMOG needs {SMOG_SENTENCES}"
    return found


def measure(context: Context) -> dict[str, object]:
    """Return the readability of a text, ready for JSON.

    The document's own measures, and ``scope``: the same for each section and for each paragraph that is
    long enough, with ``kind``, ``offset`` (of its first character in the source) and, for a section, the
    text of its ``heading``. ``note`` stands where a number would mean nothing.
    """
    counted = tally(context)
    found: dict[str, object] = _described(context, counted, counted.prose)
    parts = sections(context, counted)
    scope = [_entry(context, part, counted) for part in parts if len(parts) > 1 or part.heading >= 0]
    for number in counted.prose:
        if counted.turns[number] >= LEAST_SENTENCES and field(counted.blocks[number], "words") >= LEAST_WORDS:
            entry = _entry(context, Part("paragraph", -1, (number,)), counted)
            if "note" not in entry:
                scope.append(entry)
    found["scope"] = sorted(scope, key=lambda e: int(e["offset"]))
    return found


def _entry(context: Context, part: Part, counted: Tally) -> dict[str, Any]:
    """Return one entry of ``scope``."""
    flat = context.flat
    first = part.heading if part.heading >= 0 else part.blocks[0]
    entry: dict[str, Any] = {"kind": part.kind, "offset": flat.document.blocks[first].span.start}
    if part.kind == "section":
        entry["heading"] = flat.text[slice(*flat.blocks[part.heading])].strip() if part.heading >= 0 else ""
    return entry | _described(context, counted, part.blocks)


def document_grade(context: Context, rule: Rule) -> Iterator[Match]:
    """Find a document whose consensus grade is above the target, and sections far above the rest.

    Targets: ``grade`` (the aim), ``slack`` (grades above it that pass), ``section`` (grades a section may
    stand above the document's).
    """
    counted = tally(context)
    _, _, short, _, ordered = graded(context, counted, counted.prose)
    if short:
        return
    whole = median(ordered)
    aim = context.target(rule.name, "grade", 12)
    slack = context.target(rule.name, "slack", 2)
    if whole > aim + slack:
        yield _graded(context, rule, counted.prose[0], whole, ordered, aim, "document")
    parts = sections(context, counted)
    if len(parts) < 2:
        return
    limit = max(whole, aim) + context.target(rule.name, "section", 3)
    for part in parts:
        ordered = graded(context, counted, part.blocks).grades
        if ordered and median(ordered) > limit:
            yield _graded(context, rule, part.blocks[0], median(ordered), ordered, aim, "section")


def _told(grade: float) -> str:
    """Return a grade for people: beyond the last school year the formulas only say ``more``."""
    return f"{grade:.0f}" if grade <= LAST_GRADE else f"{LAST_GRADE}+"


def _graded(
    context: Context, rule: Rule, block: int, grade: float, ordered: list[float], aim: float, scope: str
) -> Match:
    """Return the finding, at the first sentence of the part."""
    start, end = context.flat.sentences[context.flat.block_sentences[block][0]]
    message = (
        f"reading grade {_told(grade)} in this {scope}"
        f" (formulas say {_told(ordered[0])} to {_told(ordered[-1])}); the target is {aim:.0f}"
    )
    prior = min(rule.prior + 0.05 * max(grade - aim - 1, 0), 0.9)
    return Match(rule, start, end, message=message, prior=prior, weighed=True, scope=scope)


CHECKS = {"document-grade": document_grade}
