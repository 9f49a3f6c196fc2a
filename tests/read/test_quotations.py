"""Quotations: straight, curly, left open, and marks that are none."""

import pytest

from lint.read import read
from lint.read.fold import fold


def quotations(text: str) -> list[str]:
    flat = fold(read(text, "a.txt"))
    return [flat.document.text[slice(*flat.source_span(*q))] for q in flat.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "stop it" twice.', ['"stop it"']),
        ("He said “stop it” twice.", ["“stop it”"]),
        ("He said ‘stop it’ twice.", ["‘stop it’"]),
        ("Don’t say it’s Russia’s.", []),
        ('A 5" disk and a 3" one.', []),
        ("“It goes on\n\nand ends here.”", ["“It goes on"]),
        ("Il dit «non» encore.", ["«non»"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected
