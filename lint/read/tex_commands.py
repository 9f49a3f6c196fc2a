r"""What the commands of LaTeX do to the prose view: a function a kind, and the table of all that are known."""

from __future__ import annotations

from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import GLUE, Mark, Span, Spelled
from lint.model.typed import Any
from lint.read import tex_evidence as evidence
from lint.read import tex_words as words
from lint.read.tex_environments import begin, end
from lint.read.tex_groups import opening, option, past_group, past_groups, past_options
from lint.read.tex_language import past_foreign
from lint.read.tex_signs import LETTERS, SIGNS, SPACES
from lint.read.tex_view import GROUP, Frame, State, TexView

_VERB = pattern(r"\*?[ \t]*([^A-Za-z\s*{])[^\r\n]*?\1")
_ARGUMENT = pattern(r"\{([^{}]*)\}")
_IF = pattern(r"\\(?:(if[A-Za-z@]*)|(fi|else)(?![A-Za-z@])|[\s\S])|%[^\r\n]*")
_SPACE = pattern(r"[ \t]*(?:(?:\r\n|\n|\r)[ \t]*(?![ \t\r\n]))?(?:\{\})?")


def take_argument(view: TexView, start: int, at: int, frame: Frame) -> int:
    """Go into the argument at ``at``, if there is one."""
    inner = opening(view.text, at)
    if inner < 0:
        return view.fill(start, at)
    view.stack.append(frame if frame.act == "group" else frame._replace(inner=inner))
    return view.fill(start, inner)


def _glue(view: TexView, _: str, start: int, past: int, __: int) -> int:
    return view.fill(start, past)


def _sign(view: TexView, _: str, start: int, past: int, seen: str) -> int:
    if view.text.startswith("{}", past):
        past += 2
    return view.spell(start, past, seen)


def _words(view: TexView, _: str, start: int, past: int, seen: str) -> int:
    """Take a command that stands for words: these, if they are no longer than it is, else a gap."""
    if view.text.startswith("{}", past):
        past += 2
    return view.spell(start, past, seen) if len(seen) <= past - start else view.hole(start, past)


def _letter(view: TexView, name: str, start: int, past: int, seen: str) -> int:
    after = _SPACE.match(view.text, past)
    return view.spell(start, after.end() if after and name.isalpha() else past, seen)


def _space(view: TexView, name: str, start: int, past: int, _: int) -> int:
    text = view.text
    if name == "\\":
        past = past_options(text, past)
        if view.state.kind == "cell":
            view.flush(start)
            return view.fill(start, past)
    elif name == "hspace":
        past = past_groups(text, past_options(text, past), 1)
    return view.spell(start, past, " ")


def _unseen(view: TexView, _: str, start: int, past: int, count: int) -> int:
    return view.fill(start, past_groups(view.text, past_options(view.text, past), count, long=True))


def _shown_hole(view: TexView, name: str, start: int, past: int, count: int) -> int:
    end = past_groups(view.text, past_options(view.text, past), count) if count else past
    if name == "includegraphics":
        view.marks.append(Mark("image", Span(start, end)))
    return view.hole(start, end)


_FILE = pattern(r"[ \t]+[^\s{}\\%]+")
_CHAR = r"(?:`\\?[^\s]|\"[0-9A-Fa-f]+|'[0-7]+|\d+|\\[A-Za-z@]+)"
_CODE_OF = pattern(rf"[ ]?{_CHAR}(?:[ ]?=?[ ]?{_CHAR})?")


def _code_of(view: TexView, _: str, start: int, past: int, __: int) -> int:
    """Take what TeX is told of a sign by its number."""
    found = _CODE_OF.match(view.text, past)
    return view.fill(start, found.end() if found else past)


def _breaks(view: TexView, name: str, start: int, past: int, count: int) -> int:
    view.flush(start)
    if name == "input" and (file := _FILE.match(view.text, past)):
        return view.fill(start, file.end())
    return _unseen(view, "", start, past, count) if count else view.fill(start, past)


