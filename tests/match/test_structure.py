"""The checks of structure in the readability group, beyond their rules' own examples."""

import time

import pytest
from reading import context_of, found

from lint.match import acronyms, clauses, density, limit, nominal
from lint.match.acronyms import undefined_acronym
from lint.match.clauses import negation_stack, syntactic_load
from lint.match.density import is_passive, jargon_density, passive_density
from lint.match.hidden_verbs import FORMS, inflected
from lint.match.nominal import nominalisation

CHECKS = limit.CHECKS | clauses.CHECKS | density.CHECKS | nominal.CHECKS | acronyms.CHECKS


def spans(check, text, rule, **options):
    return [t for t, _ in found(check, text, rule=rule, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They made a decision to go.", "decided to go"),
        ("She makes an assessment of it.", "assesses it"),
        ("He is conducting an analysis of it.", "analysing it"),
        ("They gave consideration to it.", "considered it"),
        ("We reached an agreement.", "agreed."),
        ("Carry out a review of it.", "Review it"),
    ],
)
def test_the_fix_keeps_the_tense(text, expected):
    context = context_of(text)
    rule = next(r for r in context.ruleset.rules if r.name == "nominalisation")
    (match,) = nominalisation(context, rule)
    edit = match.fix.edits[0]
    assert expected in text[: edit.span.start] + edit.replacement + text[edit.span.end :]


@pytest.mark.parametrize(
    "text",
    [
        "The decision of the board stands.",
        "It made the decision process slow.",
        "They provide a service and a review.",
        "It leads to the station.",
        "They took part in the review.",
        "The council has the right to make decisions about it.",
        "It helps a voter to make an informed decision.",
        "The protocol makes array comparisons useless.",
        "The review was carried out in May.",
    ],
)
def test_ordinary_nouns_are_left_alone(text):
    assert spans(nominalisation, text, "nominalisation") == []


def test_an_adjective_is_not_thrown_away():
    context = context_of("They made a quick decision.")
    rule = next(r for r in context.ruleset.rules if r.name == "nominalisation")
    (match,) = nominalisation(context, rule)
    assert match.fix is None


def test_a_chain_of_nominalisations():
    text = "The plan is the adaptation of the allocation of the remuneration."
    assert spans(nominalisation, text, "nominalisation") == []
    assert spans(nominalisation, text.replace(".", " for the demolition."), "nominalisation") == [
        "adaptation of the allocation of the remuneration for the demolition"
    ]


def test_inflection():
    assert [inflected("decide", n) for n in range(5)] == [
        "decide",
        "decides",
        "decided",
        "decided",
        "deciding",
    ]
    assert [inflected("commit", n) for n in (2, 4)] == ["committed", "committing"]
    assert [inflected("modify", n) for n in (1, 2)] == ["modifies", "modified"]
    assert FORMS["made"] == ("make", 2)


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("the form is signed by her", True),
        ("it was not always known", True),
        ("it has been written", True),
        ("the vote is scheduled for may", False),
        ("we are interested", False),
        ("they are a hundred", False),
        ("he is in need", False),
    ],
)
def test_what_a_passive_is(text, passive):
    assert is_passive(f" {text}. ", 0, len(text) + 2) is passive


def test_three_passives_in_a_row_are_let_be():
    text = "It was sold in May. It was sent to us. It was kept in a box. We like it."
    assert found(passive_density, text, rule="passive-density") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Mine Board of Review (MBR) met. The MBR left.",
        "The MBR (Mine Board of Review) met.",
        "The World Wide Fund for Nature (WWFN) met.",
        "The MBR, or Mine Board of Review, met.",
        "Chapter XIV and NATO.",
        "Write a COLON. It was Mr. BENARO.",
        "CLOSE THE GATE BEHIND YOU.",
        "See [MBR](https://example.org/mbr).",
        "# MBR\n\nA text.",
        "Run `MBR` now.",
    ],
)
def test_acronyms_that_are_explained_or_are_none(text):
    assert spans(undefined_acronym, text, "undefined-acronym", name="a.md") == []


def test_an_acronym_is_reported_once_and_can_be_allowed():
    text = "The MBRK met. The MBRK left."
    assert spans(undefined_acronym, text, "undefined-acronym") == ["MBRK"]
    assert spans(undefined_acronym, text, "undefined-acronym", acronyms=("MBRK",)) == []


def test_spelled_out_too_late():
    filler = "We talked for a long time about it and then went home. " * 6
    text = f"The MBRK met. {filler}The Mine Board of Review of Kent (MBRK) is old."
    assert (
        found(undefined_acronym, text, rule="undefined-acronym")[0][1]
        == "MBRK is used before it is spelled out"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is not unusual.", ["not unusual"]),
        ("It did not fail to start.", ["not fail to start"]),
        ("Not only is it not bad, it is good.", []),
        ("It is not unkind and not unlikely.", ["not unlikely"]),
        ("It is hard, but not impossible, to lift and not unlikely.", ["not unlikely"]),
        ("It is slow, if not impossible.", []),
        ("We cannot rule out a driver.", []),
        ("You cannot go without a coat.", []),
        ("It is not impossible or unlikely.", []),
    ],
)
def test_negatives(text, expected):
    assert spans(negation_stack, text, "negation-stack") == expected


def test_a_series_is_no_load():
    text = "He bought figs, nuts, bread, salt and rice when it rained, which he liked, where he lived."
    assert spans(syntactic_load, text, "syntactic-load") == []


def test_much_jargon_is_one_finding():
    line = "We will operationalise synergies going forward. "
    assert len(found(jargon_density, line * 5, rule="jargon-density")) == 5
    assert len(found(jargon_density, line * 6, rule="jargon-density")) == 1


@pytest.mark.parametrize(
    "piece",
    [
        "which, when, a, b, ",
        "(1999 ",
        "((- -- ",
        "not no never unless ",
        "made a decision of the allocation of the ",
        "was seen and is known ",
        "operationalise synergies going ",
        "counterproductively ",
    ],
)
def test_a_very_long_sentence_takes_linear_time(piece):
    def spent(times):
        context = context_of(piece * times)
        started = time.perf_counter()
        for name, check in CHECKS.items():
            list(check(context, next(r for r in context.ruleset.rules if r.name == name)))
        return time.perf_counter() - started

    spent(10)
    assert spent(200_000 // len(piece)) < 2


def test_a_text_of_nothing_but_acronyms():
    letters = "ABCDEFGHJKLMNOPQRSTUVWXYZ"
    names = [a + b + c + d for a in letters for b in letters for c in letters for d in letters[:4]]
    started = time.perf_counter()
    found(undefined_acronym, ". ".join(f"the {n} met" for n in names[:40_000]), rule="undefined-acronym")
    assert time.perf_counter() - started < 8
