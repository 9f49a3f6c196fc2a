"""Our formulas against textstat's: textstat's own counters are replaced by our counts, and nothing else."""

import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import context_of

from lint.match.formulas import FORMULAS, difficulty
from lint.match.words import Counts, tally, unpacked

TEXT = "unused: each of textstat's counters is replaced"
BACKEND = "textstat.backend"


def _counters(c, sentences):
    """Return what textstat's counting functions must say for our counts."""
    return {
        "count_words": lambda *a, **k: c.words,
        "count_sentences": lambda *a, **k: sentences,
        "count_syllables": lambda *a, **k: c.syllables,
        "count_letters": lambda *a, **k: c.letters,
        "count_chars": lambda *a, **k: c.letters,
        "count_polysyllable_words": lambda *a, **k: c.polysyllables,
        "count_long_words": lambda *a, **k: c.long,
        "count_difficult_words": lambda text, lang, threshold=0, **k: (
            c.complex if k.get("syllable_threshold", threshold) else c.hard
        ),
    }


AVERAGES = (
    "words_per_sentence",
    "syllables_per_word",
    "letters_per_word",
    "chars_per_word",
    "sentences_per_word",
)
MODULES = (*FORMULAS, *AVERAGES)


def theirs(name, c, sentences):
    """Compute textstat's formula over our counts, without its caches."""
    with pytest.MonkeyPatch.context() as patch:
        modules = {m: importlib.import_module(f"{BACKEND}.metrics._{m}") for m in MODULES}
        for module in modules.values():
            for counter, replaced in _counters(c, sentences).items():
                patch.setattr(module, counter, replaced, raising=False)
        for short, module in modules.items():  # the averages, as the formulas imported them, uncached
            for user in modules.values():
                if hasattr(user, short) and hasattr(getattr(module, short), "__wrapped__"):
                    patch.setattr(user, short, getattr(module, short).__wrapped__)
        formula = getattr(modules[name], name)
        formula = getattr(formula, "__wrapped__", formula)
        return formula(TEXT, "en_US") if "lang" in formula.__code__.co_varnames else formula(TEXT)


@st.composite
def some_counts(draw):
    words = draw(st.integers(1, 5000))
    letters = draw(st.integers(words, words * 12))
    syllables = draw(st.integers(words, words * 5))
    part = st.integers(0, words)
    return Counts(words, letters, syllables, draw(part), draw(part), draw(part), draw(part))


@pytest.mark.parametrize("name", FORMULAS)
@settings(deadline=None)
@given(counts=some_counts(), sentences=st.integers(1, 400))
def test_each_formula_is_textstats(name, counts, sentences):
    assert FORMULAS[name](counts, sentences) == pytest.approx(theirs(name, counts, sentences), abs=1e-9)


PLAIN = """\
The old bridge crosses the river near the mill. Farmers drive their sheep over it each spring. The council
wants to close it for a year. Nobody in the village agrees with that plan. They say the long way round would
take an hour. A new bridge would cost more than the whole parish has to spend.
"""


def test_on_plain_text_the_counts_are_textstats_too():
    """Where neither abbreviation nor number nor hyphen disturbs, textstat counts what we count."""
    counters = {
        name: importlib.import_module(f"{BACKEND}.counts._{name}")
        for name in ("count_words", "count_sentences", "count_letters", "count_long_words")
    }
    found = tally(context_of(PLAIN))
    ours = unpacked(found.total)
    said = {name: getattr(module, name)(PLAIN) for name, module in counters.items()}
    assert said == {
        "count_words": ours.words,
        "count_sentences": len(found.running),
        "count_letters": ours.letters,
        "count_long_words": ours.long,
    }


@pytest.mark.parametrize("sentences", [1, 10, 100])
def test_the_verdict_rises_with_length_and_with_hard_words(sentences):
    easy = Counts(words=100, hard=2)
    assert 0 <= difficulty(easy, sentences) < difficulty(easy._replace(hard=20), sentences) <= 100
    assert sentences == 1 or difficulty(easy, sentences) < difficulty(easy, sentences - 1)


def test_the_verdict_of_an_average_school_reading_is_about_fifty():
    assert 45 < difficulty(Counts(words=171, hard=29), 8) < 60
