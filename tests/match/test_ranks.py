"""Ranks, shares, habits and possibilities: what is answered or meant otherwise, and what stays asked for beside it."""

import pytest

from lint import api
from lint.model.settings import Settings


def _asked(rule: str, text: str, profile: str = "general") -> bool:
    settings = Settings(measured=False, profile=profile, select=(rule,))
    return bool(api.check_text(text, name="a.txt", settings=settings).findings)


@pytest.mark.parametrize(
    ("rule", "innocent", "asked"),
    [
        ("group-generic", "Perhaps commuters hate the bus.", "Commuters hate the bus."),
        ("group-generic", "Signs help, so that patients trust it.", "Signs help, but patients distrust it."),
        ("group-generic", "Drivers want to know the price.", "Drivers want the price."),
        ("universal-claim", "ROWE: Everybody hates a queue.", "Everybody hates a queue."),
        ("universal-claim", "No one knows why it fell.", "No one reads the sign."),
        ("universal-claim", "Imagine an island where everyone wants salt.", "Here everyone wants salt."),
        ("timeless-habit", "It has traditionally been made of elder.", "It has traditionally avoided elder."),
        ("timeless-habit", "Historically, rents rose. Today they fall.", "Historically, rents rose. They fell."),
        ("unsupported-superlative", "He may be the country's best baker.", "He is the country's best baker."),
        ("unsupported-superlative", "Try the fastest parser available.", "Zil is the fastest parser available."),
        ("unsupported-superlative", "It is clearer than ever that it leaks.", "It is clearer than ever."),
        ("unsupported-superlative", "I know the finest coffee in Leeds.", "Lumo has the finest coffee in Leeds."),
        ("unsupported-superlative", "It is the best tea we have ever had.", "It is the best tea ever."),
        ("vague-majority", "So few people own a boat here.", "Few people own a boat here."),
        ("vague-majority", "Most people know that ice melts.", "Most people know the baker."),
        ("trend-without-numbers", "It grew as more and more people came.", "More and more people came."),
        ("shield-opener", "We think that it leaks.", "It would seem that it leaks."),
        ("shield-opener", "One could argue it leaks. However, it is new.", "One could argue it leaks. It is new."),
        ("vacuous-possibility", "They ask how it may affect the yield.", "It may affect the yield."),
        ("noncommittal-close", "A review finds that more research is needed.", "More research is needed."),
        ("compound-evasion", "Many say it may fall, but the town paid.", "Many say it may fall."),
        ("compound-evasion", 'Critics say it may fall. "It rots," said Bo Ek.', "Critics say it may fall."),
    ],
)  # fmt: skip
def test_what_is_innocent_and_what_is_asked(rule: str, innocent: str, asked: str) -> None:
    assert not _asked(rule, innocent)
    assert _asked(rule, asked)


def test_an_i_in_a_quotation_owns_nothing_outside() -> None:
    claim = "Lumo serves the finest coffee in Leeds."
    assert _asked("unsupported-superlative", f'The sign read "I am open" all day. {claim}')
    assert not _asked("unsupported-superlative", f"There I sat all day. {claim}")


def test_a_design_gives_its_authors_view() -> None:
    claim = "In our opinion, the second form reads better."
    assert not _asked("shield-opener", claim, "docs")
    assert _asked("shield-opener", claim, "general")


def test_documentation_tells_what_is_usual() -> None:
    assert not _asked("vague-majority", "Most users never change it.", "docs")
    assert _asked("vague-majority", "Most developers prefer it.", "docs")
