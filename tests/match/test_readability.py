import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import context_of, found

from lint.match.readability import document_grade, measure

EASY = "The cat sat on the mat and saw the dog. "
HARD = "Comprehensive administrative verification necessitates considerable organisational documentation. "


def test_a_short_text_is_said_to_be_short_and_gets_no_number():
    measured = measure(context_of(EASY * 3))
    assert measured["words"] == 30
    assert measured["note"] == "30 words in 3 sentences; a grade needs 100 words and 5 sentences"
    assert [k for k, v in measured.items() if isinstance(v, float)] == []


def test_smog_waits_for_thirty_sentences():
    ten, thirty = measure(context_of(EASY * 12)), measure(context_of(EASY * 30))
    assert ten["smog_index"] is None
    assert ten["smog_note"] == "12 sentences; SMOG needs 30"
    assert isinstance(thirty["smog_index"], float)
    assert "note" not in ten


def test_the_grade_is_a_median_with_its_range():
    measured = measure(context_of(HARD * 15))
    low, high = measured["range"]
    assert low <= measured["grade"] <= high
    assert measured["dale_chall_readability_score"] > 9
    assert measured["flesch_reading_ease"] < 0


def test_an_easy_text_is_easier_than_a_hard_one():
    assert measure(context_of(EASY * 12))["grade"] < 5 < 15 < measure(context_of(HARD * 15))["grade"]


def test_scopes_are_sections_and_long_paragraphs_in_order():
    text = f"{EASY}\n\n# One\n\n{EASY * 12}\n\n## Two\n\n{HARD * 15}\n"
    scope = measure(context_of(text, name="a.md"))["scope"]
    assert [(e["kind"], e.get("heading"), "note" in e) for e in scope] == [
        ("section", "", True),
        ("section", "One", False),
        ("paragraph", None, False),
        ("section", "Two", False),
        ("paragraph", None, False),
    ]
    assert [text[e["offset"] :].split()[0] for e in scope][3:] == ["Two", "Comprehensive"]


@pytest.mark.parametrize("text", ["", "   ", "\n", "...", "# Only a heading\n"])
def test_nothing_to_measure(text):
    measured = measure(context_of(text, name="a.md"))
    assert measured["words"] == 0
    assert measured["note"]


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_measured_and_written_as_json(text):
    json.dumps(measure(context_of(text)))


def test_document_grade_is_one_finding_with_its_number_and_target():
    targets = {"document-grade": {"grade": 9}}
    matches = found(document_grade, HARD * 15, rule="document-grade", targets=targets)
    assert len(matches) == 1
    assert "reading grade 18+ in this document" in matches[0][1]
    assert matches[0][1].endswith("the target is 9")
    assert found(document_grade, EASY * 12, rule="document-grade") == []


def test_a_section_far_above_its_document():
    text = f"# One\n\n{EASY * 60}\n\n# Two\n\n{HARD * 15}\n"
    matches = found(document_grade, text, rule="document-grade", name="a.md")
    assert [m[1].split(" (")[0] for m in matches] == ["reading grade 18+ in this section"]
    assert matches[0][0] == HARD.strip()


def test_a_megabyte_on_one_line_takes_linear_time():
    started = time.process_time()
    measure(context_of("word " * 200_000))
    assert time.process_time() - started < 5
