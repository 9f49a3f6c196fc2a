"""Draw findings at random from real prose, to be judged one by one; keep the verdicts, never the text.

    python bench/judge.py draw RULE… --corpora DIR --sheet FILE [--n 40] [--seed 1]
    python bench/judge.py record SHEET RULE VERDICTS
    python bench/judge.py check --corpora DIR [--drop]

A rule or a group is named. ``draw`` writes a sheet to read (outside the repository: it has text in it),
``record`` takes the verdicts on one rule's findings in the order of the sheet (r right, w wrong, - left out),
``check`` says which verdicts are on findings that are no longer made. bench/judged/README.md says how to judge.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import random
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from corpora import Finder, Found, Text, add_arguments, texts_of

from lint import api
from lint.load.pages import load_page
from lint.model.rule import Rule

JUDGED = Path(__file__).parent / "judged"
FIELDS = ("source", "profile", "offset", "length", "verdict", "seed", "date")
_ITEM = re.compile(r"^@(\d+) (\S+) (\S+) (\w+) (\d+) (\d+) seed=(\d+)", re.MULTILINE)
_AROUND = 260
"""Characters shown on each side of a finding."""


class Verdict(NamedTuple):
    """One judged finding: where it was, and whether it was ``r`` right or ``w`` wrong."""

    source: str
    profile: str
    offset: int
    length: int
    verdict: str
    seed: int
    date: str


def verdicts_of(rule: str) -> list[Verdict]:
    """Return what was recorded of one rule."""
    path = JUDGED / f"{rule}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Verdict(**{**row, "offset": int(row["offset"]), "length": int(row["length"]), "seed": int(row["seed"])})
            for row in csv.DictReader(file)
        ]  # fmt: skip


def judged_rules() -> list[str]:
    """Return the rules of which verdicts were recorded."""
    return sorted(f"{path.parent.name}/{path.stem}" for path in JUDGED.glob("*/*.csv"))


def write(rule: str, verdicts: Iterable[Verdict]) -> None:
    """Write the verdicts on one rule, in the order of their places."""
    path = JUDGED / f"{rule}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(FIELDS)
        lines.writerows(sorted(verdicts, key=lambda v: (v.source, v.offset)))


def overlapping(verdict: Verdict, found: Iterable[Found]) -> Found | None:
    """Return the finding that a verdict was on, or None where it is no longer made."""
    start, end = verdict.offset, verdict.offset + max(verdict.length, 1)
    spans = ((one, one.finding.span) for one in found)
    return next((one for one, s in spans if s.start < end and start < max(s.end, s.start + 1)), None)


class Sample:
    """The findings of chosen rules over all texts, by rule and source."""

    def __init__(self, finder: Finder, texts: Iterable[Text]) -> None:
        """Find everything once."""
        self.found: dict[str, dict[str, list[Found]]] = {rule.id: {} for rule in finder.rules}
        self.sources: set[str] = set()
        for text in texts:
            self.sources.add(text.id)
            for one in finder.find(text):
                self.found[one.finding.rule].setdefault(text.id, []).append(one)

    def stale(self, rule: str) -> list[Verdict]:
        """Return the verdicts on findings that are no longer made; a source that is not at hand is not asked."""
        known = self.found.get(rule, {})
        return [
            v
            for v in verdicts_of(rule)
            if v.source in self.sources and not overlapping(v, known.get(v.source, ()))
        ]


# ------------------------------------------------------------------ draw


def draw(args: argparse.Namespace) -> None:
    if args.sheet.resolve().is_relative_to(Path(__file__).parent.parent.resolve()):
        sys.exit("the sheet has text of others in it: write it outside the repository")
    finder = Finder(args.rules)
    sample = Sample(finder, texts_of(args))
    number = 0
    with args.sheet.open("w", encoding="utf-8") as sheet:
        for rule in finder.rules:
            drawn = _drawn(finder, rule, sample.found[rule.id], args)
            sheet.write(_head(finder, rule))
            for one in drawn:
                number += 1
                sheet.write(_item(number, one, args.seed))
            made = sum(map(len, sample.found[rule.id].values()))
            print(f"{rule.id:44} {len(drawn):4} drawn of {made} found")


def _drawn(
    finder: Finder, rule: Rule, found: dict[str, list[Found]], args: argparse.Namespace
) -> list[Found]:
    """Return up to ``n`` findings at random, evenly from the profiles in which the rule is on."""
    judged = verdicts_of(rule.id)
    by_profile: dict[str, list[Found]] = {}
    for source, ones in sorted(found.items()):
        of_source = [v for v in judged if v.source == source]
        old = {id(o) for v in of_source if (o := overlapping(v, ones))}
        for one in ones:
            if id(one) not in old:
                by_profile.setdefault(one.text.profile, []).append(one)
    wanted = (
        args.profiles.split(",") if args.profiles else [p for p in by_profile if finder.is_on(rule.id, p)]
    )
    pools = [pool for p, pool in sorted(by_profile.items()) if p in wanted] or list(by_profile.values())
    chance = random.Random(f"{args.seed} {rule.id}")
    for pool in pools:
        chance.shuffle(pool)
    drawn: list[Found] = []
    while len(drawn) < args.n and any(pools):
        drawn += [pool.pop() for pool in pools if pool]
    return sorted(drawn[: args.n], key=lambda f: (f.text.id, f.finding.span))


def _head(finder: Finder, rule: Rule) -> str:
    page = load_page(rule.id, finder.ruleset)
    lines = (f"# {rule.id}", f"# {rule.summary}", f"# {rule.question}", f"# {' '.join(page.why.split())}")
    return "\n" + "\n".join(lines) + "\n\n"


def _item(number: int, one: Found, seed: int) -> str:
    text, finding = one.text, one.finding
    start, end = finding.span
    length = end - start
    head = (
        f"@{number} {finding.rule} {text.id} {text.profile} {start} {length} seed={seed} {finding.confidence}"
    )
    message = "" if one.finding.scope == "span" else f" ({finding.message})"
    before = text.text[max(start - _AROUND, 0) : start]
    inside = text.text[start:end] if length < 700 else f"{text.text[start : start + 500]} […] "
    after = text.text[end : end + _AROUND]
    return f"{head}{message}\n  {' '.join(f'…{before}>>{inside}<<{after}…'.split())}\n"


# ------------------------------------------------------------------ record, check


def record(args: argparse.Namespace) -> None:
    items = [m.groups() for m in _ITEM.finditer(args.sheet.read_text("utf-8"))]
    mine = [item for item in items if args.rule in (item[1], item[1].partition("/")[2])]
    given = "".join("".join(args.verdicts).split()).lower()
    if not mine:
        sys.exit(f"the sheet has no findings of {args.rule}")
    if len(given) != len(mine) or set(given) - set("rw-"):
        sys.exit(f"{len(mine)} verdicts are needed (r, w or -), {len(given)} were given")
    rule = mine[0][1]
    kept = {(v.source, v.offset): v for v in verdicts_of(rule)}
    today = datetime.date.today().isoformat()
    for (_, _, source, profile, offset, length, seed), verdict in zip(mine, given, strict=True):
        if verdict != "-":
            new = Verdict(source, profile, int(offset), int(length), verdict, int(seed), today)
            kept[source, int(offset)] = new
    write(rule, kept.values())
    right = given.count("r")
    print(f"{rule}: {right} right of {right + given.count('w')}; {len(kept)} verdicts kept in all")


def check(args: argparse.Namespace) -> None:
    rules = judged_rules()
    every = {rule.id for rule in api.rules()}
    gone = [r for r in rules if r not in every]
    finder = Finder([r for r in rules if r in every])
    sample = Sample(finder, texts_of(args))
    for rule in rules:
        stale = sample.stale(rule)
        if rule in gone:
            print(f"{rule}: there is no such rule any more")
        elif stale:
            print(f"{rule}: {len(stale)} of {len(verdicts_of(rule))} verdicts are stale")
            if args.drop:
                write(rule, [v for v in verdicts_of(rule) if v not in stale])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("draw")
    one.add_argument("rules", nargs="+")
    add_arguments(one)
    one.add_argument("--sheet", type=Path, required=True)
    one.add_argument("--n", type=int, default=40)
    one.add_argument("--seed", type=int, default=1)
    one.add_argument(
        "--profiles", default="", help="only these, by commas; else those in which the rule is on"
    )
    one.set_defaults(run=draw)
    one = commands.add_parser("record")
    one.add_argument("sheet", type=Path)
    one.add_argument("rule")
    one.add_argument("verdicts", nargs="+")
    one.set_defaults(run=record)
    one = commands.add_parser("check")
    add_arguments(one)
    one.add_argument("--drop", action="store_true", help="take stale verdicts out")
    one.set_defaults(run=check)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
