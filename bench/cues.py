"""What do more phrase cues cost? Throughput with ours, and with as many synthetic ones on top.

    python bench/cues.py PATHS… [--repeat 5]

The synthetic cues are phrases of two words drawn from our own lexicons, so that their first words do
occur in texts and the phrases hardly ever do. They come as rules of kind ``phrase``, through the same
loader and the same check as any others. The two rule sets take turns over the same texts in one process.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from lint import api, prepare
from lint import texts as checking
from lint.load.packs import load_rules
from lint.load.packs_folder import rules_folder
from lint.match.scan import Scanner
from lint.model.ruleset import RuleSet
from lint.model.settings import Settings

SUFFIXES = {".md", ".markdown", ".txt", ".rst"}
RULES = 20
"""Rule files that the synthetic cues are dealt out to."""
RULE = """\
kind = "phrase"
summary = "A synthetic phrase"
question = "Is it there?"
severity = "suggestion"
prior = 0.9
phrases = [{phrases}]
bad = [{{ text = ">>a<<" }}, {{ text = ">>b<<" }}]
good = [{{ text = "a" }}, {{ text = "b" }}]
"""


def synthetic(known: RuleSet, number: int) -> list[str]:
    """Return so many phrases of two words that are no cues yet, the same at each run."""
    words = sorted({w for text in known.cues.texts for w in text.split() if w.isalpha()})
    draw = random.Random(2)
    taken = set(known.cues.texts)
    phrases: list[str] = []
    while len(phrases) < number:
        phrase = f"{draw.choice(words)} {draw.choice(words)}"
        if phrase not in taken:
            taken.add(phrase)
            phrases.append(phrase)
    return phrases


def doubled(ours: RuleSet, folder: Path) -> RuleSet:
    """Return our rules with as many synthetic cues on top, loaded from a pack in ``folder``."""
    pack = folder / "rules"
    shutil.copytree(rules_folder(), pack)
    group = pack / "hedging"  # a group that the general profile turns on
    phrases = synthetic(ours, len(ours.cues.texts))
    for number in range(RULES):
        dealt = ", ".join(f'"{p}"' for p in phrases[number::RULES])
        (group / f"synthetic-{number}.toml").write_text(RULE.format(phrases=dealt), "utf-8")
    return load_rules(pack)


def prepared(ruleset: RuleSet) -> prepare.Prepared:
    """Return what a check needs, with ``ruleset`` in the place of the built-in rules."""
    scanner = Scanner(ruleset.cues)
    prepare.ruleset_of, prepare._scanner = (lambda *_: ruleset), (lambda *_: scanner)
    prepare.prepared_for.cache_clear()
    return prepare.prepared_for(Settings())


def check(texts: Sequence[tuple[str, str]]) -> tuple[float, int]:
    """Check all texts; return the seconds that it took and the number of findings."""
    start = time.perf_counter()
    findings = 0
    for name, text in texts:
        for file in api.check_text(text, name=name).files:
            findings += len(file.findings)
    return time.perf_counter() - start, findings


def texts_below(paths: Sequence[Path]) -> list[tuple[str, str]]:
    """Return (path, text) of the texts among paths and below folders."""
    files = [f for p in paths for f in ([p] if p.is_file() else sorted(p.rglob("*")))]
    return [(str(f), f.read_text("utf-8")) for f in files if f.is_file() and f.suffix in SUFFIXES]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="texts, or folders of texts")
    parser.add_argument("--repeat", type=int, default=5, help="runs with each rule set (default: 5)")
    args = parser.parse_args()
    texts = texts_below(args.paths)
    megabytes = sum(len(text.encode()) for _, text in texts) / 1e6
    ours = load_rules()
    with tempfile.TemporaryDirectory() as folder:
        sets = {"ours": ours, "doubled": doubled(ours, Path(folder))}
    ready = {name: prepared(ruleset) for name, ruleset in sets.items()}
    seconds: dict[str, list[float]] = {name: [] for name in sets}
    findings: dict[str, int] = {}
    for turn in range(args.repeat + 1):
        for name in sets:
            checking.prepared_for = lambda _, name=name: ready[name]
            took, findings[name] = check(texts)
            if turn:  # the first turn builds the automata and meets every word for the first time
                seconds[name].append(took)
    print(f"{len(texts)} texts, {megabytes:.1f} MB, {args.repeat} runs each, in turn")
    for name, ruleset in sets.items():
        middle = statistics.median(seconds[name])
        rate = megabytes / middle
        print(f"  {name:8}{len(ruleset.cues.texts):7} cues  {rate:6.2f} MB/s  {findings[name]} findings")
    share = statistics.median(seconds["ours"]) / statistics.median(seconds["doubled"])
    best = min(seconds["ours"]) / min(seconds["doubled"])
    print(f"  with twice the cues, throughput is {share:.1%} of what it was (median), {best:.1%} (best)")


if __name__ == "__main__":
    main()
