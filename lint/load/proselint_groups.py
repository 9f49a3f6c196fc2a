"""What an editor makes of each family of proselint's checks: how grave, how often right, what to ask.

Priors are estimates of how often an editor would act on a finding; they are to be replaced by measurements.
None is below 0.5, the confidence shown by default: which checks are on is for proselint's own default to say.
"""

from __future__ import annotations

from lint.model.typed import NamedTuple


class Family(NamedTuple):
    """The standing of a family of checks."""

    severity: str
    prior: float
    obligation: str
    question: str


_SPELLING = Family("warning", 0.9, "clarity", "Is this spelling meant?")
_WORD = Family("suggestion", 0.6, "clarity", "Is this the word you mean?")
_PLAIN = Family("suggestion", 0.6, "clarity", "How would you say this in plain words?")
_SHORT = Family("suggestion", 0.65, "concision", "Which of these words can go?")
_FIGURES = Family("suggestion", 0.7, "clarity", "Is this how your house writes dates and times?")
_MARKS = Family("suggestion", 0.6, "consistency", "Is this mark meant?")
_PEOPLE = Family("suggestion", 0.6, "neutrality", "Is this how the people meant would be named?")

FAMILIES: dict[str, Family] = {
    "annotations": Family("warning", 0.9, "clarity", "Is this note meant for the reader?"),
    "archaism": Family("suggestion", 0.55, "clarity", "Is there a word of today for this?"),
    "cliches": Family("suggestion", 0.6, "clarity", "How would you say this in your own words?"),
    "dates_times": _FIGURES,
    "hedging": Family("suggestion", 0.6, "commitment", "Can you say it outright?"),
    "industrial_language": _PLAIN,
    "lexical_illusions": Family("warning", 0.85, "clarity", "Is the repetition meant?"),
    "malapropisms": Family("warning", 0.9, "clarity", "Is this the phrase you mean?"),
    "misc": Family("suggestion", 0.55, "clarity", "Is this the best way to put it?"),
    "misc.back_formations": _WORD,
    "misc.capitalization": Family("suggestion", 0.65, "consistency", "Is this capital, or its lack, meant?"),
    "misc.composition": _SHORT,
    "misc.currency": Family("warning", 0.85, "clarity", "Are both the sign and the word needed?"),
    "misc.false_plurals": _SPELLING._replace(prior=0.85),
    "misc.illogic": Family("suggestion", 0.7, "precision", "Does this say what you mean?"),
    "misc.inferior_superior": Family("warning", 0.9, "clarity", "Is this the preposition you mean?"),
    "misc.institution_name": Family("warning", 0.9, "clarity", "Is this its name?"),
    "misc.preferred_forms": _WORD,
    "misc.tense_present": _WORD._replace(prior=0.7),
    "mixed_metaphors": _WORD,
    "mondegreens": Family("warning", 0.85, "clarity", "Is this the phrase you mean?"),
    "needless_variants": _WORD,
    "nonwords": _SPELLING,
    "oxymorons": Family("suggestion", 0.55, "precision", "Do these words contradict each other?"),
    "psychology": Family("suggestion", 0.7, "precision", "Does this say what was measured?"),
    "redundancy": _SHORT,
    "restricted": Family("suggestion", 0.5, "clarity", "Is there a more common word?"),
    "skunked_terms": Family("suggestion", 0.5, "clarity", "Will every reader take this word as you do?"),
    "social_awareness": _PEOPLE,
    "spelling": _SPELLING,
    "spelling.able_atable": _SPELLING._replace(prior=0.75),
    "spelling.able_ible": _SPELLING._replace(prior=0.75),
    "spelling.consistency": Family("warning", 0.8, "consistency", "Which of the two spellings is yours?"),
    "spelling.em_im_en_in": _SPELLING._replace(severity="suggestion", prior=0.65),
    "spelling.er_or": _SPELLING._replace(severity="suggestion", prior=0.65),
    "spelling.in_un": _SPELLING._replace(severity="suggestion", prior=0.6),
    "terms": _WORD._replace(prior=0.5),
    "typography": _MARKS,
    "typography.diacritical_marks": _MARKS._replace(prior=0.55),
    "typography.symbols.curly_quotes": _MARKS._replace(prior=0.5),
    "uncomparables": Family("suggestion", 0.6, "precision", "Can this be a matter of degree?"),
    "weasel_words": Family("suggestion", 0.55, "precision", "What does the word add?"),
}
"""By path or by the beginning of a path; the longest that fits counts."""


def family(path: str) -> Family:
    """Return the standing of a check by its path."""
    while path not in FAMILIES and "." in path:
        path = path.rpartition(".")[0]
    return FAMILIES.get(path, FAMILIES["misc"])
