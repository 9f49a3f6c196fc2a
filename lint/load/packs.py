"""Rule files → one compiled RuleSet. All faults of all files are collected and raised once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lint.load import easy_words
from lint.load.lexicons import Lexicons, folded, load_lexicons, read_toml
from lint.load.measured import load_measured
from lint.load.packs_folder import rules_folder
from lint.load.profiles import load_profiles, unknown_names
from lint.load.proselint_pack import load_proselint
from lint.load.rule_files import read_rule, rule_files
from lint.match.grammar import FUNCTION_WORDS, Classes, FrameError, classes_in, parse_frame
from lint.match.scan import make_cues
from lint.model.finding import Problem
from lint.model.frame import Frame
from lint.model.names import matches
from lint.model.rule import Rule
from lint.model.ruleset import CLASSES_BY_NAME, WORDS_BY_NAME, Cues, RuleSet, Trigger

CUED = frozenset(("phrase", "structure"))
"""Kinds whose phrases are cues: they set a phrase off, or are noted for a check."""


class RuleFileError(ValueError):
    """Faults in rule files; ``problems`` has one for each, with file and line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep all faults; the message is one line a fault."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def load_rules(folder: Path | None = None, packs: Sequence[str] = ()) -> RuleSet:
    """Read and compile the built-in rules (or those of ``folder``) and the packs of one's own.

    Raises RuleFileError with every fault found in every file.
    """
    folders = (folder or Path(rules_folder()), *map(Path, packs))
    problems = [
        Problem(str(p), "no such folder of rules; check the path", status=2)
        for p in folders
        if not p.is_dir()
    ]
    lexicons = load_lexicons([p / "lexicons" for p in folders], problems)
    shared: dict[str, str] = {}
    for place in folders:
        shared |= read_toml(place / "frames.toml", problems)
    profiles = load_profiles(folders, problems)
    bits = _bits(lexicons)
    rules = _read_all(folders, problems)
    classes = {name: frozenset(terms) for name, terms in lexicons.classes.items()}
    compiled = [_compiled(rule, lexicons, bits, problems, path, shared, classes) for path, rule in rules]
    more, more_cues = load_proselint()
    every = _measured([*compiled, *more], folders, problems)
    for place in map(Path, packs):
        unknown_names(place, [rule.id for rule in compiled], problems)
    if problems:
        raise RuleFileError(tuple(problems))
    cues = _cues(every, lexicons, bits, more_cues, len(compiled))
    words = {name: classes[name] for name in WORDS_BY_NAME}
    words[easy_words.CLASS] = easy_words.load_easy_words()
    return RuleSet(tuple(every), cues, bits, lexicons.priors, profiles, words, _yields(every))


def _read_all(folders: Sequence[Path], problems: list[Problem]) -> list[tuple[Path, Rule]]:
    """Read every rule file; two of one name are a fault."""
    seen: dict[str, Path] = {}
    found: list[tuple[Path, Rule]] = []
    for path in (file for folder in folders for file in rule_files(folder)):
        rule = read_rule(path, problems)
        if rule and rule.id in seen:
            problems.append(
                Problem(str(path), f"there is a rule {rule.id} already: {seen[rule.id]}", status=2)
            )
        elif rule:
            seen[rule.id] = path
            found.append((path, rule))
    return found


def _measured(rules: list[Rule], folders: Sequence[Path], problems: list[Problem]) -> list[Rule]:
    """Return the rules with what was counted of them."""
    # A rule whose file has a fault is none yet, but its counts are no fault of their own.
    names = {f"{path.parent.name}/{path.stem}" for folder in folders for path in rule_files(folder)}
    measured = load_measured(folders, names | {rule.id for rule in rules}, problems)
    return [rule._replace(measured=measured[rule.id]) if rule.id in measured else rule for rule in rules]


def _yields(rules: list[Rule]) -> dict[str, frozenset[str]]:
    """Return, for each rule that yields to others, their full names."""
    return {
        rule.id: frozenset(o.id for o in rules if any(matches(p, o.id) for p in rule.yields_to))
        for rule in rules
        if rule.yields_to
    }


