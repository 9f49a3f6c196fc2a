"""A rule's page for people: the parts of its file that matching does not need."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from lint.load.packs_folder import rules_folder
from lint.model.pattern import pattern
from lint.model.rule import Example, Rule, RulePage
from lint.model.ruleset import RuleSet
from lint.model.typed import Any

_MARKED = pattern(r">>(.*?)<<", re.DOTALL)


def read_example(data: dict[str, Any]) -> Example:
    """Read one example: ``>>`` and ``<<`` mark the exact spans and are taken out."""
    spans: list[tuple[int, int]] = []
    marked: str = data["text"]
    for number, found in enumerate(_MARKED.finditer(marked)):
        start = found.start() - 4 * number
        spans.append((start, start + len(found.group(1))))
    text = _MARKED.sub(r"\1", marked)
    return Example(
        text, tuple(spans), data.get("why", ""), data.get("format", "plain"), data.get("profile", "")
    )


def find_rule(name: str, rules: Sequence[Rule]) -> Rule:
    """Return the rule of that full or short name. Raises LookupError with the nearest names."""
    for rule in rules:
        if name in (rule.id, rule.name):
            return rule
    names = [n for r in rules for n in (r.id, r.name)]
    near = difflib.get_close_matches(name, names, 3, 0.6)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; `whosays rules` lists them"
    raise LookupError(f"no rule {name!r}{hint}")


def load_page(name: str, ruleset: RuleSet, packs: Sequence[str] = ()) -> RulePage:
    """Return a rule's page. Raises LookupError for an unknown name."""
    rule = find_rule(name, ruleset.rules)
    files = [
        path for folder in (rules_folder(), *packs) if (path := Path(folder, f"{rule.id}.toml")).is_file()
    ]
    data: dict[str, Any] = tomllib.loads(files[0].read_text("utf-8")) if files else {}
    return RulePage(
        rule,
        data.get("why", rule.summary),
        tuple(data.get("see", ())),
        tuple(read_example(e) for e in data.get("bad", ())),
        tuple(read_example(e) for e in data.get("good", ())),
        data.get("false_alarms", ""),
        data.get("fix_note", ""),
    )
