"""The page of a text: its lines with what was found in them, the questions in the margin, its scorecard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lint.model.finding import Finding
from lint.model.lines import LineIndex
from lint.model.typed import NamedTuple
from lint.read.front_matter import length
from lint.report.console import judged
from lint.report.markup import NOTHING, Markup, element, escaped, filled
from lint.report.site.facts import Known
from lint.report.site.frame import Page
from lint.report.site.lines import HEAT, Layer, degree, draw
from lint.report.site.places import Places, leading
from lint.report.site.scores import scorecard
from lint.report.totals import plural

_MOST_LINES = 12
"""Lines of a block, beside which its questions stand: what has no empty line is divided."""
_MOST_CHARACTERS = 400_000
"""Of a longer text only what has questions is shown, with its neighbours."""
_MOST_FINDINGS = 3_000
_INSIDE = ("span", "sentence", "heading")
"""Findings whose words are marked. What is about more than a sentence stands beside it."""
_FAR = 1 << 40
_ROW = Markup(
    '<div class="row" id="%sL%s"><a class="no" href="%sL%s" tabindex="-1">%s</a><span class="line">%s</span></div>'
)
_EMPTY_ROW = Markup(_ROW.replace('"row"', '"row empty"'))


class Asked(NamedTuple):
    """A finding with its number in the text, from 1, and the name of its place (``L12:7``)."""

    number: int
    place: str
    finding: Finding


class _Text(NamedTuple):
    known: Known
    places: Places
    lines: LineIndex
    asked: list[Asked]
    front: int


def asked_in(known: Known, index: LineIndex) -> list[Asked]:
    """Return the findings of a text in their order, each with a place of its own."""
    times: Counter[str] = Counter()
    found = []
    for number, finding in enumerate(known.findings[:_MOST_FINDINGS], 1):
        line, column = index.position(finding.span.start)
        place = f"L{line}:{column}"
        times[place] += 1
        found.append(Asked(number, place if times[place] == 1 else f"{place}~{times[place]}", finding))
    return found


def text_page(known: Known, places: Places) -> Page:
    """Return the page of a text."""
    index = LineIndex(known.source)
    text = _Text(known, places, index, asked_in(known, index), _front(known.source, index))
    return Page(known.title, _header(text), _main(text))


def _front(source: str, index: LineIndex) -> int:
    """Return the last line of the front matter, 0 where there is none."""
    past = length(source)
    return index.position(past - 1).line if past > 1 else 0


def _header(text: _Text) -> Iterator[Markup]:
    known = text.known
    yield element("p", leading(text.places.top("texts"), "← All texts"), class_="back")
    yield element("h1", known.title)
    told = [known.meta[key] for key in ("author", "section", "date") if known.meta.get(key)]
    byline = element("span", " · ".join(told)) if told else NOTHING
    yield element("p", byline, element("span", known.name, class_="path"), class_="byline")
    if known.problem:
        yield element("p", f"Could not be checked: {known.problem}.", class_="problem")
        return
    count = len(known.findings)
    said = f"{plural(count, 'open question')}" if count else "No open questions"
    parts = [element("b", said), f" in {plural(known.words, 'word')}"]
    if count and known.words:
        parts.append(f", {1000 * count / known.words:.1f} for every 1,000")
    parts.append(".")
    if known.suppressed:
        parts.append(f" {known.suppressed:,} more let stand by stet.")
    yield element("p", *parts, class_="lede")
    for note in known.notes:
        yield element("p", note, class_="lede aside")


def _main(text: _Text) -> Iterator[Markup]:
    if text.asked:
        yield _steps(text)
    about = [asked for asked in text.asked if asked.finding.scope == "document"]
    if about:
        notes = [_note(asked, text, alone=True) for asked in about]
        yield element(
            "section", element("h2", "About the whole text"), element("div", *notes, class_="whole"), class_="about"
        )  # fmt: skip
    yield element("section", element("h2", "The text", class_="unseen"), *_blocks(text), class_="source")
    if text.known.scorecard or text.known.readability:
        yield scorecard(text.known)


def _steps(text: _Text) -> Markup:
    """Return the bar that leads from question to question; the script makes it work, and shows it."""
    heat = [
        element("span", f"{least:.0%}".rstrip("%"), class_=f"h{number}")
        for number, least in enumerate(HEAT, 1)
    ]
    return element(
        "div",
        element("button", element("span", "Question before, by key ", class_="unseen"), element("kbd", "k"), " ↑", type="button", data_step=-1),
        element("button", element("span", "Next question, by key ", class_="unseen"), element("kbd", "j"), " ↓", type="button", data_step=1),
        element("output", plural(len(text.asked), "question"), aria_live="polite"),
        element("span", "Doubt, of 100: ", *heat, class_="legend", title="The chance that a sentence should not be taken at its word"),
        element("button", "Heat off ", element("kbd", "h"), type="button", data_heat=True, aria_pressed="false"),
        class_="steps",
    )  # fmt: skip


def _blocks(text: _Text) -> Iterator[Markup]:
    source = text.known.source
    layers = list(_layers(text))
    bounds = [_bounds(text.lines, line) for line in range(1, len(text.lines) + 1)]
    blocks = list(_parted(bounds))
    by_line: dict[int, list[Asked]] = {}
    for asked in text.asked:
        if asked.finding.scope != "document":
            by_line.setdefault(int(asked.place[1:].partition(":")[0]), []).append(asked)
    long = len(source) > _MOST_CHARACTERS
    wanted = _near(blocks, by_line) if long else set(range(len(blocks)))
    shown = [line for at, block in enumerate(blocks) if at in wanted for line in block]
    drawn = dict(zip(shown, draw(source, [bounds[line - 1] for line in shown], layers), strict=True))
    left_out: list[int] = []
    for at, block in enumerate(blocks):
        if at not in wanted:
            left_out += [block[0], block[-1]]
            continue
        if left_out:
            yield _gap(left_out)
            left_out = []
        notes = [asked for line in block for asked in by_line.get(line, ())]
        yield _block(block, drawn, notes, text)
    if left_out:
        yield _gap(left_out)


def _gap(lines: Sequence[int]) -> Markup:
    return element(
        "p", f"Lines {lines[0]:,} to {lines[-1]:,} have no questions and are left out.", class_="gap"
    )


def _near(blocks: Sequence[range], by_line: dict[int, list[Asked]]) -> set[int]:
    found = {at for at, block in enumerate(blocks) if any(line in by_line for line in block)}
    return found | {at - 1 for at in found} | {at + 1 for at in found}


def _layers(text: _Text) -> Iterator[Layer]:
    for start, end, score in text.known.scores:
        if hot := degree(score):
            yield Layer(start, end, f"h{hot}")
    inside = text.places.inside(text.known.page)
    for number, place, finding in text.asked:
        start, end = finding.span
        if finding.scope in _INSIDE:
            yield Layer(start, end, finding.severity, number, inside + place)
        elif finding.scope != "document":
            yield Layer(start, start, finding.severity, number, inside + place)
        for evidence in finding.evidence:
            yield Layer(*evidence.span, "seen")


def _parted(bounds: Sequence[tuple[int, int]]) -> Iterator[range]:
    """Yield the lines of each block: up to and with the empty lines after it."""
    first, blank = 1, False
    for line, (start, end) in enumerate(bounds, 1):
        empty = start == end
        if line > first and ((blank and not empty) or line - first >= _MOST_LINES):
            yield range(first, line)
            first = line
        blank = empty
    count = len(bounds) - (blank and len(bounds) > 1)  # what follows the last line end is no line
    if first <= count:
        yield range(first, count + 1)


def _bounds(index: LineIndex, line: int) -> tuple[int, int]:
    return index.offset(line, 1), index.offset(line, _FAR)


def _block(block: range, drawn: dict[int, Markup], asked: Sequence[Asked], text: _Text) -> Markup:
    inside = text.places.inside(text.known.page)
    name = text.places.text(text.known.page, "")
    begun = f"{name}:" if text.places.whole else "#"
    lines = [
        filled(_ROW if drawn[line] else _EMPTY_ROW, inside, line, begun, line, line, drawn[line])
        for line in block
    ]
    notes = [_note(one, text) for one in asked]
    beside = [one.finding for one in asked if one.finding.scope not in _INSIDE]
    kind = "block" + " beside" * bool(beside) + " front" * (block[0] <= text.front)
    margin = element("div", *notes, class_="margin") if notes else NOTHING
    return element("div", element("div", *lines, class_="src"), margin, class_=kind)


def _note(asked: Asked, text: _Text, *, alone: bool = False) -> Markup:
    f = asked.finding
    facts = [("why", f.message)] if f.question and f.message != f.question else []
    if f.looked_for:
        facts.append(("looked for", f.looked_for))
    facts += [("seen", judged(e)) for e in f.evidence]
    if f.looked_for and not f.evidence:
        facts.append(("seen", "none of it nearby"))
    parts: list[str] = [part for label, said in facts for part in (element("dt", label), element("dd", said))]
    for related in f.related:
        line = text.lines.position(related.span.start).line
        place = f"L{line}"
        here = text.places.text(text.known.page, place) if text.places.whole else f"#{place}"
        parts += [element("dt", "see also"), element("dd", leading(here, f"line {line}"), f" {related.note}")]
    place = text.places.text(text.known.page, asked.place) if text.places.whole else f"#{asked.place}"
    number = element("span", str(asked.number), class_="num")
    question = escaped(f.question or f.message)
    inside = text.places.inside(text.known.page)
    return element(
        "div",
        element("h3", number if alone else leading(place, number, aria_label=f"Question {asked.number}: to its words"), " ", question),
        element(
            "details",
            element("summary", f"{f.severity} · {f.rule.partition('/')[2]}"),
            element("dl", *parts) if parts else NOTHING,
            element("p", leading(text.places.rule(f.rule), "About this rule"), f" · confidence {f.confidence:.2f}", class_="aside"),
        ),
        class_=f"note {f.severity}", data_q=asked.number, tabindex=-1, id=inside + asked.place if alone else None,
    )  # fmt: skip
