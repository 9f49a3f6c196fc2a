"""Lines of AsciiDoc that begin with a sign, or with the name of a macro: what they may be."""

from __future__ import annotations

from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import Bibliography, Span
from lint.model.typed import TYPE_CHECKING
from lint.read.adoc_attributes import PLAIN, Attributes, simple
from lint.read.adoc_blocks import read_delimited
from lint.read.adoc_lines import ATTRIBUTES, BREAK, CONDITION, MACRO, TERM, shown_part

if TYPE_CHECKING:
    from lint.read.asciidoc import Reading

_TITLE = pattern(r"(={1,6}|#{1,6})[ \t]+([^\s][^\n]*?)(?:[ \t]+\1)?[ \t]*(?=\n|\Z)")
_CAPTION = pattern(r"\.\.?[^ \t.\n][^\n]*")
_ENTRY = pattern(r":(!?\w[^:\n]{0,100}):(?:[ \t]+([^\n]*))?(?=\n|\Z)")
_COMMENT = pattern(r"//(?!/)[^\n]*")
_CONTINUED = pattern(r"\+[ \t]*(?=\n|\Z)")
_ADMONITION = pattern(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?=[^\s])")
_QUOTED = pattern(r">(?:[ ]|(?=\n|\Z))[^\n]*(?:\n[^\s][^\n]*)*")
_QUOTE_LINE = pattern(r"(?:^|\n)(?:> ?)?([^\n]*)")
_AUTHORS = pattern(
    r"[^\W\d][\w.'’-]*(?: +[^\W\d][\w.'’-]*){0,3}(?: +<[^>\n]+>)?(?:; *[^\W\d][^\n;<>]{1,60}(?: <[^>\n]+>)?){0,20}[ \t]*(?=\n|\Z)"
    r"|[^\n]{1,80}<[^>\n\s]+@[^>\n\s]+>[ \t]*(?=\n|\Z)|\{[\w-]+\}[^\n]*"
)
_REVISION = pattern(r"[^\n]*[\d{$][^\n]*")


def _heading(self: Reading, start: int, limit: int) -> int:
    found = _TITLE.match(self.scan, start, limit)
    if not found or (self.lists and not self.blank and not self.attached):
        return -1
    self.lists.clear()
    self.attached = False
    first = len(found[1]) == 1 and not self.blocks and not self.depth
    self.heading(found.start(2), found.end(2), len(found[1]))
    return read_header(self, found.end(), limit) if first else found.end()


def read_header(self: Reading, pos: int, limit: int) -> int:
    """Leave out the lines below the title of a document: who wrote it, its revision, its attributes."""
    scan = self.scan
    lines = 0
    while pos + 1 < limit:
        end = _hidden(self, pos + 1, limit)
        if end < 0 and lines < 2:
            found = (_REVISION if lines else _AUTHORS).match(scan, pos + 1, limit)
            lines += 1
            end = found.end() if found else -1
        if end < 0:
            break
        pos = end
    return pos


def _hidden(self: Reading, start: int, limit: int) -> int:
    """Take a line of the header that is no text: an attribute, a comment, a condition; -1 if it is none."""
    if self.scan[start] == ":":
        end = _entry(self, start, limit)
        return end if end >= 0 else self.scan.find("\n", start, limit)
    if self.scan[start] == "/":
        return _comment(self, start, limit)
    found = CONDITION.match(self.scan, start, limit) or MACRO.match(self.scan, start, limit)
    return found.end() if found else -1


def _entry(self: Reading, start: int, limit: int) -> int:
    """Take the definition of an attribute."""
    found = _ENTRY.match(self.scan, start, limit)
    if not found:
        return -1
    scan, end = self.scan, found.end()
    value = found[2] or ""
    while scan.endswith(" \\", start, end) or scan.endswith(" +", start, end):
        after = scan.find("\n", end + 1, limit)
        value = "{"  # over several lines: not known
        if end + 1 >= limit:
            break
        end = after if after >= 0 else limit
    name = found[1].strip("!").lower()
    if name == "bibtex-file" and (path := value.strip()) and "{" not in path:
        self.bibliographies.append(Bibliography(path, Span(*found.span(2))))
    if name == "compat-mode":
        self.inline.compat = found[1][0] != "!"
    if "://" in value or value.startswith("link:"):
        self.inline.addresses[name] = value
    names = self.inline.names
    known = simple(value) if found[1][0] != "!" and found[1][-1] != "!" else None
    names[name] = known if names.get(name, known) == known else None
    return end


def _comment(self: Reading, start: int, limit: int) -> int:
    found = _COMMENT.match(self.scan, start, limit)
    if not found:
        return -1
    self.comment(start, found.end(), found[0][2:])
    if self.blank and not self.attached and not self.greedy:
        self.lists.clear()
    return found.end()


