"""MediaWiki's text as its page is read."""

from __future__ import annotations

import time

import pytest
from seen import blocks, comments, marks, prose

import lint
from lint.model.settings import Settings
from lint.read import format_of, mediawiki
from lint.read.fold import fold


def seen(text: str) -> list[str]:
    """Return the folded text of each block, a hole as ``█``."""
    flat = fold(mediawiki.read(text))
    return [flat.text[start:end].replace("\x1a", "█") for start, end in flat.blocks]


def found(text: str, rule: str) -> list[str]:
    """Return the source of each finding of a rule."""
    settings = Settings(select=(rule,), measured=False, repeats=0, format="mediawiki")
    report = lint.check_text(text, name="a.wiki", settings=settings)
    return [text[slice(*finding.span)] for finding in report.findings]


def test_suffixes() -> None:
    assert {format_of(name) for name in ("a.wiki", "a.MediaWiki", "a.wikitext")} == {"mediawiki"}


def test_view_has_the_sources_own_characters() -> None:
    assert prose(mediawiki.read("An ''[[old|new]]'' {{f}} <b>a</b>.")) == "An ░░░░░░░░new░░░░ █████ ░░░a░░░░."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("''One'' and '''two''' and '''''three'''''", "One and two and three"),
        ("the ''Titanic'''s hull", "the Titanic's hull"),
        ("''''bold'''' and ''''''six''''''", "'bold' and 'six'"),
        ("[[Dog]]s and [[Dog#Food|dog food]]s", "Dogs and dog foods"),
        ("[[Dog (animal)|]], [[Help:Dog|]], [[:Category:Dogs]]", "Dog, Dog, Category:Dogs"),
        ("[[:fr:Chien]] and [[w:Dog|a dog]][[fr:Chien]]", "fr:Chien and a dog"),
        ("[http://a.b the ''link''], [http://a.b].", "the link, ."),
        ("H<sub>2</sub>O, m<sup>2</sup>, a<br />b", "H2O, m2, a b"),
        ("caf&eacute;&nbsp;a <nowiki>''b'' [[c]] &amp;</nowiki> d", "café a ''b'' [[c]] & d"),
        ("a <code>b</code> c <math>d</math> e {{f|g}} h", "a █ c █ e █ h"),
        ("a {{nowrap|b ''c''}} d {{abbr|e|f}} {{small|1=g}}", "a b c d e g"),
        ("a{{snd}}b{{nbsp}}c {{'}}d{{'s}}", "a \x96b c 'd's"),
        ("{{convert|5|km|mi}}, {{convert|5|to|6|km}}, {{cvt|7}}", "5 km, 5█, 7"),
        ("{{As of|2010|5}} or {{as of|2011|lc=y}}, {{circa|1900}}", "As of 2010 or as of 2011, c. 1900"),
        ("a{{dubious|date=May}} b.{{unknown|x}} c{{dead link}}", "a b. c"),
        ("a{{citation needed|date=May}} b{{cn}}{{who|date=May}}", "a[citation needed] b[ref?][who?]"),
        ("a {{citation needed span|b|date=May}}", "a b[ref?]"),
        ("{{lang|fr|a}} {{{b}}} {{{{{c}}}|d}} e {{#if:a|b}} f {{lc:G}}", "e █ f G"),
        ("a <foo>b <tabber>c</tabber> 3 < 4 > 2", "a <foo>b c 3 < 4 > 2"),
        ("a <img src='b.png'></img> <a href='c'>d</a> <e@f.gh>", "a █ d <█>"),
        ("a <q>b</q> ~~~~", "a \x93b\x94"),
        ("a <!-- b\n\nc --> d", "a d"),
        ("a\n<!-- b -->\nc", "a c"),
        ("a {{nowrap|{{small|b [[c|d]]}} e}}", "a b d e"),
        ("[[a]] <span lang='de'>b <span>c</span></span> d", "a █ d"),
    ],
)
def test_spelled_otherwise(written: str, read: str) -> None:
    assert seen(written) == [read]


