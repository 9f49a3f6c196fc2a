"""Rule files → one compiled RuleSet. All faults of all files are collected and raised once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lint.load import easy_words
from lint.load.lexicons import Lexicons, folded, load_lexicons
from lint.load.packs_folder import rules_folder
from lint.match.grammar import FUNCTION_WORDS, FrameError, classes_in, parse_frame
from lint.match.scan import make_cues
from lint.model.finding import SEVERITIES, Problem
from lint.model.frame import Frame
from lint.model.names import matches
from lint.model.rule import KINDS, OBLIGATIONS, Rule
from lint.model.ruleset import CLASSES_BY_NAME, WORDS_BY_NAME, Cues, RuleSet, Trigger

_KNOWN = {
    "kind", "summary", "question", "obligation", "severity", "prior", "looked_for", "exempt", "yields_to",
    "default", "why", "see", "bad", "good", "false_alarms", "fix_note", "data",
}  # fmt: skip
_KIND_KEYS = {
    "phrase": {"phrases", "lexicon", "pairs", "message", "fix"},
    "frame": {"frames", "message", "fix", "prestige", "complement", "refine"},
    "pattern": {"patterns", "message", "case"},
    "limit": {"check", "targets", "message"},
    "readability": {"check", "targets", "message"},
    "consistency": {"sets", "message"},
    "structure": {"check", "targets", "message", "lexicon", "frames"},
    "proselint": {"check"},
}


class RuleFileError(ValueError):
    """Faults in rule files; ``problems`` has one for each, with file and line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep all faults; the message is one line a fault."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a pack in a stable order, without lexicons and profiles."""
    return [p for p in sorted(folder.glob("*/*.toml")) if p.parent.name not in {"lexicons", "profiles"}]


def load_rules(folder: Path | None = None) -> RuleSet:
    """Read and compile a rule pack. Raises RuleFileError with every fault found."""
    folder = folder or Path(rules_folder())
    lexicons = load_lexicons(folder / "lexicons")
    problems: list[Problem] = []
    rules = [r for p in rule_files(folder) if (r := _read_rule(p, problems))]
    profiles = {
        p.stem: tomllib.loads(p.read_text("utf-8")) for p in sorted((folder / "profiles").glob("*.toml"))
    }
    bits = _bits(lexicons)
    shared: dict[str, str] = tomllib.loads((folder / "frames.toml").read_text("utf-8"))
    compiled = [_compiled(rule, lexicons, bits, problems, folder, shared) for rule in rules]
    if problems:
        raise RuleFileError(tuple(problems))
    more, more_cues = _proselint()
    cues = _cues([*compiled, *more], lexicons, bits, more_cues, len(compiled))
    words = {name: frozenset(lexicons.classes[name]) for name in WORDS_BY_NAME}
    words[easy_words.CLASS] = easy_words.load_easy_words()
    return RuleSet(
        (*compiled, *more), cues, bits, lexicons.priors, profiles, words, _yields([*compiled, *more])
    )


def _yields(rules: list[Rule]) -> dict[str, frozenset[str]]:
    """Return, for each rule that yields to others, their full names."""
    return {
        rule.id: frozenset(o.id for o in rules if any(matches(p, o.id) for p in rule.yields_to))
        for rule in rules
        if rule.yields_to
    }


def _proselint() -> tuple[list[Rule], list[tuple[str, int, int]]]:
    try:
        from lint.load.proselint_pack import load_proselint
    except ImportError:
        return [], []
    return load_proselint()


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


def _read_rule(path: Path, problems: list[Problem]) -> Rule | None:
    rule_id = f"{path.parent.name}/{path.stem}"
    text = path.read_text("utf-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(str(path), f"not valid TOML: {error}", status=2))
        return None
    faults = list(_faults(data))
    problems += [Problem(str(path), message, _line_of(text, key), 2) for key, message in faults]
    if faults:
        return None
    return Rule(
        rule_id,
        data["kind"],
        data["summary"],
        data["question"],
        tuple(data.get("obligation", ())),
        data["severity"],
        float(data["prior"]),
        data.get("looked_for", ""),
        tuple(data.get("exempt", ())),
        tuple(data.get("yields_to", ())),
        bool(data.get("default", True)),
        {key: data[key] for key in _KIND_KEYS[data["kind"]] if key in data},
    )


def _faults(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (key, message) for each fault in one rule file."""
    for key in ("kind", "summary", "question", "severity", "prior"):
        if key not in data:
            yield "", f"the rule has no {key!r}"
    kind = data.get("kind", "phrase")
    if kind not in KINDS:
        yield "kind", f"no kind {kind!r}; there are {', '.join(KINDS)}"
        return
    if data.get("severity", "warning") not in SEVERITIES:
        yield "severity", f"severity {data['severity']!r} is none of {', '.join(SEVERITIES)}"
    for name in data.get("obligation", ()):
        if name not in OBLIGATIONS:
            yield "obligation", f"no obligation {name!r}; there are {', '.join(OBLIGATIONS)}"
    for key in data:
        if key not in _KNOWN | _KIND_KEYS[kind]:
            yield key, f"unknown key {key!r} in a rule of kind {kind!r}"
    for part in ("bad", "good"):
        if len(data.get(part, ())) < 2:
            yield "", f"a rule needs at least two {part} examples; there are {len(data.get(part, ()))}"
    for number, example in enumerate(data.get("bad", ())):
        if ">>" not in example.get("text", "") and not example.get("document"):
            yield "bad", f"bad example {number + 1} marks no span with >> and <<"


def _line_of(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if key and line.strip().startswith((key, f"[[{key}", f"[{key}")):
            return number
    return 1


def _compiled(
    rule: Rule,
    lexicons: Lexicons,
    bits: dict[str, int],
    problems: list[Problem],
    folder: Path,
    shared: dict[str, str],
) -> Rule:
    """Return the rule with its frames parsed and its phrases listed."""
    data = dict(rule.data)
    where = str(folder / f"{rule.id}.toml")
    frames: list[Frame] = []
    classes = {name: frozenset(terms) for name, terms in lexicons.classes.items()}
    for text in data.get("frames", ()):
        try:
            frames.append(parse_frame(_spelled_out(text, shared), bits, classes))
        except FrameError as error:
            problems.append(Problem(where, f"frame {text!r}: {error}", status=2))
    phrases = [folded(p) for p in data.get("phrases", ())]
    replacements = [""] * len(phrases)
    for name in data.get("lexicon", ()):
        if name not in lexicons.classes:
            problems.append(Problem(where, f"no lexicon class {name!r}", status=2))
            continue
        if rule.kind == "phrase":
            phrases += sorted(lexicons.classes[name])
            replacements += [""] * len(lexicons.classes[name])
    for name in data.get("pairs", ()):
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
        if rule.kind == "phrase":
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
