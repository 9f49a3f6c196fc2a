r"""LaTeX as it is printed."""

from __future__ import annotations

import time

import pytest
from seen import blocks, comments, marks, prose

import lint
from lint.model.settings import Settings
from lint.read import latex, read
from lint.read.fold import fold


def seen(text: str) -> list[str]:
    """Return the folded text of each block, a hole as ``█``."""
    flat = fold(latex.read(text))
    return [flat.text[start:end].replace("\x1a", "█") for start, end in flat.blocks]


def test_paragraphs_end_at_blank_lines_and_par() -> None:
    assert seen("One\ntwo.\n\nThree.\\par Four.\r\n\r\nFive.") == ["One two.", "Three.", "Four.", "Five."]


def test_view_has_the_sources_own_characters() -> None:
    assert prose(latex.read("An \\emph{old} $x$ \\cite{a}.")) == "An ░░░░░░old░ ███ ░░░░░░░░."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"caf\'e", "café"),
        (r"caf\'{e}s", "cafés"),
        (r"na{\"\i}ve", "naïve"),
        (r"\c{c}a \v Sik", "ça Þik"),
        (r"stra\ss e, Gau\ss{}, \O re", "straße, Gauß, Øre"),
        ("don't", "don't"),
        ("``It is''---so---'' 3--4", "\x93It is\x94\x97so\x97\x94 3\x964"),
        ("`one'", "\x91one'"),
        (r"5\,\% of R\&D~costs \$5", "5 % of R&D costs $5"),
        (r"and so on\ldots{} \LaTeX\ is", "and so on\x8e LaTeX is"),
        (r"\enquote{yes}, \enquote*{no}", "\x93yes\x94, \x93no\x94"),
        (r"hy\-phen\-ate shelf\/ful", "hyphenate shelfful"),
        (r"$95\%$ of $12$ and $n$ more", "95% of 12 and █ more"),
        ("cut%\n  off % why\nhere", "cutoff here"),
        (r"one\\two\\[3pt]three", "one two three"),
        (r"a \foo{b}{c} d \bar\ e", "a b█c d █ e"),
        (r"{\bf a} {\em b\/}c", "a bc"),
        (r"\textcolor{red}{a} \href{http://a.b/%7E}{b c}", "a b c"),
        (r"\texorpdfstring{A}{B} \SI{5}{\km} \num{7}", "A 5█ 7"),
        ("a\n\\begin{equation}\n  x\n\\end{equation}\nb", "a █ b"),
    ],
)
def test_spelled_otherwise(written: str, read: str) -> None:
    assert seen(written) == [read]


def test_finding_takes_in_what_is_written() -> None:
    text = 'The \\emph{na\\"{\\i}ve} idea.'
    flat = fold(latex.read(text))
    at = flat.text.index("na")
    assert text[slice(*flat.source_span(at, at + 5))] == 'na\\"{\\i}ve'


def test_headings_items_cells_and_quotations() -> None:
    document = latex.read(
        "\\title[s]{T \\LaTeX}\\section*{S}\\paragraph{P} text\n"
        "\\begin{itemize}\\item a\\begin{enumerate}\\item[b] c\\end{enumerate}\\end{itemize}"
        "\\begin{tabular}{ll}d & e\\\\ \\hline f\\end{tabular}"
        "\\begin{quote}g\\end{quote}\\caption[x]{h}"
    )
    assert [(b.kind, b.level, b.quoted) for b in document.blocks] == [
        ("heading", 1, False),
        ("heading", 2, False),
        ("heading", 5, False),
        ("paragraph", 0, False),
        ("item", 1, False),
        ("item", 2, False),
        ("item", 2, False),
        ("cell", 0, False),
        ("cell", 0, False),
        ("cell", 0, False),
        ("paragraph", 0, True),
        ("paragraph", 0, False),
    ]


def test_note_is_no_part_of_the_sentence_which_goes_on() -> None:
    text = "Rents rose\\footnote{ In \\emph{1990}.\n\nSo. }, he said\\footnote{Ito.}.\n\nEnd.\\thanks{You.}"
    assert seen(text) == ["Rents rose, he said.", "In 1990.", "So.", "Ito.", "End.", "You."]
    document = latex.read(text)
    assert [b.kind for b in document.blocks] == ["paragraph", "note", "note", "note", "paragraph", "note"]
    assert text[slice(*document.blocks[0].span)].startswith("Rents rose")
    assert text[slice(*document.blocks[0].span)].endswith("{Ito.}.")
    assert blocks(document)[4] == ("paragraph", "End.")
    assert [mark[1] for mark in marks(document, "note-ref")] == ["\\footnote", "\\footnote"]
    flat = fold(document)
    assert flat.text[flat.flat(text.index("he said")) :].startswith("he said")
    assert flat.text[flat.flat(text.index("Ito")) :].startswith("Ito")


