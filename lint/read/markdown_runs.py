"""Paragraphs, headings, fences and lone tags of Markdown that can be told without its parser.

Most of a text is such: at the margin, between blank lines, its inline markup in its plainest forms. What stands so
in a row is a *run*. The parser is given one short paragraph in place of it, and tells by that whether the run stands
where paragraphs stand, and not in a fence or an HTML block that was opened before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from lint.model.pattern import pattern
from lint.model.typed import Any, NamedTuple
from lint.read.elements import CODE, HIDDEN, VOID

_PLAIN = r"[^\x00-\x1f\x7f\\&<`*_~$\[\]]"
_WORD = r"[^\W_]"
_ATTRIBUTES = r"(?: [A-Za-z_:][\w:.-]*(?:=\"[^\"<>`\n]*\")?)*"
_FIRST = (  # what a line of a paragraph begins with that cannot begin anything else
    rf"(?=[^\W\d_]|[\"'(“‘\[]|[0-9]+(?![0-9.)])|`[^`]|\*\*?{_WORD}|__?{_WORD}"
    rf"|<(?:a|b|code|em|i|kbd|span|strong|sub|sup){_ATTRIBUTES}>\S)"
)
_COMMENT = rf"<!--(?!-?>)(?>(?:[^<>\n-]|-(?!-)|\n{_FIRST})*)-->"
_CODE = rf"`[^`\n]+(?:\n{_FIRST}[^`\n]+)?`(?!`)"
_INNER = rf"(?={_WORD})(?>(?:{_PLAIN}+|\n(?<!\s\n){_FIRST})+)(?<=[^\W_]|[.,:?!])"
_CLOSED = r"(?=[\s.,;:!?)\"'’”—-]|\Z)"
_STARS = rf"\*(?<=[\s(\"'“]\*)(?:{_INNER}|\*{_INNER}\*)\*{_CLOSED}"
_LINES = rf"_(?<=[\s(\"'“]_)(?:{_INNER}|_{_INNER}_)_{_CLOSED}"
_INSIDE = rf"_(?<={_WORD}_)_*(?={_WORD})"  # snake_case
_ANCHOR = rf"(?>(?:{_PLAIN}+|{_CODE}|\n(?<!\s\n){_FIRST})+)"
_TARGET = r"\([^\s()<>\\&`*$\[\]\x00-\x20\x7f]*\)"
_LINK = rf"\[(?<!!\[)(?!\^){_ANCHOR}\](?:{_TARGET}|\[{_ANCHOR}?\]|(?![\[(:]))"
_MARKED = rf"{_STARS}|{_LINES}|{_LINK}|</?[A-Za-z][A-Za-z0-9-]*{_ATTRIBUTES} ?/?>|{_COMMENT}"
_INLINE = rf"{_PLAIN}+|{_CODE}|&(?![#A-Za-z])|<(?=[\s=])|{_INSIDE}"
_LAST = r"(?=\n\n(?!\s*:)|\n?\Z)"  # a colon would make a paragraph the term of a definition
_NO_NAME = "|".join((*sorted({*HIDDEN, *VOID} - CODE), "a", "br", "nav", "plaintext", "pre", "q"))
_NAME = rf"(?!(?i:{_NO_NAME})[\s/>])[A-Za-z][A-Za-z0-9-]*"
_ITEM = rf" {{1,4}}{_FIRST}(?!\[[ xX]\])"
_CHUNK = pattern(
    rf"\n\n(?!\n)(?:(?P<paragraph>{_FIRST}(?>(?:{_INLINE}|(?P<marked>{_MARKED})|\n(?<!\s\n){_FIRST})+)(?<!\s)){_LAST}"
    rf"|(?P<signs>#{{1,6}}) (?P<heading>(?=\S)(?>(?:{_INLINE}|(?P<marks>{_MARKED}))+)(?<![\s#}}])){_LAST}"
    rf"|(?P<items>(?P<marker>(?:(?P<bullet>[-*+])|[0-9]{{1,9}}\.){_ITEM})(?>(?:{_INLINE}|(?P<with>{_MARKED})"
    rf"|\n(?<!\s\n)(?: *{_FIRST}|(?(bullet)[-*+]|[0-9]{{1,9}}\.){_ITEM}))+)(?<!\s))(?=\n\n\n?[^\s:]|\n?\Z)"
    rf"|(?P<html><{_NAME}(?: [A-Za-z_:][\w:.-]*(?:=\"[^\"\n]*\")?)* ?/?>|</{_NAME}>|<!--(?!-?>)(?>(?:[^<>-]|-(?!-))*)-->){_LAST}"
    r"|(?P<fence>`{3,8})[^`\n]*(?=\n))"
)
_MARKER = pattern(r"(?:\A|\n)(?:[-*+]|[0-9]{1,9}\.) {1,4}")
_CLOSINGS = {"`" * n: pattern(rf"\n {{0,3}}`{{{n},}}[ \t]*(?=\n|\Z)") for n in range(3, 9)}
_END = pattern(_LAST)
_PIECES = (
    rf"`(?P<code>[^`]+)`|\*(?P<stars>\*?)[^*]+\*(?P=stars)|_(?<!\w_)(?P<lines>_?)[^_]+_(?P=lines)"
    rf"|<(?P<tag>[/!A-Za-z][^<>]*)>|\[(?P<anchor>{_ANCHOR})\](?:\((?P<target>[^)]*)\)|\[(?P<label>{_ANCHOR}?)\])?"
)
_MARKUP = pattern(_PIECES)
_INDENTED = pattern(rf"{_PIECES}|\n(?P<indent> +)")
CODE_SPAN = pattern("`[^`]+`")
_ENDING = pattern(r"--!?>|[?\]]>|</(?:script|pre|style|textarea)>", re.IGNORECASE)
_DECLARATION = pattern(r"<![A-Za-z]")

Markup = tuple[re.Match[str], str]
"""A piece of inline markup (its group tells which kind), and the address of a link."""


Chunk = tuple[str, int, int, int, list[Markup] | None]
"""(kind, start, end, level, markup) of a paragraph, heading, item, fence (``code``), or lone tag or comment (``html``).

