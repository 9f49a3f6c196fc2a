"""Certainty, agency and loaded words: innocent contexts, fixes, and who gives way to whom."""

import time

import pytest

from lint import api
from lint.model.finding import Finding
from lint.model.settings import Settings

GROUPS = ("certainty", "agency", "loaded")


def _findings(text: str, rule: str, select: tuple[str, ...] = GROUPS) -> list[Finding]:
    report = api.check_text(text, settings=Settings(measured=False, select=select))
    return [f for f in report.findings if f.rule.endswith(f"/{rule}")]


def _texts(text: str, rule: str, select: tuple[str, ...] = GROUPS) -> list[str]:
    return [text[f.span.start : f.span.end] for f in _findings(text, rule, select)]


def _fixed(text: str, rule: str) -> str:
    (finding,) = _findings(text, rule)
    assert finding.fix is not None
    ((span, replacement),) = finding.fix.edits
    return text[: span.start] + replacement + text[span.end :]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("It should be noted that fees apply.", "Fees apply."),
        ("The fee is low, but it is worth noting that it is due.", "The fee is low, but it is due."),
        ("It should be\nnoted that fees apply.", "Fees apply."),
    ],
)
def test_clearing_the_throat_is_cut_through_that(text: str, fixed: str) -> None:
    assert _fixed(text, "throat-clearing") == fixed
    (finding,) = _findings(text, "throat-clearing")
    assert finding.fix is not None
    assert finding.fix.safe


def test_no_cut_where_no_clause_begins() -> None:
    (finding,) = _findings("To this it must be added that fees apply.", "throat-clearing")
    assert finding.fix is None


@pytest.mark.parametrize(
    ("text", "rule", "fixed"),
    [
        ("Clearly, the reform failed.", "booster-without-evidence", "The reform failed."),
        ("It is obviously late.", "booster-without-evidence", "It is late."),
        ("Obviously the ferry is late.", "booster-without-evidence", "The ferry is late."),
        ("The ferry is late, no doubt.", "booster-without-evidence", "The ferry is late."),
        ("The dam, tragically, broke.", "editorial-adverb", "The dam broke."),
        ("It works seamlessly.", "peacock-term", "It works."),
        ("This clearly may help.", "modality-clash", "This may help."),
        ("The ferry will possibly sail.", "modality-clash", "The ferry may sail."),
    ],
)
def test_a_word_goes_with_its_comma_or_space(text: str, rule: str, fixed: str) -> None:
    assert _fixed(text, rule) == fixed
    (finding,) = _findings(text, rule)
    assert finding.fix is not None
    assert not finding.fix.safe


@pytest.mark.parametrize(
    ("text", "rule", "fixed"),
    [
        ("It was an exquisite view.", "peacock-term", "It was a view."),
        ("It was a stunning arch.", "peacock-term", "It was an arch."),
        ("All you need to do is click Save.", "minimiser", "Click Save."),
        ("It's easy to configure.", "minimiser", "Configure."),
        ("A highly respected doctor came.", "peacock-term", "A doctor came."),
    ],
)
def test_the_article_and_the_capital_follow(text: str, rule: str, fixed: str) -> None:
    assert _fixed(text, rule) == fixed


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The village is nestled in a valley.", "peacock-term"),
        ("The switch is seamless.", "peacock-term"),
        ("This is a must-have for drivers.", "peacock-term"),
        ("The shortage is an undeniable fact.", "booster-without-evidence"),
        ("It should be a piece of cake.", "minimiser"),
    ],
)
def test_no_fix_that_would_leave_no_sentence(text: str, rule: str) -> None:
    assert [f.fix for f in _findings(text, rule)] == [None]


def test_a_deletion_makes_no_other_name_of_a_program_s() -> None:
    for name in ("rt_mutex falls", "lock() falls", "git/x falls", "e4 falls", "net.ipv4 falls"):
        assert [f.fix for f in _findings(f"Clearly, {name} here.", "booster-without-evidence")] == [None]
    assert _fixed("Clearly, prices fell here.", "booster-without-evidence") == "Prices fell here."


