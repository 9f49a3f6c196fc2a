"""Verbs that judge a speaker: nouns, demands, acts and judgements that are given, beside those that colour."""

import pytest

from lint import api
from lint.model.settings import Settings


def _asked(text: str, profile: str = "news") -> bool:
    settings = Settings(measured=False, profile=profile, select=("loaded-reporting-verb",))
    return bool(api.check_text(text, name="a.txt", settings=settings).findings)


@pytest.mark.parametrize(
    ("innocent", "asked"),
    [
        ("Rowe's claims that it leaks were heard.", "Rowe claims that it leaks."),
        ("Marlow boasts a harbour.", "Rowe boasts that he won."),
        ("Okafor claimed the prize.", "Okafor claimed the mayor slept."),
        ("The lawsuit claims that it leaks.", "The owner claims that it leaks."),
        ("The survey reveals that it leaks.", "Today she revealed that it leaks."),
        ("Tan insisted that the crew be paid.", "Tan insisted that the crew was paid."),
        ("Rowe wrongly claimed that it was shut.", "Rowe claimed that it was shut."),
        ("Rowe claimed that it was shut. But it was open.", "Rowe claimed that it was shut. It was Monday."),
        ("I have confessed that it leaks.", "She confessed that it leaks."),
        ("Rowe admitted he made a mistake.", "Rowe admitted he knew the buyer."),
        ('Rowe claimed that it was a "hoax".', "Rowe claimed that it was a hoax."),
    ],
)
def test_what_is_innocent_and_what_is_asked(innocent: str, asked: str) -> None:
    assert not _asked(innocent)
    assert _asked(asked)


def test_news_points_out_facts() -> None:
    claim = "Rowe pointed out that the bridge leaks."
    assert not _asked(claim)
    assert _asked(claim, "encyclopedic")
