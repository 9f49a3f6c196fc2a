"""Any AsciiDoc gives a document that keeps its invariants."""

from __future__ import annotations

from documents import check, check_offsets, check_spelled, texts
from hypothesis import given, settings

from lint.model.text import GLUE
from lint.read import asciidoc

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
    check_spelled(document)


@settings(max_examples=300, deadline=None)
@given(texts(_MARKUP, *_STARTS))
def test_offsets_go_there_and_back(text: str) -> None:
    document = asciidoc.read(text, "a.adoc")
    assert GLUE not in check_offsets(document).text
