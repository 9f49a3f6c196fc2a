"""References of a Typst file to labels that it does not have."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model.pattern import pattern
from lint.model.text import Document, Mark

_ELSEWHERE = pattern(r"#(?:include|import|show\s{0,9}:)|\bbibliography\b")
"""Signs that another file has labels or entries, or that a function makes some."""
_LABEL = pattern(r"<([\w.:-]+)>")
_COMPUTED = pattern(r"\blabel\s{0,9}\(")


def find_missing(document: Document) -> Iterator[tuple[Mark, str]]:
    """Yield each reference to a label that a file by itself, without a bibliography, does not have."""
    text = document.text
    if _ELSEWHERE.search(text) or _COMPUTED.search(text):
        return
    # What a reference by a function names stands between the same signs as a label does.
    labels = {found[1] for found in _LABEL.finditer(text) if text[max(found.start() - 1, 0)] != "("}
    told: set[str] = set()
    for mark in document.marks:
        if mark.kind in ("ref", "citation") and mark.target not in labels and mark.target not in told:
            told.add(mark.target)
            yield mark, f"there is no label {mark.target!r} in this file"