def _bits(lexicons: Lexicons) -> dict[str, int]:
    """Give each class a bit; a union (``file.*``) is the sum of its classes' bits."""
    single = [
        n for n in sorted(lexicons.classes) if not n.endswith(".*") and not n.startswith(FUNCTION_WORDS)
    ]
    bits = {name: 1 << number for number, name in enumerate(single)}
    for name in lexicons.classes:
        if name.endswith(".*") and not name.startswith(FUNCTION_WORDS):
            stem = name[:-1]
            bits[name] = sum(b for n, b in bits.items() if n.startswith(stem) and n.count(".") == 1)
    return bits


def _compiled(
    rule: Rule,
    lexicons: Lexicons,
    bits: dict[str, int],
    problems: list[Problem],
    path: Path,
    shared: dict[str, str],
    classes: Classes,
) -> Rule:
    """Return the rule with its frames parsed and its phrases listed."""
    data = dict(rule.data)
    where = str(path)
    frames: list[Frame] = []
    for text in data.get("frames", ()):
        try:
            frames.append(parse_frame(_spelled_out(text, shared), bits, classes))
        except FrameError as error:
            problems.append(Problem(where, f"frame {text!r}: {error}", status=2))
    phrases = [folded(p) for p in data.get("phrases", ())]
    phrases += [folded(form) for forms in data.get("sets", ()) for form in forms]
    replacements = [""] * len(phrases)
    for name in data.get("lexicon", ()):
        if name not in lexicons.classes:
            problems.append(Problem(where, f"no lexicon class {name!r}", status=2))
            continue
        if rule.kind in CUED:
            phrases += sorted(lexicons.classes[name])
            replacements += [""] * len(lexicons.classes[name])
    for name in data.get("pairs", ()):
        if name not in lexicons.pairs:
            problems.append(Problem(where, f"no lexicon class {name!r} with pairs", status=2))
        for phrase, to in lexicons.pairs.get(name, {}).items():
            phrases.append(phrase)
            replacements.append(to)
    data |= {"frames": tuple(frames), "phrases": tuple(phrases), "replacements": tuple(replacements)}
    return rule._replace(data=data)


def _spelled_out(frame: str, shared: dict[str, str]) -> str:
    """Return a frame with its shared parts (``<says>``) put in; they may hold others."""
    for _ in range(3):
        for name, part in shared.items():
            frame = frame.replace(f"<{name}>", part)
    return frame


def _asked_for(rules: list[Rule], bits: dict[str, int]) -> int:
    """Return the mask of the classes that a frame or a check asks for: the others need no cues."""
    mask = 0
    for name in CLASSES_BY_NAME:
        mask |= bits[name]
    for rule in rules:
        for frame in rule.data.get("frames", ()):
            mask |= frame.anchor | classes_in((frame.lead, frame.before, frame.after, frame.tail))
    return mask


def _cues(
    rules: list[Rule],
    lexicons: Lexicons,
    bits: dict[str, int],
    more: list[tuple[str, int, int]],
    offset: int,
) -> Cues:
    """Join every literal cue into one table; ``more`` numbers its rules from ``offset``."""
    masks: dict[str, int] = {}
    wanted = _asked_for(rules, bits)
    for name, terms in lexicons.classes.items():
        if name in bits and not name.endswith(".*"):
            for term in terms:
                masks[term] = masks.get(term, 0) | bits[name] & wanted
    triggers: dict[str, list[Trigger]] = {}
    for number, rule in enumerate(rules):
        if rule.kind in CUED:
            for index, phrase in enumerate(rule.data["phrases"]):
                triggers.setdefault(phrase, []).append((number, index))
        for index, frame in enumerate(rule.data.get("frames", ())):
            for term, mask in masks.items():
                if mask & frame.anchor:
                    triggers.setdefault(term, []).append((number, index))
    for cue, number, index in more:
        triggers.setdefault(cue, []).append((offset + number, index))
    texts = sorted(t for t in masks.keys() | triggers.keys() if masks.get(t) or t in triggers)
    return make_cues(texts, [masks.get(t, 0) for t in texts], [tuple(triggers.get(t, ())) for t in texts])
