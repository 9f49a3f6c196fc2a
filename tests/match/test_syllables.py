import pytest

from lint.match.syllable_table import EXCEPTIONS
from lint.match.syllables import by_rule, count_syllables

SPOKEN = {
    "cat": 1, "table": 2, "tables": 2, "make": 1, "makes": 1, "wanted": 2, "walked": 1, "houses": 2, "the": 1,
    "idea": 3, "ideas": 3, "create": 2, "created": 3, "union": 2, "million": 2, "reality": 4, "beautiful": 3,
    "queue": 1, "unique": 2, "something": 2, "everything": 3, "business": 2, "didn't": 2, "don't": 1,
    "cat's": 1, "fox's": 2, "science": 2, "society": 4, "patient": 2, "area": 3, "playing": 2, "require": 3,
    "completely": 3, "statement": 2, "government": 3, "aggravation": 4, "html": 4, "international": 5,
}  # fmt: skip


@pytest.mark.parametrize("word", SPOKEN)
def test_common_words(word):
    assert count_syllables(word) == SPOKEN[word]


def test_every_word_has_a_syllable():
    assert all(count_syllables(w) >= 1 for w in ("x", "e", "ed", "'", "q", "þ", "rhythm", "sh", "fs"))


def test_the_table_only_has_what_the_rules_get_wrong():
    pairs = [(w, n) for n, words in EXCEPTIONS.items() for w in words.split()]
    assert len(pairs) == len(dict(pairs))
    assert [w for w, n in pairs if by_rule(w) == n] == []
