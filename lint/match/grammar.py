"""The grammar of frames: how a rule file says what an attribution looks like.

    frame  := [lead "/"] body ["/" tail]      only the body is reported
    item   := word | "," | "{" slot ("|" slot)* "}" | "(" items ("|" items)* ")"    each may end in "?"
    anchor := the item that ends in "!", or else the first slot that is not optional: its cues set the frame off
    slot   := lexicon.class | that | adverb | word | name | number | gap | gap:N | start | quote

``adverb`` is a word in -ly or of ``grammar.adverb``; ``gap:N`` up to N words (4 unless told) with no
punctuation between; ``start`` holds where a sentence begins; ``quote`` is a closing quotation mark.
Words are separated by one space in the folded text, so a frame crosses a wrapped line by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint.model.frame import Edge, Frame, Node
from lint.model.pattern import pattern
from lint.model.typed import Any

_TOKEN = pattern(r"\s*(?:(\{[^}]*\})|([()|/?!])|([^\s(){}|/?!]+))")
BUILT_IN = ("adverb", "word", "name", "number", "start", "quote", "lower")


class FrameError(ValueError):
    """A frame that does not parse; the message says where and why."""


Classes = Mapping[str, frozenset[str]]
"""The terms of each lexicon class, by its name."""

FUNCTION_WORDS = ("grammar.", "determiner.")
"""Lexicons too common to be cues: a frame reads the word in place instead."""

Words = tuple[frozenset[str], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]
"""Function words: single ones, and those of several words by their first and by their last word."""


def _function_words(terms: set[str]) -> Words:
    first: dict[str, list[str]] = {}
    last: dict[str, list[str]] = {}
    for term in sorted((t for t in terms if " " in t), key=len, reverse=True):
        first.setdefault(term.split(" ")[0], []).append(term)
        last.setdefault(term.rsplit(" ", 1)[1], []).append(term)
    return (
        frozenset(t for t in terms if " " not in t),
        {word: tuple(found) for word, found in first.items()},
        {word: tuple(found) for word, found in last.items()},
    )


def _slot(text: str, bits: Mapping[str, int], classes: Classes) -> Node:
    nodes: list[Node] = []
    mask = 0
    common: set[str] = set()
    for name in (part.strip() for part in text[1:-1].split("|")):
        if name == "that":
            nodes.append(("word", name))
        elif name in BUILT_IN:
            nodes.append(("built", name))
        elif name == "gap" or name.startswith("gap:"):
            nodes.append(("gap", int(name[4:] or 4)))
        elif name.startswith(FUNCTION_WORDS) and name in classes:
            common |= classes[name]
        elif name in bits:
            mask |= bits[name]
        else:
            raise FrameError(f"no lexicon class or built-in slot {name!r}")
    if common:
        nodes.append(("words", _function_words(common)))
    if mask:
        nodes.append(("class", mask))
    return nodes[0] if len(nodes) == 1 else ("any", tuple((n,) for n in nodes))


class _Parser:
    def __init__(self, text: str, bits: Mapping[str, int], classes: Classes) -> None:
        self.tokens = [m.group().strip() for m in _TOKEN.finditer(text)]
        self.bits = bits
        self.classes = classes
        self.at = 0

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def sequence(self) -> tuple[Node, ...]:
        items: list[Node] = []
        while (token := self.peek()) and token not in {"|", ")", "/"}:
            self.at += 1
            if token == "?":
                if not items:
                    raise FrameError("'?' follows nothing")
                items[-1] = ("maybe", (items[-1],))
            elif token == "!":
                if not items or items[-1][0] != "class":
                    raise FrameError("'!' must follow a slot of lexicon classes")
                items[-1] = ("anchor", items[-1][1])
            else:
                items.append(self.item(token))
        return tuple(items)

    def item(self, token: str) -> Node:
        if token == "(":
            branches = [self.sequence()]
            while self.peek() == "|":
                self.at += 1
                branches.append(self.sequence())
            if self.peek() != ")":
                raise FrameError("a '(' is not closed")
            self.at += 1
            return ("any", tuple(branches))
        if token.startswith("{"):
            return _slot(token, self.bits, self.classes)
        if token in {",", ":", ";"}:
            return ("mark", token)
        return ("word", token.lower())


def _sections(text: str, bits: Mapping[str, int], classes: Classes) -> list[tuple[Node, ...]]:
    parser = _Parser(text, bits, classes)
    parts = [parser.sequence()]
    while parser.peek() == "/":
        parser.at += 1
        parts.append(parser.sequence())
    if parser.at < len(parser.tokens):
        raise FrameError(f"{parser.peek()!r} is out of place")
    return parts


def anchor_of(body: tuple[Node, ...]) -> int:
    """Return which item of a body sets it off: the marked one, else its first mandatory lexicon slot."""
    for wanted in ("anchor", "class"):
        for number, node in enumerate(body):
            if node[0] == wanted:
                return number
    raise FrameError("a frame needs one lexicon slot that is not optional")


def _edge(items: Sequence[Node], marks: bool) -> tuple[int, frozenset[str], bool, bool] | None:
    """Return what can stand first in ``items``, and whether nothing need stand there; None: anything.

    ``marks`` says that a comma can be told from what stands beside it, as behind a cue and not before one.
    """
    mask, words, adverb = 0, frozenset[str](), False
    for node in items:
        kind, value = node[0], node[1]
        optional = kind == "maybe"
        if kind == "word":
            words |= {value}
        elif kind == "words":
            words |= value[0] | value[1].keys() | value[2].keys()
        elif kind == "class":
            mask |= value
        elif kind == "built" and value == "adverb":
            adverb = True
        elif kind == "mark" and marks:
            words |= {value}
        elif kind in {"maybe", "any"}:
            for branch in (value,) if kind == "maybe" else value:
                inner = _edge(branch, marks)
                if inner is None:
                    return None
                mask, words, adverb = mask | inner[0], words | inner[1], adverb or inner[2]
                optional = optional or inner[3]
        else:
            return None
        if not optional:
            return mask, words, adverb, False
    return mask, words, adverb, True


def classes_in(parts: Sequence[Any]) -> int:
    """Return the joint mask of all lexicon slots in items, however deep."""
    mask = 0
    for node in parts:
        if isinstance(node, tuple) and len(node) == 2 and node[0] == "class":
            mask |= node[1]
        elif isinstance(node, tuple) and not (node and node[0] == "words"):
            mask |= classes_in(node)
    return mask


def _mirrored(items: Sequence[Node]) -> tuple[Node, ...]:
    """Return items in the order in which they are met walking backwards."""
    turned: list[Node] = []
    for node in reversed(items):
        if node[0] == "maybe":
            turned.append(("maybe", _mirrored(node[1])))
        elif node[0] == "any":
            turned.append(("any", tuple(_mirrored(branch) for branch in node[1])))
        else:
            turned.append(node)
    return tuple(turned)


def _needed(items: Sequence[Node]) -> str:
    """Return the longest word that must stand among ``items``, or nothing."""
    return max((node[1] for node in items if node[0] == "word"), key=len, default="")


def _of_words(branches: Sequence[Sequence[Node]]) -> bool:
    """Say whether each branch is a word or more, and nothing else."""
    return all(branch and all(node[0] == "word" for node in branch) for branch in branches)


def _must(items: Sequence[Node], marks: bool) -> Edge | None:
    found = _edge(items, marks)
    return None if found is None or found[3] else found[:3]


def parse_frame(text: str, bits: Mapping[str, int], classes: Classes) -> Frame:
    """Compile one frame. Raises FrameError with the reason."""
    parts = _sections(text, bits, classes)
    if len(parts) > 3:
        raise FrameError("a frame has at most lead / body / tail")
    lead: tuple[Node, ...] = parts[0] if len(parts) == 3 else ()
    tail = parts[-1] if len(parts) > 1 else ()
    body = parts[len(parts) // 2] if len(parts) == 3 else parts[0]
    number = anchor_of(body)
    before, after = body[:number], body[number + 1 :]
    left, right = (*lead, *before), (*after, *tail)
    return Frame(
        lead,
        before,
        body[number][1],
        after,
        tail,
        _must(right, marks=True),
        _must(_mirrored(left), marks=False),
        _needed(left),
        _needed(right),
        any(node[0] == "words" or (node[0] == "any" and _of_words(node[1])) for node in left),
    )
