"""Hold our proselint rules against proselint itself, finding by finding.

    python bench/proselint_differential.py FILE-OR-FOLDER…

Both read each file as plain text. Prints how many findings are the same, and each class of difference with
its count and up to three places; exits 1 if a difference is in no class of ``docs/proselint.md``.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from proselint.checks import __register__ as checks
from proselint.config import DEFAULT, Config
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from lint.load.proselint_pack import load_proselint
from lint.match import proselint
from lint.match.proselint_sweeps import NO_ADVERB
from lint.match.scan import Scanner, make_cues
from lint.model.context import Context
from lint.model.rule import Rule
from lint.model.ruleset import RuleSet
from lint.read import read
from lint.read.fold import fold

Found = tuple[str, int, int]
"""(path of the check, source start, source end)."""
_COUNTED = {"spelling.consistency", "typography.punctuation.spacing", "typography.punctuation.exclamation"}


class Case(NamedTuple):
    """One text as both saw it, for telling why they differ."""

    text: str
    context: Context
    theirs: LintFile
    found: list[Found]


class Outcome(NamedTuple):
    """What agreed, and what did not, by class: (class, finding)."""

    same: int
    differences: list[tuple[str, Found]]


@lru_cache(maxsize=1)
def our_rules() -> tuple[RuleSet, Scanner]:
    """Return proselint's rules alone, with their automaton."""
    rules, found = load_proselint()
    triggers: dict[str, list[tuple[int, int]]] = {}
    for cue, number, index in found:
        triggers.setdefault(cue, []).append((number, index))
    texts = tuple(sorted(triggers))
    cues = make_cues(texts, (0,) * len(texts), tuple(tuple(triggers[t]) for t in texts))
    return RuleSet(tuple(rules), cues, {}, {}, {}, {}, {}), Scanner(cues)


def our_context(text: str, name: str = "text.txt") -> Context:
    """Return a text read and scanned."""
    ruleset, scanner = our_rules()
    flat = fold(read(text, name))
    return Context(flat, scanner.scan(flat), ruleset)


def our_matches(
    context: Context, wanted: Callable[[Rule], bool] = lambda r: r.default
) -> Iterator[proselint.Match]:
    """Yield all matches of the wanted rules."""
    rules = context.ruleset.rules
    for start, end, triggers in context.hits.fired:
        for number, index in triggers:
            if wanted(rules[number]):
                match = proselint.judge(context, rules[number], index, start, end)
                if match:
                    yield match
    yield from proselint.find(context, [r for r in rules if wanted(r)])


def our_findings(context: Context, wanted: Callable[[Rule], bool] = lambda r: r.default) -> list[Found]:
    """Return the findings of the wanted rules by path and source span."""
    return [(m.rule.name, *context.flat.source_span(m.start, m.end)) for m in our_matches(context, wanted)]


def their_findings(file: LintFile, restricted: bool = False) -> list[Found]:
    """Return proselint's findings without its limit, in source offsets (its own are padded by one)."""
    registry = CheckRegistry()
    if not any(c.path == checks[0].path for c in registry.checks):
        registry.register_many(checks)
    switches = DEFAULT["checks"] | {"restricted": restricted}
    found = (r.check_result for r in file.lint(Config(max_errors=sys.maxsize, checks=switches)))
    return [
        (r.check_path, r.span[0] - 1, r.span[1] - 1) for r in found if not r.check_path.startswith("whosays")
    ]


def compare(text: str, *, restricted: bool = False) -> Outcome:
    """Compare both on one text; with ``restricted``, proselint's word lists too."""
    context = our_context(text)
    file = LintFile("text", text)
    case = Case(text, context, file, their_findings(file, restricted))
    ours = Counter(our_findings(context, lambda r: restricted or r.default))
    theirs = Counter(case.found)
    same = ours & theirs
    only_ours, only_theirs = ours - same, theirs - same
    differences = [("reported twice", f) for f in only_theirs if f in same]
    differences += [
        ("reported twice", f) for f, n in only_theirs.items() for _ in range(n - 1) if f not in same
    ]
    rest_ours = sorted(f for f in only_ours.elements())
    rest_theirs = sorted(f for f in only_theirs if f not in same)
    for mine in list(rest_ours):
        twin = next((f for f in rest_theirs if _same_place(text, mine, f)), None)
        if twin:
            rest_ours.remove(mine)
            rest_theirs.remove(twin)
            differences.append((_edges(case, mine, twin), twin))
    differences += [(_why_theirs(case, f), f) for f in rest_theirs]
    differences += [(_why_ours(case, f), f) for f in rest_ours]
    return Outcome(same.total(), differences)


