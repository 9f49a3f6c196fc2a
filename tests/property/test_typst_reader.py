"""Any text gives a document of Typst that keeps its invariants."""

from __future__ import annotations

from documents import check, check_offsets, check_spelled, texts
from hypothesis import given, settings

from lint.read import typst

_MARKUP = r"""
* _ *a* _b_ `c` ``` ` $ $x$ $5$ \ \# \u{61} \u{ # #a #a.b #f(1) #f( ( ) [ ] { } #[ #{ #( "q" " ' ; , @a @a[ @a[b] <a> < // /* */ ~ -? -- --- http://a.b #text(x)[
#emph[ #strong[ #footnote[ #quote[ #quote(block:true)[ #link("a")[ #link("a") #cite(<a>) #table([A],[B]) #figure([a],caption:[b]) #hide[ #if #else #for in a*b
#x.y[a][b] += =>
"""
_STARTS = (
    "\n= ", "\n== ", "\n- ", "\n  - ", "\n+ ", "\n1. ", "\n/ T: ", "\n\n", "\n  ", "\n// stet\n", "\n/* stet */", "\n#let a = ", "\n#let f(x) = {\n", "\n#set text(lang: \"de\")\n",
    "\n#show: it => ", "\n#if a ", " else ", "\n#bibliography(\"a.bib\")\n", "\n```\n", "\n#import \"a\": b\n",
)  # fmt: skip
_TYPST = texts(_MARKUP, *_STARTS)


@settings(max_examples=600, deadline=None)
@given(_TYPST)
def test_any_text_keeps_the_invariants(text: str) -> None:
    document = typst.read(text, "a.typ")
    check(document, text, nested=True)
    check_spelled(document)


@settings(max_examples=200, deadline=None)
@given(_TYPST)
def test_offsets_go_there_and_back(text: str) -> None:
    document = typst.read(text, "a.typ")
    check_offsets(document, back=False)
