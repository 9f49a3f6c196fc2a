"""Rule files → one compiled RuleSet. All faults of all files are collected and raised once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lint.load import easy_words
from lint.load.lexicons import Lexicons, folded, load_lexicons, read_toml
from lint.load.measured import load_measured
from lint.load.packs_folder import rules_folder
from lint.load.profiles import Profiles, load_profiles, unknown_names
from lint.load.proselint_pack import load_proselint
from lint.load.rule_files import RuleFile, misplaced, read_rule_file, rule_files
from lint.load.toml_lines import line_of
from lint.match.grammar import FUNCTION_WORDS, Classes, FrameError, classes_in, parse_frame
from lint.match.scan import make_cues
from lint.model.finding import Problem
from lint.model.frame import Frame
from lint.model.names import did_you_mean, matches, nearest, nearest_rule
from lint.model.rule import LOOKING_UP, Rule
from lint.model.ruleset import CLASSES_BY_NAME, WORDS_BY_NAME, Cues, RuleSet, Trigger
from lint.model.typed import NamedTuple

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
    problems += [problem for p in map(Path, packs) for problem in misplaced(p)]
    lexicons = load_lexicons([p / "lexicons" for p in folders], problems)
    shared = _shared(folders, problems)
    profiles = load_profiles(folders, problems)
    bits = _bits(lexicons)
    files = _read_all(folders, problems)
    classes = {name: frozenset(terms) for name, terms in lexicons.classes.items()}
    words_of = Words(lexicons, bits, shared, classes)
    compiled = [rule for file in files if (rule := _compiled(file, words_of, problems))]
    more, more_cues = load_proselint()
    every = _measured([*compiled, *more], folders, problems)
    known = (*(file.id for file in files), *(rule.id for rule in more))
    problems += [problem for p in map(Path, packs) for problem in _unknown(p, files, known, profiles)]
    if problems:
        raise RuleFileError(tuple(sorted(problems, key=lambda p: (p.path, p.line))))
    cues = _cues(every, lexicons, bits, more_cues, len(compiled))
    words = {name: classes[name] for name in WORDS_BY_NAME}
    words[easy_words.CLASS] = easy_words.load_easy_words()
    return RuleSet(tuple(every), cues, bits, lexicons.priors, profiles, words, _yields(every))


def _shared(folders: Sequence[Path], problems: list[Problem]) -> dict[str, str]:
    """Return the shared parts of frames; a later folder's replace an earlier one's of the same name."""
    shared: dict[str, str] = {}
    for path in (folder / "frames.toml" for folder in folders):
        for name, part in read_toml(path, problems).items():
            if isinstance(part, str):
                shared[name] = part
            else:
                line = line_of(path.read_text("utf-8"), (name,))
                problems.append(Problem(str(path), f"{name} must be a string, a part of a frame", line, 2))
    return shared


def _read_all(folders: Sequence[Path], problems: list[Problem]) -> list[RuleFile]:
    """Read every rule file; two of one name are a fault."""
    seen: dict[str, Path] = {}
    found: list[RuleFile] = []
    for path in (file for folder in folders for file in rule_files(folder)):
        file = read_rule_file(path, problems)
        if file and file.id in seen:
            problems.append(file.problem(f"there is a rule {file.id} already: {seen[file.id]}"))
        elif file:
            seen[file.id] = path
            found.append(file)
    return found


def _unknown(
    folder: Path, files: Sequence[RuleFile], known: Sequence[str], profiles: Profiles
) -> Iterator[Problem]:
    """Yield each name in a pack that stands for nothing: rules yielded to, profiles of examples, names in profiles."""
    for file in files:
        if file.path.parent.parent != folder:
            continue
        for name in file.strings("yields_to"):
            if not any(matches(name, rule) for rule in known):
                tail = did_you_mean(nearest_rule(name, known))
                yield file.problem(f"yields_to: no rule {name!r}{tail}", ("yields_to",), name)
        for part in ("bad", "good"):
            for number, example in enumerate(file.examples(part)):
                profile = example.get("profile", "general")
                if profile not in profiles:
                    tail = did_you_mean(nearest(str(profile), profiles))
                    yield file.problem(f"no profile {profile!r}{tail}", (part, number, "profile"))
    yield from unknown_names(folder, known)


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


class Words(NamedTuple):
    """What frames and phrases are made of: lexicons, the bits of their classes, shared parts and terms by class."""

    lexicons: Lexicons
    bits: dict[str, int]
    shared: dict[str, str]
    classes: Classes


def _compiled(file: RuleFile, words: Words, problems: list[Problem]) -> Rule | None:
    """Return the rule with its frames parsed and its phrases listed; faults are told for faulty files too."""
    frames: list[Frame] = []
    for text in file.strings("frames"):
        try:
            frames.append(parse_frame(_spelled_out(text, words.shared), words.bits, words.classes))
        except FrameError as error:
            problems.append(file.problem(f"frame {text!r}: {error}", ("frames",), text))
    lexicons = words.lexicons
    for key, known, what in (("lexicon", lexicons.classes, ""), ("pairs", lexicons.pairs, " with pairs")):
        for name in file.strings(key):
            if name not in known:
                tail = did_you_mean(nearest(name, known))
                message = f"no lexicon class {name!r}{what}{tail}"
                problems.append(file.problem(message, (key,), name))
    problems += [
        file.problem(f"safe: {name!r} is not among this rule's pairs", ("safe",), name)
        for name in file.strings("safe")
        if name not in file.strings("pairs")
    ]
    if not file.rule:
        return None
    phrases, replacements, safe = _phrases(file.rule, lexicons)
    data = file.rule.data | {
        "frames": tuple(frames), "phrases": phrases, "replacements": replacements, "safe": safe
    }  # fmt: skip
    return file.rule._replace(data=data)


def _phrases(rule: Rule, lexicons: Lexicons) -> tuple[tuple[str, ...], tuple[str, ...], tuple[bool, ...]]:
    """Return the phrases that set a rule off, what to write instead of each (may be empty), and if that is safe."""
    data = rule.data
    phrases = [folded(p) for p in data.get("phrases", ())]
    phrases += [folded(form) for forms in data.get("sets", ()) for form in forms]
    if rule.kind in CUED and data.get("check") not in LOOKING_UP:
        phrases += [
            term for name in data.get("lexicon", ()) for term in sorted(lexicons.classes.get(name, ()))
        ]
    replacements = [""] * len(phrases)
    safe = [False] * len(phrases)
    for name in data.get("pairs", ()):
        for phrase, to in lexicons.pairs.get(name, {}).items():
            phrases.append(phrase)
            replacements.append(to)
            safe.append(name in data.get("safe", ()))
    return tuple(phrases), tuple(replacements), tuple(safe)


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