def test_headings_items_cells_and_quotations() -> None:
    document = mediawiki.read(
        "== H ==\n=== I ''i'' ===<!-- c -->\n* a\n#* b\n; c : d\n: e\ntext\n"
        "{| x\n|+ f\n! g !! y | h\n|-\n| z | i || j\n| k\n* l\nm\n|}\n"
        "<blockquote>n</blockquote>o\n{{quote|p\n\nq|r}}\n<poem>\ns\n</poem>\nt"
    )
    assert [(b.kind, b.level, b.quoted) for b in document.blocks] == [
        ("heading", 2, False),
        ("heading", 3, False),
        ("item", 1, False),
        ("item", 2, False),
        ("item", 1, False),
        ("item", 1, False),
        ("item", 1, False),
        ("paragraph", 0, False),
        *[("cell", 0, False)] * 6,
        ("item", 1, False),
        ("cell", 0, False),
        ("paragraph", 0, True),
        ("paragraph", 0, False),
        ("paragraph", 0, True),
        ("paragraph", 0, True),
        ("paragraph", 0, True),
        ("paragraph", 0, False),
    ]
    text = document.text
    assert (
        "".join(text[start:end] for _, (start, end), _, _ in document.blocks)
        == "HI ''iabcdetextfghijklmnopqst"
    )


def test_leading_spaces_are_code_outside_of_tables_and_quotations() -> None:
    assert seen("a\n b\nc") == ["a", "c"]
    assert seen("{|\n | a\n |}\n<blockquote>\n b\n</blockquote>\n {{x}}\n\n  {|\n| c\n|}") == ["a", "b", "c"]


def test_templates_on_lines_of_their_own_leave_no_trace() -> None:
    assert seen("{{Infobox\n| a = {{b|c}}\n| d = [[e|f]]<ref>g</ref>\n}}\n'''H''' is.\n{{clear}}\nI.") == [
        "H is.",
        "I.",
    ]
    assert seen("{{a}}{{b}}\nC {{d}} e.") == ["C █ e."]
    assert seen("{{USS|A}} was a ship.") == ["was a ship."]


def test_note_is_no_part_of_the_sentence_which_goes_on() -> None:
    text = "Rents rose<ref name=\"a\"> In ''1990''.\n\nSo. </ref>, he said<ref>Ito.</ref>.<ref name=a/>\n\nEnd.{{efn|You.}}"
    assert seen(text) == ["Rents rose, he said.", "In 1990.", "So.", "Ito.", "End.", "You."]
    document = mediawiki.read(text)
    assert [b.kind for b in document.blocks] == ["paragraph", "note", "note", "note", "paragraph", "note"]
    assert marks(document, "note-ref") == [
        ("note-ref", '<ref name="a">', "a"),
        ("note-ref", "<ref>", ""),
        ("note-ref", "<ref name=a/>", "a"),
        ("note-ref", "{{efn|", ""),
    ]
    flat = fold(document)
    assert flat.text[flat.flat(text.index("he said")) :].startswith("he said")


def test_file_captions_stand_apart() -> None:
    assert seen("a [[File:b.jpg|thumb|alt=c|d [[e|f]].]] g") == ["a g", "d f."]
    assert seen("a [[File:b.jpg|20px|c]] d [[File:b.jpg|left|c]] e") == ["a █ d e"]
    assert seen("<gallery>\nFile:a.jpg|b\nFile:c.jpg|alt=d|''e''\nFile:f.jpg\n</gallery>\ng") == [
        "b",
        "e",
        "g",
    ]


def test_lists_of_notes() -> None:
    text = (
        "A.<ref name=b />\n{{reflist|2|refs=\n<ref name=b>C.</ref>\n<ref name=d>{{cite web|url=e}}</ref>\n}}"
    )
    assert seen(text) == ["A.", "C."]
    assert len(marks(mediawiki.read(text), "note-ref")) == 1
    text = "A.<ref name=b />\n<references>\n<ref name=b>C.</ref>\n</references>\nD<ref>E</ref>"
    assert seen(text) == ["A.", "C.", "D", "E"]
    assert len(marks(mediawiki.read(text), "note-ref")) == 2


