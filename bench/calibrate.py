"""Derive how often each rule is right, from verdicts and from annotated corpora, into rules/measured.toml.

    python bench/calibrate.py --corpora DIR [--check]

The same verdicts, rules and corpora give the same file. Rules run by their estimates, so that what was
measured does not decide what is measured. ``--check`` writes nothing and fails if the file would change.
Labels count only for the rules whose question they answer:

- Wikipedia's weasel cues, encyclopedic: a finding that overlaps a cue is right, one in a certain sentence wrong.
- BioScope's speculation cues, science: likewise.
- PolNeAR's attributions, news: a finding on one whose source has no name is right, on one that has it wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from corpora import Finder, Found, Spans, add_arguments, texts_of
from judge import Sample, Verdict, judged_rules, overlapping, verdicts_of

from lint.load.packs_folder import rules_folder
from lint.model.measured import ENOUGH_FOR_A_CUE, LEAST, Measure, Tally
from lint.model.rule import Rule

HEAD = """\
# Written by bench/calibrate.py from the verdicts in bench/judged/ and the labels of annotated corpora.
# Numbers are [right, judged]. docs/confidence.md says what is made of them.
"""
WEASEL = (
    "attribution/bare-expert-claim",
    "attribution/quantified-vague-agents",
    "attribution/ghost-critics",
    "attribution/folk-attribution",
    "attribution/unspecified-reports",
    "attribution/unsupported-consensus",
    "attribution/impersonal-passive-report",
    "attribution/reputation-passive",
    "attribution/hearsay-adverb",
    "generalization/vague-majority",
    "generalization/timeless-habit",
    "hedging/empty-adaptor",
    "hedging/modal-stack",
    "hedging/hedge-density",
    "hedging/vacuous-possibility",
    "hedging/compound-evasion",
)
SPECULATION = ("hedging/hedge-density", "hedging/modal-stack")
UNNAMED = (
    "attribution/anonymous-individual-source",
    "attribution/bare-expert-claim",
    "attribution/quantified-vague-agents",
    "attribution/ghost-critics",
    "attribution/unspecified-reports",
)
LABELLED = {"conll2010-wiki": WEASEL, "bioscope": SPECULATION, "polnear": UNNAMED}


class Count:
    """Right and judged of one rule, by profile, from verdicts and from labels, and by cue."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.judged: dict[str, Counter[bool]] = {}
        self.labelled: dict[str, Counter[bool]] = {}
        self.cues: dict[str, dict[str, Counter[bool]]] = {}
        self.stale = 0

    def add_verdict(self, verdict: Verdict, found: Found | None) -> None:
        """Count a verdict; its cue is known where its finding is."""
        right = verdict.verdict == "r"
        self.judged.setdefault(verdict.profile, Counter())[right] += 1
        if found and found.finding.cue:
            self.cues.setdefault("all", {}).setdefault(found.finding.cue, Counter())[right] += 1

    def add_label(self, found: Found, right: bool) -> None:
        """Count a finding against a label: it speaks for the corpus's profile only."""
        profile, cue = found.text.profile, found.finding.cue
        self.labelled.setdefault(profile, Counter())[right] += 1
        if cue:
            self.cues.setdefault(profile, {}).setdefault(cue, Counter())[right] += 1

    def measure(self) -> Measure:
        """Return the counts as the rules carry them."""
        cues = {
            profile: {cue: _pair(n) for cue, n in sorted(table.items()) if n.total() >= ENOUGH_FOR_A_CUE}
            for profile, table in sorted(self.cues.items())
        }
        return Measure(
            {p: _pair(n) for p, n in sorted(self.judged.items())},
            {p: _pair(n) for p, n in sorted(self.labelled.items())},
            {profile: table for profile, table in cues.items() if table},
        )


def _pair(count: Counter[bool]) -> tuple[int, int]:
    return count[True], count.total()


