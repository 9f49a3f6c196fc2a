"""Text in, ``Document`` out: one module per format, none of which moves an offset."""

from __future__ import annotations

from lint.model.text import Document

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".txt": "plain",
    ".text": "plain",
    ".rst": "plain",
    "": "plain",
}
"""Formats by lower-case suffix; what is not here is plain text when named explicitly."""

FORMATS = ("markdown", "plain")


def format_of(name: str) -> str:
    """Return the format that a file name's suffix gives; plain text where it gives none."""
    base = name.replace("\\", "/").rpartition("/")[2]
    dot = base.rfind(".")
    return SUFFIXES.get(base[dot:].lower() if dot > 0 else "", "plain")


def read(text: str, name: str = "", form: str = "") -> Document:
    """Read ``text`` in the format ``form``, or in the one that ``name`` suggests."""
    if (form or format_of(name)) == "markdown":
        from lint.read import markdown  # imported late: plain text never pays for the parser

        return markdown.read(text, name)
    from lint.read import plain

    return plain.read(text, name)
