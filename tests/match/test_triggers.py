"""Which frames the words beside a cue leave over."""

import pytest
from reading import context_of

from lint.match.triggers import trigger_table


def possible(text: str, cue: str) -> set[str]:
    """Return the rules whose frames may stand at a cue of a text."""
    context = context_of(text)
    live = frozenset(range(len(context.ruleset.rules)))
    table = trigger_table(context.ruleset, live)
    matcher = table.matcher(context.flat, context.hits)
    found = set()
    for start, end, triggers in context.hits.fired:
        if context.flat.low[start:end] == cue:
            triggered = table[triggers]
            bits = table.allowed(triggered, matcher, start, end)
            found |= {rule.name for rule, _ in triggered.chosen(bits)}
    return found


@pytest.mark.parametrize(
    ("text", "cue", "rule", "stands"),
    [
        ("Here experts say it is so.", "experts", "bare-expert-claim", True),
        ("Here experts often say it is so.", "experts", "bare-expert-claim", True),
        ("Moscow adheres to it.", "adheres to", "institution-as-mind", True),
        ("Each of them adheres to it.", "adheres to", "institution-as-mind", False),
    ],
)
def test_the_words_beside_a_cue_dismiss_frames(text, cue, rule, stands):
    assert (rule in possible(text, cue)) == stands


def test_a_rule_that_is_off_is_not_asked():
    context = context_of("Here experts say it is so.")
    table = trigger_table(context.ruleset, frozenset())
    assert all(not any(table[triggers][:2]) for _, _, triggers in context.hits.fired)


def test_a_chunk_without_end_costs_no_square():
    possible("a" * 200_000 + ". experts say it is so. " + "experts " + "b" * 200_000, "experts")
