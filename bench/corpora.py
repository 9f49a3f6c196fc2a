"""The texts that rules are measured on: edited prose, and annotated corpora with their labels.

Every text has an id that stays (``polnear/dev/nyt_2016-…``) and the profile that fits it. What corpora
write in the Penn Treebank's way is put back into plain writing, and their labels move along.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from lint import api, prepare
from lint.match.scan import Scanner
from lint.model.context import Context
from lint.model.finding import Finding
from lint.model.rule import Rule
from lint.model.ruleset import RuleSet
from lint.model.settings import Settings
from lint.read import read
from lint.read.fold import fold
from lint.run.engine import find_all, keep_strongest
from lint.run.selection import live_rules, targets_of

LEAST = 0.5
"""Findings are measured as they are shown by default."""
TODAY = "2026-11-24"
"""The day to read on: rules that need one are silent without it."""
Spans = tuple[tuple[int, int], ...]


class Text(NamedTuple):
    """One text. ``name`` gives its format by its suffix.

    ``labels`` maps a kind of label to spans: ``uncertain`` sentences' cues, ``unnamed`` and ``named``
    sources; ``sentences`` are the corpus's own, ``corpus`` is its name where it has labels.
    """

    id: str
    profile: str
    name: str
    text: str
    corpus: str = ""
    sentences: Spans = ()
    labels: Mapping[str, Spans] = MappingProxyType({})


# ------------------------------------------------------------------ plain prose


def prose(folder: Path, name: str, profile: str) -> Iterator[Text]:
    """Yield the text files of a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".md", ".rst", ".txt", ".markdown"} and path.is_file():
            try:
                text = path.read_text("utf-8")
            except UnicodeDecodeError:
                continue
            yield Text(f"{name}/{path.relative_to(folder).as_posix()}", profile, path.name, text)


# ------------------------------------------------------------------ PolNeAR

_NAME = re.compile(r"(?<![.\w])[A-Z][\w&-]*")
_INSIDE = re.compile(r"[a-z,] ([A-Z][\w&-]*)")
# Whose people they are, and what kind of people: "Tan supporters", "aides to Mei Tan", "many Norlanders" name nobody.
_PEOPLE = (
    r"(?:supporters|critics|opponents|allies|backers|rivals|detractors|aides|advisers|advisors|officials|leaders|lawmakers"
    r"|strategists|operatives|insiders|activists|voters|donors|experts|analysts)"
)
_NOT_THEIRS = re.compile(
    rf"(?:[A-Z][\w.&'’-]* )+(?=(?:[a-z-]+ ){{0,2}}{_PEOPLE}\b)"
    rf"|\b{_PEOPLE} (?:of|to) .*"
    r"|(?:^|\b)(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Ff]ew|[Oo]ther) (?:[a-z-]+ )?[A-Z][\w-]*s\b"
)


def polnear(folder: Path) -> Iterator[Text]:
    """Yield the news articles; sources of attributions are ``named`` or ``unnamed``.

    Named means that a word of the source has a capital inside a sentence of the article, too, and is no more than the
    name of whose supporters or officials they are.
    """
    for part in ("dev", "train"):
        notes = {
            path.stem.rpartition("_")[0]: path
            for path in sorted((folder / part / "attributions").glob("*.ann"))
        }
        for path in sorted((folder / part / "text").glob("*.txt")):
            raw = path.read_bytes().decode("utf-8")
            labels = _sources(raw, notes[path.stem].read_text("utf-8")) if path.stem in notes else {}
            text = raw.replace("''", '"')
            if len(text) < len(raw):
                labels = {
                    kind: tuple(_shifted(raw, span) for span in spans) for kind, spans in labels.items()
                }
            yield Text(f"polnear/{part}/{path.stem}", "news", path.name, text, "polnear", (), labels)


def _shifted(raw: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return where a span stands once each pair of single quotes is one double quote."""
    return span[0] - raw.count("''", 0, span[0]), span[1] - raw.count("''", 0, span[1])


def _sources(text: str, notes: str) -> dict[str, Spans]:
    names = set(_INSIDE.findall(text)) - {"I"}
    spans: dict[str, tuple[int, int]] = {}
    found: dict[str, list[tuple[int, int]]] = {"named": [], "unnamed": []}
    for line in notes.splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            kind, *numbers = re.split(r"[ ;]", rest.partition("\t")[0])
            if kind in {"Source", "Cue"}:
                spans[key] = int(numbers[0]), int(numbers[-1])
        elif key.startswith("E"):
            parts = dict(p.split(":", 1) for p in rest.split())
            source, cue = (
                next((spans[v] for k, v in parts.items() if k.startswith(kind) and v in spans), None)
                for kind in ("Source", "Cue")
            )
            if source:
                who = _NOT_THEIRS.sub("", text[slice(*source)])
                kind = "named" if names.intersection(_NAME.findall(who)) else "unnamed"
                found[kind] += [s for s in (source, cue) if s]
    return {kind: tuple(sorted(s)) for kind, s in found.items()}


# ------------------------------------------------------------------ CoNLL-2010, Wikipedia

_NO_SPACE_BEFORE = {".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "n't", "'", "''", "’s", "..."}
_PENN = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": '"',
    "''": '"',
}


def conll(folder: Path) -> Iterator[Text]:
    """Yield the encyclopedia's passages; the cues of ``uncertain`` sentences are labelled."""
    for path in sorted((folder / "cue-spans").glob("*.txt")):
        text = ""
        sentences: list[tuple[int, int]] = []
        cues: list[tuple[int, int]] = []
        for block in path.read_text("utf-8").strip().split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if line.count("\t") == 2]
            text += " " if text else ""
            start = len(text)
            for piece, mark in _joined(rows):
                if mark.startswith("CUE"):
                    cues.append((len(text) + len(piece) - len(piece.lstrip()), len(text) + len(piece)))
                text += piece if len(text) > start else piece.lstrip()
            sentences.append((start, len(text)))
        yield Text(
            f"conll2010-wiki/{path.stem}", "encyclopedic", path.name, text, "conll2010-wiki",
            tuple(sentences), {"uncertain": tuple(cues)},
        )  # fmt: skip


