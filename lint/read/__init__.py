"""Text in, ``Document`` out: one module per format, none of which moves an offset.

To add a format: a module here with ``read(text, name) -> Document``, a row in ``READERS``, its suffixes in
``SUFFIXES``, and its constructs in ``tests/formats/``.
"""

from __future__ import annotations

from importlib import import_module

from lint.model.text import Document
from lint.read.language import keep_english

READERS = {
    "asciidoc": ".asciidoc",
    "commit": ".commit",
    "html": ".page",
    "mediawiki": ".mediawiki",
    "latex": ".latex",
    "markdown": ".markdown",
    "org": ".org",
    "plain": ".plain",
    "notebook": ".notebook",
    "python": ".source",
    "javascript": ".source",
    "typescript": ".source",
    "tsx": ".source",
    "go": ".source",
    "rust": ".source",
    "java": ".source",
    "c": ".source",
    "cpp": ".source",
    "shell": ".source",
    "rest": ".rest",
    "typst": ".typst",
    "email": ".mail",
}
"""The module of each format, imported when the first text needs it: nobody pays for another's parser."""

SUFFIXES = {
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
    ".asc": "asciidoc",
    ".eml": "email",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xht": "html",
    ".tex": "latex",
    ".ltx": "latex",
    ".latex": "latex",
    ".rnw": "latex",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".wiki": "mediawiki",
    ".mediawiki": "mediawiki",
    ".wikitext": "mediawiki",
    ".ipynb": "notebook",
    ".org": "org",
    ".txt": "plain",
    ".text": "plain",
    ".typ": "typst",
    ".rst": "rest",
    ".rest": "rest",
    "": "plain",
}
"""Formats by lower-case suffix; what is not here is plain text when named explicitly."""

CODE_SUFFIXES = {
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
    ".asc": "asciidoc",
    ".py": "python",
    ".pyi": "python",
    ".js": "javascript",
    ".jsx": "javascript",
    ".mjs": "javascript",
    ".cjs": "javascript",
    ".ts": "typescript",
    ".mts": "typescript",
    ".cts": "typescript",
    ".tsx": "tsx",
    ".go": "go",
    ".rs": "rust",
    ".java": "java",
    ".c": "c",
    ".h": "c",
    ".cc": "cpp",
    ".cpp": "cpp",
    ".cxx": "cpp",
    ".hh": "cpp",
    ".hpp": "cpp",
    ".hxx": "cpp",
    ".sh": "shell",
    ".bash": "shell",
}
"""Formats of programs, of which the comments are read. A folder is searched for them only where it is asked for."""

NAMES = dict.fromkeys(("COMMIT_EDITMSG", "MERGE_MSG", "NOTES_EDITMSG", "SQUASH_MSG", "TAG_EDITMSG"), "commit")
"""Formats by the whole name of a file: those in which git keeps a message while it is written."""

FORMATS = tuple(READERS)


def format_of(name: str) -> str:
    """Return the format that a file's name or its suffix gives; plain text where neither does."""
    base = name.replace("\\", "/").rpartition("/")[2]
    dot = base.rfind(".")
    suffix = base[dot:].lower() if dot > 0 else ""
    if not suffix:
        return NAMES.get(base, "plain")
    return SUFFIXES.get(suffix) or CODE_SUFFIXES.get(suffix, "plain")


def read(text: str, name: str = "", form: str = "", *, any_language: bool = False) -> Document:
    """Read ``text`` in the format ``form``, or in the one that ``name`` suggests.

    What is not English is left out, unless ``any_language``. Raises ReadError where the format's parser is not
    installed, or where it gives the text up.
    """
    form = form or format_of(name)
    module = import_module(READERS[form], __name__)
    # One module reads all programming languages, and must be told which it is.
    document: Document = (
        module.read(text, name, form) if READERS[form] == ".source" else module.read(text, name)
    )
    return document if any_language else keep_english(document)