def label_of(found: Found) -> bool | None:
    """Return whether the labels of a text say that a finding is right; None where they do not speak of it."""
    text, span = found.text, found.finding.span
    if text.corpus == "polnear":
        unnamed, named = (_overlap(span, text.labels.get(k, ())) for k in ("unnamed", "named"))
        return None if unnamed == named else unnamed
    if _overlap(span, text.labels["uncertain"]):
        return True
    sentence = next((s for s in text.sentences if s[0] <= span[0] < s[1]), None)
    if sentence is None or _overlap(sentence, text.labels["uncertain"]):
        return None
    return False


def _overlap(span: tuple[int, int], others: Spans) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def count(finder: Finder, sample: Sample) -> dict[str, Count]:
    """Count verdicts and labels by rule.

    A verdict on a finding that is no longer made does not count, nor does one under a profile that leaves
    the rule off, unless all of them do.
    """
    counts: dict[str, Count] = {}
    for rule in judged_rules():
        if rule not in sample.found:
            continue
        counts[rule] = Count()
        profiles = {v.profile for v in verdicts_of(rule)}
        on = {p for p in profiles if finder.is_on(rule, p)} or profiles
        for verdict in verdicts_of(rule):
            found = overlapping(verdict, sample.found[rule].get(verdict.source, ()))
            if not found and verdict.source in sample.sources:
                counts[rule].stale += 1
            elif verdict.profile in on:
                counts[rule].add_verdict(verdict, found)
    for corpus, rules in LABELLED.items():
        for rule in rules:
            for ones in sample.found[rule].values():
                for one in ones:
                    if one.text.corpus == corpus and (right := label_of(one)) is not None:
                        counts.setdefault(rule, Count()).add_label(one, right)
    return counts


def written(measures: dict[str, Measure]) -> str:
    """Return the file."""
    lines = [HEAD]
    for rule, measure in sorted(measures.items()):
        lines.append(f'["{rule}"]')
        tables = {"judged": measure.judged, "labelled": measure.labelled}
        tables |= {f"cues.{profile}": table for profile, table in measure.cues.items()}
        for name, table in tables.items():
            lines += [f"{name}.{_key(k)} = [{right}, {of}]" for k, (right, of) in table.items()]
        lines.append("")
    return "\n".join(lines)


def _key(key: str) -> str:
    return key if key.replace("-", "").isalnum() and key.isascii() else f'"{key}"'


def show(rules: list[Rule], counts: dict[str, Count]) -> None:
    """Print a line a rule."""
    print(f"{'rule':42} {'judged':>18} {'labelled':>18}  counts as, by profile")
    for rule in rules:
        of = counts.get(rule.id)
        if not of or not (measure := of.measure()).overall().of:
            print(f"{rule.id:42} {'not measured':>18} {'':18}  {rule.prior:.2f} estimate")
            continue
        measured = rule._replace(measured=measure)
        sums = (Tally(sum(p[0] for p in t.values()), sum(p[1] for p in t.values())) for t in measure[:2])
        cells = (
            f"{s.right}/{s.of} {100 * s.interval()[0]:.0f}–{100 * s.interval()[1]:.0f}" if s.of else ""
            for s in sums
        )
        profiles = sorted(p for p in {*measure.judged, *measure.labelled} if measure.under(p).of)
        rate = measured.precision()
        by = " ".join(f"{p} {measured.precision(p):.2f}" for p in profiles)
        tail = f"{'' if rate >= LEAST else ' preview'}{f', {of.stale} stale' if of.stale else ''}"
        print(f"{rule.id:42} {' '.join(f'{c:>18}' for c in cells)}  {rate:.2f}{tail} {by}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add_arguments(parser)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the file would change")
    args = parser.parse_args()
    finder = Finder([])
    counts = count(finder, Sample(finder, texts_of(args)))
    show(finder.rules, counts)
    measures = {rule: m for rule, c in counts.items() if (m := c.measure()).overall().of}
    path, text = Path(rules_folder(), "measured.toml"), written(measures)
    if args.check:
        sys.exit(text != path.read_text("utf-8") and f"{path.name} is not what the verdicts and corpora give")
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
