"""Text in, ``Document`` out: one module per format, none of which moves an offset.

To add a format: a module here with ``read(text, name) -> Document``, a row in ``READERS``, its suffixes in
``SUFFIXES``, and its constructs in ``tests/formats/``.
"""

from __future__ import annotations

from importlib import import_module

from lint.model.text import Document

READERS = {
    "html": ".page",
    "markdown": ".markdown",
    "plain": ".plain",
    "notebook": ".notebook",
}
"""The module of each format, imported when the first text needs it: nobody pays for another's parser."""

SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xht": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".ipynb": "notebook",
    ".txt": "plain",
    ".text": "plain",
    ".rst": "plain",
    "": "plain",
}
"""Formats by lower-case suffix; what is not here is plain text when named explicitly."""

FORMATS = tuple(READERS)


def format_of(name: str) -> str:
    """Return the format that a file name's suffix gives; plain text where it gives none."""
    base = name.replace("\\", "/").rpartition("/")[2]
    dot = base.rfind(".")
    return SUFFIXES.get(base[dot:].lower() if dot > 0 else "", "plain")


def read(text: str, name: str = "", form: str = "") -> Document:
    """Read ``text`` in the format ``form``, or in the one that ``name`` suggests.

    Raises ReadError where the format's parser is not installed, or where it gives the text up.
    """
    module = import_module(READERS[form or format_of(name)], __name__)
    document: Document = module.read(text, name)
    return document
