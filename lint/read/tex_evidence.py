r"""LaTeX's citations, notes, references and addresses: what a sentence has for evidence."""

from __future__ import annotations

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Mark, Span, Spelled
from lint.read import tex_words as words
from lint.read.tex_groups import opening, past_group, past_groups, past_options
from lint.read.tex_view import GROUP, Frame, State, TexView

_ADDRESS = pattern(r"\s{0,9}\{((?>(?:[^{}\\]++|\\[\s\S]|\{[^{}]*\})*))\}")
_DELIMITED = pattern(r"\s{0,9}([^\sA-Za-z{])([^\r\n]*?)\1")
_ARGUMENT = pattern(r"\{([^{}]*)\}")
_KEYS = pattern(r"[^\s,{}]+(?:[ ]+[^\s,{}]+)*")
_COMMENT = pattern(r"(?<!\\)%[^\r\n]*")
_CITING = pattern(r"(?i)[^{}]{0,40}?\b(?:cit(?:e|ation)|sources?|reference)\b")
_TEXTUAL = pattern(
    r"[A-Za-z]*(?:[tT]extcite|[cC]itet|[cC]iteauthor|citeA|citeasnoun|citeN|[Cc]iteyear)[a-zA-Z]*"
)
_CASE = frozenset("in of by from see with and to than at on for via using like per or is are as".split())
"""Words after which a citation is a part of the sentence."""
_ENTRY_END = pattern(r"\\(?:bibitem|end\s*\{)")
_ESCAPED = pattern(r"\\([\W_])")


def take_todo(view: TexView, _: str, start: int, past: int, __: int) -> int:
    """Take what is still to be done: seen where it asks for a source, so that the gap is known."""
    text = view.text
    at = past_options(text, past)
    inner = opening(text, at)
    if inner >= 0 and _CITING.match(text, inner):
        view.spelled.append(Spelled(start, inner, "TODO "))
        view.pieces.append("\\" + GLUE * (inner - start - 1))
        if view.first < 0:
            view.first = start
        view.stack.append(GROUP)
        return inner
    return view.fill(start, past_groups(text, at, 1))


def take_cite(view: TexView, name: str, start: int, past: int, _: int) -> int:
    """Take a citation: a hole where it is a word of its sentence, else glue."""
    text = view.text
    at = past_options(text, past)
    if text[at : at + 1] != "{":
        return view.hole(start, past)
    end = past_group(text, at)
    keys = _keys(text, at + 1, end - 1)
    while name.endswith("s") and text[past_options(text, end) :][:1] == "{":
        at = past_options(text, end)
        end = past_group(text, at)
        keys += _keys(text, at + 1, end - 1)
    view.marks.append(Mark("citation", Span(start, end), "; ".join(keys)))
    return view.fill(
        start, end, HOLE if _needed(view, name, start, end, at > past or len(keys) > 1) else GLUE
    )


def _keys(text: str, start: int, end: int) -> list[str]:
    """Return the keys in an argument, in which a line may end in a comment."""
    inner = text[start:end]
    return _KEYS.findall(_COMMENT.sub("", inner) if "%" in inner else inner)


def _needed(view: TexView, name: str, start: int, end: int, aside: bool) -> bool:
    """Say whether the sentence would lack a word without a citation."""
    if name.startswith(("foot", "super", "Foot")):
        return False
    if _TEXTUAL.fullmatch(name):
        return True
    if aside or name not in ("cite", "citealp", "citealt", "shortcite", "onlinecite"):
        return False
    before = view.text[max(start - 14, 0) : start].rstrip("~ \t\r\n")
    if not before or before[-1] in ".!?}" or view.first < 0:
        return view.text[end : end + 2].strip(" ~").islower()
    return before.rpartition(" ")[2].rpartition("\n")[2].lower() in _CASE


def take_reference(view: TexView, name: str, start: int, past: int, _: int) -> int:
    """Take a reference to a label: a number to the reader."""
    text = view.text
    at = past_options(text, past)
    found = _ARGUMENT.match(text, at)
    if not found:
        return view.hole(start, past)
    view.marks.append(Mark("ref", Span(start, found.end()), found[1].strip()))
    return view.hole(start, past_groups(text, found.end(), 1) if "range" in name else found.end())


def take_url(view: TexView, name: str, start: int, past: int, _: int) -> int:
    """Take an address."""
    found = _ADDRESS.match(view.text, past) or _DELIMITED.match(view.text, past)
    if not found:
        return view.hole(start, past)
    target = found[1] if found.re is _ADDRESS or found.lastindex == 1 else found[2]
    view.marks.append(Mark("url", Span(start, found.end()), _plain(target)))
    return view.hole(start, found.end())


def take_link(view: TexView, _: str, start: int, past: int, __: int) -> int:
    """Go into the text of a link."""
    found = _ADDRESS.match(view.text, past_options(view.text, past))
    inner = opening(view.text, found.end()) if found else -1
    if not found or inner < 0:
        return view.hole(start, found.end() if found else past)
    view.stack.append(Frame("link", inner, _plain(found[1])))
    return view.fill(start, inner)


def take_note(view: TexView, name: str, start: int, past: int, _: int) -> int:
    """Go into a note."""
    text = view.text
    inner = opening(text, past_options(text, past))
    if inner < 0:
        return view.fill(start, past)
    if name in words.NUMBERED:
        view.marks.append(Mark("note-ref", Span(start, past)))
    view.enter_apart(start, Frame("note", inner), State("note", 0, False))
    return view.fill(start, inner)


def take_note_mark(view: TexView, _: str, start: int, past: int, __: int) -> int:
    """Take the number of a note that stands elsewhere."""
    end = past_options(view.text, past)
    view.marks.append(Mark("note-ref", Span(start, end)))
    return view.fill(start, end)


def take_bibitem(view: TexView, _: str, start: int, past: int, __: int) -> int:
    """Begin an entry of a bibliography."""
    view.flush(start)
    at = past_options(view.text, past)
    found = _ARGUMENT.match(view.text, at)
    end = found.end() if found else at
    if found:
        after = _ENTRY_END.search(view.text, end)
        view.marks.append(
            Mark("note", Span(end, after.start() if after else len(view.text)), found[1].strip())
        )
    return view.fill(start, end)


def _plain(address: str) -> str:
    return _ESCAPED.sub(r"\1", address).strip()