The level is that of a heading or an item. The markup is None where there is none but code spans.
"""


class Runs(NamedTuple):
    """The text for the parser, as long as the source, and the chunks of each run by the offset where it begins."""

    text: str
    chunks: dict[int, list[Chunk]]


def find_runs(source: str, base: int, definitions: Callable[[str], Mapping[str, Any]]) -> Runs:
    """Find the runs after ``base``. A text with carriage returns is left to the parser.

    ``definitions`` gives what reference links lead to, by their labels.
    """
    runs: dict[int, list[Chunk]] = {}
    if "\r" in source:
        return Runs(source, runs)
    search = _CHUNK.search
    chunker = _Chunker(source, definitions)
    blanked: list[str] = []
    chunks: list[Chunk] = []
    done, at, past, begin = 0, base, base, base
    while found := search(source, at):
        first, at = found.span()
        if found.lastgroup == "paragraph" and not found[2]:
            more: list[Chunk] = [("paragraph", first + 2, at, 0, None)]
        else:
            more = chunker.chunks(found)
            at = chunker.end
            if not more:
                continue
        if first == past and chunks:
            chunks += more
        else:
            if chunks:
                blanked += (source[done:begin], "x", " " * (past - begin - 1))
                done = past
            begin = first + 2
            chunks = runs[begin] = more
        past = at
    if not chunks:
        return Runs(source, runs)
    blanked += (source[done:begin], "x", " " * (past - begin - 1), source[past:])
    return Runs("".join(blanked), runs)


class _Chunker:
    """Makes chunks of what was found; ``end`` is where the last find was over."""

    def __init__(self, source: str, definitions: Callable[[str], Mapping[str, Any]]) -> None:
        self.source = source
        self.references = _References(source, definitions)
        self.unclosed = 9  # signs of the shortest fence that is never closed
        self.end = 0

    def chunks(self, found: re.Match[str]) -> list[Chunk]:
        """Return the chunks of a find: none where it takes the parser after all."""
        kind = found.lastgroup
        self.end = end = found.end()
        start, level, marked = found.start() + 2, 0, False
        if kind == "fence":
            return self._fence(found["fence"], start)
        if kind == "items":
            if found["with"] is None and self.source.find("\n", start, end) < 0:
                return [("item", found.end("marker"), end, 1, None)]
            return self._items(start, found["with"] is not None)
        if kind == "paragraph":
            marked = True
        elif kind == "heading":
            start, level, marked = found.start(kind), len(found["signs"]), found["marks"] is not None
            if self.source.find("\n", start, end) >= 0:
                return []
        markup = self.references.markup(_MARKUP, start, end) if marked else None
        return [] if marked and markup is None else [(kind or "", start, end, level, markup)]

    def _fence(self, ticks: str, start: int) -> list[Chunk]:
        """Find the end of a fence, and go on after it in any case."""
        closing = None
        if len(ticks) < self.unclosed:
            closing = _CLOSINGS[ticks].search(self.source, self.end)
        if not closing:
            self.unclosed = min(self.unclosed, len(ticks))
            return []
        self.end = closing.end()
        return [("code", start, self.end, 0, None)] if _END.match(self.source, self.end) else []

    def _items(self, start: int, marked: bool) -> list[Chunk]:
        source = self.source
        markers = [found.span() for found in _MARKER.finditer(source[start : self.end])]
        chunks: list[Chunk] = []
        for number, (_, first) in enumerate(markers, 1):
            low = start + first
            high = start + markers[number][0] if number < len(markers) else self.end
            markup = None
            if marked or source.find("\n ", low, high) >= 0:
                markup = self.references.markup(_INDENTED, low, high)
                if markup is None:
                    return []
            chunks.append(("item", low, high, 1, markup))
        return chunks


class _References:
    """The inline markup of a text's chunks, and its definitions of links, read when they are first asked for."""

    def __init__(self, source: str, definitions: Callable[[str], Mapping[str, Any]]) -> None:
        self.source = source
        self.definitions = definitions
        self.known: dict[str, str] | None = None

    def markup(self, kinds: re.Pattern[str], start: int, end: int) -> list[Markup] | None:
        """Return the markup between two offsets; None where it takes the parser to tell what a bracket means."""
        pieces: list[Markup] = []
        for found in kinds.finditer(self.source, start, end):
            address = found["target"] or ""
            if found.lastgroup in ("anchor", "label"):
                label = found["label"] or found["anchor"]
                defined = self._address(label)
                if defined is None:
                    if found["label"] is not None or not self._plain(label):
                        return None
                    continue
                address = defined
            pieces.append((found, address))
        return pieces

    def _address(self, label: str) -> str | None:
        if self.known is None:
            known: Mapping[str, Any] = self.definitions(self.source) if "]:" in self.source else {}
            self.known = {_normal(label): known[label]["dest"] for label in reversed(list(known))}
        return self.known.get(_normal(label))

    def _plain(self, label: str) -> bool:
        """Say whether brackets around an undefined label are surely no link."""
        return "`" not in label and (not self.known or label.isascii())


def _normal(label: str) -> str:
    return " ".join(label.lower().split())


def may_close(source: str, runs: Collection[list[Chunk]]) -> bool:
    """Say whether one of the runs may hold the end of a fence or of an HTML block that began before it."""
    texts = [source[chunks[0][1] : chunks[-1][2]] for chunks in runs]
    return (
        any(chunk[0] == "code" for chunks in runs for chunk in chunks)
        or any(map(_ENDING.search, texts))
        or (any(">" in text for text in texts) and _DECLARATION.search(source) is not None)
    )