def _code(view: TexView, name: str, start: int, past: int, _: int) -> int:
    text = view.text
    end = past
    if name[:4].lower() == "verb" or name in ("lstinline", "mintinline", "spverb"):
        at = past_options(text, past) if name != "verb" else past
        if name == "mintinline":
            at = past_group(text, at) if text[at : at + 1] == "{" else at
        found = _VERB.match(text, at)
        end = found.end() if found else at
    if end in (past, past_options(text, past)):
        end = past_groups(text, past_options(text, past), 1)
    view.marks.append(Mark("code", Span(start, end)))
    return view.hole(start, end)


_LENGTH = pattern(
    r"[ ]?=?[ ]?[-+]?(?:\d[\d.]*|\.\d+)?[ ]?(?:\\[A-Za-z@]+|[a-z]{2,5}\b)(?:[ ](?:plus|minus)[ ]?[\d.]+[ ]?[a-z]{2,5})*"
)


def _skip(view: TexView, name: str, start: int, past: int, _: int) -> int:
    """Take a length of TeX's own, as it stands behind a skip or a kern; a vertical one ends the paragraph."""
    found = _LENGTH.match(view.text, past)
    if name == "vskip":
        view.flush(start)
    end = found.end() if found else past
    return view.fill(start, end) if name in ("vskip", "kern", "mkern") else view.spell(start, end, " ")


def _typewriter(view: TexView, _: str, start: int, past: int, __: int) -> int:
    """Take what a group shows in the type of programs, if it is all of the group."""
    text = view.text
    if text[start - 1 : start] != "{":
        return view.fill(start, past)
    end = past_group(text, start - 1)
    end -= text[end - 1] == "}"
    view.marks.append(Mark("code", Span(past, end)))
    return view.hole(view.fill(start, past), end)


def _shown(view: TexView, name: str, start: int, past: int, count: int) -> int:
    text = view.text
    at = past
    if text[at : at + 1] != "{":
        at = past_options(text, at)
    if count:
        at = past_options(text, past_groups(text, at, count))
    return take_argument(view, start, at, Frame("emphasis") if name in words.EMPHASIS else GROUP)


def _then(view: TexView, _: str, start: int, past: int, count: int) -> int:
    return take_argument(view, start, past_options(view.text, past), Frame("then", 0, str(count)))


def _quotation(view: TexView, name: str, start: int, past: int, marks: str) -> int:
    text = view.text
    at = past_options(text, past)
    if name in words.KEYED:
        found = _ARGUMENT.match(text, at)
        if found:
            view.marks.append(Mark("citation", Span(at, found.end()), found[1]))
            at = past_options(text, found.end())
    inner = opening(text, at)
    if inner < 0:
        return view.hole(start, at)
    view.stack.append(Frame("quote", inner, marks[1]))
    if view.first < 0:
        view.first = start
    view.spelled.append(Spelled(start, inner, marks[0]))
    view.pieces.append("\\" + GLUE * (inner - start - 1))  # a block may begin with it
    return inner


def _heading(view: TexView, _: str, start: int, past: int, level: int) -> int:
    inner = opening(view.text, past_options(view.text, past))
    if inner < 0:
        return view.fill(start, past)
    view.enter(start, Frame("heading", inner), State("heading", level, view.state.quoted))
    return view.fill(start, inner)


def _block(view: TexView, _: str, start: int, past: int, count: int) -> int:
    text = view.text
    inner = opening(text, past_options(text, past_groups(text, past_options(text, past), count)))
    if inner < 0:
        return view.fill(start, past)
    view.enter(start, Frame("block", inner), State("paragraph", 0, view.state.quoted))
    return view.fill(start, inner)


def _item(view: TexView, _: str, start: int, past: int, __: int) -> int:
    view.flush(start)
    first, last = option(view.text, past)
    if first >= 0 and view.text[first:last].strip():
        view.bracket = last
        return view.fill(start, first)
    return view.fill(start, past_options(view.text, past))


