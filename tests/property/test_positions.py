"""For any layout and markup, a finding's span holds exactly the words that it is about."""

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from lint import api
from lint.model.lines import LineIndex
from lint.model.settings import Settings

SPACE = st.sampled_from([" ", "\n", "  ", " \n", "\r\n", "\t", "\u00a0"])
WRAP = st.sampled_from(
    [("", ""), ("**", "**"), ("*", "*"), ("_", "_"), ("[", "](https://a.example.co/x)"), ("~~", "~~")]
)
BEFORE = st.sampled_from(
    ["", "😀 ", "東京 ", "e\u0301 ", "A line.\n\n", "# Heading\n\n", "\ufeff", "`code` ", "- item\n\n"]
)
ONLY = Settings(select=("bare-expert-claim",))


@settings(max_examples=150, deadline=None)
@given(before=BEFORE, space=SPACE, wrap=WRAP)
def test_span_holds_the_words(before: str, space: str, wrap: tuple[str, str]) -> None:
    text = f"{before}{wrap[0]}Experts{wrap[1]}{space}say that rents will fall."
    for finding in api.check_text(text, name="a.md", settings=ONLY).findings:
        found = text[slice(*finding.span)]
        seen = re.sub(r"\]\([^)]*\)|[*_~\[]", "", found)
        assert seen.split() == ["Experts", "say"]


@settings(max_examples=150, deadline=None)
@given(
    before=st.sampled_from(["", "<p>😀 ", "caf&eacute; ", "<h1>a</h1>", "<!-- b -->", "<ul><li>c<li>", "&ldquo;d&rdquo; "]),
    space=st.sampled_from([" ", "\r\n", "&nbsp;", "<br>", "&#32;", "<b> </b>", " <!-- c > --> "]),
    wrap=st.sampled_from([("", ""), ("<b>", "</b>"), ("<a name='x>y'>", "</a>"), ("<i lang=en>", "</I >"), ("", "&shy;")]),
    letter=st.sampled_from(["s", "&#115;", "<u>s</u>", "&#x73"]),
)  # fmt: skip
def test_span_in_a_page_holds_the_words(before: str, space: str, wrap: tuple[str, str], letter: str) -> None:
    text = f"{before}{wrap[0]}Expert{letter}{wrap[1]}{space}say that rents will fall."
    (finding,) = api.check_text(text, name="a.html", settings=ONLY).findings
    found = text[slice(*finding.span)]
    seen = re.sub(r"<br>|&#32;", " ", found)
    seen = re.sub(r"<!--.*?-->|<([^>\"']|'[^']*')*>|&shy;", "", seen)
    assert html.unescape(seen).split() == ["Experts", "say"]
    assert found.startswith("E")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("Experts say.\n\r\t *_`[]()#>-😀é“”’\"'|&;:/\f\u2028"), max_size=200))
def test_any_text_is_checked_and_every_place_is_inside(text: str) -> None:
    lines = LineIndex(text)
    for name in ("a.md", "a.txt", "a.html"):
        (file,) = api.check_text(text, name=name, settings=Settings(min_confidence=0.0)).files
        for finding in file.findings:
            assert 0 <= finding.span.start <= finding.span.end <= len(text)
            assert lines.offset(*lines.position(finding.span.start)) == finding.span.start
