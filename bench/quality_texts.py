"""Findings as they are shown by default, beside what people marked: an encyclopedia, the news, edited prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corpora import prose as prose_of
from labelled import encyclopedic

from lint import api
from lint.model.finding import FileReport, Finding
from lint.model.settings import Settings

_DOUBT = ("attribution", "generalization", "hedging")
"""Groups that ask what the labels of uncertainty are about: who, which and how sure."""
_OTHERS = ("agency", "causation", "certainty", "loaded", "quantity", "sourcing", "time")
"""Groups that ask more of a claim than the labels do."""
_CLASS = (
    r"(?:experts|critics|officials|analysts|observers|supporters|opponents|sources?|scholars|researchers|scientists|"
    r"economists|insiders|aides?|advisers?|strategists?|pundits|activists|advocates|detractors|skeptics|"
    r"commentators|historians|pollsters|diplomats?|lawmakers|operatives?|consultants?|leaders|donors|staffers?|"
    r"experts?|officials?|people|voters|spokesm[ae]n|spokesw?o?m[ae]n|spokespersons?)"
)
_ASKS = re.compile(
    rf"(?:(?:some|many|most|several|others|few|a few|numerous|various|certain)\b"
    rf"|(?:(?:a|an|one|another|two|three)\s)?(?:[a-z-]+\s){{0,2}}{_CLASS}\b)"
)
_KNOWN = (
    "the ",
    "his ",
    "her ",
    "their ",
    "its ",
    "our ",
    "my ",
    "these ",
    "those ",
    "this ",
    "that ",
    "both ",
)
_SAYS = re.compile(
    r"\b(?:sa(?:ys?|id|ying)|t(?:ells?|old|elling)|according to|argu(?:es?|ed|ing)|believ(?:es?|ed|ing)|th(?:inks?|ought|inking)"
    r"|claim(?:s|ed|ing)?|contend(?:s|ed)?|maintain(?:s|ed)?|insist(?:s|ed|ing)?|suggest(?:s|ed|ing)?|f(?:eels?|elt|eeling)"
    r"|fear(?:s|ed|ing)?|hop(?:es?|ed|ing)|worr(?:y|ies|ied|ying)|suspect(?:s|ed)?|assert(?:s|ed)?|alleg(?:es?|ed)|predict(?:s|ed)?"
    r"|warn(?:s|ed|ing)?|agree(?:s|d|ing)?|disagree(?:s|d)?|doubt(?:s|ed)?|question(?:s|ed|ing)?|critici[sz](?:es?|ed|ing)"
    r"|speculat(?:es?|ed|ing)|expect(?:s|ed)?|estimat(?:es?|ed)|acknowledg(?:es?|ed|ing)|express(?:es|ed)?|not(?:es?|ed|ing)"
    r"|add(?:s|ed)?|explain(?:s|ed)?|accus(?:es?|ed)|urg(?:es?|ed)|complain(?:s|ed)?|conclud(?:es?|ed)|point(?:s|ed)? (?:out|to))\b",
    re.IGNORECASE,
)
"""Words of saying or thinking, in the cue of an attribution."""
_PERSON = re.compile(r"[a-z] [A-Z][a-z]+ [A-Z][a-z]+$")
_HERE = re.compile(r"\b(?:of (?:the|his|her|their|its|our|my|these|those)|us|you|them)\b")


def _checked(text: str, name: str, profile: str) -> FileReport:
    # Findings on the same words count each, though a report folds many into one.
    return api.check_text(text, name=name, settings=Settings(profile=profile, repeats=0)).files[0]


def encyclopedia(corpora: Path) -> Iterator[tuple[str, str, float]]:
    """Yield the share of findings that stand in a sentence labelled uncertain."""
    right = {"": 0, "all": 0}
    shown = {"": 0, "all": 0}
    for sentence in encyclopedic(corpora):
        if sentence.judged:
            found = [
                f for f in _checked(sentence.text, "<text>", "encyclopedic").findings if f.scope == "span"
            ]
            for key, groups in (("", _DOUBT), ("all", _DOUBT + _OTHERS)):
                count = sum(f.group in groups for f in found)
                shown[key] += count
                right[key] += count * sentence.uncertain
    what = f"CoNLL-2010, {shown['']} findings of who, which, how sure: precision"
    yield "encyclopedic.findings", what, right[""] / shown[""]
    what = f"CoNLL-2010, {shown['all']} findings about claims: precision"
    yield "encyclopedic.all-findings", what, right["all"] / shown["all"]


class Attribution(NamedTuple):
    """Who is said to say something, by which words, and the places where that is told."""

    source: str
    cue: str
    spans: tuple[tuple[int, int], ...]


def news(corpora: Path) -> Iterator[tuple[str, str, float]]:
    """Yield the share of attributions without and with a name that get an attribution finding.

    ``statements`` are those of the unnamed with no name in the source whose cue is a word of saying or thinking: the
    others hold wishes, plans and acts, too, and officials of somebody who is named.
    """
    found = dict.fromkeys(_KINDS, 0)
    every = dict.fromkeys(_KINDS, 0)
    folder = corpora / "polnear" / "dev"
    notes = {path.stem.rpartition("_")[0]: path for path in sorted((folder / "attributions").glob("*.ann"))}
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem not in notes:
            continue
        text = path.read_bytes().decode("utf-8")
        findings = _checked(text, path.name, "news").findings
        names = set(_INSIDE.findall(text)) - {"I"}
        for one in _attributions(notes[path.stem].read_text("utf-8"), text):
            for kind in _kinds(one, names):
                asking = [
                    f
                    for f in findings
                    if f.group == "attribution" or (kind != "named" and "who" in f.missing)
                ]
                every[kind] += 1
                found[kind] += any(_touches(f, one) for f in asking)
    for kind, words in _KINDS.items():
        what = f"PolNeAR dev, {every[kind]} {words}: share with a finding"
        yield f"news.{kind}", what, found[kind] / every[kind]


_KINDS = {
    "statements": "of unnamed classes that say or think",
    "unnamed": "of unnamed sources of all sorts",
    "named": "of named sources",
}


def _kinds(one: Attribution, names: set[str]) -> Iterator[str]:
    """Yield the rows of the table that an attribution counts in."""
    if kind := _kind(one.source, names):
        yield kind
        named = names.intersection(_NAME.findall(one.source))
        if kind == "unnamed" and not named and _SAYS.search(one.cue):
            yield "statements"


_NAME = re.compile(r"(?<![.\w])[A-Z][\w&-]*")
_INSIDE = re.compile(r"[a-z,] ([A-Z][\w&-]*)")


def _attributions(notes: str, text: str) -> Iterator[Attribution]:
    """Yield the attributions of one file of annotations that have a source."""
    spans: dict[str, tuple[int, int]] = {}
    events = []
    for line in notes.splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            _, *numbers = re.split(r"[ ;]", rest.partition("\t")[0])
            spans[key] = int(numbers[0]), int(numbers[-1])
        elif key.startswith("E"):
            events.append(dict(part.split(":", 1) for part in rest.split()))
    for event in events:
        places = {kind: spans[mark] for kind, mark in event.items() if mark in spans}
        if "Source" in places:
            both = tuple(span for kind, span in places.items() if kind in {"Source", "Cue"})
            cue = text[slice(*places["Cue"])] if "Cue" in places else ""
            yield Attribution(text[slice(*places["Source"])], cue, both)


def _kind(source: str, names: set[str]) -> str:
    """Say whether a source is named or unnamed; ``""`` for one that an earlier sentence names (*he*, *the firm*)."""
    if _PERSON.search(source):
        return "named"
    if _ASKS.match(source) or _ASKS.match(source[:1].lower() + source[1:]):
        return "" if _HERE.search(source) or source.lower().startswith(_KNOWN) else "unnamed"
    return "named" if names.intersection(_NAME.findall(source)) else ""


def _touches(finding: Finding, one: Attribution) -> bool:
    return finding.scope == "span" and any(
        a < finding.span.end and finding.span.start < b for a, b in one.spans
    )


def prose(corpora: Path) -> Iterator[tuple[str, str, float]]:
    """Yield how many findings edited prose gets per 1,000 words."""
    findings = words = 0
    for text in prose_of(corpora / "prose" / "rust-book" / "src", "rust-book", "docs"):
        file = _checked(text.text, text.name, text.profile)
        findings += len(file.findings)
        words += file.words
    yield "prose.rust-book", "The Rust book, docs profile: findings per 1,000 words", findings / words * 1000
