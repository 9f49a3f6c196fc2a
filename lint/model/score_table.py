"""What was learned of the cues of one genre: the data behind the sentence score."""

from __future__ import annotations

from lint.model.typed import NamedTuple


class ScoreTable(NamedTuple):
    """What was learned of one genre.

    ``cues`` are the words that are a cue by themselves, ``phrases`` maps two words to the phrases that
    begin with them, ``classes`` a word or phrase to its lexicon classes. ``weights`` maps a sign (see ``lint.run.sentence_score``)
    to what it adds to a cue's log-odds, ``kinds`` a word to its kind (``<agent>``, ``<say>``), ``company`` one
    to three words, a class or a rule to what it adds to the log-odds of a sentence that holds it.
    """

    bias: float
    base: float
    slope: float
    shift: float
    weights: dict[str, float]
    cues: frozenset[str]
    phrases: dict[str, tuple[str, ...]]
    classes: dict[str, tuple[str, ...]]
    kinds: dict[str, str]
    company: dict[str, float]