def _joined(rows: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Yield each token as it is written, with the space before it, and its mark."""
    opened, tight = False, True
    single = sum(row[0] == "'" for row in rows)
    for token, _, mark in rows:
        written = _PENN.get(token, token)
        space = not tight and token not in _NO_SPACE_BEFORE and written != ")" and written != "]"
        tight = written in {"(", "[", "$", "#", "`"} or token == "-"
        if token == "-":
            space = False
        if written == '"' or (written == "'" and single % 2 == 0):
            space, tight, opened = not opened, not opened, not opened
        yield (" " if space else "") + written, mark


# ------------------------------------------------------------------ BioScope

_SENTENCE = re.compile(r"<sentence[^>]*>(.*?)</sentence>", re.DOTALL)
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ENTITY = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'"}


def bioscope(folder: Path) -> Iterator[Text]:
    """Yield abstracts and papers, a text each; the cues of speculation are labelled ``uncertain``."""
    for path in sorted(folder.glob("*.xml")):
        documents = path.read_text("utf-8").split("<Document type")[1:]
        for number, document in enumerate(documents):
            text = ""
            sentences: list[tuple[int, int]] = []
            cues: list[tuple[int, int]] = []
            for part in document.split("<DocumentPart")[1:]:
                text = text.rstrip() + "\n\n" if text else ""
                for found in _SENTENCE.finditer(part):
                    start = len(text)
                    piece, marks = _without_tags(found[1])
                    cues += [(start + a, start + b) for a, b in marks]
                    text += piece
                    sentences.append((start, len(text)))
                    text += " "
            yield Text(
                f"bioscope/{path.stem}/{number:04}", "science", f"{number}.txt", text, "bioscope",
                tuple(sentences), {"uncertain": tuple(cues)},
            )  # fmt: skip


def _without_tags(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, at, marks = "", 0, []
    begun: list[int] = []
    for tag in [*_TAG.finditer(marked), None]:
        piece = marked[at : tag.start() if tag else len(marked)]
        for entity, char in _ENTITY.items():
            piece = piece.replace(entity, char)
        text += piece
        at = tag.end() if tag else at
        if tag and tag[2] == "cue" and not tag[1]:
            begun.append(len(text) if 'type="speculation"' in tag[3] else -1)
        elif tag and tag[2] == "cue" and (first := begun.pop()) >= 0:
            marks.append((first, len(text)))
    return text, marks


# ------------------------------------------------------------------ all of them


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options that say where the texts are."""
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--texts", action="append", default=[], metavar="NAME=PROFILE=DIR", help="more prose, under a name"
    )


def texts_of(args: argparse.Namespace) -> Iterator[Text]:
    """Yield every text below ``--corpora`` and ``--texts``, in a stable order."""
    top: Path = args.corpora
    yield from prose(top / "prose" / "peps", "peps", "docs")
    yield from prose(top / "prose" / "rust-book" / "src", "rust-book", "docs")
    yield from polnear(top / "polnear")
    yield from conll(top / "conll2010-wiki")
    yield from bioscope(top / "bioscope")
    for more in args.texts:
        name, profile, folder = more.split("=", 2)
        yield from prose(Path(folder), name, profile)


class Found(NamedTuple):
    """A finding with its text."""

    text: Text
    finding: Finding


class Finder:
    """Chosen rules over texts, each rule as if it ran alone, by the editor's estimates."""

    def __init__(self, names: list[str]) -> None:
        """Choose rules by name or group; none means all of our own."""
        every = api.rules()
        ours = [r for r in every if r.kind != "proselint"]
        self.ruleset: RuleSet = prepare.ruleset_of()
        self.rules: list[Rule] = [r for r in every if {r.id, r.name, r.group} & set(names)] if names else ours
        unknown = [n for n in names if not any(n in (r.id, r.name, r.group) for r in self.rules)]
        if unknown:
            sys.exit(f"no rule or group {', '.join(unknown)}")
        wanted = {r.id for r in (*ours, *self.rules)}
        self._ids = {r.id for r in self.rules}
        self._live = frozenset(n for n, r in enumerate(every) if r.id in wanted)
        self._scanner = Scanner(self.ruleset.cues)

    def find(self, text: Text) -> list[Found]:
        """Return what the chosen rules find in a text, as shown by default."""
        profile = text.profile if text.profile in self.ruleset.profiles else "general"
        settings = Settings(profile=profile, measured=False)
        flat = fold(read(text.text, text.name))
        targets = targets_of(self.ruleset, settings)
        hits = self._scanner.scan(flat)
        context = Context(flat, hits, self.ruleset, profile, targets, today=TODAY, measured=False)
        by_rule: dict[str, list[Finding]] = {}
        for finding in find_all(context, self._live):
            if finding.rule in self._ids and finding.confidence >= LEAST:
                by_rule.setdefault(finding.rule, []).append(finding)
        kept = [f for of_rule in by_rule.values() for f in keep_strongest(of_rule, {})]
        return [Found(text, f) for f in sorted(kept, key=lambda f: (f.span, f.rule))]

    def is_on(self, rule: str, profile: str) -> bool:
        """Say whether a profile turns a rule on, preview or not."""
        settings = Settings(
            profile=profile if profile in self.ruleset.profiles else "general", measured=False
        )
        return any(self.ruleset.rules[n].id == rule for n in live_rules(self.ruleset, settings))
