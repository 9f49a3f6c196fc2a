"""The sourcing of a whole document: measured, and asked about where there is none."""

from lint import api
from lint.model.settings import Settings

NEWS = Settings(measured=False, profile="news", select=("sourcing", "attribution"))


def test_measures_named_and_vague() -> None:
    text = (
        "Mei Tan said rents fell. Experts say they will rise. Omar Said of Norbank told reporters otherwise."
    )
    (file,) = api.check_text(text, name="a.txt", settings=NEWS).files
    assert file.sourcing["named"] == 2
    assert file.sourcing["vague"] in {0, 1}


def test_an_empty_text_has_no_ratio() -> None:
    (file,) = api.check_text("", name="a.txt", settings=NEWS).files
    assert file.sourcing["vague_ratio"] is None
    assert file.findings == ()


def test_ratio_names_the_lines() -> None:
    text = "Experts warn of delays.\n\nAnalysts expect a strike.\n\nCritics blame the board.\n"
    findings = api.check_text(text, name="a.txt", settings=NEWS).findings
    (ratio,) = [f for f in findings if f.rule == "sourcing/vague-attribution-ratio"]
    assert [text[slice(*r.span)] for r in ratio.related] == ["Analysts expect", "Critics blame"]


def test_one_link_is_a_source() -> None:
    text = "Rents doubled. " * 80 + "See [the yearbook](https://housing.example.co/2021)."
    findings = api.check_text(text, name="a.md", settings=NEWS).findings
    assert [f for f in findings if f.rule == "sourcing/no-sources"] == []
