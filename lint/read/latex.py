r"""LaTeX → ``Document``: what is printed, without running TeX; packages and other files are not looked at."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.model.text import Comment, Document, Span
from lint.read.bibliographies import in_tex
from lint.read.notes import settled
from lint.read.tex_commands import COMMANDS, DERIVED
from lint.read.tex_groups import opening, past_group, past_options
from lint.read.tex_language import is_foreign, past_foreign
from lint.read.tex_reading import Reading
from lint.read.tex_view import State
from lint.read.view import standing, trimmed_marks

_BEGIN = "\\begin{document}"
_PREAMBLE = pattern(
    r"%[^\r\n]*|\\(?:(title|subtitle)(?![A-Za-z@])"
    r"|((?:re|provide)?newcommand|DeclareRobustCommand|def|let|(?:New|Renew|Provide|Declare)DocumentCommand)(?![A-Za-z@])"
    r"|begin\{(filecontents\*?|comment)\}|[\s\S])"
)


def read(text: str, name: str = "") -> Document:
    """Read LaTeX; any text gives a document."""
    reading = Reading(text)
    pos = 1 if text.startswith("\ufeff") else 0
    reading.hole(0, pos)
    body = _body(text)
    if body > pos:
        _read_preamble(reading, pos, body)
        pos = reading.fill(body, body + len(_BEGIN))
        if is_foreign(text[:body]):
            pos = reading.hole(pos, past_foreign(text, pos))
    reading.read(pos, len(text))
    reading.close_all()
    prose = "".join(reading.pieces)
    spelled = reading.spelled
    prose, blocks, marks = settled(text, prose, spelled, reading.ordered(), reading.notes)
    return Document(
        name,
        "latex",
        text,
        prose,
        blocks,
        trimmed_marks(prose, reading.marks + marks),
        tuple(sorted(reading.comments)),
        spelled=standing(prose, spelled),
        bibliographies=in_tex(text, reading.marks),
    )


def _body(text: str) -> int:
    """Return where the document begins; -1 where it does not."""
    at = text.find(_BEGIN)
    while at >= 0:
        line = text[max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 : at]
        if "%" not in line.replace("\\%", ""):
            return at
        at = text.find(_BEGIN, at + 1)
    return at


def _read_preamble(reading: Reading, pos: int, stop: int) -> None:
    """Read the title and the comments before the document, and what is defined there."""
    text = reading.text
    done = pos
    for found in _PREAMBLE.finditer(text, pos, stop):
        start, past = found.span()
        if start < done:
            continue
        if text[start] == "%":
            reading.comments.append(Comment(Span(start, past), found[0].strip("% \t")))
        elif found[1]:
            inner = opening(text, past_options(text, past))
            end = min(past_group(text, inner - 1), stop) if inner > 0 else 0
            if end > inner and end > past:
                reading.hole(done, inner)
                reading.state = State("heading", 1 if found[1] == "title" else 2, False)
                reading.read(inner, end - 1)
                while reading.stack:
                    reading.leave(end - 1, end - 1)
                reading.flush(end - 1)
                done = end - 1
        elif found[2]:
            end = min(reading.define(text, found[2], past, COMMANDS, DERIVED), stop)
            reading.hole(done, end)
            done = end
        elif found[3]:
            end = text.find(f"\\end{{{found[3]}}}", past, stop)
            end = end if end >= 0 else stop
            reading.hole(done, end)
            done = end
    reading.state = State("paragraph", 0, False)
    reading.hole(done, stop)