def test_a_deletion_does_not_reach_into_markup() -> None:
    text = "**Clearly**, the reform failed."
    report = api.check_text(text, settings=Settings(measured=False, select=GROUPS, format="markdown"))
    assert [f.fix for f in report.findings] == [None]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Wait until it is clear that the dam holds.", "booster-without-evidence"),
        ("We will continue to publish.", "flat-prediction"),
        ("Under the law the harbour will never be sold.", "flat-prediction"),
        ("The name is bound to the object.", "flat-prediction"),
        ("Turnout fell by 17%. We can conclude that fewer came.", "unearned-conclusion"),
        ("It was decided by the board to close the ward.", "accountability-passive"),
        ("She asked whether a toll is being considered.", "agentless-discussion"),
        ("Vibrant Harbour opened.", "peacock-term"),
        ("He watched must-see-TV at the quay.", "peacock-term"),
        ("The plan is controversial because of the toll.", "loaded-label"),
        ("They discussed a controversial issue.", "loaded-label"),
        ("The key question is whether the dam holds.", "unargued-importance"),
        ("It is easy to forget the key.", "minimiser"),
    ],
)
def test_innocent_contexts(text: str, rule: str) -> None:
    assert not _texts(text, rule)


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("The minister clearly failed to act.", "booster-without-evidence", "clearly"),
        ("The drug has been proven to help.", "proof-overclaim", "been proven to"),
        ("The mayor will lose no matter what.", "flat-prediction", "no matter what"),
        ("Lessons will be learned.", "accountability-passive", "Lessons will be learned"),
        ("Measures are being taken.", "accountability-passive", "Measures are being taken"),
        ("The plan is hotly debated.", "agentless-discussion", "is hotly debated"),
        (
            "It should be noted, however, that fees apply.",
            "throat-clearing",
            "It should be noted, however, that",
        ),
        ("The hotel offers stunning views.", "peacock-term", "stunning"),
        ("The minister shamefully resigned.", "editorial-adverb", "shamefully"),
        ("It's easy to configure.", "minimiser", "It's easy to"),
        ("The notorious reform failed.", "loaded-label", "notorious reform"),
        ("The bridge opened, paving the way for growth.", "unargued-importance", "paving the way for"),
    ],
)
def test_more_ways_to_say_it(text: str, rule: str, found: str) -> None:
    assert _texts(text, rule) == [found]


def test_the_better_question_is_asked_alone() -> None:
    both = ("attribution", *GROUPS)
    text = "There have been active discussions around the plan."
    assert _texts(text, "agentless-discussion", both) == ["There have been active discussions"]
    assert not _texts(text, "nominal-attribution", both)
    text = "It was decided that the ward would close."
    assert _texts(text, "accountability-passive", both) == ["It was decided"]
    assert not _texts(text, "impersonal-passive-report", both)
    text = "There is no doubt that the dam holds."
    assert not _texts(text, "nominal-attribution", both)
    text = "A new study proves that coffee helps."
    assert _texts(text, "proof-overclaim", both) == ["A new study proves"]
    assert not _texts(text, "evidence-without-study", both)


@pytest.mark.parametrize(
    "piece",
    [
        "undoubtedly the dam fell and ",
        "the dam will continue to fall and ",
        "key issues and ",
        "was ignored and ",
        "it was decided that ",
        "a stunning a stunning ",
        "All this shows that. ",
        "1.2.3.",
        "According to experts, ",
        "30 percent of people say ",
        "sources say that ",
        '"It is so, he said ',
        "<!-- stet: all --> ",
    ],
)
def test_one_long_sentence_takes_linear_time(piece: str) -> None:
    def spent(size: int) -> float:
        started = time.process_time()
        api.check_text(piece * (size // len(piece)), settings=Settings(select=GROUPS))
        return time.process_time() - started

    spent(1_000)
    assert spent(60_000) < 3
