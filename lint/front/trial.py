"""``whosays test``: the examples of rules, tried through the whole check."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator

from lint import api
from lint.front.choices import UsageError, packs_here, packs_joined
from lint.front.streams import say, wants_color
from lint.load.trials import Trial, load_trials
from lint.model.rule import Example
from lint.model.settings import Settings
from lint.model.typed import NamedTuple
from lint.report.paint import Paint
from lint.report.totals import plural
from lint.report.visible import visible

_LABEL = 10


class Outcome(NamedTuple):
    """An example that failed: what its file promises, and what the check found instead."""

    trial: Trial
    expected: str
    found: str


def test_rules(args: Namespace) -> int:
    """Run the command: 0 where every example holds, else 1. Raises UsageError for a folder that is not there."""
    packs = tuple(os.path.normpath(pack) for pack in args.packs)
    for pack in packs:
        if not os.path.isdir(pack):  # noqa: PTH112 - a path stays as it was typed
            raise UsageError(f"test: no folder {pack!r}; give a folder of rules, such as house-style")
    settled = packs_here(args)
    every = packs_joined(settled, packs)
    chosen = packs or settled
    trials = load_trials(chosen, [rule.id for rule in api.rules(packs=every)])
    if not trials:
        raise UsageError(f"test: no rules in {', '.join(chosen)}; `whosays new-rule` makes one")
    paint = Paint(wants_color(sys.stdout, refused=args.no_color))
    failed = 0
    for trial in trials:
        if outcome := _tried(trial, every):
            failed += 1
            say("".join(f"{line}\n" for line in _told(outcome, paint)))
    rules = len({trial.rule for trial in trials})
    where = ", ".join(chosen) or "the built-in rules"
    say(f"{plural(rules, 'rule')} with {plural(len(trials), 'example')} in {visible(where)}\n")
    closing = f"{len(trials) - failed:,} passed, {failed:,} failed"
    say(f"{paint('error' if failed else 'good', closing)}\n")
    return 1 if failed else 0


def _tried(trial: Trial, packs: tuple[str, ...]) -> Outcome | None:
    """Check one example; None where it holds."""
    example = trial.example
    spans = found_in(trial.rule, example, packs)
    if trial.part == "good":
        return Outcome(trial, "nothing", _marked(example.text, spans)) if spans else None
    if not example.spans:  # the finding is about the whole text
        return None if len(spans) == 1 else Outcome(trial, "one finding", _count(spans))
    if spans == list(example.spans):
        return None
    return Outcome(trial, _marked(example.text, list(example.spans)), _marked(example.text, spans))


def found_in(rule: str, example: Example, packs: tuple[str, ...] = ()) -> list[tuple[int, int]]:
    """Return the spans that a rule reports in an example, under the example's own profile and format."""
    settings = Settings(
        profile=example.profile or "general",
        extend_select=(rule,),
        format=example.format,
        packs=packs,
        measured=False,  # what a rule finds is tried here, not how often that is right
    )
    report = api.check_text(example.text, name="example", settings=settings)
    return [(f.span.start, f.span.end) for f in report.findings if f.rule == rule]


def _marked(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with each span marked; "nothing" where there is none."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}>>{text[start:end]}<<{text[end:]}"
    return text if spans else "nothing"


def _count(spans: list[tuple[int, int]]) -> str:
    return plural(len(spans), "finding") if spans else "nothing"


def _told(outcome: Outcome, paint: Paint) -> Iterator[str]:
    trial = outcome.trial
    place = paint("place", f"{visible(_near(trial.path))}:{trial.line}")
    yield f"{place}: {paint('rule', trial.rule)}: {trial.part} example {trial.number}"
    rows = [("expected", outcome.expected), ("found", outcome.found)]
    if outcome.expected == "nothing":
        rows[0] = ("expected", f"nothing{f', because {trial.example.why}' if trial.example.why else ''}")
    elif not trial.example.spans:
        rows.append(("in", trial.example.text))
    for label, text in rows:
        yield f"  {paint('dim', f'{label}:'.ljust(_LABEL))} {visible(' '.join(text.split()))}"
    yield ""


def _near(path: str) -> str:
    """Return a path as seen from the current folder where it lies inside it."""
    inside = os.path.abspath(path).startswith(os.path.join(os.getcwd(), ""))  # noqa: PTH100, PTH109, PTH118
    return os.path.relpath(path) if inside else path