def _if_false(view: TexView, _: str, start: int, past: int, __: int) -> int:
    depth = 1
    for found in _IF.finditer(view.text, past):
        if found[1]:
            depth += 1
        elif found[2] and (found[2] == "fi" or depth == 1):
            depth -= 1
            if not depth:
                return view.fill(start, found.end())
    return view.fill(start, len(view.text))


def _display(view: TexView, _: str, start: int, past: int, closing: str) -> int:
    end = -1 if closing in view.missing else view.text.find(closing, past)
    if end < 0:
        view.missing.add(closing)
        return view.hole(start, past)
    return view.hole(start, end + len(closing))


def _define(view: TexView, name: str, start: int, past: int, _: int) -> int:
    return view.fill(start, view.define(view.text, name, past, COMMANDS, DERIVED))


def _language(view: TexView, _: str, start: int, past: int, __: int) -> int:
    found = _ARGUMENT.match(view.text, past)
    end = found.end() if found else past
    if not found or found[1].strip().lower() in words.ENGLISH:
        return view.fill(start, end)
    view.flush(start)
    return view.hole(start, past_foreign(view.text, end))


def _foreign(view: TexView, name: str, start: int, past: int, _: int) -> int:
    text = view.text
    at = past_options(text, past)
    if name.startswith("text"):
        return view.hole(start, past_groups(text, at, 1))
    found = _ARGUMENT.match(text, at)
    if found and found[1].strip().lower() in words.ENGLISH:
        return take_argument(view, start, found.end(), GROUP)
    return view.hole(start, past_groups(text, at, 2))


def _begin(view: TexView, _: str, start: int, past: int, __: int) -> int:
    return begin(view, start, past)


def _end(view: TexView, _: str, start: int, past: int, __: int) -> int:
    return end(view, start, past)


Handler = Callable[[TexView, str, int, int, Any], int]
DERIVED: dict[str, tuple[Handler, Any]] = {
    "nothing": (_unseen, 0),
    "code": (_code, 0),
    "formula": (_shown_hole, 9),
    "words": (_words, ""),
}


def _table() -> dict[str, tuple[Handler, Any]]:
    """Return the commands by name; of a name in two tables the later holds."""
    known: dict[str, tuple[Handler, Any]] = {}
    for handler, names in _KINDS:
        counts = names if isinstance(names, dict) else dict.fromkeys(names, 0)
        known.update({name: (handler, data) for name, data in counts.items()})
    return known


_KINDS: tuple[tuple[Handler, Any], ...] = (
    (_glue, words.GLUED),
    (_unseen, words.UNSEEN),
    (_shown_hole, words.HOLES),
    (_shown, {**words.SHOWN, **dict.fromkeys(words.EMPHASIS, 0)}),
    (_code, words.CODE),
    (_then, words.THEN),
    (_breaks, words.BREAKS),
    (_heading, words.HEADINGS),
    (_block, words.BLOCKS),
    (_quotation, words.QUOTES),
    (_sign, SIGNS),
    (_letter, LETTERS),
    (_space, (*SPACES, "\\")),
    (_define, words.DEFINING),
    (_display, {"(": "\\)", "[": "\\]"}),
    (_if_false, ("iffalse",)),
    (_language, ("selectlanguage",)),
    (_foreign, ("foreignlanguage", *(f"text{name}" for name in words.LANGUAGES))),
    (_item, ("item", "task")),
    (_skip, ("vskip", "hskip", "kern", "mkern", "mskip")),
    (_typewriter, ("tt", "ttfamily")),
    (_code_of, ("catcode", "lccode", "uccode", "sfcode", "mathcode", "delcode", "char", "mathchardef")),
    (_begin, ("begin",)),
    (_end, ("end",)),
    (evidence.take_note, words.NOTES),
    (evidence.take_note_mark, ("footnotemark", "endnotemark", "sidenotemark")),
    (evidence.take_todo, ("todo", "TODO", "fixme", "todoin", "inlinetodo", "tocite")),
    (evidence.take_url, ("url", "nolinkurl", "path", "doi")),
    (evidence.take_link, ("href",)),
    (evidence.take_bibitem, ("bibitem",)),
)
COMMANDS = _table()
