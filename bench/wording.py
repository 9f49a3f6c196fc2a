"""What the oracles of single formats have in common: the words of a text, and where two sequences of words part."""

from __future__ import annotations

import argparse
import re
from difflib import SequenceMatcher
from pathlib import Path

from lint.model.text import GLUE, HOLE, Document
from lint.read.view import spelled_out

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BARE = re.compile(r"\b(?:https?://|www\.)\S+|\[[\d,; –-]+\]|\S+@\S+")


def arguments(about: str | None) -> argparse.Namespace:
    """Return what was asked on the command line: ``paths``, and how many differences to ``show``."""
    parser = argparse.ArgumentParser(description=(about or "").splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=20)
    return parser.parse_args()


def words(text: str) -> list[str]:
    """Return the words of a text, without addresses."""
    return WORD.findall(_BARE.sub(" ", text))


def words_of(document: Document) -> list[str]:
    """Return the words that our reader sees; none goes on from one block into another."""
    prose = spelled_out(document.prose, document.spelled)
    ends = {block.span.start for block in document.blocks} | {block.span.end for block in document.blocks}
    done, pieces = 0, []
    for end in sorted(ends):
        pieces.append(prose[done:end])
        done = end
    return words("\n".join(pieces).replace(GLUE, "").replace(HOLE, " "))


def agreeing(mine: list[str], other: list[str]) -> int:
    """Return how many words two sequences have in common, in the same order."""
    if mine == other:
        return len(other)
    matcher = SequenceMatcher(None, other, mine, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def difference(mine: list[str], other: list[str], whose: str) -> str:
    """Return the first place where our words and those of another differ."""
    for kind, a, b, c, d in SequenceMatcher(None, other, mine, autojunk=False).get_opcodes():
        if kind != "equal":
            before = " ".join(other[max(a - 4, 0) : a])
            return f"{before} | {whose}: {' '.join(other[a:b][:14])!r} | ours: {' '.join(mine[c:d][:14])!r}"
    return ""
