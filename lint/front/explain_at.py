"""``whosays explain --at FILE:LINE``: the whole reckoning of what was matched at one place."""

from __future__ import annotations

import os
import sys
import textwrap
from argparse import Namespace
from collections.abc import Iterator, Sequence

from lint import api
from lint.front.choices import Choices, UsageError
from lint.front.measures import in_words
from lint.front.streams import columns, complain, say, wants_color
from lint.load.files import load_text
from lint.model.finding import Problem
from lint.model.lines import LineIndex
from lint.model.names import matching
from lint.model.settings import Settings
from lint.model.text import ReadError
from lint.model.typed import NamedTuple
from lint.report.paint import Paint
from lint.report.visible import ELLIPSIS, excerpt, visible
from lint.run.reckoning import Reckoning, Seen

_NOT_CHECKED = 3
_LABEL = 12
_LONGEST = 60
_FORM = "say FILE:LINE or FILE:LINE:COLUMN, such as article.md:12"


class Place(NamedTuple):
    """A file, a line and perhaps a column (0: the whole line), from 1 as people count."""

    path: str
    line: int
    column: int = 0


def read_place(told: str) -> Place:
    """Read ``FILE:LINE`` or ``FILE:LINE:COLUMN``. Raises UsageError."""
    path, _, last = told.rpartition(":")
    earlier, _, middle = path.rpartition(":")
    if earlier and middle.isdecimal() and last.isdecimal():
        path, line, column = earlier, middle, last
        if not int(column):
            raise UsageError("--at: columns are counted from 1")
    else:
        line, column = last, "0"
    if not path or not line.isdecimal():
        raise UsageError(f"--at: no line in {told!r}; {_FORM}")
    if not int(line):
        raise UsageError("--at: lines are counted from 1")
    return Place(path, int(line), int(column))


def explain_at(args: Namespace) -> int:
    """Run the command. Raises UsageError and SettingsError; a file that cannot be read is a problem."""
    place = read_place(args.at)
    args.paths = [os.path.dirname(place.path) or "."]  # noqa: PTH120
    choices = Choices(args)
    settings = choices.settings_for(place.path)
    choices.raise_problems()
    text = load_text(place.path)
    if isinstance(text, Problem):
        complain((text,))
        return _NOT_CHECKED
    index = LineIndex(text)
    span = _span(place, index, text)
    wanted, off = _wanted(args.rule, settings)
    try:
        found = api.reckon(
            text, span, name=place.path, settings=settings._replace(extend_select=off), path=place.path
        )
    except ReadError as error:
        complain((Problem(place.path, str(error), error.line),))
        return _NOT_CHECKED
    if wanted:
        found = tuple(entry for entry in found if entry.rule.id in wanted)
    paint = Paint(wants_color(sys.stdout, refused=args.no_color))
    view = _View(place, text, index, settings.profile, paint, min(columns(sys.stdout), 110))
    say("".join(f"{line}\n" for line in render_place(view, found)))
    return 0


