r"""One pass over a LaTeX source: what its signs do to the prose view, and which command is whose."""

from __future__ import annotations

from collections.abc import Callable

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Comment, Mark, Span
from lint.read import tex_words as words
from lint.read.tex_commands import COMMANDS, take_argument
from lint.read.tex_environments import begin_named, end_named
from lint.read.tex_evidence import take_cite, take_reference
from lint.read.tex_groups import past_groups, past_options
from lint.read.tex_signs import ACCENTS, accented
from lint.read.tex_view import GROUP, Frame, TexView

_BREAK = r"(?:\n[ \t]*\r?\n|\r[ \t]*\r|\r\n[ \t]*\r\n)\s*"
_SOURCE = rf"\\(?:verb\*?(?=@)|[A-Za-z@]+|[\s\S])|%[^\r\n]*|\{{|\}}|\$|&|~|`+|''+|--+|\]|{_BREAK}"
_TOKENS = pattern(_SOURCE)
_WITH_BARS = pattern(rf"{_SOURCE}|\|[^|\r\n]*\|")
_WITH_CHUNKS = pattern(rf"{_SOURCE}|(?m:^)<<[^\r\n]*>>=")
_CHUNK = pattern(r"^<<[^\r\n]*>>=", 8)
"""Where a chunk of Sweave's or knitr's code begins, in a text that R makes LaTeX of."""
_CHUNK_END = pattern(r"^@(?=[ \t\r\n]|\Z)[^\r\n]*", 8)
_BARS = pattern(r"\\(?:MakeShortVerb\*?|DefineShortVerb(?:\[[^\]]*\])?)\s*\{?\\?\|")
"""A declaration that what stands between two bars is code."""
_AFTER_COMMENT = pattern(r"(?:\r\n|\n|\r)[ \t]*(?![ \t\r\n])")
_WORDS = r"\\(?:text[a-z]{0,8}|[mh]box)\s{0,9}\{(?>(?:[^{}$\\\r\n]++|\\[\s\S]|\$[^$\r\n]*\$|\{[^{}$\r\n]*\}|\r?\n(?![ \t]*\r?\n))*)\}"
"""Words inside a formula, with formulas inside of them."""
_INSIDE = rf"(?>(?:[^$\\\r\n]++|{_WORDS}|\\[\s\S]|\r?\n(?![ \t]*\r?\n))"
_MATHS = pattern(rf"\$\${_INSIDE}*)\$\$|\${_INSIDE}+)\$")
_NUMBER = pattern(r"\$(?:\d[\d.,]*)(?:\\%)?\$")
_ARGUMENT = pattern(r"\{([^{}]*)\}")
_UNREAD = pattern(
    r"[^\s{}]*(?:[_:/=<>#|@^\\]|\d(?:pt|em|cm|mm|in|ex|bp|sp|pc)\b|\w\.\w)[^\s{}]*|[\w.]+\([^{}()]*\)|\"[^{}\"\s]*\""
)
"""An argument that no reader reads as words: a length, a name of a file, a label, a call of a function."""
_UNIT = r"[ ]{0,2}(?:true[ ]?)?(?:pt|em|ex|cm|mm|in|bp|sp|pc|dd|cc|mu|fil{1,3}|\\[A-Za-z@]+)"
_SIZE = rf"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+){_UNIT}(?![A-Za-z])"
_ASSIGNED = pattern(
    rf"[ ]?{_SIZE}(?:[ ](?:plus|minus)[ ]?{_SIZE}){{0,2}}"
    rf"|[ ]?=[ ]?(?:{_SIZE}(?:[ ](?:plus|minus)[ ]?{_SIZE}){{0,2}}|[-+]?\d+(?![\w.])|\"[0-9A-F]+|`\\?\S|\\[A-Za-z@]+)"
)
"""A length or a number behind a register of TeX's: ``\\parskip=6pt plus 1pt``."""
_FONT = pattern(
    r"[ ]?\\[A-Za-z@]+[ ]?=?[ ]?[\w-]+(?:[ ]+(?:scaled|at)[ ]*(?:\\magstep(?:half|[ ]?\d)?|[\d.]+[ ]?(?:pt)?))?"
)
"""What ``\\font`` names and loads."""
_CITE = pattern(r"(?:[A-Z]?[a-z]*[cC]ite(?!d\b)[A-Za-z]*|bibentry)")
_REF = pattern(r"(?:auto|eq|page|name|[cC]page|[cCvVfFzts]|full|sub|labelc|title|[ps])?refs?(?:range)?")
_new = tuple.__new__


