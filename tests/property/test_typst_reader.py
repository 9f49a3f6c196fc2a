"""Any text gives a document of Typst that keeps its invariants."""

from __future__ import annotations

from documents import check, texts
from hypothesis import given, settings

from lint.read import typst
from lint.read.fold import fold

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
    done = 0
    for item in document.spelled:
        assert done <= item.start < item.end <= len(text)
        assert len(item.seen) <= item.end - item.start
        done = item.end


@settings(max_examples=200, deadline=None)
@given(_TYPST)
def test_offsets_go_there_and_back(text: str) -> None:
    document = typst.read(text, "a.typ")
    flat = fold(document)
    assert len(flat.blocks) == len(document.blocks)
    for block, (start, end) in zip(document.blocks, flat.blocks, strict=True):
        for at in range(start, end):
            span = flat.source_span(at, at + 1)
            if any(item.start <= span.start < item.end for item in document.spelled):
                continue
            assert block.span.start <= span.start < span.end <= block.span.end
            if flat.text[at].isascii() and flat.text[at].isalnum():
                assert text[span.start] == flat.text[at]
