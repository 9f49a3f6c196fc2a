"""The keys that a bibliography has entries for: BibTeX and biblatex, CSL in JSON and YAML, Hayagriva."""

# os.path: a path stays the string that was typed.
# ruff: noqa: PTH116, PTH118, PTH119, PTH120, PTH122

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import lru_cache

from lint.load.files import LARGEST, decode
from lint.load.fingerprint import DIGEST, blake2b
from lint.model.context import Entries
from lint.model.finding import Problem
from lint.model.pattern import pattern
from lint.model.text import Bibliography, Document
from lint.model.typed import Any

_ENTRY = pattern(
    r"@[ \t\r\n]{0,9}([A-Za-z]{2,40})[ \t\r\n]{0,99}[{(][ \t\r\n]{0,99}([^\s,{}\"=@%][^,{}\"=\r\n]{0,200})[ \t\r\n]{0,99}[,})]"
)
_NO_ENTRY = frozenset(("string", "comment", "preamble"))
_ALIASES = pattern(r"\bids[ \t]{0,20}=[ \t]{0,20}[{\"]([^{}\"]{1,2000})[}\"]")
_YAML_ID = pattern(
    r"(?:^|[{,][ \t]*)[ \t]*(?:-[ \t]+)?[\"']?(?:id|citation-key)[\"']?[ \t]*:[ \t]*([^\r\n#,}]+)", 8
)
_YAML_KEY = pattern(r"^[\"']?([^\s\"'#:-][^:\r\n\"']{0,200})[\"']?[ \t]*:", 8)
_ABBREVIATIONS = pattern(r"(?i)ieeefull|.*(?:abb?re?v|strings?|journals?|macros?).*")
"""Names of files that hold short forms of journals and no entries: they come with TeX, and are missed by nobody."""
_SUFFIXES = {
    ".bib": "bib",
    ".bibtex": "bib",
    ".biblatex": "bib",
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
}


def load_entries(document: Document, path: str) -> Entries:
    """Return the keys that the bibliographies named by a text at ``path`` hold, or what keeps them unknown.

    A name is looked for beside the text, then in the current folder, where the programs that print it are run.
    """
    keys: set[str] = set()
    names: dict[str, None] = {}
    problems: list[Problem] = []
    for named in document.bibliographies:
        keys.update(named.keys)
        if not named.path:
            continue
        found = _keys_at(named.path, path)
        if isinstance(found, str):
            if not _ABBREVIATIONS.fullmatch(os.path.splitext(os.path.basename(named.path))[0]):
                problems.append(_problem(document, named, found))
        else:
            keys.update(found)
            names[named.path] = None
    return Entries(None if problems else frozenset(keys), tuple(names), tuple(problems))


def _problem(document: Document, named: Bibliography, reason: str) -> Problem:
    line = document.text.count("\n", 0, named.span.start) + 1
    message = f"the bibliography {named.path!r} is {reason}: whether it has what is cited is not checked"
    return Problem(document.name, message, line, status=0)


def _keys_at(name: str, path: str) -> frozenset[str] | str:
    """Return the keys in the bibliography that a text at ``path`` names, or why they cannot be told."""
    found = _looked_at[name, path] = _place_of(name, path)
    return found if isinstance(found, str) else _keys_of(*found)


def states_seen(document: Document, path: str) -> tuple[tuple[str, str], ...] | None:
    """Return the name and the state of each bibliography that the last check of a text at ``path`` looked at.

    None where a state cannot be told, and so whether it will be the same another time.
    """
    seen: list[tuple[str, str]] = []
    for name in {named.path: None for named in document.bibliographies}:
        if (found := _looked_at.pop((name, path), None)) is not None:
            state = _state(found)
            if state is None:
                return None
            seen.append((name, state))
    return tuple(seen)


def state_of(name: str, path: str) -> str | None:
    """Return what tells whether the bibliography that a text at ``path`` names is what it was: its content, not its age."""
    found = _place_of(name, path)
    if not isinstance(found, str) and found not in _digests and found[2] <= LARGEST:
        try:
            with open(found[0], "rb") as opened:  # noqa: PTH123
                _note(found, opened.read(LARGEST))
        except OSError:
            return None
    return _state(found)


_Place = tuple[str, int, int]
"""A file, when it was changed, and its size."""
_looked_at: dict[tuple[str, str], _Place | str] = {}
_digests: dict[_Place, str] = {}


def _state(found: _Place | str) -> str | None:
    if isinstance(found, str):
        return found
    suffix = os.path.splitext(found[0])[1].lower()
    if suffix not in _SUFFIXES:
        return f"{suffix} file"
    digest = f"{found[2]} bytes" if found[2] > LARGEST else _digests.get(found)
    return f"{suffix} {digest}" if digest else None


def _note(place: _Place, data: bytes) -> None:
    """Keep what tells a bibliography that was read from any other."""
    _digests[place] = blake2b(data, digest_size=DIGEST).hexdigest()


def _place_of(name: str, path: str) -> _Place | str:
    """Return where a bibliography is that a text at ``path`` names, or why it cannot be read."""
    for file in (os.path.join(os.path.dirname(path), name), name):
        try:
            seen = os.stat(file)
        except (OSError, ValueError):
            continue
        if not stat.S_ISREG(seen.st_mode):
            return "no file"
        return os.path.realpath(file), seen.st_mtime_ns, seen.st_size
    return "not there"


@lru_cache(maxsize=64)
def _keys_of(file: str, modified: int, size: int) -> frozenset[str] | str:
    """Return the keys in a file, or why they cannot be told; one that many texts name is read once."""
    form = _SUFFIXES.get(os.path.splitext(file)[1].lower())
    if form is None:
        return "in a format that is not known here"
    if size > LARGEST:
        return f"larger than {LARGEST // 1_000_000} MB"
    try:
        with open(file, "rb") as opened:  # noqa: PTH123
            data = opened.read(LARGEST)
    except OSError as error:
        return f"not readable ({error.strerror})"
    _note((file, modified, size), data)
    text = decode(data, file)
    if isinstance(text, Problem):
        if b"\0" in data:
            return "no text"
        text = data.decode("latin-1")  # in which old ones are; keys are ASCII
    try:
        keys = frozenset(_READERS[form](text))
    except (ValueError, RecursionError):
        return "broken"
    return keys or "without any entry"


def _bibtex(text: str) -> Iterator[str]:
    """Yield the keys of all entries; BibTeX takes any ``@`` for the beginning of one, behind a ``%`` too."""
    for found in _ENTRY.finditer(text):
        if found[1].lower() not in _NO_ENTRY:
            yield found[2].strip()
    if "ids" in text:
        for found in _ALIASES.finditer(text):
            yield from map(str.strip, found[1].split(","))


def _csl_json(text: str) -> Iterator[str]:
    import json  # imported late, as the file itself seldom is JSON

    found: Any = json.loads(text.removeprefix("\ufeff"))
    if isinstance(found, dict):
        found = found.get("references", found.get("items", [found]))
    for item in found if isinstance(found, list) else ():
        if isinstance(item, dict):
            yield from (str(item[key]) for key in ("id", "citation-key") if key in item)


def _yaml(text: str) -> Iterator[str]:
    """Yield the identifiers of CSL's entries, and the names at the margin, which are Hayagriva's keys."""
    for shape in (_YAML_ID, _YAML_KEY):
        for found in shape.finditer(text):
            yield found[1].strip().strip("\"'")


_READERS = {"bib": _bibtex, "json": _csl_json, "yaml": _yaml}
