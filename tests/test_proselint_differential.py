"""proselint's rules against proselint itself, finding by finding, over its own entries."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proselint.checks import __register__ as checks
from proselint.tools import LintFile

from lint.load.proselint_patterns import ANCHORED, SWEPT, EndlessError, expand

ROOT = Path(__file__).parent.parent


def _bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "differential", ROOT / "bench" / "proselint_differential.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


differential = _bench()

SAMPLES = {
    r"\d{1,2} ?[ap]m": ("9 am", "10pm"),
    r"\d{1,2}[ap]\.?m\.?": ("7a.m.", "11PM"),
    r"12 ?[ap]\.?m\.?": ("12 p.m.", "12am"),
    r"\d0\'s": ("60's",),
    r"\d\d\d0\'s": ("1980's",),
    r"\d+ ?x ?\d+": ("3 x 4", "1024x768"),
    r"\s[^\s-]+ly-": ("newly-minted", "a highly-strung"),
    r"\w!": ("that! And this! And",),
    r"\w*(?:!|\?){2,}": ("what?!", "no!!!"),
    r"\.\.\.": ("well... and",),
    r"\. {3}": ("end.   Then",),
    r"\"[\w\s\d]+\"": ('"so called"',),
    r"(?<![A-Za-z'-])(\w+(?:\s+\w+){0,3})(\s+\1)+(?![A-Za-z'-])": (
        "the the",
        "in the in the",
        "one by one one by one",
    ),
    r"\d{1,2} ?a\.?m\.? in the morning": ("9 a.m. in the morning",),
    r"\d{1,2} ?p\.?m\.? in the evening": ("9 pm in the evening",),
    r"\d{1,2} ?p\.?m\.? at night": ("11p.m. at night",),
    r"\d{1,2} ?p\.?m\.? in the afternoon": ("3 p.m. in the afternoon",),
    r"from \d+[^ \t\n\r\f\v\w_\.]\d+": ("from 1990-1995", "from 3–5"),
    r"\B\$[\d]* ?(?:dollars|usd|us dollars)\b": ("$5 dollars", "$10 US dollars"),
    r"more than .{1,10} all": ("more than half of all",),
    "In recent years, an increasing number of [a-zA-Z]{3,}sts have": (
        "In recent years, an increasing number of linguists have",
    ),
    r"up to \d{1,3}% ?[-\x{2014}\x{2013}]{0,3} ?(?:or|and) more\W?": (
        "up to 50% or more",
        "up to 5%–and more",
    ),
    r"p = 0.0{2,4}": ("p = 0.000",),
    r"\bvery(?! well)\b": ("very",),
    r"\bMeantime,\B": ("Meantime,",),
    r"\b[;,] meantime,\B": ("rain; meantime,", "rain, meantime,"),
    r"\bthe 'take-home message'\B": ("the 'take-home message'",),
    r"\B'till?\b": ("'til", "'till"),
}
"""What the patterns that are no finite list may stand for."""

FUNCTIONS = {
    "misc.but": ("\n\nBut",),
    "misc.greylist": ("obviously", "utilize", "utilized"),
    "misc.waxed": ("waxed lyrically", "wax poetically"),
    "terms.venery": ("group of lions", "bunch of crows"),
}


def _texts_of(check: Any) -> Iterator[str]:
    """Yield texts that the entries of a check stand for."""
    kind = check.check_type
    if check.path in FUNCTIONS:
        yield from FUNCTIONS[check.path]
    elif check.path == "uncomparables":
        yield from ("very unique", "kind of perfect", "more universal", "most unique", "least\nideal")
    elif type(kind).__name__ == "Consistency":
        for one, two in kind.term_pairs:
            yield f"{one}. The {two} and the {two}" if one.isalpha() else "it. One more.  Two"
    elif type(kind).__name__ == "ReverseExistence":
        yield from ("quixotic", "a jacaranda")
    else:
        patterns = getattr(kind, "items", None) or (kind.pattern,)
        for pattern in patterns:
            yield from _texts_for(pattern)


def _texts_for(pattern: str) -> Iterator[str]:
    if pattern in SAMPLES:
        yield from SAMPLES[pattern]
        return
    try:
        yield from expand(pattern)
    except EndlessError:
        months = re.match(r"\(\?:(January\|.*)\)(, | of )", pattern)
        assert months, f"no sample for {pattern}"
        yield from (f"{month}{months[2]}1999" for month in months[1].split("|"))


def _numbered() -> list[Any]:
    return [pytest.param(check, id=f"{number}-{check.path}") for number, check in enumerate(checks)]


def test_every_endless_pattern_has_a_sample() -> None:
    missing = [p for p in [*ANCHORED, *SWEPT] if p not in SAMPLES and "January" not in p]
    assert not missing


@pytest.mark.parametrize("check", _numbered())
def test_check(check: Any) -> None:
    """Each entry is found by both at the same place, or the difference has a name."""
    theirs_found = 0
    for text in _documents(list(_texts_of(check))):
        restricted = check.path.startswith("restricted.")
        outcome = differential.compare(text, restricted=restricted)
        unexplained = [d for d in outcome.differences if d[0].startswith("UNEXPLAINED")]
        assert not unexplained, text
        ours = {f[0] for f in differential.our_findings(differential.our_context(text), lambda r: True)}
        assert check.path in ours, text
        theirs_found += sum(
            f[0] == check.path for f in differential.their_findings(LintFile("x", text), restricted)
        )
    assert theirs_found


def _documents(texts: list[str]) -> Iterator[str]:
    """Yield texts to check; what has quotation marks stands alone, lest proselint pair them across."""
    plain = [t for t in texts if not set(t) & set("'\"")]
    if plain:
        yield "\n\n".join(f"Before {t} after." for t in plain)
    for text in texts:
        if text not in plain:
            yield f"Before {text} after."


def test_wrapped_entries_are_found_by_us_alone() -> None:
    outcome = differential.compare("It was, at the end of\nthe  day, beyond the pale.")
    assert outcome.same == 1
    assert {d[0] for d in outcome.differences} == {"ours: wrapped line or wide space"}


def test_words_inside_words_are_found_by_proselint_alone() -> None:
    outcome = differential.compare("Nigh on ten, almighty and nightly.")
    assert outcome.same == 1
    assert {d[0] for d in outcome.differences} == {"theirs: inside a word"}


SENTENCES = st.lists(
    st.sampled_from(["The colour is", "A color it is", "So it goes", "We organize", "They organise"]),
    min_size=1,
    max_size=9,
)


@given(SENTENCES, st.data())
def test_counted_checks_agree_where_all_is_prose(sentences: list[str], data: st.DataObject) -> None:
    """Which spelling or gap is the rarer is decided alike where there is no reason to differ."""
    gaps = data.draw(st.lists(st.sampled_from([" ", "  "]), min_size=len(sentences), max_size=len(sentences)))
    text = "".join(f"{sentence}.{gap}" for sentence, gap in zip(sentences, gaps, strict=True)) + "End."
    outcome = differential.compare(text)
    assert [d for d in outcome.differences if not d[0].startswith("edges: ")] == []


def test_every_class_of_difference_is_documented() -> None:
    source = (ROOT / "bench" / "proselint_differential.py").read_text("utf-8")
    names = set(re.findall(r'"((?:ours|theirs|edges): [^"]+|reported twice)"', source))
    page = (ROOT / "docs" / "proselint.md").read_text("utf-8")
    assert len(names) > 15
    assert [n for n in sorted(names) if f"`{n}`" not in page] == []