def test_float_stands_apart() -> None:
    text = "Rents\n\\begin{figure}\\caption{A roof.}\\end{figure}\nrose."
    assert seen(text) == ["Rents rose.", "A roof."]


def test_citations_are_marks_and_holes_only_where_the_sentence_needs_them() -> None:
    assert seen("So~\\cite{a}. In \\cite{a}, \\textcite{b} shows \\citep[see][3]{c}.\\footcite{d}") == [
        "So . In █, █ shows ."
    ]
    document = latex.read(
        "So \\cite[see][p.~3]{a, b-c} and \\parencites{d}[4]{e} \\citeauthor*{f} \\nocite{g}."
    )
    assert [target for _, _, target in marks(document, "citation")] == ["a; b-c", "d; e", "f"]


def test_links_addresses_references_and_code() -> None:
    document = latex.read(
        "\\href{http://a.b/c\\_d}{the \\emph{x}} \\url{http://e.f/%7E} \\verb|g| \\texttt{h} \\ref{i} https://j.k"
    )
    assert marks(document, "link", "url", "code", "ref") == [
        ("link", "the \\emph{x", "http://a.b/c_d"),
        ("url", "\\url{http://e.f/%7E}", "http://e.f/%7E"),
        ("code", "\\verb|g|", ""),
        ("code", "\\texttt{h}", ""),
        ("ref", "\\ref{i}", "i"),
        ("url", "https://j.k", "https://j.k"),
    ]


def test_comments() -> None:
    document = latex.read(
        "\\usepackage{x}% stet-file\n\\begin{document}a 5\\% b % c\n%% stet: d: e\nf\\end{document}% g"
    )
    assert comments(document) == [("stet-file", "% stet-file"), ("c", "% c"), ("stet: d: e", "%% stet: d: e")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Experts agree.\n", 1),
        ("% stet: bare-expert-claim: known\nExperts\nagree.\n", 0),
        ("Experts agree. % stet\n", 0),
        ("A.\n% stet-line\nExperts agree.\n\nExperts agree.", 1),
        ("% stet-begin\nExperts agree.\n\nExperts agree.\n% stet-end\n\nExperts agree.", 1),
        ("% stet-file\nExperts agree.\n\nExperts agree.", 0),
        ("\\begin{comment}\nstet-file\n\\end{comment}\nExperts agree.\n\nExperts agree.", 0),
        ("A\\footnote{B.} c.\n% stet\nExperts agree.\n\nExperts agree.", 1),
    ],
)
def test_stet(text: str, count: int) -> None:
    settings = Settings(select=("attribution/bare-expert-claim",), measured=False, repeats=0, format="latex")
    assert len(lint.check_text(text, name="a.tex", settings=settings).findings) == count


def test_footnote_is_evidence() -> None:
    settings = Settings(select=("attribution/bare-expert-claim",), measured=False, format="latex")

    def count(text: str) -> int:
        return len(lint.check_text(text, name="a.tex", settings=settings).findings)

    assert count("Experts agree that rents rose.") == 1
    assert not count("Experts agree that rents rose.\\footnote{Yearbook, p.~4.}")
    assert not count("Experts agree\\footnote{Yearbook, p.~4.} that rents rose.")
    assert not count("Experts agree that rents rose~\\cite{yearbook}.")


def test_gap_for_a_source_is_seen() -> None:
    settings = Settings(select=("sourcing/citation-placeholder",), measured=False, format="latex")
    for text in (
        "Rents rose \\todo{cite}.",
        "Rents rose. \\todo[inline]{source?} So.",
        "Rents rose [citation needed].",
    ):
        assert len(lint.check_text(text, name="a.tex", settings=settings).findings) == 1


def test_other_languages_are_left_out() -> None:
    text = "A {\\selectlanguage{german} B \\emph{c}} D \\textgerman{E} e \\begin{french}F\\end{french} G"
    assert seen(text) == ["A", "D █ e", "G"]
    assert seen("\\usepackage[ngerman,english]{babel}\\begin{document}A") == ["A"]
    assert seen("\\setmainlanguage{french}\\begin{document}A\\selectlanguage{english}B") == ["B"]


