import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import context_of

from lint.match import word_counts, words
from lint.match.words import tally


def counts(text, **options):
    found = tally(context_of(text, **options))
    return found.counts(found.prose)


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
    assert word_counts.syllables_of("well-known") == 2
    assert word_counts.syllables_of("u.s") == 2
    assert word_counts.syllables_of("3.5") == 2
    assert word_counts.syllables_of("2024") == 1


def test_complex_words_by_gunnings_rules():
    found = counts("He created a beautiful, state-of-the-art Pennsylvania institution.")
    assert (found.polysyllables, found.complex) == (5, 2)  # beautiful, institution


def test_regular_forms_of_easy_words_and_names_are_easy():
    assert counts("the dogs walked quickly to the biggest houses in Tromso").hard == 0
    assert counts("the ossified committee").hard == 2


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


WORDS = ["is", "(not", "e.g.", "x" * 40, "analysis", "yes/no", "USA", "\u2013", "3.5", "counterproductively"]


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=150).map(" ".join)))
def test_narrow_sums_are_the_wide_ones(text):
    context = context_of(text)
    found = tally(context)
    memo = words._memos[0]
    wide = {}
    for number in found.running:
        start, end = context.flat.sentences[number]
        kinds = memo.kinds(context.flat.text[start:end].split())
        wide[number] = sum(memo.wides[kind] for kind in kinds)
    for name in word_counts.NARROW:
        having = [n for n, total in wide.items() if word_counts.field(total, name)]
        assert found.having[name] == having
        for least in (1, 2, 70):
            many = [n for n, total in wide.items() if word_counts.field(total, name) >= least]
            assert found.at_least(name, least) == many
    assert found.counts(found.prose) == word_counts.unpacked(sum(wide.values()))


def test_the_memo_starts_anew_for_other_rules():
    context = context_of("Words.")
    tally(context)
    other = context.ruleset._replace(words={})
    context.ruleset, context.kept = other, {}
    assert tally(context).counts(tally(context).prose).hard == 0
    assert words._memos[0].words is other.words
