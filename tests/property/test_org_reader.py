"""Any text gives a document of Org that keeps its invariants."""

from __future__ import annotations

from documents import check, check_offsets, check_spelled, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.model.text import GLUE, HOLE
from lint.read import org
from lint.read.fold import fold

_MARKUP = r"""
* ** *a* *a /b _c_/ +d+ =e= ~f~ _ / + = ~ [[ ]] ][ [ ] [[a]] [[a][b]] [[file:a.png]] [fn:1] [fn:: [fn:a: [fn:1]] [cite:@k] [cite/t:@k [1/2] [%]
[2024-01-01 <2024-01-01 <2024-01-01> <<a>> <<<a>>> <https://a.b> \\ \( \) \[ \] \alpha \nbsp{} \foo{a} \_ $ $$ $a$ @@html:a@@ @@ {{{a}}} {{{ }}}
src_c{a} call_f(a) a_{b} a^{b} a_ ^ { } | |- || :a: : # #+ #+a: #+begin_quote #+end_quote :END: - + 1. 1) :: [@5] [ ] [X] file:a cite:a,b TODO
COMMENT :noexport: %%( CLOCK: ----- \begin{a} \end{a}
"""
_STARTS = (
    "\n* ", "\n** TODO [#A] ", " :noexport:\n", "\n- ", "\n  - ", "\n\t+ ", "\n1. ", "\n  ", "\n        ", "\n\n\n", "\n| a | ", "\n|-+-|\n",
    "\n#+begin_quote\n", "\n#+end_quote\n", "\n#+begin_src\n", "\n#+end_src\n", "\n#+BEGIN: x\n", "\n#+END:\n", "\n:NOTES:\n", "\n:PROPERTIES:\n", "\n:END:\n",
    "\n[fn:a] ", "\n# stet\n", "\n#+begin_comment\n", "\n#+end_comment\n", "\n#+TITLE: ", "\n#+CAPTION: ", "\n#+RESULTS:\n", "\n: ", "\n\\begin{a}\n", "\n\\end{a}\n",
    "\n#+TODO: A | B\n", "\n#+LANGUAGE: de\n", "- a :: ",
)  # fmt: skip
_ORG = texts(_MARKUP, *_STARTS)


@settings(max_examples=600, deadline=None)
@given(_ORG)
def test_any_text_keeps_the_invariants(text: str) -> None:
    document = org.read(text, "a.org")
    check(document, text, nested=True)
    check_spelled(document)


@settings(max_examples=200, deadline=None)
@given(_ORG)
def test_offsets_go_there_and_back(text: str) -> None:
    document = org.read(text, "a.org")
    check_offsets(document, back=False)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["a", " b.", "[fn:: c", "[fn:n:c", "]", "\n\n", " ", "*", "\n- "]), max_size=30)
)
def test_notes_are_no_part_of_the_sentence(parts: list[str]) -> None:
    document = org.read("".join(parts))
    check(document, "".join(parts), nested=True)
    flat = fold(document)
    for start, end in flat.blocks:
        assert GLUE not in flat.text[start:end]
        assert HOLE not in flat.text[start:end]
