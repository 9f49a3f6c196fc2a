"""Code in a Typst source: nothing of it is run, and of what it says only content in brackets is read."""

from __future__ import annotations

import re

from lint.model.pattern import pattern
from lint.model.text import GLUE, HOLE, Mark, Span
from lint.read.tex_view import Frame
from lint.read.typst_view import TypstView
from lint.read.typst_words import INLINE, UNSEEN

_NAME = r"[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*"
_BEGIN = pattern(
    r"#(?:(?P<keyword>let|set|show|import|include|if|for|while|return|context|break|continue)(?![\w-])"
    rf"|(?P<name>{_NAME})|(?P<open>[({{\[])|(?P<value>\"(?>(?:[^\"\\]|\\.)*)\"|[0-9][\w.%]*|<[\w.:-]+>))",
    re.DOTALL,
)
_TOKEN = pattern(
    rf"\"(?>(?:[^\"\\]|\\.)*)(?:\"|\Z)|//[^\n]*|/\*|`+|\$|[\[\](){{}};\n]|(?P<name>{_NAME})(?=[(\[])|[A-Za-z_0-9][\w-]*",
    re.DOTALL,
)
_CHAINED = pattern(rf"\.(?:{_NAME})")
_ELSE = pattern(r"\s*else(?![\w-])")
_GOES_ON = pattern(r"\s*(?:else(?![\w-])|\.[a-z])")
_OPERATOR = frozenset("=,+*/:>(")
_ADDRESS = pattern(r"\(\s*\"([^\"\\\n]*)\"")
_LABELLED = pattern(r"\(\s*<([\w.:-]+)>")
_WITH_CONTENT = pattern(r"(?:\((?:[^()\[\]\"]|\"[^\"\\\n]{0,200}\"|\([^()\[\]\"]{0,100}\)){0,200}\))?\[")
_FILES = pattern(r"\(([^()\n]{0,500}(?:\([^()]{0,500}\))?)[^()]{0,300}\)")
_OPERAND = pattern(r"(?:[=<>+(,]|\b(?:and|or|not|in))\Z")
_CODE = frozenset(("(", "{", "statement", "call"))
_BODIES = frozenset("if for while context".split())


