"""A text's own lines, with what is to be seen in them: marks over each other, heat, evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.model.typed import NamedTuple
from lint.report.markup import Markup, element, escaped
from lint.report.visible import TAB

HEAT = (0.3, 0.5, 0.75)
"""From which score on a sentence has its first, second and third degree of heat."""
_LONG = 160
"""Marks of more characters have no ground of their own: a page would be all colour."""
_GRAVITY = {"error": 2, "warning": 1, "suggestion": 0}


class Layer(NamedTuple):
    """Something to be seen from ``start`` to ``end``.

    ``kind`` is a severity for the words of a question, ``seen`` for evidence, or ``h1`` to ``h3`` for heat. A question has its
    ``number`` in the text and the name of its ``place``.
    """

    start: int
    end: int
    kind: str
    number: int = 0
    place: str = ""


def degree(score: float) -> int:
    """Return the degree of heat of a score, 0 for none."""
    return sum(1 for least in HEAT if score >= least)


def draw(text: str, bounds: Sequence[tuple[int, int]], layers: Sequence[Layer]) -> Iterator[Markup]:
    """Yield each line, given by its bounds in order, with its part of each layer."""
    waiting = sorted(layers, key=lambda layer: (layer.start, -layer.end))
    at = 0
    active: list[Layer] = []
    for start, end in bounds:
        pieces: list[str] = []
        here = start
        while True:
            opened = []
            while at < len(waiting) and waiting[at].start <= here:
                layer = waiting[at]
                at += 1
                opened.append(layer)
                if layer.end > here:
                    active.append(layer)
            active = [layer for layer in active if layer.end > here]
            past = min(end, *(layer.end for layer in active)) if active else end
            if at < len(waiting):
                past = min(past, max(waiting[at].start, here))
            if past > here or opened:
                pieces.append(_piece(text[here:past], active, [layer for layer in opened if layer.place]))
            if past >= end:
                break
            here = past
        yield Markup("".join(pieces))


def _piece(text: str, active: list[Layer], opened: list[Layer]) -> Markup:
    """Return a piece of a line that has the same layers from end to end."""
    drawn = escaped(text.replace("\t", " " * TAB) if "\t" in text else text)
    if not active and not opened:
        return drawn
    kinds = {layer.kind for layer in active}
    if "seen" in kinds:
        drawn = element("span", drawn, class_="seen")
    asked = [layer for layer in active if layer.number]
    if asked:
        gravest = max(asked, key=lambda layer: _GRAVITY[layer.kind])
        long = all(layer.end - layer.start > _LONG for layer in asked)
        drawn = element(
            "mark",
            drawn,
            class_=gravest.kind + " long" * long + " several" * (len(asked) > 1),
            data_q=" ".join(str(layer.number) for layer in asked),
        )
    for layer in opened:
        drawn = element("span", drawn, id=layer.place, class_="at", data_n=layer.number)
    if heat := max((kind for kind in kinds if kind in ("h1", "h2", "h3")), default=""):
        drawn = element("span", drawn, class_=heat)
    return drawn
