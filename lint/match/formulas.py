"""Readability formulas as functions of counts. Each equals textstat's of the same name for the same counts.

Sources: Flesch 1948, Kincaid and others 1975, Gunning 1952, McLaughlin 1969, Senter and Smith 1967, Coleman
and Liau 1975, Dale and Chall 1948 (with textstat's adjusted score), Björnsson 1968. All want at least one
word and one sentence.
"""

from __future__ import annotations

from math import erf, log, sqrt

from lint.match.words import Counts


def flesch_reading_ease(c: Counts, sentences: int) -> float:
    """Ease from about 0 (hard) to 100 (easy); the only one that falls as a text grows harder."""
    return 206.835 - 1.015 * (c.words / sentences) - 84.6 * (c.syllables / c.words)


def flesch_kincaid_grade(c: Counts, sentences: int) -> float:
    """School grade (US)."""
    return 0.39 * (c.words / sentences) + 11.8 * (c.syllables / c.words) - 15.59


def gunning_fog(c: Counts, sentences: int) -> float:
    """School grade; its complex words are counted by Gunning's rules, textstat's by the easy-word list."""
    return 0.4 * (c.words / sentences + 100 * c.complex / c.words)


def smog_index(c: Counts, sentences: int) -> float:
    """School grade; made for samples of 30 sentences."""
    return float(1.043 * (30 * (c.polysyllables / sentences)) ** 0.5 + 3.1291)


def automated_readability_index(c: Counts, sentences: int) -> float:
    """School grade, from letters alone."""
    return 4.71 * (c.letters / c.words) + 0.5 * (c.words / sentences) - 21.43


def coleman_liau_index(c: Counts, sentences: int) -> float:
    """School grade, from letters and sentences per 100 words."""
    return 0.058 * (100 * c.letters / c.words) - 0.296 * (100 * sentences / c.words) - 15.8


def dale_chall_readability_score(c: Counts, sentences: int) -> float:
    """Score from about 4 (grade 4) to 10 (college), from the share of words that are not in the easy list."""
    share = 100 * c.hard / c.words
    return 0.1579 * share + 0.0496 * (c.words / sentences) + (3.6365 if share > 5 else 0.0)


def lix(c: Counts, sentences: int) -> float:
    """Läsbarhetsindex: 20 (very easy) to 60 (very hard), in any language."""
    return c.words / sentences + 100 * c.long / c.words


def difficulty(c: Counts, sentences: int) -> float:
    """Percentile, 0 (easy) to 100 (hard), among readings for grades 3 to 12 that teachers compared.

    The two things that foretell their judgement best: the logarithm of words a sentence and the share of hard words.
    ``bench/readability.py --clear`` fits the three numbers; the percentile is that of a normal distribution.
    """
    z = 1.326 * log(c.words / sentences) + 7.869 * c.hard / c.words - 5.349
    return 50 * (1 + erf(z / sqrt(2)))


FORMULAS = {
    "flesch_reading_ease": flesch_reading_ease,
    "flesch_kincaid_grade": flesch_kincaid_grade,
    "gunning_fog": gunning_fog,
    "smog_index": smog_index,
    "automated_readability_index": automated_readability_index,
    "coleman_liau_index": coleman_liau_index,
    "dale_chall_readability_score": dale_chall_readability_score,
    "lix": lix,
}
"""By the names that textstat gives them."""

GRADES = (
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
)
"""Those that give a school grade, of which the consensus is the median."""
