"""Invented paragraphs: which are English, and what is said of those that are not."""

from __future__ import annotations

import pytest
from seen import blocks

import lint
from lint.model.settings import Settings
from lint.read import read

_GERMAN = "Die Brücke über den Fluss wird im Mai gesperrt, weil der Beton nicht mehr trägt und eine Prüfung aussteht."
_FRENCH = "Le pont sur la rivière est fermé depuis le mois de mai, et les travaux ne sont pas finis."
_SPANISH = "El puente sobre el río está cerrado desde mayo, y las obras no han terminado por falta de dinero."
_RUSSIAN = "Мост через реку закрыт с мая, и работы ещё не закончены."
_CHINESE = "河上的桥自五月起关闭，工程尚未完成。"
_ENGLISH = "The bridge over the river has been closed since May, and the work is not done."


@pytest.mark.parametrize(
    ("paragraph", "language"),
    [
        (_GERMAN, "German"),
        (_FRENCH, "French"),
        (_SPANISH, "Spanish"),
        (
            "Il ponte sul fiume è chiuso da maggio, e i lavori non sono finiti perché manca il denaro della città.",
            "Italian",
        ),
        (
            "A ponte sobre o rio está fechada desde maio, e as obras não foram concluídas por falta de dinheiro.",
            "Portuguese",
        ),
        (
            "De brug over de rivier is sinds mei gesloten, en het werk is nog niet klaar omdat er geen geld is.",
            "Dutch",
        ),
        (
            "Bron över ån har varit stängd sedan maj, och arbetet är inte klart för att det saknas pengar.",
            "Swedish",
        ),
        (
            "Most na rzece jest zamknięty od maja, a prace nie są jeszcze zakończone i nie wiadomo, kiedy się zakończą.",
            "Polish",
        ),
        (_RUSSIAN, "another script"),
        (_CHINESE, "another script"),
    ],
)
def test_a_paragraph_in_another_language_is_left_out(paragraph: str, language: str) -> None:
    document = read(f"{_ENGLISH}\n\n{paragraph}\n\n{_ENGLISH}\n", "a.md")
    assert [words for _, words in blocks(document)] == [_ENGLISH, _ENGLISH]
    assert document.note == f"1 of 3 paragraphs is not in English ({language}) and not checked"


@pytest.mark.parametrize(
    "text",
    [
        _ENGLISH,
        "Charles de Gaulle met the mayor of La Rochelle, who had read Les Misérables and said que sera, sera.",
        "Und, der, les, est, los: que of these words is which?",
        "der und les",
        "The word Мост means bridge.",
        "",
        "x = 1",
    ],
)
def test_english_with_foreign_words_stays(text: str) -> None:
    assert read(text, "a.md") == read(text, "a.md", any_language=True)


def test_short_blocks_go_with_those_around_them() -> None:
    text = f"# Brücken\n\n{_GERMAN}\n\n## Sperrung im Mai\n\n{_GERMAN}\n\n# Bridges\n\n{_ENGLISH}\n"
    assert [words for _, words in blocks(read(text, "a.md"))] == ["Bridges", _ENGLISH]


@pytest.mark.parametrize(
    ("head", "left"), [("lang: de", 0), ("language: fr-FR", 0), ("lang: en-GB", 1), ("title: lang", 1)]
)
def test_front_matter_has_the_first_word(head: str, left: int) -> None:
    assert len(read(f"---\n{head}\n---\n\n{_ENGLISH}\n", "a.md").blocks) == left


def test_it_is_said_once_a_file_and_can_be_refused() -> None:
    text = f"{_GERMAN}\n\nExperts agree that it is so, and the mayor of the town does not.\n\n{_FRENCH}\n"
    report = lint.check_text(text, name="a.md")
    assert [(p.message, p.status) for p in report.problems] == [
        ("2 of 3 paragraphs are not in English (French, German) and not checked", 0)
    ]
    assert {f.rule for f in report.findings} >= {"attribution/unsupported-consensus"}
    assert lint.check_text(text, name="a.md", settings=Settings(any_language=True)).problems == ()
