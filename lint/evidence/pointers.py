"""The check ``broken-reference``: notes, numbers and anchors that point at nothing in this file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lint.model.context import Context, Match
from lint.model.pattern import pattern
from lint.model.rule import Rule
from lint.model.text import Document, Mark

_ID = pattern(r"\{[^{}\n]*#([\w:.-]+)[^{}\n]*\}|\b(?:id|name)\s*=\s*[\"']?([\w:.+~-]+)")
_ELSEWHERE = pattern(r"\{\{|\{%|^(?:include|import) |\]\(#\w+\.\w+\(", 8)
"""Signs that a generator makes part of the page: what is not here may be there."""
_PAGE_ELSEWHERE = pattern(r"\{\{|\{%|<\?php|<%|<(?i:base)\s")
_TEX_ELSEWHERE = pattern(
    r"\\(?:input|include|subfile|import|subimport|externaldocument|InputIfFileExists|includeonly)(?![A-Za-z])|>>="
)
_ORG_ELSEWHERE = pattern(r"(?i)^[ \t]*#\+(?:include|setupfile):", 8)
_TEX_LABEL = pattern(
    r"\\[A-Za-z@]*(?:label|target|linelabel|newlabel)\*?\s*(?:\[[^\]]*\]\s*)?\{([^{}\\]*)\}|\blabel\s*=\s*\{?([^\s,{}\]]+)"
)
_PAGE_ID = pattern(r"(?:id|ID|name|NAME)\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_OCTETS = pattern(r"(?:%[0-9a-fA-F]{2})+")
_HEADING = pattern(r"^[> \t]{0,8}#{1,6}[ \t]+([^\r\n]*)", 8)
_UNWANTED = pattern(r"[^\w\- ]")
_ELEMENT = pattern(r"\b[A-Za-z_]\w?$")
"""A name of one or two letters right before the bracket: an element of an array, not a source."""
_IDENTIFIER = pattern(r"(?:[a-z\d]_|_[a-z\d]|\w:)[\w:]*$")
"""A name that a program or a manual page has: ``io_ports[8]``, ``linkgit:git-log[1]``."""
_NUMBERS = pattern(r"\d+")
_LETTERS = pattern(r"[A-Za-z]{3,}")
_BESIDE = 200
"""So many characters beside a link are looked at."""
_TOP = frozenset(("top", "back to top", "to top", "home", "up"))
_ENTRY = pattern(r"[ \t]{0,3}(?:\.\.[ \t]+)?\[(\d{1,3})\][:.]?[ \t]+\S")
_DEFINED = pattern(r"[ \t]*(?:[-*] )?(?:\.\.[ \t]+)?\[([^\[\]\n]{1,60})\]")
"""Where a note may begin: anything that could be one counts."""
_SPHINX = pattern(r"\.\. toctree::|:(?:ref|doc|term|numref|any):`")
"""Signs of a project of many files, in which a citation may be defined in any of them."""
_REFERENCES = pattern(
    r"^[ \t]*(?:#+[ \t]*)?(?:references|bibliography|sources|notes|footnotes|works cited)[ \t]*:?[ \t]*$", 10
)
_LISTED = pattern(r"^[ \t]{0,3}(\d{1,3})(?:[.)]|[ ]-)[ \t]+\S", 8)
_GRAFTED = pattern(r"\w\[([1-9]\d{0,2})\]")
"""A number in brackets right behind a word: a source, or the place of an element."""


_IN_THEIR_WAY = ("asciidoc", "mediawiki", "org", "typst")
"""Formats whose references have rules of their own, each in a module of its own."""


def broken_reference(context: Context, rule: Rule) -> Iterator[Match]:
    """Find notes without a definition, numbers beyond the reference list, and links to anchors that are not there."""
    document = context.flat.document
    if not document.marks or not context.flat.text.strip():
        return
    yield from _notes(context, rule)
    elsewhere = {"markdown": _ELSEWHERE, "html": _PAGE_ELSEWHERE}.get(document.format)
    if elsewhere and not elsewhere.search(document.text):
        yield from _links(context, rule)
    if document.bibliographies or document.format == "latex":
        from lint.evidence.cited import missing_entries

        for mark, message in missing_entries(context):
            if match := _match(context, rule, mark, message):
                yield match
    if document.format == "rest" and not _elsewhere(document):
        yield from _names(context, rule)
    if document.format == "latex" and not _TEX_ELSEWHERE.search(document.text):
        yield from _labels(context, rule)
    if document.format in _IN_THEIR_WAY:
        from lint.evidence.pointers_formats import find_missing  # imported late: others need none of it

        yield from _missing(context, rule, find_missing(document))


def _missing(context: Context, rule: Rule, faults: Iterable[tuple[Mark, str]]) -> Iterator[Match]:
    told: set[str] = set()
    for mark, message in faults:
        if message not in told and (match := _match(context, rule, mark, message)):
            told.add(message)
            yield match


def _match(context: Context, rule: Rule, mark: Mark, message: str) -> Match | None:
    """Return the match for a mark, widened to the word before it where the mark itself is unseen markup."""
    flat = context.flat
    start = flat.flat(mark.span.start)
    end = max(flat.flat(mark.span.end), start)
    if not flat.text[start:end].strip():
        start = max(flat.text.rfind(" ", 0, max(start - 1, 0)) + 1, 0)
        end = max(flat.flat(mark.span.start), start + 1)
    end = start + len(flat.text[start:end].rstrip(" .,;:"))
    if end <= start:
        return None
    return Match(rule, start, end, message=message, weighed=True)


def _notes(context: Context, rule: Rule) -> Iterator[Match]:
    document = context.flat.document
    if not any(m.kind == "note-ref" for m in document.marks):
        return
    if document.format == "org" and _ORG_ELSEWHERE.search(document.text):
        return
    defined = {_label(m.target) for m in document.marks if m.kind == "note"}
    defined |= {_label(m.group(1)) for m in _at_brackets(document.text, _DEFINED)}
    numbers = _list_of_references(document)
    told: set[str] = set()
    for mark in document.marks:
        if mark.kind != "note-ref":
            continue
        written = document.text[mark.span.start : mark.span.end]
        for message in _faults(document, mark, written, defined, numbers):
            if message not in told and (match := _match(context, rule, mark, message)):
                told.add(message)
                yield match


def _faults(
    document: Document, mark: Mark, written: str, defined: set[str], numbers: set[int]
) -> Iterator[str]:
    """Yield what is wrong with one reference, where the format makes it certain."""
    label = _label(mark.target)
    if written.startswith("[^"):
        if document.format == "markdown" and label not in defined:
            yield f"there is no note {mark.target!r} in this file"
    elif written.startswith("[fn:"):
        if label and label not in defined and f"fn:{label}" not in defined:
            yield f"there is no note {mark.target!r} in this file"
    elif written.endswith("]_"):
        missing = label[:1] not in "#*" and label and label not in defined and not _elsewhere(document)
        if missing and not (label[:1].isalpha() and written[1] != "#" and _SPHINX.search(document.text)):
            yield f"there is no note {mark.target!r} in this file"
    elif (
        written.startswith("[")
        and len(numbers) >= 3
        and not _ELEMENT.search(document.text, max(mark.span.start - 3, 0), mark.span.start)
        and not _IDENTIFIER.search(document.text, max(mark.span.start - 40, 0), mark.span.start)
        and document.text[mark.span.end : mark.span.end + 1] not in {"_", "(", "["}
        and not (_GRAFTED.match(document.text, mark.span.start - 1) and not _grafts(document, numbers))
    ):
        for number in map(int, _NUMBERS.findall(mark.target)):
            if number not in numbers and number > max(numbers):
                yield f"the list of references ends at {max(numbers)}"


def _grafts(document: Document, numbers: set[int]) -> bool:
    """Say whether most references of a text to its list stand right behind a word, as ``price[7]``."""
    text = document.text
    inside = [
        mark.span.start
        for mark in document.marks
        if mark.kind == "note-ref" and mark.target.isdecimal() and int(mark.target) in numbers
    ]
    return 2 * sum(text[at - 1 : at].isalnum() for at in inside) > len(inside)


def _names(context: Context, rule: Rule) -> Iterator[Match]:
    """Find reST's references by name that no target, title or note of this file has."""
    document = context.flat.document
    for mark in document.marks:
        if mark.kind == "link" and not mark.target:
            name = " ".join(document.text[mark.span.start : mark.span.end].split())
            if match := _match(context, rule, mark, f"nothing in this file is named {name!r}"):
                yield match


