"""References that point at nothing, paragraphs of figures, and texts that rest on one voice."""

import pytest

from lint import api
from lint.model.settings import Settings


def messages(rule, text, name="a.md"):
    (file,) = api.check_text(
        text, name=name, settings=Settings(measured=False, profile="news", select=(rule,))
    ).files
    return [f.message for f in file.findings]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("It fell.[^a]\n\n[^a]: Yearbook.", False),
        ("It fell.[^A]\n\n[^a]: Yearbook.", False),
        ("It fell.[^b]\n\n[^a]: Yearbook.", True),
        ("# Old *mills*\n\nSee [there](#old-mills).", False),
        ("# `code` here\n\nSee [there](#code-here).", False),
        ("# `code`\n\nSee [there](#code).", False),
        ("# Same\n\n# Same\n\nSee [there](#same-1).", False),
        ("# Old mills {#mills}\n\nSee [there](#mills).", False),
        ('<a id="mills"></a>\n\nSee [there](#mills).', False),
        ("Old mills\n=========\n\nSee [there](#old-mills).", False),
        ("# Old mills\n\nSee [there](#new-mills).", True),
        ("{% include 'x' %}\n\nSee [there](#new-mills).", False),
        ("Go [to the top](#top). Go [back to top](#).", False),
        ("See [the yearbook]().", True),
        ("As shown [2].\n\n[1]: first\n\nText.", False),
    ],
)
def test_markdown(text, broken):
    assert bool(messages("broken-reference", text)) is broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("It fell [1]_.\n\n.. [1] Yearbook.\n", False),
        ("It fell [#a]_.\n\n.. [#a]\n   Yearbook.\n", False),
        ("It fell [2]_.\n\n.. [1] Yearbook.\n", True),
        ("It fell [#]_.\n\n.. [#] Yearbook.\n", False),
        (".. include:: notes.txt\n\nIt fell [2]_.\n", False),
        ("It fell [Ruiz2020]_.\n", True),
        ("It fell [Ruiz2020]_, see :ref:`prices`.\n", False),
        ("It fell [2]_, see :ref:`prices`.\n", True),
        ("It fell [Ruiz2020]_.\n\n.. [Ruiz2020] Yearbook.\n", False),
        ("See the yearbook_.\n", True),
        ("See the yearbook_.\n\n.. _Yearbook: https://halden.example.edu/y\n", False),
        ("See `the yearbook`_.\n\nThe *yearbook*\n==============\n\nText.\n", False),
        ("See `the yearbook`__.\n", True),
        ("See :ref:`the yearbook <yearbook>` and :doc:`y`.\n", False),
    ],
)
def test_rest(text, broken):
    assert bool(messages("broken-reference", text, "a.rst")) is broken


_ENTRIES = "\\begin{thebibliography}{9}\\bibitem{ito} Ito.\\bibitem[T20]{tan} Tan.\\end{thebibliography}"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("It fell[fn:1].\n\n[fn:1] Yearbook.\n", False),
        ("It fell[fn:2].\n\n[fn:1] Yearbook.\n", True),
        ("It fell[fn:a: Yearbook.] and rose[fn:a].\n", False),
        ("It fell[fn:a].\n* Notes :noexport:\n[fn:a] Yearbook.\n", False),
        ("#+INCLUDE: notes.org\nIt fell[fn:2], see [[*Prices]].\n", False),
        ("* TODO [#A] Old mills [1/2] :a:\nSee [[*Old mills]] and [[old mills][these]].\n", False),
        ("* Old mills\nSee [[*New mills][there]].\n", True),
        ("* Old mills\nSee the text at [[New mills]].\n", True),
        ("* Old\n:PROPERTIES:\n:CUSTOM_ID: mills\n:END:\nSee [[#mills][there]].\n", False),
        ("See [[#mills][there]].\n", True),
        (
            "* TODO The [[https://halden.example.edu][old]] mills, 2.0 :a:\nSee [[#the-old-mills-20][there]].\n",
            False,
        ),
        ("<<mills>> See [[mills][there]] and [[prices]].\n\n#+NAME: prices\n| a |\n", False),
        (
            "See [[file:a.org::*B][there]], [[./a]], [[a.png]], [[id:12][this]] and [[https://halden.example.edu/y][that]].\n",
            False,
        ),
        ("It fell [cite:@ruiz2020].\n", False),
    ],
)
def test_org(text, broken):
    assert bool(messages("broken-reference", text, "a.org")) is broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("= Mills <mills>\nSee @mills.\n", False),
        ("= Mills <mills>\nSee @prices.\n", True),
        ("See #ref(<prices>).\n", True),
        ('#include "b.typ"\nSee @prices.\n', False),
        ('It fell @ruiz.\n#bibliography("a.bib")\n', False),
        ("#show: it => a(it)\nIt fell @ruiz.\n", False),
    ],
)
def test_typst(text, broken):
    assert bool(messages("broken-reference", text, "a.typ")) is broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("It fell \\cite{ito,tan}. " + _ENTRIES, False),
        ("It fell \\cite[p.~3]{ruiz}. " + _ENTRIES, True),
        ("It fell \\cite{ruiz}. \\bibliography{x}" + _ENTRIES, False),
        ("It fell \\cite{ruiz}.", False),
        ("It fell.\\nocite{*} " + _ENTRIES, False),
        ("\\section{A}\\label{a} See \\ref{a} and \\cref{a}.", False),
        ("\\section{A}\\label{a} See Section~\\ref{b}.", True),
        ("\\section{A}\\label{a} See \\ref{b}. \\input{c}", False),
        ("\\section{A}\\label{a} See \\ref{b:\\number}, \\pageref{LastPage}.", False),
        ("\\begin{lstlisting}[label={b}]\n\\end{lstlisting} See \\ref{b}.", False),
        ("% \\ref{b}\n\\label{a}A \\verb|\\ref{c}|.", False),
    ],
)
def test_latex(text, broken):
    assert (
        bool(messages("broken-reference", f"\\begin{{document}}{text}\\end{{document}}", "a.tex")) is broken
    )
    assert not messages("broken-reference", text, "a.tex")


