"""Which braces and brackets of a wiki's page belong together, each found once, however deep they nest."""

from __future__ import annotations

from lint.model.pattern import pattern

_LITERAL = "nowiki|pre|math|chem|ce|syntaxhighlight|source|score|timeline|hiero|graph|mapframe|templatedata"
_BRACES = pattern(rf"\{{\{{+|\}}\}}+|<!--|<(?i:{_LITERAL})(?=[\s>])")
_TAG_NAME = pattern(r"<([A-Za-z]+)")
_LINKS = pattern(r"\[\[|\]\]|<!--|\{\{+")
_PARTS = pattern(r"\{\{+|\[\[|\]\]|\||<!--|<(?i:ref|nowiki|math)(?=[\s>])[^<>]*(?<!/)>")
_NAMED = pattern(r"\s*([\w -]{1,40}?)\s*=(?!=)")
_LONGEST_TAG = 1_000

Pair = tuple[int, int, int]
"""(start, end, braces on either side): a template has two, a parameter three."""


def pair_braces(text: str) -> dict[int, Pair]:
    """Return, by where a run of opening braces begins, the outermost pair that it opens."""
    pairs: dict[int, Pair] = {}
    if "{{" not in text:
        return pairs
    stack: list[list[int]] = []
    absent: set[str] = set()
    pos = 0
    while found := _BRACES.search(text, pos):
        start, pos = found.span()
        sign = text[start]
        if sign == "{":
            stack.append([start, pos - start])
        elif sign == "}":
            at = start
            while stack and pos - at >= 2:
                top = stack[-1]
                width = min(top[1], pos - at, 3)
                at += width
                top[1] -= width
                pairs[top[0]] = (top[0] + top[1], at, width)
                if top[1] < 2:
                    stack.pop()
        else:
            pos = past_literal(text, start, pos, absent)
    return pairs


def past_literal(text: str, start: int, past: int, absent: set[str]) -> int:
    """Return where a comment or an element without markup ends that begins at ``start``.

    ``absent`` has the names of elements that are known not to end any more.
    """
    if text.startswith("<!--", start):
        end = text.find("-->", past)
        return end + 3 if end >= 0 else len(text)
    found = _TAG_NAME.match(text, start)
    name = found[1] if found else ""
    inner = text.find(">", past, past + _LONGEST_TAG)
    if not name or name in absent or inner < 0 or text[inner - 1] == "/":
        return past
    end = text.find(f"</{name}", inner)
    if end < 0:
        absent.add(name)
        return past
    return end


class Pairs:
    """The pairs of one page."""

    def __init__(self, text: str) -> None:
        """Pair the braces; brackets wait until they are asked for."""
        self.text = text
        self.braces = pair_braces(text)
        self.links: dict[int, int] = {}
        self.absent: set[str] = set()

    def past_link(self, start: int) -> int:
        """Return where the link ends that opens at ``start``; -1 for one that is not closed."""
        if start not in self.links:
            text, links = self.text, self.links
            opened: list[int] = []
            pos = start
            while found := _LINKS.search(text, pos):
                at, pos = found.span()
                sign = found[0]
                if sign == "[[":
                    if at in links:  # it was looked at before
                        pos = max(links[at], pos)
                    else:
                        opened.append(at)
                elif sign == "]]":
                    if not opened:
                        continue
                    links[opened.pop()] = pos
                    if not opened:
                        break
                elif sign == "<!--":
                    pos = past_literal(text, at, pos, self.absent)
            for at in opened:
                links[at] = -1
        return self.links[start]

    def arguments(self, start: int, stop: int) -> dict[str, tuple[int, int]]:
        """Return the arguments between ``start`` and ``stop`` by name, or by number from "1": where each stands."""
        found: dict[str, tuple[int, int]] = {}
        number = 0
        for at, end in self.parts(start, stop):
            named = _NAMED.match(self.text, at, end)
            if named:
                found[named[1].strip().lower()] = self._stripped(named.end(), end)
            else:
                number += 1
                found[str(number)] = self._stripped(at, end)
        return found

    def parts(self, start: int, stop: int) -> list[tuple[int, int]]:
        """Return the stretches between the bars from ``start``, which is behind the first one, to ``stop``."""
        text = self.text
        found: list[tuple[int, int]] = []
        pos = first = start
        depth = 0
        while sign := _PARTS.search(text, pos, stop):
            at, pos = sign.span()
            char = text[at]
            if char == "|":
                if not depth:
                    found.append((first, at))
                    first = pos
            elif char == "{":
                pair = self.braces.get(at)
                if pair and pair[1] <= stop:
                    pos = pair[1]
            elif char == "[":
                depth += 1
            elif char == "]":
                depth = max(depth - 1, 0)
            else:
                pos = min(past_literal(text, at, pos - 1, self.absent), stop)
        found.append((first, stop))
        return found

    def _stripped(self, start: int, end: int) -> tuple[int, int]:
        value = self.text[start:end]
        inner = value.strip()
        first = end - len(value.lstrip())
        return first, first + len(inner)
