"""The entry for whosays in ``.pre-commit-config.yaml``: a new file, or lines added to one that others wrote.

The file is not parsed and written anew, which would cost its comments and layout: an entry is put in after the last.
"""

from __future__ import annotations

import re

FILE_NAME = ".pre-commit-config.yaml"
_REPOS = re.compile(r"^repos[ \t]*:[ \t]*(?P<flow>[^\s#].*?)?[ \t]*(?:#.*)?$", re.MULTILINE)
_ITEM = re.compile(r"^(?P<indent>[ \t]*)-(?P<gap>[ \t]+)\S", re.MULTILINE)
_OURS = re.compile(r"^[^#\n]*\bid[ \t]*:[ \t]*[\"']?whosays(?:-\w+)*\b", re.MULTILINE)


class NoPlaceError(ValueError):
    """There is no place that an entry could safely be put into; the message says why."""


def has_entry(config: str) -> bool:
    """Say whether a configuration runs one of our hooks."""
    return bool(_OURS.search(config))


def with_entry(config: str, entry: str) -> str:
    """Return a configuration with ``entry`` (lines of an item, not indented) as its last repository.

    An empty configuration gives a new one. Line ends and indentation are those of the file. Raises NoPlaceError where the
    list of repositories is written in brackets, or is missing among other things.
    """
    newline = "\r\n" if "\r\n" in config else "\n"
    text = config.replace("\r\n", "\n")
    whole = _inserted(text, entry)
    return whole.replace("\n", newline) if newline != "\n" else whole


def _inserted(text: str, entry: str) -> str:
    head = _REPOS.search(text)
    if not head:
        if any(line.strip() and not line.startswith(("#", "---")) for line in text.splitlines()):
            raise NoPlaceError("it has no list of repos")
        start = text if not text or text.endswith("\n") else f"{text}\n"
        return f"{start}repos:\n{_indented(entry, '  ')}"
    if flow := head["flow"]:
        if flow.replace(" ", "") != "[]":
            raise NoPlaceError("its repos are written in brackets")
        colon = text.index(":", head.start()) + 1
        return f"{text[:colon]}\n{_indented(entry, '  ')}{text[head.end() :].removeprefix(chr(10))}"
    end = _end_of_list(text, head.end())
    first = _ITEM.search(text, head.end(), end)
    indent = first["indent"] if first else "  "
    before = text[:end]
    return f"{before}{'' if before.endswith(chr(10)) else chr(10)}{_indented(entry, indent)}{text[end:]}"


def _end_of_list(text: str, start: int) -> int:
    """Return where the list that begins after ``start`` ends: past its last line that is neither blank nor a comment."""
    end, at = start, text.find("\n", start) + 1 or len(text)
    while at < len(text):
        past = text.find("\n", at) + 1 or len(text)
        line = text[at:past]
        if line[:1] not in {" ", "\t", "-", "#", "\n"}:
            break
        if line.strip() and not line.lstrip().startswith("#"):
            end = past
        at = past
    return end if end > start else min(text.find("\n", start) + 1 or len(text), len(text))


def _indented(entry: str, indent: str) -> str:
    return "".join(f"{indent}{line}\n" for line in entry.splitlines())