def _wanted(name: str, settings: Settings) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the rules that ``name`` stands for, and the rules to turn on so that they have a reckoning."""
    if not name:
        return frozenset(), settings.extend_select
    wanted = matching((name,), [rule.id for rule in api.rules(packs=settings.packs)])
    if not wanted:
        raise UsageError(f"no rule {name!r}; see `whosays rules`")
    on = {rule.id for rule in api.rules(settings)}
    off = [rule for rule in api.rules(packs=settings.packs) if rule.id in wanted - on]
    for rule in off:
        why = "in preview, and so off" if rule.in_preview(settings.profile) else "off under these settings"
        say(f"{rule.id} is {why}; this is what it would say.\n\n")
    return frozenset(wanted), (*settings.extend_select, *(rule.id for rule in off))


def _span(place: Place, index: LineIndex, text: str) -> tuple[int, int]:
    """Return the offsets of a place. Raises UsageError where the text has no such line or column."""
    lines = len(index) - text.endswith(("\n", "\r"))
    if place.line > lines:
        raise UsageError(f"--at: {place.path} has no line {place.line}; it has {lines}")
    start = index.offset(place.line, 1)
    length = len(index.line_text(place.line))
    if place.column > length:
        raise UsageError(
            f"--at: line {place.line} of {place.path} has no column {place.column}; it has {length}"
        )
    if place.column:
        return start + place.column - 1, start + place.column
    return start, start + max(length, 1)


class _View(NamedTuple):
    place: Place
    text: str
    places: LineIndex
    profile: str
    paint: Paint
    wide: int


def render_place(view: _View, found: Sequence[Reckoning]) -> Iterator[str]:
    """Yield the lines of the page: the place, then each reckoning, the surest first."""
    path, line, column = view.place
    where = f"{path}:{line}:{column}" if column else f"{path}:{line}"
    yield f"{view.paint('heading', visible(where))}  profile {view.profile}"
    shown = excerpt(view.places.line_text(line), max(column - 1, 0), max(column, 1), view.wide - 4)
    yield view.paint("dim", "  │ ") + shown.text
    yield ""
    for entry in found:
        yield from _entry(entry, view)
        yield ""
    asked = sum(entry.verdict == "asked" for entry in found)
    if not found:
        yield "Nothing that a rule of this profile looks for stands here."
    else:
        yield f"{len(found)} match{'es' * (len(found) != 1)} here, {asked} asked."


def _entry(entry: Reckoning, view: _View) -> Iterator[str]:
    paint, rule, finding = view.paint, entry.rule, entry.finding
    line, column = view.places.position(entry.span.start)
    said = _cut(view.text[entry.span.start : entry.span.end])
    severity = finding.severity if finding else rule.severity
    yield f"{paint('rule', rule.id)}  {line}:{column}  “{said}”"
    yield from _labelled("seen as", f"{entry.message} ({severity})", view)
    if finding and finding.question:
        yield from _labelled("question", finding.question, view)
    measured = next(in_words(rule), "")
    apart = abs(entry.prior - rule.precision(view.profile)) > 0.005
    own = f"; {entry.prior:.2f} for these words" if apart else ""
    yield from _number("prior", f"{entry.prior:.2f}", measured + own, view)
    if entry.parse != 1.0:
        yield from _number("frame", f"× {entry.parse:.2f}", "so much of it was there", view)
    for e in entry.exempted:
        yield from _number("exempt", f"× {e.factor:.2f}", f"{e.name}: {e.meaning}", view)
    yield from _evidence(entry, view)
    yield from _outcome(entry, view)


def _evidence(entry: Reckoning, view: _View) -> Iterator[str]:
    """Yield the evidence seen, the strongest first, and what it leaves open."""
    if not entry.rule.looked_for:
        return
    owed = ", ".join(o.replace("_", " ") for o in entry.rule.obligation)
    yield from _labelled("owes", f"{owed}: looked for {entry.rule.looked_for}", view)
    if not entry.seen:
        yield from _number("evidence", "× 1.00", "none of it nearby", view)
        return
    told = f"{1 - entry.left_open:.0%} answered, {entry.left_open:.0%} left open"
    yield from _number("evidence", f"× {entry.left_open:.2f}", told, view)
    for seen in sorted(entry.seen, key=lambda s: -s.strength * s.nearness):
        text = _cut(view.text[seen.span.start : seen.span.end])
        worth = f"{seen.strength:.2f} × {seen.nearness:.2f} = {seen.strength * seen.nearness:.2f}"
        why = f"“{text}” ({seen.kind}, {seen.where}){_why_not(seen)}"
        yield from _hung(f"  {'':{_LABEL}}  {worth}  ", _LABEL + 4 + len(worth) + 2, why, view)


def _why_not(seen: Seen) -> str:
    """Return why a piece of evidence answers nothing or too little."""
    if seen.strength <= 0:
        return ": its kind does not speak for what is owed"
    if seen.nearness <= 0:
        return ": it is what the claim is about, not who makes it"
    if seen.nearness < 0.5:
        return ": too far away"
    return "" if seen.strength * seen.nearness >= 0.5 else ": its kind answers only part of it"


def _outcome(entry: Reckoning, view: _View) -> Iterator[str]:
    finding = entry.finding
    confidence = finding.confidence if finding else entry.reckoned
    raised = round(confidence - min(entry.reckoned, 0.99), 2) if finding else 0.0
    if abs(raised) >= 0.02:
        why = "for what stands beside it: a gap for a source, a second evasion"
        yield from _number("nearby", f"{raised:+.2f}", why, view)
    role = "question" if entry.verdict == "asked" else "dim"
    head = view.paint("dim", f"{'confidence:':{_LABEL}}")
    yield f"  {head}{f'= {confidence:.2f}':>7}  {view.paint(role, entry.verdict)}"


def _number(label: str, number: str, why: str, view: _View) -> Iterator[str]:
    head = view.paint("dim", f"{label + ':' if label else '':{_LABEL}}")
    yield from _hung(f"  {head}{number:>7}  ", _LABEL + 11, why, view)


def _labelled(label: str, text: str, view: _View) -> Iterator[str]:
    head = view.paint("dim", f"{label + ':':{_LABEL}}")
    yield from _hung(f"  {head} ", _LABEL + 3, text, view)


def _hung(head: str, indent: int, text: str, view: _View) -> Iterator[str]:
    """Yield a text behind its head, wrapped so that its further lines hang below the first."""
    lines = textwrap.wrap(
        visible(" ".join(text.split())), max(view.wide - indent, 20), break_on_hyphens=False
    )
    yield (head + "".join(lines[:1])).rstrip()
    yield from (" " * indent + line for line in lines[1:])


def _cut(text: str) -> str:
    text = visible(" ".join(text.split()))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}{ELLIPSIS}"
