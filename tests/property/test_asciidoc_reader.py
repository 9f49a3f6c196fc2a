"""Any AsciiDoc gives a document that keeps its invariants."""

from __future__ import annotations

from documents import check, texts
from hypothesis import given, settings

from lint.model.text import GLUE
from lint.read import asciidoc
from lint.read.fold import fold

_MARKUP = """
* ** *** _ __ ` `` ''  ' # ## + ++ +++ $$ ^ ~ \\ \\\\ \\* \\{ { } {name} {nbsp} {plus} {set:a:b} < << >> <<id>> <<id,text>> <1> <- <= -> => > -- --- ---- ... .... (C) (R)
(TM) (( )) ((( ))) ((a)) (((a))) [ ] [[ ]] [[id]] [[[ref]]] [#id] [.role] [role]#a# [NOTE] [quote,A,"B"] [verse,A] [source] [stem] [cols="1,2a,m"] [%header,format=csv]
"` `" '` `' `a` *a* _a_ :a: :name: :!name: link:x[a] link:x[ https://x[ https://x[a,b=c^] https://x[] mailto:a@b.c[d] xref:a[b] xref:a.adoc#b[] image:a[b] image::a[b]
footnote:[ footnote:[a] footnote:[a]b footnote:x[] footnoteref:[a,b] kbd:[A] btn:[B] menu:F[S] pass:[a] stem:[x] icon:x[] indexterm:[a] anchor:a[] cite:[k] foo:bar[baz]
include::a[] ifdef::a[] endif::[] &amp; &#8217; &nbsp; |=== ,=== :=== !=== | a| 2+^.>s| 3*| \\| ! , ==== **** ____ ++++ //// ``` = == === . .. - 1. a. i) :: ;; ::: ~~~ ^^^ ''' <<<
"""
_STARTS = (
    "\n= ",
    "\n== ",
    "\nTitle\n=====\n",
    "\nTitle\n-----\n",
    "\n* ",
    "\n** ",
    "\n. ",
    "\n1. ",
    "\n- [x] ",
    "\n+\n",
    "\nterm:: ",
    "\n----\n",
    "\n====\n",
    "\n****\n",
    "\n____\n",
    "\n--\n",
    "\n////\n",
    "\n|===\n",
    "\n|===\n|a |b\n\na|* c\n|===\n",
    "\n// x\n",
    "\n.T\n",
    "\nNOTE: ",
    "\n> a\n> -- b\n",
    '\n"a\nb"\n-- c\n',
    "\n:a: b\n",
    "\n ",
    " +\n",
)


@settings(max_examples=600, deadline=None)
@given(texts(_MARKUP, *_STARTS))
def test_any_text_keeps_the_invariants(text: str) -> None:
    document = asciidoc.read(text, "a.adoc")
    check(document, text, nested=True)
    done = 0
    for item in document.spelled:
        assert done <= item.start < item.end <= len(text)
        assert len(item.seen) <= item.end - item.start
        done = item.end


@settings(max_examples=300, deadline=None)
@given(texts(_MARKUP, *_STARTS))
def test_offsets_go_there_and_back(text: str) -> None:
    document = asciidoc.read(text, "a.adoc")
    flat = fold(document)
    assert len(flat.blocks) == len(document.blocks)
    assert GLUE not in flat.text
    for block, (start, end) in zip(document.blocks, flat.blocks, strict=True):
        for at in range(start, end):
            span = flat.source_span(at, at + 1)
            if any(item.start <= span.start < item.end for item in document.spelled):
                continue
            assert block.span.start <= span.start < span.end <= block.span.end
            if flat.text[at].isascii() and flat.text[at].isalnum():
                assert text[span.start] == flat.text[at]
                assert flat.flat(span.start) == at
