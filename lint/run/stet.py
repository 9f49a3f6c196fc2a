"""``stet``, the proofreader's *let it stand*: which comments say it, of which rules, how far it reaches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import accumulate

from lint.model.names import did_you_mean, matching, nearest, nearest_rule
from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Comment, Document, Span
from lint.model.typed import NamedTuple

UNUSED = "suppression/unused-stet"
UNKNOWN = "suppression/unknown-rule"
UNCLOSED = "suppression/unclosed-stet"
MALFORMED = "suppression/malformed-stet"
SUPPRESSION_RULES = {
    UNUSED: "A stet comment that has nothing to let stand, though its rule was on.",
    UNKNOWN: "A stet comment that names a rule which does not exist.",
    UNCLOSED: "A stet-begin without its stet-end, which so reaches to the end of the file, or the reverse.",
    MALFORMED: "A comment that begins like stet but is none, so that it has no effect.",
}
"""The rules about ``stet`` comments themselves, with what each finds: the filters have them, no rule file."""

WORDS = ("stet", "stet-line", "stet-begin", "stet-end", "stet-file")
_EVERY = ("all", "*")
_STET = pattern(r"\s*(stet[\w-]*)\s*(?::(.*))?", re.IGNORECASE | re.DOTALL)
_UNSEEN = str.maketrans("", "", GLUE + HOLE)
_LINE_END = pattern(r"\r\n|\n|\r")


class Stet(NamedTuple):
    """One suppression: findings of ``rules`` that start in ``reach`` stand.

    ``names`` are the rules as written (none: every rule); ``rules`` the ids that they stand for. ``comment``
    is the span to point at. ``whole`` is true for a whole file, the only kind that holds for findings about
    the document. ``reason`` is what the writer gave as one.
    """

    comment: Span
    reach: Span
    names: tuple[str, ...]
    rules: frozenset[str]
    whole: bool = False
    reason: str = ""


class Fault(NamedTuple):
    """Something wrong with a ``stet`` comment."""

    rule: str
    span: Span
    message: str
    question: str


class Stets(NamedTuple):
    """All suppressions of a document, in order, and what is wrong with how they are written."""

    stets: tuple[Stet, ...]
    faults: tuple[Fault, ...]


class _Read(NamedTuple):
    word: str
    names: tuple[str, ...]
    span: Span
    reason: str


def find_stets(document: Document, known_rules: Collection[str]) -> Stets:
    """Return the suppressions that a document's comments hold."""
    faults: list[Fault] = []
    stets: list[Stet] = []
    begun: list[_Read] = []
    blank: dict[Span, bool] = {}
    for comment in document.comments:
        read = _read(comment)
        if read is None:
            continue
        if read.word not in WORDS:
            faults.append(_malformed(comment, read))
            continue
        faults += _unknown(read, known_rules)
        if read.word == "stet-begin":
            begun.append(read)
        elif read.word != "stet-end":
            stets.append(_stet(read, _reach(document, read, blank), known_rules))
        elif begun:
            opened = begun.pop()
            stets.append(_stet(opened, Span(opened.span.end, read.span.start), known_rules))
        else:
            question = "Where does it begin? Write stet-begin above, or delete this."
            faults.append(Fault(UNCLOSED, read.span, "stet-end closes no stet-begin", question))
    for opened in begun:
        stets.append(_stet(opened, Span(opened.span.end, len(document.text)), known_rules))
        question = "Where does it end? Write stet-end there, or stet-file for the whole file."
        message = "stet-begin is never closed: it reaches to the end of the file"
        faults.append(Fault(UNCLOSED, opened.span, message, question))
    return Stets(tuple(sorted(stets)), tuple(faults))


def _read(comment: Comment) -> _Read | None:
    """Return what a comment says if its first word is a kind of ``stet``."""
    found = _STET.match(comment.text)
    if not found:
        return None
    rest = comment.text[found.end() :].strip()
    word = found[1].lower()
    if rest:  # "stet this" forgets the colon: better said than silently of no effect
        word = f"{word} {rest}"
    names, _, reason = (found[2] or "").partition(":")
    written = tuple(name.strip() for name in names.split(",") if name.strip())
    return _Read(word, written, comment.span, " ".join(reason.split()))


def _malformed(comment: Comment, read: _Read) -> Fault:
    head = read.word.split()[0]
    if head in WORDS:
        message = f"{head!r} needs a colon before the names of rules, so this has no effect"
    else:
        message = f"no stet comment {head!r}{did_you_mean(nearest(head, WORDS))}"
    return Fault(MALFORMED, read.span, message, "Which rule stands? Write <!-- stet: rule: reason -->.")


def _unknown(read: _Read, known_rules: Collection[str]) -> Iterator[Fault]:
    known = (*known_rules, *SUPPRESSION_RULES)
    for name in read.names:
        if matching((name,), known):
            continue
        tail = did_you_mean(nearest_rule(name, known))
        if " " in name and not tail:
            tail = "; a reason comes after the rule (stet: rule: reason), or after all (stet: all: reason)"
        yield Fault(UNKNOWN, read.span, f"no rule {name!r}{tail}", "Which rule was meant?")


def _stet(read: _Read, reach: Span, known_rules: Collection[str]) -> Stet:
    rules = matching(read.names, known_rules) if read.names else frozenset(known_rules)
    # Rules about stet comments must be named: else every unused one would excuse itself.
    rules |= matching((name for name in read.names if name not in _EVERY), SUPPRESSION_RULES)
    return Stet(read.span, reach, read.names, rules, read.word == "stet-file", read.reason)


def _reach(document: Document, read: _Read, blank: dict[Span, bool]) -> Span:
    """Return how far a ``stet`` without an end of its own reaches; ``blank`` keeps which lines have no prose."""
    if read.word == "stet-file":
        return Span(0, len(document.text) + 1)
    line = start, end = _line(document.text, read.span)
    if line not in blank:
        blank[line] = _blank(document, start, end)
    if not blank[line]:  # it shares its line with prose: that line
        return Span(start, end)
    if read.word == "stet-line":
        following = _after_line_end(document.text, end)
        return Span(start, _line(document.text, Span(following, following)).end)
    return Span(start, _end_of_next_block(document, end))


def _line(text: str, span: Span) -> Span:
    """Return the line or lines that hold a span, without the last line end."""
    start = text.rfind("\n", 0, span.start) + 1
    start = max(text.rfind("\r", start, span.start) + 1, start)
    found = _LINE_END.search(text, span.end)
    return Span(start, found.start() if found else len(text))


def _after_line_end(text: str, offset: int) -> int:
    found = _LINE_END.match(text, offset)
    return found.end() if found else len(text)


def _blank(document: Document, start: int, end: int) -> bool:
    return not document.prose[start:end].translate(_UNSEEN).strip()


def _end_of_next_block(document: Document, offset: int) -> int:
    """Return where the first block that goes on after ``offset`` ends; for a table's row, its last cell."""
    # A block may hold another, which ends before it.
    ends = list(accumulate((block.span.end for block in document.blocks), max))
    number = bisect_right(ends, offset)
    if number == len(document.blocks):
        return len(document.text)
    end = document.blocks[number].span.end
    return _line(document.text, Span(end, end)).end
