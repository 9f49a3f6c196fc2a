"""Typst's functions, as far as their names tell how what they are given is laid out."""

from __future__ import annotations

INLINE = frozenset(
    """
text emph strong link highlight underline overline strike smallcaps box super sub upper lower smartquote ref
""".split()
)
"""Their content is a part of the sentence that they stand in."""

UNSEEN = frozenset(
    """
h v linebreak pagebreak colbreak parbreak label metadata bibliography outline counter state hide set-page
""".split()
)
"""They show nothing, or nothing that is read."""

HIDDEN = frozenset("hide metadata raw comment todo-hidden".split())
"""Of these the content is not read either."""

KIND = {
    **dict.fromkeys("table grid cell header footer".split(), "cell"),
    **dict.fromkeys("heading title".split(), "heading"),
    **dict.fromkeys("list enum item terms".split(), "item"),
    **dict.fromkeys("footnote note-entry".split(), "note"),
}
"""What the content of a function is, if not a paragraph; by the last part of its name (``table.cell``)."""

CASE = frozenset(
    "in of by from see with and to than at on for via using like per or is are as section figure table".split()
)
"""Words after which a reference or citation is a part of the sentence."""