def test_a_number_beyond_the_list():
    text = "It fell [4].\n\nReferences\n\n1. One book.\n2. Two books.\n3. Three books.\n"
    assert messages("broken-reference", text, "a.txt") == ["the list of references ends at 3"]
    assert messages("broken-reference", text.replace("[4]", "[3]"), "a.txt") == []


def test_a_list_of_references_that_is_not_there_proves_nothing():
    assert messages("broken-reference", "It fell [4]. It rose [5].", "a.txt") == []


def test_one_message_a_missing_note():
    assert len(messages("broken-reference", "It fell.[^a] It rose.[^a] It fell.[^b]")) == 2


@pytest.mark.parametrize(
    ("tail", "count"),
    [
        ("", 1),
        (" The yearbook said so.", 0),
        (" (Ruiz 2019)", 0),
        ("\n\nMei Tan said that all of it is true.", 0),
        (" “Quite so.”", 0),
    ],
)
def test_figures_without_a_source(tail, count):
    text = "Half of the users leave. Costs rose by 30%. Only 8% pay for the larger plan." + tail
    assert len(messages("unsourced-paragraph", text)) == count


def test_one_voice():
    text = "It is safe, Jan Roth said. Roth said that it was tested. Output is up, Roth added. All is well, Roth said."
    assert messages("single-source-dependence", text) == ["4 of 4 attributions are to Roth"]


@pytest.mark.parametrize(
    "text",
    [
        "In an interview, Jan Roth said it. Roth said so. It is, Roth added. All is well, Roth said.",
        "Jan Roth said it. Eva Roth said so. It is, Roth added. All is well, Roth said.",
        "Jan Roth said it. Mei Tan said so. Roth said it. Tan said it. Roth said so.",
    ],
)
def test_one_voice_that_is_the_matter_or_is_two(text):
    assert messages("single-source-dependence", text) == []


LIST = "\n\nReferences\n\n1. Arlen, Rents.\n2. Boyd, Tiles.\n3. Crane, Lead.\n"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("They rose [1] and fell [2], which regs[46] holds.", False),
        ("They rose [1] and fell [2], as open[7] has it.", False),
        ("They rose [1] and fell [2], as they say [7].", True),
        ("They rose.[1] They fell.[2] They stood.[7]", True),
        ("The price[1] rose and the rent[2] fell, as the tax[7] did.", True),
    ],
)
def test_numbers_behind_a_word(text, broken):
    assert bool(messages("broken-reference", text + LIST, "a.txt")) is broken


def test_a_list_of_references_begins_with_one():
    text = (
        "They rose [9].\n\nReferences\n\n 1 - Arlen, Rents.\n 9 - Boyd, Tiles.\n\n4. More\n5. Less\n6. Rest\n"
    )
    assert not messages("broken-reference", text, "a.txt")
    assert not messages("broken-reference", text.replace(" 1 - ", " ").replace(" 9 - ", " "), "a.txt")


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("= T\n:toc:\n\nSee <<mills>>.\n", True),
        ("= T\n:toc:\n\nSee xref:mills[the mills].\n", True),
        ("= T\n:toc:\n\n[[mills]]See <<mills,there>>.\n", False),
        ("= T\n:toc:\n\n[#mills.x]\nSee <<mills>>.\n", False),
        ("= T\n:toc:\n\n== Old *mills*\n\nSee <<_old_mills>> and <<Old mills>>.\n", False),
        ("= T\n:toc:\n\n== Mills\n\n== Mills\n\nSee <<_mills_2>>.\n", False),
        ("= T\n:toc:\n\n* [[[r]]] Yearbook.\n\nIt fell <<r>>.\n", False),
        ("= T\n:toc:\n\nSee <<other.adoc#mills>> and xref:other.adoc#mills[].\n", False),
        ("= T\n:toc:\n\nSee <<mills>>.\n\ninclude::mills.adoc[]\n", False),
        ("= T\n\nSee <<mills>>.\n", False),
        ("See <<mills>>.\n", False),
    ],
)
def test_asciidoc(text, broken):
    assert bool(messages("broken-reference", text, "a.adoc")) is broken