def _same_place(text: str, a: Found, b: Found) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def _edges(case: Case, mine: Found, twin: Found) -> str:
    """Name why the same finding has other edges."""
    path, start, end = twin
    if path.startswith("restricted."):
        return "edges: shifted by one"
    if path == "misc.phrasal_adjectives.ly":
        return "edges: the adverb alone"
    if path == "typography.symbols.sentence_spacing":
        return "edges: the gap with the next word"
    if path == "typography.symbols.curly_quotes":
        return "edges: quotations paired"
    if _inside_word(case.text, start, end):
        return "edges: the whole word, not a part"
    if _trimmed(case.text, *mine[1:]) == _trimmed(case.text, start, end):
        return "edges: punctuation or a space left out"
    if path == "lexical_illusions":
        return "edges: repetition up to a mark"
    return "UNEXPLAINED edges"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" \t\n,;:.()[]'\"*`_<%"))
    tail = len(piece) - len(piece.rstrip(" \t\n,;:.()[]'\"*`_>"))
    return start + lead, end - tail


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _inside_word(text: str, start: int, end: int) -> bool:
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    first, last = text[start : start + 1], text[end - 1 : end]
    return bool(
        (before and _is_word(before) and _is_word(first)) or (after and _is_word(after) and _is_word(last))
    )


def _why_theirs(case: Case, found: Found) -> str:
    """Name why proselint reports something that we do not."""
    path, start, end = found
    text, flat = case.text, case.context.flat
    document = flat.document
    blocks = [b for b in document.blocks if b.span.start < end and start < b.span.end]
    if path in _COUNTED:
        return "theirs: counts differ (words, prose and quotations are told apart)"
    if _inside_word(text, start, end):
        return "theirs: inside a word"
    if not blocks or document.prose[start:end] != text[start:end]:
        return "theirs: not prose"
    if not any(b.span.start <= start and end <= b.span.end for b in blocks):
        return "theirs: across paragraphs"
    if path == "typography.symbols.curly_quotes":
        return "theirs: between two quotations"
    if flat.quoted(flat.flat(start)):
        return "theirs: in a quotation"
    if path == "misc.phrasal_adjectives.ly":
        word = re.sub(r"^\W+", "", text[start : end - 1]).lower()
        if word in NO_ADVERB:
            return "theirs: -ly, but no adverb"
        if re.search(r"[^\w']", word):
            return "theirs: no word before the hyphen"
    if path == "typography.symbols.multiplication" and text[start : start + 2].lower() == "0x":
        return "theirs: hexadecimal number"
    if path == "lexical_illusions" and re.match(r"\W\w", text[end : end + 2]):
        return "theirs: repeats but the beginning of a name"
    if path == "lexical_illusions":
        return "theirs: a repetition that is meant"
    if path == "weasel_words.very":
        denied = re.search(r"(?:\bno|n['\u2019]|\bneve)[tr](?: \S+){0,2}\s+$", text[:start])
        return "theirs: not very" if denied else "theirs: the very thing"
    if path == "uncomparables" and re.search(r"\bat\s+$", text[:start]):
        return "theirs: a wrapped line defeats an exception"
    if path == "misc.but":
        return "theirs: But at the start of no paragraph"
    return "UNEXPLAINED theirs"


def _why_ours(case: Case, found: Found) -> str:
    """Name why we report something that proselint does not."""
    path, start, end = found
    piece = case.text[start:end]
    if any(path == p and s <= start and end <= e for p, s, e in case.found):
        return "ours: inside a longer entry"
    if case.theirs.is_quoted_pos(start + 1):
        return "ours: proselint takes it for quoted"
    if path in _COUNTED:
        return "ours: counts differ (words, prose and quotations are told apart)"
    if re.search(r"[^\S ]|  ", piece):
        return "ours: wrapped line or wide space"
    if "\u2019" in piece:
        return "ours: curly apostrophe"
    if case.context.flat.document.prose[start:end] != piece:
        return "ours: through markup"
    if piece and not (_is_word(piece[0]) and _is_word(piece[-1])):
        return "ours: word bound after punctuation"
    if path == "misc.but":
        return "ours: But at the start of a paragraph"
    if path == "typography.symbols.curly_quotes":
        return "ours: quotations paired"
    return "UNEXPLAINED ours"


def _texts(arguments: list[str]) -> Iterator[tuple[str, str]]:
    for argument in map(Path, arguments):
        paths = sorted(p for p in argument.rglob("*") if p.is_file()) if argument.is_dir() else [argument]
        for path in paths:
            if path.suffix in {".md", ".rst", ".txt", ""}:
                try:
                    yield str(path), path.read_text("utf-8")
                except UnicodeDecodeError:
                    print(f"{path}: not UTF-8, left out", file=sys.stderr)


def main(arguments: list[str]) -> int:
    """Compare over files and print the tally."""
    same, classes, shown = 0, Counter[str](), dict[str, list[str]]()
    for name, text in _texts(arguments):
        outcome = compare(text)
        same += outcome.same
        for reason, (path, start, end) in outcome.differences:
            classes[reason] += 1
            places = shown.setdefault(reason, [])
            if len(places) < 3 or reason.startswith("UNEXPLAINED"):
                line = text.count("\n", 0, start) + 1
                places.append(f"{Path(name).name}:{line} {path} {text[max(start - 12, 0) : end + 12]!r}")
    print(f"the same: {same}")
    for reason, number in sorted(classes.items()):
        print(f"{number:6} {reason}")
        for place in shown[reason]:
            print(f"         {place}")
    return int(any(reason.startswith("UNEXPLAINED") for reason in classes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
