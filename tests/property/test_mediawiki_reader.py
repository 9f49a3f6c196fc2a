"""Any wiki text gives a document that keeps its invariants."""

from __future__ import annotations

from documents import check, check_offsets, check_spelled, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.model.text import GLUE, HOLE
from lint.read import mediawiki
from lint.read.fold import fold

_WIKI = texts(
    """
'' ''' '''' ''''' '''''' [[ ]] [[a]] [[a| [[a|b]]s [[File:a|thumb| [[File:a|thumb|b]] [[File:a|left]] [[Category:a]] [[fr:a]] [[a|]] [ ] [http://a.b
[http://a.b] [//a.b {{ }} {{{ }}} {{{1|a}}} {{{{ }}}} {{a}} {{a|b}} {{a|b= {{quote| {{quote|a}} {{cn}} {{fact|b}} {{nowrap| {{nowrap|a}} {{efn|
{{efn|a}} {{reflist|refs= {{reflist}} {{convert|5|km}} {{as_of|2010}} {{snd}} {{cite|a}} {{sfn|a}} {{#if:a|b}} {{lc:a}} {{Citation_needed_span|a|b}}
{{infobox | |a= || !! |} ~~~~ __TOC__ __ --- ---- &amp; &shy; &lt; <ref> <ref> </ref> </ref> <references> </references> <nowiki> </nowiki>
<nowiki/> <pre> </pre> <code> </code> <math> </math> <gallery> </gallery> <poem> </poem> <blockquote> </blockquote> <br> <br/> <q> </q> <div> </div>
<li> <td> </td> <h2> </h2> <cite> </cite> <includeonly> </includeonly> <!-- --> <!--a--> <table> </table> <foo> < > = == === | * # : ;
""",
    "\n{| a\n",
    "\n|-\n",
    "\n|}",
    "\n| a |",
    "\n! a",
    "\n|+ ",
    "\n* ",
    "\n#: ",
    "\n; a : ",
    "\n== a ==\n",
    "\n== a <!-- b -->",
    "\n code",
    '<ref name="a">',
    "<ref name=a />",
    '<span lang="fr">',
    '<span style="display:none">',
    "\nFile:a|b",
)


@settings(max_examples=600, deadline=None)
@given(_WIKI)
def test_mediawiki_keeps_its_invariants(text: str) -> None:
    document = mediawiki.read(text, "a.wiki")
    check(document, text, nested=True)
    check_spelled(document)


@settings(max_examples=300, deadline=None)
@given(_WIKI)
def test_offsets_go_there_and_back(text: str) -> None:
    document = mediawiki.read(text, "a.wiki")
    check_offsets(document)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["a", " b.", "<ref>c", " d</ref>", "</ref>", "\n\n", " "]), max_size=30))
def test_notes_are_no_part_of_the_sentence(parts: list[str]) -> None:
    document = mediawiki.read("".join(parts))
    check(document, "".join(parts), nested=True)
    flat = fold(document)
    for start, end in flat.blocks:
        seen = flat.text[start:end]
        assert GLUE not in seen
        assert HOLE not in seen