class CodeReading(TypstView):
    """Goes through code, from one content to the next."""

    def __init__(self, text: str) -> None:
        """Begin outside of code."""
        super().__init__(text)
        self.fillers = [HOLE]  # what fills the code of each call or statement that is open
        self.closed = -1  # where brackets ended, and of what
        self.body = -1
        self.function = ""
        self.named: list[Span] = []  # bibliographies

    def in_code(self) -> bool:
        """Say whether code goes on here."""
        return bool(self.stack) and self.stack[-1].act in _CODE

    def line(self, pos: int) -> int:
        """Begin a line of markup."""
        raise NotImplementedError

    def _push(self, act: str, name: str, filler: str = "", first: bool = False) -> None:
        self.stack.append(Frame(act, int(first), name))
        if filler:
            self.fillers.append(filler)

    def _pop(self) -> None:
        if self.stack.pop().act in ("statement", "call"):
            self.fillers.pop()

    def enter_code(self, start: int) -> int:
        """Take a hash sign and what it begins; return where to go on."""
        text = self.text
        found = _BEGIN.match(text, start)
        if not found:
            self.words(start, start + 1)
            return start + 1
        end = found.end()
        if found["keyword"]:
            self._push("statement", found["keyword"], GLUE)
            return self.fill(start, end)
        if found["value"]:
            return self.hole(start, end)
        if found["open"]:
            self._push("call", "", GLUE if found["open"] == "[" else HOLE)
            return self.fill(start, end - 1)
        return self._call(found["name"], start, end)

    def _call(self, name: str, start: int, end: int) -> int:
        """Take the name of a variable or a function."""
        text = self.text
        last = name.rpartition(".")[2]
        shown = name not in INLINE and name.partition(".")[0] not in UNSEEN
        filler = HOLE if shown and last != "footnote" and not _WITH_CONTENT.match(text, end) else GLUE
        if text[end : end + 1] not in ("(", "["):
            return self.fill(start, end, filler)
        target = ""
        address = _ADDRESS.match(text, end) if last == "link" else None
        label = _LABELLED.match(text, end) if last in ("cite", "ref", "link") else None
        if last == "link":
            target = address[1] if address else f"#{label[1]}" if label else ""
            if target and not _WITH_CONTENT.match(text, end):
                self.marks.append(Mark("url", Span(start, end), target))
                filler = HOLE
        elif label:
            self.marks.append(Mark("citation" if last == "cite" else "ref", Span(start, end), label[1]))
            filler = GLUE if last == "cite" else HOLE
        elif last == "bibliography" and (files := _FILES.match(text, end)):
            self.named.append(Span(*files.span(1)))
        self._push("call", f"{name} {target}", filler, self.fresh == start)
        return self.fill(start, end, filler)

    def code(self, pos: int) -> int:
        """Go through code up to the next thing that changes what it means; return where that is."""
        frame = self.stack[-1]
        if frame.act == "call":
            return self._chain(frame, pos)
        if (
            frame.act == "statement"
            and self.body == pos
            and frame.target in _BODIES
            and not _ELSE.match(self.text, pos)
        ):
            self._pop()
            return pos
        found = _TOKEN.search(self.text, pos)
        start = found.start() if found else len(self.text)
        self.fill(pos, start, self.fillers[-1])
        if not found:
            return start
        sign = self.text[start]
        if sign in "[](){};\n":
            return self._sign(sign, start)
        return self._token(found)

    def _chain(self, frame: Frame, pos: int) -> int:
        """Go on behind a name, or behind the arguments of a call."""
        text = self.text
        sign = text[pos : pos + 1]
        name, _, target = frame.target.partition(" ")
        if sign == "(" or (sign == "{" and not name):
            if name or self.closed != pos:
                self._push(sign, name)
                return self.fill(pos, pos + 1, self.fillers[-1])
        elif sign == "[":
            whole = frame.inner > 0 and name not in INLINE and bool(name)
            return self.line(self.open_content(name, pos, inline=not whole, target=target))
        elif (
            sign == "."
            and (found := _CHAINED.match(text, pos))
            and text[found.end() : found.end() + 1] in ("(", "[")
        ):
            return self.fill(pos, found.end(), self.fillers[-1])
        self._pop()
        return self.fill(pos, pos + 1) if sign == ";" else pos

    def _token(self, found: re.Match[str]) -> int:
        """Take a string, a comment, raw text, a formula or a name."""
        text, filler = self.text, self.fillers[-1]
        start, end = found.span()
        sign = text[start]
        if sign == "`":
            past = text.find(found[0], end) if end - start != 2 else start
            end = past + end - start if past >= 0 else len(text)
        elif sign == "$":
            past = text.find("$", end)
            end = past + 1 if past >= 0 else end
        elif sign == "/" and found[0] == "/*":
            return self.block_comment(start)
        elif sign == "/":
            return self.line_comment(start, end)
        elif found["name"]:
            name = found["name"]
            self.fill(start, end, filler)
            if name.rpartition(".")[2] == "bibliography" and (files := _FILES.match(text, end)):
                self.named.append(Span(*files.span(1)))
            if text[end] == "[":
                return self.line(self.open_content(name, end, inline=False))
            self._push("(", name)
            return self.fill(end, end + 1, filler)
        return self.fill(start, end, filler)

    def line_comment(self, start: int, end: int) -> int:
        """Take a comment up to the end of its line."""
        raise NotImplementedError

    def block_comment(self, start: int) -> int:
        """Take a comment between two signs."""
        raise NotImplementedError

    def _sign(self, sign: str, start: int) -> int:
        """Take a bracket, or the end of a statement."""
        stack, text = self.stack, self.text
        frame = stack[-1]
        if sign in "({":
            self._push(sign, "")
        elif sign == "[":
            name = (
                self.function
                if self.closed == start
                else frame.target.partition(" ")[0]
                if frame.act == "("
                else ""
            )
            inline = frame.act == "(" and len(stack) > 1 and stack[-2].act == "call" and name in INLINE
            return self.line(self.open_content(name, start, inline=inline))
        elif sign == "]":
            return self._leave_code(start)
        elif sign in ")}":
            self._close("(" if sign == ")" else "{", start + 1)
        elif frame.act == "statement":
            before = text[max(start - 40, 0) : start].rstrip()
            if sign == ";" or not (before[-1:] in _OPERATOR or _GOES_ON.match(text, start)):
                self._pop()
                return self.fill(start, start + 1) if sign == ";" else start
        return self.fill(start, start + 1, self.fillers[-1])

    def _close(self, act: str, past: int) -> None:
        """Close parentheses or braces, and what is open in them; a sign that closes nothing is passed over."""
        stack = self.stack
        place = len(stack) - 1
        while (
            place >= 0 and stack[place].act in _CODE and stack[place].act != act and place > len(stack) - 50
        ):
            place -= 1
        if place < 0 or stack[place].act != act:
            return
        self.function = stack[place].target
        while len(stack) > place:
            self._pop()
        self.closed = past
        self.body = past if act == "{" else -1

    def close_content(self, start: int) -> int:
        """Leave the innermost content; where code goes on, it was the body of something."""
        before = self.text[max(self.stack[-1].inner - 40, 0) : self.stack[-1].inner - 1].rstrip()
        self.closed = self.body = super().close_content(start)
        if _OPERAND.search(before):
            self.body = -1
        self.function = ""
        return self.closed

    def _leave_code(self, start: int) -> int:
        """Come to the end of the content that this code stands in, if it stands in any."""
        if len(self.scopes) == 1:
            return self.fill(start, start + 1, self.fillers[-1])
        while self.in_code():
            self._pop()
        return start
