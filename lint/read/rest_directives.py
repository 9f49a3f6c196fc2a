"""What the directives of docutils and Sphinx hold: prose, a title, code."""

from __future__ import annotations

from lint.model.pattern import pattern

CODE = frozenset(
    """
acks-list audio autosummary bibliography blockdiag bokeh-plot bpmn code code-block codeauthor command-output
currentmodule currentlibrary date default-domain default-role digraph doctest ditaa embed exec execute_code gallery
graph graphviz highlight highlightlang html-page image include index inheritance-diagram ipython jsmath kernel-abi
kernel-doc kernel-feat kernel-figure-source kernel-image kernel-include kernel-render literalinclude math mathjax mermaid
meta moduleauthor nbgallery nwdiag parsed-literal plot productionlist prompt py:currentmodule raw role runblock
sectionauthor sectnum section-numbering seqdiag sourcecode tabularcolumns target-notes testcleanup testcode testoutput
testsetup title todo todolist toctree unicode uml plantuml video youtube cssclass rst-class-only bokeh cpp:namespace
cpp:namespace-push cpp:namespace-pop c:namespace c:namespace-push c:namespace-pop c:alias cpp:alias program
restindex ref-code-block footbibliography deps-table
""".split()
)
"""Directives of which nothing is prose: code, formulas, pictures, lists of files, settings."""

CODE_NAME = pattern(
    r"(?:^|[-_:])(?:code|graph|diagram|diag|plot|uml|exec|execute|console|shell|script|prompt|output|literal|ipython"
    r"|jupyter|yaml|json|include|image|video|svg|html|css|raw|math|equation|cell)(?:$|[-_])|(?:code|diag|graph|plot)$"
)
"""Parts of a name that tell of code in a directive that is in no list."""

KIND = {
    **dict.fromkeys(
        """
acks attention availability caution compound danger epigraph-text error footer header highlights hint hlist impl-detail
important info line-block note seealso tip warning versionhistory
""".split(),
        "text",
    ),
    **dict.fromkeys("epigraph pull-quote".split(), "quotation"),
    **dict.fromkeys(
        """
admonition button card centered collapse contents dropdown grid-item-card rubric sidebar tab tab-item tip-box
topic toggle question collapsible
""".split(),
        "title",
    ),
    **dict.fromkeys("table list-table flat-table".split(), "table"),
    "csv-table": "values",
    **dict.fromkeys(
        "deprecated versionadded versionchanged versionremoved soft-deprecated".split(), "version"
    ),
    "deprecated-removed": "versions",
}
"""How the others are laid out. Of one that is not here the argument is a name or a signature, the content prose."""
