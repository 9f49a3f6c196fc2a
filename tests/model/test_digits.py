import re

from lint.model.context import Context
from lint.model.digits import digit_runs, may_have, sentences_with_digits, years, zeros
from lint.model.hits import Hits
from lint.read import read
from lint.read.fold import fold

TEXT = "Mei Tan was born in 1962. She left early. In 12005 and 19999 cases of 7,31 it cost $4 or x²; 0 is no 1066."


def context_of(text: str) -> Context:
    return Context(fold(read(text, "a.txt", None)), Hits({}, []), None)  # type: ignore[arg-type]


def test_each_digit_is_a_zero_where_it_stands():
    context = context_of(TEXT)
    assert zeros(context) == re.sub(r"\d", "0", context.flat.low)


def test_runs_begin_where_no_digit_is_before():
    context = context_of(TEXT)
    assert digit_runs(context) == [m.start() for m in re.finditer(r"\d+", context.flat.low)]


def test_years_are_four_digits_from_1500_on():
    context = context_of(TEXT)
    found = [context.flat.low[at : at + 4] for at in years(context)]
    assert found == ["1962", "2005", "1999"]


def test_a_sentence_without_a_digit_may_have_words():
    context = context_of(TEXT)
    assert sentences_with_digits(context) == {0, 2}
    assert may_have(context, 0, ())
    assert not may_have(context, 1, ("left us", "late"))
    assert may_have(context, 1, ("late", "early"))


def test_no_text_has_no_digit():
    assert not sentences_with_digits(context_of(""))
