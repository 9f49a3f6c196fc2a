"""What begins with two dots in reStructuredText: notes, targets, substitutions, directives, comments."""

from __future__ import annotations

from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import Bibliography, Comment, Span
from lint.model.typed import TYPE_CHECKING
from lint.read.rest_directives import CODE, CODE_NAME, KIND
from lint.read.rest_inline import normal
from lint.read.rest_lines import column, outdented
from lint.read.rest_tables import read_values

if TYPE_CHECKING:
    from lint.read.rest import Reading

_GAP = r"(?:[ \t]+|(?=\n|\Z))"
_NAME = r"[^\W_]+(?:[-._+:]{1,2}[^\W_]+)*"
_EXPLICIT = pattern(
    rf"\.\.(?:[ \t]+|(?=\n|\Z))(?:\[(?P<note>[0-9]+|\#|\*|\#?{_NAME})\]{_GAP}"
    rf"|_(?![ \t\n]|\Z)(?P<target>`(?:[^`\\\n]|\\.){{1,300}}`|_|(?:[^:\\\n`]|\\.|:(?!\s|\Z)){{1,300}}):{_GAP}"
    rf"|(?:\|(?![ \t|])(?P<name>[^|\n]{{1,200}})(?<!\s)\|[ \t]+)?(?P<directive>{_NAME})[ ]?::{_GAP})?"
)
_ANONYMOUS = pattern(r"__(?:[ \t]+(.*)|[ \t]*)\Z")
_OPTION_HERE = pattern(r":(?![: `\n])[^:\n]{1,80}:(?:\s|\Z)")
_OPTION = pattern(r"\n[ \t]+(?=:(?![: `\n])[^:\n]{1,80}:(?:\s|\Z))")
_HEADER = pattern(r"\n[ \t]+:header:[ \t]+([^\n]+)")
_BLANK_LINE = pattern(r"\n[ \t]*(?=\n|\Z)")
_BELOW = pattern(r"\n([ \t]+)[^\s][^\n]*")
_WORD = pattern(r"\S+\s*")


class Directive:
    """Where the parts of a directive are.

    ``start`` to ``end`` is what stands behind its name and below it up to the options: the argument, or the
    first paragraph of the content. ``pos`` is the line end before the rest of the content; ``optional`` tells
    whether there are options.
    """

    __slots__ = ("at", "end", "optional", "pos", "start")

    def __init__(self, scan: str, start: int, line_end: int, at: int) -> None:
        """Find the parts of the directive at column ``at``, of which the text begins at ``start``."""
        self.at = at
        blank = _BLANK_LINE.search(scan, line_end)
        head = blank.start() if blank else len(scan)
        past = outdented(scan, line_end, at, head)
        head = past - 1 if past < head or scan[past - 1] == "\n" else head
        options = _OPTION.search(scan, line_end, head)
        self.optional = bool(options)
        self.pos = head
        if _OPTION_HERE.match(scan, start, line_end):
            self.optional = True
            self.start = self.end = line_end
        elif start >= line_end:
            self.start = self.end = line_end
            if not options or options.start() > line_end:
                self.pos = line_end  # what stands in the next line is content already
        else:
            self.start = start
            self.end = options.start() if options else head


def read_explicit(self: Reading, start: int, end: int, at: int) -> int:
    """Take a line that begins with two dots; -1 if that means nothing."""
    found = _EXPLICIT.match(self.scan, start)
    if not found:
        return -1
    pos = found.end()
    if found["note"]:
        self.push(-1, at, "note").label = found["note"]
        return self.behind_marker(pos, end, at)
    if found["target"]:
        return _target(self, found["target"], pos, end, at)
    name = found["directive"]
    if not name:
        return _comment(self, start, pos, end, at)
    name = name.lower()
    if found["name"]:
        return _substitution(self, name, pos, end, at)
    if name == "bibliography":
        span = Span(start, end)
        self.bibliographies += [Bibliography(path, span) for path in self.scan[pos:end].split()]
    if name in CODE or (name not in KIND and CODE_NAME.search(name)):
        return self.skip(outdented(self.scan, end, at))
    parts = Directive(self.scan, pos, end, at)
    if parts.start >= parts.end and not parts.optional and (":" in name or "version" in KIND.get(name, "")):
        below = _BELOW.match(self.scan, end)
        if below and column(below[1]) > at:  # the argument stands in the next line
            parts = Directive(self.scan, below.end(1), below.end(), at)
    return _READERS[KIND.get(name, "signature")](self, parts)


