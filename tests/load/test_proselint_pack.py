import marshal
import subprocess
import sys

import pytest
from proselint.checks import __register__ as checks

from lint.load import proselint_patterns
from lint.load.proselint_pack import load_proselint
from lint.load.proselint_patterns import EndlessError, expand
from lint.match.proselint_items import Item, Sweep
from lint.model.finding import SEVERITIES
from lint.model.rule import OBLIGATIONS

RULES, CUES = load_proselint()


def test_each_path_is_a_rule() -> None:
    assert len(checks) == 124
    assert {r.id for r in RULES} == {f"proselint/{c.path}" for c in checks}
    assert len(RULES) == len({r.id for r in RULES})


def test_rules_are_well_formed() -> None:
    for rule in RULES:
        assert rule.kind == "proselint"
        assert rule.severity in SEVERITIES
        assert 0.5 <= rule.prior <= 0.95
        assert set(rule.obligation) <= set(OBLIGATIONS)
        assert rule.question.endswith("?")
        assert rule.summary
        assert rule.data["items"] or rule.data["sweeps"]


def test_only_restricted_words_are_off() -> None:
    assert {r.name for r in RULES if not r.default} == {"restricted.elementary", "restricted.top1000"}


def test_data_survives_marshal() -> None:
    plain = [tuple(r) for r in RULES]
    assert marshal.loads(marshal.dumps(plain)) == plain


def test_entries_have_the_fields_of_items_and_sweeps() -> None:
    for rule in RULES:
        assert all(isinstance(Item(*raw), Item) for raw in rule.data["items"])
        assert all(isinstance(Sweep(*raw), Sweep) for raw in rule.data["sweeps"])


def test_cues_are_folded_and_lead_to_items() -> None:
    for cue, number, index in CUES:
        assert cue == " ".join(cue.lower().split())
        cue.encode("latin-1")
        assert 0 <= index < len(RULES[number].data["items"])
    assert {(n, i) for n, r in enumerate(RULES) for i in range(len(r.data["items"]))} == {
        (n, i) for _, n, i in CUES
    }


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("plain", {"plain"}),
        ("thought leaders?", {"thought leader", "thought leaders"}),
        ("whet (?:the|your) appetite", {"whet the appetite", "whet your appetite"}),
        ("pay (any )?heed", {"pay heed", "pay any heed"}),
        (r"et\. al", {"et. al"}),
        ("n-?word", {"nword", "n-word"}),
        ("[ab]c", {"ac", "bc"}),
    ],
)
def test_expand(pattern: str, texts: set[str]) -> None:
    assert set(expand(pattern)) == texts


@pytest.mark.parametrize("pattern", [r"\d", "a+", "a*", "a{2}", "[a-z]", "[^a]", "(?!a)b", "^a", "a)b"])
def test_endless_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(EndlessError):
        expand(pattern)


def test_every_table_entry_is_in_use() -> None:
    known = {getattr(c.check_type, "pattern", None) for c in checks}
    for check in checks:
        known |= set(getattr(check.check_type, "items", ()))
    assert {*proselint_patterns.ANCHORED, *proselint_patterns.SWEPT} <= known


def test_matching_never_imports_proselint() -> None:
    code = "import sys, lint.match.proselint; print([m for m in sys.modules if m.startswith('proselint')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
