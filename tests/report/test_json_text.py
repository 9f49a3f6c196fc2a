"""Values are written as ``json.dumps`` writes them."""

from __future__ import annotations

import json
import math

from hypothesis import given
from hypothesis import strategies as st

from lint.model.text import Span
from lint.report.json_text import form, listed, written

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(_VALUES)
def test_as_json_writes_it(value: object) -> None:
    assert written(value) == json.dumps(value)


def test_what_only_json_knows() -> None:
    assert written([math.nan, math.inf, Span(1, 2)]) == json.dumps([math.nan, math.inf, Span(1, 2)])


def test_forms_are_filled_with_json() -> None:
    assert form("100 %", "b") % (listed(['"x"', "2"]), "null") == '{"100 %": ["x", 2], "b": null}'