def read_anonymous(self: Reading, start: int, end: int, at: int) -> int:
    """Take the target of an anonymous reference (``__ https://…``)."""
    found = _ANONYMOUS.match(self.scan, start, end)
    if not found:
        return -1
    return _target(self, "_", end if found[1] is None else found.start(1), end, at)


def _target(self: Reading, name: str, pos: int, end: int, at: int) -> int:
    past = outdented(self.scan, end, at)
    blank = _BLANK_LINE.search(self.scan, end, past)
    past = blank.start() + 1 if blank else past
    address = "".join(self.scan[pos:past].split()).replace("\\", "")
    if name == "_":
        self.inline.anonymous.append(address)
    else:
        name = normal(name.strip("`"))
        self.inline.targets[name] = address or f"#{name}"
    return self.next_line(past - 1)


def _comment(self: Reading, start: int, pos: int, end: int, at: int) -> int:
    scan = self.scan
    if pos >= end and (_BLANK_LINE.match(scan, end) or end == len(scan)):
        return self.next_line(end)
    past = outdented(scan, end, at)
    body = scan[start:past].rstrip()
    self.comments.append(Comment(Span(start, start + len(body)), body[2:].strip()))
    return self.skip(past)


def _substitution(self: Reading, name: str, pos: int, end: int, at: int) -> int:
    """Take a definition of what ``|name|`` stands for; where it is text, that is read where it is defined."""
    parts = Directive(self.scan, pos, end, at)
    if name == "replace" and parts.start < parts.end:
        self.put(parts.start, parts.end, "cell")
    return self.skip(outdented(self.scan, end, at))


def _text(self: Reading, parts: Directive) -> int:
    """Go on in a content whose first paragraph may begin behind the name."""
    self.push(-1, parts.at, self.top.kind)
    return _content(self, parts)


def _content(self: Reading, parts: Directive) -> int:
    start, end = parts.start, parts.end
    if start >= end:
        return self.next_line(parts.pos)
    if not parts.optional:
        line = self.scan.find("\n", start)
        return self.behind_marker(start, line if line >= 0 else len(self.scan), parts.at)
    self.put(start, end, self.top.kind, self.top.depth)
    return self.next_line(parts.pos)


def _quotation(self: Reading, parts: Directive) -> int:
    self.push(-1, parts.at, self.top.kind, quoted=True)
    return _content(self, parts)


def _titled(self: Reading, parts: Directive) -> int:
    if parts.start < parts.end:
        self.put(parts.start, parts.end, "heading", 0)
    self.push(-1, parts.at, self.top.kind)
    return self.next_line(parts.pos)


def _table(self: Reading, parts: Directive) -> int:
    if parts.start < parts.end:
        self.put(parts.start, parts.end, "cell")
    self.push(-1, parts.at, "cell")
    return self.next_line(parts.pos)


def _values(self: Reading, parts: Directive) -> int:
    if parts.start < parts.end:
        self.put(parts.start, parts.end, "cell")
    header = _HEADER.search(self.scan, parts.end, parts.pos)
    if header:
        read_values(self, *header.span(1))
    past = outdented(self.scan, parts.pos, parts.at)
    read_values(self, parts.pos, past)
    return self.skip(past)


def _signature(self: Reading, parts: Directive) -> int:
    self.push(-1, parts.at, self.top.kind)
    return self.next_line(parts.pos)


def _version(self: Reading, parts: Directive) -> int:
    return _past_words(self, parts, 1)


def _versions(self: Reading, parts: Directive) -> int:
    return _past_words(self, parts, 2)


def _past_words(self: Reading, parts: Directive, count: int) -> int:
    """Go on behind the versions that a directive begins with."""
    for _ in range(count):
        word = _WORD.match(self.scan, parts.start, parts.end)
        parts.start = word.end() if word else parts.start
    return _text(self, parts)


_READERS: dict[str, Callable[[Reading, Directive], int]] = {
    "text": _text,
    "quotation": _quotation,
    "title": _titled,
    "table": _table,
    "values": _values,
    "signature": _signature,
    "version": _version,
    "versions": _versions,
}
