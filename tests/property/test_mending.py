"""Mending ends, keeps what it was not asked to touch, and leaves nothing that it would mend."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

import lint
from lint.api import fix_text
from lint.model.settings import Settings

_PHRASES = (
    "due to the fact that", "Prior to", "in order to", "an end result", "a past history", "in\norder to",
    "**past** history", "past history", "past  history", "at this point in time", "each and every",
    "It is important to note that", "experts agree", "`in order to`", "<!-- stet -->", "word", "we", "may possibly",
    ".", ",", "\n", "\r\n", "\n\n", "\n> ", "\n- ", "漢",
)  # fmt: skip
_TEXTS = st.builds(
    "{}{}".format,
    st.sampled_from(["", "\ufeff"]),
    st.lists(st.sampled_from(_PHRASES), max_size=25).map(" ".join),
)
_ALL = Settings(measured=False, min_confidence=0.0, repeats=0)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.booleans(), st.sampled_from(["a.md", "a.txt"]))
def test_a_second_run_finds_nothing_more_to_mend(text: str, unsafe: bool, name: str) -> None:
    once = fix_text(text, name=name, settings=_ALL, unsafe=unsafe)
    again = fix_text(once.after, name=name, settings=_ALL, unsafe=unsafe)
    assert (again.after, again.mended) == (once.after, 0)
    assert once.report == again.report._replace(
        files=tuple(file._replace(fixed=once.mended) for file in again.report.files)
    )
    assert (once.mended == 0) <= (once.after == text)


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
@example("It is important to note that 漢")
def test_markup_code_and_line_ends_stay(text: str) -> None:
    after = fix_text(text, name="a.md", settings=_ALL, unsafe=True).after
    for kept in ("**", "`in order to`", "<!-- stet -->", "\r\n", "\ufeff", "漢", "> "):
        assert after.count(kept) == text.count(kept) or kept == "\r\n"
    assert after.count("\r\n") <= text.count("\r\n")
    assert after.count("\r") == after.count("\r\n")


def test_a_text_without_fixes_is_its_own() -> None:
    fixed = lint.fix_text("The bridge closed on 4 May 2021.\r\n")
    assert (fixed.before, fixed.after, fixed.mended) == (fixed.before, fixed.before, 0)