def _attributes(self: Reading, start: int, limit: int) -> int:
    found = ATTRIBUTES.match(self.scan, start, limit)
    if not found:
        return -1
    if self.blank and not self.attached:
        self.lists.clear()
    if self.style is PLAIN:
        self.style = Attributes()
    scan, style = self.scan, self.style
    style.read(scan, start + 1, start + len(found[0].rstrip()) - 1)
    if style.style in ("quote", "verse") and (credit := style.credit()):
        was, self.quoted = self.quoted, True
        self.put(*credit, self.kind, self.level)
        self.quoted = was
    return found.end()


def _caption(self: Reading, start: int, limit: int) -> int:
    found = _CAPTION.match(self.scan, start, limit)
    if not found or (self.lists and not self.blank and not self.attached):
        return -1
    if not self.attached:
        self.lists.clear()
    self.put(start + 1, found.end(), "cell", 0)
    return found.end()


def _break(self: Reading, start: int, limit: int) -> int:
    found = BREAK.match(self.scan, start, limit)
    if not found:
        return -1
    self.leave_lists()
    self.style, self.attached = PLAIN, False
    return found.end()


def _continued(self: Reading, start: int, limit: int) -> int:
    found = _CONTINUED.match(self.scan, start, limit)
    if not found:
        return -1
    if self.blank and self.lists and not self.attached:  # it goes on with the list around
        del self.lists[1:]
    self.attached = bool(self.lists)
    self.greedy = False
    return found.end()


def _quoted(self: Reading, start: int, limit: int) -> int:
    """Take a quotation as Markdown writes it."""
    found = _QUOTED.match(self.scan, start, limit)
    if not found:
        return -1
    self.leave_lists()
    self.style, self.attached, self.greedy = PLAIN, False, False
    was, self.quoted = self.quoted, True
    first, last = -1, start
    for line in _QUOTE_LINE.finditer(self.scan, start, found.end()):
        text = line[1].strip()
        if first >= 0 and (not text or text.startswith("-- ")):
            self.put(first, last)
            first = -1
        if text:
            if first < 0:
                first = line.start(1) + (3 if text.startswith("-- ") else 0)
            else:
                self.inline.hide(line.start() + 1, line.start(1))
            last = line.end()
        if line.end() >= found.end():
            break
    if first >= 0:
        self.put(first, last)
    self.quoted = was
    return found.end()


def _credited(self: Reading, start: int, limit: int) -> int:
    """Take a paragraph in quotation marks, with who said it below."""
    if self.style.style:
        return -1
    stop = self.scan.find("\n\n", start, limit)
    line = self.scan.find("\n-- ", start, stop if stop >= 0 else limit)
    if line < start + 2 or self.scan[line - 1] != '"':
        return -1
    self.leave_lists()
    end = self.scan.find("\n", line + 1, limit)
    end = end if end >= 0 else limit
    was, self.quoted = self.quoted, True
    self.put(start + 1, line - 1)
    self.put(line + 4, end)
    self.quoted, self.attached, self.greedy = was, False, False
    return end


def read_letters(self: Reading, start: int, line: int, limit: int, whole: bool) -> int:
    """Take a line that begins with a letter or any sign: a label, a macro, a term; -1 if it is text.

    ``whole`` is true where it begins at the first column.
    """
    scan = self.scan
    if whole and scan[start] in "NTIWC" and (label := _ADMONITION.match(scan, start, limit)):
        return self.paragraph(label.end(), limit)
    at = scan.find("::", start, line)
    if at >= 0 and whole:
        if found := CONDITION.match(scan, start, limit):
            if shown := shown_part(scan, start, found.end()):
                self.put(*shown)
            return found.end()
        if found := MACRO.match(scan, start, limit):
            self.leave_lists()
            self.style, self.attached, self.greedy = PLAIN, False, False
            return found.end()
    if (at >= 0 or scan.find(";;", start, line) >= 0) and self.style.style in _OF_TEXT:
        mark = TERM.search(scan, start + 1, line)
        if mark:
            return self.term(start, mark.start(), mark.end(), limit)
    return -1


_OF_TEXT = frozenset(("", "horizontal", "qanda", "glossary", "normal", "vertical", "unordered", "ordered"))

ReadLine = Callable[["Reading", int, int], int]
"""``read(reading, start, limit)``: where the line's block ends, or -1 if it is none of its kind."""

SIGNS: dict[str, tuple[ReadLine, ...]] = {
    **dict.fromkeys("=", (read_delimited, _heading)),
    "#": (_heading,),
    **dict.fromkeys("-*_", (read_delimited, _break)),
    **dict.fromkeys("'<", (_break,)),
    **dict.fromkeys("|,!`", (read_delimited,)),
    ":": (read_delimited, _entry),
    ".": (read_delimited, _caption),
    "+": (read_delimited, _continued),
    "/": (read_delimited, _comment),
    "[": (_attributes,),
    ">": (_quoted,),
    '"': (_credited,),
}
