"""Where digits stand in a folded text, found once for all that ask.

An expression that begins with any digit is tried at every character. In a copy that has a 0 for each digit it is
one character that is looked for, which takes a tenth of the time.
"""

from __future__ import annotations

from lint.model.context import Context
from lint.model.pattern import pattern

_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_CENTURIES = frozenset(("15", "16", "17", "18", "19", "20"))
# One character and then any number of it: a search for "one or more" would not skip to the first.
_RUN = pattern("00*")


def zeros(context: Context) -> str:
    """Return the lower-case text with a 0 for each digit."""
    found: str | None = context.kept.get("zeros")
    if found is None:
        found = context.flat.low.encode("latin-1").translate(_ZEROS).decode("latin-1")
        context.kept["zeros"] = found
    return found


def digit_runs(context: Context) -> list[int]:
    """Return the flat offsets where digits begin that no digit stands before."""
    return [run.start() for run in _RUN.finditer(zeros(context))]


def years(context: Context) -> list[int]:
    """Return the flat offsets of four digits that may be a year from 1500 on, in order."""
    low, copy = context.flat.low, zeros(context)
    found: list[int] = []
    at = copy.find("0000")
    while at >= 0:
        if low[at : at + 2] in _CENTURIES:
            found.append(at)
        at = copy.find("0000", at + 1)
    return found


def sentences_with_digits(context: Context) -> frozenset[int]:
    """Return the numbers of the sentences that have a digit."""
    found: frozenset[int] | None = context.kept.get("digits")
    if found is None:
        flat, copy = context.flat, zeros(context)
        numbers: list[int] = []
        at = copy.find("0")
        while at >= 0:
            number = flat.sentence_of(at)
            numbers.append(number)
            at = copy.find("0", max(flat.sentences[number].end, at + 1))
        found = context.kept["digits"] = frozenset(numbers)
    return found


def may_have(context: Context, sentence: int, signs: tuple[str, ...]) -> bool:
    """Say whether a sentence has a digit, or one of the strings of which there is one where no digit is."""
    if sentence in sentences_with_digits(context):
        return True
    text = context.flat.text
    start, end = context.flat.sentences[sentence]
    return any(text.find(sign, start, end) >= 0 for sign in signs)
