"""What is conceded, argued or told is no booster, label or praise."""

import pytest

from lint import api
from lint.model.settings import Settings

GROUPS = ("certainty", "agency", "loaded")


@pytest.mark.parametrize(
    ("rule", "claimed", "innocent"),
    [
        ("booster-without-evidence", "The pier is no doubt pretty.", "The pier is no doubt pretty, but it leaks."),
        ("booster-without-evidence", "The lamp is obviously broken.", "The lamp is more obviously broken."),
        ("booster-without-evidence", "Obviously, the bank knew.", "Obviously, given the memo, the bank knew."),
        ("flat-prediction", "The scheme is doomed to fail.", "The scheme is doomed to fail because it is costly."),
        ("presupposed-truth", "It is well known that it leaks.", "It is well known for its leaks."),
        ("agentless-discussion", "It has attracted attention.", "It has attracted the attention of two builders."),
        ("loaded-label", "The controversial bill passed.", "The controversial bill drew protests from the port."),
        ("peacock-term", "The town boasts a tower.", "The town boasts a 40-metre tower."),
        ("unargued-importance", "It plays a key role in society.", "It plays a key role in training pilots."),
        ("editorial-adverb", "Of course, the pier leaked.", "The pier, of course, leaked."),
    ],
)  # fmt: skip
def test_innocent_context_is_left_alone(rule: str, claimed: str, innocent: str) -> None:
    def found(text: str) -> list[str]:
        report = api.check_text(text, settings=Settings(measured=False, select=GROUPS))
        return [f.rule.partition("/")[2] for f in report.findings]

    assert rule in found(claimed)
    assert rule not in found(innocent)
