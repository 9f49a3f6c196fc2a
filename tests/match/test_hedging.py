"""Hedging: stacks and their fixes, density, sourced figures, evasion on top of evasion."""

from lint import api
from lint.model.finding import Finding
from lint.model.settings import Settings


def _findings(text: str, rule: str) -> list[Finding]:
    report = api.check_text(text, settings=Settings(measured=False, select=("hedging", "attribution")))
    return [f for f in report.findings if f.rule == f"hedging/{rule}"]


def _texts(text: str, rule: str) -> list[str]:
    return [text[f.span.start : f.span.end] for f in _findings(text, rule)]


def _fixed(text: str, rule: str) -> str:
    (finding,) = _findings(text, rule)
    assert finding.fix is not None
    ((span, replacement),) = finding.fix.edits
    return text[: span.start] + replacement + text[span.end :]


def test_a_stack_keeps_its_modal() -> None:
    assert _fixed("The pump could potentially leak.", "modal-stack") == "The pump could leak."
    assert _fixed("The pump may also possibly leak.", "modal-stack") == "The pump may also leak."
    assert _fixed("Possibly could the pump leak.", "modal-stack") == "Could the pump leak."


def test_seems_to_suggest_keeps_the_second_verb_in_the_first_ones_form() -> None:
    assert _fixed("The data seems to suggest a leak.", "modal-stack") == "The data suggests a leak."
    assert _fixed("The figures appear to imply a leak.", "modal-stack") == "The figures imply a leak."


def test_a_stack_across_a_wrapped_line_is_one_stack() -> None:
    assert _texts("The pump could\npotentially leak.", "modal-stack") == ["could\npotentially"]


def test_a_person_who_seems_to_suggest_has_said_something() -> None:
    assert not _texts("Later he seems to suggest that the pump leaks.", "modal-stack")
    assert not _texts("In March Ana Ruiz appears to suggest that the pump leaks.", "modal-stack")


def test_possibly_under_a_negation_is_an_idiom() -> None:
    assert not _texts("Nobody thought that the pump could possibly leak.", "modal-stack")


def test_an_opener_is_deleted_up_to_the_claim() -> None:
    text = "It could be argued that the tax is unfair."
    assert _fixed(text, "shield-opener") == "The tax is unfair."
    assert _fixed("In our view, the tax is unfair.", "shield-opener") == "The tax is unfair."


def test_alternatives_are_no_pile_of_hedges() -> None:
    assert not _texts("It may rain, it might snow, or it could stay dry.", "hedge-density")


def test_a_stack_counts_once_in_a_pile() -> None:
    assert not _texts("It could potentially leak in certain cases.", "hedge-density")


def test_the_evasion_inside_a_vague_belief_is_reported_beside_the_believers() -> None:
    text = "Some analysts believe the outage could shake confidence."
    (finding,) = _findings(text, "compound-evasion")
    assert text[finding.span.start : finding.span.end] == "could shake"
    (whose,) = finding.related
    assert text[whose.span.start : whose.span.end] == "Some analysts believe"
    report = api.check_text(text, settings=Settings(measured=False, select=("attribution",)))
    assert [f.rule for f in report.findings] == ["attribution/quantified-vague-agents"]


def test_a_vacuous_possibility_is_the_stronger_word_for_the_same_evasion() -> None:
    text = "Some analysts believe the outage may have a certain impact."
    assert not _texts(text, "compound-evasion")
    assert _texts(text, "vacuous-possibility") == ["may have a certain impact"]


def test_a_program_that_may_or_may_not_is_specified() -> None:
    assert not _texts("The method may or may not return a copy.", "vacuous-possibility")
    assert _texts("The buyer may or may not sign.", "vacuous-possibility") == ["may or may not"]


def test_listed_factors_are_an_answer_and_an_including_list_half_of_one() -> None:
    bare = _findings("It depends on many factors.", "noncommittal-close")
    part = _findings("It depends on many factors, including the weather.", "noncommittal-close")
    assert bare[0].confidence > part[0].confidence >= 0.5
    assert not _findings("It depends on many factors: rain, frost and hail.", "noncommittal-close")


def test_a_sourced_count_needs_no_hedge_unless_it_is_in_doubt() -> None:
    text = "The town seems to have roughly 12,483 residents, the census found."
    assert _texts(text, "overhedged-sourced-fact") == ["seems to have roughly 12,483"]
    assert not _texts(text.replace("the census", "a preliminary census"), "overhedged-sourced-fact")
    assert not _texts(text.replace("12,483", "12,000"), "overhedged-sourced-fact")


def test_quoted_hedges_are_the_speakers() -> None:
    assert not _findings('"It could potentially leak," said Ana Ruiz.', "modal-stack")
