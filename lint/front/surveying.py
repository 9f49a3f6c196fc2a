"""What lies in a folder, for ``whosays init``: which texts, how many words, and what kind of text each part seems to be."""

# os.path: a path stays the string that it was, and thousands of them are gone through.
# ruff: noqa: PTH119, PTH122, PTH123

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator

from lint.load.files import find_files
from lint.model.typed import NamedTuple
from lint.read import CODE_SUFFIXES, SUFFIXES, format_of

USUAL = "general"
_FOLDERS = {
    "docs": "docs doc documentation manual manuals guide guides handbook help howto howtos tutorial tutorials reference man",
    "news": "news newsroom articles article features reporting press reports-news",
    "opinion": "blog blogs posts _posts columns column opinion opinions editorials essays letters",
    "science": "paper papers manuscript manuscripts thesis dissertation preprint preprints supplement",
    "encyclopedic": "wiki encyclopedia encyclopaedia",
    "policy": "policy policies briefs briefings white-papers whitepapers consultations",
    "risk": "intelligence assessments threat-assessments risk risks",
    "legal": "legal contracts judgments pleadings terms",
    "medical": "leaflets patients patient patient-information",
    "fiction": "fiction novel novels chapters tales",
}
_BY_FOLDER = {name: profile for profile, names in _FOLDERS.items() for name in names.split()}
_DOCS_FILES = frozenset(
    "readme contributing changelog changes install installation hacking faq security support upgrading migrating".split()
)
_BY_FORMAT = {"latex": "science", "typst": "science", "mediawiki": "encyclopedic"}
_NOT_OURS = (
    ("licence*", "LICENCE*"),
    ("license*", "LICENSE*"),
    ("copying*", "COPYING*"),
    ("vendor", "vendor/"),
    ("third_party", "third_party/"),
    ("third-party", "third-party/"),
)
_READ_AT_MOST = 2_000
"""So many files are read for their words; of more it is told about how many there are."""
_BYTES_AT_MOST = 200_000
_SECTIONS_AT_MOST = 8


class Part(NamedTuple):
    """A part of the folder with a kind of its own: its glob (``""``: the rest), profile, the reason, and its texts."""

    glob: str
    profile: str
    why: str
    texts: int
    words: int


class Survey(NamedTuple):
    """What was seen: how many texts and words (``exact`` or about), formats, the parts, most words first.

    ``templates`` are globs of files with two suffixes, such as ``*.md.in``, and the format of the first; ``excluded``
    are globs of what others wrote. ``program`` is the suffix of most programs, whose comments could be read, or ``""``.
    """

    texts: int
    words: int
    exact: bool
    formats: dict[str, int]
    parts: tuple[Part, ...]
    templates: dict[str, str]
    excluded: tuple[str, ...]
    program: str

    @property
    def profile(self) -> str:
        """The kind of most of what is there."""
        words: Counter[str] = Counter()
        for part in self.parts:
            words[part.profile] += part.words + 1
        return max(words, key=lambda name: (words[name], name), default=USUAL)


def survey(folder: str) -> Survey:
    """Look at the texts below a folder as a check would find them; what is excluded is not counted."""
    odd: Counter[str] = Counter()

    def nothing(path: str) -> bool:
        return False

    def note(path: str) -> bool:
        """Count what a walk passes over by its suffix; nothing is taken in for it."""
        name = os.path.basename(path)
        odd[_odd_suffix(name)] += 1
        return False

    found = find_files((folder,), nothing, note).paths
    inside = {path: os.path.relpath(path, folder).replace(os.sep, "/") for path in found}
    excluded = tuple(dict.fromkeys(glob for path in inside.values() if (glob := _not_ours(path))))
    ours = [path for path in found if not _not_ours(inside[path])]
    words = {path: _words(path) for path in ours[:_READ_AT_MOST]}
    usual = sum(words.values()) // max(len(words), 1)
    counted = [(inside[path], words.get(path, usual)) for path in ours]
    return Survey(
        len(ours),
        sum(number for _, number in counted),
        len(ours) <= _READ_AT_MOST,
        dict(Counter(format_of(path) for path, _ in counted).most_common()),
        _parts(counted),
        {f"*{suffix}": SUFFIXES[suffix[: suffix.index(".", 1)]] for suffix in odd if suffix.count(".") == 2},
        excluded,
        next((suffix for suffix, _ in odd.most_common() if suffix in CODE_SUFFIXES), ""),
    )


def _odd_suffix(name: str) -> str:
    """Return a name's last suffix, or the last two where the first of them is that of a text: ``.md.in``."""
    stem, last = os.path.splitext(name.lower())
    before = os.path.splitext(stem)[1]
    known = before in SUFFIXES and before and last not in CODE_SUFFIXES and last[1:].isalnum()
    return f"{before}{last}" if known else last


def _not_ours(path: str) -> str:
    """Return the glob of what others wrote that a path falls under: licences, and code that was taken along."""
    *folders, name = path.lower().split("/")
    for start, glob in _NOT_OURS:
        if start in folders or (start.endswith("*") and name.startswith(start[:-1])):
            return glob
    return ""


def _words(path: str) -> int:
    """Return about how many words a file has; none where it cannot be read."""
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            start = file.read(_BYTES_AT_MOST)
    except (OSError, ValueError):
        return 0
    count = len(start.split())
    return count if size <= len(start) else count * size // len(start)


def _parts(counted: Iterable[tuple[str, int]]) -> tuple[Part, ...]:
    """Return the parts, most words first, the rest last; small ones beyond the first few join the rest."""
    texts: dict[tuple[str, str, str], int] = {}
    words: dict[tuple[str, str, str], int] = {}
    for path, number in counted:
        key = guess(path)
        texts[key] = texts.get(key, 0) + 1
        words[key] = words.get(key, 0) + number
    parts = [Part(*key, texts[key], words[key]) for key in texts]
    parts.sort(key=lambda part: (-part.words, part.glob))
    named = [part for part in parts if part.glob][:_SECTIONS_AT_MOST]
    rest = [part for part in parts if part not in named]
    if rest:
        named.append(
            Part("", USUAL, "no name tells more", sum(p.texts for p in rest), sum(p.words for p in rest))
        )
    return tuple(named)


def guess(path: str) -> tuple[str, str, str]:
    """Return the glob, the profile and the reason for the text at a path (with slashes, inside the folder)."""
    *folders, name = path.split("/")
    for depth in range(len(folders), 0, -1):
        folder = folders[depth - 1].lower()
        if profile := _BY_FOLDER.get(folder):
            return f"/{'/'.join(folders[:depth])}/**", profile, f"the folder is called {folders[depth - 1]}"
    stem = name.partition(".")[0].lower()
    if stem in _DOCS_FILES:
        return (f"/{name}" if not folders else f"**/{name}"), "docs", f"{name} is documentation"
    form = format_of(name)
    if profile := _BY_FORMAT.get(form):
        suffix = os.path.splitext(name)[1]
        return f"*{suffix}", profile, f"it is written in {form}"
    return "", USUAL, ""


def in_words(formats: dict[str, int]) -> Iterator[str]:
    """Yield each format with how many texts have it."""
    yield from (f"{name} {number:,}" for name, number in formats.items())
