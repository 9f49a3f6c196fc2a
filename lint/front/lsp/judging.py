"""What to ask of a text: all of it, or after a change only of the paragraphs that were changed.

A part is judged as it was and as it is now, and what differs between the two is changed in what was known of the whole.
So what hangs on other places (a name introduced above, a repetition folded into its first place) stays as the last
look at the whole had it, until the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from lint import api
from lint.front.lsp.buffers import Edited
from lint.model.context import Context, Match
from lint.model.finding import FileReport, Finding, Fix, Problem, Related
from lint.model.focus import Focus
from lint.model.pattern import pattern
from lint.model.settings import Settings
from lint.model.text import Block, Span
from lint.model.typed import Any, NamedTuple
from lint.run.engine import Judge, find_one

SMALL = 12_000
"""Characters of a text that is judged whole at each change: it takes some 10 ms."""
_REACH = 6_000
"""Characters of the widest part on either side of a change."""
_APART = frozenset(("markdown", "plain", "rest", "latex", "asciidoc", "org", "mediawiki", "typst"))
"""Formats in which a stretch between blank lines reads alone as it does in its text, nearly always; else it is seen."""
_GAP = pattern(r"\n[ \t\r]*\n(?=[^\s])")
Stopped = Callable[[], bool]


class Given(NamedTuple):
    """How a text is to be checked: its name, its settings and what to leave out."""

    name: str
    settings: Settings
    focus: Focus = Focus()


class Measures(NamedTuple):
    """Numbers of a text as it was when last judged whole; ``sections`` are (offset, grade)."""

    words: float = 0
    grade: float = 0
    named: float = 0
    vague: float = 0
    sections: tuple[tuple[int, float], ...] = ()


class Part(NamedTuple):
    """A part of a text judged by itself; offsets are the part's own."""

    text: str
    findings: tuple[Finding, ...]
    blocks: tuple[Block, ...]


class Judged(NamedTuple):
    """What is known of one text. ``whole`` where all of it was judged; ``part`` and its place are kept for the next change."""

    text: str
    format: str
    findings: tuple[Finding, ...]
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
    measures: Measures = Measures()
    whole: bool = True
    part: Part | None = None
    place: int = 0


class Stop(Exception):  # noqa: N818 - nothing went wrong
    """The text has changed, so that nobody waits for this check any more."""


def judge_whole(text: str, given: Given, stopped: Stopped) -> Judged:
    """Check a text as the command does. Raises Stop, and ReadError where its reader gives it up."""
    name, settings, focus = given
    judge = _judge_until(stopped)
    report, document = api.check_document(
        text, name=name, settings=settings, focus=focus, path=name, judge=judge
    )
    file = report.files[0]
    return Judged(text, document.format, file.findings, document.blocks, report.problems, _measures(file))


def _measures(file: FileReport) -> Measures:
    measured, sourced = file.readability, file.sourcing
    parts: Any = measured.get("scope") or ()
    grades = tuple((p["offset"], p["grade"]) for p in parts if p["kind"] == "section" and p["grade"])
    numbers = (measured.get("words"), measured.get("grade"), sourced.get("named"), sourced.get("vague"))
    words, grade, named, vague = (n if isinstance(n, int | float) else 0 for n in numbers)
    return Measures(words, grade, named, vague, grades)


def _judge_until(stopped: Stopped) -> Judge:
    """Return what makes findings of matches until nobody waits for them."""

    def judge(context: Context, match: Match) -> Finding | None:
        if stopped():
            raise Stop
        return find_one(context, match)

    return judge


def judge_part(known: Judged, edited: Edited, text: str, given: Given, stopped: Stopped) -> Judged:
    """Return what is known after a change: findings moved along, those of the changed paragraphs found anew.

    Where the part does not read alone as it did in the text, as in the middle of a block of code, nothing new is
    found before the next look at the whole. Raises Stop, and ReadError.
    """
    moved = tuple(f for finding in known.findings if (f := moved_by(finding, edited)))
    blocks = tuple(_moved_blocks(known.blocks, edited))
    left = known._replace(text=text, findings=moved, blocks=blocks, whole=False, part=None)
    place = _part_around(known, edited)
    if place is None:
        return left
    before = known.text[place.start : place.end]
    if known.part and known.place == place.start and known.part.text == before:
        old = known.part
    else:
        old = _judged_part(before, known.format, given, stopped)
        if not _reads_alike(old, known.blocks, place):
            return left
    new = _judged_part(text[place.start : place.end + edited.longer], known.format, given, stopped)
    inner = Edited(edited.start - place.start, edited.before - place.start, edited.after - place.start)
    findings = _changed(moved, old.findings, new.findings, inner, place.start)
    fresh = [_block_at(block, place.start) for block in new.blocks]
    end = place.end + edited.longer
    kept = [b for b in blocks if b.span.end <= place.start or b.span.start >= end]
    return left._replace(
        findings=findings, blocks=tuple(sorted([*kept, *fresh], key=_start)), part=new, place=place.start
    )


