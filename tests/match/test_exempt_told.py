"""What is answered beside the words, or not said at all, is left alone."""

import pytest

from lint import api
from lint.model.settings import Settings


@pytest.mark.parametrize(
    ("rule", "claimed", "innocent"),
    [
        ("unsupported-cause", "The toll led to a sharp decline in exports.", "The war led to a sharp decline in exports."),
        ("trend-without-numbers", "Now more and more families sail.", "The fund sets out to help more and more families."),
        ("institution-as-mind", "Brussels believes the forecast.", "Nobody in Brussels believes the forecast."),
        ("institution-as-mind", "The government hopes for rain.", "The government hopes to open the lock."),
        ("universal-claim", "No one knows the sandbar.", "No one knows the sandbar better than the pilots."),
        ("group-generic", "Residents want to film.", "They film anything that residents want to lend."),
        ("euphemism", "The old founder has passed away.", "The old fears have passed away."),
        ("agentless-discussion", "The toll has sparked speculation.", "The toll has sparked press speculation."),
        ("agentless-discussion", "Its age was contested.", "The seat was contested in May."),
        ("proof-overclaim", "It is conclusive proof of a leak.", "The pilots want conclusive proof of a leak."),
        ("loaded-label", "The controversial toll starts.", "The controversial toll starts. Opponents have gone to court."),
        ("vague-link", "Shares jumped amid strikes.", "Shares jumped amid reports of a merger."),
        ("vacuous-possibility", "The toll could play a role in trade.", "Ilse Maan said the toll could play a role in trade."),
        ("timeless-habit", "By tradition, the first loaf is salted.", "By tradition, the first loaf should cool."),
    ],
)  # fmt: skip
def test_innocent_context_is_left_alone(rule: str, claimed: str, innocent: str) -> None:
    def found(text: str) -> list[str]:
        report = api.check_text(text, settings=Settings(measured=False, select=(rule,)))
        return [f.rule.partition("/")[2] for f in report.findings]

    assert rule in found(claimed)
    assert rule not in found(innocent)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The diet was found to increase weight.", True),
        ("The diet was found to increase with age.", False),
        ("In rabbits, the diet was found to increase weight.", False),
        ("The survey suggests ways to cut waste.", False),
    ],
)
def test_what_was_done_on_a_bench_was_not_only_watched(text: str, marked: bool) -> None:
    settings = Settings(measured=False, profile="science", select=("observational-as-causal",))
    assert bool(api.check_text(text, settings=settings).findings) is marked