GERMAN = "Die Mieten sind in der Stadt nicht gestiegen, und das ist auch für den Hafen so"
ENGLISH = "The rents in the town of Halden did not rise, and so it was with the harbour"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{GERMAN}.\\footnote{{{ENGLISH}.}} {GERMAN}.", [f"{ENGLISH}."]),
        (f"{ENGLISH}\\footnote{{{GERMAN}.}} in {2020}.", [f"{ENGLISH} in 2020."]),
        (f"{GERMAN}.\\footnote{{See Arlen.}} {GERMAN}.", []),
        (f"{ENGLISH}.\\footnote{{See Arlen.}}", [f"{ENGLISH}.", "See Arlen."]),
        (f"{ENGLISH}\\footnote{{{GERMAN}.\\footnote{{{ENGLISH}.}}}}.", [f"{ENGLISH}.", f"{ENGLISH}."]),
        (f"{GERMAN}\\footnote{{{GERMAN}.}}.", []),
    ],
)
def test_a_note_has_a_language_of_its_own(text: str, left: list[str]) -> None:
    flat = fold(read(text, "a.tex"))
    assert [flat.text[start:end].replace("\x1a", "█") for start, end in flat.blocks] == left


def test_a_formula_in_the_words_of_a_formula_does_not_end_it() -> None:
    assert seen(r"An $x = \text{if $y$ holds} + 1$ is $\mbox{so}$.") == ["An █ is █."]
    assert seen(r"An $x \text{if $y$ or {\it z}}$ is $\text{never$ so.") == ["An █ is █ so."]
    assert seen("An $x = \\text{if\n\nB $y$ holds}.") == ["An $x = if", "B █ holds."]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A \\verb@x y@ is \\verb*|z|.", ["A █ is █."]),
        ("A {\\tt x y} is {\\ttfamily z}, {\\small so}.", ["A █ is █, so."]),
        ("A\n\\begin{Scode}\n$x {\n\\end{Scode}\nB", ["A", "B"]),
        ("\\parindent=0pt \\parskip 6pt plus 1pt\\baselineskip=1.2\\baselineskip A", ["A"]),
        ("A\\hskip 1em plus 2em B \\kern-3pt C\\vskip10pt D", ["A B C", "D"]),
        ("\\font\\big=cmr10 scaled \\magstep1 \\catcode`\\@=11 A \\char'101", ["A"]),
        ("\\input chapter.one\nA \\patterns{.x1y}", ["A"]),
        ("\\newcommand{\\R}{\\textsf{R}\\xspace}In \\R{} and \\R, not \\Q{}.", ["In R and R, not █."]),
        ("\\newcommand{\\x}{more words} So \\x.", ["So █."]),
        ('The \\Rcmd{glht()} and \\Rclass{"lm"} of \\Rpack{mine}.', ["The █ and █ of mine."]),
    ],
)
def test_what_no_reader_reads(text: str, left: list[str]) -> None:
    assert seen(text) == left


def test_chunks_of_sweave_are_code() -> None:
    text = "A is\n<<fit, echo=FALSE>>=\nx <- $y$ @ 3\n@\nB << C >>= D\n<<a>>=\nnever ended"
    assert seen(text) == ["A is", "B << C >>= D"]
    assert read(text, "a.Rnw").format == "latex"


def test_begin_in_a_comment_is_none() -> None:
    assert seen("A\n% \\begin{document}\nB") == ["A B"]


HOSTILE = (
    *"\\ { } $ & ~ % ` [ ] --".split(),
    *"\\begin{a} \\end{a} \\begin{itemize}\\item \\footnote{x \\section{ \\emph{ \\label{ \\cite{ \\foo[ \\foo[[".split(),
    *"\\[ \\( $x$ $$ \\begin{equation} \\begin{verbatim} \\iffalse \\newcommand{\\a} \\def\\a{ \\item[ \\' \\verb|".split(),
    *"\\href{ \\url{ \\\\[ \\begin{tabular}{ \\enquote{ \\todo{cite \\begin{frame}{ \\textcolor{ a\\footnote{b} \\foo{".split(),
    *"\\selectlanguage{german}{ \\begin{figure} \\begin{theorem}[ {a}\\end{b} \\let\\a \\SI{1} \\cites{a} \\c{".split(),
    "\n\n",
    "% \n",
)


@pytest.mark.parametrize("markup", HOSTILE)
def test_any_heap_of_markup_is_read_in_linear_time(markup: str) -> None:
    text = markup * (100_000 // len(markup))
    for whole in (text, f"\\documentclass{{a}}{text}\\begin{{document}}{text}"):
        start = time.process_time()
        document = latex.read(whole)
        fold(document)
        assert time.process_time() - start < 5
        assert len(document.prose) == len(whole)


def test_deep_nesting() -> None:
    for opened, closed in (("{", "}"), ("\\begin{a}", "\\end{a}"), ("\\footnote{a ", "}"), ("\\emph{", "}")):
        document = latex.read(f"x {opened * 10_000}word{closed * 10_000} y")
        assert "word" in prose(document)
