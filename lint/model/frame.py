"""A compiled frame: what an attribution looks like around the cue that sets it off."""

from __future__ import annotations

from lint.model.typed import Any, NamedTuple

Node = tuple[Any, ...]
"""("word", text) ("class", mask) ("built", name) ("gap", n) ("maybe", seq) ("any", (seq, …)) ("mark", c)
("words", see Words)"""

Edge = tuple[int, frozenset[str], bool]
"""What the word next to an anchor can be: of these classes, one of these words, or an adverb."""


class Frame(NamedTuple):
    """A compiled frame. ``before`` and ``after`` are the items on each side of the anchor, in text order.

    ``anchor`` is the mask whose cues set the frame off. ``lead`` and ``tail`` must be there but are not
    reported. ``enter`` and ``leave`` say what the word after and before the anchor must be, None where
    anything may stand; ``needs_before`` and ``needs_after`` are a word that cannot be missing on that side:
    most anchors are dismissed by one look. ``looks_back`` says to try the side before the anchor first: there
    stands one of a few words.
    """

    lead: tuple[Node, ...]
    before: tuple[Node, ...]
    anchor: int
    after: tuple[Node, ...]
    tail: tuple[Node, ...]
    enter: Edge | None
    leave: Edge | None
    needs_before: str
    needs_after: str
    looks_back: bool = False
