"""What every reader keeps to, whatever the text; and the texts to try it on."""

from __future__ import annotations

from hypothesis import strategies as st

from lint.model.flat import Flat
from lint.model.text import GLUE, HOLE, Document
from lint.read.fold import fold

ODD = (
    "e\u0301",
    "\u2028",
    "\x0c",
    "\x00",
    "\ufeff",
    "\u00ad",
    " ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
)
WORDS = ("word", "Experts agree,", "the", "é", "漢", "𝒳", "’", "https://a.b/c(d).", "a@b.cd", "1.", "-", ":")
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def texts(markup: str, *starts: str) -> st.SearchStrategy[str]:
    """Return texts of a format: heaps of its ``markup`` (split at white space), its ``starts``, words, anything."""
    fragments = st.sampled_from([*markup.split(), *starts, *WORDS, *ODD])
    return st.one_of(
        st.lists(fragments, max_size=40).map("".join),
        ANY,
        st.lists(st.one_of(fragments, ANY), max_size=20).map("".join),
    )


def check(document: Document, text: str, nested: bool = False) -> None:
    """Assert that a document is of this text, as long, in order, and of its own characters or fillers.

    In a format whose notes are ``nested`` a block may hold others whole.
    """
    assert document.text == text
    assert len(document.prose) == len(text)
    for own, seen in zip(text, document.prose, strict=True):
        assert seen in (own, GLUE, HOLE)
    done = 0
    holding: list[int] = []
    for block in document.blocks:
        assert done <= block.span.start < block.span.end <= len(text)
        assert document.prose[block.span.start] not in f"{GLUE}{HOLE}"
        assert document.prose[block.span.end - 1] not in f"{GLUE}{HOLE}"
        done = block.span.start + 1 if nested else block.span.end
        while holding and holding[-1] <= block.span.start:
            holding.pop()
        assert not holding or block.span.end <= holding[-1]
        holding.append(block.span.end)
    for noted in (*document.marks, *document.comments):
        assert 0 <= noted.span.start <= noted.span.end <= len(text)
    assert list(document.marks) == sorted(document.marks, key=lambda mark: mark.span)
    assert list(document.comments) == sorted(document.comments)


def check_spelled(document: Document) -> None:
    """Assert that what is spelled otherwise stands in order, and is never longer than what the source has for it."""
    done = 0
    for item in document.spelled:
        assert done <= item.start < item.end <= len(document.text)
        assert len(item.seen) <= item.end - item.start
        done = item.end


def check_offsets(document: Document, back: bool = True) -> Flat:
    """Assert that each character of the folded text comes from its own in the source, and leads ``back`` to it."""
    flat = fold(document)
    assert len(flat.blocks) == len(document.blocks)
    for block, (start, end) in zip(document.blocks, flat.blocks, strict=True):
        for at in range(start, end):
            span = flat.source_span(at, at + 1)
            if any(item.start <= span.start < item.end for item in document.spelled):
                continue
            assert block.span.start <= span.start < span.end <= block.span.end
            if flat.text[at].isascii() and flat.text[at].isalnum():
                assert document.text[span.start] == flat.text[at]
                assert not back or flat.flat(span.start) == at
    return flat