def test_marks() -> None:
    document = mediawiki.read(
        "[http://a.b the ''x''] [http://c.d] [[e|f]] https://g.h <code>i</code> <cite>j</cite> "
        "<abbr title='l'>k</abbr> {{sfn|Ito|2001|p=4}} [[File:m.jpg|thumb|n]]"
    )
    assert marks(document) == [
        ("link", "the ''x", "http://a.b"),
        ("emphasis", "x", ""),
        ("url", "[http://c.d]", "http://c.d"),
        ("url", "https://g.h", "https://g.h"),
        ("code", "i", ""),
        ("citation", "j", "j"),
        ("gloss", "k", "l"),
        ("citation", "{{sfn|Ito|2001|p=4}}", "Ito 2001 p=4"),
        ("image", "[[File:m.jpg|thumb|n]]", ""),
    ]


def test_comments() -> None:
    document = mediawiki.read(
        "<!-- stet-file -->\na <!--b--> {{nowrap|c <!-- d -->}} <pre><!-- e --></pre><!-- f"
    )
    assert comments(document) == [
        ("stet-file", "<!-- stet-file -->"),
        ("b", "<!--b-->"),
        ("d", "<!-- d -->"),
        ("f", "<!-- f"),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Experts agree.\n", 1),
        ("<!-- stet: bare-expert-claim: known -->\nExperts\nagree.\n", 0),
        ("Experts agree. <!-- stet -->\n", 0),
        ("A.\n<!-- stet-line -->\nExperts agree.\n\nExperts agree.", 1),
        ("<!-- stet-begin -->\nExperts agree.\n\nExperts agree.\n<!-- stet-end -->\n\nExperts agree.", 1),
        ("<!-- stet-file -->\nExperts agree.\n\nExperts agree.", 0),
        ("<!-- stet -->\n* Experts agree.\n* Experts agree.", 1),
        ("{|\n| A\n<!-- stet -->\n| Experts agree.\n|}\n", 0),
    ],
)
def test_stet(text: str, count: int) -> None:
    assert len(found(text, "attribution/bare-expert-claim")) == count


def test_unused_stet_is_told() -> None:
    settings = Settings(select=("attribution", "suppression"), measured=False, format="mediawiki")
    report = lint.check_text("<!-- stet: bare-expert-claim -->\nA mill.\n", name="a.wiki", settings=settings)
    assert [finding.rule for finding in report.findings] == ["suppression/unused-stet"]


def test_what_is_evidence() -> None:
    rule = "attribution/bare-expert-claim"
    assert found("Experts agree that rents rose.", rule)
    assert not found("Experts agree that rents rose.<ref>Yearbook, p. 4.</ref>", rule)
    assert not found("Experts agree<ref name=a /> that rents rose.", rule)
    assert not found("Experts agree that rents rose.{{sfn|Ito|2001}}", rule)
    assert not found("Experts agree that [https://norbank.example.net/report rents rose].", rule)
    assert found("[[Expert]]s agree that [[rent]]s rose.", rule), "a page of the wiki is no source"
    assert found("Experts agree that rents rose.{{citation needed|date=May 2010}}", rule)


def test_finding_takes_in_what_is_written() -> None:
    assert found("[[Expert]]s ''agree''.", "attribution/bare-expert-claim") == ["Expert]]s ''agree"]


def test_gap_for_a_source_is_seen() -> None:
    rule = "sourcing/citation-placeholder"
    for gap in (
        "{{citation needed|date=May 2010}}",
        "{{Fact}}",
        "{{cn}}",
        "{{By_whom|date=May\n2010}}",
        "{{weasel inline}}",
        "{{according to whom|date=May}}",
        "[citation needed]",
    ):
        assert found(f"Rents rose{gap} in Halden.", rule) == [gap]
        assert found(f"Rents rose.{gap} So.", rule) == [gap]


