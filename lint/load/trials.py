"""The examples of rule files, with the lines where they stand."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from pathlib import Path

from lint.load.packs_folder import rules_folder
from lint.load.pages import read_example
from lint.load.rule_files import rule_files
from lint.load.toml_lines import line_of
from lint.model.rule import Example
from lint.model.typed import NamedTuple


class Trial(NamedTuple):
    """An example to try: of which rule, which ``part`` (bad or good), its number from 1, and its place."""

    rule: str
    part: str
    number: int
    example: Example
    path: str
    line: int


def load_trials(packs: Sequence[str], rules: Collection[str]) -> list[Trial]:
    """Return the examples of the rules of ``packs``, or of the built-in ones; their files are known to be sound."""
    trials = []
    for path in (file for folder in packs or (rules_folder(),) for file in rule_files(Path(folder))):
        rule = f"{path.parent.name}/{path.stem}"
        if rule not in rules:
            continue
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
        for part in ("bad", "good"):
            for number, example in enumerate(data.get(part, ())):
                line = line_of(text, (part, number))
                trials.append(Trial(rule, part, number + 1, read_example(example), str(path), line))
    return trials
