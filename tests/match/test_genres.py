"""Contexts that judging brought to light: what is innocent there, and what stays asked for beside it."""

import pytest

from lint import api
from lint.model.settings import Settings

ABSTRACT = (
    "Cells and light.\n\nHere we grew moss cells under lamps of five colours for six weeks and counted them every day. "
    "{} The count rose under blue light and fell under red light, which we had not foreseen."
)


def _asked(rule: str, text: str, profile: str = "news") -> bool:
    settings = Settings(measured=False, profile=profile, select=(rule,))
    return bool(api.check_text(text, name="a.txt", settings=settings).findings)


@pytest.mark.parametrize(
    ("rule", "innocent", "asked", "profile"),
    [
        (
            "evidence-without-study",
            "Declare the data attributes first.",
            "The data show that sales fell.",
            "docs",
        ),
        (
            "evidence-without-study",
            "It has been shown that this is slow.",
            "Studies show that this is slow.",
            "docs",
        ),
        (
            "evidence-without-study",
            "Sleep matters, according to a study last year by doctors at Norham University.",
            "Sleep matters, according to a study last year.",
            "news",
        ),
        (
            "folk-attribution",
            "In a poll of 900, voters believe that rents will rise.",
            "The voters grumble. Many voters believe that rents will rise.",
            "news",
        ),
        (
            "folk-attribution",
            "To win, many people believe in luck.",
            "Many people believe that luck wins.",
            "news",
        ),
        ("folk-attribution", "Many workers feel the cold.", "Many workers feel that it is cold.", "news"),
        (
            "hearsay-adverb",
            "A channel is said to be closed at that point.",
            "The bridge reportedly leaks.",
            "docs",
        ),
        (
            "hearsay-adverb",
            "The bridge, the Northern Courier reported, allegedly leaks.",
            "The bridge allegedly leaks.",
            "general",
        ),
        (
            "impersonal-passive-report",
            "It is expected that the server is running.",
            "It is widely believed that the server is slow.",
            "docs",
        ),
        (
            "nominal-attribution",
            "The plan has drawn criticism from rivals.",
            "The plan has drawn criticism.",
            "news",
        ),
        (
            "poll-without-particulars",
            "A new poll shows a close race. The Norham Courier poll asked 900 people.",
            "A new poll shows a close race. The parties are nervous.",
            "news",
        ),
        (
            "reputation-passive",
            "Such a plan could be dismissed as a joke.",
            "Such a plan was dismissed as a joke.",
            "news",
        ),
        (
            "unspecified-reports",
            "The fund doubled, fundraising reports show.",
            "The fund doubled, media reports show.",
            "news",
        ),
        (
            "anonymous-individual-source",
            "After a long night officials agreed to open the dam.",
            "After a long night officials said that the dam was open.",
            "news",
        ),
        (
            "ghost-critics",
            "She and her supporters say that it works.",
            "Supporters say that it works.",
            "news",
        ),
        (
            "bare-expert-claim",
            "Why Experts Say This Small Town Will Never Sleep Again.",
            "Here is why experts say this small town will never sleep again.",
            "news",
        ),
        (
            "compound-evasion",
            "Many feared that he might fail, but he passed.",
            "Many feared that he might fail.",
            "news",
        ),
        (
            "noncommittal-close",
            "More research is needed on the gills of old trout.",
            "More research is needed.",
            "encyclopedic",
        ),
        (
            "vacuous-possibility",
            "Red spots may or may not be present.",
            "The buyer may or may not sign.",
            "news",
        ),
        (
            "empty-adaptor",
            "The loop helps to some extent.",
            "The loop stalls in certain cases.",
            "docs",
        ),
        (
            "unsupported-superlative",
            "This is the most important part of the file.",
            "Zephyr is the fastest parser available.",
            "docs",
        ),
    ],
)
def test_innocent_and_asked(rule: str, innocent: str, asked: str, profile: str) -> None:
    assert (_asked(rule, innocent, profile), _asked(rule, asked, profile)) == (False, True)


def test_an_abstract_cites_nothing() -> None:
    claim = "Red light is widely regarded as harmless."
    assert not _asked("reputation-passive", ABSTRACT.format(claim), "science")
    assert _asked("reputation-passive", ABSTRACT.format(claim), "news")
    assert _asked("reputation-passive", claim, "science")


def test_what_is_hidden_stays_a_sign_of_doubt() -> None:
    settings = Settings(
        measured=False, profile="docs", select=("impersonal-passive-report",), min_confidence=0.3
    )
    report = api.check_text("It is expected that the server is running.", name="a.txt", settings=settings)
    assert [0.3 < f.confidence < 0.5 for f in report.findings] == [True]
