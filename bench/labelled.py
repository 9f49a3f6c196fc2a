"""Sentences that people labelled as to be taken at their word or not, each with its cues where they were marked.

Texts stay in the corpora: what is made of them here are numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corpora import Spans, bioscope, conll

_ALNUM = re.compile(r"[^\W_]")
_SPLIT_OFF = re.compile(r" ('s|n't|'re|'ve|'ll|'d)\b")
_PENN = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "``": '"',
    "''": '"',
    "\\ n ": "",
}
_FILES = ("train_wikiweasel_certain_sentences.txt", "train_wikiweasel_uncertain_sentences.txt")


class Sentence(NamedTuple):
    """One labelled sentence. ``cues`` are spans in ``text``; None where only the label is known.

    ``judged`` is false for one that serves for learning alone.
    """

    text: str
    uncertain: bool
    cues: Spans | None
    judged: bool = True


def encyclopedic(corpora: Path) -> list[Sentence]:
    """Return the encyclopedia's sentences of the two label files, then the others that have marked cues."""
    folder = corpora / "conll2010-wiki"
    marked: dict[str, tuple[str, Spans]] = {}
    for text in conll(folder):
        cues = text.labels["uncertain"]
        for start, end in text.sentences:
            inside = tuple((a - start, b - start) for a, b in cues if start <= a < end)
            marked.setdefault(_letters(text.text[start:end]), (text.text[start:end], inside))
    found: list[Sentence] = []
    used: set[str] = set()
    for uncertain, name in enumerate(_FILES):
        for line in (folder / name).read_text("utf-8").splitlines():
            if line.strip():
                plain = _plain(line.strip())
                key = _letters(plain)
                used.add(key)
                cues_of = _moved(*marked[key], plain) if key in marked else None
                agree = cues_of is not None and bool(cues_of) == bool(uncertain)
                found.append(Sentence(plain, bool(uncertain), cues_of if agree else None))
    found += [
        Sentence(text, bool(cues), cues, False) for key, (text, cues) in marked.items() if key not in used
    ]
    return found


def science(corpora: Path) -> list[Sentence]:
    """Return the sentences of abstracts and papers; those with a cue of speculation are uncertain."""
    found = []
    for text in bioscope(corpora / "bioscope"):
        cues = text.labels["uncertain"]
        starts = [a for a, _ in cues]
        for start, end in text.sentences:
            own = cues[bisect_left(starts, start) : bisect_left(starts, end)]
            inside = tuple((a - start, b - start) for a, b in own)
            found.append(Sentence(text.text[start:end], bool(inside), inside))
    return found


GENRES = {"encyclopedic": encyclopedic, "science": science}


def folds(
    sentences: list[Sentence], number: int = 5, *, apart: bool = False
) -> Iterator[tuple[list[int], list[int]]]:
    """Yield (numbers to learn from, numbers to judge by) for each fold, uncertain ones spread evenly.

    Which fold a sentence is in depends on its order in the corpus alone. With ``apart`` a fold is a stretch of the
    corpus, so that hardly any text is in two folds.
    """
    import random

    order: list[int] = []
    parts: list[list[int]] = [[] for _ in range(number)]
    for label in (False, True):
        of_label = [n for n, s in enumerate(sentences) if s.judged and s.uncertain is label]
        for place, n in enumerate(of_label):
            parts[place * number // len(of_label)].append(n)
        random.Random(2010).shuffle(of_label)
        order += of_label
    if not apart:
        parts = [order[fold::number] for fold in range(number)]
    for test in map(sorted, parts):
        held = set(test)
        yield [n for n in range(len(sentences)) if n not in held], test


def _plain(line: str) -> str:
    """Return a line of the label files in plain writing."""
    for sign, written in _PENN.items():
        line = line.replace(sign, written)
    return re.sub(r" ([,.;:!?)\]])", r"\1", _SPLIT_OFF.sub(r"\1", line)).replace("( ", "(").replace("[ ", "[")


def _letters(text: str) -> str:
    return "".join(_ALNUM.findall(text)).lower()


def _moved(text: str, cues: Spans, to: str) -> Spans:
    """Return where cues of ``text`` are in ``to``, which has the same letters."""
    here = [m.start() for m in _ALNUM.finditer(text)]
    there = [m.start() for m in _ALNUM.finditer(to)]
    moved = []
    for start, end in cues:
        first, last = bisect_left(here, start), bisect_right(here, end - 1) - 1
        if first <= last < len(there):
            moved.append((there[first], there[last] + 1))
    return tuple(moved)