def test_missing_note_is_told() -> None:
    rule = "sourcing/broken-reference"
    listed = "\n{{Reflist}}"
    assert found(f'Rents rose.<ref name="a" /> So.<ref name=b>C.</ref><ref name="b" />{listed}', rule) == [
        "rose"
    ]
    assert found("Rents <ref name='a b'/> rose.<ref name='a b'/>\n<references />", rule) == ["Rents"]
    assert not found("Rents rose.<ref name=a />", rule), "it may be a part of a page"
    assert not found("Rents rose.<ref name=a /> {{reflist|refs=<ref name='a'>B</ref>}}", rule)
    assert not found(f"{{{{Infobox|a=<ref name='a1'>B</ref>}}}}\nRents rose.<ref name=a1 />{listed}", rule)
    assert not found(f"{{{{Infobox|ref=e18}}}}\nRents rose.<ref name=e18 />{listed}", rule), (
        "a template may have it"
    )
    assert not found(f"{{{{Population of Halden}}}} Rents rose.<ref name=abc />{listed}", rule)
    assert not found(f"Rents rose.<ref name='abc' />{{{{efn|B|name=abc}}}}{listed}", rule)


def test_mending_does_not_cross_markup() -> None:
    settings = Settings(select=("readability/wordy-phrase",), measured=False, format="mediawiki")
    for text in ("He did it in ''order'' to win.", "He did it in [[order]] to win."):
        assert lint.fix_text(text, name="a.wiki", settings=settings).after == text
    assert lint.fix_text("''In order to'' win.", name="a.wiki", settings=settings).after == "''To'' win."


HOSTILE = (
    *"[[ ]] [[a| {{ }} {{a| {{{ }}} '' ''' <ref> </ref> <ref>a <b <b> </b> <!-- <!--a--> <nowiki> <code> <q> [ ] http:// & &amp; ~~~ __A".split(),
    *"[[File:a|thumb| [[File:a|thumb|b]] {{quote| {{quote|a}} {{efn| a{{efn|b}} {{nowrap| {{nowrap|<code>}} {{cn}} {{reflist|refs=".split(),
    *"<blockquote> <div> </div> <table> <td> <gallery> <poem> <br> <references> <includeonly> <cite> <abbr,title='a'> [http://a".split(),
    *"|| !! -- = : ; <a {{a|b=c}} [[a|b]] [[a]] {{#if: {{convert|1|km}} {{citation_needed_span|a}} \" ' {{{{{1}}}}}".split(),
    "\n\n", "\n* ", "\n{|", "\n{|\n|", "\n|}", "\n== a", "\n== a ==", "\n=<!--", "\n a", "\n; a : b", "\n----", "\n; :", "<ref name=a />",
    "<span lang=fr>", "<span style='display:none'>", "<div style='display:none'>", "\n{| <!--", "\n; [[", "\nFile:a|b|", "a\n{{b}}\n", "\n|a|",
    "[http://a b] ", "<foo>", "<foo></foo>", "<nowiki ", "<ref ", "\n== a " + "<!--b-->" * 6_000, "<code>{{nowrap|<code>}}",
)  # fmt: skip


@pytest.mark.parametrize("markup", HOSTILE)
def test_any_heap_of_markup_is_read_in_linear_time(markup: str) -> None:
    text = markup * (100_000 // len(markup))
    for whole in (text, f"{{|\n| <gallery>{text}</gallery> {text}\n|}}"):
        start = time.process_time()
        document = mediawiki.read(whole)
        fold(document)
        assert time.process_time() - start < 4
        assert len(document.prose) == len(whole)


def test_deep_nesting() -> None:
    for opened, closed in (
        ("{{nowrap|", "}}"),
        ("{{quote|", "}}"),
        ("{{foo|", "}}"),
        ("{{efn|a ", "}}"),
        ("[[File:a|thumb|b ", "]]"),
        ("<ref>a ", "</ref>"),
        ("<blockquote>", "</blockquote>"),
        ("<div lang=fr>", "</div>"),
        ("\n{|\n|", "\n|}"),
        ("'''", "'''"),
        ("{{{", "}}}"),
        ("<b>", "</b>"),
        ("[[", "]]"),
    ):
        text = f"x {opened * 10_000}word{closed * 10_000} y"
        start = time.process_time()
        document = mediawiki.read(text)
        fold(document)
        assert time.process_time() - start < 4
        assert len(document.prose) == len(text)
        assert blocks(document)[0][1].startswith("x")
