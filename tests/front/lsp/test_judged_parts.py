"""A change judged at once tells what a look at the whole text would tell, as far as its own paragraphs go."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from lint.front.lsp.buffers import Buffer, Edited
from lint.front.lsp.judging import Given, Judged, Stop, judge_part, judge_whole, moved_by
from lint.model.finding import Edit, Finding, Fix, Related
from lint.model.settings import Settings
from lint.model.text import Span

SEED = (Path(__file__).parents[2] / "gold" / "seed.txt").read_text("utf-8")
GIVEN = Given("seed.md", Settings(profile="news", repeats=0))
WHOLE = "\n\n".join([SEED] * 3)


def never() -> bool:
    return False


def places(judged: Judged) -> set[tuple[str, int, int]]:
    return {(f.rule, *f.span) for f in judged.findings if f.scope != "document"}


def after(known: Judged, start: int, end: int, new: str) -> Judged:
    text = known.text[:start] + new + known.text[end:]
    return judge_part(known, Edited(start, end, start + len(new)), text, GIVEN, never)


def test_a_new_claim_is_found_at_once() -> None:
    known = judge_whole(WHOLE, GIVEN, never)
    at = WHOLE.index("\n\n", 2000) + 2
    judged = after(known, at, at, "Experts agree that this is the case. ")
    assert not judged.whole
    assert ("attribution/unsupported-consensus", at, at + 13) in places(judged)
    assert judged.text[at : at + 13] == "Experts agree"


def test_a_claim_that_goes_takes_its_finding_along() -> None:
    known = judge_whole(WHOLE, GIVEN, never)
    at = WHOLE.index("some experts believe")
    judged = after(known, at, at + len("some experts believe"), "Ana Moreau said")
    assert ("attribution/quantified-vague-agents", at, at + 20) in places(known)
    assert not any(start == at and rule.startswith("attribution") for rule, start, _ in places(judged))


def test_findings_move_with_their_words() -> None:
    known = judge_whole(WHOLE, GIVEN, never)
    judged = after(known, 0, 0, "# A heading\n\n")
    words = {(f.rule, known.text[slice(*f.span)]) for f in known.findings if f.scope != "document"}
    assert {(f.rule, judged.text[slice(*f.span)]) for f in judged.findings if f.scope != "document"} == words


def test_inside_code_nothing_is_found() -> None:
    code = f"{SEED}\n\n```\nsome code\n\nmore code\n\nlast code\n```\n\n{SEED}"
    known = judge_whole(code, GIVEN, never)
    at = code.index("more code")
    judged = after(known, at, at, "experts agree that ")
    assert len(judged.findings) == len(known.findings)


def test_many_changes_stay_near_the_whole() -> None:
    """The last look at the whole has the final word; until then next to nothing may differ."""
    rng = random.Random(11)
    known = judge_whole(WHOLE, GIVEN, never)
    differing = total = 0
    for _ in range(60):
        start = rng.randrange(len(known.text))
        end = min(len(known.text), start + rng.choice((0, 0, 0, 3)))
        known = after(known, start, end, rng.choice(("a", " many say ", "", " however", ". ")))
        exact = places(judge_whole(known.text, GIVEN, never))
        differing += len(exact ^ places(known))
        total += len(exact)
    assert differing < total * 0.05


def test_a_check_that_nobody_waits_for_stops() -> None:
    with pytest.raises(Stop):
        judge_whole(SEED, GIVEN, lambda: True)


def finding(start: int, end: int) -> Finding:
    fix = Fix((Edit(Span(start, end), "x"),), True)
    return Finding(
        "a/b", Span(start, end), "warning", 0.9, "m", "q", related=(Related(Span(0, 2), "n"),), fix=fix
    )


@pytest.mark.parametrize(
    ("edited", "span"),
    [
        (Edited(0, 0, 3), (13, 17)),
        (Edited(10, 10, 12), (12, 16)),
        (Edited(14, 14, 16), (10, 14)),
        (Edited(20, 25, 20), (10, 14)),
        (Edited(12, 13, 12), None),
    ],
)
def test_a_finding_moves_with_its_words_or_goes(edited: Edited, span: tuple[int, int] | None) -> None:
    moved = moved_by(finding(10, 14), edited)
    assert (moved.span if moved else None) == span
    if moved and moved.fix:
        assert moved.fix.edits[0].span == span


def test_a_buffer_counts_what_was_changed_since_it_was_judged() -> None:
    buffer = Buffer("file:///a.md", "/a.md", "markdown", 1, "one two three")
    buffer._replace(4, 7, "2")
    buffer._replace(0, 3, "1")
    assert (buffer.text, buffer.edited) == ("1 2 three", Edited(0, 7, 3))
    buffer.settle()
    assert buffer.edited is None
