"""One rule file → one rule, or all that is wrong with it."""

from __future__ import annotations

from pathlib import Path

from lint.load.lexicons import parse_toml
from lint.load.rule_keys import KIND_KEYS, rule_faults
from lint.load.toml_lines import Place, line_of
from lint.model.finding import Problem
from lint.model.rule import Rule
from lint.model.typed import Any, NamedTuple

_NO_GROUPS = frozenset(("lexicons", "profiles"))
_AT_THE_TOP = frozenset(("frames.toml", "measured.toml", "whosays.toml", "pyproject.toml"))


class RuleFile(NamedTuple):
    """A rule file as read: ``rule`` is None where ``data`` has faults, which are told by then."""

    path: Path
    text: str
    data: dict[str, Any]
    rule: Rule | None

    @property
    def id(self) -> str:
        """The name that the path gives: ``group/name``."""
        return f"{self.path.parent.name}/{self.path.stem}"

    def strings(self, key: str) -> list[str]:
        """Return the strings of a list; none where it is no list."""
        values = self.data.get(key, ())
        return [v for v in values if isinstance(v, str)] if isinstance(values, list) else []

    def examples(self, part: str) -> list[dict[str, Any]]:
        """Return the ``bad`` or the ``good`` examples that are tables."""
        values = self.data.get(part, ())
        return [v for v in values if isinstance(v, dict)] if isinstance(values, list) else []

    def problem(self, message: str, place: Place = (), value: str = "") -> Problem:
        """Return a problem of this file with its line."""
        return Problem(str(self.path), message, line_of(self.text, place, value), 2)


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a pack in a stable order, without lexicons and profiles."""
    return [p for p in sorted(folder.glob("*/*.toml")) if p.parent.name not in _NO_GROUPS]


def misplaced(folder: Path) -> list[Problem]:
    """Return what is wrong with the shape of a pack: files that no one would ever read, or nothing in it."""
    problems = [
        Problem(str(p), f"a rule lies in a folder that is its group: {folder.name}/GROUP/{p.name}", status=2)
        for p in sorted(folder.glob("*.toml"))
        if p.name not in _AT_THE_TOP
    ]
    if folder.is_dir() and not problems and not any(folder.rglob("*.toml")):
        problems.append(
            Problem(str(folder), "no rules in this folder; `whosays new-rule` makes one", status=2)
        )
    return problems


def read_rule_file(path: Path, problems: list[Problem]) -> RuleFile | None:
    """Read one rule file; its faults go to ``problems``. None where it is not TOML."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem(str(path), f"rule file not readable: {error}", status=2))
        return None
    data = parse_toml(path, text, problems)
    if data is None:
        return None
    file = RuleFile(path, text, data, None)
    faults = list(rule_faults(data))
    problems += [file.problem(f.message, f.place, f.value) for f in faults]
    return file if faults else file._replace(rule=_rule(file.id, data))


def _rule(name: str, data: dict[str, Any]) -> Rule:
    return Rule(
        name,
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
        {key: data[key] for key in KIND_KEYS[data["kind"]] if key in data},
    )
