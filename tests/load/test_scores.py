"""Score tables as they are read from their files."""

from __future__ import annotations

import pytest

from lint.load.scores import load_scores, read_table

NUMBERS = "# Written by hand.\nbias\t-3\nbase\t0.05\nslope\t0.9\nshift\t-0.2\n"


def test_each_row_says_its_sort():
    table = read_table(
        NUMBERS + "class\thedge.hearsay\tit is said that\treportedly\ncue\tmurky\tby all means\n"
        "kind\t<agent>\tmiller sailor\nsign\tmurky +,\t3\t4\t0.5\nhas\tin the fog\t7\t9\t-0.25\n"
    )
    assert (table.bias, table.base, table.slope, table.shift) == (-3, 0.05, 0.9, -0.2)
    assert table.cues == {"reportedly", "murky"}
    assert table.phrases == {"it is": ("it is said that",), "by all": ("by all means",)}
    assert table.classes["reportedly"] == ("hedge.hearsay",)
    assert table.classes["murky"] == ()
    assert table.kinds == {"miller": "<agent>", "sailor": "<agent>"}
    assert table.weights == {"murky +,": 0.5}
    assert table.company == {"in the fog": -0.25}


@pytest.mark.parametrize("damaged", ["", "bias\tmuch\n", NUMBERS + "sign\tmay\t1\t2\tx\n"])
def test_a_damaged_table_is_no_table(damaged):
    with pytest.raises((ValueError, KeyError, IndexError)):
        read_table(damaged)


@pytest.mark.parametrize("genre", ["encyclopedic", "science"])
def test_shipped_tables_hold_all_sorts(genre):
    table = load_scores(genre)
    assert table.cues
    assert table.phrases
    assert table.classes
    assert table.kinds
    assert table.weights
    assert table.company