class Reading(TexView):
    """One pass over a source or a part of it."""

    def __init__(self, text: str) -> None:
        """Begin at the beginning."""
        super().__init__(text)
        self.tokens = _WITH_BARS if "ShortVerb" in text and _BARS.search(text) else _TOKENS
        if ">>=" in text and _CHUNK.search(text):
            self.tokens = _WITH_CHUNKS

    def read(self, pos: int, stop: int) -> None:
        """Read from ``pos`` to ``stop``."""
        text, pieces, stack, signs = self.text, self.pieces, self.stack, _SIGNS
        search = self.tokens.search
        while found := search(text, pos, stop):
            markup = found[0]
            start, past = found.span()
            if start > pos:
                piece = text[pos:start]
                pieces.append(piece)
                if self.first < 0 and not piece.isspace():
                    self.first = pos
            if markup == "{":
                pieces.append(GLUE)
                stack.append(GROUP)
                pos = past
                continue
            pos = signs[markup[0]](self, markup, start, past)
            if pos > stop:  # an argument that is not closed before
                if self.spelled and self.spelled[-1].end > stop:
                    del self.spelled[-1]
                pieces[-1] = pieces[-1][: stop - pos]
                pos = stop
        if pos < stop:
            piece = text[pos:stop]
            pieces.append(piece)
            if self.first < 0 and not piece.isspace():
                self.first = pos

    def _close(self, _: str, start: int, past: int) -> int:
        stack = self.stack
        if not stack or stack[-1].act == "env":
            return self.fill(start, past)
        frame = stack[-1]
        act = frame[0]
        if act == "group":
            stack.pop()
        else:
            self.leave(start, past)
            if act == "quote":
                return self.spell(start, past, frame.target)
            if act == "then":
                self.fill(start, past)
                count = int(frame.target)
                return self.fill(past, past_groups(self.text, past, abs(count)), GLUE if count < 0 else HOLE)
            if act == "argument" and self.text[past : past + 1] == "{":
                return self.hole(start, past)
        return self.fill(start, past)

    def _comment(self, token: str, start: int, past: int) -> int:
        self.comments.append(_new(Comment, (_new(Span, (start, past)), token.strip("% \t"))))
        after = _AFTER_COMMENT.match(self.text, past)
        return self.fill(start, after.end() if after else past)

    def _maths(self, _: str, start: int, past: int) -> int:
        found = _MATHS.match(self.text, start)
        if not found:
            if self.text.startswith("$$", start):
                return self.hole(start, start + 2)
            self.pieces.append("$")
            if self.first < 0:
                self.first = start
            return past
        end = found.end()
        if _NUMBER.fullmatch(self.text, start, end):
            self.fill(start, start + 1)
            percent = self.text[end - 3 : end - 1] == "\\%"
            past = end - 3 if percent else end - 1
            self.pieces.append(self.text[start + 1 : past])
            if self.first < 0:
                self.first = start
            if percent:
                self.spell(past, past + 2, "%")
            return self.fill(end - 1, end)
        return self.hole(start, end)

    def _ampersand(self, _: str, start: int, past: int) -> int:
        if self.state.kind == "cell":
            self.flush(start)
            return self.fill(start, past)
        return self._text("&", start, past)

    def _text(self, token: str, start: int, past: int) -> int:
        self.pieces.append(token)
        if self.first < 0:
            self.first = start
        return past

    def _tie(self, _: str, start: int, past: int) -> int:
        return self.spell(start, past, " ")

    def _quote_open(self, token: str, start: int, past: int) -> int:
        return self.spell(start, past, {1: "‘", 2: "“", 3: "“‘"}.get(len(token), "“"))

    def _quote_close(self, token: str, start: int, past: int) -> int:
        return self.spell(start, past, {2: "”", 3: "’”"}.get(len(token), "”"))

    def _dash(self, token: str, start: int, past: int) -> int:
        if len(token) > 3:
            return self._text(token, start, past)
        return self.spell(start, past, "–" if len(token) == 2 else "—")

    def _bracket(self, token: str, start: int, past: int) -> int:
        if start != self.bracket:
            return self._text(token, start, past)
        self.bracket = -1
        while self.stack and self.stack[-1].act != "env":
            self.leave(start, start)
        self.flush(start)
        return self.fill(start, past)

    def _paragraph(self, _: str, start: int, past: int) -> int:
        self.flush(start)
        stack = self.stack
        while stack and stack[-1].act == "heading":
            self.leave(start, start)
        self.pieces.append(self.text[start:past])
        return past

    def _bars(self, _: str, start: int, past: int) -> int:
        self.marks.append(Mark("code", Span(start, past)))
        return self.hole(start, past)

    def _chunk(self, _: str, start: int, past: int) -> int:
        self.flush(start)
        end = _CHUNK_END.search(self.text, past)
        after = end.end() if end else len(self.text)
        self.marks.append(Mark("code", Span(start, after)))
        return self.hole(start, after)

    def _command(self, token: str, start: int, past: int) -> int:
        name = token[1:]
        act = self.own.get(name) or COMMANDS.get(name)
        if act is not None:
            handler, data = act
            return handler(self, name, start, past, data)
        if name in ACCENTS:
            end, seen = accented(self.text, start)
            if end:
                return self.spell(start, end, seen)
        return self._unknown(name, start, past)

    def _unknown(self, name: str, start: int, past: int) -> int:
        if name in self.begins:
            return begin_named(self, self.begins[name], start, past)
        if name in self.ends:
            return end_named(self, self.ends[name], start, past)
        if _CITE.fullmatch(name):
            return take_cite(self, name, start, past, 1)
        if _REF.fullmatch(name):
            return take_reference(self, name, start, past, 1)
        if words.MATHS_NAME.fullmatch(name):
            return self.hole(start, past_groups(self.text, past, 1))
        text = self.text
        assigned = _ASSIGNED.match(text, past)
        if assigned:
            return self.fill(start, assigned.end())
        after = past_options(text, past)
        if text[after : after + 1] != "{":
            if name == "font" and (loaded := _FONT.match(text, past)):
                return self.fill(start, loaded.end())
            seen = name.isalpha() and not (name[:2] == "if" or "@" in name)
            return self.fill(start, past, HOLE if seen else GLUE)
        if text.startswith("{}", after) and name.isalpha():
            return self.hole(start, after + 2)
        if words.UNREAD_NAME.fullmatch(name):
            return self.fill(start, past_groups(text, after, 9, long=True))
        argument = _ARGUMENT.match(text, after)
        if argument and _UNREAD.fullmatch(argument[1]):
            return self.hole(start, past_groups(text, after, 1))
        return take_argument(self, start, after, Frame("argument"))


_SIGNS: dict[str, Callable[[Reading, str, int, int], int]] = {
    "\\": Reading._command,
    "%": Reading._comment,
    "}": Reading._close,
    "$": Reading._maths,
    "&": Reading._ampersand,
    "~": Reading._tie,
    "`": Reading._quote_open,
    "'": Reading._quote_close,
    "-": Reading._dash,
    "]": Reading._bracket,
    "|": Reading._bars,
    "<": Reading._chunk,
    "\n": Reading._paragraph,
    "\r": Reading._paragraph,
}
