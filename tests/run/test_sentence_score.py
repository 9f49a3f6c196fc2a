"""The sentence score: bounds, order, and what raises or lowers it."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from lint import api
from lint.load.scores import genre_of, load_scores
from lint.model.score_table import ScoreTable
from lint.model.settings import Settings
from lint.run.sentence_score import classes_of, combine, company_of, signs, tokens

PLAIN = "The mill opened in 1904."


def _scores(text: str, profile: str = "encyclopedic", name: str = "a.txt", **more: object) -> list[float]:
    settings = Settings(profile=profile, sentences=True, **more)  # type: ignore[arg-type]
    (file,) = api.check_text(text, name=name, settings=settings).files
    assert file.sentences is not None
    return [sentence.score for sentence in file.sentences]


def test_scores_only_where_asked_for():
    (file,) = api.check_text(PLAIN).files
    assert file.sentences is None


@pytest.mark.parametrize("text", ["", "\n", " \n\n", "---\n", "```\nx\n```\n"])
def test_empty_text_has_no_sentences(text):
    assert _scores(text, name="a.md") == []


def test_each_sentence_has_its_span():
    text = "# Mill\n\nSome *say* it burned. It opened in 1904.\n"
    settings = Settings(sentences=True)
    (file,) = api.check_text(text, name="a.md", settings=settings).files
    assert file.sentences is not None
    found = [text[s.span.start : s.span.end] for s in file.sentences]
    assert found == ["Mill", "Some *say* it burned.", "It opened in 1904."]


@pytest.mark.parametrize("profile", ["encyclopedic", "science", "general", "news"])
def test_scores_are_chances(profile):
    text = (
        "Some experts believe that it may possibly be one of the most famous mills. " * 5
        + PLAIN
        + " It may perhaps possibly probably seem likely to suggest that some say many believe." * 2
        + " ?! ... 1 2 3. \" ' ( ) [ ]"
    )
    scores = _scores(text, profile)
    assert scores
    assert all(0 <= score <= 1 for score in scores)


def test_a_doubtful_sentence_scores_above_a_plain_one():
    doubtful, plain = _scores(f"Some critics believe that it was probably haunted. {PLAIN}")
    assert doubtful > 0.6 > 0.2 > plain


def test_a_doubtful_finding_of_science_scores_above_a_plain_one():
    doubtful, plain = _scores(
        "These data suggest that the factor may bind the promoter. Cells were grown for 3 days.", "science"
    )
    assert doubtful > 0.9 > 0.1 > plain


@pytest.mark.parametrize("genre", ["encyclopedic", "science"])
def test_every_cue_can_only_raise(genre):
    table = load_scores(genre)
    words = [
        word
        for word, _ in tokens("Some of the critics may possibly say that it was probably the most famous.")
    ]
    cues = [found for _, found in signs(words, table)]
    low = [word.lower() for word in words]
    grown = [combine(cues[:number], company_of(low), table) for number in range(len(cues) + 1)]
    assert len(cues) > 3
    assert all(before <= after for before, after in pairwise(grown))
    assert combine(cues * 50, company_of(low), table) <= 1


def test_a_neighbour_can_lower_what_a_cue_says():
    (vague,) = _scores("Many believe the mill is haunted.")
    (counted,) = _scores("His many mills are of brick.")
    assert vague > counted


def test_confidence_and_format_do_not_change_a_score():
    text = "Some critics believe that it was probably haunted."
    assert _scores(text) == _scores(text, min_confidence=0.9) == _scores(text, name="a.md")


def test_science_has_a_table_of_its_own():
    assert genre_of("science") == "science"
    assert genre_of("news") == "encyclopedic"
    assert _scores("This may be so.", "science") != _scores("This may be so.")


def test_a_table_holds_words_and_numbers_only():
    for genre in ("encyclopedic", "science"):
        table = load_scores(genre)
        assert 0 < table.base < 1
        assert table.slope > 0
        assert all(sign.count(" ") <= 6 for sign in table.weights)
        assert all(term.count(" ") <= 2 for term in table.company)


def test_company_is_words_pairs_and_threes():
    assert list(company_of(["some", "mills"])) == [
        *("some", "mills"),
        *("^ some", "some mills", "mills $"),
        *("^ some mills", "some mills $"),
    ]
    assert list(company_of([])) == ["^ $"]


def test_classes_without_a_neighbour_are_company():
    cues = [
        ["may", "may +be", "class modal.may", "class modal.may >be", "^> class modal.may"],
        ["hedging/stack"],
    ]
    assert list(classes_of(cues)) == ["class modal.may"]


def test_company_raises_or_lowers_by_its_weights_each_term_once():
    table = ScoreTable(
        -3.0, 0.5, 1.0, 0.0, {}, frozenset(), {}, {}, {}, {"fog": 1.0, "fog fog": 2.0, "at": -1.0}
    )
    assert combine([], ["mill"], table) == 0.5
    assert combine([], company_of(["fog"]), table) == pytest.approx(1 / (1 + math.exp(-1)))
    assert combine([], ["at", "at"], table) == pytest.approx(1 / (1 + math.exp(1)))
    assert combine([], company_of(["fog", "fog", "at", "fog"]), table) == pytest.approx(
        1 / (1 + math.exp(-2))
    )


@pytest.mark.parametrize("genre", ["encyclopedic", "science"])
def test_every_cue_of_a_table_can_be_scored(genre):
    table = load_scores(genre)
    phrases = [phrase for group in table.phrases.values() for phrase in group]
    for cue in [*table.cues, *phrases]:
        words = [word for word, _ in tokens(f"The mill is {cue} now")]
        low = [word.lower() for word in words]
        assert 0 < combine([found for _, found in signs(words, table)], company_of(low), table) < 1
