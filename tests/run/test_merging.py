"""What becomes of findings that say one thing: asked once, folded, raised where the writer left a gap."""

import pytest

from lint import api
from lint.model.finding import Edit, Finding, Fix
from lint.model.settings import Settings
from lint.model.text import Span
from lint.run.engine import keep_strongest
from lint.run.owed import ask_once
from lint.run.repeats import fold_repeats


def finding(rule="a/b", start=0, end=3, confidence=0.6, **more):
    return Finding(rule, Span(start, end), "warning", confidence, "seen", "Why?", **more)


def check(text, name="a.md", **settings):
    (file,) = api.check_text(text, name=name, settings=Settings(measured=False, **settings)).files
    return {f.rule: f for f in file.findings}


def test_who_stays_with_the_attribution_and_the_possibility_asks_how_likely():
    found = check("However, some experts believe that the outage could shake confidence in the bank.")
    who, how = found["attribution/quantified-vague-agents"], found["hedging/compound-evasion"]
    assert "who" in who.missing
    assert how.missing == ("precision",)
    assert how.question == "How likely is it?"
    assert how.related[0].span == who.span
    assert who.related[-1].span == how.span
    alone = check("Some experts believe that the outage shakes confidence in the bank.")
    assert who.confidence > alone["attribution/quantified-vague-agents"].confidence


def test_another_clause_asks_for_itself():
    text = "Experts say no. Prices may rise."
    agent = finding("attribution/bare-expert-claim", 0, 11, missing=("who",))
    evasion = finding("hedging/compound-evasion", 23, 31, missing=("who", "precision"))
    assert ask_once([agent, evasion], text) == [agent, evasion]


@pytest.mark.parametrize(("times", "findings"), [(5, 5), (6, 1), (40, 1)])
def test_the_sixth_of_a_kind_folds_them_all(times, findings):
    text = "abc " * times
    many = [finding(start=4 * n, end=4 * n + 3) for n in range(times)]
    found = fold_repeats(many, text, 5)
    assert len(found) == findings
    if findings == 1:
        assert found[0].message == f"seen ({times} times in this text)"
        assert found[0].span == Span(0, 3)
        assert [r.span.start for r in found[0].related][:2] == [4, 8]
        assert len(found[0].related) == min(times - 1, 20)


def test_folding_keeps_every_edit_and_the_surest():
    fixes = [Fix((Edit(Span(4 * n, 4 * n + 3), "x"),), True) for n in range(6)]
    many = [finding(start=4 * n, end=4 * n + 3, confidence=0.5 + n / 100, fix=fixes[n]) for n in range(6)]
    (one,) = fold_repeats(many, "abc " * 6, 5)
    assert len(one.fix.edits) == 6
    assert one.confidence == 0.55


def test_other_words_and_other_rules_are_not_folded():
    text = "abc abd " * 4
    many = [finding("a/b" if n % 2 else "a/c", 4 * n, 4 * n + 3) for n in range(8)]
    assert len(fold_repeats(many, text, 5)) == 8
    assert len(fold_repeats(many, text, 0)) == 8


def test_repeats_can_be_told_apart_by_a_setting():
    text = "Studies show that it works. " * 7
    rule = ("evidence-without-study",)
    assert len(api.check_text(text, settings=Settings(measured=False, select=rule)).findings) == 1
    assert len(api.check_text(text, settings=Settings(measured=False, select=rule, repeats=0)).findings) == 7


@pytest.mark.parametrize(
    "text",
    [
        "Experts say that rents will fall [citation needed].",
        "Experts say that rents will fall. [citation needed]",
        "Experts say that [rents will fall](#).",
    ],
)
def test_a_gap_raises_and_is_told(text):
    rule = "attribution/bare-expert-claim"
    without = check("Experts say that rents will fall.")[rule]
    found = check(text)[rule]
    assert found.confidence == pytest.approx(min(without.confidence + 0.15, 0.99))
    assert any(e.kind in {"gap", "empty link"} and e.strength == 0 for e in found.evidence)


def test_a_gap_elsewhere_raises_nothing():
    rule = "attribution/bare-expert-claim"
    text = "Experts say that rents will fall. The mill is old [citation needed]."
    assert check(text)[rule].confidence == check("Experts say that rents will fall.")[rule].confidence


def test_a_document_without_sources_hides_its_paragraphs():
    whole = finding("sourcing/no-sources", scope="document")
    part = finding("sourcing/unsourced-paragraph", 40, 60, scope="paragraph")
    yields = {"sourcing/unsourced-paragraph": frozenset(("sourcing/no-sources",))}
    assert keep_strongest([whole, part], yields) == [whole]
    assert keep_strongest([part], yields) == [part]


def marks(text, **settings):
    found = api.check_text(text, name="a.md", settings=Settings(measured=False, **settings)).findings
    return [(f.rule, f.span) for f in found]


def test_a_phrase_on_several_lists_is_marked_once_for_its_wording():
    found = marks("At this point in time, he goes.")
    assert [rule for rule, _ in found] == ["readability/wordy-phrase", "time/deictic-time"]
    assert [rule for rule, _ in marks("Please refer back to the plan.")] == [
        "proselint/redundancy.misc.after_the_deadline"
    ]


def test_a_mark_on_one_word_of_a_longer_one_stays_where_it_asks_something_else():
    style, other = ("concision",), ("consistency",)
    wide = finding("proselint/a", 0, 20, missing=style)
    inner = finding("proselint/b", 4, 9, missing=("clarity",))
    assert keep_strongest([inner, wide], {}) == [wide]
    assert keep_strongest([inner._replace(missing=other), wide], {}) == [wide, inner._replace(missing=other)]
    assert keep_strongest([inner._replace(severity="error"), wide], {}) == [
        wide,
        inner._replace(severity="error"),
    ]
    sentence = finding("readability/long-sentence", 0, 80, missing=("clarity",))
    assert keep_strongest([sentence, inner], {}) == [sentence, inner]
