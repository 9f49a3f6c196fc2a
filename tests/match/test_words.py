import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import context_of

from lint.match import words
from lint.match.words import Counts, tally, unpacked


def counts(text, **options):
    return unpacked(tally(context_of(text, **options)).total)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Don't split well-known words.", 4),
        ("The U.S. spent 3.5 million, e.g. on roads.", 8),
        ("Yes/no and this\u2014that.", 5),
        ("A lone _ or \u2013 or --- is no word.", 7),
        ("snake_case and AT&T are one each.", 6),
        ("He said: \u201cGo!\u201d (twice)", 4),
    ],
)
def test_what_a_word_is(text, number):
    assert counts(text).words == number


def test_letters_and_digits_are_counted_and_nothing_else():
    assert counts("It's 3.5, isn't it?").letters == 3 + 2 + 4 + 2


def test_syllables_of_compounds_initials_and_numbers():
    assert words.syllables_of("well-known") == 2
    assert words.syllables_of("u.s") == 2
    assert words.syllables_of("3.5") == 2
    assert words.syllables_of("2024") == 1


def test_complex_words_by_gunnings_rules():
    found = counts("He created a beautiful, state-of-the-art Pennsylvania institution.")
    assert (found.polysyllables, found.complex) == (5, 2)  # beautiful, institution


def test_regular_forms_of_easy_words_and_numbers_are_easy():
    assert counts("The dogs walked quickly to the 14 biggest houses. Mr. Green's were American.").hard == 0
    assert counts("the ossified committee").hard == 2


def test_names_are_hard_as_they_are_to_textstat_and_so_is_what_begins_a_sentence():
    assert counts("Ossified. Tromso and NATO. Houses.").hard == 3


def test_headings_cells_and_quoted_blocks_are_no_prose():
    text = "# One two three\n\nFour five.\n\n> Six seven.\n\n| a | b |\n|---|---|\n| c | d |\n"
    assert counts(text, name="text.md").words == 2


def test_code_is_no_word():
    assert counts("Call `foo bar` now.", name="text.md").words == 2


def test_a_carry_says_which_fields_a_sentence_has():
    found = tally(context_of("It is not done. Nobody knew. We ate."))
    assert found.having["negatives"] == [0, 1]
    assert found.at_least("negatives", 2) == []
    assert found.having["participles"] == [0]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_sums_of_sentences_are_the_document(text):
    found = tally(context_of(text))
    total = [0] * len(Counts._fields)
    for number in found.running:
        total = [a + b for a, b in zip(total, unpacked(found.sentences[number]), strict=True)]
    assert tuple(total) == tuple(unpacked(found.total))
    assert found.lengths == [unpacked(s).words for s in found.sentences]


def test_the_memo_starts_anew_for_other_rules():
    context = context_of("Words.")
    tally(context)
    other = context.ruleset._replace(words={})
    context.ruleset, context.kept = other, {}
    assert unpacked(tally(context).total).hard == 0
    assert words._memos[0].words is other.words
