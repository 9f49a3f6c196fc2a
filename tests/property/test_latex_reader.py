r"""Any LaTeX gives a document that keeps its invariants."""

from __future__ import annotations

from documents import check, check_offsets, check_spelled, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.model.text import GLUE, HOLE
from lint.read import latex
from lint.read.fold import fold

_LATEX = texts(
    r"""
\ \\ { } [ ] {} \{ \} $ $$ $x$ \( \) \[ \] & \& % \% ~ ` `` ' '' -- --- ---- # ^ _ | \' \'e \"{o} \c{c} \v \ss \o{} \i
\emph{ \textbf{ \section{ \section*[s]{ \title{ \footnote{ \footnotetext{ \thanks{ \caption[a]{ \href{u}{ \url{ \url|a| \verb|x| \verb
\verb! \lstinline{ \texttt{ \cite{a} \cite[b][c]{d,e} \textcite{ \ref{ \label{ \item \item[ \bibitem{k} \\[2pt] \par \ldots \LaTeX \foo \foo{
\foo[ \foo{a}{b} \newcommand{\be}{\begin{equation}} \be \def\x#1{ \let\a\b \iffalse \else \fi \selectlanguage{german}
\selectlanguage{english} \foreignlanguage{german}{ \todo{cite} \todo{ \enquote{ \textcquote[p]{k}{ \multicolumn{2}{c}{ \SI{5}{ \input{f}
\begin{document} \end{document} \begin{itemize} \end{itemize} \begin{tabular}{l} \end{tabular} \begin{figure} \end{figure} \begin{quote}
\end{quote} \begin{verbatim} \end{verbatim} \begin{equation} \end{equation} \begin{foo}[a]{b} \end{foo} \begin{theorem}[ \end{theorem}
\begin{frame}{ \end{frame} \begin{ \end{ \begin{comment} \end{comment} \begin{otherlanguage}{german} \end{otherlanguage} \MakeShortVerb{\|}
\usepackage[german]{babel} \only<1-2>{ <1>
""",
    "% stet\n",
    "%\n",
    "\n  % x\n\n",
    "\\title{a}\\begin{document}",
)


@settings(max_examples=600, deadline=None)
@given(_LATEX)
def test_latex_keeps_its_invariants(text: str) -> None:
    document = latex.read(text, "a.tex")
    check(document, text, nested=True)
    check_spelled(document)


@settings(max_examples=300, deadline=None)
@given(_LATEX)
def test_offsets_go_there_and_back(text: str) -> None:
    document = latex.read(text, "a.tex")
    check_offsets(document)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["a", " b.", "\\footnote{c", " d}", "}", "\n\n", " "]), max_size=30))
def test_notes_are_no_part_of_the_sentence(parts: list[str]) -> None:
    document = latex.read("".join(parts))
    check(document, "".join(parts), nested=True)
    flat = fold(document)
    for block, (start, end) in zip(document.blocks, flat.blocks, strict=True):
        seen = flat.text[start:end]
        assert GLUE not in seen
        assert HOLE not in seen
        assert "c" not in seen or block.kind == "note"