def _elsewhere(document: Document) -> bool:
    return ".. include::" in document.text or ".. bibliography::" in document.text


def _label(label: str) -> str:
    return label.lstrip("^#").lower() if label.lstrip("^#") else label


def _list_of_references(document: Document) -> set[int]:
    """Return the numbers of a list of references, if the file has one that is written out with its numbers."""
    text = document.text
    bracketed = {int(m.group(1)) for m in _at_brackets(text, _ENTRY)}
    if bracketed:
        return bracketed
    headings = list(_REFERENCES.finditer(text))
    listed = {int(m.group(1)) for m in _LISTED.finditer(text, headings[-1].end())} if headings else set()
    return listed if 1 in listed else set()


def _at_brackets(text: str, shape: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of an expression at the beginnings of lines that have a bracket: the others need no look."""
    at = text.find("[")
    while at >= 0:
        if found := shape.match(text, text.rfind("\n", 0, at) + 1):
            yield found
        past = text.find("\n", at)
        at = text.find("[", past) if past >= 0 else -1


def _links(context: Context, rule: Rule) -> Iterator[Match]:
    """Find links to anchors of this file that no heading and no element has, and links without a target."""
    document = context.flat.document
    anchors: set[str] | None = None
    pointing = ("link", "note-ref") if document.format == "html" else ("link",)
    for mark in document.marks:
        if mark.kind not in pointing or not (mark.target == "" or mark.target.startswith("#")):
            continue
        if mark.target in {"", "#"}:
            words = document.text[mark.span.start : mark.span.end]
            told = bool(_LETTERS.search(words)) and words.strip().lower() not in _TOP
            message = "a link that leads nowhere" if told else ""
        else:
            if anchors is None:
                anchors = _ids(document.text) if document.format == "html" else _anchors(document)
            name = _unquoted(mark.target[1:])
            there = _slug(name) in anchors or name.lower() in anchors or name == "top"
            message = "" if there else f"no heading or element of this file is {mark.target!r}"
        match = _match(context, rule, mark, message) if message else None
        if match and (document.format != "html" or mark.kind == "note-ref" or _in_a_sentence(context, match)):
            yield match


def _in_a_sentence(context: Context, match: Match) -> bool:
    """Say whether a link has words beside it: on a page, one alone is a control that a script knows."""
    flat = context.flat
    first, past = flat.blocks[flat.block_of(match.start)]
    before = flat.text[max(first, match.start - _BESIDE) : match.start]
    return bool(
        _LETTERS.search(before) or _LETTERS.search(flat.text[match.end : min(past, match.end + _BESIDE)])
    )


def _labels(context: Context, rule: Rule) -> Iterator[Match]:
    """Find references to labels that a whole LaTeX document lacks."""
    document = context.flat.document
    text = document.text
    if "\\begin{document}" not in text:
        return
    labels = {(m[1] or m[2] or "").strip() for m in _TEX_LABEL.finditer(text)}
    told: set[str] = set()
    for mark in document.marks if labels else ():
        if mark.kind != "ref":
            continue
        for name in filter(None, map(str.strip, mark.target.split(","))):
            if name in labels or name in told or _COMPUTED.search(name):
                continue
            told.add(name)
            if match := _match(context, rule, mark, f"there is no label {name!r} in this file"):
                yield match


_COMPUTED = pattern(r"[\\#@]|LastPage|TotPages")
"""A sign that a command or a package makes up the label."""


def _ids(text: str) -> set[str]:
    """Return the anchors of a page, in lower case, as they are written and as they are meant."""
    found = {next(filter(None, m.groups()), "").strip().lower() for m in _PAGE_ID.finditer(text)}
    return found | {_unquoted(name) for name in found if "%" in name or "&" in name}


def _unquoted(name: str) -> str:
    if "%" in name or "&" in name:
        from html import unescape  # imported late, as few names need it

        return _OCTETS.sub(
            lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), unescape(name)
        )
    return name


def _anchors(document: Document) -> set[str]:
    """Return the anchors of a file: of its headings, as the common renderers make them, and those written out."""
    found = {(m.group(1) or m.group(2)).lower() for m in _ID.finditer(document.text)}
    seen: dict[str, int] = {}
    titles = [m.group(1).strip("# \t") for m in _HEADING.finditer(document.text)]
    titles += [_line(document, b.span.start) for b in document.blocks if b.kind == "heading"]
    for title in filter(None, titles):
        for slug in {_slug(title), _slug(_without_links(title))}:
            seen[slug] = seen.get(slug, -1) + 1
            found.update((slug, slug.strip("-"), _squeezed(slug), f"{slug}-{seen[slug]}"))
    return found


def _line(document: Document, at: int) -> str:
    """Return the line of the source at an offset: a heading may begin with code, which is no prose."""
    start = document.text.rfind("\n", 0, at) + 1
    end = document.text.find("\n", at)
    return document.text[start : end if end >= 0 else None].strip("# \t\r")


def _without_links(title: str) -> str:
    return _LINK.sub(r"\1", title)


_LINK = pattern(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")


def _slug(title: str) -> str:
    """Return a heading's anchor as GitHub, mdBook and most others make it."""
    return _UNWANTED.sub("", title.strip().lower()).replace(" ", "-")


def _squeezed(slug: str) -> str:
    return "-".join(part for part in slug.split("-") if part)


CHECKS = {"broken-reference": broken_reference}
