from __future__ import annotations

from lint.model.finding import FileReport, Finding, Report
from lint.model.text import Span
from lint.report import renderer
from lint.report.options import Options
from lint.report.visible import excerpt, visible, width

console = renderer("console")


def _one(text: str, start: int, end: int, width: int = 100) -> list[str]:
    """Return the source line and the caret line of one finding."""
    finding = Finding("g/r", Span(start, end), "warning", 0.5, "m", "q")
    file = FileReport("a.md", text, (finding,), {}, {})
    lines = console(Report((file,)), Options(width=width, quiet=True)).splitlines()
    return [line.removeprefix("  │ ") for line in lines if line.startswith("  │")]


def _under(shown: list[str]) -> str:
    """Return the part of the shown line that stands above the carets, by terminal columns."""
    line, carets = shown
    begin, end = carets.index("^"), carets.rindex("^") + 1
    at, out = 0, ""
    for char in line:
        if begin <= at < end:
            out += char
        at += width(char)
    return out


def test_a_finding_in_full(report: Report) -> None:
    assert console(report, Options()).splitlines() == [
        "docs/a.md",
        "",
        "docs/a.md:1:1  error  sourcing/no-source  0.90",
        "  Says who?",
        "  why:        no source",
        "",
        "docs/a.md:2:19  warning  attribution/bare-expert-claim  0.87",
        "  │     However, 専門家 and experts",
        "  │                         ^^^^^^^…",
        "  Which experts?",
        "  why:        “experts believe” names nobody",
        "  looked for: a named source, a citation",
        "  seen:       “study” (link, sentence before): answers 25% of it, which is too little",
        "  see also:   1:1 this study",
        "  fix:        name them: “experts” → “the panel” (check the meaning)",
        "",
        "docs/a.md: 12 words · reading grade 9.3 (8.1 to 11.0 by formula) · harder than 61 % of school readings"
        " · attributions: 0 named, 1 vague · 2 links",
        "b.txt: 1 word · too short to grade",
        "",
        f"{'':11}       error     warning",
        "attribution           ·           1",
        "sourcing              1           ·",
        "",
        "2 open questions in 2 files: 1 error, 1 warning (2 more let stand by stet).",
    ]


def test_quiet_leaves_only_findings(report: Report) -> None:
    quiet = console(report, Options(quiet=True))
    assert quiet.endswith("(check the meaning)\n\n")
    assert console(Report(), Options(quiet=True)) == ""


def test_a_clean_report_says_so() -> None:
    clean = Report((FileReport("a.md", "x", (), {}, {}),))
    assert console(clean, Options()).endswith("No open questions in 1 file.\n")
    assert console(Report(), Options()) == "Nothing was checked.\n"


def test_colours_come_from_the_table_and_only_when_asked(report: Report) -> None:
    assert "\x1b[33mwarning\x1b[0m" in console(report, Options(color=True))
    assert "\x1b" not in console(report, Options())


def test_carets_stand_under_the_span() -> None:
    for text, span in {
        "plain experts say": "experts",
        "\ttab\texperts\tsay": "experts",
        "a\texp\terts": "exp\terts",
        "専門家 experts 専門家": "experts",
        "some 専門家 say": "専門家",
        "e\u0301e\u0301 cafe\u0301 experts": "experts",
        "👍 experts": "experts",
        "\ufeffexperts": "experts",
        "\x1b[31mred experts": "experts",
        "a\u202eb experts": "experts",
        "form\x0cfeed\u2028experts": "experts",
    }.items():
        start = text.index(span)
        assert _under(_one(text, start, start + len(span))).replace(" ", "") == span.replace("\t", ""), text


def test_a_line_of_a_megabyte_is_cut_around_the_span() -> None:
    text = "many words " * 50_000 + "experts say" + " and more" * 50_000
    start = text.index("experts")
    shown = _one(text, start, start + 11, width=80)
    assert _under(shown) == "experts say"
    assert shown[0].startswith("…")
    assert shown[0].endswith("…")
    assert width(shown[0]) <= 80


def test_the_window_fits_wide_characters_and_long_spans() -> None:
    line = "専" * 500
    assert width(excerpt(line, 250, 252, 80).text) <= 80
    whole = excerpt("x" * 500, 0, 500, 80)
    assert len(whole.text) <= 80
    assert whole.carets <= 80
    end = excerpt("x " * 500, 996, 999, 80)
    assert end.text[end.indent : end.indent + 3] == "x x"
    assert excerpt("", 0, 1, 80) == ("", 0, 1)


def test_nothing_in_a_text_commands_the_terminal() -> None:
    assert visible("\x1b]0;x\x07") == "\\x1b]0;x\\x07"
    assert visible("a\u202eb\n\r\x9b\ud800") == "a\\u202eb\\n\\r\\x9b\\ud800"
    hostile = Finding("g/r", Span(0, 1), "warning", 0.5, "\x1b[2J", "\x1b[2J?", looked_for="\x1b")
    file = FileReport("a\x1b.md", "\x1b", (hostile,), {"note": "\x1b"}, {})
    for render in (renderer("console"), renderer("concise")):
        assert "\x1b" not in render(Report((file,)), Options())