def _start(block: Block) -> int:
    return block.span.start


def _judged_part(text: str, form: str, given: Given, stopped: Stopped) -> Part:
    settings = given.settings._replace(format=form)
    judge = _judge_until(stopped)
    findings, document = api.check_part(
        text, name=given.name, settings=settings, focus=given.focus, judge=judge
    )
    return Part(text, tuple(f for f in findings if f.scope != "document"), document.blocks)


def _part_around(known: Judged, edited: Edited) -> Span | None:
    """Return the stretch of the old text from the gap before the last to the gap after the next, if it is near."""
    text, low, high = known.text, edited.start, edited.before
    if known.format not in _APART or high - low > _REACH:
        return None
    first, last = max(0, low - _REACH), min(len(text), high + _REACH)
    starts = [found.end() for found in _GAP.finditer(text, first, low + 1)]
    ends = [found.start() + 1 for found in islice(_GAP.finditer(text, high, last), 2)]
    if (not starts and first) or (not ends and last < len(text)):
        return None
    start = starts[-2] if len(starts) > 1 else 0 if not first else starts[-1]
    return Span(start, ends[-1] if ends else len(text))


def _reads_alike(part: Part, blocks: Sequence[Block], place: Span) -> bool:
    """Say whether a part has by itself the blocks that it has in its text."""
    there = [
        (b.kind, b.span.start - place.start, b.span.end - place.start)
        for b in blocks
        if b.span.start < place.end and b.span.end > place.start
    ]
    return there == [(b.kind, b.span.start, b.span.end) for b in part.blocks]


def _changed(
    moved: Iterable[Finding], old: Iterable[Finding], new: Iterable[Finding], inner: Edited, at: int
) -> tuple[Finding, ...]:
    """Take out what the part no longer has, put in what it has now and had not."""
    was = {_key(f): f for finding in old if (f := moved_by(finding, inner))}
    now = {_key(f): f for f in new}
    gone = {(rule, start + at, end + at) for rule, start, end in was if (rule, start, end) not in now}
    kept = [f for f in moved if _key(f) not in gone]
    came = [_shifted(f, at) for key, f in now.items() if key not in was]
    there = {_key(f) for f in kept}
    kept += [f for f in came if _key(f) not in there]
    return tuple(sorted(kept, key=lambda f: (f.span, f.rule)))


def _key(finding: Finding) -> tuple[str, int, int]:
    return finding.rule, finding.span.start, finding.span.end


def moved_by(finding: Finding, edited: Edited) -> Finding | None:
    """Return a finding where it stands after a change, None where its own words were changed."""
    start, end = finding.span
    if finding.scope == "document":
        return finding._replace(span=Span(min(start, edited.start), min(end, edited.start)))
    if end <= edited.start and not finding.related and not finding.fix and not finding.evidence:
        return finding
    span = _moved_span(finding.span, edited)
    if span is None:
        return None
    evidence = (e._replace(span=s) for e in finding.evidence if (s := _moved_span(e.span, edited)))
    related = (Related(s, r.note) for r in finding.related if (s := _moved_span(r.span, edited)))
    return finding._replace(
        span=span, evidence=tuple(evidence), related=tuple(related), fix=_moved_fix(finding.fix, edited)
    )


def _moved_fix(fix: Fix | None, edited: Edited) -> Fix | None:
    if fix is None:
        return None
    edits = [edit._replace(span=s) for edit in fix.edits if (s := _moved_span(edit.span, edited))]
    return fix._replace(edits=tuple(edits)) if len(edits) == len(fix.edits) else None


def _moved_span(span: Span, edited: Edited) -> Span | None:
    if span.end <= edited.start:
        return span
    if span.start >= edited.before:
        return Span(span.start + edited.longer, span.end + edited.longer)
    return None


def _moved_blocks(blocks: Iterable[Block], edited: Edited) -> Iterable[Block]:
    for block in blocks:
        start, end = block.span
        if end < edited.start:
            yield block
        elif start > edited.before:
            yield _block_at(block, edited.longer)
        else:  # what is changed inside of a block leaves the block
            yield block._replace(span=Span(min(start, edited.start), max(end, edited.before) + edited.longer))


def _block_at(block: Block, offset: int) -> Block:
    return block._replace(span=Span(block.span.start + offset, block.span.end + offset))


def _shifted(finding: Finding, offset: int) -> Finding:
    shifted = moved_by(finding, Edited(0, 0, offset))
    if shifted is None:
        raise AssertionError(finding)
    return shifted
